using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>
/// "From 1 July Ida Holm will represent the Harbour Trust instead of Jan Lund": whoever stands at the one role of a sentence that designates or replaces takes the seat,
/// and the house beside the role is whose seat it is.
/// </summary>
internal static class SeatTold
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(",;()،؛，（");

    /// <summary>Titles between a verb of replacing and the name.</summary>
    private const int Title = 14;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Answers is { Meeting: not null, MeetingIsSupposed: false }) return told;
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place == told[start].Piece.Place) end++;
            if (told[start].Piece.Place.Origin is DraftOrigin.Prose && HasSeat(told, start, end) && Gives(context, told[start].Piece.Place)) Sentence(context, told, start, end);
            start = end;
        }
        return told;
    }

    /// <summary>A role stands in the sentence, or somebody who is seated already.</summary>
    private static bool HasSeat(List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        for (var i = start; i < end; i++) if (told[i].Piece.Kind == PieceKind.Role || told[i].Tag == Tag.Seated) return true;
        return false;
    }

    /// <summary>The sentence designates, or names who goes; it asks nothing, keeps nobody and speaks of no meeting.</summary>
    private static bool Gives(ItemContext context, Place place)
    {
        var span = place.Span;
        if (!Passage.Of(context.Marked, span).Does(Intents.Designate) && !Replacement.Marks(context.Marked, span.Start, span.End).Any()) return false;
        return !context.Matters.Any(Matter.Unchanged, span) && !context.Marked.Any(Word.Remain, span.Start, span.End) && !Utterances.IsOpen(context, span)
            && !context.Matters.Any(Matter.Meeting, span) && !context.Matters.Any(Matter.Remove, span) && (Passage.Of(context.Marked, span).Moods & Moods.Negated) == 0;
    }

    private static void Sentence(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end)
    {
        for (var i = start; i < end; i++) // "Mr Dale, not Ms Moss, will represent …"
            if (told[i] is { Tag: Tag.Seated, Piece.Kind: PieceKind.Person } && IsDenied(context, told[i].Piece)) told[i] = told[i] with { Tag = Tag.None };
        if (told.GetRange(start, end - start).Exists(static one => one.Tag is Tag.Seated or Tag.Attending or Tag.Absent)) return;
        var role = -1;
        for (var i = start; i < end; i++)
            if (told[i].Piece is { Kind: PieceKind.Role, Seat: not SeatRole.Expert }) { if (role >= 0) return; role = i; }
        if (role < 0 || Holder(context, told, start, end, role) is not { } holder) return;
        var designates = Passage.Of(context.Marked, told[role].Piece.Place.Span).Does(Intents.Designate);
        int? gone = null;
        if (Replacement.Find(context, told[role].Piece.Place.Span) is { } pair)
        {
            if (pair.Comes is { } next && !told[holder].Piece.Overlaps(next.Start, next.End)) return;
            for (var i = start; i < end; i++) if (i != holder && told[i].Piece.Kind == PieceKind.Person && told[i].Piece.Overlaps(pair.Leaves.Start, pair.Leaves.End)) gone = i;
        }
        var opposed = role > holder + 1 && told[role - 1].Piece is { Kind: PieceKind.Person } other && IsDenied(context, other);
        var affiliation = designates && told[holder].Tag is not Tag.Replaced ? Affiliation(context, told, holder, role) : null;
        if (gone is null && !opposed && affiliation is null && !(designates && told[holder].Tag is not Tag.Replaced && IsNext(context, told, holder, role) && Names(context, told, holder, told[role].Piece))
                && !SeatIs.Told(context, told[role].Piece, told[holder].Piece)) return;
        var (after, house) = (role > holder, affiliation ?? House(context, told, role, holder, end));
        if (told[holder].Tag is Tag.Contact && house is null) return; // the contact of an organization that is put forward
        told[holder] = (told[holder].Piece, Tag.Seated, Unsaid);
        told[role] = (told[role].Piece, after ? Tag.Role : Tag.RoleAhead, Unsaid);
        if (gone is { } old) told[old] = (told[old].Piece, Tag.Replaced, Math.Max(told[old].Sure, Unsaid));
        if (house is { } whose) told[whose] = (told[whose].Piece, whose > holder ? Tag.Body : Tag.BodyAhead, Unsaid);
        for (var i = holder + 1; i < end && i != gone; i++)
            if (IsDetail(told[i].Piece) && told[i].Tag is Tag.None or Tag.NominationDetail or Tag.CorrectedDetail) told[i] = told[i] with { Tag = Tag.SeatDetail };
        Next(told, holder, end);
    }

    /// <summary>"Ms Holm is Head of Studies, her number is …": the sentence behind tells of whom this one has named.</summary>
    private static void Next(List<(Piece Piece, Tag Tag, double Sure)> told, int holder, int end)
    {
        if (end >= told.Count || told[end].Piece.Place.Block != told[holder].Piece.Place.Block || told[end].Piece.Place.Unit != told[holder].Piece.Place.Unit + 1) return;
        if (told[end].Piece is not { Kind: PieceKind.Person or PieceKind.Text } first || !told[holder].Piece.Value.Split(' ').Contains(first.Value, StringComparer.OrdinalIgnoreCase)) return;
        for (var i = end + 1; i < told.Count && told[i].Piece.Place == first.Place && told[i].Piece.Kind != PieceKind.Person; i++)
            if (IsDetail(told[i].Piece) && told[i].Tag is Tag.None or Tag.NominationDetail or Tag.CorrectedDetail) told[i] = told[i] with { Tag = Tag.SeatDetail };
    }

    /// <summary>The person at the role who does not go: directly before it, otherwise directly behind.</summary>
    private static int? Holder(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int start, int end, int role)
    {
        var from = role - 1;
        // "we name Ms Holm (Head of Studies, tel. …) as our representative"
        if (Bracket(context, told[role].Piece) is { } open) while (from >= start && told[from].Piece.Start >= open) from--;
        for (var i = from; i >= start; i--)
        {
            // "Ms Holm of the Harbour Office as its representative": where somebody works stands between
            if (told[i].Piece.Kind == PieceKind.Organization && i > start && Affiliates(context, told[i - 1].Piece, told[i].Piece)) continue;
            if (told[i].Piece.Kind is PieceKind.Claim or PieceKind.Function or PieceKind.Writer or PieceKind.Text) continue;
            if (told[i].Piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile && i > start + 1 && told[i - 1].Piece.Kind == PieceKind.Organization) continue;
            if (told[i].Piece.Kind == PieceKind.Person && IsDenied(context, told[i].Piece)) continue;
            if (told[i].Piece.Kind == PieceKind.Person && May(context, told, i)) return i;
            break;
        }
        for (var i = role + 1; i < end; i++)
        {
            if (told[i].Piece.Kind is PieceKind.Claim or PieceKind.Body) continue;
            return told[i].Piece.Kind == PieceKind.Person && May(context, told, i) ? i : null;
        }
        return null;
    }

    /// <summary>A person, and directly behind the name the house of which he or she is.</summary>
    private static bool Affiliates(ItemContext context, Piece person, Piece house)
    {
        if (person.Kind != PieceKind.Person || house.Start <= person.End) return false;
        var between = context.Text.AsSpan(person.End, house.Start - person.End).Trim(" \n,،，");
        return Of.Contains(between) || between.IsEmpty && context.Text.AsSpan(person.End, house.Start - person.End).Contains(',');
    }

    private static readonly WordSet Of = LexiconFile.Set("grammar", "fromHouse");

    /// <summary>The person of a house: the role stands behind the house, and the verb that names directly before the person.</summary>
    private static int? Affiliation(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int holder, int role)
    {
        if (role < holder + 2 || !Affiliates(context, told[holder].Piece, told[holder + 1].Piece) || told[holder + 1].Piece.Kind != PieceKind.Organization) return null;
        for (var i = holder + 2; i < role; i++) if (told[i].Piece.Kind is not (PieceKind.Email or PieceKind.Phone or PieceKind.Mobile)) return null;
        var (person, house, said) = (told[holder].Piece, told[holder + 1].Piece, told[role].Piece);
        var between = context.Text.AsSpan(house.End, Math.Max(0, said.Start - house.End));
        var (open, close) = (between.IndexOfAny('(', '（'), between.LastIndexOfAny(')', '）'));
        if (open >= 0 && close > open) between = string.Concat(between[..open], between[(close + 1)..]);
        if (between.Length > Title || between.Trim(" ,،，").IndexOfAny(Signs) >= 0) return null;
        foreach (var verb in context.Marked.Within(Word.Designate, Math.Max(person.Place.Span.Start, person.Start - 50), person.Start))
            if (person.Start - verb.End <= Verb && context.Text.AsSpan(verb.End, person.Start - verb.End).IndexOfAny(Signs) < 0) return holder + 1;
        return null;
    }

    /// <summary>Where the bracket opens that closes shortly before the role; null where none does.</summary>
    private static int? Bracket(ItemContext context, Piece role)
    {
        var ahead = context.Text.AsSpan(role.Place.Span.Start, Math.Max(0, role.Start - role.Place.Span.Start));
        var close = ahead.LastIndexOfAny(')', '）');
        if (close < 0 || ahead.Length - close > Title + 1 || ahead[..close].LastIndexOfAny('(', '（') is not (>= 0 and var open)) return null;
        return role.Place.Span.Start + open;
    }

    /// <summary>Nothing stands between the two but what a bracket tells of the person.</summary>
    private static bool IsNext(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int holder, int role)
    {
        if (role == holder + 1) return true;
        if (role < holder || Bracket(context, told[role].Piece) is not { } open) return false;
        for (var i = holder + 1; i < role; i++) if (told[i].Piece.Start < open || told[i].Piece.Kind is PieceKind.Person) return false;
        return true;
    }

    /// <summary>"we name Ms Holm contact point": the verb directly before the name, the role directly behind it; in Arabic the house that names may stand between verb and name.</summary>
    private static bool Names(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int holder, Piece role)
    {
        var person = told[holder].Piece;
        var behind = context.Text.AsSpan(person.End, Math.Max(0, role.Start - person.End));
        if (Bracket(context, role) is { } open && open > person.End) behind = string.Concat(context.Text.AsSpan(person.End, open - person.End), behind[(behind.LastIndexOfAny(')', '）') + 1)..]);
        if (behind.Length > Title || behind.IndexOfAny(Signs) >= 0) return false;
        foreach (var verb in context.Marked.Within(Word.Designate, Math.Max(person.Place.Span.Start, person.Start - 50), person.Start))
            if (person.Start - verb.End <= Verb
                || holder > 0 && told[holder - 1].Piece is { Kind: PieceKind.Organization } house && Folding.IsArabic(context.Text[verb.Start])
                    && house.Start - verb.End is >= 0 and <= 2 && person.Start - house.End <= Title) return true;
        return false;
    }

    /// <summary>"also Mr " between the verb and the name.</summary>
    private const int Verb = 20;

    private static bool May(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int at)
    {
        var (piece, tag, _) = told[at];
        return tag is Tag.None or Tag.Replaced or Tag.Withdrawn or Tag.Contact && (piece.Value.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(piece.Initial) && piece.Value.Length > 1)
            && !SenderPerson.Is(context, piece.Value) && !IsReplaced(context, piece);
    }

    /// <summary>"not Ms Moss".</summary>
    private static bool IsDenied(ItemContext context, Piece person)
    {
        foreach (var not in context.Marked.Within(Word.Not, Math.Max(person.Place.Span.Start, person.Start - Title), person.Start))
            if (context.Text.AsSpan(not.End, person.Start - not.End).IndexOfAny(Signs) < 0) return true;
        return false;
    }

    private static bool IsReplaced(ItemContext context, Piece person)
    {
        foreach (var (kind, word) in Replacement.Marks(context.Marked, Math.Max(person.Place.Span.Start, person.Start - 40), person.Start))
            if (kind is Word.InPlace or Word.Replace && person.Start - word.End <= Title) return true;
        return false;
    }

    /// <summary>The house between or behind role and holder, with nothing but small words before it.</summary>
    private static int? House(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, int role, int holder, int end)
    {
        var last = Math.Max(role, holder);
        if (last + 1 < end && told[last + 1] is { Piece.Kind: PieceKind.Organization, Tag: Tag.None or Tag.Organization or Tag.BodyAhead or Tag.Body } next
                && context.Text.AsSpan(told[last].Piece.End, Math.Max(0, next.Piece.Start - told[last].Piece.End)) is { Length: <= Title } gap && gap.IndexOfAny(Signs) < 0)
            return last + 1;
        return null;
    }

    private static bool IsDetail(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;
}
