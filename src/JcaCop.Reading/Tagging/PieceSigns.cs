using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>The signs by which the <see cref="TagModel"/> tells what a piece does: its own shape, the words around it, its neighbours, its place.</summary>
internal sealed class PieceSigns
{
    private const int WordsBeside = 3;
    private const int Beside = 50;
    private const int BagBefore = 90;

    /// <summary>More of a kind say no more.</summary>
    private const int Most = 4;

    /// <summary>Words that tell what is done with whatever stands beside them.</summary>
    private static readonly (Word Kind, string Name)[] Deeds =
        [.. new[] { Word.Nominate, Word.Designate, Word.Withdraw, Word.Replace, Word.ReplacedBy, Word.InPlace, Word.By, Word.Register, Word.Regret, Word.Correct, Word.Join, Word.Remain,
            Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Not, Word.Negation }.Select(kind => (kind, kind.ToString()))];

    private static readonly (Word Kind, string Name)[] Other =
        [.. new[] { Word.As, Word.Condition, Word.Past, Word.Example, Word.Avoid, Word.Nil, Word.Organization }.Select(kind => (kind, kind.ToString()))];

    private static readonly (Matter Kind, string Name)[] Turns =
        [.. new[] { Matter.Leaves, Matter.Former, Matter.Old, Matter.NewMark, Matter.Becomes, Matter.Remove, Matter.Attend, Matter.Absent, Matter.Unchanged }.Select(kind => (kind, kind.ToString()))];

    private static readonly string[] Kinds = Enum.GetNames<PieceKind>();

    private readonly ItemContext context;
    private readonly IReadOnlyList<Piece> pieces;
    private readonly PlaceSigns places;
    private readonly NeighbourSigns neighbours;
    private readonly int organizations, persons;

    public PieceSigns(ItemContext context, IReadOnlyList<Piece> pieces)
    {
        (this.context, this.pieces) = (context, pieces);
        places = new PlaceSigns(context);
        neighbours = new NeighbourSigns(context, pieces);
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Organization) organizations++;
            if (piece.Kind == PieceKind.Person) persons++;
        }
    }

    /// <summary>Fills the list with the signs of one piece.</summary>
    public void Of(int at, SignList signs)
    {
        var piece = pieces[at];
        signs.Begin(Name(piece));
        signs.Add("");
        signs.Add("sure", (int)(piece.Confidence * 5));
        signs.Add("organizations", Math.Min(Most, organizations));
        signs.Add("persons", Math.Min(Most, persons));
        places.Add(signs, piece.Place);
        Position(piece, signs);
        Words(piece, signs);
        Marks(piece, signs);
        Shape(piece, signs);
        neighbours.Of(at, signs);
    }

    public static string Name(Piece piece) => piece.Kind switch
    {
        PieceKind.Role => piece.Seat switch { SeatRole.Alternate => "Alternate", SeatRole.FocalPoint => "FocalPoint", SeatRole.Expert => "Expert", _ => "Representative" },
        PieceKind.Mobile or PieceKind.PhoneAndFax => "Phone",
        var kind => Kinds[(int)kind],
    };

    private void Position(Piece piece, SignList signs)
    {
        var (text, span) = (context.Text, piece.Place.Span);
        signs.Add("first", piece.Start - span.Start < 3 ? 1 : 0);
        signs.Add("whole", piece.Length * 10 >= span.Length * 8 ? 1 : 0);
        int before = piece.Start - 1, behind = piece.End;
        while (before >= span.Start && text[before] == ' ') before--;
        while (behind < span.End && text[behind] == ' ') behind++;
        ReadOnlySpan<char> signsBeside = [before < span.Start ? '^' : Class(text[before]), behind >= span.End ? '$' : Class(text[behind])];
        signs.Add("before", signsBeside[..1]);
        signs.Add("behind", signsBeside[1..]);
        signs.Add("beside", signsBeside);
        var open = 0;
        foreach (var c in text.AsSpan(span.Start, Math.Max(0, piece.Start - span.Start))) open += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
        signs.Add("brackets", Math.Clamp(open, 0, 1));
    }

    private static char Class(char c) => char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '9' : c;

    private TextWords WordsOf(Place place) => place.Words ??= new TextWords(context.Text, place.Span);

    private void Words(Piece piece, SignList signs)
    {
        var span = piece.Place.Span;
        var words = WordsOf(piece.Place);
        var at = 0;
        foreach (var word in words.Before(piece.Start, Math.Max(span.Start, piece.Start - Beside)).Take(WordsBeside))
        {
            signs.Add(Before[at++], word);
            signs.Add("wordBefore", word);
        }
        at = 0;
        foreach (var word in words.Between(piece.End, Math.Min(span.End, piece.End + Beside)).Take(WordsBeside))
        {
            signs.Add(Behind[at++], word);
            signs.Add("wordBehind", word);
        }
        if (piece.Place.Origin != DraftOrigin.Prose) return;
        foreach (var word in words.Before(piece.Start, Math.Max(span.Start, piece.Start - BagBefore)).Distinct()) signs.Add("bag", word);
    }

    private static readonly string[] Before = ["word-1", "word-2", "word-3"];
    private static readonly string[] Behind = ["word+1", "word+2", "word+3"];

    /// <summary>Which word of doing stands nearest on either side, and what the sentence holds before and behind.</summary>
    private void Marks(Piece piece, SignList signs)
    {
        var span = piece.Place.Span;
        string before = "-", behind = "-";
        int left = int.MaxValue, right = int.MaxValue;
        foreach (var (kind, name) in Deeds) Mark(kind, name, true);
        foreach (var (kind, name) in Other) Mark(kind, name, false);
        foreach (var (kind, name) in Turns)
        {
            if (context.Matters.Last(kind, span.Start, piece.Start) is { } last) { signs.Add("behindMatter", name); if (piece.Start - last.End < left) (left, before) = (piece.Start - last.End, name); }
            if (context.Matters.First(kind, piece.End, span.End) is { } first) { signs.Add("beforeMatter", name); if (first.Start - piece.End < right) (right, behind) = (first.Start - piece.End, name); }
        }
        signs.Add("near", before);
        signs.Add("near", before, Distance(left));
        signs.Add("next", behind);
        signs.Add("next", behind, Distance(right));
        signs.Add("between", before, behind);

        void Mark(Word kind, string name, bool deed)
        {
            bool stands = false, follows = false;
            foreach (var hit in context.Marked.Within(kind, span.Start, span.End))
            {
                if (hit.End <= piece.Start)
                {
                    stands = true;
                    if (deed && piece.Start - hit.End < left) (left, before) = (piece.Start - hit.End, name);
                }
                else if (hit.Start >= piece.End)
                {
                    follows = true;
                    if (deed && hit.Start - piece.End < right) (right, behind) = (hit.Start - piece.End, name);
                }
            }
            if (stands) signs.Add("behindWord", name);
            if (follows) signs.Add("beforeWord", name);
            if (stands || follows) signs.Add("withWord", name);
        }
    }

    internal static string Distance(int length) => length switch { int.MaxValue => "-", < 2 => "1", < 4 => "3", < 8 => "7", < 16 => "15", < 40 => "39", < 90 => "89", < 250 => "249", _ => "far" };

    private void Shape(Piece piece, SignList signs)
    {
        var (mail, value) = (context.Mail, piece.Value);
        switch (piece.Kind)
        {
            case PieceKind.Email when mail.Sender is { } sender:
                signs.Add(string.Equals(value, sender.Email, StringComparison.OrdinalIgnoreCase) ? "ofSender" : AddressAgreement.SameHouse(value, sender.Email) ? "ofHouse" : "elsewhere");
                break;
            case PieceKind.Body:
                signs.Add("studyGroup", value.StartsWith("ITU-T SG", StringComparison.Ordinal) ? 1 : 0);
                break;
            case PieceKind.Person or PieceKind.Organization or PieceKind.Text:
                if (context.Respondent?.Organization is { } own && SameName.Is(own, value)) signs.Add("own");
                if (mail.Sender?.Name is { } name && SameName.Is(name, value)) signs.Add("isSender");
                if (mail.Body.Signature is { } signature && signature.Contains(value, StringComparison.OrdinalIgnoreCase)) signs.Add("signed");
                signs.Add("words", Math.Min(Most + 2, value.Count(c => c == ' ') + 1));
                signs.Add("shape", (int)(NameShapes.Score(value) * Most));
                signs.Add("head", Posts.Head(context.Marked, piece.Start, piece.End).ToString());
                foreach (var word in WordsOf(piece.Place).Between(piece.Start, piece.End)) { signs.Add("opens", word); break; }
                break;
        }
    }
}
