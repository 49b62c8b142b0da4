using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>Puts a piece into the field of a person that its kind tells; the first of several counts.</summary>
internal static class PersonDetails
{
    /// <param name="sure">Probability of the piece's tag; the address is a key field and counts for the person.</param>
    /// <returns>What to do with the end of the next piece, where it goes on with this one; null where none can.</returns>
    public static Action<int>? Add(ItemContext context, PersonDraft whose, Piece piece, double sure)
    {
        switch (piece.Kind)
        {
            case PieceKind.Email:
                whose.Email ??= piece.Found;
                whose.Sure = Math.Min(whose.Sure, sure);
                break;
            case PieceKind.Phone or PieceKind.Mobile:
                whose.Phone ??= piece.Found;
                break;
            case PieceKind.Fax:
                whose.Fax ??= piece.Found;
                break;
            case PieceKind.PhoneAndFax:
                whose.Phone ??= piece.Found;
                whose.Fax ??= piece.Found;
                break;
            case PieceKind.Address:
                whose.Address ??= piece.Found;
                break;
            case PieceKind.Website or PieceKind.Mode or PieceKind.Claim:
                break;
            default:
                if (whose.Function is { } post && !IsRole(context, post)) break;
                whose.Function = piece.Found;
                return end => whose.Function = whose.Function!.Until(context, end);
        }
        return null;
    }

    /// <summary>"as expert": a role that was taken for a post gives way to one.</summary>
    private static bool IsRole(ItemContext context, Found post) =>
        FieldLabels.Whole(post.Value) is FieldLabel.Contact or FieldLabel.FocalPoint
            || Array.Exists(PartFinder.Roles, role => context.Marked.At(role.Item1, post.Start) is { } word && word.End >= post.Start + post.Length);

    /// <summary>The same value up to a later end.</summary>
    public static Found Until(this Found found, ItemContext context, int end) =>
        found with { Value = MailLayout.Unwrap(context.Text[found.Start..end]), Length = end - found.Start };
}
