using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>A name of which two fields of a form hold the parts.</summary>
internal static class SplitNames
{
    private const int LongestName = 60;

    /// <summary>A family name and a given name in two fields are one name, as one would sign.</summary>
    public static Piece? Of(ItemContext context, FormField first, FormField second, TextSpan? leadIn, int block, int unit, DraftOrigin origin)
    {
        if (first.Value.IsEmpty || second.Value.IsEmpty || (first.Label, second.Label) is not ((FieldLabel.Surname or FieldLabel.Person, FieldLabel.GivenName) or (FieldLabel.GivenName or FieldLabel.Person, FieldLabel.Surname))) return null;
        var (one, other) = (MailLayout.Unwrap(first.Value.In(context.Text)).Trim(), MailLayout.Unwrap(second.Value.In(context.Text)).Trim());
        if (one.Length + other.Length > LongestName || one.Any(char.IsDigit) || other.Any(char.IsDigit)) return null;
        if (first.Label == FieldLabel.Person && one.Contains(other, StringComparison.OrdinalIgnoreCase)) return null; // the whole name, and a part of it again
        var han = one.Length > 0 && Folding.IsHan(one[0]);
        var value = han || second.Label == FieldLabel.Surname ? $"{one}{(han ? "" : " ")}{other}" : $"{other} {one}";
        return new Piece(PieceKind.Person, value, first.Value.Start, second.Value.End - first.Value.Start, 0.95, null,
            new Place(first.Value, origin, block, unit, FieldLabel.Person, first.LabelSpan.In(context.Text), leadIn, 0));
    }

    /// <summary>"Lic. Goycochea, Ramiro" where a label says that a name stands here: family name, comma, given name and nothing else.</summary>
    public static Piece? Inverted(ItemContext context, Place place)
    {
        if (place.Label is not (FieldLabel.Person or FieldLabel.Surname or FieldLabel.Contact or FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.FocalPoint or FieldLabel.Expert)) return null;
        var (text, end) = (context.Text, place.Span.End);
        var start = NameRun.BehindTitles(context.Marked, place.Span.Start, end);
        var words = text.AsSpan(start, end - start);
        var comma = words.IndexOf(',');
        if (comma < 2 || words[(comma + 1)..].Contains(',') || words.Length > LongestName || context.Marked.Any(Word.Post, start, end) || Posts.Head(context.Marked, start + comma + 1, end) != PostHead.None) return null;
        var family = words[..comma].Trim();
        var given = words[(comma + 1)..].Trim();
        return IsNameAlone(family) && IsNameAlone(given)
            ? new Piece(PieceKind.Person, MailLayout.Unwrap($"{given} {family}"), start, end - start, 0.95, null, place) : null;
    }

    private static bool IsNameAlone(ReadOnlySpan<char> words)
    {
        if (words.Length < 2 || !char.IsUpper(words[0]) || words.Count(' ') > 3) return false;
        foreach (var c in words) if (!char.IsLetter(c) && c is not (' ' or '-' or '.' or '\'' or '’')) return false;
        return true;
    }
}
