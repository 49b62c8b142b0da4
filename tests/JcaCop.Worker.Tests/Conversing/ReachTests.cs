using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Bounces, and letters that arrive.</summary>
public sealed class ReachTests
{
    internal const string Seat = "peter.hall@ministry.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A person with a seat and an alternate beside, a member with that one address that owes an answer, and a letter that has gone to the address.</summary>
    internal static async Task<string> SeatedAsync(TalkRig rig, string? otherAddress = null)
    {
        Assert.Equal(0, (await rig.RunAsync($"person add --name \"Peter Hall\" --email {Seat}")).Code);
        Assert.Equal(0, (await rig.RunAsync("person add --name \"Ann Marsh\" --email ann.marsh@ministry.example --phone \"+61 2 5550 0100\"")).Code);
        Assert.Equal(0, (await rig.RunAsync("seat add \"ITU-T SG17\" --person 1 --from 2012-01-01")).Code);
        Assert.Equal(0, (await rig.RunAsync("seat add \"ITU-T SG17\" --person 2 --role alternate --from 2012-01-01")).Code);
        Assert.Equal(0, (await rig.RunAsync($"member add \"Administration of Australia\" --country AU --email {Seat}{(otherAddress is null ? "" : $" --email {otherAddress}")}")).Code);
        await rig.Get<DeskStore>().DoAsync("g", new DeskOrder("test", "owe", "", [EntryKind.Member], draft =>
        {
            draft.Put(null, new ObligationEntry(draft.Known.NextNew(), "g", ObligationMatter.AnswerCall, EntryKind.Call, 7, "Circular 7", new Debtor("Australia", "AU", MemberId: 1),
                new Deadline(rig.Clock.GetUtcNow().AddDays(60), "test"), ObligationState.Open, draft.Now, null, null), "Circular 7", new FieldChange("state", null, "Open"));
            return DeskResult.Done;
        }), Stop);
        return await LetterAsync(rig);
    }

    private static async Task<string> LetterAsync(TalkRig rig, string kind = "call")
    {
        var id = $"{Guid.NewGuid():N}@union.example";
        await rig.Get<OutboxStore>().EnqueueAsync([new OutgoingLetter(id, "g", kind, TalkRig.Desk, Seat, "Circular 7", System.Text.Encoding.ASCII.GetBytes("Subject: Circular 7\r\n\r\n"))], Stop);
        return id;
    }

    private static Task<MessageDetails> BounceAsync(TalkRig rig, string? letter, string address = Seat, string status = "5.1.1", string? headers = null) =>
        rig.TakeAsync(Bounce(rig.Clock.GetUtcNow(), letter, address, status, headers));

    /// <summary>A report that a letter could not be delivered (RFC 3464).</summary>
    internal static string Bounce(DateTimeOffset at, string? letter, string address, string status, string? headers) => $"""
        Return-Path: <>
        From: Mail Delivery System <mailer-daemon@mx.ministry.example>
        To: {TalkRig.Desk}
        Subject: Undelivered Mail Returned to Sender
        Date: {at:r}
        Message-ID: <{Guid.NewGuid():N}@mx.ministry.example>
        MIME-Version: 1.0
        {headers ?? "X-Nothing: here"}
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.ministry.example

        Final-Recipient: rfc822; {address}
        Action: failed
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} no such user

        --b
        Content-Type: text/rfc822-headers

        Subject: Circular 7
        {(letter is null ? "X-Nothing: here" : $"Message-ID: <{letter}>")}

        --b--

        """.ReplaceLineEndings("\r\n");

    private static async Task<Reachability> StandingAsync(TalkRig rig) => (await rig.RegisterAsync()).Persons[0].Addresses[0].Reachability;

    private static Task<AddressHealth> HealthAsync(TalkRig rig) => rig.Get<ReachStore>().HealthAsync("g", Seat, Stop);

    private static async Task<string?> ProbeAsync(TalkRig rig)
    {
        await rig.Get<ConversationJob>().RunAsync(Stop);
        return (await rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "address-probe" && letter.State == OutboxState.Queued)?.InternetId;
    }

    [Fact]
    public async Task An_address_is_doubted_probed_given_up_and_the_secretariat_hears_who_else_there_is()
    {
        await using var rig = new TalkRig();
        await BounceAsync(rig, await SeatedAsync(rig));
        Assert.Equal(Reachability.Doubtful, await StandingAsync(rig));
        Assert.Null(await ProbeAsync(rig));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var probe = await ProbeAsync(rig);
        Assert.NotNull(probe);
        await BounceAsync(rig, probe);
        Assert.Equal(Reachability.Unreachable, await StandingAsync(rig));
        Assert.Equal(HealthState.Unreachable, (await HealthAsync(rig)).State);
        var told = Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "seat-unreachable");
        Assert.Equal(TalkRig.Secretary, told.To);
        Assert.Contains("Ann Marsh, ann.marsh@ministry.example, +61 2 5550 0100", await rig.SendTextAsync(), StringComparison.Ordinal);
        var owed = Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>());
        Assert.Equal((ObligationState.Unreachable, "no address is reached"), (owed.State, owed.ClosedBy));
        Assert.Equal(Reachability.Unreachable, Assert.Single((await rig.RegisterAsync()).All<MemberEntry>()).Addresses[0].Reachability);
    }

    private const string Confirmed = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=ministry.example";

    private static async Task<TalkRig> GivenUpAsync()
    {
        var rig = new TalkRig();
        await BounceAsync(rig, await SeatedAsync(rig));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await BounceAsync(rig, await ProbeAsync(rig));
        Assert.Equal(Reachability.Unreachable, await StandingAsync(rig));
        await rig.SendAsync();
        return rig;
    }

    [Fact]
    public async Task Mail_from_an_address_that_was_given_up_has_it_written_to_and_probed_again()
    {
        await using var rig = await GivenUpAsync();
        rig.Clock.Advance(TimeSpan.FromDays(2));
        await rig.MailAsync(Seat, "Our work", "Dear colleagues,\n\nThe helpline was moved to the new building.\n\nPeter Hall", Confirmed);
        Assert.Equal(Reachability.Doubtful, await StandingAsync(rig));
        Assert.NotNull(await ProbeAsync(rig));
        await rig.SendAsync();
        rig.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Null(await ProbeAsync(rig));
        Assert.Equal(HealthState.Fine, (await HealthAsync(rig)).State);
    }

    [Fact]
    public async Task An_address_that_sends_and_takes_nothing_in_is_given_up_again_and_not_probed_daily()
    {
        await using var rig = await GivenUpAsync();
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await rig.MailAsync(Seat, "Our work", "Dear colleagues,\n\nThe helpline was moved.\n\nPeter Hall", Confirmed);
        await BounceAsync(rig, await ProbeAsync(rig));
        Assert.Equal(Reachability.Unreachable, await StandingAsync(rig));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await rig.MailAsync(Seat, "Our work", "Dear colleagues,\n\nThe helpline was moved once more.\n\nPeter Hall", Confirmed);
        Assert.Equal(Reachability.Unreachable, await StandingAsync(rig));
        rig.Clock.Advance(TimeSpan.FromDays(14));
        await rig.MailAsync(Seat, "Our work", "Dear colleagues,\n\nThe helpline is back.\n\nPeter Hall", Confirmed);
        Assert.Equal(Reachability.Doubtful, await StandingAsync(rig));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Authentication-Results: mx.union.example; dmarc=fail header.from=ministry.example")]
    [InlineData("Authentication-Results: mx.elsewhere.example; dmarc=pass header.from=ministry.example")]
    public async Task What_only_pretends_to_come_from_there_changes_nothing(string? headers)
    {
        await using var rig = await GivenUpAsync();
        await rig.MailAsync(Seat, "Our work", "Dear colleagues,\n\nThe helpline was moved.\n\nPeter Hall", headers ?? "X-Nothing: here");
        Assert.Equal(Reachability.Unreachable, await StandingAsync(rig));
    }

    [Theory]
    [InlineData("text/rfc822-headers")]
    [InlineData("message/rfc822-headers")]
    public async Task The_letter_that_a_report_returns_is_known_by_its_headers_however_they_are_labelled(string label)
    {
        await using var rig = new TalkRig();
        var letter = await SeatedAsync(rig);
        await rig.TakeAsync(Bounce(rig.Clock.GetUtcNow(), letter, Seat, "5.1.1", null).Replace("text/rfc822-headers", label, StringComparison.Ordinal));
        Assert.Equal(Reachability.Doubtful, await StandingAsync(rig));
    }

    [Fact]
    public async Task A_member_that_is_reached_elsewhere_still_owes()
    {
        await using var rig = new TalkRig();
        await BounceAsync(rig, await SeatedAsync(rig, "itu@ministry.example"));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await BounceAsync(rig, await ProbeAsync(rig));
        Assert.Equal(Reachability.Unreachable, await StandingAsync(rig));
        Assert.True(Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).Live);
    }

    /// <summary>The seat is that of the unit that signed, and not of the State: whoever was named from the member's own house, and reads mail there, stands for it.</summary>
    [Fact]
    public async Task A_member_whose_address_fails_is_written_to_at_its_seats_and_the_secretariat_hears_of_it()
    {
        const string Chief = "chief@ministry.example", Claire = "claire.sample@ministry.example";
        await using var rig = new TalkRig();
        Assert.Equal(0, (await rig.RunAsync($"member add \"Administration of Australia\" --country AU --email {Chief}")).Code);
        var named = await rig.MailAsync("post@ministry.example", "Representative", $"The Department of Communications of Australia has designated Ms Claire Sample, Head of Unit ({Claire}), as its representative to JCA-COP.\n\nDepartment of Communications");
        if (named.Line.State == MessageState.Held) await rig.RunAsync($"review accept {named.Line.Id}");
        Assert.Single((await rig.RegisterAsync()).Seats);
        await rig.RunAsync("call open \"TSB Circular 290\" --kind contacts --title \"Contact persons\" --deadline 2012-11-15 --to administrations");
        await rig.SendAsync();
        var letter = (await rig.LettersAsync()).Single(one => one.Kind == "call").InternetId;
        await BounceAsync(rig, letter, Chief);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await BounceAsync(rig, await ProbeAsync(rig), Chief);

        Assert.Equal(Reachability.Unreachable, Assert.Single((await rig.RegisterAsync()).All<MemberEntry>()).Addresses[0].Reachability);
        Assert.True(Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).Live);
        Assert.Equal(TalkRig.Secretary, Assert.Single(await rig.LettersAsync(), one => one.Kind == "seat-unreachable").To);
        var told = await rig.SendTextAsync();
        Assert.Contains(Chief, told, StringComparison.Ordinal);
        Assert.Contains($"Claire Sample, {Claire}", told, StringComparison.Ordinal);
        var later = await rig.LiveUntilAsync(new(2012, 11, 16, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(later, one => one.To.Mailboxes.Single().Address == Claire && one.Subject!.Contains("TSB Circular 290", StringComparison.Ordinal));
        Assert.DoesNotContain(later, one => one.To.Mailboxes.Single().Address == Chief);
        // So does the next circular.
        await rig.RunAsync("call open \"TSB Circular 291\" --kind contacts --title \"Contact persons\" --deadline 2012-12-15 --to administrations");
        Assert.Equal(Claire, Assert.Single(await rig.SendAsync(), one => one.Subject!.Contains("TSB Circular 291", StringComparison.Ordinal)).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_probe_that_does_not_come_back_clears_the_address()
    {
        await using var rig = new TalkRig();
        await BounceAsync(rig, await SeatedAsync(rig));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await ProbeAsync(rig);
        rig.Clock.Advance(TimeSpan.FromDays(6));
        await rig.Get<ConversationJob>().RunAsync(Stop);
        Assert.Equal(HealthState.Fine, (await HealthAsync(rig)).State);
    }

    [Theory]
    [InlineData("never-ours@union.example", Seat, 0)]
    [InlineData("never-ours@union.example", Seat, 30)]
    [InlineData(null, Seat, 30)]
    [InlineData(null, "nobody@ministry.example", 0)]
    public async Task A_bounce_of_no_letter_of_ours_changes_nothing(string? letter, string address, int days)
    {
        await using var rig = new TalkRig();
        await SeatedAsync(rig);
        rig.Clock.Advance(TimeSpan.FromDays(days));
        await BounceAsync(rig, letter, address);
        Assert.Equal(0, (await HealthAsync(rig)).Score);
        Assert.Equal(Reachability.Unknown, await StandingAsync(rig));
    }

    [Fact]
    public async Task A_bounce_without_a_returned_part_counts_for_the_last_letter_to_the_address()
    {
        await using var rig = new TalkRig();
        await SeatedAsync(rig);
        await BounceAsync(rig, null);
        Assert.Equal(AddressHealth.Hard, (await HealthAsync(rig)).Score);
    }

    [Fact]
    public async Task Whoever_knows_no_letter_of_ours_can_give_no_address_up()
    {
        await using var rig = new TalkRig();
        await SeatedAsync(rig);
        await BounceAsync(rig, null);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await ProbeAsync(rig));
        await BounceAsync(rig, null);
        Assert.Equal(Reachability.Doubtful, await StandingAsync(rig));
        Assert.Equal(HealthState.Probed, (await HealthAsync(rig)).State);
        Assert.True(Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).Live);
    }

    [Fact]
    public async Task One_day_counts_once_and_what_passes_is_forgotten()
    {
        await using var rig = new TalkRig();
        var letter = await SeatedAsync(rig);
        for (var n = 0; n < 20; n++) await BounceAsync(rig, letter, status: "4.2.2");
        Assert.Equal(AddressHealth.Soft, (await HealthAsync(rig)).Score);
        Assert.Equal(Reachability.Unknown, await StandingAsync(rig));
        rig.Clock.Advance(TimeSpan.FromDays(28));
        await BounceAsync(rig, letter, status: "4.2.2");
        Assert.Equal(AddressHealth.Soft * 1.25, (await HealthAsync(rig)).Score, 3);
    }

    [Fact]
    public async Task A_bounce_that_our_server_calls_forged_changes_nothing()
    {
        await using var rig = new TalkRig();
        await BounceAsync(rig, await SeatedAsync(rig), headers: $"Authentication-Results: {TalkRig.Server}; dmarc=fail");
        Assert.Equal(0, (await HealthAsync(rig)).Score);
    }

    [Fact]
    public async Task A_reply_to_a_letter_says_that_letters_arrive()
    {
        await using var rig = new TalkRig();
        var letter = await SeatedAsync(rig);
        await BounceAsync(rig, letter);
        await rig.MailAsync(Seat, "Re: Circular 7", "Thank you, we will answer in October.", $"In-Reply-To: <{letter}>");
        Assert.Equal(Reachability.Reached, await StandingAsync(rig));
        Assert.Equal(0, (await HealthAsync(rig)).Score);
    }

    [Fact]
    public async Task What_comes_back_from_whoever_got_a_copy_concerns_neither_the_addressee_nor_a_list_of_many()
    {
        const string list = "all@lists.example";
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:List"] = list, ["Groups:g:Cc:call:0"] = "chairman", ["Groups:g:Cc:call:1"] = "list" });
        await SeatedAsync(rig);
        Assert.Equal(0, (await rig.RunAsync("call open \"Circular 9\" --kind nomination --title \"About nine\" --deadline 2012-11-09")).Code);
        var sent = (await rig.SendAsync()).Where(letter => letter.Subject!.Contains("Circular 9", StringComparison.Ordinal)).ToDictionary(letter => letter.To.Mailboxes.Single().Address, letter => letter.MessageId);
        Assert.Equal([Seat, list, TalkRig.Chairman], sent.Keys.Order(StringComparer.Ordinal).OrderBy(address => address != Seat).ToList());
        Assert.Equal(3, sent.Values.Distinct().Count());

        await rig.MailAsync(TalkRig.Chairman, "Automatic reply: Circular 9", "I am out of the office until 15 October 2012. In urgent cases please contact vice@presidency.example.",
            $"Auto-Submitted: auto-replied\nIn-Reply-To: <{sent[TalkRig.Chairman]}>");
        await rig.MailAsync("reader@else.example", "Automatic reply: Circular 9", "I am out of the office until 20 October 2012.", $"Auto-Submitted: auto-replied\nIn-Reply-To: <{sent[list]}>");
        await BounceAsync(rig, sent[TalkRig.Chairman], TalkRig.Chairman);
        await BounceAsync(rig, sent[list], "gone@else.example");
        // Whoever reads a copy knows its Message-ID, and can say by it that the addressee is not reached.
        await BounceAsync(rig, sent[TalkRig.Chairman]);
        await BounceAsync(rig, sent[list]);
        var register = await rig.RegisterAsync();
        Assert.DoesNotContain(register.All<AbsenceEntry>(), absence => absence.Address == Seat);
        Assert.All(register.All<ObligationEntry>(), owed => Assert.Null(owed.NotBefore));
        Assert.Equal(0, (await HealthAsync(rig)).Score);
        Assert.Equal(0, (await rig.Get<ReachStore>().HealthAsync("g", list, Stop)).Score);
        Assert.Equal(AddressHealth.Hard, (await rig.Get<ReachStore>().HealthAsync("g", TalkRig.Chairman, Stop)).Score);
        Assert.Equal(Reachability.Unknown, await StandingAsync(rig));

        await BounceAsync(rig, sent[Seat]);
        Assert.Equal(Reachability.Doubtful, await StandingAsync(rig));
    }

    [Fact]
    public async Task Whoever_reads_a_copy_of_a_receipt_corrects_nothing_of_what_it_shows_and_is_not_told_what_becomes_of_it()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Cc:receipt:0"] = "a.copy@council.example" });
        var held = await rig.MailAsync("somebody@else.example", "Nomination", "The Administration of New Zealand nominates the following organization:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\n");
        var copy = Assert.Single(await rig.SendAsync(), letter => letter.To.Mailboxes.Single().Address == "a.copy@council.example");
        await rig.MailAsync("a.copy@council.example", $"Re: {copy.Subject}", "Correction: the e-mail address is other@harbour.example", $"In-Reply-To: <{copy.MessageId}>");
        Assert.All((await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Items, item => Assert.Equal(JcaCop.Register.Deciding.ItemState.Held, item.State));
        await rig.SendAsync();
        Assert.Equal(0, (await rig.RunAsync($"review accept {held.Line.Id}")).Code);
        Assert.Equal(["somebody@else.example"], (await rig.LettersAsync()).Where(letter => letter.Kind == "item-decided").Select(letter => letter.To));
    }
}
