using JcaCop.Post.Letters;

namespace JcaCop.Worker.Jobs;

/// <summary>A letter that will leave by itself unless something happens before.</summary>
/// <param name="Kind">Of letter: <c>call-reminder</c>.</param>
/// <param name="At">UTC; when it is due, as far as can be told now.</param>
/// <param name="To">Names or addresses.</param>
/// <param name="Subject">What it is about: <c>TSB Circular 313</c>; empty where the kind says it all.</param>
/// <param name="Why">The rule or obligation behind it.</param>
internal sealed record ComingLetter(string Kind, DateTimeOffset At, IReadOnlyList<string> To, string Subject, Reason Why)
{
    /// <summary>When the last of them leaves, UTC, where they go to clocks of several zones; null where all leave at once.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>By which it can be stopped; null where nothing stops it but what it asks for.</summary>
    public string? Key { get; init; }

    /// <summary>The work that writes it, where that is another than the one that tells of it.</summary>
    public Type? By { get; init; }
}
