using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Please register Ms Ida Holm and Mr Ole Brandt": whom "and" joins to somebody who comes, comes too, where no other verb is said of him or her.</summary>
internal static class JoinedComers
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>", and Mr ", and a bracket with an address or post.</summary>
    private const int LongestJoint = 22, LongestBracket = 120;

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Meets is null) return told;
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.Attending, Piece: { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } one } && Hidden(context, told, one) is { } behind) told.Insert(i + 1, (behind, Tag.None, Unsaid));
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.Attending, Piece: { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } } && Next(told, i) is { } next && told[next].Tag == Tag.None
                    && AreJoined(context, told[i].Piece, told[next].Piece) && !HasVerb(context, told[next].Piece))
                told[next] = (told[next].Piece, Tag.Attending, Unsaid);
        return told;
    }

    /// <summary>"… Óscar Vidal y Pilar Soto para la reunión": the name directly behind "and", where no piece holds it.</summary>
    private static Piece? Hidden(ItemContext context, Told told, Piece one)
    {
        foreach (var and in context.Marked.Within(Word.Conjunction, one.End, Math.Min(context.Text.Length, one.End + LongestAnd)))
        {
            if (and.Start - one.End > 1 || and.End + 2 >= context.Text.Length || !char.IsUpper(context.Text[and.End + 1])) continue;
            if (told.Exists(other => other.Piece.Start >= and.End && other.Piece.Start <= and.End + LongestJoint && other.Piece.Kind is PieceKind.Person or PieceKind.Function)) return null;
            if (PersonNames.Bare(context.Marked, and.End + 1, one.Place.Span.End) is { } name && name.Start == and.End + 1 && name.Value.Contains(' ', StringComparison.Ordinal))
                return one with { Value = name.Value, Start = name.Start, Length = name.Length, Confidence = name.Confidence };
        }
        return null;
    }

    private const int LongestAnd = 6;

    private static int? Next(Told told, int at)
    {
        for (var i = at + 1; i < told.Count && told[i].Piece.Place == told[at].Piece.Place; i++) if (told[i].Piece.Kind == PieceKind.Person) return i;
        return null;
    }

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(".;:()。；：");

    private static bool AreJoined(ItemContext context, Piece one, Piece other)
    {
        if (other.Start - one.End is < 1 or > LongestBracket || !other.Value.Contains(' ', StringComparison.Ordinal) && !Folding.IsHan(other.Initial)) return false;
        var (from, text) = (one.End, context.Text);
        var between = text.AsSpan(from, other.Start - from);
        if (between.TrimStart() is ['(' or '（', ..]) from += between.IndexOfAny(')', '）') is >= 0 and var close ? close + 1 : 0;
        between = text.AsSpan(from, other.Start - from);
        if (between.Length > LongestJoint || between.ContainsAny(Ends) && !Titled(context, from, other.Start)) return false;
        if (Folding.IsHan(other.Initial)) return between.Trim() is "和" or "与" or "與" or "及" or "、" or "以及";
        if (Folding.IsArabic(other.Initial) && between.Trim() is ['و', ..]) return true;
        foreach (var and in context.Marked.Within(Word.Conjunction, from, other.Start)) if (Joins(between, and.Start - from, and.End - from)) return true;
        return false;
    }

    /// <summary>A point that ends a title: "and Dr. ".</summary>
    private static bool Titled(ItemContext context, int from, int to)
    {
        foreach (var title in context.Marked.Within(Word.Honorific, from, to)) if (to - title.End <= 2 && !context.Text.AsSpan(from, title.Start - from).ContainsAny(".;:()")) return true;
        return false;
    }

    /// <summary>Nothing but a comma stands before "and", and small words or a title behind it.</summary>
    private static bool Joins(ReadOnlySpan<char> between, int start, int end) => between[..start].Trim(" ,\n") is "" && between[end..].Trim().Count(' ') <= 1;

    /// <summary>Another verb, or another stance, is said of whoever follows: "and Ole Brandt cannot".</summary>
    private static bool HasVerb(ItemContext context, Piece name)
    {
        var end = Math.Min(name.Place.Span.End, name.End + LongestJoint);
        return context.Matters.First(Matter.Absent, name.End, end) is not null || context.Matters.First(Matter.Miss, name.End, end) is not null || context.Matters.First(Matter.Negator, name.End, end) is not null
            || context.Matters.First(Matter.Remove, name.Place.Span.Start, name.Place.Span.End) is not null || Utterances.IsOpen(context, name.Place.Span);
    }
}
