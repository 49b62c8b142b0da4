using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>"Representative: Ms Ida Holm" and "Alternate: Mr Ole Brandt" below each other: lines that each begin with a role and go on with somebody's name give seats, where no tag is sure of it.</summary>
internal static class RoleLines
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>": ", " - Ms ", and as many more.</summary>
    private const int LongestGap = 14;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not null || Parts.Liaisons.MayBe(context.Mail)) return told;
        var lines = new List<int>();
        for (var i = 0; i + 1 < told.Count; i++)
            if (IsLine(context, told, i)) lines.Add(i);
        foreach (var block in lines.GroupBy(line => told[line].Piece.Place.Block))
        {
            List<int> roles = [.. block];
            // one of each at least, and nobody is put forward, withdrawn or replaced there
            if (roles.Count < 2 || !roles.Exists(line => told[line].Piece.Seat == SeatRole.Representative) || !roles.Exists(line => told[line].Piece.Seat != SeatRole.Representative)) continue;
            if (told.Exists(one => one.Piece.Place.Block == block.Key && one.Tag is Tag.Organization or Tag.Withdrawn or Tag.Replaced or Tag.Absent or Tag.Attending or Tag.Corrected)) continue;
            foreach (var line in roles)
            {
                if (told[line + 1].Tag is not (Tag.None or Tag.Contact or Tag.Seated)) continue;
                if (told[line].Tag == Tag.None) told[line] = (told[line].Piece, Tag.RoleAhead, Unsaid);
                if (told[line + 1].Tag != Tag.Seated) told[line + 1] = (told[line + 1].Piece, Tag.Seated, Unsaid);
                for (var i = line + 2; i < told.Count && told[i].Piece.Place == told[line].Piece.Place && told[i].Piece.Kind != PieceKind.Person; i++)
                    if (told[i].Tag is Tag.None or Tag.NominationDetail && IsDetail(told[i].Piece.Kind)) told[i] = (told[i].Piece, Tag.SeatDetail, Unsaid);
            }
        }
        return told;
    }

    private static bool IsDetail(PieceKind kind) =>
        kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;

    private static bool IsLine(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int at)
    {
        var (said, next) = (told[at].Piece, told[at + 1].Piece);
        if (said is not { Kind: PieceKind.Role } || next.Kind != PieceKind.Person || next.Place != said.Place || said.Place.Origin is DraftOrigin.Prose or DraftOrigin.Table
            || next.Start - said.End is < 1 or > LongestGap) return false;
        if (context.Matters.Any(Matter.Remove, said.Place.Span) || context.Marked.Any(Lexicons.Word.Nil, next.Start, said.Place.Span.End)) return false; // "Alternate: vacant"
        var start = said.Start;
        while (start > 0 && context.Text[start - 1] is not '\n') { if (char.IsLetter(context.Text[start - 1])) return false; start--; }
        return context.Text.AsSpan(said.End, next.Start - said.End).IndexOfAny(":：-–—") >= 0;
    }
}
