using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds deadlines: in the field of a form, and in prose by the words around a date. A meeting's day, a vote's end or a history line is none.</summary>
public static class Deadlines
{
    private enum Word { Strong, Weak, Behind, Request, Vague }

    /// <summary>What a clause ends with.</summary>
    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(".;!?。；");

    private static readonly PhraseIndex<Word> Index = new(
        LexiconFile.Phrases("deadlines/deadlines").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Word>(entry.Code, ignoreCase: true))));

    /// <summary>Reads the deadline field of a form.</summary>
    public static DeadlineReading Parse(string field, DateOnly? near = null, string? language = null)
    {
        if (BodyLists.SaysNone(field)) return new DeadlineReading.None();
        var dates = Dates.Find(field, near, language);
        var clear = dates.Where(date => date.Value is not DateReading.Unclear).Select(date => date.Value.Last!.Value).Distinct().ToList();
        if (clear.Count == 1) return IsVague(field, dates) ? new DeadlineReading.Unclear(field, "about a date") : new DeadlineReading.Found(clear[0]);
        if (clear.Count > 1) return new DeadlineReading.Unclear(field, "several dates");
        return new DeadlineReading.Unclear(field, dates.Count > 0 && dates[0].Value is DateReading.Unclear unclear ? unclear.Why : "no date");
    }

    /// <summary>The first deadline that a text asks for; null where it asks for none.</summary>
    public static Mention<DeadlineReading>? Find(string text, DateOnly? near = null, string? language = null)
    {
        var folded = Folding.Fold(text);
        var words = Index.FindAll(folded);
        if (words.Count == 0) return null;
        Mention<DeadlineReading>? best = null;
        foreach (var date in Dates.Find(text, near, language))
        {
            var confidence = Strength(text, words, date);
            if (confidence < 0.5 || best is { } earlier && earlier.Confidence >= confidence) continue;
            var reading = date.Value.Last is { } day && !Approximate(text, words, date) ? (DeadlineReading)new DeadlineReading.Found(day)
                : new DeadlineReading.Unclear(text.Substring(date.Start, date.Length), date.Value is DateReading.Unclear unclear ? unclear.Why : "about a date");
            best = new Mention<DeadlineReading>(reading, date.Start, date.Length, confidence);
        }
        return best ?? VagueAfterStrong(text, words);
    }

    /// <summary>True where the words beside a date make it a deadline rather than the day of something.</summary>
    internal static bool IsDeadline(string text, Mention<DateReading> date)
    {
        var from = Math.Max(0, date.Start - 60);
        var to = Math.Min(text.Length, date.End + 16);
        var window = text[from..to];
        var inside = new Mention<DateReading>(date.Value, date.Start - from, date.Length, date.Confidence);
        return Strength(window, Index.FindAll(window), inside) >= 0.7;
    }

    private static double Strength(string text, List<PhraseHit<Word>> words, Mention<DateReading> date)
    {
        var best = 0.0;
        foreach (var word in words)
        {
            if (word.Value == Word.Behind && word.Start >= date.End && word.Start - date.End <= 3) best = Math.Max(best, 0.85);
            if (word.End > date.Start) continue;
            var gap = text.AsSpan(word.End, date.Start - word.End);
            if (gap.IndexOfAny(ClauseEnds) >= 0 && !Weekday(gap) || gap.IndexOf("\n\n") >= 0) continue;
            if (word.Value == Word.Strong && gap.Length <= 40) best = Math.Max(best, Folding.IsHan(text[word.Start]) && word.Length <= 2 ? 0.6 : 0.9);
            if (word.Value == Word.Weak && gap.Length <= 22 && !Folding.IsHan(text[word.Start])) best = Math.Max(best, RequestNear(text, words, word.Start) ? 0.75 : 0.4);
        }
        return best;
    }

    /// <summary>"by Fri. 7 June": the point of an abbreviated weekday ends no sentence.</summary>
    private static bool Weekday(ReadOnlySpan<char> gap) => gap.Length <= 8;

    private static bool RequestNear(string text, List<PhraseHit<Word>> words, int at)
    {
        foreach (var word in words)
            if (word.Value == Word.Request && Math.Abs(word.Start - at) <= 120)
            {
                var (from, to) = word.Start < at ? (word.End, at) : (at, word.Start);
                if (from <= to && text.AsSpan(from, to - from).IndexOfAny(ClauseEnds) < 0) return true;
            }
        return false;
    }

    /// <summary>"around", "mid": a word for vagueness directly before the date.</summary>
    private static bool Approximate(string text, List<PhraseHit<Word>> words, Mention<DateReading> date) =>
        words.Exists(word => word.Value == Word.Vague && word.End <= date.Start && date.Start - word.End <= 2 && text.AsSpan(word.End, date.Start - word.End).IndexOfAnyExcept(" -") < 0);

    private static bool IsVague(string field, IReadOnlyList<Mention<DateReading>> dates)
    {
        var words = Index.FindAll(field);
        return dates.Any(date => Approximate(field, words, date));
    }

    private static Mention<DeadlineReading>? VagueAfterStrong(string text, List<PhraseHit<Word>> words)
    {
        foreach (var strong in words)
        {
            if (strong.Value is not (Word.Strong or Word.Weak)) continue;
            foreach (var vague in words)
                if (vague.Value == Word.Vague && vague.Start >= strong.End && vague.Start - strong.End <= 8
                    && (strong.Value == Word.Strong && strong.Length > 3 || RequestNear(text, words, strong.Start)))
                    return new Mention<DeadlineReading>(new DeadlineReading.Unclear(text[strong.Start..Math.Min(text.Length, vague.End + 30)], "no date"), strong.Start, vague.End - strong.Start, 0.6);
        }
        return null;
    }
}
