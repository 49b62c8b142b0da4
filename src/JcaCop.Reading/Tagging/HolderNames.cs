using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"Se designa a Nora Pinto como titular": capital words without a noun of organizations that a role follows directly are a person's name; "nor" stands between two of them.</summary>
internal static class HolderNames
{
    /// <summary>As sure as a name without a title is.</summary>
    private const double Bare = 0.75;

    public static void Settle(ItemContext context, List<Piece> here)
    {
        for (var i = here.Count - 1; i >= 0; i--) Part(context, here, i);
        // "Ни Роман Ильин, ни …" at the head of a sentence
        for (var i = 0; i < here.Count; i++)
            if (here[i] is { Kind: PieceKind.Person } first && first.Value.Count(static c => c == ' ') > 1 && Array.Find(Nor, word => first.Value.StartsWith(word.TrimStart(), StringComparison.OrdinalIgnoreCase)) is { } nor)
                here[i] = first with { Value = first.Value[(nor.Length - 1)..], Start = first.Start + nor.Length - 1, Length = first.Length - nor.Length + 1 };
        for (var i = 0; i < here.Count; i++)
            if (here[i] is { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } house && house.Value.Count(static c => c == ' ') is 1 or 2 && !context.Marked.Any(Word.Organization, house.Start, house.End)
                    && NameShapes.Score(house.Value) >= 0.5 && here.Exists(role => role.Kind == PieceKind.Role && role.Start - house.End is 0 or 1 && context.Marked.At(Word.As, role.Start) is not null))
                here[i] = house with { Kind = PieceKind.Person, Confidence = Bare };
    }

    private static readonly string[] Nor = [.. LexiconFile.Words("grammar", "nor").Select(static word => $" {word} ")];

    /// <summary>"Agathe Dorval ni Hugues Leroy": two persons.</summary>
    private static void Part(ItemContext context, List<Piece> here, int at)
    {
        if (here[at] is not { Kind: PieceKind.Organization or PieceKind.Person, Place.Origin: DraftOrigin.Prose } both || context.Marked.Any(Word.Organization, both.Start, both.End)) return;
        foreach (var nor in Nor)
        {
            var cut = context.Text.IndexOf(nor, both.Start, both.Length, StringComparison.Ordinal);
            if (cut < 0) continue;
            var (first, second) = (context.Text[both.Start..cut], context.Text[(cut + nor.Length)..both.End]);
            if (NameShapes.Score(first) < 0.5 || NameShapes.Score(second) < 0.5) return;
            here[at] = both with { Kind = PieceKind.Person, Value = first, Length = cut - both.Start, Confidence = Bare };
            here.Insert(at + 1, both with { Kind = PieceKind.Person, Value = second, Start = cut + nor.Length, Length = second.Length, Confidence = Bare });
            return;
        }
    }
}
