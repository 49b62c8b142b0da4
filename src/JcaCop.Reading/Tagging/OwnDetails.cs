using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"Mr Reid has left, please remove him. Ms Holt, our representative, has a new number": nobody comes for the first, and the second keeps the seat; what changes are her details.</summary>
internal sealed class OwnDetails
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    /// <summary>", our alternate,": so near to the name stands the seat that the person has.</summary>
    private const int Near = 30;

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private OwnDetails(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var rule = new OwnDetails(context, told);
        if (context.Matters.Has(Matter.Remove) && told.Exists(static one => one.Tag == Tag.Replaced)) rule.Remove();
        if ((context.Matters.Has(Matter.Change) || context.Matters.Has(Matter.NewMark)) && context.Matters.Has(Matter.SeatNoun)) rule.Change();
        return told;
    }

    /// <summary>Who is to be removed, in a sentence that names nobody who comes, before another in which nobody comes either.</summary>
    private void Remove()
    {
        var sentences = context.Utterances;
        for (var at = 0; at < sentences.Count; at++)
        {
            var span = sentences[at].Span;
            if (!context.Matters.Any(Matter.Remove, span) || Utterances.IsOpen(context, span) || Comes(span) || at + 1 < sentences.Count && Comes(sentences[at + 1].Span)
                || at > 0 && Comes(sentences[at - 1].Span)) continue;
            for (var i = 0; i < told.Count; i++)
                if (told[i] is { Tag: Tag.Replaced, Piece: { Kind: PieceKind.Person } piece } && span.Contains(piece.Start)) told[i] = (piece, Tag.Withdrawn, Unsaid);
        }
    }

    private bool Comes(TextSpan span) =>
        Replacement.Marks(context.Marked, span.Start, span.End).Any() || context.Marked.Any(Word.Nominate, span.Start, span.End) || Designates(span);

    /// <summary>A verb, not the noun of a seat, which counts as a word of designating elsewhere.</summary>
    private bool Designates(TextSpan span)
    {
        foreach (var word in context.Marked.Within(Word.Designate, span.Start, span.End))
            if (context.Matters.First(Matter.SeatNoun, Math.Max(span.Start, word.Start - Near), Math.Min(span.End, word.End + Near)) is not { } seat || seat.End <= word.Start || seat.Start >= word.End)
                if (!Replacement.ValueFollows(context.Text, word.End, span.End)) return true;
        return false;
    }

    /// <summary>A person with a seat, behind whom a word of change leads to an address or number.</summary>
    private void Change()
    {
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || Utterances.IsOpen(context, span) || Comes(span)) continue;
            for (var i = 0; i < told.Count; i++)
            {
                if (told[i] is not { Tag: Tag.Seated or Tag.None or Tag.Contact, Piece: { Kind: PieceKind.Person } person } || !span.Contains(person.Start) || !HasSeat(span, person)) continue;
                var next = told.FindIndex(i + 1, one => one.Piece.Kind == PieceKind.Person);
                var end = next < 0 ? span.End : Math.Min(span.End, told[next].Piece.Start);
                if (told.FindIndex(i + 1, one => IsValue(one.Piece) && one.Piece.Start < end) is not (>= 0 and var first) || !Changes(person.End, told[first].Piece.Start)) continue;
                told[i] = (person, Tag.Corrected, Unsaid);
                for (var k = i + 1; k < told.Count && told[k].Piece.Start < end; k++)
                    if (IsValue(told[k].Piece)) told[k] = (told[k].Piece, Tag.CorrectedDetail, Unsaid);
                    else if (told[k].Piece.Kind is PieceKind.Role) told[k] = told[k] with { Tag = Tag.None };
                for (var k = i - 1; k >= 0 && told[k].Piece.Start >= span.Start; k--) if (told[k].Piece.Kind is PieceKind.Role) told[k] = told[k] with { Tag = Tag.None };
            }
        }
    }

    private static bool IsValue(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax;

    private bool HasSeat(TextSpan span, Piece person) => context.Matters.First(Matter.SeatNoun, Math.Max(span.Start, person.Start - Near), Math.Min(span.End, person.End + Near)) is not null;

    private bool Changes(int from, int to)
    {
        if (context.Matters.First(Matter.Change, from, to) is not null) return true;
        foreach (var mark in context.Matters.Within(Matter.NewMark, from, to)) if (mark.Length >= ShortestNew) return true;
        return false;
    }

    /// <summary>"new", "nouvelle", and no form of "to be".</summary>
    private const int ShortestNew = 3;
}
