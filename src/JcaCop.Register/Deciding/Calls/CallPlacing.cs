using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>Puts an answer beside its call, and closes what the member owed by it. The same mail again changes nothing.</summary>
public static class CallPlacing
{
    /// <summary>The answer of a member, or of somebody who is none, to a call; null where there is none yet.</summary>
    public static AnswerEntry? Entry(Known known, long callId, long? memberId, string? sender) =>
        known.Named<AnswerEntry>(EntryKind.Answer, AnswerEntry.KeyOf(callId, memberId, memberId is null ? sender : null)).FirstOrDefault();

    internal static void Place(CallAnswer answer, MailContext mail, EntryDraft entries)
    {
        foreach (var one in answer.All) Place(one, answer, mail, entries);
    }

    /// <param name="whole">The answer with those that the same mail gives beside it.</param>
    private static void Place(CallAnswer answer, CallAnswer whole, MailContext mail, EntryDraft entries)
    {
        if (answer.Said is not { } said) return;
        var known = entries.Known;
        var by = answer.MemberId is null ? mail.Sender ?? "" : null;
        var call = known.Filed<CallEntry>(EntryKind.Call, answer.CallId);
        var before = call is not null ? Entry(known, call.Id, answer.MemberId, by)
            : known.Named<AnswerEntry>(EntryKind.Answer, AnswerEntry.CitedKey(answer.Call)).FirstOrDefault(other => other.CallId is null && other.MemberId == answer.MemberId && other.By == by);
        // Judged again, when others have answered meanwhile, a guess may fall on another call.
        if (known.All<AnswerEntry>().Any(other => other.Id != before?.Id
            && whole.All.All(one => one.CallId is null || one.CallId != other.CallId) && other.Voices.Any(heard => heard.Messages.Contains(mail.MessageId)))) return;
        var voice = new AnswerVoice([mail.MessageId], mail.At, mail.Sender, said, answer.State == ItemState.Held ? answer.Why : null);
        var entry = before ?? new AnswerEntry(known.NextNew(), known.Group, call?.Id, answer.Call, answer.MemberId, by, answer.Respondent, answer.Country, null);
        // What waits, waits until a person decides; what was said once is not said again by the same mail.
        if (answer.Mandate != Mandate.Secretariat && entry.Voices.Any(heard => heard.Messages.Contains(mail.MessageId))) return;
        var after = answer.State == ItemState.Accepted ? Stand(entry, voice) : entry with { Waiting = [.. entry.Waiting, voice] };
        if (after is null) return;
        entries.Put(before, after, $"{after.Call}: {after.Respondent}", Changes(entry, after));
        if (call is not null && answer.MemberId is { } member && answer.Mandate != Mandate.Other && !(answer.IsForged && answer.State == ItemState.Held)) Settle(call, member, after, voice, entries);
    }

    /// <summary>A person said no to what waited of a mail: it is kept as refused, and the member owes an answer again where it gave no other.</summary>
    /// <param name="why">Null: the mail will be judged anew, and leaves no trace.</param>
    internal static void Refuse(CallAnswer answer, MailContext mail, string? why, EntryDraft entries)
    {
        foreach (var one in answer.Beside) Refuse(one, mail, why, entries);
        if (answer.Said is null) return;
        var known = entries.Known;
        var by = answer.MemberId is null ? mail.Sender ?? "" : null;
        var before = answer.CallId is { } callId ? Entry(known, callId, answer.MemberId, by)
            : known.Named<AnswerEntry>(EntryKind.Answer, AnswerEntry.CitedKey(answer.Call)).FirstOrDefault(other => other.MemberId == answer.MemberId && other.By == by);
        if (before?.Waiting.FirstOrDefault(voice => voice.Messages.Contains(mail.MessageId)) is not { } refused) return;
        var after = before with
        {
            Waiting = [.. before.Waiting.Where(voice => voice != refused)], Former = why is null ? before.Former : [.. before.Former, refused with { Why = why }],
        };
        entries.Put(before, after, $"{after.Call}: {after.Respondent}", new FieldChange("waiting", refused.Said.Gist, null));
        if (known.Filed<CallEntry>(EntryKind.Call, answer.CallId) is { } asking && answer.MemberId is { } promised && Awaits(asking, after)) AskOn(asking, promised, after, entries);
        if (after.Given is not null || after.Waiting.Count > 0 || answer.CallId is not { } id || answer.MemberId is not { } member
            || known.Filed<CallEntry>(EntryKind.Call, id) is not { Live: true }) return;
        foreach (var owed in Obligations(known, id, member).Where(owed => owed.ClosedBy == ClosedBy(refused)).ToList())
        {
            // Whoever was removed meanwhile is not written to again.
            var again = known.Filed<MemberEntry>(EntryKind.Member, member) is { Active: false }
                ? owed with { State = ObligationState.Waived, ClosedAt = entries.At, ClosedBy = MemberDesk.NoLongerMember }
                : owed with { State = ObligationState.Open, ClosedAt = null, ClosedBy = null };
            entries.Put(owed, again, Title(owed), new FieldChange("state", owed.State.ToString(), again.State.ToString()));
        }
    }

    /// <summary>What the member owed by the call is done, whichever of its seats wrote; in time or late, or declined.</summary>
    internal static void Settle(CallEntry call, long member, AnswerEntry answer, AnswerVoice voice, EntryDraft entries)
    {
        var stands = answer.Given ?? voice;
        if (Awaits(call, answer))
        {
            AskOn(call, member, answer, entries);
            return;
        }
        var at = stands.Since ?? stands.At;
        var state = !call.Live && stands.Said.Awaited.Count > 0 ? ObligationState.Partial : stands.Said.Sort == AnswerSort.Nothing ? ObligationState.Declined
            : call.Deadline is { } deadline && at > deadline.At ? ObligationState.MetLate : ObligationState.Met;
        foreach (var owed in Obligations(entries.Known, call.Id, member).ToList())
        {
            // What the secretariat waived, or the closing gave up, is still answered when an answer comes after all.
            var open = owed.State is ObligationState.Open or ObligationState.Waived or ObligationState.Unreachable;
            // The rest of an answer that the closing found wanting came after it, whenever the first part did.
            var now = state == ObligationState.Met && (owed.State == ObligationState.Partial || owed.State == ObligationState.MetLate && stands.AgainAt > call.EndedAt) ? ObligationState.MetLate : state;
            // A mail that was sent first and came last is the one that answered.
            if (!open && owed.State == now && owed.ClosedAt <= stands.At || owed.State == ObligationState.Partial && now == ObligationState.Partial) continue;
            entries.Put(owed, owed with { State = now, ClosedAt = stands.At, ClosedBy = ClosedBy(stands) }, Title(owed),
                owed.State == now ? new FieldChange("closedBy", owed.ClosedBy, ClosedBy(stands)) : new FieldChange("state", owed.State.ToString(), now.ToString()));
        }
    }

    /// <summary>A part of the answer is promised for later, or the proposal was adjusted to it since then; and nothing that may be the word on that waits.</summary>
    private static bool Awaits(CallEntry call, AnswerEntry answer) => call.Live && answer is { Waiting.Count: 0, Given: { } given } && (given.Said.Awaited.Count > 0 || IsAskedAgain(call, answer));

    /// <summary>Whose comments the adjusted proposal answers is asked again: its silence would let them go.</summary>
    internal static bool IsAskedAgain(CallEntry call, AnswerEntry answer) => call.Rule is { CommentsBlock: true } && CallTally.IsAnswered(answer, call);

    /// <summary>What is still owed: what an answer had closed is open again.</summary>
    internal static void AskOn(CallEntry call, long member, AnswerEntry answer, EntryDraft entries)
    {
        // Whoever was removed meanwhile is not written to again.
        if (entries.Known.Filed<MemberEntry>(EntryKind.Member, member) is { Active: false }) return;
        var own = answer.Voices.Select(ClosedBy).ToHashSet();
        foreach (var owed in Obligations(entries.Known, call.Id, member).Where(owed => !owed.Live && owed.ClosedBy is { } by && own.Contains(by)).ToList())
            entries.Put(owed, owed with { State = ObligationState.Open, ClosedAt = null, ClosedBy = null }, Title(owed), new FieldChange("state", owed.State.ToString(), nameof(ObligationState.Open)));
    }

    private static FieldChange Changes(AnswerEntry before, AnswerEntry after)
    {
        if (after.Waiting.Count > before.Waiting.Count) return new FieldChange("waiting", null, after.Waiting[^1].Said.Gist);
        return before.Given?.Said.Gist != after.Given?.Said.Gist
            ? new FieldChange("answer", before.Given?.Said.Gist, after.Given?.Said.Gist)
            : new FieldChange("messages", Mails(before), Mails(after));
    }

    private static string Mails(AnswerEntry entry) => string.Join(", ", entry.Voices.SelectMany(voice => voice.Messages).Order());

    private static IEnumerable<ObligationEntry> Obligations(Known known, long call, long member) =>
        known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call, member));

    private static AnswerEntry? Stand(AnswerEntry entry, AnswerVoice voice)
    {
        var message = voice.Messages[0];
        var waiting = entry.Waiting.Where(other => !other.Messages.Contains(message)).ToList();
        if (entry.Given is not { } given) return entry with { Given = voice, Waiting = waiting };
        if (given.Messages.Contains(message) || (waiting.Count == entry.Waiting.Count && entry.Former.Any(other => other.Messages.Contains(message)))) return null;
        if (AnswerStance.Replaces(given, voice))
            return entry with { Given = AnswerStance.InPlaceOf(given, voice), Waiting = waiting, Former = [.. entry.Former, given], SubstantiveWord = null, CountedWord = null };
        return given.Said.Sort == voice.Said.Sort && given.Said.Position == voice.Said.Position
            ? entry with { Given = AnswerStance.Join(given, voice), Waiting = waiting }
            : entry with { Former = [.. entry.Former, voice], Waiting = waiting };
    }

    internal static string ClosedBy(AnswerVoice voice) => voice.Messages is [var first, ..]
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"message {first}") : voice.Sender ?? "secretariat";

    internal static string Title(ObligationEntry owed) => $"{owed.Title}: {owed.Debtor.Name}";
}
