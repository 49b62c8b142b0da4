using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The small words around the particulars of an activity, from <c>Lexicons/activities/small</c>.</summary>
internal static class ActivitySmallWords
{
    private static readonly ILookup<string, string> Words = LexiconFile.Phrases("activities/small").ToLookup(entry => entry.Code, entry => entry.Phrase);

    /// <summary>Stand before a date, and mean nothing without it.</summary>
    private static readonly string[] BeforeDate = [.. Words["BeforeDate"].Distinct().OrderByDescending(word => word.Length)];

    /// <summary>Stand before a place, with a blank on both sides.</summary>
    public static IReadOnlyList<string> PlacePrepositions { get; } = [.. Words["PlacePreposition"].Select(word => $" {word} ")];

    /// <summary>Begin a date behind the place: "à Conakry, du 4 au 8 février".</summary>
    public static IReadOnlyList<string> DateOpeners { get; } = [.. Words["DateOpener"].Select(word => $" {word}")];

    /// <summary>Lead to the town where something takes place.</summary>
    public static IReadOnlySet<string> BeforeTown { get; } = Words["BeforeTown"].ToHashSet(StringComparer.Ordinal);

    /// <summary>Lead to the town directly behind a date, with the blank.</summary>
    public static IReadOnlyList<string> TownBehindDate { get; } = [.. Words["TownBehindDate"]];

    /// <summary>What stands in Chinese between whoever holds something and the day: 将于, 拟于, 定于.</summary>
    public static System.Buffers.SearchValues<char> HanHolds { get; } = LexiconFile.Signs("activities/small", "HanHolds");

    private static readonly string[] That = [.. LexiconFile.Words("grammar", "clauseThat").Select(static word => $" {word} ")];

    /// <summary>"that": another clause, with a subject of its own, begins there.</summary>
    public static bool LeadsToClause(ReadOnlySpan<char> gap)
    {
        foreach (var that in That) if (gap.Contains(that, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"the Foundation informs you that Spain": the clause behind the last "that".</summary>
    public static string BehindThat(string words)
    {
        foreach (var that in That) if (words.LastIndexOf(that, StringComparison.OrdinalIgnoreCase) is > 0 and var at) words = words[(at + that.Length)..];
        return words;
    }

    private static readonly string[] Continuations = [.. Words["Continues"].SelectMany(word => new[] { word, char.ToUpperInvariant(word[0]) + word[1..] })];
    private static readonly string[] Articles = [.. Words["Article"]];

    /// <summary>Stand before a name that something is of: "of the ", "de la ".</summary>
    public static IReadOnlyList<string> Genitives { get; } = [.. Words["Genitive"].OrderByDescending(word => word.Length)];

    private static readonly string[] NoPlaces = [.. Words["NoPlace"]];
    private static readonly string[] Participles = [.. Words["Participle"]];
    private static readonly string[] By = [.. Words["By"]];
    private static readonly string[] Pointers = [.. Words["Pointer"]];
    private static readonly string[] Ours = [.. Words["Our"]];

    /// <summary>"Ley N.º 9048, sobre delitos": what a law is about, or its part, belongs to its title.</summary>
    public static bool Continues(ReadOnlySpan<char> behind)
    {
        foreach (var word in Continuations)
            if (behind.StartsWith(word, StringComparison.Ordinal) && (behind.Length == word.Length || !char.IsLetter(behind[word.Length]))) return true;
        return false;
    }

    /// <summary>The piece without the small words at its end; "" where it consists of one.</summary>
    public static string WithoutBeforeDate(string piece)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var word in BeforeDate)
            {
                if (piece.Equals(word, StringComparison.OrdinalIgnoreCase)) return "";
                if (piece.Length <= word.Length || piece[^(word.Length + 1)] != ' ' || !piece.EndsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
                piece = piece[..^(word.Length + 1)].TrimEnd(' ', ',');
                changed = true;
            }
        }
        return piece;
    }

    /// <summary>"which lasted", "at present": no place begins so.</summary>
    public static bool BeginsNoPlace(string piece)
    {
        foreach (var word in NoPlaces)
            if (piece.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (Folding.IsHan(word[0]) || piece.Length == word.Length || !char.IsLetter(piece[word.Length]))) return true;
        return false;
    }

    /// <summary>"impulsado por el Ministerio", "porté par …": whoever stands behind a participle and "by"; null where none does.</summary>
    public static string? BehindParticiple(string piece)
    {
        var gap = piece.IndexOf(' ', StringComparison.Ordinal);
        if (gap < 4 || !Participles.Any(ending => piece.AsSpan(0, gap).EndsWith(ending, StringComparison.Ordinal))) return null;
        foreach (var by in By)
            if (piece.AsSpan(gap + 1).StartsWith(by, StringComparison.Ordinal) && piece.Length > gap + by.Length + 3) return piece[(gap + 1 + by.Length)..].TrimStart();
        return null;
    }

    /// <summary>Whoever a piece that speaks of an organization names: what a capital or its noun begins, or what stands behind "by" where the piece tells what is done ("is given in Nantes by the …").</summary>
    /// <param name="before">What stands before "by"; "" where nothing does.</param>
    /// <returns>False where the organization is only spoken of: "amendments before Parliament".</returns>
    public static bool IsHouse(ref string piece, out string before)
    {
        before = "";
        if (!char.IsLower(piece[0])) return !Folding.IsArabic(piece[0]) || Heads(piece);
        foreach (var by in By)
        {
            var at = piece.IndexOf(" " + by, StringComparison.Ordinal);
            if (at <= 0) continue;
            var maker = WithoutArticle(piece[(at + 1 + by.Length)..].TrimStart());
            if (maker.Length < 4 || !char.IsUpper(maker[0])) continue;
            (before, piece) = (piece[..at], maker);
            return true;
        }
        foreach (var of in Genitives) if (piece.Length > of.Length && piece.StartsWith(of, StringComparison.OrdinalIgnoreCase) && char.IsUpper(piece[of.Length])) return true; // "of the Federation"
        return WithoutArticle(piece) is var bare && (char.IsUpper(bare[0]) || Heads(bare));
    }

    /// <summary>The noun of an organization stands at the head, or behind one word that a capital begins.</summary>
    private static bool Heads(string piece) => ActivityWords.Find(piece).Exists(static hit => hit.Value == ActivityWord.Organization && hit.Start <= LongestProclitic);

    /// <summary>و and ال before an Arabic noun.</summary>
    private const int LongestProclitic = 3;

    public static string WithoutArticle(string name)
    {
        foreach (var article in Articles)
            if (name.Length > article.Length + 2 && name.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return name[article.Length..].Trim();
        return name;
    }

    /// <summary>"the said Office": how many characters point back before the name; 0 where none do.</summary>
    public static int Pointing(string name)
    {
        foreach (var pointer in Pointers) if (name.StartsWith(pointer, StringComparison.OrdinalIgnoreCase)) return pointer.Length;
        return 0;
    }

    /// <summary>"our association", 本会: the writer's house without its name.</summary>
    public static bool IsOurs(string name)
    {
        foreach (var our in Ours)
            if (Folding.IsHan(our[0]) ? name == our : name.StartsWith(our, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
