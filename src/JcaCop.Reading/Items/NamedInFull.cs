using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Ms Holm will follow from afar": who comes or stays away and is told by surname, initials or given name alone is the only person of that name that the mail tells in full.</summary>
internal static class NamedInFull
{
    /// <summary>Scripts behind it are written without blanks.</summary>
    private const char LastSpaced = '\u2e80';

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Registration or Regret)) return items;
        var known = items.SelectMany(Persons).Where(static person => person.Name is not null).ToList();
        return [.. items.Select(item => item switch
        {
            Registration { Person.Name: { } name } registration when Full(known, name) is { } whole =>
                registration with { Person = Attendance.Completed(registration.Person with { Name = whole.Name }, whole), Organization = House(context, items, registration, whole) },
            Regret { Name: { } name } regret when Full(known, name) is { } whole => regret with { Name = whole.Name },
            _ => item,
        })];
    }

    private static IEnumerable<Person> Persons(Item item) => item switch
    {
        Representative { Person: var person } => [person],
        Nomination { Contact: { } contact } => [contact],
        Registration { Person: var person } => [person],
        _ => [],
    };

    /// <summary>Whom the contact of an organization put forward comes for is that organization, unless the text names another.</summary>
    private static string? House(ItemContext context, IReadOnlyList<Item> items, Registration registration, Person whole) =>
        registration.Organization is null || registration.Organization == context.Respondent?.Organization
            ? items.OfType<Nomination>().FirstOrDefault(nomination => nomination.Contact?.Name == whole.Name)?.Organization.Name ?? registration.Organization : registration.Organization;

    private static Person? Full(List<Person> known, string name)
    {
        Person? only = null;
        foreach (var person in known)
        {
            if (!IsShort(name, person.Name!)) continue;
            if (only is not null && !SameName.Is(only.Name!, person.Name!)) return null;
            only = only is null ? person : Attendance.Completed(only, person);
        }
        return only;
    }

    /// <summary>One word of the whole name, or its surname with initials, or in Chinese the family name or the last part between points.</summary>
    private static bool IsShort(string name, string whole)
    {
        if (name.Length >= whole.Length || SameName.Is(name, whole)) return false;
        if (Folding.IsHan(name[0])) return Folding.IsHan(whole[0]) && IsHanPart(name, whole);
        if (name[0] >= LastSpaced) return false;
        var left = whole.Split(' ', '-').ToList();
        var words = name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        var letters = 0;
        foreach (var word in words)
        {
            var at = left.FindIndex(other => word.Length == 1 ? other.StartsWith(word, StringComparison.OrdinalIgnoreCase) : other.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (at < 0) return false;
            left.RemoveAt(at);
            letters = Math.Max(letters, word.Length);
        }
        return letters > 2 && left.Count > 0 | words.Any(static word => word.Length == 1);
    }

    private static bool IsHanPart(string name, string whole) =>
        whole.Contains('·', StringComparison.Ordinal) ? name.Length > 1 && whole.EndsWith(name, StringComparison.Ordinal)
        : whole.StartsWith(name, StringComparison.Ordinal) && (name.Length == 2 || NameShapes.SurnameLength(name) == name.Length);
}
