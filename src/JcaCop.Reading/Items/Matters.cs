using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>The words of <c>Lexicons/matters</c> marked in a text, in one pass.</summary>
internal sealed class Matters
{
    private static readonly PhraseIndex<Matter> Index = new(
        new[] { "attendance", "meetings", "changes", "attention" }
            .SelectMany(part => LexiconFile.Phrases("matters/" + part))
            .Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Matter>(entry.Code))));

    private readonly KindMarks<Matter> marks;

    public Matters(FoldedText text) => marks = new KindMarks<Matter>(Index.FindAll(text));

    public Matters(MarkedText text) => marks = new KindMarks<Matter>(Index.FindAll(text.Folded).FindAll(hit => !IsStreet(text, hit)
        && !(hit.Value is Matter.AttendSelf or Matter.AbsentSelf or Matter.I && IsBehindFor(text.Text, hit.Start))));

    /// <summary>代表我会出席: behind "on behalf of" stands the writer's house, and not the writer who will come.</summary>
    public static bool IsBehindFor(string text, int at) => at > 1 && text[at] is '我' or '本' && text[at - 1] is '表' && text[at - 2] is '代';

    /// <summary>"ул. Новая", "calle Nueva": the name of a street changes nothing.</summary>
    private static bool IsStreet(MarkedText text, PhraseHit<Matter> word)
    {
        if (word.Value is not (Matter.Change or Matter.NewMark or Matter.Old) || word.Start < 3 || !char.IsUpper(text.Text[word.Start])) return false;
        foreach (var street in text.Within(Word.Street, Math.Max(0, word.Start - LongestStreet), word.Start))
            if (street.Length > 1 && word.Start - street.End is 1 or 2) return true;
        return false;
    }

    private const int LongestStreet = 14;

    public bool Has(Matter kind) => marks.Has(kind);

    public bool Any(Matter kind, TextSpan span) => marks.Any(kind, span.Start, span.End);

    public PhraseHit<Matter>? First(Matter kind, int start, int end)
    {
        foreach (var hit in Within(kind, start, end)) return hit;
        return null;
    }

    /// <summary>A word of this kind begins at the offset.</summary>
    public bool Begins(Matter kind, int at)
    {
        foreach (var hit in Within(kind, at, int.MaxValue)) return hit.Start == at;
        return false;
    }

    public PhraseHit<Matter>? Last(Matter kind, int start, int end)
    {
        PhraseHit<Matter>? last = null;
        foreach (var hit in Within(kind, start, end)) if (last is null || hit.End > last.Value.End) last = hit;
        return last;
    }

    /// <summary>All marks of a kind that lie wholly between the offsets, in order, longest first where several begin at one place.</summary>
    public KindMarks<Matter>.Marks Within(Matter kind, int start, int end) => marks.Within(kind, start, end);
}
