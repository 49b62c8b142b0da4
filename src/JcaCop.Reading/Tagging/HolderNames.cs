using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"Se designa a Nora Pinto como titular": capital words without a noun of organizations that a role follows directly are a person's name.</summary>
internal static class HolderNames
{
    /// <summary>As sure as a name without a title is.</summary>
    private const double Bare = 0.75;

    public static void Settle(ItemContext context, List<Piece> here)
    {
        for (var i = 0; i < here.Count; i++)
            if (here[i] is { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } house && house.Value.Count(static c => c == ' ') is 1 or 2 && !context.Marked.Any(Word.Organization, house.Start, house.End)
                    && NameShapes.Score(house.Value) >= 0.5 && here.Exists(role => role.Kind == PieceKind.Role && role.Start - house.End is 0 or 1 && context.Marked.At(Word.As, role.Start) is not null))
                here[i] = house with { Kind = PieceKind.Person, Confidence = Bare };
    }
}
