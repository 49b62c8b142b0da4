using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Parts a paragraph so that each part speaks of the activities of one sentence: what the next sentence tells of another one is no day or place of this one.</summary>
internal static class ActivityStory
{
    /// <summary>Sentences that may go on about an activity.</summary>
    private const int MostSequels = 2;

    /// <param name="names">Whether a sentence names an activity.</param>
    /// <param name="other">Whether a sentence tells of an activity in another way.</param>
    public static IEnumerable<TextSpan> Parts(ItemContext context, Paragraph paragraph, Func<TextSpan, bool> names, Func<TextSpan, bool> other)
    {
        var sentences = paragraph.Sentences;
        if (sentences.Count <= 1) return Numbered(context.Text, paragraph.Span);
        var named = sentences.Select(names).ToArray();
        if (Array.IndexOf(named, true) < 0) return sentences.Count <= MostSequels + 1 ? [paragraph.Span] : []; // a name that a full stop within it parts
        var parts = new List<TextSpan>();
        for (var i = 0; i < named.Length; i++)
        {
            if (!named[i]) continue;
            var (first, last) = (i, i);
            if (i > 0 && !named[i - 1] && (parts.Count == 0 || parts[^1].End <= sentences[i - 1].Start) && LeadsTo(context, sentences[i - 1], sentences[i]) && !other(sentences[i - 1])) first--;
            while (last + 1 < named.Length && last - i < MostSequels && !named[last + 1] && GoesOn(context, sentences[last + 1]) && !other(sentences[last + 1])) last++;
            parts.Add(TextSpan.FromBounds(sentences[first].Start, sentences[last].End));
        }
        return parts;
    }

    /// <summary>"…: 1) the forum …; 2) courses …": numbers in the running sentence part its activities as sentences would.</summary>
    private static IReadOnlyList<TextSpan> Numbered(string text, TextSpan span)
    {
        var starts = new List<int>();
        for (var at = span.Start; at + 2 < span.End; at++)
            if (text[at] == (char)('1' + starts.Count) && text[at + 1] is ')' or '）' && (at == span.Start || text[at - 1] is ' ' or '\n' or ';' or '；' or '(' or '：' or '，')) starts.Add(at);
        if (starts.Count < 2) return [span];
        var parts = new List<TextSpan>();
        for (var i = 0; i < starts.Count; i++)
            parts.Add(TextSpan.FromBounds(starts[i] + 2, i + 1 < starts.Count ? starts[i + 1] : span.End).Trim(text));
        return parts;
    }

    /// <summary>"The Foundation meets parents in March. The workshop is called …": the one before tells whose it is, and when, where the sentence itself has no day.</summary>
    private static bool LeadsTo(ItemContext context, TextSpan before, TextSpan sentence) =>
        !HasDay(context, sentence) && ActivityWords.Find(before.In(context.Text)).Exists(static hit => hit.Value == ActivityWord.OrganizerBehind) && ActivityWords.NamesAny(context, before);

    /// <summary>"It took place from …", "Dates: …", or an address on the web where nobody is to be written to.</summary>
    private static bool GoesOn(ItemContext context, TextSpan sentence)
    {
        var written = sentence.In(context.Text);
        if (written.Contains('@', StringComparison.Ordinal)) return false;
        if (ActivityWorks.GoesOn(written) || Websites.Find(written).Count > 0 || ActivityWords.Find(written).Exists(static hit => hit is { Value: ActivityWord.Organizer, Start: 0 })) return true;
        var colon = written.AsSpan(0, Math.Min(written.Length, LongestLabel)).IndexOfAny(':', '：');
        return colon > 0 && FieldLabels.Whole(written.AsSpan(0, colon)) is FieldLabel.Date or FieldLabel.Start or FieldLabel.End or FieldLabel.Place or FieldLabel.Website or FieldLabel.Organizer;
    }

    private const int LongestLabel = 30;

    private static bool HasDay(ItemContext context, TextSpan sentence) =>
        Dates.Find(sentence.In(context.Text), context.Year, context.Language).Any(static date => date.Value is DateReading.Day or DateReading.Period);
}
