using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Please find below our nominations." and a table with a column of organizations and one of contacts: the rows are put forward, where nothing in them was told to be anything else.</summary>
internal static class TablesPutForward
{
    /// <summary>The sentence above says so, and the heads of the columns.</summary>
    private const double Said = 0.7;

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Meets is not null || Parts.Liaisons.MayBe(context.Mail)) return told;
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place.Block == told[start].Piece.Place.Block) end++;
            if (told[start].Piece.Place is { Origin: DraftOrigin.Table } place && context.Layout.Blocks[place.Block] is Table table && HasColumns(table) && !told[start..end].Exists(static one => Heads.Contains(one.Tag))
                    && ListLead.Says(context, place, Word.Nominate) && !Utterances.IsOpen(context, place.LeadIn!.Value)) Rows(told, start, end);
            else if (told[start].Piece.Place.Origin == DraftOrigin.Table && context.Layout.Blocks[told[start].Piece.Place.Block] is Table { } rows && HasColumns(rows)) Repeated(told, start, end);
            start = end;
        }
        return told;
    }

    /// <summary>A row that names the house of another row once more, and somebody else: nothing of it was told to be anything, and it is put forward like the other.</summary>
    private static void Repeated(Told told, int start, int end)
    {
        for (var from = start; from < end;)
        {
            var to = from + 1;
            while (to < end && told[to].Piece.Place.Unit == told[from].Piece.Place.Unit) to++;
            var row = told[from..to];
            var house = row.Find(static one => one.Piece.Place.Label == FieldLabel.Organization).Piece;
            if (house is not null && row.TrueForAll(static one => one.Tag == Tag.None) && row.Exists(static one => one.Piece.Kind == PieceKind.Person && one.Piece.Place.Label is FieldLabel.Contact or FieldLabel.Person or FieldLabel.FocalPoint)
                    && told[start..end].Exists(one => one.Tag == Tag.Organization && Parts.SameName.Is(one.Piece.Value, house.Value))) Rows(told, from, to);
            from = to;
        }
    }

    /// <summary>What a row may be told to be about.</summary>
    private static readonly Tag[] Heads = [Tag.Organization, Tag.Seated, Tag.Attending, Tag.Absent, Tag.Withdrawn, Tag.Corrected, Tag.Activity, Tag.Replaced];

    private static bool HasColumns(Table table) =>
        table.Columns.Contains(FieldLabel.Organization) && table.Columns.Any(static column => column is FieldLabel.Contact or FieldLabel.Person or FieldLabel.FocalPoint or FieldLabel.Email)
            && !table.Columns.Any(static column => column is FieldLabel.Role or FieldLabel.Body);

    private static void Rows(Told told, int start, int end)
    {
        int house = -1, contact = -1;
        for (var i = start; i < end; i++)
        {
            var (piece, place) = (told[i].Piece, told[i].Piece.Place);
            if (place.Label == FieldLabel.Organization)
            {
                if (house == place.Unit || piece.Kind is not (PieceKind.Organization or PieceKind.Person or PieceKind.Text)) continue;
                house = place.Unit;
                told[i] = (piece with { Kind = PieceKind.Organization }, Tag.Organization, Said);
            }
            else if (piece.Kind == PieceKind.Person && contact != place.Unit && place.Label is FieldLabel.Contact or FieldLabel.Person or FieldLabel.FocalPoint)
            {
                contact = place.Unit;
                told[i] = (piece, Tag.Contact, Said);
            }
            else if (piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Website or PieceKind.Address or PieceKind.Function)
                told[i] = (piece, Tag.NominationDetail, Said);
        }
    }
}
