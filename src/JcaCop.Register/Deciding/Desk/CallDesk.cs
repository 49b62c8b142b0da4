using System.Globalization;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What the secretariat does with calls: opens, moves, waives, weighs comments, calls off. Closing stands in <see cref="CallClosing"/>.</summary>
public static class CallDesk
{
    /// <summary>Kinds of which all entries must be known to do any of it.</summary>
    public static readonly EntryKind[] Whole = [EntryKind.Member, EntryKind.Call, EntryKind.Answer, EntryKind.Obligation];

    /// <summary>Groups of members that can be addressed by one word.</summary>
    public static IReadOnlyDictionary<string, MemberSort?> Roles { get; } = new Dictionary<string, MemberSort?>(StringComparer.OrdinalIgnoreCase)
    {
        ["administrations"] = MemberSort.Administration, ["sector-members"] = MemberSort.SectorMember, ["groups"] = MemberSort.Group, ["external"] = MemberSort.External, ["all"] = null,
    };

    /// <summary>Opens a call: each addressee owes an answer from now on. Answers that came before it was registered are taken in.</summary>
    /// <param name="told">What is said of it; its number does not count.</param>
    /// <param name="letters">Writes the letters to the addressees; they are about the call.</param>
    public static DeskResult Open(CallEntry told, DeskDraft draft, Func<CallEntry, IReadOnlyList<MemberEntry>, IReadOnlyList<OutgoingLetter>> letters)
    {
        var known = draft.Known;
        if (CallNumber.Core(told.Number) is null) return DeskResult.Refused($"'{told.Number}' holds no number by which answers could cite it");
        if (CallMatch.Named(told.Number, known) is { } same && NameKey.Of(same.Number) == NameKey.Of(told.Number))
            return DeskResult.Refused($"{same.Number} is on record already ({same.State.ToString().ToLowerInvariant()})");
        if (told.Deadline is { } end && end.At <= told.OpenedAt) return DeskResult.Refused("its deadline lies before its opening");
        var (addressees, unknown) = Addressees(told.Addressees, known);
        if (unknown is not null) return DeskResult.Refused($"there is no member '{unknown}', and it is none of {string.Join(", ", Roles.Keys)}");
        if (told.Rule?.QuorumCount > addressees.Count) return DeskResult.Refused($"a quorum of {told.Rule.QuorumCount} replies cannot be reached: {addressees.Count} are asked");
        if (addressees.Count == 0) return DeskResult.Refused("no member is addressed by it; 'member add' comes first");

        var call = draft.Put(null, told with { Id = known.NextNew(), RoundAt = told.OpenedAt }, told.Number,
            new FieldChange("number", null, told.Number), new FieldChange("sort", null, told.Sort.ToString()), new FieldChange("title", null, told.Title),
            told.Deadline is { } deadline ? new FieldChange("deadline", null, Text(deadline)) : null);
        foreach (var member in addressees)
            draft.Put(null, new ObligationEntry(
                known.NextNew(), known.Group, ObligationMatter.AnswerCall, EntryKind.Call, call.Id, call.Number,
                new Debtor(member.Name, member.Country, member.Id, Language: Speaking.In(known).Of(member)), call.Deadline, ObligationState.Open, call.OpenedAt, null, null),
                $"{call.Number}: {member.Name}", new FieldChange("state", null, nameof(ObligationState.Open)));
        TakeEarly(call, draft);
        return DeskResult.With(letters(call, addressees));
    }

    /// <summary>Moves the deadline, as a corrigendum or addendum does: what is owed moves with it.</summary>
    /// <param name="letters">Tells whom it concerns: who still owes, and whose late answer is in time by the new day.</param>
    public static DeskResult Extend(string number, Deadline deadline, string? why, DeskDraft draft, CallTold? letters = null)
    {
        if (Live(number, draft) is not { } call) return Refused(number, draft);
        if (deadline.At <= draft.Now) return DeskResult.Refused("the new deadline is over already");
        var concerned = call.Deadline == deadline ? [] : Owed(call, draft).Where(owed => owed.Live || IsInTimeBy(owed, deadline)).ToList();
        var after = call with { Remark = why ?? call.Remark };
        Move(call, after, deadline, draft, told: letters is not null);
        return Telling(after with { Deadline = deadline }, concerned, draft, letters);
    }

    /// <summary>Gives one member more time than the others have: it is reminded by its own day, and the call is not closed before.</summary>
    /// <param name="letters">Tells the member.</param>
    public static DeskResult ExtendFor(string number, string name, Deadline deadline, DeskDraft draft, CallTold? letters = null)
    {
        if (Live(number, draft) is not { } call) return Refused(number, draft);
        if (call.Rule is not null) return DeskResult.Refused($"what {call.Number} decides is counted by one day for all: extend it for all, or let a late answer count ('call comment … --counts yes')");
        if (call.Deadline is not { } common) return DeskResult.Refused($"{call.Number} has no closing date");
        if (MemberDesk.Find(name, draft.Known) is not { } member) return DeskResult.Refused($"there is no member '{name}'");
        if (deadline.At <= draft.Now) return DeskResult.Refused("the new deadline is over already");
        if (deadline.At <= common.At) return DeskResult.Refused($"{call.Number} is open until then for all");
        if (Owed(call, draft).FirstOrDefault(owed => owed.Debtor.MemberId == member.Id) is not { } owed) return DeskResult.Refused($"{call.Number} was not addressed to {member.Name}");
        if (!owed.Live) return DeskResult.Refused($"{member.Name} owes no answer to {call.Number}: {owed.State}, {owed.ClosedBy}");
        draft.Put(owed, owed with { Deadline = deadline, MovedAt = draft.Now }, CallPlacing.Title(owed), owed.Deadline == deadline ? null : new FieldChange("deadline", Text(owed.Deadline), Text(deadline)));
        if (!(call.OpenUntil >= deadline.At)) draft.Put(call, call with { OpenUntil = deadline.At }, call.Number, new FieldChange("openUntil", null, deadline.Rule));
        return Telling(call with { Deadline = deadline }, [owed], draft, letters);
    }

    /// <param name="letters">Tells all who were asked.</param>
    public static DeskResult Cancel(string number, string? why, string who, DeskDraft draft, CallTold? letters = null)
    {
        if (Live(number, draft) is not { } call) return Refused(number, draft);
        var asked = Owed(call, draft).ToList();
        var after = draft.Put(call, call with { State = CallState.Cancelled, EndedAt = draft.Now, Remark = why ?? call.Remark }, call.Number, new FieldChange("state", nameof(CallState.Open), nameof(CallState.Cancelled)));
        foreach (var owed in asked.Where(owed => owed.Live))
            End(owed, ObligationState.Waived, $"{who}: call cancelled", draft);
        return Telling(after, asked, draft, letters);
    }

    /// <summary>Writes to members of what became of a call; to which of them, is its own decision.</summary>
    /// <param name="concerned">With whether they have answered.</param>
    public delegate DeskResult CallTold(CallEntry call, IReadOnlyList<(MemberEntry Member, bool Answered)> concerned);

    private static DeskResult Telling(CallEntry call, IReadOnlyList<ObligationEntry> concerned, DeskDraft draft, CallTold? letters) => letters is null ? DeskResult.Done : letters(call,
    [
        .. concerned.Select(owed => (Member: draft.Known.Filed<MemberEntry>(EntryKind.Member, owed.Debtor.MemberId), Answered: owed.State is ObligationState.Met or ObligationState.MetLate or ObligationState.Declined))
            .Where(one => one.Member is { Active: true }).Select(one => (one.Member!, one.Answered)),
    ]);

    /// <summary>Gives up the answer of one member.</summary>
    public static DeskResult Waive(string number, string name, string? why, string who, DeskDraft draft)
    {
        if (CallMatch.Named(number, draft.Known) is not { } call) return Refused(number, draft);
        if (MemberDesk.Find(name, draft.Known) is not { } member) return DeskResult.Refused($"there is no member '{name}'");
        if (Owed(call, draft).FirstOrDefault(owed => owed.Debtor.MemberId == member.Id) is not { } owed) return DeskResult.Refused($"{call.Number} was not addressed to {member.Name}");
        if (!owed.Live) return DeskResult.Refused($"{member.Name} owes no answer to {call.Number}: {owed.State}, {owed.ClosedBy}");
        End(owed, ObligationState.Waived, why is null ? who : $"{who}: {why}", draft);
        return DeskResult.Done;
    }

    /// <summary>The word of the secretariat or chairman on an answer: whether it asks for a change, and whether it counts though late.</summary>
    public static DeskResult Weigh(string number, string name, bool? substantive, bool? counts, DeskDraft draft)
    {
        if (CallMatch.Named(number, draft.Known) is not { } call) return Refused(number, draft);
        if (call.Result is { } result) return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"{call.Number} was closed on {result.On:yyyy-MM-dd}; its result stays as it was worked out then"));
        var member = MemberDesk.Find(name, draft.Known);
        var answer = draft.Known.All<AnswerEntry>().FirstOrDefault(answer => answer.CallId == call.Id
            && (member is not null ? answer.MemberId == member.Id : answer.By?.Equals(name, StringComparison.OrdinalIgnoreCase) == true));
        if (answer?.Given is null) return DeskResult.Refused($"no answer of {member?.Name ?? $"'{name}'"} to {call.Number} stands");
        var weighed = draft.Put(answer, answer with { SubstantiveWord = substantive ?? answer.SubstantiveWord, CountedWord = counts ?? answer.CountedWord }, $"{call.Number}: {answer.Respondent}",
            substantive is null || substantive == answer.SubstantiveWord ? null : new FieldChange("substantive", YesNo(answer.SubstantiveWord), YesNo(substantive)),
            counts is null || counts == answer.CountedWord ? null : new FieldChange("counted", YesNo(answer.CountedWord), YesNo(counts)));
        if (answer.MemberId is { } owes && CallPlacing.IsAskedAgain(call, answer) != CallPlacing.IsAskedAgain(call, weighed)) CallPlacing.Settle(call, owes, weighed, weighed.Given!, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>What the addressees owe because of the call, over or not, in the order in which they were asked.</summary>
    internal static IEnumerable<ObligationEntry> Owed(CallEntry call, DeskDraft draft) =>
        draft.Known.All<ObligationEntry>().Where(owed => owed.OfKind == EntryKind.Call && owed.Of == call.Id);

    internal static CallEntry? Live(string number, DeskDraft draft) => CallMatch.Named(number, draft.Known) is { Live: true } call ? call : null;

    internal static DeskResult Refused(string number, DeskDraft draft) => DeskResult.Refused(
        CallMatch.Named(number, draft.Known) is { } over ? $"{over.Number} is {over.State.ToString().ToLowerInvariant()}" : $"there is no call '{number}'; 'call list --all' shows them");

    /// <summary>Puts the call with its new deadline; who still owes, owes by then, and who was late may be in time now.</summary>
    /// <param name="told">Those who owe are written to about it.</param>
    internal static void Move(CallEntry before, CallEntry after, Deadline deadline, DeskDraft draft, bool told = false, FieldChange? also = null)
    {
        draft.Put(before, after with { Deadline = deadline }, before.Number, before.Deadline == deadline ? null : new FieldChange("deadline", Text(before.Deadline), Text(deadline)), also);
        foreach (var owed in Owed(before, draft).ToList())
        {
            var inTime = IsInTimeBy(owed, deadline);
            if (!owed.Live && !inTime || owed.Live && before.Deadline is { } common && owed.Deadline?.At > common.At && owed.Deadline.At >= deadline.At) continue; // who has more time keeps it
            draft.Put(owed, owed with { Deadline = deadline, State = inTime ? ObligationState.Met : owed.State, MovedAt = told && owed.Deadline != deadline ? draft.Now : owed.MovedAt }, CallPlacing.Title(owed),
                owed.Deadline == deadline ? null : new FieldChange("deadline", Text(owed.Deadline), Text(deadline)),
                inTime ? new FieldChange("state", owed.State.ToString(), nameof(ObligationState.Met)) : null);
        }
    }

    private static bool IsInTimeBy(ObligationEntry owed, Deadline deadline) => owed.State == ObligationState.MetLate && owed.ClosedAt <= deadline.At;

    internal static void End(ObligationEntry owed, ObligationState state, string by, DeskDraft draft) =>
        draft.Put(owed, owed with { State = state, ClosedAt = draft.Now, ClosedBy = by }, CallPlacing.Title(owed), new FieldChange("state", owed.State.ToString(), state.ToString()));

    private static (IReadOnlyList<MemberEntry> Members, string? Unknown) Addressees(IReadOnlyList<string> named, Known known)
    {
        var members = new List<MemberEntry>();
        foreach (var name in named)
        {
            if (Roles.TryGetValue(name, out var sort)) members.AddRange(known.All<MemberEntry>().Where(member => member.Active && (sort is null || member.Sort == sort)));
            else if (MemberDesk.Find(name, known) is { Active: true } member) members.Add(member);
            else return ([], name);
        }
        return ([.. members.DistinctBy(member => member.Id).OrderBy(member => member.Id)], null);
    }

    /// <summary>Answers that cited the circular before it was on record.</summary>
    private static void TakeEarly(CallEntry call, DeskDraft draft)
    {
        var forms = CallNumber.Forms(call.Number).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var early in draft.Known.All<AnswerEntry>().Where(answer => answer.CallId is null && CallNumber.Forms(answer.Call).Any(form => forms.Contains(NameKey.Of(form)))).ToList())
        {
            draft.Put(early, early with { CallId = call.Id, Call = call.Number }, $"{call.Number}: {early.Respondent}", new FieldChange("call", early.Call, call.Number));
            if (early is { MemberId: { } member, Given: { } given }) CallPlacing.Settle(call, member, early, given, draft.Entries);
        }
    }

    private static string? YesNo(bool? word) => word is null ? null : word.Value ? "yes" : "no";

    private static string? Text(Deadline? deadline) => deadline?.Rule;
}
