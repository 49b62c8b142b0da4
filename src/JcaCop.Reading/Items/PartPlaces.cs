using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Puts towns, postal codes and countries that stand in pieces of their own together with the address that they belong to.</summary>
internal static class PartPlaces
{
    /// <summary>"Ramallah, Palestine": a name without title before a country is a place, and what is left of the address follows it.</summary>
    public static void Settle(List<Part> parts, MarkedText marked)
    {
        var text = marked.Text;
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i].Kind != PartKind.Person || parts[i].Confidence > 0.8 || parts[i + 1].Kind != PartKind.Country || parts[i + 1].Start - parts[i].End > 3) continue;
            var last = i + 2 < parts.Count && parts[i + 2].Kind == PartKind.Address && parts[i + 2].Start - parts[i + 1].End <= 3 ? i + 2 : i + 1;
            parts[i] = new Part(PartKind.Address, MailLayout.Unwrap(text[parts[i].Start..parts[last].End]), parts[i].Start, parts[last].End - parts[i].Start, 0.7);
            parts.RemoveRange(i + 1, last - i);
        }
        Numbered(parts, text);
        for (var i = 1; i < parts.Count; i++)
            while (i > 0 && parts[i].Kind == PartKind.Address && LeadsAddress(marked, parts[i - 1], parts[i]))
            {
                var from = parts[i - 1].Start;
                parts[i] = parts[i] with { Value = MailLayout.Unwrap(text[from..parts[i].End]), Start = from, Length = parts[i].End - from };
                parts.RemoveAt(--i);
            }
        Coded(parts, text);
        Located(parts, marked);
        Quoted(parts, marked);
        Labelled(parts, marked.Text);
    }

    /// <summary>"3, montée de la Cathédrale, 4000 Liège": between a number and a postal code stands a street, whatever it is called.</summary>
    private static void Numbered(List<Part> parts, string text)
    {
        for (var i = 0; i + 2 < parts.Count; i++)
            if (parts[i] is { Kind: PartKind.Text, Length: <= 4 } number && number.Value.All(char.IsAsciiDigit)
                    && parts[i + 1] is { Kind: PartKind.Text or PartKind.Person or PartKind.Address, Length: <= LongestStreet } && HouseNumbers.IsTown(parts[i + 2].Value)
                    && AreJoined(parts, text, i) && AreJoined(parts, text, i + 1))
                Join(parts, text, i, i + 2);
    }

    /// <summary>"Lodhi Road, New Delhi - 110 003": a stroke leads from the town to its postal code.</summary>
    private static void Coded(List<Part> parts, string text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Kind != PartKind.Address || PostalCode(text, parts[i].End) is not { } end) continue;
            var start = parts[i].Start;
            parts[i] = parts[i] with { Value = MailLayout.Unwrap(text[start..end]), Length = end - start };
            while (i + 1 < parts.Count && parts[i + 1].Start < end) parts.RemoveAt(i + 1);
        }
    }

    private static int? PostalCode(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at + 1 >= text.Length || text[at] is not ('-' or '–') || text[at + 1] is not (' ' or (>= '0' and <= '9'))) return null;
        at++;
        while (at < text.Length && text[at] == ' ') at++;
        var (figures, end) = (0, at);
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == ' ' && figures == 3 && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            if (text[end++] != ' ') figures++;
        return figures is 5 or 6 && (end == text.Length || text[end] is '\n' or ',' or ';' or '.' or ')' or ' ') ? end : null;
    }

    /// <summary>"con sede en Soria, barrio Santa Clara, calle Real 14": from the words for a seat on, all up to the street is the address.</summary>
    private static void Located(List<Part> parts, MarkedText marked)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Kind != PartKind.Address) continue;
            for (var first = i - 1; first >= Math.Max(0, i - MostBefore) && AreJoined(parts, marked.Text, first); first--)
            {
                if (parts[first].Length > LongestStreet || parts[first].Kind is not (PartKind.Text or PartKind.Address) && !(parts[first] is { Kind: PartKind.Person, Confidence: <= 0.8 })) break;
                if (marked.At(Word.Located, parts[first].Start) is null) continue;
                Join(parts, marked.Text, first, i);
                i = first;
                break;
            }
        }
    }

    /// <summary>"Adresse : Akwa, BP 2210 Douala.": behind the label all that commas join and no label or noun of an organization begins, one part of it with a figure.</summary>
    private static void Labelled(List<Part> parts, string text)
    {
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            if (parts[i].Kind != PartKind.Label || parts[i + 1].Kind != PartKind.Address || FieldLabels.Whole(parts[i].Value) is not FieldLabel.Address) continue;
            while (i + 2 < parts.Count && AreJoined(parts, text, i + 1) && parts[i + 2] is { Length: <= LongestStreet } next && (next.Kind is PartKind.Address || IsOfAddress(next))) Join(parts, text, i + 1, i + 2);
        }
    }

    /// <summary>"BP 2210 Douala", "Colombo 07": capitals and a figure, taken for a name.</summary>
    private static bool IsOfAddress(Part part) => part.Kind is PartKind.Text or PartKind.Organization or PartKind.Person && part.Confidence <= 0.8 && part.Value.Any(char.IsDigit)
        && (char.IsUpper(part.Value[0]) || char.IsDigit(part.Value[0]));

    /// <summary>“Rosebank”, Mill Lane, Leeds: a quoted name before a street is that of the house.</summary>
    private static void Quoted(List<Part> parts, MarkedText marked)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i] is not { Kind: PartKind.Text, Length: > 3 and <= LongestStreet } quoted
                    || quoted.Value is not ['"' or '“' or '«' or '„', .., '"' or '”' or '»' or '“'] || !AreJoined(parts, marked.Text, i)) continue;
            var street = parts[i + 1];
            var last = street.Kind == PartKind.Address ? i + 1
                : street.Kind is PartKind.Text or PartKind.Person && street.Confidence <= 0.8 && marked.Within(Word.Street, street.Start, street.End).Any(static word => word.Length > 2) ? i + 1 : -1;
            if (last < 0) continue;
            if (street.Kind != PartKind.Address && last + 1 < parts.Count && AreJoined(parts, marked.Text, last)
                    && parts[last + 1] is { Kind: PartKind.Text or PartKind.Address } town && !town.Value.Contains(' ', StringComparison.Ordinal) && char.IsUpper(town.Value[0])) last++;
            Join(parts, marked.Text, i, last);
        }
    }

    private const int LongestStreet = 40, MostBefore = 3;

    /// <summary>Nothing but a comma stands between the piece and the next.</summary>
    private static bool AreJoined(List<Part> parts, string text, int first) =>
        first + 1 < parts.Count && parts[first + 1].Start - parts[first].End is >= 1 and <= 3 && text.AsSpan(parts[first].End, parts[first + 1].Start - parts[first].End).Trim() is "," or "،";

    private static void Join(List<Part> parts, string text, int first, int last)
    {
        parts[first] = new Part(PartKind.Address, MailLayout.Unwrap(text[parts[first].Start..parts[last].End]), parts[first].Start, parts[last].End - parts[first].Start, 0.7);
        parts.RemoveRange(first + 1, last - first);
    }

    /// <summary>"220013, г. Минск, ул. …": the postal code and, where streets come last, the town directly before the street belong to the address.</summary>
    private static bool LeadsAddress(MarkedText marked, Part before, Part address)
    {
        var text = marked.Text;
        if (before.Kind != PartKind.Text && !(before is { Kind: PartKind.Person, Confidence: <= 0.8 }) || before.Length > 30 || address.Start - before.End is < 1 or > 3) return false;
        var first = text[address.Start];
        if (Folding.IsHan(first) || text.AsSpan(before.End, address.Start - before.End).Trim() is not ("," or "،")) return false;
        var words = text.AsSpan(before.Start, before.Length);
        // "4, rue des Tilleuls"
        if (words.Length <= 7 && !words.ContainsAnyExceptInRange('0', '9')
                && (words.Length >= 4 || char.IsAsciiLetter(first) && marked.Any(Word.Street, address.Start, Math.Min(address.End, address.Start + 16))))
            return true;
        // "Douala-Akwa, rue Dubois de Saligny": a town, and its quarter behind the hyphen
        if (words.IndexOf('-') is > 3 and var hyphen && words.IndexOf(' ') < 0 && marked.At(Word.Street, address.Start) is not null
                && CountryPlaces.Cities(words[..hyphen].ToString(), Folding.Fold(words[..hyphen].ToString())).Any()) return true;
        if (first is not (>= '\u0400' and <= '\u04ff') && !Folding.IsArabic(first)) return false;
        foreach (var town in TownAbbreviations) if (words.StartsWith(town, StringComparison.Ordinal)) return true;
        if (Folding.IsArabic(words[0]) && marked.At(Word.Street, before.Start) is { Length: > 1 }) return true; // "حي المنصور"
        return words.IndexOf(' ') < 0 && before.Kind == PartKind.Text && (char.IsUpper(words[0]) || Folding.IsArabic(words[0]));
    }

    private static readonly IReadOnlyList<string> TownAbbreviations = LexiconFile.Words("grammar", "townAbbreviation");
}
