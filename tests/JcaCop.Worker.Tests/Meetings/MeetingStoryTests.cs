using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Settings;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>Meetings by mail alone: invitation, copies, delegation, change of room.</summary>
public sealed class MeetingStoryTests : MeetingStory
{
    [Fact]
    public async Task An_invitation_leaves_by_itself_before_the_limit_once_and_each_member_reads_its_own_language()
    {
        await OpenAsync();
        // A day before the limit is Sunday 7 October: nobody is written to at a week's end.
        Assert.Empty(await DueAsync("2012-10-04"));
        var letters = await DueAsync("2012-10-05");
        Assert.Equal(["list@union.example", "post@ministry.example", "sg17@union.example"], To(letters));
        Assert.Contains("5 novembre 2012", letters.Single(letter => letter.To.ToString().Contains("ministry", StringComparison.Ordinal)).TextBody!, StringComparison.Ordinal);
        Assert.All(letters, letter => Assert.Contains(letter.BodyParts.OfType<TextPart>(), part => part.ContentType.IsMimeType("text", "calendar") && part.ContentType.Parameters["method"] == "PUBLISH"));
        Assert.Empty(await DueAsync("2012-10-08"));
    }

    [Fact]
    public async Task The_parent_and_all_who_hold_a_seat_get_copies_where_the_settings_say_so_and_the_letter_tells_who_reads_it()
    {
        await using var copied = new TalkRig(over: new Dictionary<string, string?>
        {
            ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:Cc:call:0"] = "parent", ["Groups:g:Cc:call:1"] = "seats", ["Groups:g:Cc:call:2"] = "watch@union.example",
        });
        foreach (var order in (string[])
                 [
                     "member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example", "member add \"Ministry of Australia\" --country AU --email post@ministry.example",
                     "person add --name \"Hawa Kamara\" --email hawa@sg2.example", "seat add \"ITU-T SG2\" --person 1", "person add --name \"Otto Held\" --email otto@sg9.example", "seat add \"ITU-T SG9\" --person 2", "seat end 2",
                     "call open \"TSB Circular 313\" --kind nomination --title \"Nominations\" --deadline 2012-12-01 --to AU",
                 ])
            Assert.Equal(0, (await copied.RunAsync(order)).Code);
        var letters = await copied.SendAsync();
        var readers = letters.Select(letter => letter.Headers["X-Original-Cc"] ?? letter.Cc.ToString()).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(["watch@union.example, sg17@union.example, hawa@sg2.example"], readers);
        Assert.Equal(4, letters.Count);
    }

    [Fact]
    public async Task Who_has_a_copy_by_a_role_gets_one_of_a_call_to_many_and_none_beside_a_letter_of_their_own()
    {
        await using var copied = new TalkRig(over: new Dictionary<string, string?>
        {
            ["Groups:g:TimeZone"] = "Pacific/Auckland", ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:Cc:call:0"] = "parent", ["Groups:g:Cc:call:1"] = "seats",
        });
        // In Auckland it is 2 October, on which the seats begin.
        copied.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 1, 12, 0, 0, TimeSpan.Zero));
        foreach (var order in (string[])
                 [
                     "member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example", "member add \"Ministry of Australia\" --country AU --email post@ministry.example",
                     "member add \"Council of New Zealand\" --country NZ --email post@council.example",
                     "person add --name \"Hawa Kamara\" --email hawa@sg2.example", "seat add \"ITU-T SG2\" --person 1", "person add --name \"Otto Held\" --email Post@council.example", "seat add \"ITU-T SG9\" --person 2",
                     $"person add --name \"Desk Probe\" --email {TalkRig.Desk}", "seat add \"ITU-T SG5\" --person 3",
                     "call open \"TSB Circular 313\" --kind nomination --title \"Nominations\" --deadline 2012-12-01 --to AU --to NZ",
                 ])
            Assert.Equal(0, (await copied.RunAsync(order)).Code);
        var calls = (await copied.LettersAsync()).Where(letter => letter.Kind == "call").Select(letter => letter.To).Order(StringComparer.Ordinal);
        Assert.Equal(["hawa@sg2.example", "post@council.example", "post@ministry.example", "sg17@union.example"], calls);
    }

    [Fact]
    public async Task A_delegation_registers_by_one_mail_and_its_remote_member_alone_gets_the_connection_details_once()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", $"Dear Secretariat,\n\n{MailTexts.Delegation("JCA-X on 5 November 2012")}\n\nKind regards,\nHawa Kamara\n");
        var registered = (await rig.RegisterAsync()).All<RegistrationEntry>().ToList();
        Assert.Equal(["Hawa Kamara", "Idris Bangura"], registered.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Contains("registration-receipt", (await rig.LettersAsync()).Select(letter => letter.Kind));
        await rig.SendAsync();
        Assert.DoesNotContain("h.kamara@ministry.example", To((await DueAsync("2012-11-03")).Where(letter => letter.ToString().Contains("conference.example", StringComparison.Ordinal))));
        var connections = (await DueAsync("2012-11-04")).Where(letter => letter.TextBody!.Contains("https://conference.example/7", StringComparison.Ordinal)).ToList();
        Assert.Equal(["h.kamara@ministry.example"], To(connections));
        Assert.Contains("Code 55", connections[0].TextBody!, StringComparison.Ordinal);
        Assert.Empty(await DueAsync("2012-11-04"));

        Assert.Equal(0, (await rig.RunAsync("meeting send-participants 7")).Code);
        var lists = await rig.SendAsync();
        Assert.Superset(new HashSet<string> { "h.kamara@ministry.example", "i.bangura@ministry.example" }, To(lists).ToHashSet());
        Assert.All(lists, letter =>
        {
            Assert.Contains("Idris Bangura", letter.TextBody!, StringComparison.Ordinal);
            Assert.DoesNotContain("i.bangura@ministry.example", letter.TextBody!, StringComparison.Ordinal);
            Assert.Equal(["participants.xlsx"], letter.Attachments.OfType<MimePart>().Select(part => part.FileName));
        });

        await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", "Please cancel the registration of Mr Idris Bangura for the meeting of 5 November 2012.\n\nHawa Kamara");
        Assert.Equal(RegistrationState.Cancelled, (await rig.RegisterAsync()).All<RegistrationEntry>().Single(one => one.Name == "Idris Bangura").State);
    }

    [Fact]
    public async Task Whoever_registers_from_afar_on_the_day_itself_or_comes_back_after_a_cancellation_gets_the_connection_details_at_once()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        const string Subject = "Registration for the JCA-X meeting of 5 November 2012";
        const string Coming = "Dear Secretariat,\n\nI will take part in the JCA-X meeting on 5 November 2012 remotely.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n";
        // Half past ten by the meeting's clock: it has begun an hour ago.
        await DueAsync("2012-11-04");
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 11, 5, 9, 30, 0, TimeSpan.Zero));
        await rig.MailAsync(Minister, Subject, Coming);
        Assert.Single(await ConnectedAsync());
        Assert.Empty(await ConnectedAsync());
        await rig.MailAsync(Minister, Subject, "Please cancel the registration of Ms Hawa Kamara for the meeting of 5 November 2012.\n\nHawa Kamara");
        Assert.Equal(RegistrationState.Cancelled, (await rig.RegisterAsync()).All<RegistrationEntry>().Single().State);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.MailAsync(Minister, Subject, Coming);
        Assert.Equal(RegistrationState.Registered, (await rig.RegisterAsync()).All<RegistrationEntry>().Single().State);
        Assert.Single(await ConnectedAsync());

        async Task<IReadOnlyList<MimeMessage>> ConnectedAsync()
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await SettleAsync(rig.Get<MeetingJob>());
            return [.. (await rig.SendAsync()).Where(letter => letter.TextBody!.Contains("https://conference.example/7", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public async Task A_change_of_room_is_told_to_all_who_know_of_the_meeting_with_the_next_sequence_and_a_cancellation_takes_it_out_of_calendars()
    {
        await OpenAsync();
        await DueAsync("2012-10-05");
        Assert.Equal(0, (await rig.RunAsync("meeting set 7 --room \"Room C\"")).Code);
        var updates = await rig.SendAsync();
        Assert.Equal(3, updates.Count);
        Assert.All(updates, letter => Assert.Contains("SEQUENCE:1", Calendar(letter), StringComparison.Ordinal));
        Assert.Contains("awaited", (await rig.RunAsync("meeting show 7")).Printed, StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync("meeting cancel 7 --reason \"the parent group meets later\"")).Code);
        Assert.DoesNotContain("awaited", (await rig.RunAsync("meeting show 7")).Printed.Split("History:")[0], StringComparison.Ordinal);
        var cancellations = await rig.SendAsync();
        Assert.Equal(3, cancellations.Count);
        Assert.All(cancellations, letter => Assert.Contains("the parent group meets later", letter.TextBody!, StringComparison.Ordinal));
        Assert.All(cancellations, letter => Assert.Contains("METHOD:CANCEL", Calendar(letter), StringComparison.Ordinal));
        Assert.All(cancellations, letter => Assert.Contains("SEQUENCE:2", Calendar(letter), StringComparison.Ordinal));

        // Whoever registers all the same is told so at once.
        var late = await rig.MailAsync(Minister, "Registration for the JCA-X meeting of 5 November 2012", "Please register Mr Idris Bangura (i.bangura@ministry.example) for the meeting of 5 November 2012.\n\nHawa Kamara");
        Assert.Equal(MessageState.Held, late.Line.State);
        var receipt = Assert.Single(await rig.SendAsync(), letter => letter.InReplyTo == late.Line.InternetId);
        Assert.Contains("Reason: The meeting was cancelled.", receipt.TextBody!, StringComparison.Ordinal);
    }

    private static string Calendar(MimeMessage letter) =>
        letter.BodyParts.OfType<TextPart>().First(part => part.ContentType.IsMimeType("text", "calendar")).Text!;
}
