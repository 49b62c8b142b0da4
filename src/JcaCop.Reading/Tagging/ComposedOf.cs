using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Our delegation to the meeting consists of Ms Holm, Mr Lund and Mr Dale": all who are named behind the words, in their sentence, come.</summary>
internal static class ComposedOf
{
    /// <summary>So sure is what such a sentence tells.</summary>
    private const double Said = 0.6;

    private static readonly PhraseIndex<bool> Words = new(LexiconFile.Words("grammar", "composedOf").Select(static words => KeyValuePair.Create(words, true)));

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Meets is not { } meets) return told;
        var hits = Words.FindAll(context.Marked.Folded);
        foreach (var (span, block) in hits.Count == 0 ? [] : context.Utterances)
        {
            if (block is not Paragraph || !context.Matters.Any(Matter.Delegation, span) || !meets.Covers(span) || Utterances.IsOpen(context, span)
                || context.Matters.Any(Matter.Absent, span) || context.Matters.Any(Matter.Negator, span)
                || context.Matters.Any(Matter.Remove, span) || !hits.Exists(hit => span.Contains(hit.Start))) continue;
            var from = hits.Find(hit => span.Contains(hit.Start)).End;
            Row(context, told, from, span.End);
            for (var i = 0; i < told.Count; i++)
            {
                var (piece, tag, sure) = told[i];
                if (piece.Start < from || piece.End > span.End || piece.Place.Origin is not DraftOrigin.Prose) continue;
                if (piece.Kind == PieceKind.Person && tag is not Tag.Attending) told[i] = (piece, Tag.Attending, Math.Max(Said, tag == Tag.None ? 0 : Math.Min(sure, Said)));
                else if (piece.Kind is PieceKind.Function or PieceKind.Email or PieceKind.Phone or PieceKind.Mobile && tag is Tag.None or Tag.NominationDetail) told[i] = (piece, Tag.SeatDetail, Said);
            }
        }
        return told;
    }

    /// <summary>代表团由高远、沈星三人组成: the last name of the row stands directly before the verb or the count, and no piece holds it.</summary>
    private static void Row(ItemContext context, Told told, int from, int end)
    {
        var text = context.Text;
        var stop = Ends.Select(verb => text.IndexOf(verb, from, end - from, StringComparison.Ordinal)).Where(static at => at > 0).DefaultIfEmpty(-1).Min();
        if (stop < 0 || told.Find(one => one.Piece.Start >= from && one.Piece.Start < stop).Piece?.Place is not { } place) return;
        for (var at = from; at < stop;)
        {
            var next = text.AsSpan(at, stop - at).IndexOfAny(Joints);
            var last = next < 0 ? stop : at + next;
            var name = text[at..last].TrimEnd(Counts);
            if (name.Length is >= 2 and <= 4 && name.All(Folding.IsHan) && NameShapes.SurnameLength(name) > 0)
            {
                var index = told.FindIndex(one => one.Piece.Overlaps(at, at + name.Length));
                if (index < 0 || told[index].Piece.Kind != PieceKind.Person)
                {
                    told.RemoveAll(one => one.Piece.Overlaps(at, at + name.Length));
                    index = told.FindIndex(one => one.Piece.Start > at);
                    told.Insert(index < 0 ? told.Count : index, (new Piece(PieceKind.Person, name, at, name.Length, Said, null, place), Tag.Attending, Said));
                }
            }
            at = last + 1;
        }
    }

    private static readonly IReadOnlyList<string> Ends = LexiconFile.Words("grammar", "composedEnd");
    private static readonly System.Buffers.SearchValues<char> Joints = LexiconFile.Signs("grammar", "listConjunction", "、，,");
    private static readonly char[] Counts = [.. LexiconFile.Words("grammar", "countOfPersons").Select(static sign => sign[0])];
}
