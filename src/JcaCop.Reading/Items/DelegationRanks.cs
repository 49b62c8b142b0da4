using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"Mr Kuznetsov, director, head of delegation": the rank that somebody has in a delegation is no post and names nobody; it belongs to the one meeting (docs/decisions/0121).</summary>
/// <remarks>
/// A rank that stands for itself between commas, in brackets or behind a dash is blanked before the text is read, offsets staying as they are: what stands behind it is the post again. Who
/// leads is told afterwards, of the one named nearest before it on the line, behind a label, or alone in its sentence.
/// </remarks>
internal static class DelegationRanks
{
    private enum Sign { Head, Deputy, Member, Delegation }

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("delegations").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    private static readonly SearchValues<char> Parts = SearchValues.Create(",،，、");
    private static readonly SearchValues<char> Ends = SearchValues.Create(",،，、;；؛.。\n");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");
    private static readonly SearchValues<char> Colons = SearchValues.Create(":：-–—");

    /// <summary>The text without the ranks that stand for themselves; as it is, where it speaks of no delegation.</summary>
    public static string Blank(string text)
    {
        var signs = Index.FindAll(Folding.Fold(text));
        if (!signs.Exists(static sign => sign.Value == Sign.Delegation)) return text;
        char[]? blanked = null;
        foreach (var sign in signs)
            if (sign.Value != Sign.Delegation && ForItself(text, sign.Start, sign.End) is { } span) (blanked ??= text.ToCharArray()).AsSpan(span.Start, span.Length).Fill(' ');
        return blanked is null ? text : new string(blanked);
    }

    /// <summary>The rank with the mark that parts it: the comma behind it, where another part follows, or what stands before it.</summary>
    private static TextSpan? ForItself(string text, int start, int end)
    {
        var (left, right) = (start - 1, end);
        while (left >= 0 && text[left] == ' ') left--;
        while (right < text.Length && text[right] == ' ') right++;
        if (left < 0 || text[left] == '\n') return null;
        // "Head of Delegation (in person)": a bracket behind it says something else of the same one
        var closed = right == text.Length || Ends.Contains(text[right]) || text[right] is '(' or '（';
        if (text[left] is '(' or '（')
            return right < text.Length && text[right] is ')' or '）' ? TextSpan.FromBounds(left, right + 1) : right < text.Length && Parts.Contains(text[right]) ? TextSpan.FromBounds(start, right + 1) : null;
        if (Parts.Contains(text[left]))
            return right < text.Length && Parts.Contains(text[right]) ? TextSpan.FromBounds(start, right + 1) : closed || right < text.Length && text[right] is ')' or '）' ? TextSpan.FromBounds(left, end) : null;
        // "– head of delegation;" behind a name, not the bullet of a line
        return Dashes.Contains(text[left]) && closed && text.AsSpan(0, left).TrimEnd(' ') is { Length: > 0 } before && before[^1] != '\n' ? TextSpan.FromBounds(left, end) : null;
    }

    /// <summary>The items with who leads the delegation, or stands in for its head.</summary>
    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Registration)) return items;
        var settled = items.ToList();
        Settle(context.Mail.Body.Readable, null, settled);
        foreach (var file in context.Mail.Attachments) if (!string.IsNullOrWhiteSpace(file.Text)) Settle(file.Text!, file.Name, settled);
        return settled;
    }

    /// <param name="source">Name of the attachment whose text it is; null for the body.</param>
    private static void Settle(string text, string? source, List<Item> items)
    {
        var signs = Index.FindAll(Folding.Fold(text));
        foreach (var sign in signs)
            if (sign.Value is Sign.Head or Sign.Deputy && !signs.Exists(longer => longer.Start <= sign.Start && longer.End >= sign.End && longer.Length > sign.Length)
                    && Of(text, source, sign.Start, sign.End, items) is >= 0 and var place)
                items[place] = (Registration)items[place] with { Rank = sign.Value == Sign.Head ? DelegationRank.Head : DelegationRank.Deputy };
    }

    /// <returns>Place of the registration that is meant; -1 where that is not plain.</returns>
    private static int Of(string text, string? source, int start, int end, List<Item> items)
    {
        var line = TextSpan.FromBounds(text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1, text.IndexOf('\n', end) is >= 0 and var over ? over : text.Length);
        var onLine = items.Select((item, place) => (Place: place, At: item is Registration ? NameAt(item, source) : -1)).Where(one => one.At >= 0 && line.Contains(one.At)).OrderBy(one => one.At).ToList();
        if (onLine.Count == 0) return -1;
        if (IsLabel(text, line, start, end)) return onLine.Find(one => one.At >= end) is { At: > 0 } behind ? behind.Place : -1;
        if (ForItself(text, start, end) is not null) return onLine.FindLast(one => one.At < start) is { At: >= 0 } before && onLine.Exists(one => one.At < start) ? before.Place : -1;
        var (from, to) = (text.AsSpan(line.Start, start - line.Start).LastIndexOfAny(SentenceEnds) + line.Start + 1, text.AsSpan(end, line.End - end).IndexOfAny(SentenceEnds) is >= 0 and var stop ? end + stop : line.End);
        return onLine.FindAll(one => one.At >= from && one.At < to) is [var only] ? only.Place : -1;
    }

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。;；؛，");

    /// <summary>"Head of delegation: …" at the beginning of a line, behind a bullet perhaps.</summary>
    private static bool IsLabel(string text, TextSpan line, int start, int end)
    {
        var right = end;
        while (right < line.End && text[right] == ' ') right++;
        return right < line.End && Colons.Contains(text[right]) && !HasLetter(text.AsSpan(line.Start, start - line.Start));
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (char.IsLetter(c)) return true;
        return false;
    }

    private static int NameAt(Item item, string? source) => item.Evidence.FirstOrDefault(one => one.Field == "person.name" && one.Source == source)?.Offset ?? -1;
}
