namespace JcaCop.Post.Letters.Answers;

public enum CommandOutcome
{
    Done,
    /// <summary>Understood, and things were so already.</summary>
    Nothing,
    /// <summary>Not allowed, or wrong; the output says why.</summary>
    Refused,
    /// <summary>The service could not do it now.</summary>
    Failed,
}

/// <param name="Command">As it was written.</param>
/// <param name="Output">What the same verb prints; null for nothing.</param>
public sealed record CommandReport(AsTyped Command, CommandOutcome Outcome, Prose? Output)
{
    /// <summary>The command in the reader's language, where it is a word on a question; null where it was written as it stands.</summary>
    public Told? Worded { get; init; }
}

/// <summary>Tells a secretary what the commands of a mail have done, and the chairman what could not be done of a word.</summary>
/// <param name="Summary">Short, for the subject.</param>
/// <param name="Passed">The first line that was no command, and all behind it: none of them was run.</param>
public sealed record CommandResultLetter(Shown Summary, IReadOnlyList<CommandReport> Commands, IReadOnlyList<AsTyped> Passed) : Letter("command-result")
{
    /// <summary>For the sentence that counts them.</summary>
    public int NotUnderstood => Passed.Count;

    /// <summary>Whether the reader may give commands, and is told where they stand.</summary>
    public bool MayOrder { get; init; } = true;

    public override bool EnglishBelow => false;
}
