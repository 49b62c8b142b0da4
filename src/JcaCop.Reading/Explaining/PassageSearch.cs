using System.Globalization;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Explaining;

/// <summary>Looks for the passage behind a value for which the reader kept none: the same words, the same day, country or body nearest to the item.</summary>
internal sealed class PassageSearch(ReceivedMail mail)
{
    private readonly DateOnly? written = mail.WrittenAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null;
    private readonly Dictionary<string, IReadOnlyList<Mention<DateReading>>> dates = new(StringComparer.Ordinal);

    /// <param name="source">Where the item's other values stand: null for the body, otherwise an attachment's name.</param>
    /// <param name="near">Offset in it near which the passage is looked for first.</param>
    public (ExplainedPassage Passage, string Why)? Find(string field, string value, string? source, int near)
    {
        foreach (var (name, text) in Texts(source))
            if (In(text, field, value, name == source ? near : 0) is var (span, why))
                return (new ExplainedPassage(name, span.Start, span.Length, span.In(text)), name is null && InSignature(span)
                    ? why + ", in the signature" : name == PassageSource.Subject ? why + ", in the subject" : why);
        return null;
    }

    /// <summary>The line around an offset: for values that follow from all its words.</summary>
    public ExplainedPassage? Line(string? source, int offset)
    {
        if (Texts(source).FirstOrDefault(entry => entry.Name == source) is not { Text: { Length: > 0 } text } || offset < 0 || offset >= text.Length) return null;
        var start = text.LastIndexOf('\n', offset) + 1;
        var end = text.IndexOf('\n', offset);
        var span = TextSpan.FromBounds(start, end < 0 ? text.Length : end).Trim(text);
        return span.IsEmpty ? null : new ExplainedPassage(source, span.Start, span.Length, span.In(text));
    }

    private IEnumerable<(string? Name, string Text)> Texts(string? first)
    {
        if (first is not null && mail.Attachments.FirstOrDefault(file => file.Name == first)?.Text is { } file1) yield return (first, file1);
        yield return (null, mail.Body.Text);
        yield return (PassageSource.Subject, mail.Subject);
        foreach (var file in mail.Attachments)
            if (file.Name != first && file.Text is { } text) yield return (file.Name, text);
    }

    private (TextSpan Span, string Why)? In(string text, string field, string value, int near)
    {
        if (text.Length == 0) return null;
        if (Nearest(Occurrences(text, value), near) is { } same) return (same, "the same words");
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Nearest(DatesIn(text).Where(date => date.Value.First == day || date.Value.Last == day)
                    .Select(static date => TextSpan.FromBounds(date.Start, date.End)), near) is { } dated
                ? (dated, "this day") : null;
        if (field.EndsWith("country", StringComparison.Ordinal))
            return Nearest(Countries.Find(text).Where(country => country.Value == value).Select(static country => TextSpan.FromBounds(country.Start, country.End)), near) is { } land ? (land, "this country") : null;
        return Nearest(Bodies.Find(text).Where(body => body.Value == value).Select(static body => TextSpan.FromBounds(body.Start, body.End)), near) is { } body1 ? (body1, "this body") : null;
    }

    private IReadOnlyList<Mention<DateReading>> DatesIn(string text)
    {
        if (!dates.TryGetValue(text, out var found)) dates[text] = found = Dates.Find(text, written);
        return found;
    }

    /// <summary>Whole words only: a country's code or a number is no part of another word.</summary>
    private static IEnumerable<TextSpan> Occurrences(string text, string value)
    {
        if (value.Length == 0 || value.Length <= 2 && value.All(char.IsAsciiLetter)) yield break;
        for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + value.Length, StringComparison.OrdinalIgnoreCase))
            if (!Joins(text, at - 1, value[0]) && !Joins(text, at + value.Length, value[^1])) yield return new TextSpan(at, value.Length);
    }

    private static bool Joins(string text, int at, char edge) =>
        at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(edge) && char.IsAsciiLetterOrDigit(text[at]);

    private static TextSpan? Nearest(IEnumerable<TextSpan> spans, int near)
    {
        TextSpan? best = null;
        foreach (var span in spans)
            if (best is null || Math.Abs(span.Start - near) < Math.Abs(best.Value.Start - near)) best = span;
        return best;
    }

    private bool InSignature(TextSpan span) => mail.Body.Passages.Any(passage => passage.Kind == PassageKind.Signature && span.Start >= passage.Start && span.Start < passage.Start + passage.Length);
}
