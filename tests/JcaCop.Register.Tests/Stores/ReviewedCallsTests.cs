using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>A mail that answers two calls, accepted by a person.</summary>
public sealed class ReviewedCallsTests() : StoreTests(TestDatabase.Sqlite())
{
    private const string Member = "itu@ministry-au.example";
    private static readonly EntryKind[] Kinds = [.. Enum.GetValues<EntryKind>()];

    [Fact]
    public async Task What_somebody_else_writes_for_a_member_answers_both_circulars_once_a_person_accepts_it()
    {
        await OpenAsync();
        var (taken, reading) = await TakeAsync("1", Raw("someone@gmail.com", "Australia nominates a network and supports the proposal."), 1,
            Mails.Nomination("Network for Kids", "AU"), new Position(PositionTaken.Support, "the proposal") { Confidence = 0.95, Decision = Decision.Accept });
        await RecordAsync((taken, reading with { Respondent = new Respondent("AU", null, "Administration of Australia") }));
        Assert.Single((await AnswerAsync("TSB Circular 270")).Waiting);

        Assert.Null((await Review.AcceptAsync(taken.Id, null, "secretary@example.org", null, Stop)).Problem);
        Assert.Equal(AnswerSort.Items, (await AnswerAsync("TSB Circular 313")).Given?.Said.Sort);
        var position = await AnswerAsync("TSB Circular 270");
        Assert.Equal(PositionTaken.Support, position.Given?.Said.Position);
        Assert.Empty(position.Waiting);
    }

    [Fact]
    public async Task An_item_that_cannot_be_recorded_says_how_those_beside_it_are()
    {
        await OpenAsync();
        var (taken, reading) = await TakeAsync("1", Raw("someone@gmail.com", "Network for Kids is put forward; Closed House is withdrawn."), 1,
            Mails.Nomination("Network for Kids", "AU"), new Withdrawal(WithdrawalOf.Nomination, "Closed House") { Confidence = 0.95, Decision = Decision.Accept });
        await RecordAsync((taken, reading with { Respondent = new Respondent("AU", null, "Administration of Australia") }));

        var refused = (await Review.AcceptAsync(taken.Id, null, "secretary@example.org", null, Stop)).Problem!;
        Assert.StartsWith("item 1: the register holds no organization Closed House", refused, StringComparison.Ordinal);
        Assert.EndsWith("; the others can be recorded without it: --item 0", refused, StringComparison.Ordinal);
        Assert.Null((await Review.AcceptAsync(taken.Id, [0], "secretary@example.org", [], null, Stop)).Problem);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_nobody_understood_of_a_consultation_beside_another_call_needs_a_position_even_when_it_is_closed(bool closed)
    {
        await OpenAsync();
        var (taken, reading) = await TakeAsync("1", Raw(Member, "We have no organization to nominate. " + string.Concat(Enumerable.Repeat("The text was looked at by the house. ", 6))), 1);
        await RecordAsync((taken, reading with { Items = [], Declines = [Decline.Nomination] }));
        Assert.Equal(AnswerSort.Unread, Assert.Single((await AnswerAsync("TSB Circular 270")).Waiting).Said.Sort);
        if (closed) Assert.True((await OrderAsync(draft => CallDesk.Cancel("TSB Circular 270", "no longer needed", "secretary@example.org", draft))).Done);

        Assert.Contains("TSB Circular 270", (await Review.AcceptAsync(taken.Id, null, "secretary@example.org", null, Stop)).Problem, StringComparison.Ordinal);
        Assert.Null((await AnswerAsync("TSB Circular 270")).Given);
        Assert.Null((await Review.AcceptAsync(taken.Id, [], "secretary@example.org", [("position", "objection")], null, Stop)).Problem);
        var given = await AnswerAsync("TSB Circular 270");
        Assert.Equal(PositionTaken.Objection, given.Given?.Said.Position);
        Assert.Empty(given.Waiting);
        Assert.Equal(AnswerSort.Nothing, (await AnswerAsync("TSB Circular 313")).Given?.Said.Sort);
    }

    [Fact]
    public async Task Who_has_nobody_to_put_forward_and_stays_away_from_a_meeting_owes_no_nomination()
    {
        await OpenAsync();
        var (taken, reading) = await TakeAsync("1", Mails.Raw("1", Member, "Re: TSB Circular 313", "Australia will not attend the meeting, and has nobody to designate."), 1,
            new Regret(null, "Australia") { Confidence = 0.95, Decision = Decision.Accept });
        await RecordAsync((taken, reading with { Declines = [Decline.Nomination] }));
        var told = await AnswerAsync("TSB Circular 313");
        Assert.Equal(AnswerSort.Nothing, (told.Given ?? Assert.Single(told.Waiting)).Said.Sort);
    }

    [Fact]
    public async Task Who_gives_up_a_seat_and_names_no_successor_yet_refuses_no_nomination()
    {
        await OpenAsync();
        var (taken, reading) = await TakeAsync("1", Mails.Raw("1", Member, "Re: TSB Circular 313", "Ms Sample no longer represents us; there is no successor yet."), 1,
            new Withdrawal(WithdrawalOf.Representative, "Anna Sample") { Confidence = 0.95, Decision = Decision.Accept });
        await RecordAsync((taken, reading with { Declines = [Decline.Nomination] }));
        Assert.DoesNotContain((await Register.SnapshotAsync("g", null, Stop)).All<AnswerEntry>(), answer => answer.Given?.Said.Sort == AnswerSort.Nothing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_word_on_the_position_alone_decides_nothing_of_the_nomination_beside_it(bool accept)
    {
        await OpenAsync();
        var (taken, reading) = await TakeAsync("1", Raw("someone@gmail.com", "Australia nominates a network and supports the proposal."), 1,
            Mails.Nomination("Network for Kids", "AU"), new Position(PositionTaken.Support, "the proposal") { Confidence = 0.95, Decision = Decision.Accept });
        await RecordAsync((taken, reading with { Respondent = new Respondent("AU", null, "Administration of Australia") }));
        var position = (await new MessageQueries(Database).ShowAsync(taken.Id, Stop))!.Items.Single(item => item.Type == "position").Position;

        var outcome = accept ? await Review.AcceptAsync(taken.Id, position, "secretary@example.org", null, Stop) : await Review.RejectAsync(taken.Id, [position], "secretary@example.org", null, null, Stop);
        Assert.Equal((null, MessageState.Held), (outcome.Problem, outcome.State));
        var (consulted, nominated) = (await AnswerAsync("TSB Circular 270"), await AnswerAsync("TSB Circular 313"));
        Assert.Empty(consulted.Waiting);
        Assert.Equal(accept ? PositionTaken.Support : null, consulted.Given?.Said.Position);
        Assert.Single(nominated.Waiting);
        Assert.Null(nominated.Given);

        // The whole of the mail decides the rest, and nothing twice.
        Assert.Null((await Review.AcceptAsync(taken.Id, null, "secretary@example.org", null, Stop)).Problem);
        Assert.Equal(AnswerSort.Items, (await AnswerAsync("TSB Circular 313")).Given?.Said.Sort);
        Assert.Equal(accept ? PositionTaken.Support : null, (await AnswerAsync("TSB Circular 270")).Given?.Said.Position);
    }

    private static byte[] Raw(string from, string words) => Mails.Raw("1", from, "TSB Circular 313 and TSB Circular 270", words);

    private async Task RecordAsync((TakenMail, MailReading) mail) => Assert.True((await Records.RecordAsync(await JudgeAsync(mail), "g", Stop)).Recorded);

    private Task<DeskOutcome> OrderAsync(Func<DeskDraft, DeskResult> work) =>
        new DeskStore(Database, Time).DoAsync("g", new DeskOrder("secretary@example.org", "order", "", Kinds, work), Stop);

    private async Task OpenAsync()
    {
        Assert.True((await OrderAsync(draft => MemberDesk.Add(
            new MemberEntry(0, "g", "Administration of Australia", MemberSort.Administration, "AU", null, [new PersonAddress(Member, Reachability.Unknown)], null, true), false, draft))).Done);
        foreach (var (number, sort) in new[] { ("TSB Circular 313", CallSort.Nomination), ("TSB Circular 270", CallSort.Consultation) })
        {
            var told = new CallEntry(0, "g", number, sort, $"Title of {number}", Mails.Start.AddDays(-10), null, ["all"], CallState.Open) { Rule = sort == CallSort.Consultation ? DecisionRule.ConsentBySilence : null };
            Assert.Null((await OrderAsync(draft => CallDesk.Open(told, draft, (_, _) => []))).Problem);
        }
    }

    private async Task<AnswerEntry> AnswerAsync(string call) =>
        Assert.Single((await Register.SnapshotAsync("g", null, Stop)).All<AnswerEntry>(), answer => answer.Call == call);
}
