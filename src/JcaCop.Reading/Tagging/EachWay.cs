using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"Put me down, in person, and add Nora Quill online", "I shall be in the room, Nora Quill will connect": a second way of taking part, or a second verb of coming, is somebody's. So is the place directly behind "register".</summary>
internal sealed class EachWay
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>" (", ", ": so near behind the name stands the way.</summary>
    private const int Beside = 4;

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private EachWay(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is null) return told;
        var rule = new EachWay(context, told);
        for (var i = 0; i < told.Count; i++)
            if (told[i].Tag == Tag.None && told[i].Piece is { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } house && rule.Entered(house) is { } person
                && rule.IsAsked(person)) told[i] = (person, Tag.Attending, Unsaid);
        for (var i = 0; i < told.Count; i++)
            if (told[i].Tag == Tag.None && told[i].Piece is { Kind: PieceKind.Person, Place.Origin: DraftOrigin.Prose } named && rule.IsAsked(named)) told[i] = (named, Tag.Attending, Unsaid);
        for (var i = 1; i < told.Count; i++)
        {
            if (told[i - 1].Tag != Tag.None || rule.Name(i - 1) is not { } name || !rule.OthersCome(i - 1)) continue;
            var way = told[i].Piece is { Kind: PieceKind.Mode } mode && mode.Place == name.Place && mode.Start - name.End is >= 0 and <= Beside && rule.IsSecondWay(mode);
            if (!way && !rule.OfVerb(name)) continue;
            told[i - 1] = (name, Tag.Attending, Unsaid);
            if (way && told[i].Tag is Tag.None or Tag.ModeAhead) told[i] = told[i] with { Tag = Tag.Mode };
        }
        return told;
    }

    /// <summary>"Please register Ms Quill for the meeting of …": the name directly behind the verb, where nobody else comes by the clause.</summary>
    private bool IsAsked(Piece name)
    {
        foreach (var claim in name.Place.Claims ?? [])
            if (claim is { Comes: true, OfSelf: false, ByWay: false, Word.Value: Matter.Attend } && (name.Start - claim.Word.End is > 0 and <= LongestTitle
                || BehindMeeting(claim.Word.End, name.Start)) && context.Meets!.Covers(claim.Span)
                    && !context.Text.AsSpan(claim.Word.End, name.Start - claim.Word.End).ContainsAny(",;:") && context.Marked.Any(Word.Register, claim.Word.Start, claim.Word.End)
                    && !told.Exists(one => one.Tag is Tag.Attending or Tag.Absent or Tag.Withdrawn && claim.Span.Contains(one.Piece.Start))
                    && !Utterances.IsOpen(context, name.Place.Span) && !context.Matters.Any(Matter.Asks, name.Place.Span) && !context.Matters.Any(Matter.Remove, name.Place.Span))
                return true;
        return false;
    }

    /// <summary>"… for the meeting of 14 May Ms ": the meeting, its day and small words stand between the verb and the name, and nobody else.</summary>
    private bool BehindMeeting(int from, int to)
    {
        if (to - from is < 1 or > LongestMeeting || context.Matters.First(Matter.Meeting, from, to) is null || context.Text.AsSpan(from, to - from).ContainsAny(";:@(")) return false;
        return !told.Exists(one => one.Piece.Kind is PieceKind.Person or PieceKind.Email && one.Piece.Start >= from && one.Piece.Start < to);
    }

    private const int LongestMeeting = 110;

    /// <summary>"Register Lucy Park for the meeting of …": two to four capital words behind the verb, at a comma or a small word, had been taken for a house that the day ends.</summary>
    private Piece? Entered(Piece house)
    {
        if (house.Confidence >= SureHouse && context.Meets!.Covers(house.Place.Span) is false) return null;
        foreach (var verb in context.Marked.Within(Word.Register, house.Place.Span.Start, house.End))
        {
            var start = Math.Max(verb.End, house.Start);
            if (start - verb.End > LongestTitle) continue;
            while (start < house.End && context.Text[start] is ' ' or '\n') start++;
            var (end, at, words) = (start, start, 0);
            while (at < house.End && char.IsUpper(context.Text[at]))
            {
                while (at < house.End && (char.IsLetter(context.Text[at]) || context.Text[at] is '-' or '\'' or '’' or '.')) at++;
                (end, words) = (at, words + 1);
                if (at < house.End && context.Text[at] is ' ' or '\n') at++;
            }
            if (words is < 2 or > 4 || end >= context.Text.Length || !(context.Text[end] == ',' || at < context.Text.Length && char.IsLower(context.Text[at]))) continue;
            var name = Layout.MailLayout.Unwrap(context.Text[start..end]);
            if (NameShapes.Score(name) < LikeName || context.Marked.Any(Word.Organization, start, end) || context.Marked.Any(Word.Post, start, end)) continue;
            return house with { Kind = PieceKind.Person, Value = name, Start = start, Length = end - start, Confidence = LikeName };
        }
        return null;
    }

    /// <summary>" our colleague Ms ".</summary>
    private const int LongestTitle = 18;

    /// <summary>Somebody's name: two or three words with capitals behind "add" had been taken for a house.</summary>
    private Piece? Name(int at)
    {
        var piece = told[at].Piece;
        if (piece.Place.Origin is not DraftOrigin.Prose) return null;
        if (piece.Kind == PieceKind.Person) return piece;
        if (piece.Kind is PieceKind.Organization && piece.Confidence < SureHouse && piece.Value.Split(' ').Length is 2 or 3 && NameShapes.Score(piece.Value) >= LikeName) return piece with { Kind = PieceKind.Person };
        if (piece.Kind is PieceKind.Text && Folding.IsHan(piece.Value[^1]) && NamesIn.Find(context, piece.Start, piece.End) is [.., var last] && last.End == piece.End)
            return piece with { Kind = PieceKind.Person, Value = last.Value, Start = last.Start, Length = last.Length };
        return null;
    }

    private const double SureHouse = 0.75, LikeName = 0.25;

    /// <summary>Somebody else, or the writer, comes by the same sentence, which leaves nothing open.</summary>
    private bool OthersCome(int at)
    {
        var place = told[at].Piece.Place;
        return told.Exists(one => one.Tag == Tag.Attending && one.Piece.Place == place) && !Utterances.IsOpen(context, place.Span)
            && !context.Matters.Any(Matter.Asks, place.Span) && !context.Matters.Any(Matter.Remove, place.Span) && !told.Exists(one => one.Tag == Tag.Absent && one.Piece.Place == place);
    }

    /// <summary>Another way is told before it in the sentence.</summary>
    private bool IsSecondWay(Piece mode) =>
        told.Exists(one => one.Piece.Kind == PieceKind.Mode && one.Piece.Place == mode.Place && one.Piece.Start < mode.Start && one.Piece.Value != mode.Value);

    /// <summary>The subject of a verb of coming in whose clause nobody else comes.</summary>
    private bool OfVerb(Piece name)
    {
        foreach (var claim in name.Place.Claims ?? [])
            if (claim is { Comes: true, OfSelf: false, ByWay: false } && claim.Span.Contains(name.Start) && claim.Word.Start - name.End is > 0 and <= LongestAuxiliary
                    && !told.Exists(one => one.Tag == Tag.Attending && claim.Span.Contains(one.Piece.Start)))
                return true;
        return false;
    }

    /// <summary>" will also ".</summary>
    private const int LongestAuxiliary = 14;
}
