using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The full form of an organization's name where the mail gives it elsewhere (SCHEMA: "in its full form where text or signature gives it").</summary>
internal static class FullName
{
    private const double SureName = 0.8;

    /// <summary>More letters than these are no fuller form of the same name.</summary>
    private const int MostLonger = 60;

    /// <summary>The longest name in text or signature that begins with the short one.</summary>
    public static string Of(ItemContext context, string name)
    {
        var best = Units.House(name) ?? name;
        if (CompanyNouns.Contains(best) && Company(context) is { } company) return company;
        if (context.Respondent?.Organization is { } own && own.Length > best.Length - 4 && Begins(own, best)) best = own;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (other.Confidence >= SureName && other.Value.Length > best.Length && other.Value.Length < best.Length + MostLonger && Begins(other.Value, best) && IsName(context, other)) best = other.Value;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (other.Value.Length > best.Length && other.Value.Length < best.Length + MostLonger && Quoted(other.Value) is { Length: > 4 } proper && Quoted(best) == proper && IsName(context, other)) best = other.Value;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (other.Value.Length > best.Length && other.Value.Length < best.Length + MostLonger && Stretches(other.Value, best) && IsName(context, other)) best = other.Value;
        return best;
    }

    /// <summary>"Agence des Réseaux du Burkina", signed "Agence des Réseaux": the country that the text joins to the name belongs to it (SCHEMA, rules of judgement).</summary>
    public static bool AddsCountry(string whole, string part)
    {
        if (whole.Length < part.Length + 4 || !whole.StartsWith(part + " ", StringComparison.OrdinalIgnoreCase)) return false;
        var tail = whole[(part.Length + 1)..];
        return tail.Split(' ').Length <= MostOfCountry && (Countries.Find(tail) is [.., { End: var end }] && end == tail.Length
            || CountryPlaces.Adjectives(Lexicons.Folding.Fold(tail)) is [.., var adjective] && adjective.End == tail.Length);
    }

    /// <summary>"of the Republic of X".</summary>
    private const int MostOfCountry = 5;

    private static readonly WordSet CompanyNouns = LexiconFile.Set("grammar", "companyNoun");

    /// <summary>"representative of the Company": the only name in text and signature that has a legal form; whom the mail speaks for, where several have one.</summary>
    private static string? Company(ItemContext context)
    {
        var own = context.Respondent?.Organization;
        string? only = null;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
        {
            if (!context.Marked.Any(Word.LegalForm, other.Start, other.End) || CompanyNouns.Contains(other.Value) || only is not null && SameName.Is(only, other.Value)) continue;
            if (only is not null) return own is not null && !Units.IsUnit(own) ? own : null;
            only = other.Value;
        }
        return only ?? (own is not null && !Units.IsUnit(own) ? own : null);
    }

    /// <summary>What stands in quotation marks within a name: a short and a full form share it.</summary>
    private static string? Quoted(string name)
    {
        var open = name.AsSpan().IndexOfAny("\"«“「");
        var close = name.AsSpan().LastIndexOfAny("\"»”」");
        return open >= 0 && close > open + 1 ? name[(open + 1)..close] : null;
    }

    /// <summary>"Permanent Mission of the Republic of X" for "Permanent Mission of X": same beginning, same end, more between.</summary>
    private static bool Stretches(string whole, string part)
    {
        var words = whole.Split(' ', '\n');
        var parts = part.Split(' ', '\n');
        return parts.Length >= 4 && words.Length > parts.Length && SameStem(words[0], parts[0]) && SameStem(words[1], parts[1]) && SameStem(words[^1], parts[^1]);
    }

    /// <summary>The words of the part begin the whole, in whatever case they stand.</summary>
    private static bool Begins(string whole, string part)
    {
        var words = whole.Split(' ', '\n');
        var parts = part.Split(' ', '\n');
        if (words.Length < parts.Length) return false;
        for (var i = 0; i < parts.Length; i++) if (!SameStem(words[i], parts[i])) return false;
        return true;
    }

    /// <summary>Russian words agree by their stem: a name in the genitive is the name.</summary>
    private static bool SameStem(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        if (a.Length < 5 || b.Length < 5 || a[0] < '\u0400' || a[0] > '\u04ff') return false;
        var stem = Math.Max(4, Math.Min(a.Length, b.Length) - 3);
        return a.AsSpan(0, stem).Equals(b.AsSpan(0, stem), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>No clause, and not two lines of which the first ended where its author ended it.</summary>
    private static bool IsName(ItemContext context, Mention<string> name)
    {
        if (OrganizationNames.HasStop(context.Text, name.Start, name.End)) return false;
        var ends = context.Text.AsSpan(name.Start, name.Length).IndexOf('\n');
        if (ends < 0) return true;
        var begins = name.Start == 0 ? 0 : context.Text.LastIndexOf('\n', name.Start - 1) + 1;
        return name.Start + ends - begins > ShortLine;
    }

    /// <summary>A line that a mail client wrapped is longer.</summary>
    private const int ShortLine = 55;
}
