using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"Mr Brandt, who had planned to travel, cannot join you after all", "two of us come: myself, in the room, and Ida Holm": who stays away in spite of a plan, and who is among those named without a name.</summary>
internal static class Plans
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>"myself, in the room": a comma or bracket between.</summary>
    private const int Beside = 3;

    private static readonly string[] Once = [.. LexiconFile.Words("grammar", "plannedOnce")
        .Select(Folding.Plain)], Self = [.. LexiconFile.Words("grammar", "oneselfAmongOthers").Select(static words => Folding.Plain(words).Trim())];

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not { } meets) return told;
        for (var i = 0; i < told.Count; i++)
        {
            var (piece, tag, _) = told[i];
            if (piece.Place.Origin is not DraftOrigin.Prose || piece.Place.Claims is not { Count: > 0 } claims) continue;
            if (tag == Tag.Attending && piece.Kind == PieceKind.Person && claims.Count > 1 && !claims[^1].Comes && IsPlan(context, piece, claims[^1])
                    && !told.Exists(one => one.Piece.Place == piece.Place && one.Piece.Kind == PieceKind.Person && one.Piece != piece))
                told[i] = (piece, Tag.Absent, Unsaid);
            else if (tag == Tag.Absent && piece.Kind == PieceKind.Claim && claims.Any(claim => claim.Word.Start == piece.Start && !claim.OfSelf)
                    && told.Exists(one => one is { Tag: Tag.Absent, Piece.Kind: PieceKind.Person } && one.Piece.Place == piece.Place))
                told[i] = told[i] with { Tag = Tag.None };
            else if (tag == Tag.None && piece.Kind == PieceKind.Writer && IsSelf(context, piece) && claims.All(static claim => claim.Comes)
                && claims.Any(claim => meets.Covers(claim.Span)) && !Utterances.IsOpen(context, piece.Place.Span) && IsAmong(context, told, piece))
            {
                told[i] = (piece, Tag.Attending, Unsaid);
                if (i + 1 < told.Count && told[i + 1] is { Tag: Tag.ModeAhead, Piece: var way } && way.Place == piece.Place && way.Start - piece.End <= Beside) told[i + 1] = told[i + 1] with { Tag = Tag.Mode };
            }
        }
        return told;
    }

    /// <summary>A word of a plan that was stands between the name and the word that denies it.</summary>
    private static bool IsPlan(ItemContext context, Piece name, AttendanceClaim denial)
    {
        if (denial.Word.Start <= name.End) return false;
        var between = Folding.Plain(context.Text[name.End..denial.Word.Start]);
        return Array.Exists(Once, words => between.Contains(words, StringComparison.Ordinal));
    }

    private static bool IsSelf(ItemContext context, Piece writer) => Array.IndexOf(Self, Folding.Plain(context.Text.Substring(writer.Start, writer.Length)).Trim()) >= 0;

    /// <summary>Others are told to come in the same sentence, and the writer nowhere.</summary>
    private static bool IsAmong(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, Piece writer) =>
        told.Exists(one => one is { Tag: Tag.Attending, Piece.Kind: PieceKind.Person } && one.Piece.Place == writer.Place)
        && !told.Exists(one => one.Tag == Tag.Attending && (one.Piece.Kind is PieceKind.Writer or PieceKind.Claim || one.Piece.Kind == PieceKind.Person && SenderPerson.Is(context, one.Piece.Value)));
}
