using System.Globalization;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>The text of an outgoing statement before it is approved (Recommendation ITU-T A.1, figure 1-1).</summary>
/// <param name="Deadline">Day by which an answer is asked for, inclusive; null where none is.</param>
/// <param name="InReplyTo">Number or reference of the statement that it answers; null where it answers none.</param>
public sealed record LiaisonDraft(string Title, string Text, IReadOnlyList<LiaisonAddressee> To, DateOnly? Deadline, string? InReplyTo, LiaisonContact? Contact);

/// <summary>What an outgoing statement needs to leave: who sends it, and how a deadline day becomes an instant.</summary>
/// <param name="Name">Of the group, as in its numbers: <c>JCA-COP</c>.</param>
/// <param name="Bodies">Codes and names under which others write to the group.</param>
/// <param name="EndOf">The last instant of a day in the group's zone.</param>
public sealed record LiaisonHouse(string Name, IReadOnlyCollection<string> Bodies, Func<DateOnly, DateTimeOffset> EndOf, string Zone);

/// <summary>Takes outgoing statements from draft to answer, and incoming ones to those concerned.</summary>
public static class LiaisonDesk
{
    public static readonly IReadOnlyCollection<EntryKind> Needs = [EntryKind.Liaison, EntryKind.Obligation, EntryKind.Member];

    /// <summary>What an order about one statement needs beside them: the question whether it may leave.</summary>
    public static IReadOnlyCollection<(EntryKind Kind, string Name)> Asked(long id) => [(EntryKind.Question, LiaisonApproval.QuestionOf(id))];

    public static DeskResult Draft(LiaisonDraft told, string who, DeskDraft draft)
    {
        if (told.Title.Trim().Length == 0) return DeskResult.Refused("a statement needs a title");
        if (told.To.Count == 0) return DeskResult.Refused("a statement needs an addressee: --action, --comment or --information BODY");
        if (told.Text.Trim().Length == 0) return DeskResult.Refused("a statement needs a text: --text, or by mail the lines below the order");
        if (told.Deadline is null && told.To.Any(to => to.Purpose == LiaisonPurpose.Action))
            return DeskResult.Refused("a statement that asks for action names the day by which it is asked for: --deadline DAY (Rec. ITU-T A.1, 1.5.1)");
        if (told.Deadline < draft.Known.DayOf(draft.Now)) return DeskResult.Refused("the deadline is over already");
        if (told.To.FirstOrDefault(to => StudyGroups.IsNone(to.Body)) is { } none) return DeskResult.Refused($"there is no study group '{none.Body}'");
        LiaisonEntry? answers = null;
        if (told.InReplyTo is { } reference && (answers = Find(reference, draft.Known)) is null)
            return DeskResult.Refused($"the register holds no liaison statement '{reference}'; 'liaison list' shows them");
        var entry = new LiaisonEntry(
            draft.Known.NextNew(), draft.Known.Group, LiaisonWay.Outgoing, LiaisonState.Draft, null, null, [], told.To, told.Title.Trim(), told.Deadline, null,
            told.Contact, answers?.Reference ?? answers?.Number ?? told.InReplyTo, answers?.Id, null, [], told.Text, draft.Now, null, who);
        draft.Put(null, entry, entry.Name, new FieldChange("title", null, entry.Title), new FieldChange("to", null, Addressees(entry.To)));
        // Nobody should approve what cannot leave: whoever drafts it hears so before the chairman is asked.
        return new DeskResult(null, [])
        {
            Notes = [.. told.To.Where(to => MemberDesk.Find(to.Body, draft.Known) is not { Addresses.Count: > 0 })
                .Select(to => $"No address is known of {to.Body}: it cannot leave before 'member add \"{to.Body}\" --body \"{to.Body}\" --sort group --email ADDRESS' adds one.")],
        };
    }

    /// <summary>The sender's own number of a statement that came without one, or with another.</summary>
    public static DeskResult SetNumber(long id, string number, DeskDraft draft)
    {
        if (draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is not { Way: LiaisonWay.Incoming } statement) return DeskResult.Refused($"there is no statement {id} that came");
        var told = number.Trim();
        if (LiaisonReference.Key(told, statement.From) is not { } key) return DeskResult.Refused($"'{told}' is no number of a statement");
        if (draft.Known.All<LiaisonEntry>().FirstOrDefault(other => other.Id != id && other.Way == LiaisonWay.Incoming && LiaisonReference.Key(other.Reference, other.From) == key) is { } same)
            return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"liaison {same.Id} has this number already"));
        draft.Put(statement, statement with { Reference = told }, told, FieldText.Change("reference", statement.Reference, told));
        return DeskResult.Done;
    }

    /// <summary>The chairman agrees: the statement gets the next number of the group and leaves. Whoever is asked to do something by a day owes it.</summary>
    /// <param name="write">Makes the letter to one addressee; null where the letter cannot be made.</param>
    public static DeskResult Send(long id, LiaisonHouse house, DeskDraft draft, Func<LiaisonEntry, LiaisonAddressee, MemberEntry, OutgoingLetter?> write)
    {
        if (draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is not { Way: LiaisonWay.Outgoing } statement) return DeskResult.Refused($"there is no outgoing liaison statement {id}");
        if (statement.State is not (LiaisonState.Draft or LiaisonState.Approved)) return DeskResult.Refused($"{statement.Name} is {Word(statement.State)} already");
        var reached = statement.To.Select(addressee => (Addressee: addressee, Member: MemberDesk.Find(addressee.Body, draft.Known))).ToList();
        if (reached.Where(pair => pair.Member is not { Active: true, Addresses.Count: > 0 }).Select(pair => pair.Addressee.Body).ToList() is { Count: > 0 } unknown)
            return DeskResult.Refused($"no address is known of {string.Join(", ", unknown)}; 'member add \"{unknown[0]}\" --body \"{unknown[0]}\" --sort group --email ADDRESS' adds one");

        var sent = statement with
        {
            State = LiaisonState.Sent, Number = statement.Number ?? NextNumber(house.Name, draft.Known), From = [house.Bodies.FirstOrDefault() ?? house.Name],
            Date = draft.Known.DayOf(draft.Now),
        };
        draft.Put(statement, sent, sent.Name, new FieldChange("state", statement.State.ToString(), nameof(LiaisonState.Sent)), FieldText.Change("number", statement.Number, sent.Number));
        LiaisonApproval.Settle(statement, sent.Name, draft);
        var letters = new List<OutgoingLetter>();
        foreach (var (addressee, member) in reached)
        {
            if (write(sent, addressee, member!) is not { } letter) return DeskResult.Refused($"no letter can be sent to {member!.Addresses[0].Email}");
            letters.Add(letter with { About = new EntryRef(EntryKind.Liaison, sent.Id) });
            if (addressee.Purpose is LiaisonPurpose.Action or LiaisonPurpose.Comment && sent.Deadline is { } day)
                Owe(sent, new Debtor(addressee.Body, member!.Country, member.Id, Language: Speaking.In(draft.Known).Of(member)), new Deadline(house.EndOf(day), $"end of {Day(day)}, {house.Zone}"), draft);
        }
        if (sent.Answers is { } answered && draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, answered) is { } theirs) AnswerOf(theirs, sent, draft);
        return DeskResult.With(letters);
    }

    /// <summary>An incoming statement is acknowledged and passed on; what it asks of us by a day is owed by the chairman. So is its corrigendum: the duty that stands moves to its day, and one that is met stays so.</summary>
    public static DeskResult Route(long id, LiaisonHouse house, IReadOnlyList<OutgoingLetter> letters, DeskDraft draft)
    {
        if (draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is not { Way: LiaisonWay.Incoming, State: LiaisonState.Received } statement)
            return DeskResult.Refused($"liaison statement {id} does not wait to be passed on");
        var state = statement.AnsweredBy is null ? LiaisonState.Routed : LiaisonState.Answered;
        draft.Put(statement, statement with { State = state }, statement.Name, new FieldChange("state", nameof(LiaisonState.Received), state.ToString()));
        if (statement.AnsweredBy is null && statement.Deadline is { } day && statement.PurposeFor(house.Bodies) is LiaisonPurpose.Action or LiaisonPurpose.Comment)
        {
            var deadline = new Deadline(house.EndOf(day), $"end of {Day(day)}, {house.Zone}");
            if (Owed(statement, draft.Known) is { Count: > 0 } standing) foreach (var owed in standing) Move(owed, statement, deadline, draft);
            else if (!draft.Known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, statement.Id)).Any()) Owe(statement, new Debtor(house.Name, Role: "chairman"), deadline, draft);
        }
        return DeskResult.With([.. letters.Select(letter => letter with { About = new EntryRef(EntryKind.Liaison, id) })]);
    }

    /// <summary>The secretariat passes a statement that came to a body. Before it was passed on to anybody, the body gets it with the others, so that nobody gets it twice.</summary>
    /// <param name="to">With what is asked of it.</param>
    /// <param name="reached">Addresses found for the body, whether or not they hold the statement already.</param>
    /// <param name="letters">To those that do not hold it.</param>
    public static DeskResult Pass(long id, LiaisonAddressee to, IReadOnlyCollection<string> reached, IReadOnlyList<OutgoingLetter> letters, DeskDraft draft)
    {
        if (draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is not { Way: LiaisonWay.Incoming } statement) return DeskResult.Refused($"there is no statement {id} that came");
        if (StudyGroups.IsNone(to.Body)) return DeskResult.Refused($"there is no study group '{to.Body}'");
        if (reached.Count == 0) return DeskResult.Refused($"nobody holds a seat for {to.Body}, and no address is known of it; 'member add \"{to.Body}\" --body \"{to.Body}\" --sort group --email ADDRESS' adds one");
        var noted = statement.PassedTo.Any(body => NameKey.Of(body.Body) == NameKey.Of(to.Body));
        var waits = statement.State == LiaisonState.Received;
        if (waits ? noted : letters.Count == 0) return DeskResult.Refused($"{to.Body} has {statement.Name} already: {string.Join(", ", reached)}");
        if (!noted)
            draft.Put(statement, statement with { PassedTo = [.. statement.PassedTo, to] }, statement.Name,
                new FieldChange("passedTo", statement.PassedTo.Count == 0 ? null : Addressees(statement.PassedTo), Addressees([.. statement.PassedTo, to])));
        return new DeskResult(null, waits ? [] : [.. letters.Select(letter => letter with { About = new EntryRef(EntryKind.Liaison, id) })])
        {
            Notes = [waits ? $"It leaves with the next passing on, to {string.Join(", ", reached)}." : $"It leaves to {string.Join(", ", letters.Select(letter => letter.To))}."],
        };
    }

    /// <summary>Nothing more is to be done: by a person's word, never by silence. What was still owed is waived.</summary>
    public static DeskResult Close(long id, string who, DeskDraft draft)
    {
        if (draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is not { } statement) return DeskResult.Refused($"there is no liaison statement {id}");
        var state = statement.State == LiaisonState.Draft ? LiaisonState.Withdrawn : LiaisonState.Closed;
        if (!statement.Live) return DeskResult.Refused($"{statement.Name} is {Word(statement.State)} already");
        draft.Put(statement, statement with { State = state }, statement.Name, new FieldChange("state", statement.State.ToString(), state.ToString()));
        if (state == LiaisonState.Withdrawn) LiaisonApproval.Settle(statement, who, draft);
        foreach (var owed in Owed(statement, draft.Known)) Obligations.Close(owed, ObligationState.Waived, draft.Now, who, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>By the number of the entry, its own number, the sender's reference, or its title.</summary>
    public static LiaisonEntry? Find(string reference, Known known) =>
        (long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? known.Filed<LiaisonEntry>(EntryKind.Liaison, id) : null)
        ?? known.Named<LiaisonEntry>(EntryKind.Liaison, LiaisonReference.Key(reference, null)).FirstOrDefault()
        ?? known.Named<LiaisonEntry>(EntryKind.Liaison, LiaisonReference.TitleKey(reference)).FirstOrDefault();

    private static void AnswerOf(LiaisonEntry theirs, LiaisonEntry reply, DeskDraft draft)
    {
        foreach (var owed in Owed(theirs, draft.Known)) Obligations.Meet(owed, draft.Now, reply.Name, draft.Entries);
        if (theirs.Live)
            draft.Put(theirs, theirs with { State = LiaisonState.Answered, AnsweredBy = reply.Id }, theirs.Name,
                new FieldChange("state", theirs.State.ToString(), nameof(LiaisonState.Answered)), new FieldChange("answeredBy", null, reply.Name));
    }

    private static void Owe(LiaisonEntry statement, Debtor debtor, Deadline deadline, DeskDraft draft)
    {
        var owed = new ObligationEntry(
            draft.Known.NextNew(), draft.Known.Group, ObligationMatter.AnswerLiaison, EntryKind.Liaison, statement.Id, $"{statement.Name}: {statement.Title}", debtor, deadline,
            ObligationState.Open, draft.Now, null, null);
        draft.Put(null, owed, $"{statement.Name}: {debtor.Name}", new FieldChange("due", null, deadline.Rule));
    }

    private static void Move(ObligationEntry owed, LiaisonEntry statement, Deadline deadline, DeskDraft draft)
    {
        var after = owed with { Title = $"{statement.Name}: {statement.Title}", Deadline = deadline, MovedAt = owed.Deadline == deadline ? owed.MovedAt : draft.Now };
        if (after != owed) draft.Put(owed, after, $"{statement.Name}: {owed.Debtor.Name}", FieldText.Change("deadline", owed.Deadline?.Rule, deadline.Rule));
    }

    private static List<ObligationEntry> Owed(LiaisonEntry statement, Known known) =>
        [.. known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, statement.Id)).Where(owed => owed.Live)];

    private static string NextNumber(string house, Known known)
    {
        var prefix = $"{house}-LS";
        var last = known.All<LiaisonEntry>().Where(entry => entry.Number?.StartsWith(prefix, StringComparison.Ordinal) == true)
            .Select(entry => int.TryParse(entry.Number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1}");
    }

    private static string Addressees(IReadOnlyList<LiaisonAddressee> to) => string.Join("; ", to.Select(addressee => $"{addressee.Body} ({Word(addressee.Purpose)})"));

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
