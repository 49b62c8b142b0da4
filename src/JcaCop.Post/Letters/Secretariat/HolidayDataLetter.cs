namespace JcaCop.Post.Letters.Secretariat;

/// <summary>Asks the secretariat for the days off of the coming year that no rule tells.</summary>
/// <param name="Year">The coming one: <c>2013</c>.</param>
/// <param name="Days">Those that are known.</param>
public sealed record HolidayDataLetter(string Year, IReadOnlyList<DateOnly> Days) : Letter("holiday-data")
{
    /// <summary>A day as the setting takes it. One value, so that a line from right to left keeps its parts in order.</summary>
    public string Example => $"{Year}-12-24";

    public override bool EnglishBelow => false;
}
