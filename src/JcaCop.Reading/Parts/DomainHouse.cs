using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>A house that signs with its short name alone, "SUTEL, Costa Rica", "Director, NCRA": no noun heads the name, but the sender's domain bears it.</summary>
internal static class DomainHouse
{
    private const int ShortestAcronym = 3, ShortestWord = 5, LongestLine = 100;

    private static readonly string[] Parting = [", ", " - ", " – ", " — ", " | ", " / ", "("];

    /// <param name="author">Its signature and name are looked at, its address is what they must agree with.</param>
    /// <param name="opening">The first part of the letter, looked at last: "OnTel has no objection"; null where that may not be its writer.</param>
    /// <returns>The name as written, with a country that stands directly behind it ("ARCEP Bénin"); null where none is told.</returns>
    public static string? Of(MailAuthor author, string? opening)
    {
        if (author.Email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at)) return null;
        var labels = author.Email[(at + 1)..].ToLowerInvariant().Split('.', '-');
        foreach (var line in author.Signature.Split('\n').Append(author.Name))
        {
            if (line.Length > LongestLine || line.AsSpan().ContainsAny('@', ':')) continue;
            foreach (var piece in line.Split(Parting, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Bodies.Parse(piece) is null && !IsCountry(piece.Trim('.', ',', ')')) && IsHouse(piece.Trim('.', ',', ')'), labels)) return piece.Trim('.', ',', ')');
        }
        return opening is null ? null : Said(opening, labels, author.Name);
    }

    /// <summary>A word with a capital in running text that is a label of the domain, and no country and nobody's name.</summary>
    private static string? Said(string text, string[] labels, string writer)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at])) continue;
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            var free = (at == 0 || text[at - 1] is not ('@' or '.' or '/' or '-' or '_'))
                && (end >= text.Length || text[end] is not ('@' or '/' or '-' or '_') && (text[end] != '.' || end + 1 >= text.Length || !char.IsLetter(text[end + 1])));
            if (free && end - at < LongestWord && text[at..end] is var word && IsHouse(word, labels) && !writer.Contains(word, StringComparison.OrdinalIgnoreCase)
                    && Countries.Find(word).Count == 0 && Bodies.Parse(word) is null) return text[at..Further(text, end)];
            at = end;
        }
        return null;
    }

    /// <summary>Where the words with capitals end that follow in the line.</summary>
    private static int Further(string text, int end)
    {
        var stop = end;
        for (var words = 0; words < MostFurther && stop + 1 < text.Length && text[stop] == ' ' && char.IsUpper(text[stop + 1]); words++)
        {
            var next = stop + 1;
            while (next < text.Length && (char.IsLetterOrDigit(text[next]) || text[next] is '-' or '\'' or '’')) next++;
            if (next - stop < 3) break;
            stop = next;
        }
        return stop == end || AreCapital(text[(end + 1)..stop]) ? stop : end;
    }

    private const int LongestWord = 30;

    private static bool IsHouse(string piece, string[] labels)
    {
        var end = piece.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : piece.Length;
        var word = piece.AsSpan(0, end);
        var acronym = IsCapital(word);
        if (word.Length < (acronym ? ShortestAcronym : ShortestWord) || !char.IsUpper(word[0]) || !char.IsLetter(word[^1])) return false;
        if (!acronym && (new MarkedText(piece).At(Word.Organization, 0) is { } noun && noun.End >= end || Units.IsUnit(piece))) return false; // "Cellule" is a noun
        if (!Array.Exists(labels, label => piece.AsSpan(0, end).Equals(label, StringComparison.OrdinalIgnoreCase))) return false;
        return end == piece.Length || Countries.Find(piece[(end + 1)..]) is [{ Start: 0 } country] && country.End == piece.Length - end - 1 || AreCapital(piece[(end + 1)..]);
    }

    private static bool IsCountry(string piece) => Countries.Find(piece) is [{ Start: 0 } country] && country.End == piece.Length;

    /// <summary>"SafeKids Baku", "Point Écoute France": what a short name goes on with, and no post.</summary>
    private static bool AreCapital(string rest) =>
        rest.Count(static sign => sign == ' ') < MostFurther && Array.TrueForAll(rest.Split(' '), static word => word.Length > 1 && char.IsUpper(word[0]))
            && new MarkedText(rest) is var marked && !marked.Any(Word.Post, 0, rest.Length)
            && !marked.Any(Word.Honorific, 0, rest.Length);

    private const int MostFurther = 3;

    private static bool IsCapital(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (!char.IsUpper(c)) return false;
        return true;
    }
}
