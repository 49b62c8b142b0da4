namespace JcaCop.Post.Letters.Seats;

/// <summary>Tells the other seats of a member, or the secretariat, that letters to one seat come back.</summary>
/// <param name="Role">Null where a member's own address comes back.</param>
/// <param name="Since">First return.</param>
/// <param name="Others">Who else represents the same body, one line each.</param>
public sealed record SeatUnreachableLetter(string Name, string Represents, RoleName? Role, string Email, DateOnly Since, IReadOnlyList<string> Others) : Letter("seat-unreachable");
