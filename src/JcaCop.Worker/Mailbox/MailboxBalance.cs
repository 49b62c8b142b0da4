using System.Globalization;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Mailbox;

/// <summary>A mailbox counted against the register.</summary>
/// <remarks>
/// People may move, delete and add mail. What they took out of Processed is done with, and what they put beside ours is not
/// ours: both are told and are no difference. The folders are counted, not compared mail by mail, so that one gone and
/// one strange mail in the same folder pass unseen; the register has the bytes of both that were ever taken.
/// </remarks>
internal sealed record MailboxBalance(string Mailbox)
{
    /// <summary>Keys of mails in the inbox that the register does not know.</summary>
    public required IReadOnlySet<string> NotTaken { get; init; }

    /// <summary>Keys of mails in the inbox that the register holds for moved.</summary>
    public required IReadOnlySet<string> Returned { get; init; }

    /// <summary>Keys of mails that are judged and still lie in the inbox.</summary>
    public required IReadOnlySet<string> NotMoved { get; init; }

    /// <summary>Keys of mails that the register looks for in the inbox, and that do not lie there.</summary>
    public required IReadOnlySet<string> Lost { get; init; }

    /// <summary>In the inbox, taken and waiting to be judged, as they should.</summary>
    public required int Waiting { get; init; }

    /// <summary>Decided by a person, and still to be moved on from the folder in which they waited.</summary>
    public required long NotRefiled { get; init; }

    /// <summary>What lies in each folder.</summary>
    public required MailboxCount Lying { get; init; }

    /// <summary>Lying less than the register expects: below zero where mails are gone, above it where some are not ours.</summary>
    public required (long Processed, long Held, long SetAside) Surplus { get; init; }

    public static MailboxBalance Of(string mailbox, IReadOnlyCollection<string> inbox, IReadOnlySet<string> unknown, MailboxCount lying, MailboxPlaces places)
    {
        var here = inbox.ToHashSet(StringComparer.Ordinal);
        return new MailboxBalance(mailbox)
        {
            NotTaken = unknown,
            Returned = here.Where(uid => !unknown.Contains(uid) && !places.Inbox.ContainsKey(uid)).ToHashSet(StringComparer.Ordinal),
            NotMoved = places.Inbox.Where(place => place.Value != MessageState.Taken && here.Contains(place.Key)).Select(place => place.Key).ToHashSet(StringComparer.Ordinal),
            Lost = places.Inbox.Keys.Where(uid => !here.Contains(uid)).ToHashSet(StringComparer.Ordinal),
            Waiting = places.Inbox.Count(place => place.Value == MessageState.Taken && here.Contains(place.Key)),
            NotRefiled = places.Misfiled,
            Lying = lying with { Inbox = here.Count },
            Surplus = (lying.Processed - places.Processed, lying.Held - places.Held, lying.SetAside - places.SetAside),
        };
    }

    /// <summary>What differs both here and in an earlier count: mails that were merely on their way are left out.</summary>
    public MailboxBalance StillAfter(MailboxBalance earlier) => this with
    {
        NotTaken = NotTaken.Intersect(earlier.NotTaken).ToHashSet(StringComparer.Ordinal),
        Returned = Returned.Intersect(earlier.Returned).ToHashSet(StringComparer.Ordinal),
        NotMoved = NotMoved.Intersect(earlier.NotMoved).ToHashSet(StringComparer.Ordinal),
        Lost = Lost.Intersect(earlier.Lost).ToHashSet(StringComparer.Ordinal),
        NotRefiled = Math.Min(NotRefiled, earlier.NotRefiled),
        Surplus = (
            Math.Max(Surplus.Processed, earlier.Surplus.Processed),
            Math.Max(Surplus.Held, earlier.Surplus.Held),
            Math.Max(Surplus.SetAside, earlier.Surplus.SetAside)),
    };

    public bool Agrees => !Differences.Any();

    /// <summary>What a person should look at, one sentence part each.</summary>
    public IEnumerable<string> Differences
    {
        get
        {
            if (NotTaken.Count > 0) yield return Said(NotTaken.Count, "in the inbox not taken");
            if (NotMoved.Count > 0) yield return Said(NotMoved.Count, "in the inbox judged and not moved");
            if (Returned.Count > 0) yield return Said(Returned.Count, "in the inbox again after the move");
            if (Lost.Count > 0) yield return Said(Lost.Count, "gone from the inbox before the move");
            if (NotRefiled > 0) yield return Said(NotRefiled, "decided by a person and not moved on");
            if (Surplus.Held < 0) yield return Said(-Surplus.Held, "gone from the held folder ('jcacop review' still has them)");
            if (Surplus.SetAside < 0) yield return Said(-Surplus.SetAside, "gone from the set-aside folder ('jcacop review' still has them)");
        }
    }

    /// <summary>The figures, one line.</summary>
    public string Figures
    {
        get
        {
            var notOurs = Math.Max(0, Surplus.Processed) + Math.Max(0, Surplus.Held) + Math.Max(0, Surplus.SetAside);
            var parts = new List<string>
            {
                string.Create(CultureInfo.InvariantCulture, $"{Lying.Inbox} in the inbox, {Lying.Processed} processed, {Lying.Held} held, {Lying.SetAside} set aside"),
            };
            if (Waiting > 0) parts.Add(Said(Waiting, "in the inbox taken and waiting to be judged"));
            if (notOurs > 0) parts.Add(Said(notOurs, "in the folders not ours"));
            if (Surplus.Processed < 0) parts.Add(Said(-Surplus.Processed, "taken out of the processed folder by hand"));
            return string.Join("; ", parts);
        }
    }

    private static string Said(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
