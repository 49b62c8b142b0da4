using JcaCop.Register.Entries;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>Who is reminded of contributions, and until when.</summary>
public sealed class ContributionStoryTests : MeetingStory
{
    private const string Delegate = "i.bangura@council.example";

    private static IEnumerable<string> Reminded(IEnumerable<MimeMessage> letters) =>
        To(letters.Where(letter => letter.Subject!.StartsWith("Reminder: contributions", StringComparison.Ordinal) || letter.Subject.StartsWith("Last day for contributions", StringComparison.Ordinal)));

    private async Task<IReadOnlyList<MimeMessage>> RemindAsync(string moment)
    {
        rig.Clock.SetUtcNow(DateTimeOffset.Parse(moment + "Z", System.Globalization.CultureInfo.InvariantCulture));
        await SettleAsync(rig.Get<ArchiveJob>());
        await SettleAsync(rig.Get<MeetingJob>());
        await SettleAsync(rig.Get<RemindersJob>());
        await SettleAsync(rig.Get<ContributionRemindersJob>());
        return await rig.SendAsync();
    }

    /// <summary>Invited on 7 October; contributions are in time until 24 October, and called for on 10 October.</summary>
    private async Task OpenWithTwoParticipantsAsync()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await DueAsync("2012-10-10");
        await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", "Dear Secretariat,\n\nI will attend the JCA-X meeting on 5 November 2012 in person.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        await rig.MailAsync(Delegate, "Registration for the JCA-X meeting of 5 November 2012", "Dear Secretariat,\n\nI will attend the JCA-X meeting on 5 November 2012 in person.\n\nKind regards,\nIdris Bangura\nCouncil of New Zealand\n");
        Assert.Equal(["Hawa Kamara", "Idris Bangura"], (await rig.RegisterAsync()).All<RegistrationEntry>().Where(one => one.State == RegistrationState.Registered).Select(one => one.Name).Order(StringComparer.Ordinal));
        await rig.SendAsync();
    }

    [Fact]
    public async Task Registered_participants_are_reminded_of_the_deadline_for_contributions_once_in_office_hours_and_not_who_has_contributed()
    {
        await OpenWithTwoParticipantsAsync();
        await rig.TakeAsync(Raw(rig, Delegate, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Filters in home routers\" to the JCA-X meeting of 5 November 2012.\n\nIdris Bangura\nCouncil of New Zealand", "filters.docx", "text"));
        Assert.Equal(DocumentState.Filed, Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).State);
        await rig.SendAsync();

        // Three days before the 24th is a Sunday: the letter leaves on Friday, when office hours begin in Sydney, and none follows.
        Assert.Empty(Reminded(await RemindAsync("2012-10-18T12:00")));
        Assert.Empty(Reminded(await RemindAsync("2012-10-18T21:00")));
        Assert.Equal([Minister], Reminded(await RemindAsync("2012-10-18T23:00")));
        foreach (var moment in new[] { "2012-10-19T02:00", "2012-10-19T14:00", "2012-10-22T01:00", "2012-10-24T01:00" }) Assert.Empty(Reminded(await RemindAsync(moment)));
    }

    [Fact]
    public async Task Whoever_announced_a_contribution_is_reminded_until_it_comes_under_whatever_title_and_then_no_more()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await DueAsync("2012-10-10");
        await rig.MailAsync(Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nwe intend to submit a contribution entitled \"Filters in home routers\" to the JCA-X meeting of 5 November 2012. The text will follow.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        var announced = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.Equal((DocumentState.Reserved, "DOC001"), (announced.State, announced.Number));
        await rig.SendAsync();

        // Office hours are those of Sydney.
        Assert.Empty(Reminded(await RemindAsync("2012-10-16T21:00")));
        var first = Assert.Single(await RemindAsync("2012-10-16T23:00"));
        Assert.Equal(Minister, first.To.Mailboxes.Single().Address);
        Assert.Contains("DOC001", first.TextBody!, StringComparison.Ordinal);
        Assert.Contains("Filters in home routers", first.TextBody!, StringComparison.Ordinal);
        Assert.Empty(await RemindAsync("2012-10-17T00:00"));
        Assert.Equal([Minister], Reminded(await RemindAsync("2012-10-22T01:00")));

        await rig.TakeAsync(Raw(rig, Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Blocking at the router\" to the JCA-X meeting of 5 November 2012.\n\nHawa Kamara\nMinistry of Australia", "filters.docx", "text"));
        var filed = Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.Equal((DocumentState.Filed, "DOC001", "Blocking at the router"), (filed.State, filed.Number, filed.Title));
        Assert.Equal(ObligationState.Met, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
        await rig.SendAsync();
        Assert.Empty(Reminded(await RemindAsync("2012-10-24T01:00")));
        Assert.Empty(Reminded(await RemindAsync("2012-10-29T12:00")));
    }

    [Fact]
    public async Task Of_several_announced_contributions_the_one_of_a_kindred_title_has_come_and_a_title_like_none_is_asked_about()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await DueAsync("2012-10-10");
        foreach (var title in (string[])["Age verification survey", "Helpline statistics", "Filters in home routers"])
            await rig.MailAsync(Minister, "Contribution to the JCA-X meeting of 5 November 2012",
                $"Dear Secretariat,\n\nwe intend to submit a contribution entitled \"{title}\" to the JCA-X meeting of 5 November 2012. The text will follow.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        Assert.Equal(3, (await rig.RegisterAsync()).All<DocumentEntry>().Count(document => document.State == DocumentState.Reserved));

        await rig.TakeAsync(Raw(rig, Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Survey on age checks\" to the JCA-X meeting of 5 November 2012.\n\nHawa Kamara\nMinistry of Australia", "survey.docx", "text"));
        Assert.Equal(["DOC001"], (await rig.RegisterAsync()).All<DocumentEntry>().Where(document => document.State == DocumentState.Filed).Select(document => document.Number));

        await rig.TakeAsync(Raw(rig, Minister, "Contribution to the JCA-X meeting of 5 November 2012",
            "Dear Secretariat,\n\nplease find attached our contribution \"Children and games\" to the JCA-X meeting of 5 November 2012.\n\nHawa Kamara\nMinistry of Australia", "games.docx", "other"));
        Assert.Equal(3, (await rig.RegisterAsync()).All<DocumentEntry>().Count());
        await rig.SendAsync();
        // A text of theirs waits: nobody is told that none has come.
        Assert.Empty(Reminded(await RemindAsync("2012-10-22T01:00")));
    }

    [Fact]
    public async Task A_contribution_that_was_promised_and_does_not_come_reaches_the_secretariat_moves_with_the_meeting_and_can_be_taken_back()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        Assert.Equal(0, (await rig.RunAsync("document reserve \"Views on filters\" --kind contribution --source \"Ministry of Australia\" --meeting 7")).Code);
        var owed = Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>());
        Assert.Equal((ObligationMatter.SendContribution, "DOC001 Views on filters"), (owed.Matter, owed.Title));
        Assert.Equal(0, (await rig.RunAsync("meeting set 7 --date 2012-11-12")).Code);
        // A week later, and an hour: summer time ends between the two.
        Assert.Equal(new TimeSpan(7, 1, 0, 0), Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).Deadline!.At - owed.Deadline!.At);
        await rig.SendAsync();

        var late = Assert.Single(await RemindAsync("2012-11-05T09:00"), letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        Assert.Contains("DOC001 Views on filters", late.TextBody!, StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync("document withdraw DOC001")).Code);
        Assert.Equal(ObligationState.Declined, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
    }

    [Fact]
    public async Task Nobody_owes_a_contribution_to_a_meeting_that_was_called_off_nor_is_reminded_of_it()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        Assert.Equal(0, (await rig.RunAsync("meeting cancel 7")).Code);
        Assert.Equal(0, (await rig.RunAsync("document reserve \"Views on filters\" --kind contribution --source \"Ministry of Australia\" --meeting 7")).Code);
        Assert.Empty((await rig.RegisterAsync()).All<ObligationEntry>());
        await rig.SendAsync();
        Assert.Empty(await RemindAsync("2012-10-17T00:00"));
    }
}
