namespace JcaCop.Post.Letters.Secretariat;

/// <summary>How letters fare that go to somebody who owes something.</summary>
public enum DebtorReach
{
    /// <summary>Nothing is said of it.</summary>
    Unsaid,
    /// <summary>None has come back.</summary>
    Reached,
    /// <summary>Some have come back.</summary>
    Returned,
    /// <summary>The debtor told to be away.</summary>
    Away,
    /// <summary>There is nowhere to write to.</summary>
    Nowhere,
}

/// <param name="Address">To which letters go; null for nowhere.</param>
/// <param name="Reason">Why letters came back, as the mail server put it; null where none did.</param>
/// <param name="Back">First day back of whoever is away; null otherwise.</param>
/// <param name="Deputy">Address of whoever stands in; null where nobody is named.</param>
public sealed record DebtorStanding(DebtorReach Reach, string? Address = null, string? Reason = null, DateOnly? Back = null, string? Deputy = null);
