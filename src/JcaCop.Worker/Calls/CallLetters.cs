using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Message;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk.Calls;
using JcaCop.Worker.Conversing;
using CallOutcome = JcaCop.Register.Entries.Calls.CallOutcome;
using Deadline = JcaCop.Post.Letters.Deadline;
using Outcome = JcaCop.Post.Letters.Calls.CallOutcome;

namespace JcaCop.Worker.Calls;

/// <summary>The letters of calls: to each addressee in its language, and to the secretariat and the chairman what came of it.</summary>
internal sealed class CallLetters(LetterWriter writer)
{
    /// <summary>The circular to each member at its first address that can be reached, or to whoever stands for it; word to the secretariat of those that have none.</summary>
    public IReadOnlyList<OutgoingLetter> Open(Group group, CallEntry call, IReadOnlyList<MemberEntry> addressees, Known known, DateTimeOffset now)
    {
        var letter = new CallLetter(
            Purpose(call.Sort), call.Number, Text(call.Title, call.Titles), call.Texts.Count == 0 ? null : new Prose(new LocalText(call.Texts)),
            call.Deadline is { } deadline ? new Deadline(ClosingDay.Last(deadline, group.Zone), group.Zone) : null, Rule(call.Rule))
        {
            Questions = [.. call.Questions.Select(question => Text(question.Text, question.Texts))],
        };
        var about = new EntryRef(EntryKind.Call, call.Id);
        var reached = addressees.Select(member => (Member: member, Letter: AddressOf(member, group, known) is { } address
            ? writer.Write(letter, address, new Dispatch(group, now) { About = about }) : null)).ToList();
        var unsent = reached.Where(one => one.Letter is null).Select(one => one.Member.Name).ToList();
        var word = unsent.Count == 0 ? null : new CallUnsentLetter(letter.Reference, letter.Title, letter.Deadline, unsent);
        return
        [
            .. reached.Select(one => one.Letter).OfType<OutgoingLetter>(),
            .. word is null ? [] : group.Secretaries.Select(to => writer.Write(word, new LetterAddress(to), new Dispatch(group, now) { About = about })).OfType<OutgoingLetter>(),
        ];
    }

    /// <summary>Where a member reads letters: at an address of its own; where none of those can be reached, at that of whoever stands for it.</summary>
    private static LetterAddress? AddressOf(MemberEntry member, Group group, Known known)
    {
        var speaking = Speaking.In(known);
        if (member.Addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable) is { } own) return new LetterAddress(own.Email, speaking.Of(member), member.Name);
        return member.Addresses.Count > 0 && new MemberSeats(member, group.Official).Reached(known.Seats, id => known.Person(id), name => known.Named<MemberEntry>(EntryKind.Member, name)) is [var (person, email), ..]
            ? new LetterAddress(email, speaking.Of(person) ?? speaking.Of(member), person.Name) : null;
    }

    /// <summary>The new closing date to those whom it concerns.</summary>
    /// <param name="holders">Addresses that hold the circular; who was never written to is not written to now, and named to whoever ordered it.</param>
    public DeskResult Extended(Group group, CallEntry call, string? why, IReadOnlyList<(MemberEntry Member, bool Answered)> concerned, IReadOnlySet<string> holders, Speaking speaking, DateTimeOffset now) =>
        ToHolders(group, call, concerned, holders, speaking, now, answered => new CallExtendedLetter(
            call.Number, Text(call.Title, call.Titles), new Deadline(ClosingDay.Last(call.Deadline!, group.Zone), group.Zone), answered, why, answered ? null : Rule(call.Rule)));

    /// <summary>That nothing is asked any more, to all who hold the circular, whether they have answered or not.</summary>
    /// <param name="holders">As for <see cref="Extended"/>.</param>
    public DeskResult Cancelled(Group group, CallEntry call, string? why, IReadOnlyList<(MemberEntry Member, bool Answered)> asked, IReadOnlySet<string> holders, Speaking speaking, DateTimeOffset now) =>
        ToHolders(group, call, asked, holders, speaking, now, answered => new CallCancelledLetter(call.Number, Text(call.Title, call.Titles), answered, why));

    /// <summary>The adjusted proposal to all addressees, who objected too: each is told what becomes of its own reply.</summary>
    public DeskResult Adjusted(Group group, CallEntry call, IReadOnlyList<(MemberEntry Member, AnswerEntry? Answer)> asked, Known known, DateTimeOffset now) => Told(
    [
        .. asked.Select(one => (one.Member, AddressOf(one.Member, group, known) is { } to ? writer.Write(
            new CallAdjustedLetter(call.Number, Text(call.Title, call.Titles), new Prose(new LocalText(call.Texts)), new Deadline(ClosingDay.Last(call.Deadline!, group.Zone), group.Zone), Rule(call.Rule),
                one.Answer switch { { Waiting.Count: > 0 } or { Substantive: true } => EarlierReply.Comments, { Given: not null } => EarlierReply.Stands, _ => EarlierReply.None }),
            to, new Dispatch(group, now) { About = new EntryRef(EntryKind.Call, call.Id) }) : null)),
    ]);

    private DeskResult ToHolders(Group group, CallEntry call, IReadOnlyList<(MemberEntry Member, bool Answered)> members, IReadOnlySet<string> holders, Speaking speaking, DateTimeOffset now, Func<bool, Letter> letter)
    {
        var about = new EntryRef(EntryKind.Call, call.Id);
        var written = members.Select(one => (one.Member, Letter: one.Member.Addresses.Any(address => holders.Contains(address.Email))
            && one.Member.Addresses.FirstOrDefault(address => address.Reachability != Reachability.Unreachable) is { } to
                ? writer.Write(letter(one.Answered), new LetterAddress(to.Email, speaking.Of(one.Member), one.Member.Name), new Dispatch(group, now) { About = about }) : null)).ToList();
        return Told(written);
    }

    private static DeskResult Told(IReadOnlyList<(MemberEntry Member, OutgoingLetter? Letter)> written)
    {
        var untold = written.Where(one => one.Letter is null).Select(one => one.Member.Name).ToList();
        return DeskResult.With([.. written.Select(one => one.Letter).OfType<OutgoingLetter>()]) with
        {
            Notes = untold.Count == 0 ? [] : [$"Not told, because no letter of the call has reached them or no address can be reached: {string.Join("; ", untold)}."],
        };
    }

    /// <summary>How a call came out, with its calculation sheet and the draft of the circular; or that it was put off. To the secretariat and the chairman.</summary>
    public IReadOnlyList<OutgoingLetter> Result(Group group, CallClosing.Notice notice, DateTimeOffset now)
    {
        var call = notice.Call;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        var letter = new CallClosedLetter(
            notice.Sheet.Outcome switch
            {
                CallOutcome.Approved => Outcome.Approved,
                CallOutcome.NotApproved => Outcome.NotApproved,
                CallOutcome.NoQuorum => Outcome.NotDecided,
                CallOutcome.Extended => Outcome.Extended,
                _ => Outcome.Noted,
            },
            call.Number, Text(call.Title, call.Titles), notice.Ended is { } ended ? ClosingDay.Last(ended, group.Zone) : today, notice.Sheet.Outcome == CallOutcome.Approved ? today : null,
            notice.Sheet.Outcome == CallOutcome.Extended ? new Deadline(ClosingDay.Last(call.Deadline!, group.Zone), group.Zone) : null,
            new Prose(ResultText.Of(notice)), Figures(notice)) { LateRepliesWelcome = call is { Rule: null } };
        var list = FollowUp.Of(new CallView(call, notice.Asked, notice.Others), group.Zone, now);
        return [.. Desk(group).Select(to => writer.Write(letter, new LetterAddress(to), new Dispatch(group, now) { Attachments = [list] })).OfType<OutgoingLetter>()
            .Select(written => written with { About = new EntryRef(EntryKind.Call, call.Id) })];
    }

    /// <summary>Reminds an addressee that has not answered; null where the call has no closing date.</summary>
    /// <param name="own">The addressee's own deadline, where it has more time than the others.</param>
    /// <param name="answer">Its answer, where a part of it came and the rest is promised.</param>
    public static CallReminderLetter? Reminder(Group group, CallEntry call, ReminderStep nearness, Register.Entries.Deadline? own = null, AnswerEntry? answer = null) => (own ?? call.Deadline) is not { } deadline ? null
        : new(Purpose(call.Sort), nearness, call.Number, Text(call.Title, call.Titles), new Deadline(ClosingDay.Last(deadline, group.Zone), group.Zone),
            Rule(call.Rule))
        {
            Awaited = answer?.Given?.Said.Awaited is { Count: > 0 } parts ? string.Join(", ", parts) : null,
            OnEarlierText = answer is not null && CallTally.IsAnswered(answer, call),
        };

    /// <summary>It was due to be closed, and waits for a decision.</summary>
    public IReadOnlyList<OutgoingLetter> Waits(Group group, CallView view, DateTimeOffset now) => Waits(group, view, CallClosing.Waiting(view.Asked, view.Others), FollowUp.Of(view, group.Zone, now), now);

    private IReadOnlyList<OutgoingLetter> Waits(Group group, CallView view, int waiting, LetterAttachment list, DateTimeOffset now) =>
    [
        .. Desk(group).Select(to => writer.Write(new CallWaitsLetter(view.Call.Number, Text(view.Call.Title, view.Call.Titles), waiting) { MayDecide = Listening.IsSecretary(to, group), Unadjusted = waiting == 0 }, new LetterAddress(to),
                new Dispatch(group, now) { Attachments = [list] }))
            .OfType<OutgoingLetter>().Select(written => written with { About = new EntryRef(EntryKind.Call, view.Call.Id) }),
    ];

    /// <summary>Secretariat and chairman.</summary>
    public static IEnumerable<string> Desk(Group group) => group.Secretaries.Append(group.Chairman).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<CountedReplies> Figures(CallClosing.Notice notice)
    {
        var given = notice.Asked.Select(one => one.Answer).OfType<AnswerEntry>().Where(answer => answer.Given is not null).ToList();
        var figures = new List<CountedReplies> { new(CallFigure.Addressees, notice.Asked.Count), new(CallFigure.Replies, given.Count) };
        if (notice.Asked.Count(one => one.InPart) is > 0 and var part) figures.Add(new CountedReplies(CallFigure.InPart, part));
        if (notice.Call.Rule is not null)
            figures.AddRange([
                new(CallFigure.Support, Taken(PositionTaken.Support)), new(CallFigure.NoObjection, Taken(PositionTaken.NoObjection)),
                new(CallFigure.Comments, Taken(PositionTaken.Comment)), new(CallFigure.Objections, Taken(PositionTaken.Objection)),
            ]);
        return [.. figures, new(CallFigure.Silent, notice.Silent.Count()), .. notice.Waiting is > 0 and var waiting ? [new CountedReplies(CallFigure.Waiting, waiting)] : Array.Empty<CountedReplies>(), new(CallFigure.Late, given.Count(answer => answer.IsLate(notice.Call)))];

        int Taken(PositionTaken position) => given.Count(answer => answer.Given!.Said.Position == position);
    }

    private static CallPurpose Purpose(CallSort sort) => sort switch
    {
        CallSort.Nomination => CallPurpose.Nomination,
        CallSort.Contacts => CallPurpose.Contacts,
        CallSort.Consultation => CallPurpose.Consultation,
        CallSort.Questionnaire => CallPurpose.Questionnaire,
        _ => throw new System.Diagnostics.UnreachableException("Invitations are letters of meetings."),
    };

    private static CallRule? Rule(DecisionRule? rule) => rule is null ? null : new CallRule(
        rule.Silence == SilenceMeaning.Approval ? Silence.Approves : Silence.CountsAsNothing,
        rule.Share is { } share ? (int)Math.Ceiling(share * 100) : null, rule.QuorumCount);

    /// <summary>A title in all languages in which there is one.</summary>
    internal static LocalText Text(string english, IReadOnlyDictionary<string, string> others) =>
        new(new Dictionary<string, string>(others) { [LetterLanguages.English] = english });
}
