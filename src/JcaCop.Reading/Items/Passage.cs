using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What a passage does.</summary>
[Flags]
public enum Intents { None = 0, Nominate = 1, Designate = 2, Replace = 4, Withdraw = 8, Register = 16, Regret = 32, Correct = 64 }

/// <summary>What takes from a passage that it does what its words name.</summary>
[Flags]
public enum Moods { None = 0, Negated = 1, Conditional = 2, Question = 4, Past = 8, Example = 16 }

/// <summary>A sentence, list entry, form or table, and what it does.</summary>
public readonly record struct Passage(TextSpan Span, Intents Intents, Moods Moods)
{
    /// <summary>Nothing takes from it that it does this now.</summary>
    public bool Does(Intents intent) => (Intents & intent) != 0 && (Moods & (Moods.Negated | Moods.Question | Moods.Conditional | Moods.Example)) == 0;

    public static Passage Of(MarkedText marked, TextSpan span)
    {
        var intents = Intents.None;
        foreach (var (word, intent) in IntentWords) if (marked.Any(word, span.Start, span.End)) intents |= intent;
        var moods = Moods.None;
        foreach (var (word, mood) in MoodWords) if (marked.Any(word, span.Start, span.End)) moods |= mood;
        if ((moods & Moods.Conditional) != 0 && marked.Within(Word.Condition, span.Start, span.End).All(condition => IsOfAlternate(marked, condition))) moods &= ~Moods.Conditional;
        if (!span.IsEmpty && (span.Of(marked.Text)[^1] is '?' or '؟' or '？' || span.Of(marked.Text).IndexOfAny("¿؟？") >= 0)) moods |= Moods.Question;
        return new Passage(span, intents, moods);
    }

    /// <summary>"Should she be prevented, by Ida Holm": the case of absence gives a role, and leaves nothing open.</summary>
    private static bool IsOfAlternate(MarkedText marked, PhraseHit<Word> condition)
    {
        foreach (var role in marked.Within(Word.AlternateRole, Math.Max(0, condition.Start - LongestRole), Math.Min(marked.Text.Length, condition.End + LongestRole)))
            if (role.Start <= condition.Start && role.End >= condition.End) return true;
        return false;
    }

    private const int LongestRole = 40;

    private static readonly (Word, Intents)[] IntentWords =
    [
        (Word.Nominate, Intents.Nominate), (Word.Join, Intents.Nominate), (Word.Designate, Intents.Designate), (Word.Replace, Intents.Replace),
            (Word.ReplacedBy, Intents.Replace), (Word.InPlace, Intents.Replace), (Word.Withdraw, Intents.Withdraw),
        (Word.Register, Intents.Register), (Word.Regret, Intents.Regret), (Word.Correct, Intents.Correct),
    ];

    private static readonly (Word, Moods)[] MoodWords =
        [(Word.Negation, Moods.Negated), (Word.Condition, Moods.Conditional), (Word.Past, Moods.Past), (Word.Example, Moods.Example)];
}
