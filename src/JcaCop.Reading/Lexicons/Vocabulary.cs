namespace JcaCop.Reading.Lexicons;

/// <summary>What a word or phrase does in official mail.</summary>
public enum Word
{
    Honorific, HonorificAfter, Organization, LegalForm, Post,
    RepresentativeRole, AlternateRole, FocalRole, ExpertRole,
    Street, Connector, Nil,
    Nominate, Designate, Withdraw, Register, Regret, Correct, Replace, ReplacedBy,
    /// <summary>"In her place": who is replaced was named before.</summary>
    InPlace,
    /// <summary>Stands between the one who goes and the one who comes: "replace A by B".</summary>
    By,
    /// <summary>Stands before a role that somebody is given: "as", "en calidad de".</summary>
    As,
    Negation, Condition, Past, Example, Conjunction, Avoid, Not,
}

/// <summary>A text with all known words and phrases marked in one pass.</summary>
public sealed class MarkedText
{
    private static readonly int Kinds = Enum.GetValues<Word>().Length;

    private static readonly PhraseIndex<Word> Index = new(LexiconFile.Phrases("words")
        .Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Word>(entry.Code, true))));

    private readonly List<PhraseHit<Word>>?[] marks = new List<PhraseHit<Word>>[Kinds];

    public MarkedText(string text) : this(text, Folding.Fold(text)) { }

    public MarkedText(string text, FoldedText folded)
    {
        Text = text;
        Folded = folded;
        foreach (var hit in Index.FindAll(folded)) (marks[(int)hit.Value] ??= []).Add(hit);
        foreach (var kind in marks) kind?.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
    }

    public string Text { get; }

    public FoldedText Folded { get; }

    /// <summary>All marks of a kind that lie wholly between the offsets, longest first where several begin at one place.</summary>
    public IEnumerable<PhraseHit<Word>> Within(Word kind, int start, int end)
    {
        if (marks[(int)kind] is not { } hits) yield break;
        for (var i = FirstFrom(hits, start); i < hits.Count && hits[i].Start < end; i++)
            if (hits[i].End <= end) yield return hits[i];
    }

    public bool Any(Word kind, int start, int end)
    {
        if (marks[(int)kind] is not { } hits) return false;
        for (var i = FirstFrom(hits, start); i < hits.Count && hits[i].Start < end; i++)
            if (hits[i].End <= end) return true;
        return false;
    }

    /// <summary>The longest mark of a kind that begins at the offset.</summary>
    public PhraseHit<Word>? At(Word kind, int offset)
    {
        if (marks[(int)kind] is not { } hits) return null;
        var i = FirstFrom(hits, offset);
        return i < hits.Count && hits[i].Start == offset ? hits[i] : null;
    }

    private static int FirstFrom(List<PhraseHit<Word>> hits, int start)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1; else high = middle;
        }
        return low;
    }
}
