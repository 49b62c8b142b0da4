using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>What stands where a person's affiliation stands and means nothing else: "Ida Holm (Harbour Mobile)", "Ole Brandt, Corporate Responsibility, …".</summary>
/// <remarks>SCHEMA: a function keeps an affiliation that stands in the same phrase.</remarks>
internal sealed class Unclaimed
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    private const int Longest = 60;

    private static readonly WordSet OfHouse = LexiconFile.Set("grammar", "ofHouse");

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private Unclaimed(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var unclaimed = new Unclaimed(context, told);
        for (var i = 0; i + 1 < told.Count; i++)
            if (told[i] is { Tag: Tag.None or Tag.Replaced, Piece.Kind: PieceKind.Person } && told[i + 1].Tag is not Tag.None
                    && told[i + 1].Piece.Place == told[i].Piece.Place && unclaimed.IsSecond(i))
                told[i + 1] = told[i + 1] with { Tag = Tag.None };
            else if (told[i].Piece.Kind == PieceKind.Person && told[i].Tag is Tag.Seated or Tag.Contact && !unclaimed.HasPost(i)) unclaimed.Claim(i, told[i].Tag == Tag.Seated ? Tag.SeatDetail : Tag.NominationDetail);
        return told;
    }

    private bool HasPost(int person)
    {
        for (var i = person + 1; i < told.Count && told[i].Piece.Place == told[person].Piece.Place && told[i].Piece.Kind != PieceKind.Person; i++)
            if (told[i].Piece.Kind is PieceKind.Function or PieceKind.Text && told[i].Tag is Tag.SeatDetail or Tag.NominationDetail) return true;
        for (var i = person - 1; i >= 0 && told[i].Piece.Place == told[person].Piece.Place; i--)
        {
            if (told[i] is { Piece.Kind: PieceKind.Function, Tag: Tag.SeatDetailAhead or Tag.NominationDetailAhead }) return true;
            if (told[i].Piece.Kind is PieceKind.Person) break;
        }
        return false;
    }

    private void Claim(int person, Tag detail)
    {
        var (name, next) = (told[person].Piece, told[person + 1].Piece);
        if (next.Place != name.Place
            || told[person + 1].Tag is not Tag.None && !IsSecond(person)
                && !(told[person + 1].Tag == Tag.Body && next.Kind == PieceKind.Organization
                && (IsBeside(person)
                    || context.Text.AsSpan(name.End, Math.Max(0, next.Start - name.End)).Trim() is not "," && StandsForGroup(person)))
            || next.Length > Longest || !CapitalWords.Are(next.Value)) return;
        var text = context.Text;
        var gap = text.AsSpan(name.End, Math.Max(0, next.Start - name.End)).Trim();
        var bracket = gap is "(";
        var from = OfHouse.Contains(gap.TrimStart(", "));
        if (!bracket && !from && gap is not ",") return;
        if (from && !StandsForGroup(person)) return;
        if (next.Kind is not (PieceKind.Text or PieceKind.Organization) && !(next is { Kind: PieceKind.Person, Confidence: <= Doubtful })) return;
        if (next.Kind is PieceKind.Organization && !StandsForGroup(person)) return;
        if (!bracket && !next.Value.Contains(' ', StringComparison.Ordinal) && !(next.Length is >= 3 and <= 8 && next.Value.All(char.IsUpper))) return; // a town
        if (context.Marked.At(Word.Honorific, next.Start) is { } title && title.End >= next.End
            || context.Marked.Any(Word.Street, next.Start, next.End) || Countries.Find(next.Value).Count > 0
            || CountryPlaces.Cities(next.Value, Folding.Fold(next.Value)).Any()) return;
        var end = next.End;
        if (bracket)
        {
            var close = text.AsSpan(end, Math.Min(Longest, text.Length - end)).IndexOf(')');
            if (close < 0 || close > 0 && text[end] is not (',' or ';') && !(told.Count > person + 2 && told[person + 2].Piece is { Kind: PieceKind.Country } country && country.End == end + close)) return;
            if (close == 0 || text[end] is not (',' or ';') || told.Count > person + 2 && told[person + 2].Piece.Kind == PieceKind.Country) end += close;
        }
        else if (person + 2 < told.Count && told[person + 2].Piece is { Kind: PieceKind.Country or PieceKind.Address } place && place.Place == next.Place && place.Start - next.End <= 3 || !Ends(end)) return;
        told[person + 1] = (next with { Value = MailLayout.Unwrap(text[next.Start..end]), Length = end - next.Start, Kind = PieceKind.Function }, detail, Unsaid);
    }

    /// <summary>"Ms Ida Holm, Corporate Responsibility, +41 …": words without a title directly behind a titled name, which the address does not spell, name nobody else.</summary>
    private bool IsSecond(int person)
    {
        var (name, next) = (told[person].Piece, told[person + 1].Piece);
        if (next is not { Kind: PieceKind.Person, Confidence: <= Doubtful }) return false;
        var bracket = context.Text.AsSpan(name.End, Math.Max(0, next.Start - name.End)).Trim() is "(";
        if (!bracket && (told[person + 1].Tag != told[person].Tag || name.Confidence <= Doubtful)) return false;
        for (var i = person + 2; i < told.Count && told[i].Piece.Place == next.Place && told[i].Piece.Kind != PieceKind.Person; i++)
            if (told[i].Piece.Kind == PieceKind.Email && AddressAgreement.Person(next.Value, told[i].Piece.Value)) return false;
        return bracket
            || person + 2 < told.Count
                && told[person + 2].Piece is { Kind: PieceKind.Phone or PieceKind.Mobile or PieceKind.Email or PieceKind.Label } detail
                && detail.Place == next.Place && detail.Start - next.End <= 3;
    }

    /// <summary>Names that nothing but their shape tells are no surer than that.</summary>
    private const double Doubtful = 0.8;

    /// <summary>The seat is that of a study group or the like, so that a house beside the name is where the person works.</summary>
    private bool StandsForGroup(int person)
    {
        if (told[person].Tag != Tag.Seated) return false;
        for (var i = person - 1; i >= 0; i--)
            if (told[i].Tag is Tag.BodyAhead) return told[i].Piece.Kind == PieceKind.Body;
        return context.Respondent?.Body is not null;
    }

    /// <summary>The group is told in the same sentence before the person.</summary>
    private bool IsBeside(int person)
    {
        for (var i = person - 1; i >= 0 && told[i].Piece.Place == told[person].Piece.Place; i--)
            if (told[i] is { Tag: Tag.BodyAhead, Piece.Kind: PieceKind.Body }) return true;
        return false;
    }

    private bool Ends(int at)
    {
        while (at < context.Text.Length && context.Text[at] == ' ') at++;
        return at >= context.Text.Length || context.Text[at] is ',' or ';' or '(' or ')' or '.' or '\n';
    }
}
