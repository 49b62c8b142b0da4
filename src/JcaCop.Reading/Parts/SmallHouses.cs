using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>"la direction générale des communications électroniques", "el ministerio de comunicaciones": houses of the State that French and Spanish write in small letters.</summary>
internal static class SmallHouses
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("smallHouses").Where(static entry => entry.Code == "head").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    private static readonly WordSet ArticlesBefore = LexiconFile.Set("smallHouses", "article"), Joints = LexiconFile.Set("smallHouses", "joint");

    /// <summary>What heads such a name begins at the noun, an article or preposition stands before it, and what it is for behind it.</summary>
    public static bool Begins(MarkedText marked, int noun, int end)
    {
        var text = marked.Text;
        if (noun < 2 || !char.IsLower(text[noun])) return false;
        var word = noun - 1;
        if (text[word] is ' ' or '\n') word--;
        else if (text[word] is not ('\'' or '\u2019')) return false;
        else word--;
        var stop = word + 1;
        while (word >= 0 && char.IsLetter(text[word])) word--;
        if (!ArticlesBefore.Contains(text.AsSpan(word + 1, stop - word - 1))) return false;
        PhraseHit<string>? head = null;
        foreach (var hit in Index.FindAll(marked.Folded)) if (hit.Start == noun && hit.End <= end && (head is null || hit.Length > head.Value.Length)) head = hit;
        if (head is not { } found || found.End + 2 >= end || text[found.End] != ' ' && text[found.End] != '\n') return false;
        var next = found.End + 1;
        stop = next;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return Joints.Contains(text.AsSpan(next, stop - next));
    }

    /// <summary>The name begins with such a noun, however it is written.</summary>
    public static bool IsHead(string name) => Index.FindAll(name).Exists(static hit => hit.Start == 0);

    /// <summary>What "and" joins inside the name begins with the same preposition: "des médias et de la communication".</summary>
    public static bool Joins(MarkedText marked, int start, int end)
    {
        foreach (var and in marked.Within(Word.Conjunction, start, end))
        {
            var next = and.End;
            while (next < end && marked.Text[next] is ' ' or '\n') next++;
            var stop = next;
            while (stop < end && char.IsLetter(marked.Text[stop])) stop++;
            if (!Joints.Contains(marked.Text.AsSpan(next, stop - next))) return false;
        }
        return true;
    }
}
