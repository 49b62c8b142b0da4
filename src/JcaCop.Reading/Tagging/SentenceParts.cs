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
        if (parts.Count < 2 || parts.Count(part => Body(told, part) is not null) < 2) return;
        foreach (var part in parts)
        {
            if (Body(told, part) is not { } body) continue;
            var persons = Enumerable.Range(part.Start, part.End - part.Start).Where(i => told[i].Tag == Tag.Seated).ToList();
            if (persons.Count == 0) { if (!HasPerson(told, part)) told[body] = told[body] with { Tag = Tag.None }; }
            else if (body < persons[0]) told[body] = told[body] with { Tag = Tag.BodyAhead };
            else if (body > persons[^1] && persons.Count == 1) told[body] = told[body] with { Tag = Tag.Body };
        }
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
