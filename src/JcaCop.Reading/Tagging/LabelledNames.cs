using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>Capital words that begin with the word for an address or number, and name nobody.</summary>
internal static class LabelledNames
{
    /// <summary>"T. Roth": a letter with a point is an initial.</summary>
    private const int ShortestLabel = 3;

    private static readonly string[] Suffixes = [.. LexiconFile.Words("grammar", "arabicPossessive")];

    /// <summary>"Correo de Marcela: …": the word for an address begins no name.</summary>
    public static bool BeginsWithLabel(Piece name) =>
        IsSuffixed(name) || name.Value.IndexOf(' ', StringComparison.Ordinal) is >= ShortestLabel and var first && name.Place.Origin is not DraftOrigin.Table && IsDetail(name.Value.AsSpan(0, first));

    /// <summary>"هاتفه صار": the word for a telephone with "his" at its end.</summary>
    private static bool IsSuffixed(Piece name)
    {
        if (!Folding.IsArabic(name.Initial)) return false;
        var blank = name.Value.IndexOf(' ', StringComparison.Ordinal);
        var first = blank < 0 ? name.Value : name.Value[..blank];
        return Array.Exists(Suffixes, own => first.Length > own.Length + 2 && first.EndsWith(own, StringComparison.Ordinal) && IsDetail(first.AsSpan(0, first.Length - own.Length)));
    }

    private static bool IsDetail(ReadOnlySpan<char> word) => FieldLabels.Whole(word) is FieldLabel.Email or FieldLabel.Phone or FieldLabel.Fax or FieldLabel.Mobile or FieldLabel.Website;
}
