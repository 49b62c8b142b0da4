using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"company: … role: … name: … position: …", and the same labels once more: each time the organization comes again another record begins, and what stands in it is said of the one whom it names.</summary>
internal static class FormRecords
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    /// <summary>"Head of Policy, Consumer Division": the comma between a post and its unit.</summary>
    private const int Beside = 3;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.Body or Tag.BodyAhead or Tag.Organization or Tag.Organizer,
                Piece: { Kind: PieceKind.Organization, Place: { Label: FieldLabel.Function, Origin: DraftOrigin.Form or DraftOrigin.Table } } piece })
                told[i] = told[i] with { Tag = i > 0 && told[i - 1].Piece is { Kind: PieceKind.Function } post && post.Place == piece.Place && piece.Start - post.End <= Beside ? Tag.Continued : Tag.None };
        for (var block = 0; block < context.Layout.Blocks.Count; block++) if (context.Layout.Blocks[block] is Form form) Records(form, block, told);
        return told;
    }

    private static void Records(Form form, int block, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (form.Fields.Count < 4 || form.Fields[0].Label is not FieldLabel.Organization) return;
        var starts = form.Fields.Where(field => field.Label == form.Fields[0].Label).Select(static field => field.LabelSpan.Start).ToList();
        if (starts.Count < 2) return;
        for (var record = 0; record < starts.Count; record++)
        {
            var (start, end) = (starts[record], record + 1 < starts.Count ? starts[record + 1] : form.Span.End);
            var own = Enumerable.Range(0, told.Count).Where(i => told[i].Piece.Place.Block == block && told[i].Piece.Start >= start && told[i].Piece.Start < end).ToList();
            if (own.Where(i => told[i].Piece.Kind == PieceKind.Person).ToList() is not [var head] || told[head].Tag != Tag.Seated) continue;
            foreach (var i in own)
            {
                var ahead = i < head;
                var tag = told[i].Tag;
                if (told[i].Piece is { Kind: PieceKind.Organization, Place.Label: FieldLabel.Organization }) tag = Tag.Body;
                if (told[i].Piece is { Kind: PieceKind.Role, Seat: not null } && tag == Tag.None) tag = Tag.Role;
                tag = tag switch
                {
                    Tag.Role or Tag.RoleAhead => ahead ? Tag.RoleAhead : Tag.Role,
                    Tag.Body or Tag.BodyAhead => ahead ? Tag.BodyAhead : Tag.Body,
                    Tag.SeatDetail or Tag.SeatDetailAhead => ahead ? Tag.SeatDetailAhead : Tag.SeatDetail,
                    _ => tag,
                };
                if (tag != told[i].Tag) told[i] = (told[i].Piece, tag, Unsaid);
            }
        }
    }
}
