using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"…, and the alternate is myself", 候补为我本人: such a role is the writer's, and not that of the person before it.</summary>
internal static class RoleOfWriter
{
    private static readonly WordSet Copulas = LexiconFile.Set("grammar", "copulaToMe");

    /// <summary>Words for the writer follow the role in its sentence, with nothing but a verb of being between.</summary>
    public static bool Leads(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int at)
    {
        var role = told[at].Piece;
        if (role is not { Kind: PieceKind.Role, Length: > 0 }) return false;
        for (var i = at + 1; i < told.Count && told[i].Piece.Place == role.Place; i++)
        {
            if (told[i].Piece is { Kind: PieceKind.Writer } inside && inside.Start > role.Start && inside.Start < role.End) return true; // "alternate will be myself" as one run of words
            if (told[i].Piece.Kind == PieceKind.Text || told[i].Piece.Start < role.End) continue;
            if (told[i].Piece is not { Kind: PieceKind.Writer } writer) return false;
            var words = context.Text.AsSpan(role.End, writer.Start - role.End).Trim(" ,،，\n");
            return words.IsEmpty || Copulas.Contains(words);
        }
        return false;
    }
}
