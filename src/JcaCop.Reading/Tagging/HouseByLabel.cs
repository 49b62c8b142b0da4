using System.Buffers;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>What a field or column of organizations holds is the name of one: the label says what no word of the name does, and a dash inside it parts nothing.</summary>
internal static class HouseByLabel
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    /// <summary>As sure as capital words without a title are of being a person's name; a title or a patronymic is surer.</summary>
    private const double Shapeless = 0.85;

    /// <param name="here">The pieces of the place, in order; a piece of the label may stand before them.</param>
    public static void Settle(ItemContext context, Place place, List<Piece> here)
    {
        if (place.Label != FieldLabel.Organization) return;
        if (here.Count == 0)
        {
            if (place.Origin == DraftOrigin.Table && IsName(place.Span.Of(context.Text))) here.Add(new Piece(PieceKind.Organization, MailLayout.Unwrap(place.Span.In(context.Text)), place.Span.Start, place.Span.Length, Unsaid, null, place));
            return;
        }
        if (IsBare(place, here)) here[^1] = here[^1] with { Kind = PieceKind.Organization, Confidence = Unsaid };
        else if (IsDashed(context, place, here) || IsBracketed(context, place, here) || EndsInLegalForm(context, place, here))
        {
            here.RemoveAll(piece => piece.Start >= place.Span.Start);
            here.Add(new Piece(PieceKind.Organization, MailLayout.Unwrap(place.Span.In(context.Text)), place.Span.Start, place.Span.Length, Unsaid, null, place));
        }
    }

    private const double Unsaid = 0.8;

    /// <summary>"Organization: Bright Harbour", and "Fundación Internauta Responsable" in its column, whose last word looks like a post.</summary>
    private static bool IsBare(Place place, List<Piece> here)
    {
        PieceKind? unknown = place.Origin switch { DraftOrigin.Form => PieceKind.Text, DraftOrigin.Table => PieceKind.Function, _ => null };
        var only = here[^1];
        return (only.Kind == unknown || place.Origin == DraftOrigin.Table && only.Kind == PieceKind.Text && IsName(only.Value)) && only.Length > 2 && only.Start == place.Span.Start && only.End == place.Span.End && here.TrueForAll(piece => piece == only || piece.Start < only.Start);
    }

    /// <summary>"Sahel Fibre SA", "Blue Harbour": words that begin with capitals, several of them, and nothing that is counted.</summary>
    private static bool IsName(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestName || words.ContainsAnyInRange('0', '9')) return false;
        var capitals = 0;
        foreach (var word in words.Split(' '))
            if (words[word] is { IsEmpty: false } told && char.IsUpper(told[0])) capitals++;
        return capitals > 1 && char.IsUpper(words[0]);
    }

    private const int LongestName = 90;

    /// <summary>"Kinderlicht - Association pour un Internet sain", "Asociación de Padres - ASPADI": two halves, one of them a name of an organization by its words, the other no more than words with capitals.</summary>
    private static bool IsDashed(ItemContext context, Place place, List<Piece> here)
    {
        var inside = here.FindAll(piece => piece.Start >= place.Span.Start);
        if (place.Origin is not (DraftOrigin.Form or DraftOrigin.Table) || inside is not [var first, var second] || first.Start != place.Span.Start || second.End != place.Span.End) return false;
        var between = context.Text.AsSpan(first.End, Math.Max(0, second.Start - first.End));
        if (between.Length < 3 || between[0] != ' ' || between[^1] != ' ' || between.Trim() is not [var dash] || !Dashes.Contains(dash)) return false;
        return first.Kind == PieceKind.Organization ? IsWords(context, second, mayBePerson: false) : second.Kind == PieceKind.Organization && IsWords(context, first, mayBePerson: true);
    }

    /// <summary>海鸥网络科技（上海）有限公司: a town in brackets inside a Chinese name that ends with the noun that heads it.</summary>
    private static bool IsBracketed(ItemContext context, Place place, List<Piece> here)
    {
        var (text, span) = (context.Text, place.Span);
        if (place.Origin is not (DraftOrigin.Form or DraftOrigin.Table) || span.Length > LongestHan || here[^1] is not { Kind: PieceKind.Organization } last || last.End != span.End || last.Start == span.Start) return false;
        var between = text.AsSpan(span.Start, last.Start - span.Start);
        foreach (var c in between) if (!Folding.IsHan(c) && c is not ('（' or '）' or '(' or ')' or '·')) return false;
        return between.IndexOfAny('（', '(') > 0 && between[^1] is '）' or ')' && here.TrueForAll(piece => piece.Kind is PieceKind.Text or PieceKind.Organization or PieceKind.Country or PieceKind.Address || piece.Start < span.Start);
    }

    private const int LongestHan = 40;

    /// <summary>"Operadora Costa Azul, S.R.L.": a comma before the legal form that ends the name parts nothing.</summary>
    private static bool EndsInLegalForm(ItemContext context, Place place, List<Piece> here)
    {
        var (text, span) = (context.Text, place.Span);
        if (place.Origin is not (DraftOrigin.Form or DraftOrigin.Table) || !char.IsUpper(text[span.Start]) || text.AsSpan(span.Start, span.Length).ContainsAnyInRange('0', '9')) return false;
        var end = text[span.End - 1] == '.' ? span.End - 1 : span.End;
        foreach (var form in context.Marked.Within(Word.LegalForm, span.Start + 3, span.End))
            if (form.End >= end && text[form.Start - 1] == ' ' && text[form.Start - 2] == ',' && text.AsSpan(span.Start, form.Start - 2 - span.Start).IndexOfAny(",;:(") < 0)
                return here.TrueForAll(piece => piece.Start < span.Start || piece.Kind is PieceKind.Text or PieceKind.Organization or PieceKind.Function or PieceKind.Country || piece is { Kind: PieceKind.Person, Confidence: < Shapeless });
        return false;
    }

    /// <param name="mayBePerson">Whether what looks like a person's name may be part of the house's: before the house's own words it is, behind them it may be the contact.</param>
    private static bool IsWords(ItemContext context, Piece half, bool mayBePerson) =>
        (half.Kind is PieceKind.Text or PieceKind.Organization || mayBePerson && half is { Kind: PieceKind.Person, Confidence: < Shapeless })
            && (char.IsUpper(half.Initial) || !char.IsLower(half.Initial) && char.IsLetter(half.Initial)) && !half.Value.Any(char.IsDigit)
            && Countries.Find(half.Value).Count == 0 && !CountryPlaces.Cities(half.Value, Folding.Fold(half.Value)).Any()
            && !context.Marked.Any(Word.Honorific, half.Start, half.End) && !context.Marked.Any(Word.Post, half.Start, half.End);
}
