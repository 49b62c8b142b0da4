using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Mailbox;

/// <summary>
/// Where mail arrives. Both kinds give the same guarantees: a mail keeps its key as long as it lies where it is; looking and
/// fetching change nothing, not even the unread flag; a mail is whole or not there; moving an unmoved mail again does no harm.
/// </summary>
/// <remarks>For one caller at a time. What goes wrong outside is a <see cref="MailServerException"/>.</remarks>
public interface IMailbox : IAsyncDisposable
{
    string Name { get; }

    /// <summary>What lies in the inbox now, oldest first.</summary>
    /// <param name="since">Mark of an earlier look whose every mail has been dealt with; null asks for everything.</param>
    Task<MailboxLook> LookAsync(MailboxMark? since, CancellationToken stop);

    /// <summary>
    /// The mails of these keys in portions that are bounded in number and bytes. A mail that has gone since the look is left out;
    /// one over the size limit comes as header alone, one that the server refuses to hand over with its refusal.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<ArrivedMail>> FetchAsync(IReadOnlyList<MailKey> keys, CancellationToken stop);

    /// <summary>Moves mails out of the inbox. When it returns, none of them lies there: one that is gone already counts as moved.</summary>
    Task MoveAsync(IReadOnlyList<MailKey> keys, MailDestination destination, CancellationToken stop);

    /// <summary>
    /// Moves mails on from the folder in which they waited for a person. They are known there by what a move keeps: name,
    /// Message-ID, size and time. One that a person has taken away by hand stays where it was put.
    /// </summary>
    Task RefileAsync(IReadOnlyList<MisfiledMail> mails, MailDestination from, MailDestination to, CancellationToken stop);

    /// <summary>The whole bytes of one mail, whatever its size. It is known as in <see cref="RefileAsync"/>; one that still lies in the inbox by its key.</summary>
    /// <returns>Null where it lies there no longer.</returns>
    Task<byte[]?> FetchWholeAsync(MisfiledMail mail, CancellationToken stop);

    /// <summary>Waits until the server hints at new mail, or the time is over. A hint may be wrong or missing.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken stop);

    /// <summary>How many mails lie in the inbox and in each folder beside it; for the reconciliation.</summary>
    Task<MailboxCount> CountAsync(CancellationToken stop);
}

/// <summary>Where a mail goes when its outcome is committed.</summary>
public enum MailDestination
{
    Processed,
    Held,
    SetAside,
}

/// <summary>The inbox at one moment.</summary>
/// <param name="UidValidity">Under which all its keys stand; 0 for a folder.</param>
/// <param name="Unchanged">Nothing has come or gone since the mark that was handed in; then <paramref name="Keys"/> is empty.</param>
/// <param name="Mark">Null where the mailbox can tell no such thing.</param>
public sealed record MailboxLook(long UidValidity, IReadOnlyList<MailKey> Keys, bool Unchanged, MailboxMark? Mark);

/// <summary>By what an unchanged inbox is recognized without listing it: CONDSTORE's HIGHESTMODSEQ (RFC 7162, 3.1.2).</summary>
public sealed record MailboxMark(long UidValidity, ulong HighestModSeq, int Count);

/// <summary>Mails in each folder.</summary>
public sealed record MailboxCount(int Inbox, int Processed, int Held, int SetAside);
