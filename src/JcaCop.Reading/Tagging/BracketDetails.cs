using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"SG17 puts forward Dr Paul Reed (p.reed@…), associate professor": what stands in brackets directly behind a name, and the post directly behind the bracket, is that person's.</summary>
internal static class BracketDetails
{
    /// <summary>The place tells, not the tags.</summary>
    private const double Unsaid = 0.5;

    private const int Longest = 120;

    public static Told Settle(ItemContext context, Told told)
    {
        for (var i = 0; i + 1 < told.Count; i++)
        {
            Tag? detail = told[i].Piece.Kind != PieceKind.Person ? null : told[i].Tag switch { Tag.Seated or Tag.Attending => Tag.SeatDetail, Tag.Contact or Tag.ContactAhead => Tag.NominationDetail, _ => null };
            if (detail is { } own) Claim(context, told, i, own);
        }
        return told;
    }

    private static void Claim(ItemContext context, Told told, int person, Tag detail)
    {
        var (text, name) = (context.Text, told[person].Piece);
        var at = name.End;
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] is not ('(' or '（')) return;
        var close = text.AsSpan(at, Math.Min(Longest, text.Length - at)).IndexOfAny(')', '）');
        if (close < 0) return;
        var end = at + close;
        var post = false;
        for (var i = person + 1; i < told.Count && told[i].Piece.Place == name.Place; i++)
        {
            var (piece, tag, _) = told[i];
            if (piece.Start < end)
            {
                if (tag is Tag.None && piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax) told[i] = (piece, detail, Unsaid);
                post |= piece.Kind is PieceKind.Function && told[i].Tag == detail;
                if (piece.Kind is PieceKind.Person) return;
                continue;
            }
            if (!post && piece.Kind is PieceKind.Function && tag is Tag.None && text.AsSpan(end + 1, piece.Start - end - 1).Trim() is "," or "،" or "，") told[i] = (piece, detail, Unsaid);
            return;
        }
    }
}
