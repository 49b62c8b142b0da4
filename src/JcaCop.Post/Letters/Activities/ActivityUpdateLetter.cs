namespace JcaCop.Post.Letters.Activities;

/// <summary>An activity as the register lists it.</summary>
/// <param name="Dates">Null where none are on record.</param>
/// <param name="Place">Null where none is on record.</param>
public sealed record ListedActivity(string Title, Shown? Dates, PlaceName? Place);

/// <summary>Asks whoever told of activities whether what is listed is still right, and for new ones.</summary>
/// <param name="Activities">That are not over; at least one.</param>
public sealed record ActivityUpdateLetter(IReadOnlyList<ListedActivity> Activities) : Letter("activity-update");
