using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"We suggest you contact two. The first is the Heron Trust, … The second, Net Parents of Oban, …": paragraphs that count off who is put forward begin with the name, and the person in each is its contact.</summary>
internal static class CountedOff
{
    /// <summary>The sentence above and the counting tell, not the words.</summary>
    private const double Said = 0.65;

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("countedOff").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    private static readonly Tag[] Heads = [Tag.Attending, Tag.Absent, Tag.Withdrawn, Tag.Corrected, Tag.Activity, Tag.Replaced];

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Meets is not null || Liaisons.MayBe(context.Mail)) return told;
        var words = Index.FindAll(context.Marked.Folded);
        if (words.Count < 2) return told;
        List<(Paragraph Block, int At, int Behind)> entries = [];
        for (var at = 0; at < context.Layout.Blocks.Count; at++)
            if (context.Layout.Blocks[at] is Paragraph { Sentences.Count: > 0 } paragraph && words.FindAll(word => word.Start == Begin(context.Text, paragraph.Span)) is { Count: > 0 } hits) entries.Add((paragraph, at, hits.Max(static hit => hit.End)));
        if (entries.Count < 2 || !IsPutForward(context, entries[0].At)) return told;
        foreach (var (paragraph, at, behind) in entries) told = Put(context, told, paragraph, at, behind);
        return told;
    }

    private static int Begin(string text, TextSpan span)
    {
        var at = span.Start;
        while (at < span.End && !char.IsLetterOrDigit(text[at])) at++;
        return at;
    }

    /// <summary>The last sentence before the first of them puts somebody forward, now and without a condition.</summary>
    private static bool IsPutForward(ItemContext context, int first)
    {
        if (first == 0 || context.Layout.Blocks[first - 1] is not Paragraph { Sentences: [.., var said] }) return false;
        return context.Marked.Any(Word.Nominate, said.Start, said.End) && !Utterances.IsOpen(context, said) && (Passage.Of(context.Marked, said).Moods & (Moods.Negated | Moods.Past)) == 0
            && !context.Marked.Any(Word.Withdraw, said.Start, said.End) && !context.Marked.Any(Word.Replace, said.Start, said.End);
    }

    private static Told Put(ItemContext context, Told told, Paragraph paragraph, int block, int behind)
    {
        bool Here(Piece piece) => paragraph.Span.Contains(piece.Start);
        if (told.Exists(one => Here(one.Piece) && Heads.Contains(one.Tag) && one.Piece.Kind is not PieceKind.Person)) return told;
        if (told.Exists(one => Here(one.Piece) && one.Tag == Tag.Organization) && told.Exists(one => Here(one.Piece) && one.Tag is Tag.Contact or Tag.ContactAhead)) return told; // read already
        var end = paragraph.Sentences[0].End;
        var name = OrganizationNames.Find(context.Marked, behind, end) is [var headed, ..] && IsNear(context.Text, behind, headed.Start) && headed.Confidence >= 0.6 ? headed
            : OrganizationNames.Headless(context.Marked, behind, end) is { } bare && IsNear(context.Text, behind, bare.Start) ? bare : (Mention<string>?)null;
        if (name is not { } house || RespondentOrganization.IsAddressee(house.Value) || context.Respondent?.Organization is { } own && SameName.Is(own, house.Value)) return told;
        var place = told.Find(one => Here(one.Piece)).Piece?.Place ?? new Place(paragraph.Sentences[0], DraftOrigin.Prose, block, 0, null, null, null, 0);
        told.RemoveAll(one => one.Piece.Overlaps(house.Start, house.End));
        var index = told.FindIndex(one => one.Piece.Start > house.Start);
        told.Insert(index < 0 ? told.Count : index, (new Piece(PieceKind.Organization, house.Value, house.Start, house.Length, Said, null, place), Tag.Organization, Said));
        // "Merchant's Arch" is a street: a name with a title is the surest
        var surest = told.FindAll(one => Here(one.Piece) && one.Piece.Kind == PieceKind.Person && one.Piece.Start >= house.End) is { Count: > 0 } persons ? persons.MaxBy(static one => one.Piece.Confidence).Piece : null;
        var contact = false;
        for (var i = 0; i < told.Count; i++)
        {
            var (piece, tag, sure) = told[i];
            if (!Here(piece) || piece.Start < house.End) continue;
            if (piece.Kind == PieceKind.Person && piece != surest) told[i] = (piece, Tag.None, sure);
            else if (piece.Kind == PieceKind.Person && !contact) (told[i], contact) = ((piece, Tag.Contact, Math.Max(sure, Said)), true);
            else if (tag is Tag.None or Tag.SeatDetail or Tag.SeatDetailAhead or Tag.NominationDetailAhead && piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Website or PieceKind.Address or PieceKind.Function)
                told[i] = (piece, contact || piece.Kind is PieceKind.Address or PieceKind.Website ? Tag.NominationDetail : Tag.NominationDetailAhead, Math.Max(sure, Said));
            else if (tag == Tag.Organization) told[i] = (piece, Tag.None, sure);
        }
        return told;
    }

    /// <summary>A comma, "is" and an article at most stand between.</summary>
    private static bool IsNear(string text, int behind, int name) => name - behind is >= 0 and <= Nearest && text.AsSpan(behind, name - behind).IndexOfAny(".;:()") < 0;

    private const int Nearest = 14;
}
