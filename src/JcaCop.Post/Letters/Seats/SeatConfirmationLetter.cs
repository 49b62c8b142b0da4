namespace JcaCop.Post.Letters.Seats;

/// <summary>Asks once a year whether a seat is still right.</summary>
/// <param name="Represents">Body or organization.</param>
/// <param name="Confirmed">When it was last confirmed; null for never.</param>
public sealed record SeatConfirmationLetter(
    string Name, string Represents, RoleName Role, string? Function, string? Email, string? Phone, DateOnly? Since, DateOnly? Confirmed, Deadline? Deadline) : Letter("seat-confirmation")
{
    /// <summary>It was asked before, and nobody has answered.</summary>
    public bool Again { get; init; }
}
