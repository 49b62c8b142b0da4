using JcaCop.Register.Entries;

namespace JcaCop.Register.Mail;

/// <summary>A letter made and not yet sent. It leaves only through the outbox, written in the transaction of what caused it.</summary>
/// <param name="MessageId">Ours, without angle brackets; fixed when the letter is made, so that a repeat is recognizable.</param>
/// <param name="Kind">Name of the template: <c>receipt</c>.</param>
/// <param name="From">Envelope sender.</param>
/// <param name="To">Envelope recipient: one letter, one recipient.</param>
/// <param name="Mime">The message, ready to send.</param>
public sealed record OutgoingLetter(string MessageId, string Group, string Kind, string From, string To, string Subject, byte[] Mime)
{
    /// <summary>The entry of the register that it is about: a reply to the letter is about it too. Null where it is about none.</summary>
    public EntryRef? About { get; init; }

    /// <summary>The same letter to further readers, beside its addressee. They leave with it, each as a letter of its own.</summary>
    public IReadOnlyList<LetterCopy> Copies { get; init; } = [];

    /// <summary>Roles whose holders get copies too; who they are is looked up in the register when the letter is queued.</summary>
    public IReadOnlyList<CopiedRole> CopiedRoles { get; init; } = [];

    /// <summary>The same letter with copies to further addresses, told in it. Null where nobody else may read it.</summary>
    public Func<IReadOnlyList<string>, OutgoingLetter>? CopiedTo { get; init; }
}

/// <summary>A role of settings whose holders get copies of letters.</summary>
/// <param name="Parent">The body to which the group reports, by name or code; null where those who hold a seat now are meant.</param>
/// <param name="Zone">The group's: in it a seat begins and ends.</param>
public sealed record CopiedRole(string? Parent, TimeZoneInfo Zone);

/// <summary>Where a letter stands on its way out.</summary>
public enum OutboxState
{
    Queued,
    /// <summary>Claimed by a worker; a crash leaves it here until the claim runs out, then it counts as unknown if DATA had begun.</summary>
    Sending,
    /// <summary>The server took it (SMTP 250 after DATA), or the file lies in the pickup folder.</summary>
    Accepted,
    /// <summary>The connection broke after DATA: never resent by itself, shown to a person.</summary>
    Unknown,
    /// <summary>Refused for good (SMTP 5xx), or tries used up.</summary>
    Failed,
    /// <summary>Kept back until a person lets it go.</summary>
    Parked,
}
