using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Liaison statements that answer ours and say so in their title or subject alone, and drafts that wait for the chairman beside a word of his that could not be placed.</summary>
public sealed class RepliesWithoutNumberTests : IAsyncDisposable
{
    private const string Sixteen = "sg16@sixteen.example";
    private const string Nine = "sg9@nine.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16", ["Groups:g:OfficialDomains:nine.example"] = "ITU-T SG9",
    });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> DraftAsync(string title, string bodies) => rig.OrderAsync($"liaison draft \"{title}\" {bodies} --deadline 2012-11-01", "JCA-COP asks for an overview of your work.");

    private async Task AskedAsync()
    {
        await rig.OrderAsync($"""
            member add "ITU-T SG16" --sort group --body "ITU-T SG16" --email {Sixteen}
            member add "ITU-T SG9" --sort group --body "ITU-T SG9" --email {Nine}
            """);
        await DraftAsync("national reporting points and numbering", "--action \"ITU-T SG16\" --action \"ITU-T SG9\"");
        await rig.MailAsync(TalkRig.Secretary, "Orders", "liaison send 1", TalkRig.Passed);
        await rig.SendAsync();
    }

    private static string Form(string title, string study = "16", string text = "The overview is attached.") => $"""
        Questions: 1/{study}
        Source: ITU-T Study Group {study} (Geneva, 1-10 October 2012)
        Title: {title}

        LIAISON STATEMENT
        For action to: -
        For comment to: -
        For information to: JCA-COP
        Approval: ITU-T SG{study} (Geneva, 10 October 2012)
        Deadline: N/A
        Contact: Ms Ingrid Falkenrath, Rapporteur, E-mail: ingrid.falkenrath@sixteen.example

        {text}
        """;

    private async Task<ObligationState> OwedByAsync(string body) => (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Name == body).State;

    [Theory]
    [InlineData("LS on reply to JCA-COP-LS1 on national reporting points and numbering", "Reply to liaison statement on national reporting points and numbering")]
    [InlineData("LS from SG16", "Reply to liaison statement on national reporting points and numbering")]
    [InlineData("LS from SG16", "LS/r on national reporting points and numbering [to JCA-COP]")]
    [InlineData("LS from SG16", "Response to the liaison statement of JCA-COP on national reporting points and numbering")]
    // Of whoever owes one answer, a reply is that answer.
    [InlineData("LS from SG16", "Réponse à la note de liaison sur les numéros d'urgence")]
    [InlineData("RE: LS on numbering (in reply to JCA-COP-LS1)", "Work on short codes")]
    public async Task A_statement_that_answers_ours_by_its_title_closes_the_request_and_nobody_is_reminded_after_it(string subject, string title)
    {
        await AskedAsync();
        var answer = await rig.MailAsync(Sixteen, subject, Form(title));
        Assert.True(answer.Line.State == MessageState.Processed, answer.Line.Reason);
        Assert.Equal((ObligationState.Met, ObligationState.Open), (await OwedByAsync("ITU-T SG16"), await OwedByAsync("ITU-T SG9")));
        Assert.Equal(LiaisonState.Sent, (await rig.RegisterAsync()).All<LiaisonEntry>().Single(entry => entry.Id == 1).State);
        var letters = await rig.LiveUntilAsync(new(2012, 11, 10, 0, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain(letters, letter => letter.To.ToString().Contains(Sixteen, StringComparison.Ordinal) && letter.Subject!.Contains("eminder", StringComparison.Ordinal));
        Assert.Contains(letters, letter => letter.To.ToString().Contains(Nine, StringComparison.Ordinal) && letter.Subject!.Contains("eminder", StringComparison.Ordinal));
    }

    [Theory]
    // On another matter, or from somebody who was not asked.
    [InlineData(Sixteen, "16", "LS on accessibility of reporting tools")]
    [InlineData("sg2@two.example", "2", "Reply to liaison statement on national reporting points and numbering")]
    public async Task A_statement_on_another_matter_or_of_another_body_closes_nothing(string sender, string study, string title)
    {
        await AskedAsync();
        await rig.MailAsync(sender, "Liaison statement", Form(title, study));
        Assert.Equal((ObligationState.Open, ObligationState.Open), (await OwedByAsync("ITU-T SG16"), await OwedByAsync("ITU-T SG9")));
    }

    [Fact]
    public async Task Of_a_body_that_owes_two_answers_a_reply_that_names_neither_closes_none()
    {
        await AskedAsync();
        await DraftAsync("filters in schools", "--action \"ITU-T SG16\"");
        await rig.MailAsync(TalkRig.Secretary, "Orders", "liaison send 2", TalkRig.Passed);
        await rig.MailAsync(Sixteen, "LS from SG16", Form("Réponse à votre note de liaison"));
        Assert.Equal(2, (await rig.RegisterAsync()).All<ObligationEntry>().Count(owed => owed.Debtor.Name == "ITU-T SG16" && owed.State == ObligationState.Open));
    }

    [Fact]
    public async Task A_word_of_the_chairman_that_could_not_be_placed_keeps_no_later_statement_from_being_asked_about()
    {
        await rig.OrderAsync($"member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email {Sixteen}");
        await DraftAsync("national reporting points", "--action \"ITU-T SG16\"");
        await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero));
        // Neither the code nor the thread says on which question it is.
        var word = await rig.MailAsync(TalkRig.Chairman, "For approval", "OK, approved. Thanks!", $"Authentication-Results: {TalkRig.Server}; dmarc=pass");
        Assert.Equal(MessageState.Held, word.Line.State);
        await DraftAsync("filters in schools", "--action \"ITU-T SG16\"");
        var asked = (await rig.LiveUntilAsync(new(2012, 10, 3, 14, 0, 0, TimeSpan.Zero))).Where(letter => letter.To.ToString() == TalkRig.Chairman).ToList();
        Assert.Contains(asked, letter => letter.Subject!.Contains("filters in schools", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, letter => letter.Subject!.Contains("national reporting points", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contribution_from_a_bodys_own_domain_is_the_bodys_where_it_names_nobody()
    {
        await rig.OrderAsync("meeting open 1 --date 2012-11-30 --from 18:00 --until 19:30 --place Geneva --remote\nmeeting announce 1");
        await rig.SendAsync();
        var told = await rig.TakeAsync($"""
            From: p.nnamdi@sixteen.example
            To: {TalkRig.Desk}
            Subject: Second input
            Date: {rig.Clock.GetUtcNow():r}
            Message-ID: <input@sixteen.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Dear secretariat,

            a contribution to the JCA-COP meeting on 30 November 2012 is attached: "Short codes".

            Philippa
            --b
            Content-Type: text/plain; name="codes.txt"
            Content-Disposition: attachment; filename="codes.txt"
            Content-Transfer-Encoding: base64

            SGVscGxpbmUgbnVtYmVycwo=
            --b--

            """.ReplaceLineEndings("\r\n"));
        Assert.True(told.Line.State == MessageState.Processed, told.Line.Reason);
        Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
    }
}
