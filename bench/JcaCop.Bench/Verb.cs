namespace JcaCop.Bench;

/// <param name="What">What it measures, and the figure to reach.</param>
/// <param name="Run">Options to exit code: 0 where the figure is reached, 1 where it is not.</param>
internal sealed record Verb(string What, Func<string[], Task<int>> Run);
