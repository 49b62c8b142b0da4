using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>Whether a role belongs to who stands before it or behind it.</summary>
internal static class TurnedRole
{
    /// <summary>A role in a sentence without a person behind it is that of the person before it, and the other way about.</summary>
    public static Tag Of(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int at)
    {
        var tag = told[at].Tag;
        if (tag is not (Tag.Role or Tag.RoleAhead)) return tag;
        bool before = HasPerson(-1), behind = HasPerson(1);
        // "substitute: I, Ole Brandt"; a writer who is not tagged takes the seat by his or her own words
        if (RoleOfWriter.Leads(context, told, at)) return behind || told.Skip(at + 1).First(static one => one.Piece.Kind == PieceKind.Writer).Tag == Tag.Seated ? Tag.RoleAhead : Tag.None;
        var last = at - 1;
        while (last > 0 && told[last] is { Tag: Tag.None, Piece.Kind: PieceKind.Writer }) last--;
        // "Ida Holm as focal point and Ole Brandt as alternate"
        if (tag == Tag.RoleAhead && before && told[last] is { Tag: Tag.Seated, Piece: var named } && told[at].Piece.Start - named.End == 1
                && context.Marked.At(Word.As, told[at].Piece.Start) is not null)
            return Tag.Role;
        return tag == Tag.Role ? before || !behind ? tag : Tag.RoleAhead : behind || !before ? tag : Tag.Role;

        bool HasPerson(int step)
        {
            var place = told[at].Piece.Place;
            for (var i = at + step; i >= 0 && i < told.Count && told[i].Piece.Place.Block == place.Block && told[i].Piece.Place.Unit == place.Unit; i += step)
                if (told[i].Tag is Tag.Seated or Tag.Contact or Tag.ContactAhead) return true;
            return false;
        }
    }
}
