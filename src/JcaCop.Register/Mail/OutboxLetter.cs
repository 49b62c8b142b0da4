namespace JcaCop.Register.Mail;

/// <summary>A letter claimed for sending.</summary>
/// <param name="Attempts">This one included.</param>
public sealed record OutboxLetter(
    long Id, string InternetId, string Group, string Kind, string From, string To, string Subject, byte[] Mime, int Attempts);

/// <summary>A letter as a list of the outbox shows it.</summary>
/// <param name="CauseMessageId">The mail that caused it, where one did.</param>
/// <param name="NotBefore">Earliest next try, UTC.</param>
/// <param name="SettledAt">When it was accepted, given up or left unknown, UTC.</param>
/// <param name="LastAnswer">The server's last words, or the failure.</param>
public sealed record OutboxLine(
    long Id, string InternetId, string Group, string Kind, string To, string Subject, OutboxState State, int Attempts,
    DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SettledAt, string? LastAnswer, long? CauseMessageId);

/// <summary>What became of one claimed letter.</summary>
/// <param name="State">Null: only its DATA begins; from here on a broken connection leaves it unknown.</param>
/// <param name="NotBefore">For a letter that goes back into the queue.</param>
public sealed record OutboxStep(long Id, OutboxState? State, string? Answer, DateTimeOffset? NotBefore)
{
    /// <summary>The letter was not tried at all: this claim does not count as an attempt.</summary>
    public bool Untried { get; init; }

    public static OutboxStep DataBegins(long id) => new(id, null, null, null);

    /// <summary>The server took it.</summary>
    public static OutboxStep Accepted(long id, string? answer) => new(id, OutboxState.Accepted, answer, null);

    /// <summary>Refused for good, or tries used up.</summary>
    public static OutboxStep Failed(long id, string answer) => new(id, OutboxState.Failed, answer, null);

    /// <summary>Nobody knows whether the server took it: never sent again by itself.</summary>
    public static OutboxStep Unknown(long id, string answer) => new(id, OutboxState.Unknown, answer, null);

    /// <summary>Not sent now; to be tried again.</summary>
    public static OutboxStep Requeue(long id, DateTimeOffset notBefore, string? answer) => new(id, OutboxState.Queued, answer, notBefore);

    /// <summary>Given back as it was claimed: the server could not be reached, or it is not its turn.</summary>
    public static OutboxStep GiveBack(long id, DateTimeOffset notBefore, string? answer) => new(id, OutboxState.Queued, answer, notBefore) { Untried = true };

    /// <summary>Kept back until a person lets it go.</summary>
    public static OutboxStep Parked(long id, string answer) => new(id, OutboxState.Parked, answer, null);
}
