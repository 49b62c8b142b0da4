using System.Globalization;
using System.Text;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>What was announced and is awaited: whose it is, by which day, and what becomes of what is answered to its reminders.</summary>
public sealed class AnnouncedContributionTests : IAsyncDisposable
{
    private const string Announcer = "h.kamara@ministry.example";
    private const string Colleague = "i.bangura@ministry.example";
    private const string About = "Contribution to the JCA-X meeting of 5 November 2012";
    private const string Intends = "Dear Secretariat,\n\nwe intend to submit a contribution entitled \"Filters in home routers\" to the JCA-X meeting of 5 November 2012. The text will follow.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n";

    /// <summary>The clock stands at 1 October 2012.</summary>
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task OpenAsync(string more = "")
    {
        Assert.Equal(0, (await rig.RunAsync($"meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva {more}")).Code);
        Assert.Equal(0, (await rig.RunAsync("meeting announce 7")).Code);
    }

    private async Task AnnounceAsync(string more = "")
    {
        await OpenAsync(more);
        await rig.MailAsync(Announcer, About, Intends);
        Assert.Equal(DocumentState.Reserved, Assert.Single(await DocumentsAsync()).State);
        await rig.SendAsync();
    }

    private async Task<List<DocumentEntry>> DocumentsAsync() => [.. (await rig.RegisterAsync()).All<DocumentEntry>()];

    private async Task<List<ObligationEntry>> OwedAsync() => [.. (await rig.RegisterAsync()).All<ObligationEntry>().Where(owed => owed.Matter == ObligationMatter.SendContribution)];

    private Task<MessageDetails> PaperAsync(string from, string title, string file, string? answers = null) => rig.TakeAsync(
        $"From: {from}\r\nTo: {TalkRig.Desk}\r\nSubject: {About}\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <{Guid.NewGuid():N}@mail.example>\r\n{(answers is null ? "" : $"In-Reply-To: <{answers}>\r\n")}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + $"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear Secretariat,\r\n\r\nplease find attached our contribution \"{title}\" to the JCA-X meeting of 5 November 2012.\r\n\r\nMinistry of Australia\r\n--x\r\n"
        + $"Content-Type: application/octet-stream; name=\"{file}\"\r\nContent-Disposition: attachment; filename=\"{file}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(title))}\r\n--x--\r\n");

    private async Task<List<MimeMessage>> RemindAsync(string moment)
    {
        rig.Clock.SetUtcNow(DateTimeOffset.Parse(moment + "Z", CultureInfo.InvariantCulture));
        for (var runs = 0; await rig.Get<RemindersJob>().RunAsync(TestContext.Current.CancellationToken) is not null; runs++) Assert.True(runs < 10);
        return [.. (await rig.SendAsync()).Where(letter => letter.To.ToString().Contains(Announcer, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_colleagues_text_takes_neither_the_number_nor_the_debt_of_whoever_announced_another()
    {
        await AnnounceAsync();
        await PaperAsync(Colleague, "Hotlines compared", "hotlines.docx");
        Assert.Equal([("DOC001", DocumentState.Reserved, "Filters in home routers"), ("DOC002", DocumentState.Filed, "Hotlines compared")], (await DocumentsAsync()).Select(one => (one.Number, one.State, one.Title)));
        Assert.Equal(ObligationState.Open, Assert.Single(await OwedAsync()).State);

        // Where the title agrees, a colleague may send what was announced.
        await PaperAsync(Colleague, "Filters in home routers", "filters.docx");
        Assert.Equal([DocumentState.Filed, DocumentState.Filed], (await DocumentsAsync()).Select(one => one.State));
        Assert.Equal(ObligationState.Met, Assert.Single(await OwedAsync()).State);
    }

    [Theory]
    [InlineData("We will not submit this contribution.", "a person must read it: a contribution will not come")]
    [InlineData("No.", "it answers a reminder of a contribution, and brings no text of one")]
    [InlineData("We regret that we will not be able to submit the contribution to the meeting of 5 November 2012.", "a person must read it: a contribution will not come")]
    [InlineData("Our contribution \"Filters in home routers\" to the meeting of 5 November 2012 will be submitted next week.", "it answers a reminder of a contribution, and brings no text of one")]
    public async Task What_answers_a_reminder_and_brings_no_text_waits_for_a_person(string reply, string why)
    {
        await AnnounceAsync();
        var letter = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        var held = await rig.MailAsync(Announcer, "Re: " + letter.Subject, reply, $"In-Reply-To: <{letter.MessageId}>");
        Assert.Equal(MessageState.Held, held.Line.State);
        Assert.StartsWith(why, held.Line.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<RegistrationEntry>(), one => one.State == RegistrationState.Regrets);
        Assert.Equal(DocumentState.Reserved, Assert.Single(await DocumentsAsync()).State);

        // It is in the secretariat's hands: nobody is reminded until a person has looked.
        await rig.SendAsync();
        Assert.Empty(await RemindAsync("2012-10-22T01:00"));
        Assert.Equal(0, (await rig.RunAsync($"review reject {held.Line.Id}")).Code);
        await rig.SendAsync();
        Assert.Single(await RemindAsync("2012-10-24T01:00"));
    }

    [Fact]
    public async Task A_mere_question_in_answer_to_a_reminder_ends_none()
    {
        await AnnounceAsync();
        var letter = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        await rig.MailAsync(Announcer, "Re: " + letter.Subject, "Which template should we use?", $"In-Reply-To: <{letter.MessageId}>");
        await rig.MailAsync(Colleague, "Re: " + letter.Subject, "We will not submit this contribution.", $"In-Reply-To: <{letter.MessageId}>");
        await rig.SendAsync();
        Assert.Single(await RemindAsync("2012-10-22T01:00"));
    }

    [Fact]
    public async Task A_text_that_answers_a_reminder_is_filed_under_its_number()
    {
        await AnnounceAsync();
        var letter = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        // What is held is the file alone, of which nothing could be read.
        Assert.StartsWith("attachment blocking.docx was not read", (await PaperAsync(Announcer, "Blocking at the router", "blocking.docx", letter.MessageId)).Line.Reason, StringComparison.Ordinal);
        Assert.Equal(("DOC001", DocumentState.Filed), (Assert.Single(await DocumentsAsync()).Number, (await DocumentsAsync())[0].State));
    }

    [Fact]
    public async Task The_day_that_is_told_is_that_of_the_meetings_zone()
    {
        // The end of 24 October in New York is the morning of the 25th in Geneva.
        await AnnounceAsync("--zone America/New_York");
        Assert.Equal(new DateTimeOffset(2012, 10, 25, 3, 59, 59, TimeSpan.Zero), Assert.Single(await OwedAsync()).Deadline!.At);
        var letters = await RemindAsync("2012-10-16T23:00");
        letters.AddRange(await RemindAsync("2012-10-22T01:00"));
        letters.AddRange(await RemindAsync("2012-10-24T01:00"));
        Assert.Equal(3, letters.Count);
        Assert.All(letters, letter =>
        {
            Assert.Contains("24 October 2012", letter.TextBody!, StringComparison.Ordinal);
            Assert.DoesNotContain("25 October", letter.Subject + letter.TextBody, StringComparison.Ordinal);
        });
        Assert.StartsWith("Last day", letters[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_announced_and_is_away_is_reminded_on_the_day_of_return_though_the_register_knows_nobody_of_that_address()
    {
        await AnnounceAsync();
        Assert.Empty((await rig.RegisterAsync()).PersonsWithEmail(Announcer));
        var letter = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        await rig.MailAsync(Announcer, "Automatic reply: " + letter.Subject, "I am out of the office until 23 October 2012.", $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter.MessageId}>");
        Assert.Equal(Announcer, Assert.Single((await rig.RegisterAsync()).All<AbsenceEntry>()).Address);
        Assert.Empty(await RemindAsync("2012-10-22T01:00"));
        Assert.Single(await RemindAsync("2012-10-23T01:00"));
    }

    [Fact]
    public async Task The_absence_of_whoever_registered_another_is_kept_for_the_letters_that_go_there()
    {
        await OpenAsync();
        var told = await rig.MailAsync(Announcer, "Registration for the JCA-X meeting of 5 November 2012", "Dear Secretariat,\n\nMr Idris Bangura will attend the JCA-X meeting on 5 November 2012 in person.\n\nKind regards,\nMinistry of Australia\n");
        Assert.Equal(0, (await rig.RunAsync(string.Create(CultureInfo.InvariantCulture, $"review accept {told.Line.Id}"))).Code);
        Assert.Equal((Announcer, "Idris Bangura"), (await rig.RegisterAsync()).All<RegistrationEntry>().Select(one => (one.ToldBy!, one.Name)).Single());
        Assert.Empty((await rig.RegisterAsync()).PersonsWithEmail(Announcer));
        await rig.MailAsync(Announcer, "Automatic reply", "I am out of the office until 23 October 2012.", "Auto-Submitted: auto-replied");
        Assert.Equal(Announcer, Assert.Single((await rig.RegisterAsync()).All<AbsenceEntry>()).Address);
    }

    [Fact]
    public async Task An_address_that_is_given_up_is_reminded_no_more_though_the_register_knows_nobody_of_it()
    {
        await AnnounceAsync();
        var letter = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        await rig.TakeAsync(ReachTests.Bounce(rig.Clock.GetUtcNow(), letter.MessageId, Announcer, "5.1.1", null));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await rig.WorkAsync(typeof(ConversationJob));
        var probe = (await rig.SendAsync()).Single(one => one.To.ToString().Contains(Announcer, StringComparison.Ordinal));
        await rig.TakeAsync(ReachTests.Bounce(rig.Clock.GetUtcNow(), probe.MessageId, Announcer, "5.1.1", null));
        Assert.Equal(ObligationState.Unreachable, Assert.Single(await OwedAsync()).State);
        Assert.Empty(await RemindAsync("2012-10-22T01:00"));
    }

    [Fact]
    public async Task What_the_chairman_passes_on_is_owed_by_whom_it_comes_from()
    {
        Assert.Equal(0, (await rig.RunAsync("member add \"Ministry of Australia\" --country AU --email post@ministry.example")).Code);
        await OpenAsync();
        var passed = await rig.MailAsync(TalkRig.Chairman, About, "Dear all,\n\nthe following contribution to the JCA-X meeting of 5 November 2012 will be submitted, its text will follow.\n\nTitle: Filters in home routers\nSource: Ministry of Australia\n");
        Assert.Equal(0, (await rig.RunAsync(string.Create(CultureInfo.InvariantCulture, $"review accept {passed.Line.Id}"))).Code);
        var owed = Assert.Single(await OwedAsync());
        Assert.Equal(("Ministry of Australia", (string?)null), (owed.Debtor.Name, owed.Debtor.Email));
        Assert.NotNull(owed.Debtor.MemberId);
    }

    [Fact]
    public async Task What_was_announced_after_the_deadline_is_owed_once_the_meeting_moves_to_a_later_day()
    {
        await OpenAsync();
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 26, 9, 0, 0, TimeSpan.Zero));
        await rig.MailAsync(Announcer, About, Intends);
        Assert.Equal(DocumentState.Reserved, Assert.Single(await DocumentsAsync()).State);
        Assert.Empty(await OwedAsync());
        Assert.Equal(0, (await rig.RunAsync("meeting set 7 --date 2012-11-26")).Code);
        var owed = Assert.Single(await OwedAsync());
        Assert.Equal((Announcer, ObligationState.Open), (owed.Debtor.Email, owed.State));
        Assert.Equal(new DateTimeOffset(2012, 11, 14, 22, 59, 59, TimeSpan.Zero), owed.Deadline!.At);

        // What stands open already moves, and is not owed twice.
        Assert.Equal(0, (await rig.RunAsync("meeting set 7 --date 2012-12-03")).Code);
        Assert.Equal(new DateTimeOffset(2012, 11, 21, 22, 59, 59, TimeSpan.Zero), Assert.Single(await OwedAsync()).Deadline!.At);
    }
}
