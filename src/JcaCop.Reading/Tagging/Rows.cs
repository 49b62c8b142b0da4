using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>A row of a table is one record: what stands in it is said of those whom it names, whether it stands before or behind the name.</summary>
/// <remarks>A tagger that has seen most tables begin with the name gives an address that leads its row to the row above.</remarks>
internal static class Rows
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place.Shares(told[start].Piece.Place)) end++;
            if (told[start].Piece.Place.Origin == DraftOrigin.Table)
            {
                Head(told, start, end);
                Row(told, start, end);
            }
            start = end;
        }
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.None, Piece: { Place.Origin: DraftOrigin.Table, Kind: PieceKind.Function or PieceKind.Email or PieceKind.Phone
                        or PieceKind.Mobile or PieceKind.Fax } piece }
                    && piece.Value.Any(char.IsLetterOrDigit) && Column(told, piece) is { } tag && HasHead(told, piece))
                told[i] = (piece, tag, Unsaid);
        for (var i = 1; i < told.Count; i++)
            if (told[i] is { Tag: Tag.None, Piece: { Kind: PieceKind.Text, Place: { Origin: DraftOrigin.Table, Label: FieldLabel.Person
                        or FieldLabel.Contact or FieldLabel.PersonAndFunction } cell } words }
                && told[i - 1] is { Piece: { Kind: PieceKind.Person } name, Tag: Tag.Contact or Tag.Seated or Tag.Attending } && name.Place == cell
                && words.Start - name.End is > 0 and <= 3 && words.Length < LongestPost && !words.Value.Any(char.IsDigit) && !char.IsUpper(words.Initial))
                told[i] = (words with { Kind = PieceKind.Function }, told[i - 1].Tag == Tag.Contact ? Tag.NominationDetail : Tag.SeatDetail, Unsaid);
        return told;
    }

    private const int LongestPost = 60;

    private static void Row(List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        var heads = Enumerable.Range(start, end - start).Where(i => IsHead(told[i].Tag)).ToList();
        if (heads.Count == 0) return;
        if (heads.Exists(i => told[i].Tag == Tag.Organization))
            foreach (var i in heads.TakeWhile(i => told[i].Tag != Tag.Organization).Where(i => told[i].Tag == Tag.Contact)) told[i] = told[i] with { Tag = Tag.ContactAhead };
        for (var i = start; i < heads[0]; i++)
            if (told[i].Piece.Kind is not PieceKind.Address || told[i].Piece.Place.Label is FieldLabel.Address)
                told[i] = told[i] with { Tag = told[i].Tag switch { Tag.SeatDetail => Tag.SeatDetailAhead, Tag.NominationDetail => Tag.NominationDetailAhead,
                        Tag.Body => Tag.BodyAhead, Tag.Role => Tag.RoleAhead, Tag.Mode => Tag.ModeAhead, var tag => tag } };
        for (var i = heads[^1] + 1; i < end; i++)
            told[i] = told[i] with { Tag = told[i].Tag switch { Tag.SeatDetailAhead => Tag.SeatDetail,
                Tag.NominationDetailAhead => Tag.NominationDetail, Tag.BodyAhead => Tag.Body, Tag.RoleAhead => Tag.Role, Tag.ModeAhead => Tag.Mode,
                var tag => tag } };
    }

    /// <summary>A row that puts nobody forward, where those above and below do: whoever stands in their column is meant, and no detail is that of the row above.</summary>
    private static void Head(List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        for (var i = start; i < end; i++) if (told[i].Tag is not (Tag.None or Tag.SeatDetail or Tag.NominationDetail or Tag.SeatDetailAhead or Tag.NominationDetailAhead)) return;
        for (var i = start; i < end; i++)
        {
            var piece = told[i].Piece;
            if (piece.Kind is not (PieceKind.Organization or PieceKind.Person)) continue;
            var heads = told.FindAll(one => IsHead(one.Tag) && one.Piece.Kind == piece.Kind && one.Piece.Place.Block == piece.Place.Block && one.Piece.Place.LabelWords == piece.Place.LabelWords);
            if (heads.Count < 2 || !Enumerable.Range(start, end - start).Any(k => told[k].Tag != Tag.None)) continue;
            if (heads.TrueForAll(one => one.Tag == heads[0].Tag)) { told[i] = (piece, heads[0].Tag, Unsaid); return; }
        }
    }

    private static bool IsHead(Tag tag) => tag is Tag.Seated or Tag.Attending or Tag.Organization or Tag.Contact or Tag.ContactAhead;

    private static bool HasHead(List<(Piece Piece, Tag Tag, double Sure)> told, Piece piece) =>
        told.Exists(one => IsHead(one.Tag) && one.Piece.Place.Shares(piece.Place));

    /// <summary>What all other pieces of the kind say in the column, where at least two do; null where they differ.</summary>
    private static Tag? Column(List<(Piece Piece, Tag Tag, double Sure)> told, Piece piece)
    {
        Tag? said = null;
        var rows = 0;
        foreach (var (other, tag, _) in told)
        {
            if (other == piece || other.Kind != piece.Kind || other.Place.Block != piece.Place.Block || other.Place.LabelWords != piece.Place.LabelWords || other.Place.Shares(piece.Place)) continue;
            if (tag == Tag.None || said is not null && tag != said) return null;
            said = tag;
            rows++;
        }
        return rows >= 2 && said is Tag.SeatDetail or Tag.SeatDetailAhead or Tag.NominationDetail or Tag.NominationDetailAhead ? said : null;
    }
}
