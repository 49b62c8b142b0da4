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
    /// <summary>Words of Chinese that no name of an organization, person or post holds: they part it from what stands around it.</summary>
    Apart,
    /// <summary>Behind the name of whoever puts itself forward: "wishes to join".</summary>
    Join,
    /// <summary>Stands before an address: "located at", "con sede en".</summary>
    Located,
    /// <summary>Behind the name of somebody who keeps a seat: nothing changes.</summary>
    Remain,
    Negation, Condition, Past, Example, Conjunction, Avoid, Not,
}

/// <summary>A text with all known words and phrases marked in one pass.</summary>
public sealed class MarkedText
{
    private static readonly PhraseIndex<Word> Index = new(LexiconFile.Phrases("words")
        .Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Word>(entry.Code, true)))
        .Concat(Tagging.InAbsence.Phrases().Select(static phrase => KeyValuePair.Create(phrase, Word.AlternateRole))));

    private readonly KindMarks<Word> marks;

    public MarkedText(string text) : this(text, Folding.Fold(text)) { }

    public MarkedText(string text, FoldedText folded)
    {
        Text = text;
        Folded = folded;
        marks = new KindMarks<Word>(Index.FindAll(folded));
    }

    public string Text { get; }

    public FoldedText Folded { get; }

    /// <summary>All marks of a kind that lie wholly between the offsets, longest first where several begin at one place.</summary>
    internal KindMarks<Word>.Marks Within(Word kind, int start, int end) => marks.Within(kind, start, end);

    public bool Any(Word kind, int start, int end) => marks.Any(kind, start, end);

    /// <summary>The longest mark of a kind that begins at the offset.</summary>
    public PhraseHit<Word>? At(Word kind, int offset) => marks.At(kind, offset);
}
