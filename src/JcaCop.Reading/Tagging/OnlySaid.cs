using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>
/// "Your website says that Ida Holm represents us", "it is wrong that …", "tell us whether …": a seat that a sentence tells as the word of others, or doubts, is nobody's.
/// </summary>
internal static class OnlySaid
{
    private enum Sign { Source, Doubt }

    /// <summary>"It is wrong that", and a title; behind the name "hardly", 是否.</summary>
    private const int Ahead = 45, Behind = 14;

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("onlySaid").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(";:；：؛\n");

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        List<PhraseHit<Sign>>? signs = null;
        for (var i = 0; i < told.Count; i++)
        {
            var (piece, tag, _) = told[i];
            if (tag is not Tag.Seated || piece.Place.Origin is not DraftOrigin.Prose || piece.Kind != PieceKind.Person) continue;
            signs ??= Index.FindLongest(context.Marked.Folded);
            if (signs.Count == 0) break;
            if (signs.Exists(sign => Covers(context, sign, piece))) told[i] = told[i] with { Tag = Tag.None };
        }
        return told;
    }

    /// <summary>The sentence tells as the word of others, or doubts, that somebody named in it has a seat or represents a house.</summary>
    public static bool Says(ItemContext context, TextSpan span)
    {
        if (!context.Matters.Any(Matter.SeatNoun, span) && !Represents.Speaks(context, span)) return false;
        return Index.FindLongest(context.Marked.Folded).Exists(sign => sign.Start >= span.Start && sign.End <= span.End
            && NamesIn.Find(context, span.Start, span.End).Exists(name => Reaches(context, span, sign, name.Start, name.End)));
    }

    private static bool Covers(ItemContext context, PhraseHit<Sign> sign, Piece person) => Reaches(context, person.Place.Span, sign, person.Start, person.End);

    private static bool Reaches(ItemContext context, TextSpan span, PhraseHit<Sign> sign, int start, int end)
    {
        if (sign.Start < span.Start || sign.End > span.End) return false;
        if (sign.Value == Sign.Doubt)
            return sign.End <= start ? start - sign.End <= Ahead && !Parts(context, sign.End, start) : sign.Start >= end && sign.Start - end <= Behind && !Parts(context, end, sign.Start);
        // "please note in your list that she represents us", "as asked on your page we designate …": the writer's own word
        return sign.End <= start && !Parts(context, sign.End, start) && !context.Matters.Any(Matter.Pleads, span) && !context.Matters.Any(Matter.Change, span)
            && !Puts(context, Folding.IsHan(context.Text[start]) ? TextSpan.FromBounds(sign.End, start) : span);
    }

    /// <summary>The writer puts somebody forward. In Chinese the word stands before the name; behind it, 参加JCA-COP is what the others say.</summary>
    private static bool Puts(ItemContext context, TextSpan span) =>
        !span.IsEmpty && (Passage.Of(context.Marked, span).Intents & (Intents.Nominate | Intents.Replace)) != 0 || Represents.Designates(context, span);

    private static bool Parts(ItemContext context, int from, int to) => context.Text.AsSpan(from, to - from).ContainsAny(Parting);
}
