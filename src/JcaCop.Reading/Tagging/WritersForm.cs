using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"I would like to register …" above a form with the writer's own name: the form tells who comes, and what the sentence says of the way holds for it.</summary>
internal static class WritersForm
{
    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var claim = told.FindIndex(static one => one is { Tag: Tag.Attending, Piece.Kind: PieceKind.Claim });
        // 我报名参加: the words say it, though the tagger was not sure
        if (claim < 0 && !told.Exists(static one => one.Tag is Tag.Attending or Tag.Absent)) claim = told.FindIndex(one => one.Piece.Kind == PieceKind.Claim && context.Matters.Begins(Matter.AttendSelf, one.Piece.Start));
        if (claim < 0 || told.Exists(static one => one.Tag is Tag.Absent or Tag.Seated or Tag.Contact || one is { Tag: Tag.Attending, Piece.Kind: not PieceKind.Claim })) return told;
        var person = told.FindIndex(claim, static one => one is { Tag: Tag.None, Piece: { Kind: PieceKind.Person, Place: { Origin: DraftOrigin.Form, Label: FieldLabel.Person or FieldLabel.PersonAndFunction } } });
        if (person < 0 || !IsWriter(context, told[person].Piece.Value)) return told;
        var block = told[person].Piece.Place.Block;
        if (told.Exists(one => one.Piece.Kind == PieceKind.Person && one.Piece.Place.Block == block && one.Piece != told[person].Piece)) return told;
        told[claim] = told[claim] with { Tag = Tag.None };
        told[person] = told[person] with { Tag = Tag.Attending };
        for (var i = 0; i < told.Count; i++)
            if (i < person && told[i].Tag == Tag.Mode) told[i] = told[i] with { Tag = Tag.ModeAhead };
            else if (told[i].Piece.Place.Block == block && Detail(told[i].Piece.Kind) is { } tag && told[i].Tag == Tag.None) told[i] = told[i] with { Tag = i < person ? tag == Tag.Body ? Tag.BodyAhead : Tag.SeatDetailAhead : tag };
        return told;
    }

    private static Tag? Detail(PieceKind kind) => kind switch
    {
        PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.PhoneAndFax or PieceKind.Function => Tag.SeatDetail,
        PieceKind.Organization => Tag.Body,
        _ => null,
    };

    /// <summary>Two words at least are those of the sender's name; of a name of one word, that one.</summary>
    private static bool IsWriter(ItemContext context, string name)
    {
        if (context.Mail.Sender?.Name is not { Length: > 0 } sender) return false;
        var words = Folding.Plain(sender).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var same = Folding.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(words.Contains);
        return same >= 2 || same == 1 && words.Length == 1;
    }
}
