using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Tells what the two texts of "for X read Y" are: names, posts, addresses or numbers.</summary>
internal static class ReadAsValues
{
    internal enum Sort { Unknown, Email, Phone, Website, Address, Function, Person, Organization }

    /// <summary>Two lists in which one part differs ("Elsa Pardo, secretaria", "Elsa Pardo, directora"): the name before it, and that part.</summary>
    public static (string? Whose, string Old, string New)? Differing(string old, string fresh)
    {
        var (a, b) = (Listed(old), Listed(fresh));
        if (a.Length != b.Length) return a.Length == 1 || b.Length == 1 ? (null, old, fresh) : null;
        var at = -1;
        for (var i = 0; i < a.Length; i++)
            if (!string.Equals(a[i], b[i], StringComparison.Ordinal))
            {
                if (at >= 0) return null;
                at = i;
            }
        return at < 0 ? null : (at > 0 ? a[0] : null, a[at], b[at]);
    }

    private static string[] Listed(string text) => text.Split([',', '،', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static Sort Of(string old, string fresh)
    {
        if (EmailAddresses.Find(fresh) is [_]) return EmailAddresses.Find(old).Count == 1 ? Sort.Email : Sort.Unknown;
        if (Websites.Find(fresh) is [_]) return Sort.Website;
        if (fresh.Count(char.IsDigit) >= FewDigits && Parts.PhoneNumbers.Find(fresh) is [var number] && number.Length * 3 > fresh.Length * 2) return Sort.Phone;
        var marked = new MarkedText(fresh);
        if (fresh.Any(char.IsDigit)) return marked.Any(Word.Street, 0, fresh.Length) ? Sort.Address : Sort.Unknown;
        if (IsHouse(fresh) || IsHouse(old)) return Sort.Organization;
        if (Posts.Phrase(marked, 0, fresh.Length) is { Start: 0 } post && post.End == fresh.Length) return Sort.Function;
        return NameShapes.Score(fresh) >= 0.5 && NameShapes.Score(old) >= 0.5 ? Sort.Person : Sort.Unknown;
    }

    private const int FewDigits = 6;

    private static bool IsHouse(string name) => new MarkedText(name) is var marked && marked.Any(Word.Organization, 0, name.Length) && Posts.Head(marked, 0, name.Length) != PostHead.Post;
}
