using System.Buffers;
using System.Text.RegularExpressions;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>Puts together what the signs of the text cut apart: a post and its field of work, a house and its unit.</summary>
/// <remarks>SCHEMA: a function keeps what stands in the same phrase; the name of a university's faculty is both names.</remarks>
internal sealed partial class WholePieces
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    /// <summary>More words behind a post are a sentence of their own.</summary>
    private const int LongestField = 48;

    private static readonly SearchValues<char> Between = SearchValues.Create(" ,;(-–—،，；（:");
    private static readonly SearchValues<char> FieldSigns = SearchValues.Create(" &,-'’");

    /// <summary>What units end with in Chinese, and houses do not: 标准部主任.</summary>
    private const string Rooms = "部处處司科室组組";

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private WholePieces(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var whole = new WholePieces(context, told);
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i] is { Tag: Tag.Continued, Piece.Kind: PieceKind.Text } && whole.IsVerb(told[i].Piece)) told[i] = told[i] with { Tag = Tag.None };
            if (i > 0 && told[i].Piece.Kind == PieceKind.Function && told[i - 1].Piece is { Kind: PieceKind.Organization } room
                && room.End == told[i].Piece.Start && Rooms.Contains(context.Text[room.End - 1], StringComparison.Ordinal) && Units.House(room.Value) is null
                && told[i].Tag is not Tag.None)
            {
                told[i] = told[i] with { Piece = told[i].Piece with { Start = room.Start, Length = told[i].Piece.End - room.Start, Value = context.Text[room.Start..told[i].Piece.End] } };
                told[i - 1] = told[i - 1] with { Tag = Tag.None };
            }
            if (told[i] is { Tag: Tag.None, Piece.Kind: PieceKind.Function }) whole.Claim(i);
            if (told[i].Piece.Kind == PieceKind.Function && told[i].Tag is Tag.SeatDetail or Tag.NominationDetail or Tag.SeatDetailAhead or Tag.NominationDetailAhead) whole.Post(i);
            else if (told[i].Piece.Kind == PieceKind.Organization && i > 0) whole.Unit(i);
        }
        return told;
    }

    /// <summary>"…, has agreed to step in": a clause goes on with no post.</summary>
    private bool IsVerb(Piece piece)
    {
        var end = piece.Start;
        while (end < piece.End && char.IsLetter(context.Text[end])) end++;
        return char.IsLower(context.Text[piece.Start]) && end < piece.End && context.Marked.At(Word.Connector, piece.Start) is null
            && OrganizationNames.Stops.Contains(context.Text.AsSpan(piece.Start, end - piece.Start));
    }

    /// <summary>A post that stands directly beside somebody who has none is his or hers: "Ida Holm; adviser; …", "director - Ole Brandt".</summary>
    private void Claim(int at)
    {
        if (Holder(at - 1) is { } behind && Beside(told[at - 1].Piece, told[at].Piece) && !HasPost(at - 1)) told[at] = (told[at].Piece, behind, Unsaid);
        else if (Holder(at + 1) is { } ahead && Beside(told[at].Piece, told[at + 1].Piece) && !HasPost(at + 1))
            told[at] = (told[at].Piece, ahead == Tag.SeatDetail ? Tag.SeatDetailAhead : Tag.NominationDetailAhead, Unsaid);
    }

    private Tag? Holder(int at) => at < 0 || at >= told.Count || told[at].Piece.Kind != PieceKind.Person ? null : told[at].Tag switch
    {
        Tag.Attending or Tag.Seated => Tag.SeatDetail,
        Tag.Contact or Tag.ContactAhead => Tag.NominationDetail,
        _ => null,
    };

    /// <summary>No word stands between the two, and no line ends.</summary>
    private bool Beside(Piece first, Piece second) =>
        first.Place == second.Place && second.Start == first.End && first.Kind == PieceKind.Function && first.Place.Origin is DraftOrigin.Prose && Folding.IsHan(context.Text[second.Start])
            && !told.Exists(one => one.Piece.Kind == PieceKind.Organization && one.Piece.End == first.Start) // 高级工程师罗志远
            || first.Place == second.Place && second.Start - first.End is > 0 and <= 3
                && context.Text.AsSpan(first.End, second.Start - first.End).IndexOfAnyExcept(Between) < 0
            || first.Place == second.Place && second.Start - first.End is > 3 and <= 12
                && Titles().IsMatch(context.Text.AsSpan(first.End, second.Start - first.End));

    /// <summary>"Ida Holm (Ms), adviser".</summary>
    [GeneratedRegex(@"^ ?\((?:Ms|Mr|Mrs|Mme|M|Sra|Sr|Dr|Prof|Miss)\.?\),? ?$")]
    private static partial Regex Titles();

    /// <summary>Another post is told of the person: behind the name, or directly before it.</summary>
    private bool HasPost(int person)
    {
        for (var i = person + 1; i < told.Count && told[i].Piece.Place == told[person].Piece.Place && Holder(i) is null; i++)
            if (told[i].Piece.Kind == PieceKind.Function && told[i].Tag is Tag.SeatDetail or Tag.NominationDetail) return true;
        return person > 0 && told[person - 1] is { Piece.Kind: PieceKind.Function, Tag: Tag.SeatDetailAhead or Tag.NominationDetailAhead };
    }

    /// <summary>"Officer (Online Affairs)", "Manager, Consumer Education"; without the preposition that leads on to something else.</summary>
    private void Post(int at)
    {
        var piece = told[at].Piece;
        var end = Bracket(at) ?? Field(at) ?? House(at) ?? WithoutPreposition(piece);
        if (end == piece.End) return;
        told[at] = told[at] with { Piece = To(piece, end) };
        for (var i = at + 1; i < told.Count && told[i].Piece.Start < end; i++) told[i] = told[i] with { Tag = Tag.None };
    }

    /// <summary>End of a bracket behind the post that holds nothing but words of its field.</summary>
    private int? Bracket(int at)
    {
        var piece = told[at].Piece;
        var text = context.Text;
        if (piece.End + 2 >= text.Length || text[piece.End] != ' ' || text[piece.End + 1] != '(') return null;
        var close = text.AsSpan(piece.End, Math.Min(LongestField, text.Length - piece.End)).IndexOf(')');
        if (close < 5) return null;
        var end = piece.End + close + 1;
        var inside = text.AsSpan(piece.End + 2, close - 2);
        if (!char.IsUpper(inside[0]) || !char.IsLower(inside[1]) || inside.ContainsAnyExcept(FieldSigns) && !Letters(inside)) return null;
        for (var i = at + 1; i < told.Count && told[i].Piece.Start < end; i++)
            if (told[i].Piece.Kind is not (PieceKind.Text or PieceKind.Organization or PieceKind.Function)
                    || told[i].Tag is not (Tag.None or Tag.Body or Tag.Continued or Tag.SeatDetail or Tag.NominationDetail))
                return null;
        return Countries.Find(inside.ToString()).Count > 0 || context.Marked.At(Word.Honorific, piece.End + 2) is not null ? null : end;
    }

    private static bool Letters(ReadOnlySpan<char> words)
    {
        foreach (var c in words) if (!char.IsLetter(c) && !FieldSigns.Contains(c)) return false;
        return true;
    }

    /// <summary>End of a few words with capitals behind a comma, which name nothing else and which a further sign closes.</summary>
    private int? Field(int at)
    {
        var piece = told[at].Piece;
        if (piece.Start >= context.Text.Length || context.Text[piece.Start] >= '\u0400' || at + 1 >= told.Count
                || told[at + 1] is not { Tag: Tag.None or Tag.SeatDetail
                    or Tag.NominationDetail, Piece: { Kind: PieceKind.Text or PieceKind.Organization } field }
                || field.Place != piece.Place)
            return null;
        if (field.Start != piece.End + 2 || context.Text[piece.End] is not (',' or ':') || field.Length > LongestField || !CapitalWords.Are(field.Value)) return null;
        if (field.Kind == PieceKind.Organization && !Units.IsUnit(field.Value) || Countries.Find(field.Value).Count > 0) return null;
        return Follows(field) ? field.End : null;
    }

    /// <summary>A comma, bracket or point closes the words; a verb does not.</summary>
    private bool Follows(Piece field)
    {
        var text = context.Text;
        var next = field.End;
        while (next < text.Length && text[next] == ' ') next++;
        return next < text.Length ? text[next] is ',' or '(' or ')' or ';' or '.'
            || text[next] == '\n' && field.Place.Origin is DraftOrigin.Lines or DraftOrigin.Form or DraftOrigin.List
            : field.Place.Origin is not DraftOrigin.Prose;
    }

    /// <summary>"researcher at (Aalto Works)": words without a title behind a preposition name no other person.</summary>
    private int? House(int at)
    {
        var piece = told[at].Piece;
        if (at + 1 >= told.Count || told[at + 1].Piece is not { Kind: PieceKind.Person or PieceKind.Organization } house || house.Place != piece.Place) return null;
        if (house.Kind == PieceKind.Organization && told[at].Tag is Tag.SeatDetail && told[at + 1].Tag is Tag.Body or Tag.None && Units.IsUnit(house.Value) && IsOf(piece, house)) return house.End;
        if (house is not { Kind: PieceKind.Person, Confidence: <= Doubtful } || house.Start != piece.End + 1 || WithoutPreposition(piece) == piece.End) return null;
        return house.End;
    }

    /// <summary>"head of the Media Laboratory": prepositions and articles at most stand between.</summary>
    private bool IsOf(Piece post, Piece house)
    {
        var between = context.Text.AsSpan(post.End, Math.Max(0, house.Start - post.End));
        if (WithoutPreposition(post) < post.End) return between is " " or "";
        return between.Length is > 2 and <= LongestOf && !between.ContainsAny(Parting) && context.Marked.At(Word.Connector, post.End + 1) is not null;
    }

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;.(:\n");

    private const int LongestOf = 10;

    /// <summary>Names that nothing but their shape tells are no surer than that.</summary>
    private const double Doubtful = 0.8;

    /// <summary>"técnico del", "ingénieur de": the word in front of a name that was cut off.</summary>
    private int WithoutPreposition(Piece piece)
    {
        var end = piece.End;
        while (context.Text.LastIndexOfAny([' ', '\n'], end - 1, end - piece.Start) is var blank && blank > piece.Start
               && context.Marked.At(Word.Connector, blank + 1) is { } word && word.End == end) end = blank;
        return end;
    }

    /// <summary>"University of X, Faculty of Law": both are the name that is put forward.</summary>
    private void Unit(int at)
    {
        var (house, unit) = (told[at - 1].Piece, told[at].Piece);
        if (house.Kind != PieceKind.Organization || house.Place != unit.Place || told[at].Tag is not (Tag.Organization or Tag.None or Tag.Continued) || told[at - 1].Tag is not (Tag.Organization or Tag.None)) return;
        var bracket = context.Text.AsSpan(house.End, Math.Max(0, unit.Start - house.End)) is " (" && unit.End < context.Text.Length && context.Text[unit.End] == ')';
        if (!bracket && context.Text.AsSpan(house.End, Math.Max(0, unit.Start - house.End)) is not (", " or " - " or " – " or " / " or "، ")) return;
        var one = told[at].Tag == Tag.Organization && told[at - 1].Tag == Tag.None && Units.IsUnit(unit.Value);
        if (Units.IsUnit(house.Value) && !Units.IsUnit(unit.Value) && !bracket && (told[at].Tag == Tag.Organization || told[at - 1].Tag == Tag.Organization)) one = true; // "Faculty of Law, University of X"
        if (!one && !(told[at - 1].Tag == Tag.Organization && Units.IsUnit(unit.Value))) return;
        told[at - 1] = (To(house, bracket ? unit.End + 1 : unit.End), Tag.Organization, Math.Min(told[at - 1].Tag == Tag.None ? 1 : told[at - 1].Sure, told[at].Sure));
        told[at] = told[at] with { Tag = Tag.None };
    }

    private Piece To(Piece piece, int end) => piece with { Value = MailLayout.Unwrap(context.Text[piece.Start..end]), Length = end - piece.Start };
}
