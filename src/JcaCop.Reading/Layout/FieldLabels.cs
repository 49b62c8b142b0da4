using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Layout;

/// <summary>Tells what a label announces. Numbering, brackets, a second language behind a slash and blanks between Han characters do not count.</summary>
public static class FieldLabels
{
    private const int LongestLabel = 80;

    /// <summary>Stands around a label and does not count.</summary>
    private const string Around = " \t\n\u00a0\u3000.:：*_-–—=()（）[]【】«»\"،؛";

    private const int FilterBits = 1 << 13;

    private static readonly Dictionary<string, FieldLabel> Exact = BuildExact();
    private static readonly Dictionary<string, FieldLabel>.AlternateLookup<ReadOnlySpan<char>> ExactSpan = Exact.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A bit for the first two characters of each label: most words that are asked for begin none.</summary>
    private static readonly ulong[] Filter = MakeFilter();

    private static readonly PhraseIndex<FieldLabel> Phrases = new(LexiconFile.Phrases("labels")
        .Where(entry => entry.Phrase.Length > 2 || Folding.IsHan(entry.Phrase[0]))
        .Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<FieldLabel>(entry.Code))));

    /// <summary>Where a label holds words of several kinds, the more particular kind decides: the address of an organization is an address.</summary>
    private static readonly FieldLabel[] MoreParticularFirst =
    [
        FieldLabel.PersonAndFunction, FieldLabel.PhoneAndFax, FieldLabel.Email, FieldLabel.Fax, FieldLabel.Mobile, FieldLabel.Phone, FieldLabel.Website,
        FieldLabel.ForAction, FieldLabel.ForComment, FieldLabel.ForInformation, FieldLabel.Replaces, FieldLabel.Address, FieldLabel.PostalCode, FieldLabel.City,
        FieldLabel.Alternate, FieldLabel.FocalPoint, FieldLabel.Expert, FieldLabel.Function, FieldLabel.Contact, FieldLabel.Representative,
        FieldLabel.Deadline, FieldLabel.Start, FieldLabel.End, FieldLabel.Mode, FieldLabel.Organizer, FieldLabel.Organization, FieldLabel.Country, FieldLabel.Body,
        FieldLabel.Person, FieldLabel.Date, FieldLabel.Place, FieldLabel.Category, FieldLabel.Reference, FieldLabel.Title,
    ];

    /// <returns>Null where the words are no known label.</returns>
    public static FieldLabel? Of(ReadOnlySpan<char> text) => Whole(text) ?? Composed(text);

    /// <summary>The same for a label that must be known as it stands: for separators that also occur in prose (a dash, a blank).</summary>
    public static FieldLabel? Whole(ReadOnlySpan<char> text)
    {
        text = text.Trim(Around);
        if (!MayBegin(text)) return null;
        Span<char> buffer = stackalloc char[LongestLabel];
        var length = Normalize(text, buffer);
        return length > 0 && MayEnd(buffer[..length]) && ExactSpan.TryGetValue(buffer[..length], out var label) ? label : null;
    }

    /// <summary>"Имя, отчество / Given names": a label that stands in two languages, of which one is known.</summary>
    internal static FieldLabel? InTwoLanguages(ReadOnlySpan<char> text) => text.IndexOfAny('/', '|', '／') > 0 ? Parted(text) : null;

    private static FieldLabel? Composed(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestLabel) return null;
        if (Parted(text) is { } first) return first;
        if (Joined(text) is { } both) return both;
        var folded = Folding.Fold(text.ToString());
        var hits = Phrases.FindLongest(folded);
        if (hits.Count == 0) return null;
        var covered = hits.Sum(hit => hit.Length);
        var letters = 0;
        foreach (var c in text) if (char.IsLetter(c)) letters++;
        if (covered * 10 < letters * 5) return null;
        // "Contact of the second": the number tells whose contact it is
        if (hits.Exists(static hit => hit.Value is FieldLabel.Contact) && hits.FindAll(hit => hit.Value is not FieldLabel.Alternate || !Numbers.Contains(folded.Text.Substring(hit.Start, hit.Length))) is { Count: > 0 } rest) hits = rest;
        foreach (var label in MoreParticularFirst)
            foreach (var hit in hits)
                if (hit.Value == label) return label;
        return hits[0].Value;
    }

    private static readonly HashSet<string> Numbers = [.. LexiconFile.Phrases("ordinals").Select(static entry => Folding.Plain(entry.Phrase).Trim())];

    /// <summary>"Fonction / Position": either half may be known.</summary>
    private static FieldLabel? Parted(ReadOnlySpan<char> text)
    {
        var cut = text.IndexOfAny('/', '|', '／');
        if (cut < 0) cut = text.IndexOfAny('(', '（');
        if (cut <= 0) return null;
        var first = Whole(text[..cut]);
        var second = Whole(text[(cut + 1)..].TrimEnd(" )）"));
        return first is not null && second is not null && first != second ? Stronger(first.Value, second.Value) : first ?? second;
    }

    /// <summary>"Contacto y cargo", "Город и адрес": two labels whose values stand in one cell.</summary>
    private static FieldLabel? Joined(ReadOnlySpan<char> text)
    {
        foreach (var joint in Joints)
        {
            var at = text.IndexOf(joint, StringComparison.Ordinal);
            if (at <= 0 || Whole(text[..at]) is not { } first || Whole(text[(at + joint.Length)..]) is not { } second) continue;
            if (first is FieldLabel.Function && second is FieldLabel.Person or FieldLabel.Contact) return FieldLabel.PersonAndFunction;
            if (first is FieldLabel.City && second is FieldLabel.Address || first is FieldLabel.Address && second is FieldLabel.City) return FieldLabel.Address;
            if (Stronger(first, second) is FieldLabel.PersonAndFunction or FieldLabel.PhoneAndFax) return Stronger(first, second);
        }
        return null;
    }

    private static readonly string[] Joints = [.. LexiconFile.Words("words", "conjunction").Select(static word => Folding.IsHan(word[0]) ? word : Folding.IsArabic(word[0]) ? $" {word}" : $" {word} "), " & ", ", "];

    private static FieldLabel Stronger(FieldLabel a, FieldLabel b)
    {
        if (a is FieldLabel.Phone && b is FieldLabel.Fax || a is FieldLabel.Fax && b is FieldLabel.Phone) return FieldLabel.PhoneAndFax;
        if (b is FieldLabel.Function && a is FieldLabel.Person or FieldLabel.Contact) return FieldLabel.PersonAndFunction;
        if (a is FieldLabel.Person && b is FieldLabel.Surname or FieldLabel.GivenName) return b; // "Nom / Family name"
        return a;
    }

    private static Dictionary<string, FieldLabel> BuildExact()
    {
        var labels = new Dictionary<string, FieldLabel>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[LongestLabel];
        foreach (var (code, _, phrase) in LexiconFile.Phrases("labels"))
        {
            var length = Normalize(phrase, buffer);
            labels.TryAdd(buffer[..length].ToString(), Enum.Parse<FieldLabel>(code));
        }
        return labels;
    }

    /// <summary>Bits for the length and the last two characters of each label, as it is known.</summary>
    private static readonly ulong[] Endings = MakeEndings();

    private static ulong[] MakeEndings()
    {
        var filter = new ulong[FilterBits / 64];
        foreach (var label in Exact.Keys) filter[Ending(label) >> 6] |= 1UL << Ending(label);
        return filter;
    }

    /// <summary>Whether a label of this length ends so; false is certain.</summary>
    private static bool MayEnd(ReadOnlySpan<char> normal) => (Endings[Ending(normal) >> 6] & 1UL << Ending(normal)) != 0;

    private static int Ending(ReadOnlySpan<char> normal) => (normal[^1] * 37 ^ (normal.Length > 1 ? normal[^2] : 0) * 101 ^ normal.Length * 613) & (FilterBits - 1);

    private static ulong[] MakeFilter()
    {
        var filter = new ulong[FilterBits / 64];
        foreach (var label in Exact.Keys) filter[Bit(label[0], label.Length > 1 ? label[1] : ' ') >> 6] |= 1UL << Bit(label[0], label.Length > 1 ? label[1] : ' ');
        return filter;
    }

    /// <summary>Whether a label may begin so; false is certain.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > LongestLabel) return false;
        if (text.Length == 1) return true;
        Span<char> first = stackalloc char[2], second = stackalloc char[2];
        // what is left out, written with two letters or joined to what stands behind it is not told by two characters
        if (Folding.Fold(text[0], first) != 1 || Folding.Fold(text[1], second) != 1 || IsGap(first[0]) || Folding.IsHan(first[0]) && IsGap(second[0])) return true;
        var bit = Bit(first[0], IsGap(second[0]) ? ' ' : second[0]);
        return (Filter[bit >> 6] & 1UL << bit) != 0;
    }

    private static bool IsGap(char folded) => folded is ' ' or '-' or '.' or '\'';

    private static int Bit(char first, char second) => (first * 37 ^ second * 101) & (FilterBits - 1);

    /// <returns>Length of the normal form; 0 where the text is too long for a label.</returns>
    private static int Normalize(ReadOnlySpan<char> text, Span<char> into)
    {
        text = text.Trim(Around);
        if (text.Length > LongestLabel || text.IsEmpty) return 0;
        var length = 0;
        Span<char> parts = stackalloc char[2];
        foreach (var c in text)
        {
            var n = Folding.Fold(c, parts);
            for (var k = 0; k < n; k++)
            {
                var part = parts[k];
                if (IsGap(part))
                {
                    if (length == 0 || into[length - 1] == ' ' || Folding.IsHan(into[length - 1])) continue;
                    part = ' ';
                }
                if (length >= LongestLabel) return 0;
                into[length++] = part;
            }
        }
        while (length > 0 && into[length - 1] == ' ') length--;
        return length;
    }
}
