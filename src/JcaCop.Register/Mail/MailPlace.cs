namespace JcaCop.Register.Mail;

/// <summary>A mail that still lies where it was taken from and must be moved.</summary>
/// <param name="State">Tells the folder: Processed, Held or SetAside.</param>
/// <param name="Duplicate">The same mail came before; this is another delivery of it.</param>
public sealed record UnmovedMail(MailKey Key, MessageState State, bool Duplicate);

/// <summary>How far a mailbox has been taken.</summary>
/// <param name="HighestUid">0 where nothing was taken, or for a folder mailbox.</param>
public sealed record MailboxProgress(string Mailbox, long UidValidity, long HighestUid);

/// <summary>The nightly count: each message is in exactly one state, each has its bytes and a place.</summary>
/// <param name="Locations">Places where mails were seen; at least one for each message.</param>
/// <param name="Duplicates">Places that hold another delivery of a message taken before.</param>
/// <param name="Unmoved">Judged, and not moved yet.</param>
/// <param name="Flaws">What does not agree, in words; empty where all does.</param>
public sealed record Reconciliation(
    long Taken, long Processed, long Held, long SetAside, long Locations, long Duplicates, long Unmoved, IReadOnlyList<string> Flaws)
{
    public long Messages => Taken + Processed + Held + SetAside;
}
