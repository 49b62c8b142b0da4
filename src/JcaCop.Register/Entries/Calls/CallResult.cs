namespace JcaCop.Register.Entries.Calls;

/// <summary>How a call came out.</summary>
public enum CallOutcome
{
    /// <summary>The proposal of a consultation is approved.</summary>
    Approved,
    /// <summary>It is not.</summary>
    NotApproved,
    /// <summary>Too few replies to decide.</summary>
    NoQuorum,
    /// <summary>Substantive comments: the proposal goes out again, adjusted.</summary>
    Extended,
    /// <summary>Answers wait for a person's decision; until then nothing can be said.</summary>
    Undecided,
    /// <summary>Nothing was to be decided: answers were gathered.</summary>
    Collected,
}

/// <summary>One line of a calculation sheet.</summary>
public sealed record SheetLine(string Label, string Value)
{
    /// <summary>The number that the value begins with, for whoever reckons with it; null where it is no number of replies or addressees.</summary>
    public int? Figure { get; init; }
}

/// <summary>How a call would come out, and how that is worked out: rule, numbers, outcome.</summary>
public sealed record CallSheet(CallOutcome Outcome, IReadOnlyList<SheetLine> Lines);

/// <summary>How a call came out, for good.</summary>
/// <param name="On">Day of the decision, in the group's zone.</param>
/// <param name="Circular">Draft of the circular that announces it, in the language in which the group has its drafts.</param>
public sealed record CallResult(DateOnly On, CallSheet Sheet, string Circular);
