namespace JcaCop.Post.Letters.Answers;

public sealed record CommandHelp(string Usage, LocalText Meaning);

/// <summary>Answers <c>help</c>.</summary>
/// <param name="Commands">For secretaries; empty for others.</param>
public sealed record HelpLetter(IReadOnlyList<CommandHelp> Commands) : Letter("help");
