using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"A in Study Group 17 and B, in like capacity, in Study Group 20": where persons and bodies, or persons and roles, stand in turn in a sentence that seats somebody, each belongs to its neighbour.</summary>
internal static class Alternation
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>More of them in one sentence are a list, or told "respectively".</summary>
    private const int Most = 5;

    public static Told Settle(ItemContext context, Told told)
    {
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place.Shares(told[start].Piece.Place)) end++;
            if (told[start].Piece.Place.Origin is DraftOrigin.Prose && Seats(told, start, end)) In(context, told, start, end);
            start = end;
        }
        return told;
    }

    /// <summary>Somebody takes a seat, and nobody leaves one, comes to a meeting or is a contact.</summary>
    private static bool Seats(Told told, int start, int end)
    {
        var any = false;
        for (var i = start; i < end; i++)
        {
            if (told[i].Piece.Kind is PieceKind.Writer or PieceKind.Nil && told[i].Tag != Tag.None) return false;
            if (told[i].Piece.Kind != PieceKind.Person) continue;
            if (told[i].Tag is not (Tag.Seated or Tag.None)) return false;
            any |= told[i].Tag == Tag.Seated;
        }
        return any;
    }

    private static void In(ItemContext context, Told told, int start, int end)
    {
        var persons = Of(told, start, end, static piece => piece.Kind == PieceKind.Person);
        if (persons.Count is < 2 or > Most || Utterances.IsOpen(context, told[start].Piece.Place.Span)) return;
        var bodies = Of(told, start, end, static piece => piece.Kind == PieceKind.Body);
        if (Ahead(told, persons, bodies) is { } bodyFirst && persons.TrueForAll(at => told[at].Tag == Tag.Seated))
            foreach (var at in bodies) Tell(told, at, bodyFirst ? Tag.BodyAhead : Tag.Body);
        var roles = Of(told, start, end, static piece => piece.Kind == PieceKind.Role);
        if (Ahead(told, persons, roles) is not { } roleFirst) return;
        if (persons.Exists(at => told[at].Tag == Tag.None) && !context.Marked.Any(Word.Designate, told[start].Piece.Place.Span.Start, told[start].Piece.Place.Span.End)) return;
        foreach (var at in roles) Tell(told, at, roleFirst ? Tag.RoleAhead : Tag.Role);
        foreach (var at in persons) if (told[at].Tag == Tag.None) told[at] = (told[at].Piece, Tag.Seated, Unsaid);
    }

    private static void Tell(Told told, int at, Tag tag)
    {
        if (told[at].Tag != tag) told[at] = (told[at].Piece, tag, Unsaid);
    }

    private static List<int> Of(Told told, int start, int end, Predicate<Piece> kind)
    {
        List<int> found = [];
        for (var i = start; i < end; i++) if (kind(told[i].Piece)) found.Add(i);
        return found;
    }

    /// <summary>Whether the others stand before their persons; null where they do not stand in turn, one for each.</summary>
    private static bool? Ahead(Told told, List<int> persons, List<int> others)
    {
        if (others.Count != persons.Count) return null;
        var first = told[others[0]].Piece.Start < told[persons[0]].Piece.Start;
        for (var i = 0; i < persons.Count; i++)
        {
            var (person, other) = (told[persons[i]].Piece.Start, told[others[i]].Piece.Start);
            if (first != other < person) return null;
            if (i + 1 < persons.Count && (first ? told[others[i + 1]].Piece.Start <= person : told[persons[i + 1]].Piece.Start <= other)) return null;
        }
        return first;
    }
}
