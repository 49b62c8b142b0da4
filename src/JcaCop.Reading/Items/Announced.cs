using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"… the name of an NGO: it is Heron Child Online, 5 Cobbler Mews": behind the noun and the words that point to it capital words name an organization, though no noun heads them.</summary>
internal static class Announced
{
    private static readonly PhraseIndex<bool> ThisIs = new(LexiconFile.Words("grammar", "thisIs").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>So far before the words that point to it the noun stands.</summary>
    private const int Far = 90;

    /// <summary>An article at most stands before the name.</summary>
    private const int Article = 6;

    /// <summary>Puts the name among the pieces of its sentence, instead of what its first words were taken for.</summary>
    public static void Add(ItemContext context, List<Piece> here, Place place)
    {
        if (Find(context, place.Span.Start, place.Span.End) is not { } name) return;
        here.RemoveAll(piece => piece.Kind is PieceKind.Organization && (piece.End == name.Start || IsNoun(context, piece, name)));
        if (here.Exists(piece => piece.Kind is PieceKind.Organization && piece.Overlaps(name.Start, name.End))) return;
        here.RemoveAll(piece => piece.Kind is PieceKind.Text or PieceKind.Person && piece.Overlaps(name.Start, name.End));
        here.Add(new Piece(PieceKind.Organization, name.Value, name.Start, name.Length, name.Confidence, null, place));
    }

    /// <summary>名为灯塔少年的公益机构, جمعية تسمى "منارة": the noun beside the name, or both with the word between, is no second name.</summary>
    private static bool IsNoun(ItemContext context, Piece piece, Mention<string> name) =>
        Called.Find(context, piece.Place.Span.Start, piece.Place.Span.End)?.Start == name.Start
        && (piece.Start >= name.End && piece.Start - name.End <= 2 || piece.Overlaps(name.Start, name.End) || piece.End <= name.Start && name.Start - piece.End <= Article && !piece.Value.Contains(' ', StringComparison.Ordinal));

    /// <summary>The name between the offsets; null where none is announced there.</summary>
    public static Mention<string>? Find(ItemContext context, int start, int end)
    {
        if (!context.Marked.Any(Word.Organization, start, end)) return null;
        if (Called.Find(context, start, end) is { } called) return called;
        foreach (var hit in ThisIs.FindLongest(context.Marked.Folded))
            if (hit.Start > start && hit.End < end && context.Marked.Any(Word.Organization, Math.Max(start, hit.Start - Far), hit.Start)
                    && OrganizationNames.Headless(context.Marked, hit.End, end) is { } name && name.Start - hit.End <= Article && PersonNames.Find(context.Marked, hit.End, name.Start + 1).Count == 0)
                return name;
        return null;
    }
}
