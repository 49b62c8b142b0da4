using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>A letter in two languages says the same twice: persons of the translation are those of the letter, in Latin letters.</summary>
internal static class Translations
{
    private const char LastLatin = '\u024f';

    public static IReadOnlyList<Item> Settle(IReadOnlyList<Item> items)
    {
        if (items.Count < 2) return items;
        var own = items.Where(item => Name(item) is { Length: > 3 } name && name[0] > LastLatin).ToList();
        if (own.Count == 0) return items;
        return [.. items.Where(item => !(Name(item) is { Length: > 3 } name && name[0] <= LastLatin && own.Exists(first => Repeats(first, item, name))))];
    }

    private static string? Name(Item item) => item switch
    {
        Representative { Person.Name: { } name } => name,
        Registration { Person.Name: { } name } => name,
        Regret { Name: { } name } => name,
        _ => null,
    };

    private static bool Repeats(Item first, Item second, string latin)
    {
        if (first.GetType() != second.GetType() || Offset(first) > Offset(second)) return false;
        var (one, other) = (Email(first), Email(second));
        // two persons may share an address, and one may sit in two bodies
        if (other is not null && one != other || first is Representative seat && second is Representative again && (seat.Body, seat.Role) != (again.Body, again.Role)) return false;
        return Sounds(Name(first)!, latin);
    }

    /// <summary>Two words of the name at least sound like words of the other: one is a coincidence.</summary>
    private static bool Sounds(string name, string latin)
    {
        var words = Folding.Plain(latin).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Folding.IsHan(name[0])) return words.Length is 2 or 3 && AddressAgreement.Person(name, string.Join('.', words) + "@x");
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && parts.Count(part => words.Any(word => AddressAgreement.Person(part, word.Trim('-') + "@x"))) > 1;
    }

    private static string? Email(Item item) => item switch { Representative seat => seat.Person.Email, Registration coming => coming.Person.Email, _ => null };

    private static int Offset(Item item) => item.Evidence.Count == 0 ? int.MaxValue : item.Evidence.Min(static said => said.Offset);
}
