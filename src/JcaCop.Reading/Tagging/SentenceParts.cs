using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>"For Study Group 17, Ida Holm; for Study Group 2, Ole Brandt; for Study Group 9, nobody": a body belongs to whom its own part of the sentence names.</summary>
internal static class SentenceParts
{
    private static readonly System.Buffers.SearchValues<char> Semicolons = System.Buffers.SearchValues.Create(";；؛");

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place.Shares(told[start].Piece.Place)) end++;
            if (told[start].Piece.Place.Origin is not (DraftOrigin.Table or DraftOrigin.Form)) Sentence(context, told, start, end);
            start = end;
        }
        return told;
    }

    /// <summary>A semicolon stands between the two.</summary>
    public static bool Parts(ItemContext context, int from, int to) => to > from && context.Text.AsSpan(from, to - from).IndexOfAny(Semicolons) >= 0;

    private static void Sentence(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        var parts = new List<(int Start, int End)>();
        for (var from = start; from < end;)
        {
            var to = from + 1;
            while (to < end && !Parts(context, told[to - 1].Piece.End, told[to].Piece.Start)) to++;
            parts.Add((from, to));
            from = to;
        }
        if (parts.Count < 2) return;
        Seat(context, told, parts);
        if (parts.Count(part => Body(told, part) is not null) < 2) return;
        foreach (var part in parts)
        {
            if (Body(told, part) is not { } body) continue;
            var persons = Enumerable.Range(part.Start, part.End - part.Start).Where(i => told[i].Tag == Tag.Seated).ToList();
            if (persons.Count == 0) { if (!HasPerson(told, part)) told[body] = told[body] with { Tag = Tag.None }; }
            else if (body < persons[0]) told[body] = told[body] with { Tag = Tag.BodyAhead };
            else if (body > persons[^1] && persons.Count == 1) told[body] = told[body] with { Tag = Tag.Body };
        }
    }

    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>Where each part leads with a body and names one person, nobody makes way for anybody: the tagger may take the first for the one who goes.</summary>
    private static void Seat(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, List<(int Start, int End)> parts)
    {
        var heads = parts.ConvertAll(part => Led(told, part)).FindAll(head => head is not null).ConvertAll(head => head!.Value);
        if (heads.Count < 2 || !heads.Exists(head => told[head.Person].Tag == Tag.Seated)
            || Replacement.Marks(context.Marked, told[parts[0].Start].Piece.Place.Span.Start, told[parts[0].Start].Piece.Place.Span.End).Any()) return;
        foreach (var (body, person) in heads)
        {
            if (told[person].Tag is Tag.Replaced) told[person] = (told[person].Piece, Tag.Seated, Unsaid);
            if (told[person].Tag is Tag.Seated) told[body] = told[body] with { Tag = Tag.BodyAhead };
        }
    }

    /// <summary>The body that leads the part, and the only person behind it; null where the part is otherwise.</summary>
    private static (int Body, int Person)? Led(List<(Piece Piece, Tag Tag, double Sure)> told, (int Start, int End) part)
    {
        var bodies = Enumerable.Range(part.Start, part.End - part.Start).Where(i => told[i].Piece.Kind == PieceKind.Body).ToList();
        var persons = Enumerable.Range(part.Start, part.End - part.Start).Where(i => told[i].Piece.Kind == PieceKind.Person && told[i].Tag is Tag.Seated or Tag.Replaced).ToList();
        return bodies is [var body] && persons is [var person] && body < person ? (body, person) : null;
    }

    /// <summary>The only body of the part that a tag gives to somebody.</summary>
    private static int? Body(List<(Piece Piece, Tag Tag, double Sure)> told, (int Start, int End) part)
    {
        int? only = null;
        for (var i = part.Start; i < part.End; i++)
        {
            if (told[i] is not { Tag: Tag.Body or Tag.BodyAhead, Piece.Kind: PieceKind.Body }) continue;
            if (only is not null) return null;
            only = i;
        }
        return only;
    }

    private static bool HasPerson(List<(Piece Piece, Tag Tag, double Sure)> told, (int Start, int End) part) =>
        Enumerable.Range(part.Start, part.End - part.Start).Any(i => told[i].Piece.Kind is PieceKind.Person or PieceKind.Writer);
}
