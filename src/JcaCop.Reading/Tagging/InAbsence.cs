using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>
/// "We are represented by Ida Holm or, if she is unavailable, by Ole Brandt"; "Ida Holm represents us. In her absence Ole Brandt will act.": whoever acts while the one who was
/// named before is away is that one's alternate.
/// </summary>
internal static class InAbsence
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>"and, ", ", or ": so much of a sentence before the words says nothing of its own.</summary>
    private const int LongestLead = 6;

    private static readonly PhraseIndex<bool> Words = new(Phrases().Select(static phrase => KeyValuePair.Create(phrase, true)));

    /// <summary>The words for the case in which somebody is away (<c>inAbsence.json</c>): those told whole, and each opening with each hindrance.</summary>
    public static IEnumerable<string> Phrases()
    {
        var opens = LexiconFile.Phrases("inAbsence").Where(static entry => entry.Code == "opens").ToLookup(static entry => entry.Language, static entry => entry.Phrase);
        foreach (var (code, language, phrase) in LexiconFile.Phrases("inAbsence"))
            if (code == "whole") yield return phrase;
            else if (code == "kept") foreach (var open in opens[language]) yield return Folding.IsHan(phrase[0]) ? open + phrase : $"{open} {phrase}";
    }

    public static Told Settle(ItemContext context, Told told)
    {
        var words = Words.FindLongest(context.Marked.Folded);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var (start, end) = (words[i].Start, words[i].End);
            var at = told.FindIndex(one => one.Piece.Place.Origin is DraftOrigin.Prose && one.Piece.Place.Span.Start <= start && one.Piece.Place.Span.End >= end);
            if (at >= 0) Sentence(context, told, told[at].Piece.Place, TextSpan.FromBounds(start, end));
        }
        return told;
    }

    private static void Sentence(ItemContext context, Told told, Place place, TextSpan word)
    {
        if (Pair(context, told, place, word) is not var (first, second)) return;
        if (IsAsked(context, place.Span, word, told[second].Piece))
        {
            // "in her absence you may reach Ole Brandt": other rules and tags make an alternate of him
            if (told[second] is { Tag: Tag.Seated, Piece: var reached } && reached.Place == place) told[second] = told[second] with { Tag = Tag.None };
            return;
        }
        if (!Says(context, place.Span, word)) return;
        var (holder, next) = (told[first].Piece, told[second].Piece);
        var own = holder.Place.Span;
        if (holder.Place != place && !Says(context, own, word) || !Seats(context, told, first, own)) return;
        if (Array.Exists([holder, next], piece => piece.Kind == PieceKind.Person && SenderPerson.Is(context, piece.Value) && piece.Place.Origin is not DraftOrigin.Prose)) return;
        if (told[first].Tag == Tag.Seated && told[second].Tag == Tag.Seated && IsTold(told, first, second)) return; // and perhaps more surely
        if (told[first].Tag != Tag.Seated) told[first] = (holder, Tag.Seated, Unsaid);
        told[second] = (next, Tag.Seated, Math.Min(told[second].Sure, Unsaid));
        Roles(told, first, second, place);
        for (var i = 0; i < told.Count; i++)
            if ((told[i].Piece.Place == place || told[i].Piece.Place == holder.Place) && told[i].Piece.Start >= holder.End && IsDetail(told[i].Piece)
                    && told[i].Tag is Tag.None or Tag.NominationDetail or Tag.CorrectedDetail or Tag.NominationDetailAhead or Tag.SeatDetailAhead)
                told[i] = told[i] with { Tag = Tag.SeatDetail };
        told.Insert(second, (Role(next, SeatRole.Alternate), Tag.RoleAhead, Unsaid));
        var said = told.FindIndex(one => one.Piece is { Kind: PieceKind.Role, Seat: not SeatRole.Alternate } && one.Piece.Place == holder.Place && one.Piece.Start < word.Start);
        if (said < 0 || told[said].Tag is not Tag.RoleAhead || told[said].Piece.Start > holder.Start)
        {
            var seat = said < 0 ? SeatRole.Representative : told[said].Piece.Seat!.Value;
            if (said >= 0) told[said] = told[said] with { Tag = Tag.None };
            told.Insert(first, (Role(holder, seat), Tag.RoleAhead, Unsaid));
        }
    }

    /// <summary>The one who is away and the one who acts: before and behind the words; or named in the sentence before and alone in this one.</summary>
    private static (int First, int Second)? Pair(ItemContext context, Told told, Place place, TextSpan word)
    {
        var here = new List<int>();
        var before = -1;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Piece.Kind is not PieceKind.Person) continue;
            if (told[i].Piece.Place == place) here.Add(i);
            else if (here.Count == 0 && told[i].Piece.Start < place.Span.Start && told[i].Piece.Place.Block == place.Block && told[i].Piece.Place.Unit == place.Unit - 1) before = i;
        }
        var ahead = here.FindLastIndex(at => told[at].Piece.Start < word.Start);
        if (ahead >= 0 && ahead + 1 < here.Count) return told[here[ahead]].Piece.Value == told[here[ahead + 1]].Piece.Value ? null : (here[ahead], here[ahead + 1]);
        if (here is not [var only] || before < 0 || SameName.Is(told[before].Piece.Value, told[only].Piece.Value)) return null;
        // more than one in the sentence before: who of them is away is not told
        return told.Exists(one => one.Piece.Kind is PieceKind.Person && one.Piece != told[before].Piece && one.Piece.Place == told[before].Piece.Place) ? null : (before, only);
    }

    /// <summary>A word for an alternate is the second's already, and no other seat is told behind.</summary>
    private static bool IsTold(Told told, int first, int second)
    {
        var (alternate, other, next) = (false, false, told[second].Piece);
        for (var i = first + 1; i < told.Count && told[i].Piece.Start <= next.Place.Span.End; i++)
        {
            if (told[i].Piece is not { Kind: PieceKind.Role, Seat: { } seat } || (i < second ? told[i].Tag is not Tag.RoleAhead : told[i].Tag is not Tag.Role || told[i].Piece.Place != next.Place)) continue;
            if (seat == SeatRole.Alternate) alternate = true;
            else other |= i > second;
        }
        return alternate && !other;
    }

    /// <summary>Nothing but the words themselves leaves open what the sentence says.</summary>
    private static bool Says(ItemContext context, TextSpan span, TextSpan word)
    {
        foreach (var kind in Unsettling)
            foreach (var one in context.Matters.Within(kind, span.Start, span.End))
                if (one.Start < word.Start || one.End > word.End) return false;
        foreach (var one in context.Matters.Within(Matter.Negator, word.End, span.End))
            if (!Words.FindAll(context.Marked.Folded).Exists(other => other.Start <= one.Start && other.End >= one.End)) return false;
        if ((Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Example | Moods.Past)) != 0 || context.Meets is { } meets && meets.Covers(span)) return false;
        foreach (var kind in Denials)
            foreach (var one in context.Marked.Within(kind, span.Start, span.End))
                if (one.Start < word.Start - LongestLead || one.End > word.End) return false;
        return true;
    }

    /// <summary>"In her absence please send …", "letters go to …": what the writer asks to be done meanwhile gives nobody a seat, where no word for an alternate says more.</summary>
    private static bool IsAsked(ItemContext context, TextSpan span, TextSpan word, Piece next) =>
        !context.Marked.Within(Word.AlternateRole, span.Start, span.End).Any(role => role.End <= word.Start || role.Start >= word.End)
        && Asked.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= span.Start && hit.End <= span.End
            && (hit.Value == "askedOf" || hit.Start >= word.End && hit.End <= next.Start || hit.End <= word.Start && context.Matters.Any(Matter.Pleads, span)));

    private static readonly PhraseIndex<string> Asked = new(LexiconFile.Phrases("inAbsence").Where(static entry => entry.Code is "asked" or "askedOf")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    private static readonly Matter[] Unsettling = [Matter.Unchanged, Matter.Uncertain, Matter.Remove];

    private static readonly Word[] Denials = [Word.Negation, Word.Condition, Word.Withdraw, Word.Remain];

    /// <summary>The one who is away takes a seat in the sentence that names him or her.</summary>
    private static bool Seats(ItemContext context, Told told, int first, TextSpan span) =>
        told[first].Tag is Tag.Seated
        || told[first].Tag is Tag.None or Tag.Replaced or Tag.Contact or Tag.Absent or Tag.Attending or Tag.Withdrawn
            && (context.Marked.Any(Word.Designate, span.Start, span.End) || context.Marked.Any(Word.RepresentativeRole, span.Start, span.End)
                || Represented.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= span.Start && hit.End <= span.End));

    /// <summary>"estará representada en la JCA-COP por": where "by" stands apart from the verb, no list of roles has it.</summary>
    private static readonly PhraseIndex<bool> Represented = new(LexiconFile.Words("inAbsence", "represented").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>A word for an alternate beside the two, and one for a seat behind the second, is said of what the second does meanwhile.</summary>
    private static void Roles(Told told, int first, int second, Place place)
    {
        for (var i = first + 1; i < told.Count && told[i].Piece.Start <= place.Span.End; i++)
            if (told[i].Piece.Kind == PieceKind.Role && (i > second || told[i].Piece.Seat == SeatRole.Alternate) && (told[i].Piece.Place == place || i < second)) told[i] = told[i] with { Tag = Tag.None };
    }

    private static Piece Role(Piece person, SeatRole seat) => new(PieceKind.Role, "", person.Start, 0, 0.9, seat, person.Place);

    private static bool IsDetail(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;
}
