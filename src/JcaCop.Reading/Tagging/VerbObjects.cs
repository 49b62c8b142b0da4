using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>
/// "We propose Clearpath. Its contact is Ms Ida Holm": what stands directly behind the verb that puts forward, in the sentence before the one that tells a contact, is the name of an organization,
/// though no noun heads it; the contact is its, and not that of the house that writes.
/// </summary>
internal sealed class VerbObjects
{
    /// <summary>So sure that a person is asked: the verb and the contact tell, not the words.</summary>
    private const double Untold = 0.6;

    /// <summary>From the verb to a name whose noun or quotation marks tell it, and over small words to any other.</summary>
    private const int Reach = 48, MostSmall = 2;

    /// <summary>Names that nothing but their shape tells are no surer of being a person's.</summary>
    private const double Doubtful = 0.7;

    private static readonly WordSet Small = LexiconFile.Set("grammar", "beforeObject");

    private static readonly PhraseIndex<bool> Reached = new(LexiconFile.Words("grammar", "whomToReach").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly Word[] NoNames = [Word.Honorific, Word.Post, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole];

    private readonly ItemContext context;
    private readonly Told told;

    private VerbObjects(ItemContext context, Told told)
    {
        this.context = context;
        this.told = told;
    }

    public static Told Settle(ItemContext context, Told told)
    {
        if (!told.Exists(static one => one.Tag is Tag.Contact or Tag.ContactAhead or Tag.Seated or Tag.NominationDetail)) return told;
        var rule = new VerbObjects(context, told);
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.Contact or Tag.ContactAhead or Tag.Seated or Tag.None, Piece: { Kind: PieceKind.Person, Confidence: > Doubtful, Place.Origin: DraftOrigin.Prose } person }
                    && (told[i].Tag != Tag.None || rule.HasDetails(i)) && rule.IsContact(i)
                    && !(told[i].Tag == Tag.Seated && told.Exists(static one => one.Tag is Tag.Contact or Tag.ContactAhead)) && rule.Before(person).Any(rule.Put))
            {
                rule.Give(told.FindIndex(one => one.Piece == person));
                break;
            }
        return told;
    }

    /// <summary>Nobody is tagged, and the details behind the name are.</summary>
    private bool HasDetails(int person) =>
        person + 1 < told.Count && told[person + 1] is { Tag: Tag.NominationDetail } next && next.Piece.Place.Shares(told[person].Piece.Place) && !told.Exists(static one => one.Tag is Tag.Contact or Tag.Seated);

    /// <summary>What leads to the person in the sentence says that he or she is to be reached, and names no house.</summary>
    private bool IsContact(int at)
    {
        var (person, span) = (told[at].Piece, told[at].Piece.Place.Span);
        bool Here(Piece piece) => piece.Place.Shares(person.Place);
        if (told.Exists(one => Here(one.Piece) && one.Tag is Tag.Body or Tag.BodyAhead or Tag.Organization or Tag.Replaced && one.Piece.Kind is not PieceKind.Person)) return false;
        if (told.Exists(one => Here(one.Piece) && one.Piece.Kind == PieceKind.Label && one.Piece.End <= person.Start
                && FieldLabels.Whole(one.Piece.Value) is FieldLabel.Contact or FieldLabel.FocalPoint))
            return true;
        if (context.Marked.Any(Word.FocalRole, span.Start, person.Start))
            return !context.Marked.Any(Word.Designate, span.Start, person.Start) || context.Text.AsSpan(span.Start, person.Start - span.Start).IndexOf(',') < 0;
        foreach (var hit in Reached.FindLongest(context.Text[span.Start..person.Start])) if (hit.Length > 0) return true;
        return false;
    }

    /// <summary>What stands before the person in the sentence of the contact, and the sentence before it, where they put something forward.</summary>
    private IEnumerable<TextSpan> Before(Piece person)
    {
        var place = person.Place;
        var own = TextSpan.FromBounds(place.Span.Start, person.Start);
        if (Says(own)) yield return own;
        // "The Office itself has Ms Ida Holm as focal point": the sentence tells whose contact it is
        if (told.Exists(one => one.Piece.Kind == PieceKind.Organization && one.Piece.Place.Shares(place) && one.Piece.End <= person.Start)) yield break;
        TextSpan last = default;
        foreach (var block in context.Layout.Blocks)
            if (block is Paragraph paragraph && block.Span.Start <= place.Span.Start)
                foreach (var sentence in paragraph.Sentences) if (sentence.End <= place.Span.Start) last = sentence;
        if (last is { IsEmpty: false } && Says(last)) yield return last;
    }

    private bool Says(TextSpan said) =>
        context.Marked.Any(Word.Nominate, said.Start, said.End) && context.Meets?.Covers(said) != true && !Utterances.IsOpen(context, said) && !Suppositions.Opens(context, said)
        && (Passage.Of(context.Marked, said).Moods & (Moods.Negated | Moods.Past)) == 0
        && !context.Marked.Any(Word.Withdraw, said.Start, said.End) && !context.Marked.Any(Word.Replace, said.Start, said.End) && !context.Matters.Any(Matter.Topic, said);

    /// <summary>Tags what stands behind the verb.</summary>
    private bool Put(TextSpan said)
    {
        var there = told.FindIndex(one => one.Tag == Tag.Organization);
        if (there >= 0) return told.FindAll(static one => one.Tag == Tag.Organization).Count == 1 && said.Contains(told[there].Piece.Start);
        foreach (var verb in context.Marked.Within(Word.Nominate, said.Start, said.End))
        {
            if (Name(verb.End, said.End) is not { } name) continue;
            if (Array.Exists(NoNames, kind => context.Marked.Any(kind, name.Start, name.End)) || context.Respondent?.Organization is { } own && SameName.Is(own, name.Value)) continue;
            var over = told.FindAll(one => one.Piece.Overlaps(name.Start, name.End));
            if (over.Exists(static one => one.Piece is { Kind: PieceKind.Person, Confidence: > Doubtful } or { Kind: PieceKind.Body or PieceKind.Country or PieceKind.Email }) && name.Confidence <= Untold) continue;
            var place = told.Find(one => said.Contains(one.Piece.Start)).Piece?.Place ?? new Place(said, DraftOrigin.Prose, BlockOf(said), UnitOf(said), null, null, null, 0);
            told.RemoveAll(one => one.Piece.Overlaps(name.Start, name.End));
            var at = told.FindIndex(one => one.Piece.Start > name.Start);
            told.Insert(at < 0 ? told.Count : at, (new Piece(PieceKind.Organization, name.Value, name.Start, name.Length, Untold, null, place), Tag.Organization, Untold));
            return true;
        }
        return false;
    }

    private int BlockOf(TextSpan said) => Math.Max(0, context.Layout.Blocks.ToList().FindIndex(block => block.Span.Start <= said.Start && said.End <= block.Span.End));

    private int UnitOf(TextSpan said) => context.Layout.Blocks[BlockOf(said)] is Paragraph paragraph ? Math.Max(0, paragraph.Sentences.ToList().FindIndex(sentence => sentence.Start == said.Start)) : 0;

    /// <summary>A quoted name, a house whose noun tells it, or capital words directly behind the verb.</summary>
    private Mention<string>? Name(int from, int end)
    {
        var text = context.Text;
        foreach (var (piece, tag, _) in told)
            if (piece.Kind == PieceKind.Organization && tag == Tag.None && piece.Start >= from && piece.End <= end && piece.Start - from <= Reach && !RespondentOrganization.IsAddressee(piece.Value)
                    && text.AsSpan(from, piece.Start - from).IndexOfAny(".,;:(") < 0 && !text.AsSpan(from, piece.Start - from).ContainsAnyInRange('A', 'Z'))
                return new Mention<string>(piece.Value, piece.Start, piece.Length, 0.9);
        var at = from;
        for (var skipped = 0; skipped <= MostSmall; skipped++)
        {
            while (at < end && text[at] is ' ' or '\n' or '\'' or '’') at++;
            var stop = at;
            while (stop < end && char.IsLetter(text[stop])) stop++;
            if (stop == at || !Small.Contains(text.AsSpan(at, stop - at))) break;
            at = stop;
        }
        if (at >= end) return null;
        foreach (var quoted in Quotations.Find(text, at, end)) { if (quoted.Start - at <= 1 && quoted.Length is > 1 and < Reach) return quoted with { Confidence = 0.9 }; break; }
        if (!char.IsUpper(text[at])) return null;
        return OrganizationNames.Headless(context.Marked, at, end) is { } whole && whole.Start == at ? whole with { Confidence = Untold } : Single(at, end);
    }

    /// <summary>"Clearpath": one word with a capital, neither a place nor the beginning of a date or body, behind which the clause ends or goes on in small letters.</summary>
    private Mention<string>? Single(int at, int end)
    {
        var text = context.Text;
        var stop = at;
        while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or '&')) stop++;
        if (stop - at < 3) return null;
        var word = text[at..stop];
        var behind = stop;
        while (behind < end && text[behind] is ' ' or '\n') behind++;
        if (behind < end && (char.IsUpper(text[behind]) || char.IsDigit(text[behind]))) return null;
        return NameShapes.IsStop(word) || Countries.Find(word).Count > 0 || CountryPlaces.Cities(word, Folding.Fold(word)).Any() || context.BodyIn(at, stop) is not null
            || Circulars.Find(text[at..end]) is [{ Start: 0 }, ..] ? null : new Mention<string>(word, at, stop - at, Untold);
    }

    /// <summary>The person and what the sentence tells of him or her are the contact of the organization; what stands before in the sentence that puts it forward is no person's.</summary>
    private void Give(int person)
    {
        for (var i = 0; i < told.Count; i++)
        {
            var (piece, tag, sure) = told[i];
            if (i == person) told[i] = (piece, Tag.Contact, Math.Max(sure, Untold));
            else if (piece.Place.Shares(told[person].Piece.Place))
                told[i] = (piece, tag switch
                {
                    Tag.SeatDetail => Tag.NominationDetail,
                    Tag.SeatDetailAhead => Tag.NominationDetailAhead,
                    Tag.Role or Tag.RoleAhead => Tag.None,
                    _ => tag,
                }, sure);
            else if (piece.Kind == PieceKind.Person && piece.Confidence <= Doubtful && i < person && tag is not Tag.None) told[i] = (piece, Tag.None, sure);
        }
    }
}
