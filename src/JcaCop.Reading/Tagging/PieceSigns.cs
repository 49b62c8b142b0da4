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
    private static readonly (Word Kind, SignPart Name)[] Deeds =
        [.. new[] { Word.Nominate, Word.Designate, Word.Withdraw, Word.Replace, Word.ReplacedBy, Word.InPlace, Word.By, Word.Register, Word.Regret, Word.Correct, Word.Join, Word.Remain,
            Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.Not, Word.Negation }.Select(kind => (kind, (SignPart)kind.ToString()))];

    private static readonly (Word Kind, SignPart Name)[] Other =
        [.. new[] { Word.As, Word.Condition, Word.Past, Word.Example, Word.Avoid, Word.Nil, Word.Organization }.Select(kind => (kind, (SignPart)kind.ToString()))];

    private static readonly (Matter Kind, SignPart Name)[] Turns =
        [.. new[] { Matter.Leaves, Matter.Former, Matter.Old, Matter.NewMark, Matter.Becomes, Matter.Remove, Matter.Attend, Matter.Absent, Matter.Unchanged }.Select(kind => (kind, (SignPart)kind.ToString()))];

    private static readonly Word[] Marked = [.. Deeds.Concat(Other).Select(word => word.Kind)];

    private static readonly string[] Kinds = Enum.GetNames<PieceKind>();

    private readonly ItemContext context;
    private readonly List<Piece> pieces;
    private readonly PlaceSigns places;
    private readonly NeighbourSigns neighbours;

    /// <summary>The words of <see cref="Deeds"/> and <see cref="Other"/> in the place that was asked for last.</summary>
    private readonly PlaceMarks words;
    private readonly int organizations, persons;

    /// <summary>Whom the mail speaks for and who wrote it, folded; null where nobody is known.</summary>
    private readonly string? own, sender;

    public PieceSigns(ItemContext context, List<Piece> pieces)
    {
        (this.context, this.pieces) = (context, pieces);
        places = new PlaceSigns(context);
        neighbours = new NeighbourSigns(context, pieces);
        words = new PlaceMarks(context.Marked, Marked);
        own = context.Respondent?.Organization is { } house ? SameName.Fold(house) : null;
        sender = context.Mail.Sender?.Name is { } name ? SameName.Fold(name) : null;
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
        signs.Add(Key.Empty);
        signs.Add(Key.Sure, (int)(piece.Confidence * 5));
        signs.Add(Key.Organizations, Math.Min(Most, organizations));
        signs.Add(Key.Persons, Math.Min(Most, persons));
        places.Add(signs, piece.Place);
        Position(piece, signs);
        Words(piece, signs);
        Marks(piece, signs);
        Shape(piece, signs);
        neighbours.Of(at, signs);
        if (piece.Place.Claims is not { Count: > 0 } claims) return;
        foreach (var claim in claims)
        {
            if (!claim.Span.Contains(piece.Start)) continue;
            var says = claim.Comes ? "comes" : "away";
            signs.Add(Key.Clause, says);
            signs.Add(Key.Clause, says, claim.OfSelf ? "self" : claim.ByWay ? "way" : "-");
            signs.Add(Key.ClauseAt, says, piece.End <= claim.Word.Start ? "before" : "behind");
            if (piece.Kind is PieceKind.Person or PieceKind.Organization or PieceKind.Text) signs.Add(Key.ClauseNames, says, Names(claim, at));
        }
    }

    /// <summary>Whether the clause names other persons before the piece, or behind it.</summary>
    private string Names(AttendanceClaim claim, int at)
    {
        bool before = false, behind = false;
        for (var i = at - 1; i >= 0 && claim.Span.Contains(pieces[i].Start); i--) before |= pieces[i].Kind == PieceKind.Person;
        for (var i = at + 1; i < pieces.Count && claim.Span.Contains(pieces[i].Start); i++) behind |= pieces[i].Kind == PieceKind.Person;
        return before ? behind ? "between" : "last" : behind ? "first" : "only";
    }

    private void Claim(Piece piece, SignList signs)
    {
        foreach (var claim in piece.Place.Claims!)
        {
            if (claim.Word.Start != piece.Start) continue;
            signs.Add(Key.Verb, MatterNames[(int)claim.Word.Value]);
            signs.Add(Key.Says, claim.Comes ? "comes" : "away", claim.OfSelf ? "self" : claim.ByWay ? "way" : "-");
            foreach (var word in WordsOf(piece.Place).Between(piece.Start, piece.End)) signs.Add(Key.Says, word.Stem);
            signs.Add(Key.I, context.Matters.Any(Matter.I, claim.Span) ? 1 : 0);
            signs.Add(Key.Self, context.Matters.Any(Matter.Self, claim.Span) ? 1 : 0);
            signs.Add(Key.OurHouse, Oneself.IsOurHouse(context, claim.Start, claim.End) ? 1 : 0);
            var named = 0;
            foreach (var other in pieces) if (other.Kind is PieceKind.Person or PieceKind.Organization && claim.Span.Contains(other.Start)) named++;
            signs.Add(Key.Named, Math.Min(2, named));
        }
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
        signs.Add(Key.First, piece.Start - span.Start < 3 ? 1 : 0);
        signs.Add(Key.Whole, piece.Length * 10 >= span.Length * 8 ? 1 : 0);
        int before = piece.Start - 1, behind = piece.End;
        while (before >= span.Start && text[before] == ' ') before--;
        while (behind < span.End && text[behind] == ' ') behind++;
        ReadOnlySpan<char> signsBeside = [before < span.Start ? '^' : Class(text[before]), behind >= span.End ? '$' : Class(text[behind])];
        signs.Add(Key.Before, signsBeside[..1]);
        signs.Add(Key.Behind, signsBeside[1..]);
        signs.Add(Key.Beside, signsBeside);
        var open = 0;
        foreach (var c in text.AsSpan(span.Start, Math.Max(0, piece.Start - span.Start))) open += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
        signs.Add(Key.Brackets, Math.Clamp(open, 0, 1));
    }

    private static char Class(char c) => char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '9' : c;

    private TextWords WordsOf(Place place) => place.Words ??= new TextWords(context.Text, place.Span);

    private void Words(Piece piece, SignList signs)
    {
        var span = piece.Place.Span;
        var words = WordsOf(piece.Place);
        var before = words.LastBefore(piece.Start, Math.Max(span.Start, piece.Start - Beside), WordsBeside);
        for (var at = 0; at < before.Length; at++)
        {
            ref readonly var word = ref before[^(at + 1)];
            signs.Add(Before[at], word.Stem);
            signs.Add(Key.WordBefore, word.Stem);
        }
        var behind = words.Between(piece.End, Math.Min(span.End, piece.End + Beside));
        for (var at = 0; at < Math.Min(behind.Length, WordsBeside); at++)
        {
            signs.Add(Behind[at], behind[at].Stem);
            signs.Add(Key.WordBehind, behind[at].Stem);
        }
        if (piece.Place.Origin != DraftOrigin.Prose) return;
        var bag = words.LastBefore(piece.Start, Math.Max(span.Start, piece.Start - BagBefore));
        for (var at = 0; at < bag.Length; at++)
            if (!TextWords.Has(bag[..at], bag[at])) signs.Add(Key.Bag, bag[at].Stem);
    }

    private static readonly SignPart[] Before = ["word-1", "word-2", "word-3"];
    private static readonly SignPart[] Behind = ["word+1", "word+2", "word+3"];

    /// <summary>Which word of doing stands nearest on either side, and what the sentence holds before and behind.</summary>
    private void Marks(Piece piece, SignList signs)
    {
        var span = piece.Place.Span;
        SignPart before = "-", behind = "-";
        int left = int.MaxValue, right = int.MaxValue;
        var here = words.Of(piece.Place);
        for (var at = 0; at < here.Length;)
        {
            var (group, stands, follows) = (here[at].Group, false, false);
            for (; at < here.Length && here[at].Group == group; at++)
            {
                ref readonly var word = ref here[at];
                if (word.End <= piece.Start)
                {
                    stands = true;
                    if (group < Deeds.Length && piece.Start - word.End < left) (left, before) = (piece.Start - word.End, Deeds[group].Name);
                }
                else if (word.Start >= piece.End)
                {
                    follows = true;
                    if (group < Deeds.Length && word.Start - piece.End < right) (right, behind) = (word.Start - piece.End, Deeds[group].Name);
                }
            }
            ref readonly var name = ref (group < Deeds.Length ? ref Deeds[group].Name : ref Other[group - Deeds.Length].Name);
            if (stands) signs.Add(Key.BehindWord, name);
            if (follows) signs.Add(Key.BeforeWord, name);
            if (stands || follows) signs.Add(Key.WithWord, name);
        }
        foreach (ref readonly var turn in Turns.AsSpan())
        {
            if (!context.Matters.Has(turn.Kind)) continue;
            if (context.Matters.Last(turn.Kind, span.Start, piece.Start) is { } last) { signs.Add(Key.BehindMatter, turn.Name); if (piece.Start - last.End < left) (left, before) = (piece.Start - last.End, turn.Name); }
            if (context.Matters.First(turn.Kind, piece.End, span.End) is { } first) { signs.Add(Key.BeforeMatter, turn.Name); if (first.Start - piece.End < right) (right, behind) = (first.Start - piece.End, turn.Name); }
        }
        signs.Add(Key.Near, before);
        signs.Add(Key.Near, before, Distance(left));
        signs.Add(Key.Next, behind);
        signs.Add(Key.Next, behind, Distance(right));
        signs.Add(Key.Between, before, behind);
    }

    /// <summary>The names of enumerations, hashed once; their members count from 0.</summary>
    private static readonly SignPart[] MatterNames = [.. Enum.GetNames<Matter>().Select(static name => (SignPart)name)], PostHeads = [.. Enum.GetNames<PostHead>().Select(static name => (SignPart)name)];

    private static readonly SignPart[] Distances = ["-", "1", "3", "7", "15", "39", "89", "249", "far"];

    internal static ref readonly SignPart Distance(int length) =>
        ref Distances[length switch { int.MaxValue => 0, < 2 => 1, < 4 => 2, < 8 => 3, < 16 => 4, < 40 => 5, < 90 => 6, < 250 => 7, _ => 8 }];

    private void Shape(Piece piece, SignList signs)
    {
        var (mail, value) = (context.Mail, piece.Value);
        switch (piece.Kind)
        {
            case PieceKind.Email when mail.Sender is { } writer:
                signs.Add(string.Equals(value, writer.Email, StringComparison.OrdinalIgnoreCase) ? "ofSender" : AddressAgreement.SameHouse(value, writer.Email) ? "ofHouse" : "elsewhere");
                break;
            case PieceKind.Mode:
                signs.Add(Key.Mode, value);
                break;
            case PieceKind.Claim:
                Claim(piece, signs);
                break;
            case PieceKind.Body:
                signs.Add(Key.StudyGroup, value.StartsWith("ITU-T SG", StringComparison.Ordinal) ? 1 : 0);
                break;
            case PieceKind.Person or PieceKind.Organization or PieceKind.Text:
                var folded = SameName.Fold(value);
                if (own is not null && SameName.IsFolded(own, folded)) signs.Add(Key.Own);
                if (sender is not null && SameName.IsFolded(sender, folded)) signs.Add(Key.IsSender);
                if (mail.Body.Signature is { } signature && signature.Contains(value, StringComparison.OrdinalIgnoreCase)) signs.Add(Key.Signed);
                signs.Add(Key.Words, Math.Min(Most + 2, value.AsSpan().Count(' ') + 1));
                signs.Add(Key.Shape, (int)(NameShapes.Score(value) * Most));
                signs.Add(Key.Head, PostHeads[(int)Posts.Head(context.Marked, piece.Start, piece.End)]);
                if (WordsOf(piece.Place).Between(piece.Start, piece.End) is [var word, ..]) signs.Add(Key.Opens, word.Stem);
                break;
        }
    }

    /// <summary>The names of the signs, hashed once.</summary>
    private static class Key
    {
        public static readonly SignPart
            Empty = "", Sure = "sure", Organizations = "organizations", Persons = "persons", Clause = "clause", ClauseAt = "clauseAt",
            ClauseNames = "clauseNames", Verb = "verb", Says = "says", I = "I", Self = "self", OurHouse = "ourHouse", Named = "named", First = "first",
            Whole = "whole", Before = "before", Behind = "behind", Beside = "beside", Brackets = "brackets", WordBefore = "wordBefore",
            WordBehind = "wordBehind", Bag = "bag", BehindWord = "behindWord", BeforeWord = "beforeWord", WithWord = "withWord",
            BehindMatter = "behindMatter", BeforeMatter = "beforeMatter", Near = "near", Next = "next", Between = "between", Mode = "mode",
            StudyGroup = "studyGroup", Own = "own", IsSender = "isSender", Signed = "signed", Words = "words", Shape = "shape", Head = "head",
            Opens = "opens";
    }
}
