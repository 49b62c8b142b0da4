using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;

namespace JcaCop.Register.Deciding.Liaisons;

/// <summary>
/// Files an incoming statement. The same statement comes several times (from the sender, through the list, forwarded by a delegate): number, or
/// title and source, tell that it is one. A statement that answers one of ours closes the request. A corrigendum, or another deadline, is passed on
/// as the statement itself was: whoever owes an answer owes it by the new day.
/// </summary>
public static class LiaisonPlacing
{
    internal static void Place(Liaison told, MailContext mail, EntryDraft entries)
    {
        if (string.IsNullOrWhiteSpace(told.Title) && string.IsNullOrWhiteSpace(told.Reference)) return;
        var known = entries.Known;
        if (IsSecondCopy(told, mail, known)) return;
        var before = Find(told, known);
        if (before is { Way: LiaisonWay.Outgoing }) return;   // our own statement, come back through a list or in a thread
        var (reference, referenceChange) = entries.Merge(before, "reference", before?.Reference, told.Reference);
        var (title, titleChange) = entries.Merge(before, "title", before?.Title, told.Title);
        var (deadline, deadlineChange) = entries.Merge(before, "deadline", ActivityPlacing.Day(before?.Deadline), ActivityPlacing.Day(told.Deadline));
        var (reply, replyChange) = entries.Merge(before, "inReplyTo", before?.InReplyTo, told.InReplyTo);
        var answered = Answered(told, mail, known);
        var after = (before ?? new LiaisonEntry(
            known.NextNew(), known.Group, LiaisonWay.Incoming, LiaisonState.Received, null, null, told.From, Addressees(told), null, null, told.Date,
            told.Contact is { } contact ? new LiaisonContact(contact.Name, contact.Email, contact.Phone) : null, null, null, null, told.Files, null, mail.At, mail.MessageId,
            mail.Sender)) with
        {
            Reference = reference, Title = title, Deadline = deadline == ActivityPlacing.Day(told.Deadline) ? told.Deadline : before?.Deadline, InReplyTo = reply,
            Answers = before?.Answers ?? answered?.Id,
        };
        var corrects = before is { Way: LiaisonWay.Incoming, State: LiaisonState.Routed or LiaisonState.Answered }
            && (deadlineChange is not null || referenceChange is not null && LiaisonReference.Version(told.Reference) > LiaisonReference.Version(before.Reference));
        if (corrects) after = after with { State = LiaisonState.Received, MessageId = mail.MessageId, SentBy = mail.Sender, Files = told.Files.Count > 0 ? told.Files : before!.Files };
        var filed = entries.Put(before, after, after.Name,
            before is null ? new FieldChange("from", null, string.Join(", ", told.From)) : null, referenceChange, titleChange, deadlineChange, replyChange,
            corrects ? new FieldChange("state", before!.State.ToString(), nameof(LiaisonState.Received)) : null,
            before?.Answers is null && answered is not null ? new FieldChange("answers", null, answered.Name) : null);
        foreach (var ours in AllAnswered(told, answered, known).Where(ours => ours.State == LiaisonState.Sent))
            Settle(ours, filed, told.From, mail.At, Obligations.By(mail.MessageId), entries);
    }

    /// <summary>Our statement is answered, and what the sender owed is met; what others owe stays open.</summary>
    /// <param name="at">When the answer came, UTC.</param>
    internal static void Settle(LiaisonEntry ours, LiaisonEntry reply, IReadOnlyList<string> from, DateTimeOffset at, string by, EntryDraft entries)
    {
        var open = entries.Known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, ours.Id)).Where(owed => owed.Live).ToList();
        foreach (var owed in open.Where(owed => SpeaksFor(from, owed.Debtor)))
            Obligations.Meet(owed, at, by, entries);
        var left = open.Count(owed => !SpeaksFor(from, owed.Debtor));
        if (left == 0)
            entries.Put(ours, ours with { State = LiaisonState.Answered, AnsweredBy = reply.Id }, ours.Name,
                new FieldChange("state", ours.State.ToString(), nameof(LiaisonState.Answered)));
    }

    /// <summary>The body that was asked answers, or a committee of it: ETSI TC HF for ETSI.</summary>
    public static bool SpeaksFor(IReadOnlyList<string> from, Debtor debtor)
    {
        var asked = NameKey.Of(debtor.Name);
        return asked.Length > 0 && from.Select(NameKey.Of).Any(sender => sender == asked || sender.StartsWith($"{asked} ", StringComparison.Ordinal));
    }

    /// <summary>Whether the statement is on record and this copy of it says nothing that the register does not hold: whoever passes it on, nothing is changed by it and nobody need be asked.</summary>
    internal static bool IsSecondCopy(Liaison told, MailContext mail, Known known) =>
        Find(told, known) is { Way: LiaisonWay.Incoming } standing
        && (IsOlderText(told, standing) || SaysTheSame(told, standing) && (standing.Answers is not null || Answered(told, mail, known) is null));

    /// <summary>The first text comes once more, when its corrigendum is on record.</summary>
    private static bool IsOlderText(Liaison told, LiaisonEntry standing) =>
        LiaisonReference.Key(told.Reference, told.From) is { } key && key == LiaisonReference.Key(standing.Reference, standing.From)
        && LiaisonReference.Version(told.Reference) < LiaisonReference.Version(standing.Reference);

    private static bool SaysTheSame(Liaison told, LiaisonEntry standing) =>
        (told.Reference is null || standing.Reference is not null && LiaisonReference.Key(told.Reference, told.From) == LiaisonReference.Key(standing.Reference, standing.From)
            && LiaisonReference.Version(told.Reference) == LiaisonReference.Version(standing.Reference))
        && (told.Title is null || LiaisonReference.TitleKey(told.Title) == LiaisonReference.TitleKey(standing.Title))
        && (told.Deadline is null || told.Deadline == standing.Deadline)
        && (told.InReplyTo is null || LiaisonReference.Key(told.InReplyTo, null) == LiaisonReference.Key(standing.InReplyTo, null));

    private static LiaisonEntry? Find(Liaison told, Known known) => Find(told.Reference, told.From, told.Title, known);

    /// <summary>The statement on record with this number, or this title from one of these senders.</summary>
    internal static LiaisonEntry? Find(string? reference, IReadOnlyList<string> from, string? title, Known known)
    {
        if (LiaisonReference.Key(reference, from) is { } key && known.Named<LiaisonEntry>(EntryKind.Liaison, key).FirstOrDefault() is { } same) return same;
        var sources = from.Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        return known.Named<LiaisonEntry>(EntryKind.Liaison, LiaisonReference.TitleKey(title))
            .FirstOrDefault(other => (other.Reference is null || reference is null) && (other.From.Count == 0 || sources.Count == 0 || other.From.Any(body => sources.Contains(NameKey.Of(body)))));
    }

    /// <summary>Which of ours it answers: the reference that it names, the letter of ours in its thread, or what its subject or title says of it.</summary>
    private static LiaisonEntry? Answered(Liaison told, MailContext mail, Known known) =>
        (LiaisonReference.Key(told.InReplyTo, null) is { } key
            ? known.Named<LiaisonEntry>(EntryKind.Liaison, key).FirstOrDefault(other => other.Way == LiaisonWay.Outgoing) : null)
        ?? (mail.Thread?.About is { Kind: EntryKind.Liaison, Id: var id } ? known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is { Way: LiaisonWay.Outgoing } ours ? ours : null : null)
        ?? RepliedTo.Find(told, mail, known);

    /// <summary>Every statement of ours that it says to answer: "reply to JCA-COP-LS1 and JCA-COP-LS2" answers both.</summary>
    private static IEnumerable<LiaisonEntry> AllAnswered(Liaison told, LiaisonEntry? first, Known known) =>
        told.AlsoInReplyTo.Select(cited => LiaisonAnswer.Numbered(cited, known)).Prepend(first).OfType<LiaisonEntry>().DistinctBy(ours => ours.Id);

    private static IReadOnlyList<LiaisonAddressee> Addressees(Liaison told) =>
    [
        .. told.ForAction.Select(body => new LiaisonAddressee(body, LiaisonPurpose.Action)),
        .. told.ForComment.Select(body => new LiaisonAddressee(body, LiaisonPurpose.Comment)),
        .. told.ForInformation.Select(body => new LiaisonAddressee(body, LiaisonPurpose.Information)),
        .. told.Cc.Select(body => new LiaisonAddressee(body, LiaisonPurpose.Copy)),
    ];
}
