using JcaCop.Register.Entries;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The report of a meeting, told through mail alone: the secretariat opens the meeting by a mail, the chairman is asked, sends the report, says one word, and everybody who is to have it gets it once.</summary>
public sealed class ReportsByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Parent = "sg17@union.example";
    private const string Advisory = "tsag@union.example";
    private const string List = "list@union.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:g:Name"] = "JCA-EX", ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:List"] = List, ["Groups:g:Copies:0"] = "ITU-T TSAG",
    });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static IEnumerable<string> With(IEnumerable<MimeMessage> letters, string file) =>
        letters.Where(letter => letter.Attachments.OfType<MimePart>().Any(part => part.FileName == file)).SelectMany(letter => letter.To.Mailboxes).Select(to => to.Address).Order(StringComparer.Ordinal);

    private Task ReportAsync(string text) => rig.TakeAsync($"""
        Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example
        From: {TalkRig.Chairman}
        To: {TalkRig.Desk}
        Subject: Report of the JCA-EX meeting of 5 November 2012
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <{Guid.NewGuid():N}@presidency.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        Dear Secretariat,

        please find attached the draft report of the JCA-EX meeting of 5 November 2012 for distribution.

        The Chairman
        --b
        Content-Type: text/plain; name="report.txt"
        Content-Disposition: attachment; filename="report.txt"

        {text}
        --b--

        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public async Task A_report_is_asked_for_numbered_approved_by_one_word_and_distributed_once()
    {
        Assert.DoesNotContain("[Refused]", await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            member add "ITU-T Study Group 17" --sort group --body "ITU-T SG17" --email {Parent}
            member add "Advisory Group" --sort group --body "ITU-T TSAG" --email {Advisory}
            meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva
            meeting announce 7
            """), StringComparison.Ordinal);
        await rig.MailAsync(Jane, "JCA-EX meeting of 5 November 2012", "I will attend the JCA-EX meeting of 5 November 2012 in person.\n\nBest regards,\nJane Example\nHead of Unit, Ministry of Examples");
        await rig.SendAsync();

        var after = await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero));
        var request = Assert.Single(after, letter => letter.To.ToString().Contains(TalkRig.Chairman, StringComparison.Ordinal) && letter.Subject!.StartsWith("Report", StringComparison.Ordinal));
        Assert.Contains(request.Attachments.OfType<MimePart>(), part => part.FileName!.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains("awaited", await rig.OrderAsync("report list"), StringComparison.Ordinal);

        await ReportAsync("We met and agreed.");
        var approval = Assert.Single(await rig.LiveUntilAsync(new(2012, 11, 7, 18, 0, 0, TimeSpan.Zero)), letter => letter.Subject!.Contains("approval", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(TalkRig.Chairman, approval.To.ToString(), StringComparison.Ordinal);
        await rig.MailAsync(TalkRig.Chairman, $"Re: {approval.Subject}", "accept", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example", to: approval.ReplyTo.Mailboxes.Single().Address);
        var left = (await rig.SendAsync()).Concat(await rig.LiveUntilAsync(new(2012, 11, 12, 12, 0, 0, TimeSpan.Zero))).ToList();

        var file = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Newest!.Files[0].ArchivedAs;
        Assert.Equal([Jane, List, Parent, Advisory], With(left, file!));
        var meeting = Assert.Single((await rig.RegisterAsync()).All<MeetingEntry>());
        Assert.Equal((ReportState.Distributed, TalkRig.Chairman), (meeting.Report.State, meeting.Report.ApprovedBy));
        Assert.Contains("distributed", await rig.OrderAsync("report list"), StringComparison.Ordinal);
        Assert.Contains("Nothing changed", await rig.OrderAsync("report distribute 7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_was_to_have_the_report_and_has_no_address_on_record_is_named_in_the_digest_once()
    {
        await rig.OrderAsync($"""
            member add "ITU-T Study Group 17" --sort group --body "ITU-T SG17" --email {Parent}
            meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva
            meeting announce 7
            """);
        await rig.LiveUntilAsync(new(2012, 11, 6, 12, 0, 0, TimeSpan.Zero));
        await ReportAsync("We met and agreed.");
        await rig.OrderAsync("report approve 7");
        var digests = (await rig.LiveUntilAsync(new(2012, 11, 14, 12, 0, 0, TimeSpan.Zero)))
            .Where(letter => letter.To.ToString() == TalkRig.Secretary && letter.Subject!.Contains("decisions waiting", StringComparison.Ordinal)).ToList();
        var told = Assert.Single(digests, digest => digest.TextBody!.ReplaceLineEndings(" ").Contains("knows no address of ITU-T TSAG", StringComparison.Ordinal));
        Assert.DoesNotContain("knows no address of ITU-T SG17", told.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
