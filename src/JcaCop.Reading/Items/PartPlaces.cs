using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

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
        for (var i = 1; i < parts.Count; i++)
            while (i > 0 && parts[i].Kind == PartKind.Address && LeadsAddress(marked, parts[i - 1], parts[i]))
            {
                var from = parts[i - 1].Start;
                parts[i] = parts[i] with { Value = MailLayout.Unwrap(text[from..parts[i].End]), Start = from, Length = parts[i].End - from };
                parts.RemoveAt(--i);
            }
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
        if (first is not (>= '\u0400' and <= '\u04ff') && !Folding.IsArabic(first)) return false;
        foreach (var town in TownAbbreviations) if (words.StartsWith(town, StringComparison.Ordinal)) return true;
        if (Folding.IsArabic(words[0]) && marked.At(Word.Street, before.Start) is { Length: > 1 }) return true; // "حي المنصور"
        return words.IndexOf(' ') < 0 && before.Kind == PartKind.Text && (char.IsUpper(words[0]) || Folding.IsArabic(words[0]));
    }

    private static readonly IReadOnlyList<string> TownAbbreviations = LexiconFile.Words("grammar", "townAbbreviation");
}
