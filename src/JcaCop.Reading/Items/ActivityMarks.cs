using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The category that an entry of a list says beside its title: before it, in brackets, or as a part of its own.</summary>
internal static class ActivityMarks
{
    /// <summary>"(legal)", "(juridique)": words that name the field alone, and no law or event.</summary>
    private static readonly WordSet Fields = LexiconFile.Set("activities/small", "Field");

    /// <summary>What no category before a title holds.</summary>
    private static readonly System.Buffers.SearchValues<char> NoPrefix = System.Buffers.SearchValues.Create("\"«“„《(（0123456789");

    /// <summary>"(política pública) Estrategia …", "قانوني: …", "Правовые вопросы - …": the category stands before the title.</summary>
    public static string Prefixed(string entry, ref ActivityCategory? category)
    {
        entry = entry.Trim();
        if (entry.Length > 3 && entry[0] is '(' or '（' or '【' or '[' && entry.IndexOfAny([')', '）', '】', ']']) is > 1 and < 40 and var close)
        {
            if (ActivityWords.Named(entry[1..close]) is { } bracketed) { category = bracketed; return entry[(close + 1)..].Trim(' ', ':', '：', '-'); }
        }
        foreach (var separator in (string[])[":", "：", " - ", " – ", " — "])
        {
            var at = entry.IndexOf(separator, StringComparison.Ordinal);
            if (at is <= 1 or > 45) continue;
            var head = entry[..at];
            if (head.AsSpan().ContainsAny(NoPrefix)) continue;
            var hits = ActivityWords.Find(head);
            var covered = hits.Where(hit => ActivityWords.IsCategory(hit.Value)).Sum(hit => hit.Length);
            var letters = head.Count(char.IsLetter);
            if (covered == 0 || covered * 5 < letters * 2 || head.Split(' ').Length > 5) continue;
            if (ActivityWords.Named(head) is { } named) { category = named; return entry[(at + separator.Length)..].Trim(); }
        }
        return entry;
    }

    /// <summary>"(образование)": a bracket or part that names a category and nothing else.</summary>
    public static ActivityCategory? Only(string piece)
    {
        if (piece.Length is < 2 or > 40) return null;
        if (Fields.Contains(piece.Trim()) || NamesField(piece.Trim())) return ActivityWords.Named(piece);
        var hits = ActivityWords.Find(piece).Where(hit => ActivityWords.IsCategory(hit.Value)).ToList();
        // "(draft law)" and "(congress)" belong to the title
        return hits.Count > 0 && !hits.Exists(hit => hit.Value is ActivityWord.Legal or ActivityWord.Event)
                && Covered(hits) * 2 >= piece.Length && piece.Split(' ').Length <= 3
            ? ActivityWords.Named(piece) : null;
    }

    /// <summary>"(volet juridique)", "(правовое направление)", （法律领域）: a word for a field, and which.</summary>
    private static bool NamesField(string piece)
    {
        foreach (var hit in FieldNouns.FindAll(piece))
            if (hit.Start == 0 || hit.End == piece.Length)
                return (hit.Start == 0 ? piece[hit.End..] : piece[..hit.Start]).Trim() is { Length: > 1 } rest
                    && (Fields.Contains(rest) || Bare(rest) is var bare && Fields.Contains(bare) || ActivityWords.Find(rest) is { Count: > 0 } hits && hits.TrueForAll(static named => ActivityWords.IsCategory(named.Value)) && Covered(hits) >= rest.Length);
        return false;
    }

    /// <summary>The Arabic adjective without its article.</summary>
    private static string Bare(string word) => word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;

    private static readonly PhraseIndex<bool> FieldNouns = new(LexiconFile.Words("activities/small", "FieldNoun").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>"توعية وتعليم": two words for categories, of which none alone is half of the part.</summary>
    public static int Covered(List<PhraseHit<ActivityWord>> hits)
    {
        var (covered, free) = (0, 0);
        foreach (var hit in hits.OrderBy(static hit => hit.Start).ThenByDescending(static hit => hit.Length))
        {
            covered += Math.Max(0, hit.End - Math.Max(free, hit.Start));
            free = Math.Max(free, hit.End);
        }
        return covered;
    }
}
