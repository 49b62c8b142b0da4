using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"A in Study Group 17 and B, in like capacity, in Study Group 20": where persons and bodies, or persons and roles, stand in turn in a sentence that seats somebody, each belongs to its neighbour; a role that is told of all is each one's.</summary>
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
            var before = told.Count;
            if (told[start].Piece.Place.Origin is DraftOrigin.Prose && Seats(told, start, end)) In(context, told, start, end);
            start = end + told.Count - before;
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
        Roles(context, told, persons, Of(told, start, end, static piece => piece.Kind == PieceKind.Role));
        while (end < told.Count && told[end].Piece.Place.Shares(told[start].Piece.Place)) end++; // roles put in have moved what stands behind them
        persons = Of(told, start, end, static piece => piece.Kind == PieceKind.Person);
        var bodies = Of(told, start, end, static piece => piece.Kind == PieceKind.Body);
        if (Ahead(told, persons, bodies) is { } first && persons.TrueForAll(at => told[at].Tag == Tag.Seated))
            foreach (var at in bodies) Tell(told, at, first ? Tag.BodyAhead : Tag.Body);
    }

    private static void Roles(ItemContext context, Told told, List<int> persons, List<int> roles)
    {
        if (Ahead(told, persons, roles) is not { } first) { if (roles is [var only]) OfAll(context, told, persons, only); return; }
        var span = told[persons[0]].Piece.Place.Span;
        var designates = context.Marked.Any(Word.Designate, span.Start, span.End);
        for (var i = 0; i < persons.Count; i++)
            if (told[persons[i]].Tag == Tag.None && !designates && !Touch(told[persons[i]].Piece, told[roles[i]].Piece)) return;
        foreach (var at in roles) Tell(told, at, first ? Tag.RoleAhead : Tag.Role);
        foreach (var at in persons) if (told[at].Tag == Tag.None) told[at] = (told[at].Piece, Tag.Seated, Unsaid);
    }

    /// <summary>"…, all as experts": the only role of the sentence, behind a word for all of them.</summary>
    private static void OfAll(ItemContext context, Told told, List<int> persons, int role)
    {
        var (piece, place) = (told[role].Piece, told[role].Piece.Place);
        if (piece.Start < told[persons[^1]].Piece.End || !persons.TrueForAll(at => told[at].Tag == Tag.Seated)) return;
        if (!All.FindAll(context.Marked.Folded).Exists(word => word.Start >= told[persons[^1]].Piece.End && word.End <= piece.End && piece.Start - word.End <= Beside)) return;
        told[role] = (piece, Tag.None, Unsaid);
        for (var i = persons.Count - 1; i >= 0; i--)
            told.Insert(persons[i], (new Piece(PieceKind.Role, "", told[persons[i]].Piece.Start, 0, 0.9, piece.Seat, place), Tag.RoleAhead, Unsaid));
    }

    private static readonly PhraseIndex<bool> All = new(LexiconFile.Phrases("shared").Where(static entry => entry.Code is "all" or "2" or "3" or "0").Select(static entry => KeyValuePair.Create(entry.Phrase, true)));

    private const int Beside = 4;

    private static bool Touch(Piece one, Piece other) => one.Start < other.End && other.Start < one.End || (one.Start >= other.End ? one.Start - other.End : other.Start - one.End) <= Beside;

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
