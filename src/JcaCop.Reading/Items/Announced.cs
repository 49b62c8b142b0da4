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
        if (Numbered(context, start, end) is { } numbered) return numbered;
        if (!context.Marked.Any(Word.Organization, start, end)) return null;
        if (Called.Find(context, start, end) is { } called) return called;
        foreach (var hit in ThisIs.FindLongest(context.Marked.Folded))
            if (hit.Start > start && hit.End < end && context.Marked.Any(Word.Organization, Math.Max(start, hit.Start - Far), hit.Start)
                    && OrganizationNames.Headless(context.Marked, hit.End, end) is { } name && name.Start - hit.End <= Article && PersonNames.Find(context.Marked, hit.End, name.Start + 1).Count == 0)
                return name;
        return null;
    }

    private static readonly PhraseIndex<bool> OneOfThem = new(LexiconFile.Words("grammar", "oneOfThem").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>"… on two bodies. The first is Heron Kids Online.": behind a sentence with a noun of organizations and none of roles, and the words for one of them. "Heron Home Wales, based in Cardiff, …" likewise.</summary>
    private static Mention<string>? Numbered(ItemContext context, int start, int end)
    {
        var from = Math.Max(0, start - Before);
        if (OneOfThem.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= start && hit.Start <= start + Joint))
            foreach (var hit in OneOfThem.FindLongest(context.Text.Substring(start, Math.Min(LongestLead, end - start))))
                if (hit.Start <= Joint && Told(context, from, start)) return Named(context, start + hit.End, end);
        return context.Marked.Any(Word.Located, start, Math.Min(end, start + LongestHouse)) && Told(context, from, start) && Named(context, start, end) is { } name
            && name.Start == start && name.End + 2 < end && context.Text[name.End] == ',' && context.Marked.At(Word.Located, name.End + 2) is not null ? name : null;
    }

    private static bool Told(ItemContext context, int from, int start) =>
        context.Marked.Any(Word.Organization, from, start) && !context.Matters.Any(Matter.SeatNoun, Layout.TextSpan.FromBounds(from, start));

    private static Mention<string>? Named(ItemContext context, int from, int end)
    {
        while (from < end && context.Text[from] is ' ' or '\n') from++;
        if (from >= end || PersonNames.Find(context.Marked, from, Math.Min(end, from + LongestHouse)).Exists(person => person.Start < from + Article)) return null;
        return OrganizationNames.Find(context.Marked, from, end) is [var found, ..] && found.Start - from <= Article && found.Confidence > Sure ? found
            : OrganizationNames.Headless(context.Marked, from, end) is { } name && name.Start - from <= Article ? name : null;
    }

    /// <summary>So far back the sentence stands that speaks of organizations.</summary>
    private const int Before = 600;

    private const int LongestLead = 60, LongestHouse = 80, Joint = 3;

    private const double Sure = 0.6;
}
