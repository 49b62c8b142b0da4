using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Who goes where a designation says that somebody comes in the place of another: one of those who hold seats of the body on that day, by whatever form of the name.</summary>
internal static class Predecessor
{
    /// <summary>Those whom the name may mean; a seat ends only where it is one.</summary>
    /// <param name="newcomer">Nobody replaces himself or herself. Null: not known yet.</param>
    public static IReadOnlyList<PersonEntry> Meant(string? replaced, string body, DateOnly day, long? newcomer, Known known) =>
        replaced is null ? [] : ShortName.Meant(replaced, Holders(body, day, known).Where(holder => holder.Id != newcomer), holder => holder.Name);

    /// <summary>Why a person must say who goes, with those who may be meant.</summary>
    /// <param name="today">On which the mail came.</param>
    /// <returns>One sentence; null where it is plain, or where the register holds nobody who could go.</returns>
    public static string? Doubt(Representative designation, Respondent? respondent, DateOnly today, Known known)
    {
        if (designation.Replaces is not { } gone || BodyOf(designation, respondent) is not { } body) return null;
        var holders = Holders(body, designation.From ?? today, known);
        if (Several(gone, Others(holders, designation)) is { } several) return several;
        var others = Others(holders, designation).ToList();
        if (others.Count == 0 || ShortName.Meant(gone, others, holder => holder.Name).Count == 1 || IsRepeated(designation, body, gone, known)) return null;
        return $"it says that {gone} is replaced, and the register has {Names(others)} for {body}";
    }

    /// <summary>Why it cannot be recorded before somebody says who goes.</summary>
    public static string? Obstacle(Representative designation, Respondent? respondent, DateOnly today, Known known) =>
        designation.Replaces is { } gone && BodyOf(designation, respondent) is { } body && Several(gone, Others(Holders(body, designation.From ?? today, known), designation)) is { } several
            ? $"{several}; say it as 'replaces: …' (--field replaces=…), or reject it" : null;

    private static string? Several(string gone, IEnumerable<PersonEntry> holders) =>
        ShortName.Meant(gone, holders, holder => holder.Name) is [_, _, ..] several ? $"{gone}, who is replaced, may be {Names(several)}" : null;

    private static string? BodyOf(Representative designation, Respondent? respondent) =>
        (designation.Body ?? respondent?.Body ?? respondent?.Organization) is { } body && !string.IsNullOrWhiteSpace(body) ? body : null;

    /// <summary>The designation was recorded before, and says it again.</summary>
    private static bool IsRepeated(Representative designation, string body, string gone, Known known) => known.SeatsFor(body).Any(seat =>
        seat.Replaced is { } replaced && ShortName.Fits(gone, replaced) && known.Person(seat.PersonId) is { } holder && IsSame(holder, designation.Person));

    private static IEnumerable<PersonEntry> Others(IEnumerable<PersonEntry> holders, Representative designation) => holders.Where(holder => !IsSame(holder, designation.Person));

    private static bool IsSame(PersonEntry holder, Person told) =>
        told.Name is not null && NameKey.Of(holder.Name) == NameKey.Of(told.Name)
        || told.Email is { } email && holder.Addresses.Any(address => address.Email.Equals(email, StringComparison.OrdinalIgnoreCase)) && !PersonMatch.Differ(holder.Name, told.Name);

    private static IReadOnlyList<PersonEntry> Holders(string body, DateOnly day, Known known) =>
        [.. known.SeatsFor(body).Where(seat => seat.HoldsOn(day)).Select(seat => known.Person(seat.PersonId)).OfType<PersonEntry>().Where(holder => holder.Name is not null).DistinctBy(holder => holder.Id)];

    internal static string Names(IEnumerable<PersonEntry> people) => string.Join(", ", people.Select(person => person.Name ?? person.Email));
}
