using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>Below a quoted question for the representative stands who that is: "I do, as Principal Adviser, Ministry of …", 由…的高级经理…担任. No organization is put forward there.</summary>
internal static class AnswersBelow
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    private static readonly PhraseIndex<string> Index =
        new(LexiconFile.Phrases("answered").Where(static entry => entry.Code == "oneself").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        foreach (var (answer, role) in QuotedQuestions.Of(context)) Answer(context, told, answer, role);
        return told;
    }

    private static void Answer(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, TextSpan answer, SeatRole role)
    {
        var first = told.FindIndex(one => answer.Contains(one.Piece.Start));
        if (first < 0) return;
        var place = told[first].Piece.Place;
        var end = first;
        while (end < told.Count && told[end].Piece.Place == place) end++;
        var name = told.FindIndex(first, end - first, static one => one.Piece is { Kind: PieceKind.Person } piece && (piece.Value.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(piece.Initial)));
        var writes = name < 0 && Index.FindAll(context.Marked.Folded).Find(hit => hit.Start == place.Span.Start) is { Length: > 0 } me ? me : default(PhraseHit<string>?);
        if (name >= 0 && told[name].Tag is Tag.Replaced or Tag.Withdrawn or Tag.Absent or Tag.Attending or Tag.Corrected
                || Replacement.Marks(context.Marked, place.Span.Start, place.Span.End).Any() || context.Marked.Any(Word.Remain, place.Span.Start, place.Span.End)) return;
        if (name < 0 && writes is null || told.GetRange(first, end - first).Exists(static one => one.Piece.Kind == PieceKind.Nil)) return;
        if (writes is { } self)
        {
            name = told.FindIndex(first, end - first, static one => one.Piece.Kind == PieceKind.Writer);
            if (name < 0)
            {
                told.Insert(first, (new Piece(PieceKind.Writer, "", self.Start, self.Length, 0.9, null, place), Tag.Seated, Unsaid));
                (name, end) = (first, end + 1);
            }
        }
        if (told[name].Tag is not Tag.Seated) told[name] = (told[name].Piece, Tag.Seated, Unsaid);
        for (var i = first; i < end; i++)
        {
            var (piece, tag, sure) = told[i];
            if (i == name) continue;
            if (piece.Kind is PieceKind.Organization && tag is Tag.Organization or Tag.None or Tag.Body or Tag.BodyAhead) told[i] = (piece, i < name ? Tag.BodyAhead : Tag.Body, Unsaid);
            else if (IsDetail(piece) && tag is not (Tag.SeatDetail or Tag.SeatDetailAhead)) told[i] = (piece, i < name ? Tag.SeatDetailAhead : Tag.SeatDetail, Math.Max(sure, Unsaid));
            else if (piece.Kind is PieceKind.Person && tag is Tag.Contact or Tag.Seated && i > name) break;
        }
        if (!told.GetRange(first, end - first).Exists(static one => one.Piece.Kind == PieceKind.Role && one.Tag is Tag.Role or Tag.RoleAhead))
            told.Insert(name, (new Piece(PieceKind.Role, "", told[name].Piece.Start, 0, 0.9, role, place), Tag.RoleAhead, Unsaid));
    }

    private static bool IsDetail(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;
}
