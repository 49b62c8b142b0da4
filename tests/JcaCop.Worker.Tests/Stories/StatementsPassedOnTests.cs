using JcaCop.Register.Entries.Liaisons;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The secretariat passes statements that came to study groups, by verb and by mail.</summary>
public sealed class StatementsPassedOnTests : IAsyncDisposable
{
    private const string Sixteen = "sg16@sixteen.example";
    private const string Nine = "sg9@nine.example";
    private const string Delegate = "peter.hall@ministry.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task StatementAsync(bool passed, string fields = "FOR ACTION TO: JCA-COP\nDEADLINE: 15 October 2012")
    {
        await rig.DeskAsync($"""
            member add "ITU-T SG16" --sort group --body "ITU-T SG16" --email {Sixteen}
            member add "ITU-T SG9" --sort group --body "ITU-T SG9" --email {Nine}
            person add --name "Peter Hall" --email {Delegate}
            seat add "ITU-T SG17" --person 1 --from 2012-01-01
            """);
        await rig.MailAsync(Sixteen, "LS on reporting tools", MailTexts.Statement("SG16-LS045", "LS on reporting tools", fields, "JCA-COP"));
        await rig.SendAsync();
        if (!passed) return;
        await rig.WorkAsync(typeof(LiaisonRoutingJob));
        Assert.Empty(To(await rig.SendAsync(), Delegate));
    }

    [Fact]
    public async Task A_statement_goes_to_whoever_holds_a_seat_for_the_body_once_and_is_shown_with_its_readers()
    {
        await StatementAsync(passed: true);
        Assert.Contains("no study group or body yet", await rig.DeskAsync("liaison show 1"), StringComparison.Ordinal);
        await rig.DeskAsync("liaison route 1 --to \"itu-t sg17\"");
        var letter = Assert.Single(To(await rig.SendAsync(), Delegate));
        Assert.StartsWith("For information: liaison statement SG16-LS045", letter.Subject, StringComparison.Ordinal);
        Assert.Single(letter.Attachments);
        var shown = await rig.DeskAsync("liaison show 1");
        Assert.Contains(Delegate, shown, StringComparison.Ordinal);
        Assert.Contains("ITU-T SG17", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("no study group or body yet", shown, StringComparison.Ordinal);
        Assert.Contains($"has SG16-LS045 already: {Delegate}", await rig.DeskAsync("liaison route 1 --to \"ITU-T SG17\""), StringComparison.Ordinal);
        Assert.Empty(await rig.SendAsync());
    }

    [Fact]
    public async Task A_body_without_a_seat_gets_it_at_its_own_address_by_an_order_by_mail_under_the_purpose_that_is_told()
    {
        await StatementAsync(passed: true);
        await rig.MailAsync(TalkRig.Secretary, "Orders", "liaison route 1 --to \"ITU-T SG9\" --for comment", TalkRig.Passed);
        var letter = Assert.Single(To(await rig.SendAsync(), Nine));
        Assert.StartsWith("For comment:", letter.Subject, StringComparison.Ordinal);
        Assert.Equal([new LiaisonAddressee("ITU-T SG9", LiaisonPurpose.Comment)], Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).PassedTo);
    }

    [Fact]
    public async Task Before_it_was_passed_on_to_anybody_it_leaves_with_the_others_and_its_corrigendum_goes_to_all_of_them()
    {
        await StatementAsync(passed: false);
        Assert.Contains("leaves with the next passing on", await rig.DeskAsync("liaison route 1 --to \"ITU-T SG17\""), StringComparison.Ordinal);
        Assert.Contains("already", await rig.DeskAsync("liaison route 1 --to \"ITU-T SG17\""), StringComparison.Ordinal);
        await rig.WorkAsync(typeof(LiaisonRoutingJob));
        Assert.Single(To(await rig.SendAsync(), Delegate));
        await rig.MailAsync(Sixteen, "Corr.1 to LS on reporting tools [SG16-LS045]", MailTexts.Statement("SG16-LS045 Corr.1", "LS on reporting tools", "FOR ACTION TO: JCA-COP\nDEADLINE: 29 October 2012", "JCA-COP"));
        await rig.WorkAsync(typeof(LiaisonRoutingJob));
        Assert.Contains("SG16-LS045 Corr.1", Assert.Single(To(await rig.SendAsync(), Delegate)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_the_statement_addresses_and_for_which_nobody_holds_a_seat_gets_it_by_itself_and_its_sender_does_not()
    {
        await StatementAsync(passed: true, "FOR ACTION TO: ITU-T SG9, ITU-T SG16\nFOR INFORMATION TO: JCA-COP\nDEADLINE: 15 October 2012");
        Assert.Contains((await rig.LettersAsync()), letter => letter is { Kind: LiaisonPost.PassedKind, To: Nine });
        Assert.DoesNotContain((await rig.LettersAsync()), letter => letter is { Kind: LiaisonPost.PassedKind, To: Sixteen });
    }

    [Fact]
    public async Task What_no_body_has_got_stands_in_the_digest_and_its_sender_is_told_which_bodies_cannot_be_reached()
    {
        await StatementAsync(passed: true);
        await rig.MailAsync(Sixteen, "LS on age verification",
            MailTexts.Statement("SG16-LS046", "LS on age verification", "FOR ACTION TO: JCA-COP, ITU-T SG13\nFOR INFORMATION TO: ITU-T SG17\nDEADLINE: 15 October 2012", "JCA-COP"));
        var thanks = Assert.Single(To(await rig.SendAsync(), Sixteen)).TextBody!.ReplaceLineEndings(" ");
        Assert.Contains("could not be passed on: ITU-T SG13.", thanks, StringComparison.Ordinal);
        var digest = To(await rig.LiveUntilAsync(new(2012, 10, 2, 12, 0, 0, TimeSpan.Zero)), TalkRig.Secretary).Last().TextBody!;
        Assert.Contains("SG16-LS045 – LS on reporting tools", digest, StringComparison.Ordinal);
        Assert.Contains("no study group or body has got it yet: liaison route 1 --to BODY", digest.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("no address is known of ITU-T SG13: liaison route 2 --to BODY", digest.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_without_its_sector_is_the_only_one_of_its_number_or_the_one_that_is_known_and_otherwise_it_is_asked_which()
    {
        await StatementAsync(passed: true);
        await rig.DeskAsync("liaison route 1 --to sg17");
        Assert.Single(To(await rig.SendAsync(), Delegate));
        await rig.DeskAsync("liaison route 1 --to SG9");
        Assert.Single(To(await rig.SendAsync(), Nine));
        Assert.Contains("Which group is 'SG5': ITU-T SG5, ITU-R SG5?", await rig.DeskAsync("liaison route 1 --to SG5"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("liaison route 1 --to \"ITU-T SG13\"", "no address is known of it")]
    [InlineData("liaison route 1 --to \"ITU-T SG99\"", "there is no study group")]
    [InlineData("liaison route 1 --to JCA-COP", "no address is known of it")]
    [InlineData("liaison route 7 --to \"ITU-T SG9\"", "There is no statement 7 that came")]
    public async Task What_cannot_be_passed_on_says_why_and_nothing_leaves(string order, string why)
    {
        await StatementAsync(passed: true);
        Assert.Contains(why, await rig.DeskAsync(order), StringComparison.Ordinal);
        Assert.Empty(await rig.SendAsync());
        Assert.Empty(Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).PassedTo);
    }

    private static List<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => [.. letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address))];
}
