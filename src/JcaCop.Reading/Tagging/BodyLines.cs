using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Our representatives:" above "SG13: myself" and "SG17: Ms Lena Hart": below a role, lines of a body and a person give seats.</summary>
internal static class BodyLines
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>": Ms ", and as many more.</summary>
    private const int LongestGap = 16;

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Meets is not null || Parts.Liaisons.MayBe(context.Mail)) return told;
        for (var i = 0; i < told.Count; i++)
        {
            var body = told[i].Piece;
            if (body.Kind != PieceKind.Body || told[i].Tag is not (Tag.None or Tag.BodyAhead) || body.Place.Origin is DraftOrigin.Table || Holder(context, told, i) is not { } holder
                || told[holder].Tag is not (Tag.None or Tag.Seated or Tag.Contact)
                    || !IsHeaded(context, body)) continue;
            told[i] = (body, Tag.BodyAhead, Math.Max(told[i].Sure, Unsaid));
            if (told[holder].Tag != Tag.Seated) told[holder] = (told[holder].Piece, Tag.Seated, Unsaid);
            for (var k = holder + 1; k < told.Count && told[k].Piece.Place == body.Place && told[k].Piece.Kind is not (PieceKind.Person or PieceKind.Body); k++)
                if (told[k].Tag is Tag.None or Tag.NominationDetail && IsDetail(told[k].Piece.Kind)) told[k] = (told[k].Piece, Tag.SeatDetail, Unsaid);
        }
        return told;
    }

    private static bool IsDetail(PieceKind kind) => kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;

    /// <summary>The person, or the words for the writer, behind the body and a colon or dash; the body begins its line.</summary>
    private static int? Holder(ItemContext context, Told told, int at)
    {
        var (text, body) = (context.Text, told[at].Piece);
        for (var start = body.Start; start > 0 && text[start - 1] is not '\n'; start--) if (char.IsLetter(text[start - 1])) return null;
        for (var i = at + 1; i < told.Count && told[i].Piece.Place == body.Place && told[i].Piece.Start - body.End <= LongestGap; i++)
            if (told[i].Piece.Kind is PieceKind.Person or PieceKind.Writer)
                return text.AsSpan(body.End, Math.Max(0, told[i].Piece.Start - body.End)).IndexOfAny(":：-–—") >= 0 ? i : null;
        return null;
    }

    /// <summary>Directly above stands a line that ends in a colon and names a role; between it and the body nothing but such lines.</summary>
    private static bool IsHeaded(ItemContext context, Piece body)
    {
        var text = context.Text;
        for (var end = LineStart(text, body.Start); end > 0;)
        {
            var start = LineStart(text, end - 1);
            var line = text.AsSpan(start, end - start).Trim();
            if (line.IsEmpty) return false;
            if (line[^1] is ':' or '：')
                return Array.Exists(PartFinder.Roles, role => context.Marked.Any(role.Item1, start, end)) && !context.Matters.Any(Matter.Remove, Layout.TextSpan.FromBounds(start, end))
                    && !Utterances.IsOpen(context, Layout.TextSpan.FromBounds(start, end));
            if (context.BodyIn(start, end) is not { } other || text.AsSpan(start, other.Start - start).ContainsAny(".;?!")) return false;
            end = start;
        }
        return false;
    }

    private static int LineStart(string text, int at) => at <= 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
