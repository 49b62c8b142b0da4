using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"The Region recommends to you for its part the Heron Trust, represented by Ms Ida Holm": who stands before the verb with its pronoun recommends, and what stands behind it is put forward, whatever its words.</summary>
internal static class Recommended
{
    /// <summary>The verb tells, not the words.</summary>
    private const double Said = 0.65;

    /// <summary>Between the name and its verb a pronoun, between the verb and the name "pour sa part la".</summary>
    private const int ToVerb = 10, LongestVerb = 30, ToObject = 34;

    private static readonly WordSet Pronouns = LexiconFile.Set("grammar", "toYou");

    private static readonly WordSet Small = new([.. LexiconFile.Words("grammar", "forItsPart"), .. LexiconFile.Words("grammar", "article").Select(static word => word.Trim())]);

    public static Told Settle(ItemContext context, Told told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            var (subject, tag, _) = told[i];
            if (tag is not (Tag.Organization or Tag.None or Tag.BodyAhead) || subject.Kind != PieceKind.Organization || subject.Place.Origin != DraftOrigin.Prose) continue;
            foreach (var verb in context.Marked.Within(Word.Nominate, subject.End, Math.Min(subject.Place.Span.End, subject.End + ToVerb + LongestVerb)))
                if (verb.Start - subject.End <= ToVerb && IsPronoun(context.Text, subject.End, verb.Start) && Object(context, verb.End, subject.Place.Span.End) is { } put && !(tag != Tag.Organization && told.Exists(one => one.Tag == Tag.Organization && one.Piece.Overlaps(put.Start, put.End)))) { Turn(told, i, put); return told; }
        }
        return told;
    }

    private static bool IsPronoun(string text, int from, int to) => to > from && Pronouns.Contains(text.AsSpan(from, to - from).Trim());

    private static Mention<string>? Object(ItemContext context, int from, int end)
    {
        var text = context.Text;
        var at = from;
        while (at < end && at - from <= ToObject)
        {
            while (at < end && text[at] is ' ' or '\n' or ',' or '\'' or '’') at++;
            var stop = at;
            while (stop < end && char.IsLetter(text[stop])) stop++;
            if (stop == at) return null;
            if (OrganizationNames.Find(context.Marked, at, end) is [var headed, ..] && headed.Start == at) return headed;
            if (char.IsUpper(text[at])) return OrganizationNames.Headless(context.Marked, at, end) is { } bare && bare.Start == at ? bare : null;
            if (!Small.Contains(text.AsSpan(at, stop - at)) && !(stop < end && text[stop] is '\'' or '’')) return null;
            at = stop;
        }
        return null;
    }

    private static void Turn(Told told, int subject, Mention<string> put)
    {
        var place = told[subject].Piece.Place;
        told[subject] = (told[subject].Piece, Tag.None, told[subject].Sure);
        told.RemoveAll(one => one.Piece.Overlaps(put.Start, put.End));
        var at = told.FindIndex(one => one.Piece.Start > put.Start);
        if (at < 0) at = told.Count;
        told.Insert(at, (new Piece(PieceKind.Organization, put.Value, put.Start, put.Length, Said, null, place), Tag.Organization, Said));
        var contact = false;
        for (var i = at + 1; i < told.Count; i++)
        {
            var (piece, tag, sure) = told[i];
            if (!piece.Place.Shares(place)) break;
            if (piece.Kind == PieceKind.Person && !contact) (told[i], contact) = ((piece, Tag.Contact, Math.Max(sure, Said)), true);
            else if (tag is Tag.SeatDetail or Tag.SeatDetailAhead or Tag.None && piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Function) told[i] = (piece, Tag.NominationDetail, Math.Max(sure, Said));
            else if (tag is Tag.Role or Tag.RoleAhead) told[i] = (piece, Tag.None, sure);
        }
    }
}
