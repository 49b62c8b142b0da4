using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Delegations, papers and absences, told through mail alone.</summary>
public sealed class MeetingsByMailTests : IAsyncDisposable
{
    private const string Ministry = "jane@ministry.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Name"] = "JCA-EX", ["Groups:g:Parent"] = "ITU-T SG17" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> OpenAsync() => rig.OrderAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7\nmeeting announce 7");

    private Task<MessageDetails> PaperAsync(string text, string file = "filtering.docx", string content = "UEsDBAo=", string source = "\r\nSource: Administration of Australia") => rig.TakeAsync($"""
        From: Jane Example <{Ministry}>
        To: {TalkRig.Desk}, {TalkRig.Chairman}
        Subject: Contribution to the JCA-EX meeting of 5 November 2012
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <{Guid.NewGuid():N}@ministry.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {text}
        {source}
        --b
        Content-Type: application/octet-stream; name="{file}"
        Content-Disposition: attachment; filename="{file}"
        Content-Transfer-Encoding: base64

        {content}
        --b--

        """.ReplaceLineEndings("\r\n"));

    private async Task<List<DocumentEntry>> DocumentsAsync() => [.. (await rig.RegisterAsync()).All<DocumentEntry>()];

    private static string Text(IEnumerable<MimeMessage> letters, string to) => string.Join('\n', letters.Where(letter => letter.To.ToString().Contains(to, StringComparison.Ordinal)).Select(letter => letter.TextBody));

    [Theory]
    [InlineData("I will attend the eighth meeting of JCA-EX in person.", "8")]
    [InlineData("Je participerai en personne à la septième réunion.", "7")]
    public async Task Of_two_open_meetings_the_one_that_a_mail_calls_by_its_number_is_meant(string words, string number)
    {
        await OpenAsync();
        await rig.OrderAsync("meeting open 8 --date 2012-12-03 --from 9:30 --until 17:30 --place Geneva\nmeeting announce 8");
        var mail = await rig.MailAsync(Ministry, "Registration", $"Dear Secretariat,\n\n{words}\n\nKind regards,\nJane Example\n");
        if (mail.Line.State == MessageState.Held) Assert.Equal(0, (await rig.RunAsync($"review accept {mail.Line.Id}")).Code);
        var register = await rig.RegisterAsync();
        var registered = Assert.Single(register.All<RegistrationEntry>());
        Assert.Equal((RegistrationState.Registered, number), (registered.State, register.All<MeetingEntry>().Single(meeting => meeting.Id == registered.MeetingId).Number));
    }

    [Theory]
    [InlineData("Please register Ms Jane Example, Director, for the meetings on 5 November 2012 (in person) and 3 December 2012 (remote).", false)]
    [InlineData("Veuillez inscrire Mme Jane Example, Directrice, à la réunion du 5 novembre 2012 (sur place) et à celle du 3 décembre 2012 (à distance).", false)]
    [InlineData("Please register Ms Jane Example, Director, for the meeting on 5 November 2012. She will attend in person.", true)]
    public async Task Who_registers_for_two_meetings_in_one_sentence_is_not_recorded_for_one_alone(string words, bool recorded)
    {
        await OpenAsync();
        await rig.OrderAsync("meeting open 8 --date 2012-12-03 --from 9:30 --until 17:30 --place Geneva\nmeeting announce 8");
        var mail = await rig.MailAsync(Ministry, "Registration", $"Dear Secretariat,\n\n{words}\n\nKind regards,\nJane Example\n");
        var all = (await rig.RegisterAsync()).All<RegistrationEntry>().Count();
        Assert.True(recorded || mail.Line.State == MessageState.Held && all == 0 || all == 2, $"{mail.Line.State}: {mail.Line.Reason}; {all} registered");
        if (recorded || all > 0) return;
        Assert.Equal(0, (await rig.RunAsync($"review accept {mail.Line.Id}")).Code);
        Assert.Equal(2, (await rig.RegisterAsync()).All<RegistrationEntry>().Count());
    }

    [Fact]
    public async Task Of_two_meetings_on_one_day_the_reviewer_is_told_both_by_number_and_says_which()
    {
        await OpenAsync();
        await rig.OrderAsync("""
            meeting open 21 --date 2012-12-03 --from 9:30 --until 11:30 --place Geneva --title "Ad hoc meeting"
            meeting open 22 --date 2012-12-03 --from 14:30 --until 17:30 --place Geneva --title "Ad hoc meeting"
            meeting announce 21
            meeting announce 22
            """);
        var mail = await rig.MailAsync(Ministry, "Registration", "Dear Secretariat,\n\nPlease register Ms Jane Example, Director, for the meeting on 3 December 2012. She will attend in person.\n\nKind regards,\nJane Example\n");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Contains("meeting 21, 09:30", mail.Line.Reason, StringComparison.Ordinal);
        Assert.Contains("meeting 22, 14:30", mail.Line.Reason, StringComparison.Ordinal);
        Assert.Contains("its number", (await rig.RunAsync($"review accept {mail.Line.Id}")).Printed, StringComparison.Ordinal);
        Assert.Contains("there is no meeting 99", (await rig.RunAsync($"review accept {mail.Line.Id} --field meeting=99")).Printed, StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync($"review accept {mail.Line.Id} --field meeting=22")).Code);
        var register = await rig.RegisterAsync();
        Assert.Equal("22", register.All<MeetingEntry>().Single(meeting => meeting.Id == Assert.Single(register.All<RegistrationEntry>()).MeetingId).Number);
    }

    [Fact]
    public async Task Whom_a_note_that_replaces_the_earlier_ones_names_no_more_is_taken_back_once_a_person_says_so()
    {
        await OpenAsync();
        const string first = "Dear Secretariat,\n\nThe following delegates will attend the JCA-EX meeting of 5 November 2012:\n\n1. Mr Peter Hall, Adviser\n2. Ms Ann Lee, Engineer\n3. Mr Tom Ray, Counsellor\n\nKind regards,\nJane Example\n";
        var mail = await rig.MailAsync(Ministry, "Delegation", first);
        if (mail.Line.State == MessageState.Held) await rig.RunAsync($"review accept {mail.Line.Id}");
        Assert.Equal(3, (await rig.RegisterAsync()).All<RegistrationEntry>().Count(entry => entry.State == RegistrationState.Registered));

        var later = await rig.MailAsync(Ministry, "Delegation", "Dear Secretariat,\n\nThis letter cancels and replaces our letter of last week. The following delegates will attend the JCA-EX meeting of 5 November 2012:\n\n1. Mr Peter Hall, Adviser\n2. Ms Ann Lee, Engineer\n\nKind regards,\nJane Example\n");
        Assert.Equal(MessageState.Held, later.Line.State);
        Assert.Contains("Tom Ray", (await rig.RunAsync($"review show {later.Line.Id}")).Printed, StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync($"review accept {later.Line.Id}")).Code);
        Assert.Equal([("Ann Lee", RegistrationState.Registered), ("Peter Hall", RegistrationState.Registered), ("Tom Ray", RegistrationState.Cancelled)],
            (await rig.RegisterAsync()).All<RegistrationEntry>().OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => (entry.Name, entry.State)));
    }

    [Fact]
    public async Task The_source_of_a_contribution_that_names_none_is_the_member_whose_address_sends_it()
    {
        await OpenAsync();
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Ministry}");
        await PaperAsync("Please find attached our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Filtering at the source\".", source: "");
        Assert.Equal("Administration of Australia", Assert.Single(await DocumentsAsync()).Source);
    }

    [Fact]
    public async Task A_contribution_gets_its_number_a_second_text_is_its_revision_and_what_comes_after_the_deadline_is_late()
    {
        await OpenAsync();
        await PaperAsync("Please find attached our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Filtering at the source\".");
        var first = Assert.Single(await DocumentsAsync());
        Assert.Equal(("Filtering at the source", DocumentState.Filed, false, first.Number), (first.Title, first.State, first.IsLate, first.Cited));
        Assert.Contains(first.Number, Text(await rig.SendAsync(), Ministry), StringComparison.Ordinal);

        rig.Clock.Advance(TimeSpan.FromDays(2));
        await PaperAsync($"Please find attached {first.Number} Rev.1, our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Filtering at the source\".", "filtering-rev1.docx", "UEsDBAoA");
        var revised = Assert.Single(await DocumentsAsync());
        Assert.Equal($"{first.Number} Rev.1", revised.Cited);
        Assert.Contains(revised.Cited, Text(await rig.SendAsync(), Ministry), StringComparison.Ordinal);

        // Twelve calendar days before the opening is the limit (Rec. ITU-T A.1, 3.1.8).
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 26, 9, 0, 0, TimeSpan.Zero));
        await PaperAsync("Please find attached our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Hotlines compared\".", "hotlines.docx");
        var all = await DocumentsAsync();
        Assert.Equal([false, true], all.Select(document => document.IsLate));
        Assert.NotEqual(all[0].Number, all[1].Number);
        Assert.Contains("after the closing date", Text(await rig.SendAsync(), Ministry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_note_verbale_registers_a_delegation_and_each_as_it_will_take_part()
    {
        await OpenAsync();
        var note = await rig.MailAsync("mission@ministry.example", "Note verbale No. 118/2012 - JCA-EX meeting of 5 November 2012", """
            No. 118/2012

            The Permanent Mission of Australia to the United Nations Office and other international organizations in Geneva presents its compliments to the secretariat of JCA-EX and has the honour to inform it that the following delegation will attend the meeting of JCA-EX on 5 November 2012:

            1. Ms Hawa Kamara, Head of Unit, Ministry of Examples, h.kamara@ministry.example (remote participation)
            2. Mr Idris Bangura, Adviser, Ministry of Examples, i.bangura@ministry.example (in person)

            The Permanent Mission of Australia avails itself of this opportunity to renew to the secretariat of JCA-EX the assurances of its highest consideration.

            Geneva, 8 October 2012
            """);
        var registered = (await rig.RegisterAsync()).All<RegistrationEntry>().OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        Assert.Equal([("Hawa Kamara", "Remote"), ("Idris Bangura", "InPerson")], registered.Select(one => (one.Name, one.Mode.ToString()!)));
        Assert.All(registered, one => Assert.Equal(RegistrationState.Registered, one.State));
        Assert.Equal(MessageState.Processed, note.Line.State);
        var receipt = Text(await rig.SendAsync(), "mission@ministry.example");
        Assert.Contains("Hawa Kamara", receipt, StringComparison.Ordinal);
        Assert.Contains("Idris Bangura", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absence_moves_the_reminder_to_the_day_after_the_return()
    {
        const string seat = "peter.hall@ministry.example";
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {seat}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var circular = (await rig.LettersAsync()).First(letter => letter.To == seat);
        await rig.MailAsync(seat, "Automatic reply: TSB Circular 313", "I am out of the office until 23 October 2012.", $"Auto-Submitted: auto-replied\nIn-Reply-To: <{circular.InternetId}>");
        var letters = await rig.LiveUntilAsync(new(2012, 11, 2, 0, 0, 0, TimeSpan.Zero));
        var reminders = letters.Where(letter => letter.To.ToString().Contains(seat, StringComparison.Ordinal)).Select(letter => letter.Date.UtcDateTime.Date).ToList();
        Assert.NotEmpty(reminders);
        Assert.All(reminders, day => Assert.True(day >= new DateTime(2012, 10, 23), $"{day:yyyy-MM-dd}"));
    }
}
