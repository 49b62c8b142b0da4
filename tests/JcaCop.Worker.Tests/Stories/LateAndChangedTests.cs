using System.Text;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What comes late to a meeting, and what changes once its letters are out.</summary>
public sealed class LateAndChangedTests : IAsyncDisposable
{
    private const string Ministry = "jane@ministry.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Name"] = "JCA-EX", ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:List"] = "list@lists.example" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static List<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => [.. letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address))];

    private static string Calendar(MimeMessage letter)
    {
        var part = letter.BodyParts.OfType<MimePart>().First(part => part.ContentType.IsMimeType("text", "calendar"));
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return Encoding.UTF8.GetString(content.ToArray()).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal);
    }

    private static int Sequence(string calendar) => int.Parse(calendar.Split("SEQUENCE:")[1].Split('\r', '\n')[0], System.Globalization.CultureInfo.InvariantCulture);

    private Task<string> OpenAsync() => rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Ministry}\nmeeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7\nmeeting announce 7");

    private async Task LateAsync()
    {
        rig.Clock.SetUtcNow(new(2012, 10, 29, 8, 0, 0, TimeSpan.Zero));
        await rig.TakeAsync($"""
            From: Jane Example <{Ministry}>
            To: {TalkRig.Desk}
            Subject: Contribution to the JCA-EX meeting of 5 November 2012
            Date: {rig.Clock.GetUtcNow():r}
            Message-ID: <late@ministry.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Please find attached our contribution "Filters in schools" to the meeting of 5 November 2012.

            Source: Administration of Australia
            --b
            Content-Type: application/octet-stream; name="filters.docx"
            Content-Disposition: attachment; filename="filters.docx"
            Content-Transfer-Encoding: base64

            UEsDBAo=
            --b--

            """.ReplaceLineEndings("\r\n"));
        if ((await rig.RegisterAsync()).All<DocumentEntry>().All(document => document.Sort != DocumentSort.Contribution)) await rig.RunAsync("review accept 1");
    }

    [Theory]
    [InlineData("accept", true)]
    [InlineData("reject", false)]
    public async Task What_came_late_is_announced_only_where_the_chairman_admits_it(string word, bool announced)
    {
        await OpenAsync();
        await LateAsync();
        var document = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.True(document.IsPutOff);
        var asked = Assert.Single(To(await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddHours(6)), TalkRig.Chairman), letter => letter.Subject!.Contains("late contribution", StringComparison.Ordinal));
        await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", word, $"Authentication-Results: {TalkRig.Server}; dmarc=pass\nIn-Reply-To: <{asked.MessageId}>");
        Assert.Equal(announced, Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Admitted);
        var letters = await rig.LiveUntilAsync(new(2012, 11, 5, 7, 0, 0, TimeSpan.Zero));
        var told = letters.Any(letter => letter.Subject!.Contains("Documents available", StringComparison.Ordinal) && letter.TextBody!.Contains(document.Number, StringComparison.Ordinal));
        Assert.True(announced == told, string.Join('\n', letters.Select(letter => $"{letter.To}: {letter.Subject}")));
    }

    [Theory]
    [InlineData("admit", true)]
    [InlineData("Defer", false)]
    [InlineData("admitido", true)]
    public async Task The_name_of_the_order_below_the_only_letter_that_asks_is_the_answer(string word, bool admitted)
    {
        await OpenAsync();
        await LateAsync();
        var asked = Assert.Single(To(await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddHours(6)), TalkRig.Chairman), letter => letter.Subject!.Contains("late contribution", StringComparison.Ordinal));
        var mail = await rig.MailAsync(TalkRig.Chairman, "Re: late", word, $"Authentication-Results: {TalkRig.Server}; dmarc=pass\nIn-Reply-To: <{asked.MessageId}>");
        Assert.Equal(MessageState.Processed, mail.Line.State);
        Assert.Equal(admitted, Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Admitted);
    }

    [Fact]
    public async Task What_is_put_off_goes_to_the_next_meeting_by_a_verb_and_is_in_time_there()
    {
        await OpenAsync();
        await rig.DeskAsync("meeting open 8 --date 2012-12-17 --from 9:30 --until 17:30 --place Geneva");
        await LateAsync();
        var number = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Number;
        Assert.DoesNotContain("Nothing done", await rig.DeskAsync($"document defer {number} --to 8"), StringComparison.Ordinal);
        var register = await rig.RegisterAsync();
        var moved = Assert.Single(register.All<DocumentEntry>());
        Assert.Equal(("8", false), (register.One<MeetingEntry>(moved.MeetingId)!.Number, moved.IsPutOff));
        Assert.Contains("no late contribution", await rig.DeskAsync("document reserve \"Agenda\" --kind agenda --meeting 7\ndocument admit DOC002"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_time_keeps_the_link_in_the_calendar_and_every_entry_counts_up()
    {
        await OpenAsync();
        await rig.MailAsync(Ministry, "Registration", "Dear Secretariat,\n\nPlease register the following delegate for the meeting on 5 November 2012:\n\nName: Jane Example\nFunction: Director\nOrganization: Ministry of Communications\nParticipation: remote\nE-mail: jane@ministry.example\n");
        if ((await rig.RegisterAsync()).All<RegistrationEntry>().ToList() is []) await rig.RunAsync("review accept 1");
        var receipt = To(await rig.SendAsync(), Ministry).Last();
        Assert.DoesNotContain("conference.example", Calendar(receipt), StringComparison.Ordinal);
        var connection = To(await rig.LiveUntilAsync(new(2012, 11, 4, 12, 0, 0, TimeSpan.Zero)), Ministry).Last(letter => letter.TextBody!.Contains("conference.example", StringComparison.Ordinal));
        Assert.True(Sequence(Calendar(connection)) > Sequence(Calendar(receipt)));

        var set = await rig.DeskAsync("meeting set 7 --from 15:00");
        var updates = To(await rig.SendAsync(), Ministry);
        Assert.True(updates.Count > 0, set);
        var update = updates[^1];
        Assert.Contains("https://conference.example/7", Calendar(update), StringComparison.Ordinal);
        Assert.True(Sequence(Calendar(update)) > Sequence(Calendar(connection)));

        await rig.DeskAsync("meeting set 7 --link https://conference.example/new");
        var again = To(await rig.LiveUntilAsync(new(2012, 11, 5, 2, 0, 0, TimeSpan.Zero)), Ministry).Last();
        Assert.Contains("https://conference.example/new", Calendar(again), StringComparison.Ordinal);
        Assert.True(Sequence(Calendar(again)) > Sequence(Calendar(update)));
    }

    [Fact]
    public async Task Who_is_registered_by_a_persons_word_gets_the_meeting_into_the_calendar_and_a_status_that_tells_it()
    {
        await OpenAsync();
        var mail = await rig.MailAsync("someone@elsewhere.example", "Registration", "Dear Secretariat,\n\nPlease register the following delegate for the meeting on 5 November 2012:\n\nName: Sam Example\nFunction: Director\nOrganization: Lark Society\nParticipation: in person\nE-mail: someone@elsewhere.example\n");
        if (mail.Line.State == MessageState.Held) await rig.RunAsync($"review accept {mail.Line.Id}");
        var told = To(await rig.SendAsync(), "someone@elsewhere.example");
        Assert.Contains(told, letter => letter.BodyParts.OfType<MimePart>().Any(part => part.ContentType.IsMimeType("text", "calendar")) && Calendar(letter).Contains("METHOD:REQUEST", StringComparison.Ordinal));

        await rig.MailAsync(Ministry, "Registration", "Dear Secretariat,\n\nPlease register Ms Jane Example, Director, for the meeting on 5 November 2012. She will attend in person.\n\nMinistry of Communications");
        foreach (var held in (await rig.LettersAsync()).Select(letter => letter.CauseMessageId).OfType<long>().Distinct().ToList()) await rig.RunAsync($"review accept {held}");
        await rig.SendAsync();
        await rig.MailAsync(Ministry, "status", "status", TalkRig.Passed);
        Assert.Contains("Jane Example", string.Join('\n', To(await rig.SendAsync(), Ministry).Select(letter => letter.TextBody)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approved_report_whose_text_is_gone_is_told_to_the_secretariat_once()
    {
        await rig.DeskAsync("member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example");
        await OpenAsync();
        rig.Clock.SetUtcNow(new(2012, 11, 6, 8, 0, 0, TimeSpan.Zero));
        await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddHours(2));
        await rig.RunAsync("report draft 7");
        await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddHours(2));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(rig.Data, "documents"), "*", SearchOption.AllDirectories).ToList()) File.Delete(file);
        Assert.Contains("No text of it is in the archive", (await rig.RunAsync("report approve 7")).Printed, StringComparison.Ordinal);
        var letters = To(await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddDays(3)), TalkRig.Secretary);
        Assert.Single(letters, letter => letter.TextBody!.Contains("no text of it is in the archive", StringComparison.Ordinal));
    }
}
