namespace JcaCop.Reading;

/// <summary>A verdict on the sort of a mail, with the header, line or word that proves it.</summary>
/// <param name="Evidence">Reaches the log, the reviewer and the tests; never empty.</param>
public sealed record Finding(MailKind Kind, string Evidence)
{
    /// <summary>Nothing speaks for a machine: a person wrote it.</summary>
    public static Finding Human { get; } = new(MailKind.Human, "no mark of a machine");

    /// <summary>No header and no subject proves it, only what the text says: what the text is good for otherwise may outweigh it.</summary>
    public bool ByTextAlone { get; init; }

    /// <summary>For absences by their words: they are words of nothing else ("out of office until …", "automatic reply"). "No longer", "until" and the like are also said of names and numbers that have changed.</summary>
    public bool SaysOutright { get; init; }

    /// <summary>For bounces and delay notices: whom the mail did not reach.</summary>
    public IReadOnlyList<FailedRecipient> Recipients { get; init; } = [];

    /// <summary>For automatic replies: the sentence that names who has taken over for good; null where there is none.</summary>
    public string? Successor { get; init; }

    /// <summary>For absences: until when, and who stands in.</summary>
    public Absence? Absence { get; init; }
}

/// <summary>One recipient of a delivery report.</summary>
/// <param name="Permanent">Follows the class of the status: 5 is permanent, 4 is not (RFC 3463).</param>
/// <param name="Status">Enhanced status code (RFC 3463), for example <c>5.1.1</c>; null where none can be told.</param>
public sealed record FailedRecipient(string Address, bool Permanent, string? Status);

/// <summary>Somebody is away.</summary>
/// <param name="Until">First day back, where the mail tells it.</param>
/// <param name="Deputy">E-mail address of the person to turn to, where the mail tells it.</param>
/// <param name="DeputyName">That person's name without title, where the mail tells it.</param>
public sealed record Absence(DateOnly? Until, string? Deputy, string? DeputyName)
{
    /// <summary>Name without title of who is away, where the mail names somebody else than its sender; null where the sender is.</summary>
    public string? Of { get; init; }
}
