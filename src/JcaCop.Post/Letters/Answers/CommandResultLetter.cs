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
public sealed record CommandReport(string Command, CommandOutcome Outcome, Prose? Output);

/// <summary>Tells a secretary what the commands of a mail have done.</summary>
/// <param name="Summary">Short, for the subject.</param>
/// <param name="NotUnderstood">How many lines were no commands.</param>
public sealed record CommandResultLetter(string Summary, IReadOnlyList<CommandReport> Commands, int NotUnderstood) : Letter("command-result")
{
    public override bool EnglishBelow => false;
}
