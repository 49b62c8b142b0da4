using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads one statement of an answer to a receipt against the values that the receipt showed: which of them it puts right, and how it reads then.</summary>
/// <remarks>
/// The right text stands in quotation marks, or directly behind words that lead to it. What it is for is told by the wrong text beside it, by a noun ("the surname"), or by its likeness to one value alone.
/// Where two values fit, or anything of the statement is left over, it says nothing: a person is asked.
/// </remarks>
internal sealed class ShownSentence
{
    /// <summary>What a sentence puts right.</summary>
    /// <param name="Value">As shown.</param>
    /// <param name="Text">As it should read, whole.</param>
    /// <param name="Start">Where the right text stands.</param>
    internal readonly record struct Change(ShownValue Value, string Text, int Start);

    /// <summary>Signs between the words and the text that they lead to.</summary>
    private const int Joint = 4;

    private const int LongestRest = 70, LongestHanName = 4, LongestText = 160;

    private static readonly System.Buffers.SearchValues<char> Around = System.Buffers.SearchValues.Create(" \u00a0\n\t:：,،，\"“”«»„'‘’「」『』—–-.。;；!！()（）");

    private readonly ItemContext context;
    private readonly TextSpan span;
    private readonly IReadOnlyList<ShownValue> values;
    private readonly List<PhraseHit<ShownWord>> words;
    private readonly IReadOnlyCollection<ShownWord> labels;
    private readonly int? subject;

    /// <param name="values">All that the receipt showed.</param>
    /// <param name="pending">What the statement before said to be wrong.</param>
    /// <param name="subject">Which of those shown the statement speaks of; null where it does not say.</param>
    public ShownSentence(ItemContext context, TextSpan span, IReadOnlyList<ShownValue> values, IReadOnlyCollection<ShownWord> pending, int? subject)
    {
        (this.context, this.span, this.values, this.subject) = (context, span, values, subject);
        words = ShownWords.Find(context.Marked.Folded, span.Start, span.End);
        IReadOnlyCollection<ShownWord> own = [.. words.Where(static word => ShownWords.IsLabel(word.Value)).Select(static word => word.Value).Distinct()];
        labels = own.Count > 0 ? own : pending;
    }

    /// <summary>What the statement says to be wrong without saying how it should read; empty where it says neither.</summary>
    public IReadOnlyCollection<ShownWord> Complains => words.Exists(static word => word.Value is ShownWord.Slip or ShownWord.Changing) || IsBareLabel ? labels : [];

    /// <summary>"The surname:"</summary>
    private bool IsBareLabel => labels.Count > 0 && words.Count > 0 && ShownWords.IsLabel(words[0].Value) && Left(words[0].End).Length == 0;

    /// <returns>Null where the statement says nothing plain of the sort.</returns>
    public Change? Read()
    {
        if (words.Count == 0 && labels.Count == 0) return null;
        var old = Wrong();
        foreach (var (start, quoted, into) in Candidates(old)) if (Take(start, quoted, into, old) is { } change) return change;
        return null;
    }

    /// <summary>The text that the statement says to be wrong: a run of a value that was shown.</summary>
    private (ShownValue Value, (int Start, int End) Run, int Start, int End)? Wrong()
    {
        (ShownValue Value, (int Start, int End) Run, int Start, int End)? found = null;
        // « X » s’écrit « Y »: of two quotations the one that was shown
        if (Quotations.Find(context.Text, span.Start, span.End).ToList() is [var one, var two])
            foreach (var quoted in new[] { one, two })
                foreach (var value in values.DistinctBy(static shown => (shown.Field, shown.Text)))
                    if (value.Text is not null && value.Runs().FirstOrDefault(run => value.Text[run.Start..run.End] == quoted.Value) is { End: > 0 } run)
                    {
                        if (found is not null) return null;
                        found = (value, run, quoted.Start, quoted.End);
                    }
        if (found is not null) return found;
        foreach (var word in words)
        {
            if (word.Value is not (ShownWord.Wrong or ShownWord.Changing)) continue;
            var at = Skip(word.End);
            foreach (var value in values.DistinctBy(static shown => (shown.Field, shown.Text)))
            {
                if (value.Text is null || labels.Count > 0 && !Fields().Contains(value.Field)) continue;
                foreach (var run in value.Runs())
                {
                    if (!IsAt(at, value.Text[run.Start..run.End])) continue;
                    if (found is { } other && (other.Value != value || other.Start != at)) return null;
                    found = (value, run, at, at + run.End - run.Start);
                    break;
                }
            }
        }
        return found;
    }

    private bool IsAt(int at, string text) =>
        at + text.Length <= span.End && Folding.Plain(context.Text.Substring(at, text.Length)) == Folding.Plain(text)
            && (at + text.Length == span.End || Folding.IsHan(text[^1]) || !char.IsLetterOrDigit(context.Text[at + text.Length]));

    /// <summary>Where the right text may begin, the surest place first.</summary>
    private IEnumerable<(int Start, TextSpan? Quoted, bool Into)> Candidates((ShownValue Value, (int Start, int End) Run, int Start, int End)? old)
    {
        var quotes = Quotations.Find(context.Text, span.Start, span.End).Where(one => !(old is { } wrong && one.Start <= wrong.Start && wrong.Start < one.End)
            && !words.Exists(word => word.Value == ShownWord.Wrong && Skip(word.End) == one.Start)).ToList();
        if (quotes is [var quoted]) { yield return (quoted.Start, new TextSpan(quoted.Start, quoted.Length), false); yield break; }
        if (quotes.Count > 1) yield break;
        foreach (var word in words.AsEnumerable().Reverse()) if (word.Value == ShownWord.Right) yield return (Skip(word.End), null, false);
        foreach (var word in words) if (word.Value == ShownWord.Into && words.Exists(verb => verb.Value == ShownWord.Changing && verb.Start < word.Start)) yield return (Skip(word.End), null, true);
        if (old is not null) foreach (var word in words) if (word.Value == ShownWord.But && word.Start > old.Value.Start) yield return (Skip(word.End), null, false);
        if (labels.Count == 0 && old is null) yield break;
        var colon = context.Text.AsSpan(span.Start, span.Length).LastIndexOfAny(":：—–");
        if (colon > 0) yield return (Skip(span.Start + colon + 1), null, false);
        foreach (var word in words.AsEnumerable().Reverse()) if (word.Value == ShownWord.Is) yield return (Skip(word.End), null, false);
        if (old is { } wrongText && Before(wrongText) is { } before) yield return (before, null, false);
    }

    /// <summary>"X, not Y": as many words before "not" as the wrong text has.</summary>
    private int? Before((ShownValue Value, (int Start, int End) Run, int Start, int End) old)
    {
        var not = words.FindLast(word => word.Value == ShownWord.Wrong && word.End <= old.Start);
        var before = ShownValue.Words(context.Text[span.Start..not.Start]);
        var count = ShownValue.Words(old.Value.Text![old.Run.Start..old.Run.End]).Count;
        return before.Count >= count && count > 0 ? span.Start + before[^count].Start : null;
    }

    private Change? Take(int start, TextSpan? quoted, bool into, (ShownValue Value, (int Start, int End) Run, int Start, int End)? old)
    {
        var found = new List<Change>();
        foreach (var value in values)
        {
            if (old is { } wrong ? value != wrong.Value : labels.Count > 0 && !Fields().Contains(value.Field)) continue;
            if (subject is { } meant && value.Subject != meant) continue;
            if (Text(start, quoted, value.Field) is not { } text || into && quoted is null && Declines(text, value.Field)) continue;
            if (New(value, text, old) is { } fresh && fresh != value.Text && !found.Exists(one => one.Value.Field == value.Field && one.Value.Text == value.Text)) found.Add(new Change(value, fresh, start));
        }
        return found is [var only] ? only : null;
    }

    private string? New(ShownValue value, string text, (ShownValue Value, (int Start, int End) Run, int Start, int End)? old)
    {
        var named = labels.Count > 0;
        if (value.Field is ShownField.PersonName or ShownField.HouseName)
        {
            // whoever is called quite otherwise is somebody else
            if (value.CorrectedBy(text, named || words.Exists(static word => word.Value == ShownWord.Slip)) is { } alike) return alike;
            return old is { } wrong && new ShownValue(value.Subject, value.Field, value.Text![wrong.Run.Start..wrong.Run.End]).CorrectedBy(text, true) is { } part ? value.With(wrong.Run, part) : null;
        }
        if (value.Field is ShownField.Function)
            return (named || old is not null) && Posts.Phrase(new MarkedText(text), 0, text.Length) is { Start: 0 } post && post.Length == text.Length ? text : null;
        if (value.CorrectedBy(text, named) is { } address) return address;
        if (old is { } from) return from.Run.End - from.Run.Start == value.Text!.Length ? text : null;
        return named && text.Any(char.IsDigit) && IsPlace(text) && ShownValue.Words(text) is { Count: >= 3 } told && (value.Text is null || told.Count >= ShownValue.Words(value.Text).Count - 1) ? text : null;
    }

    /// <summary>An address begins with a figure, a capital or a word for a street, and denies nothing.</summary>
    private static bool IsPlace(string text) =>
        (char.IsDigit(text[0]) || char.IsUpper(text[0]) || Folding.IsArabic(text[0]) || Folding.IsHan(text[0]) || new MarkedText(text) is var marked && marked.At(Word.Street, 0) is not null)
            && !ShownWords.Find(Folding.Fold(text), 0, text.Length).Exists(static word => word.Value is ShownWord.Wrong or ShownWord.But or ShownWord.Slip);

    /// <summary>"исправьте фамилию на Соколову": the verb declines what stands behind it.</summary>
    private static bool Declines(string text, ShownField field) => field is not (ShownField.HouseAddress or ShownField.PersonAddress) && text.Any(static c => c is >= '\u0400' and <= '\u04ff');

    /// <summary>The right text from the place on, as far as a value of the sort reaches; null where more of the statement stands behind it.</summary>
    private string? Text(int start, TextSpan? quoted, ShownField field)
    {
        var end = quoted?.End ?? End(start, field);
        if (end <= start || end - start > LongestText || !Harmless(end)) return null;
        var text = MailLayout.Unwrap(context.Text[start..end]).TrimEnd(' ', '.', ',', ';', '，', '。', '،', '"', '”', '»').Trim();
        return text.Length < 2 || words.Exists(word => word.Value == ShownWord.Slip && word.Start >= start && word.End <= end) && quoted is null ? null : text;
    }

    private int End(int start, ShownField field)
    {
        var stop = span.End;
        foreach (var word in words) if (word.Value is ShownWord.Wrong or ShownWord.But && word.Start > start && word.Start < stop && Skip(word.End) is var at && values.Any(value => value.Text is not null && value.Runs().Any(run => IsAt(at, value.Text[run.Start..run.End])))) stop = word.Start;
        var clause = Math.Min(stop, Clauses.End(context.Text, start, span.End));
        switch (field)
        {
            case ShownField.HouseAddress or ShownField.PersonAddress: return Address(start, stop);
            case ShownField.PersonName or ShownField.HouseName when start < clause && char.IsUpper(context.Text[start]): return Capitals(start, clause, field is ShownField.HouseName);
            case ShownField.PersonName when start < clause && Folding.IsHan(context.Text[start]): return clause - start <= LongestHanName ? clause : start;
            case ShownField.PersonName or ShownField.HouseName: return start < clause && (Folding.IsArabic(context.Text[start]) || Folding.IsHan(context.Text[start])) ? clause : start;
            default: return clause;
        }
    }

    /// <summary>An address goes on behind commas as long as figures or names follow.</summary>
    private int Address(int start, int stop)
    {
        var end = Clauses.End(context.Text, start, stop);
        while (end < stop)
        {
            if (context.Text[end] == '.' && end + 1 < stop && end - start <= Abbreviation) { end = Clauses.End(context.Text, end + 1, stop); continue; } // ул. Портовая
            if (context.Text[end] is not (',' or '،' or '，')) break;
            var next = end + 1;
            while (next < stop && char.IsWhiteSpace(context.Text[next])) next++;
            if (next >= stop || char.IsLower(context.Text[next]) || words.Exists(word => word.Start == next) || context.Matters.Begins(Matter.Courtesy, next)) break;
            end = Clauses.End(context.Text, next, stop);
        }
        return end;
    }

    private const int Abbreviation = 5;

    /// <summary>Words with capitals, and small ones between them.</summary>
    private int Capitals(int start, int clause, bool house)
    {
        var end = start;
        for (var at = start; at < clause;)
        {
            var word = at;
            while (at < clause && !char.IsWhiteSpace(context.Text[at])) at++;
            if (char.IsUpper(context.Text[word])) end = at;
            else if (!house && at - word > LongestParticle || house && at - word > LongestArticle) break;
            while (at < clause && char.IsWhiteSpace(context.Text[at])) at++;
        }
        return end;
    }

    private const int LongestParticle = 3, LongestArticle = 4;

    /// <summary>What stands behind the right text: nothing, thanks, the wrong text, or how it is spelt.</summary>
    private bool Harmless(int end)
    {
        var rest = Left(end);
        if (rest.IsEmpty) return true;
        var at = Skip(end);
        if (span.End - at > LongestRest) return false;
        if (words.Exists(word => word.Start <= at + 1 && word.Start >= end && word.Value is ShownWord.Wrong or ShownWord.Spelling && word.End > at)) return context.Text.AsSpan(at, span.End - at).IndexOfAny(";；") < 0;
        return context.Matters.Within(Matter.Courtesy, at, span.End).Any() && !words.Exists(word => word.Start >= at && ShownWords.IsLabel(word.Value));
    }

    private ReadOnlySpan<char> Left(int from) => context.Text.AsSpan(from, Math.Max(0, span.End - from)).Trim(Signs);

    private const string Signs = " \u00a0\n\t:：,،，\"“”«».。;；!！)）";

    private int Skip(int at)
    {
        var end = Math.Min(span.End, at + Joint);
        while (at < end && Around.Contains(context.Text[at])) at++;
        return at;
    }

    private HashSet<ShownField> Fields()
    {
        var house = labels.Contains(ShownWord.House);
        var fields = new HashSet<ShownField>();
        foreach (var label in labels)
            switch (label)
            {
                case ShownWord.Address: fields.UnionWith([ShownField.HouseAddress, ShownField.PersonAddress]); break;
                case ShownWord.Function: fields.Add(ShownField.Function); break;
                case ShownWord.House: fields.Add(ShownField.HouseName); break;
                case ShownWord.Name when house: break;
                default: fields.Add(ShownField.PersonName); break;
            }
        // "the address of the organization", "le titre de l’association"
        if (house && fields.Count > 1) fields.Remove(ShownField.HouseName);
        return fields;
    }
}
