using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

public enum PhoneKind { Phone, Mobile, Fax, PhoneAndFax }

/// <param name="Value">As written, extension included.</param>
/// <param name="Labelled">True where a word before the number says what it is.</param>
public readonly record struct PhoneNumber(string Value, PhoneKind Kind, bool Labelled);

/// <summary>Finds telephone and fax numbers. Postal codes, dates and document numbers are kept apart by their shape and by what stands before them.</summary>
public static class PhoneNumbers
{
    private static readonly string[] ExtensionWords = [.. LexiconFile.Words("contacts", "extension")];

    /// <summary>Figures of all scripts and the signs that may stand before them.</summary>
    private static readonly SearchValues<char> Beginnings =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsDigit), '+', '＋', '(', '（']);

    public static List<Mention<PhoneNumber>> Find(string text) => Find(text, TextSpan.FromBounds(0, text.Length));

    public static List<Mention<PhoneNumber>> Find(string text, TextSpan within)
    {
        var found = new List<Mention<PhoneNumber>>();
        for (var i = within.Start; i < within.End; i++)
        {
            var next = text.AsSpan(i, within.End - i).IndexOfAny(Beginnings);
            if (next < 0) break;
            i += next;
            if (!Begins(text, i, within.Start)) continue;
            var end = Scan(text, i, within.End, out var digits);
            if (digits is < 5 or > 17) { i = Math.Max(i, end - 1); continue; }
            var kind = Label(text, within.Start, i);
            var certain = kind is not null || text[i] is '+' or '(' or '＋' or '（' || text[i] == '0' && i + 1 < end && text[i + 1] == '0';
            if (!certain && !Plausible(text, i, end, digits)) { i = end - 1; continue; }
            var last = Extension(text, end, within.End);
            var bare = last == end && text[i] is '(' or '（' && text[end - 1] is ')' or '）' && text.AsSpan(i + 1, end - i - 2).IndexOfAny(")）") < 0 ? 1 : 0; // (04 555 0190)
            found.Add(new Mention<PhoneNumber>(new PhoneNumber(text[(i + bare)..(last - bare)].Replace('\n', ' '), kind ?? PhoneKind.Phone, kind is not null), i + bare, last - i - 2 * bare, certain ? 0.97 : 0.75));
            i = last - 1;
        }
        return found;
    }

    /// <summary>The first number of a cell that is known to hold one; null where there is none.</summary>
    public static string? Parse(string cell)
    {
        var start = 0;
        while (start < cell.Length && !char.IsDigit(cell[start]) && cell[start] is not ('+' or '(' or '（' or '＋')) start++;
        while (start < cell.Length)
        {
            var end = Scan(cell, start, cell.Length, out var digits);
            if (digits >= 3) return cell[start..Extension(cell, end, cell.Length)];
            start = Math.Max(end, start + 1);
            while (start < cell.Length && !char.IsDigit(cell[start]) && cell[start] is not ('+' or '(')) start++;
        }
        return null;
    }

    private static bool Begins(string text, int i, int floor)
    {
        var c = text[i];
        if (!char.IsDigit(c) && !(c is '+' or '＋' or '(' or '（' && i + 1 < text.Length && (char.IsDigit(text[i + 1]) || text[i + 1] is '+' or ' ' && i + 2 < text.Length && char.IsDigit(text[i + 2])))) return false;
        if (i == floor || i == 0) return true;
        var before = text[i - 1];
        return !(char.IsLetter(before) && !Lexicons.Folding.IsHan(before) || char.IsDigit(before)
            || before is '@' or '#' or '/' && i > 1 && !char.IsWhiteSpace(text[i - 2]) && !char.IsDigit(text[i - 2])
            || before is '.' or '-' or '_' && i > 1 && char.IsLetterOrDigit(text[i - 2]));
    }

    /// <summary>Digits with the signs that part their groups; a lone sign or two blanks end the number.</summary>
    private static int Scan(string text, int start, int limit, out int digits)
    {
        digits = 0;
        var end = start;
        var open = 0;
        for (var i = start; i < limit; i++)
        {
            var c = text[i];
            if (char.IsDigit(c)) { digits++; end = i + 1; continue; }
            if (c is '+' or '＋') { if (i != start && !(i == start + 1 && text[start] is '(' or '（')) break; continue; }
            if (c is '(' or '（') { if (open > 0 || !DigitFollows(text, i, limit)) break; open++; continue; }
            if (c is ')' or '）') { if (open == 0) break; open--; end = i + 1; continue; }
            if (c is '-' or '–' or '‑' or '‐' or '.' or ' ' or '\u00a0' or '\u2009' or '\u202f' or '－' || c == '/' && open == 0)
            {
                if (c == '/' && (i + 2 >= limit || !char.IsDigit(text[i + 1]) || digits > 4) || !DigitFollows(text, i, limit)) break;
                continue;
            }
            if (c == '\n' && digits < FewDigits && text[start] is '+' or '＋' or '(' && i + 1 < limit && char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1]) && IsWrapped(text, i)) continue; // a mail client wrapped the line
            break;
        }
        if (end < limit && open > 0) { while (end > start && text[end - 1] is not ('(' or '（'))
            end--; end = Math.Max(start, end - 1); digits = 0; for (var i = start; i < end; i++) if (char.IsDigit(text[i]))
            digits++; while (end > start && text[end - 1] == ' ') end--; }
        return end;
    }

    /// <summary>A number with country code has more digits.</summary>
    private const int FewDigits = 8;

    /// <summary>A line that its author did not end is as long as that.</summary>
    private const int WrappedLine = 55;

    private static bool IsWrapped(string text, int turn) => turn - (turn == 0 ? 0 : text.LastIndexOf('\n', turn - 1) + 1) >= WrappedLine;

    private static bool DigitFollows(string text, int at, int limit)
    {
        for (var i = at + 1; i < limit && i <= at + 3; i++)
        {
            if (char.IsDigit(text[i])) return true;
            if (text[i] is not (' ' or '\u00a0' or '(' or '（' or '-' or '–' or '+' or '.' or ')' or '）')) return false;
        }
        return false;
    }

    private static int Extension(string text, int end, int limit)
    {
        var at = end;
        while (at < limit && at < end + 3 && text[at] is ' ' or ',' or '(' or '（' or '，' or '،' or ';' or '\n') at++;
        if (at < limit && text[at] == '#') return end;
        foreach (var word in ExtensionWords)
        {
            if (at + word.Length >= limit || !text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
            var digit = at + word.Length;
            while (digit < limit && text[digit] is '.' or ' ' or ':' or '：' or '\u00a0') digit++;
            var last = digit;
            while (last < limit && char.IsDigit(text[last])) last++;
            if (last == digit || last - digit > 6) continue;
            if (last < limit && text[last] is ')' or '）' && text.AsSpan(end, at - end).IndexOfAny("(（") >= 0) last++;
            return last;
        }
        return end;
    }

    /// <summary>What the words directly before a number call it.</summary>
    private static PhoneKind? Label(string text, int floor, int at)
    {
        var end = at;
        while (end > floor && text[end - 1] is ' ' or ':' or '：' or '\u00a0' or '(' or '=' or '（' or '\t' or '.' or '·' or '\u3000' or '-' or '–' or '|' or '>') end--;
        var start = end;
        for (var words = 0; words < 4 && start > floor; words++)
        {
            while (start > floor && !IsBreak(text[start - 1]) && end - start < 40) start--;
            var span = text.AsSpan(start, end - start);
            if (Kind(FieldLabels.Whole(span)) is { } kind) return kind is PhoneKind.Fax or PhoneKind.Phone && ForBoth(text, floor, start, end) ? PhoneKind.PhoneAndFax : kind;
            if (words is 1 or 2 && OfHouse(span) is { } led) return led;
            if (start < end && Lexicons.Folding.IsHan(text[end - 1]))
                for (var length = 2; length <= 5 && end - length >= start; length++)
                    if (Kind(FieldLabels.Whole(text.AsSpan(end - length, length))) is { } han) return han is PhoneKind.Fax && HanForBoth(text, start, end - length, end) ? PhoneKind.PhoneAndFax : han;
            if (start == floor || text[start - 1] is not (' ' or '.' or '\u00a0' or '/') || end - start >= 40) break;
            start--;
        }
        return null;
    }

    /// <summary>"Teléfono y fax: …": the word before the number is the second half of a label for both.</summary>
    private static bool ForBoth(string text, int floor, int start, int end)
    {
        for (var words = 0; words < 2 && start > floor && text[start - 1] is ' ' or '\u00a0' && end - start < 40; words++)
        {
            start--;
            while (start > floor && !IsBreak(text[start - 1]) && end - start < 40) start--;
            if (words > 0 && Kind(FieldLabels.Of(text.AsSpan(start, end - start))) is PhoneKind.PhoneAndFax) return true;
        }
        return false;
    }

    /// <summary>电话及传真.</summary>
    private static bool HanForBoth(string text, int floor, int start, int end)
    {
        for (var from = start - 2; from >= floor && start - from <= 4; from--)
            if (Kind(FieldLabels.Of(text.AsSpan(from, end - from))) is PhoneKind.PhoneAndFax) return true;
        return false;
    }

    /// <summary>"Факс союза +375 …": one or two words in small letters between the label and the number say whose it is.</summary>
    private static PhoneKind? OfHouse(ReadOnlySpan<char> words)
    {
        var blank = words.IndexOf(' ');
        if (blank < 2) return null;
        foreach (var range in words[(blank + 1)..].Split(' ')) if (words[(blank + 1)..][range] is not { Length: > 1 } word || word.ContainsAnyExceptInRange('a', '\uffff') || char.IsUpper(word[0])) return null;
        return Kind(FieldLabels.Whole(words[..blank]));
    }

    private static bool IsBreak(char c) => c is ' ' or '\n' or '\t' or ',' or ';' or '(' or '（' or '،' or '，' or '；' or '؛' or '\u00a0' or '：' or ':' or '|' or '。' or '\u3000';

    internal static PhoneKind? Kind(FieldLabel? label) => label switch
    {
        FieldLabel.Phone => PhoneKind.Phone,
        FieldLabel.Mobile => PhoneKind.Mobile,
        FieldLabel.Fax => PhoneKind.Fax,
        FieldLabel.PhoneAndFax => PhoneKind.PhoneAndFax,
        _ => null,
    };

    /// <summary>"P.O. Box 40721-00100", "BP 1455": a number of the post.</summary>
    private static bool AfterBox(string text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or '.' or '°' or 'º' or '#') end--;
        var from = end;
        while (from > 0 && end - from < 6 && char.IsLetter(text[from - 1])) from--;
        var word = text.AsSpan(from, end - from);
        foreach (var box in Boxes) if (word.Equals(box, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] Boxes = [.. LexiconFile.Words("contacts", "box")];

    /// <summary>"28/2/2013", "19/3/2013 - 20/3/2013": one or two figures, once more, and a year, parted by one sign.</summary>
    private static bool BeginsDay(ReadOnlySpan<char> number)
    {
        var (part, figures) = (0, 0);
        for (var i = 0; i <= number.Length; i++)
        {
            if (i < number.Length && DateScanner.Digit(number[i]) >= 0) { figures++; continue; }
            if (part == 2) return figures == 4 && DateScanner.Digit(number[i - 4]) is 1 or 2 && DateScanner.Digit(number[i - 3]) is 9 or 0;
            if (i >= number.Length || number[i] is not ('/' or '.') || figures is not (1 or 2)) return false;
            (part, figures) = (part + 1, 0);
        }
        return false;
    }

    /// <summary>A number that no word announces must be long, in groups, and no date.</summary>
    private static bool Plausible(string text, int start, int end, int digits)
    {
        if (digits < 7 || AfterBox(text, start) || BeginsDay(text.AsSpan(start, end - start))) return false;
        var groups = 1;
        var dots = 0;
        for (var i = start; i < end; i++)
        {
            if (!char.IsDigit(text[i]) && char.IsDigit(text[i - 1])) groups++;
            if (text[i] is '.' or '/') dots++;
        }
        if (dots == 2 && digits == 8 && groups == 3) return false;
        if (digits == 8 && groups == 3 && end - start == 10 && text[start + 4] == '-') return false;
        if (groups == 1 && digits < 8) return false;
        return end >= text.Length || !char.IsLetter(text[end]) || Lexicons.Folding.IsHan(text[end]);
    }
}
