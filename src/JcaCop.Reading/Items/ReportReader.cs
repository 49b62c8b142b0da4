using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads the report of a meeting that somebody sends for distribution.</summary>
public static class ReportReader
{
    public static IEnumerable<Item> Read(ItemContext context)
    {
        var words = context.Matters;
        var files = Papers.Files(context);
        if (files.Count == 0 || Liaisons.MayBe(context.Mail)) yield break;
        var subject = context.SubjectMatters;
        if (!words.Has(Matter.Report) && !subject.Has(Matter.Report)) yield break;
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span;
            if (!words.Any(Matter.Send, span) || Utterances.IsOpen(context, span)) continue;
            var named = Named(context, span);
            if (named is { } later && Follows(context, later.End, span.End)) continue;
            if (named is null && (!subject.Has(Matter.Report) || words.Has(Matter.Report))) continue;
            var title = Quotations.Find(context.Text, span.Start, span.End).Select(quoted => quoted.Value).FirstOrDefault() ?? (named is { } hit ? Phrase(context.Text, hit, span.End) : null);
            var meeting = (named is { } report ? Day(context, report.Start, span.End) : null) ?? Subject(context) ?? context.Answers.Meeting;
            var sure = meeting is not null && named is not null;
            yield return new Report(meeting, title, files)
            {
                Confidence = sure ? 0.85 : 0.6,
                Decision = sure ? Decision.Accept : Decision.Review,
                Evidence = [new Evidence("title", context.Source, (named?.Start ?? span.Start), named is { } proof ? context.Text.Substring(proof.Start, proof.Length) : span.In(context.Text), 0.85)],
            };
            yield break;
        }
    }

    /// <summary>"The report of our seminar will reach you later; …": what is promised is not sent.</summary>
    private static bool Follows(ItemContext context, int from, int end) => Later.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= from && hit.End <= end
        && !context.Text.AsSpan(from, hit.Start - from).ContainsAny(Breaks));

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(";,；，،؛");

    private static readonly PhraseIndex<bool> Later = new(LexiconFile.Words("reports", "later").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>Reads a mail that is known to answer our request for the report of a meeting: what is attached is that report.</summary>
    /// <returns>The reading as it was, where nothing is attached, or where the mail tells of something else by itself.</returns>
    public static MailReading AsAnswer(MailReading reading)
    {
        if (reading.Sort.Kind != MailKind.Human || reading.Items is not ([] or [Report]) || Liaisons.MayBe(reading.Mail)) return reading;
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        var files = Papers.Files(context);
        if (files.Count == 0) return reading;
        var report = (reading.Items is [Report told] ? told : new Report(null, null, files) { Evidence = [new Evidence("files", null, 0, files[0], Answered)] })
            with { Confidence = Answered, Decision = Decision.Accept };
        var reasons = Attention.Reasons(context, [report]);
        return reading with { Items = [report], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    private static readonly PhraseIndex<bool> Revised = new(LexiconFile.Words("reports", "revised").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>Whether subject or text call a report a new text of itself: the word for it stands beside that for a report ("the revised report", "report, Rev. 1"), and not beside another paper.</summary>
    public static bool SaysRevised(MailReading reading) => SaysRevised(reading.Mail.Subject) || SaysRevised(reading.Mail.Body.ReplyText);

    private static bool SaysRevised(string text)
    {
        var reports = Reports.FindAll(text);
        foreach (var revised in Revised.FindAll(text))
            foreach (var report in reports)
                if (report.Start >= revised.End ? report.Start - revised.End <= Beside : revised.Start >= report.End && revised.Start - report.End <= Beside) return true;
        return false;
    }

    /// <summary>"revised version of the draft report": longer ways apart are two things.</summary>
    private const int Beside = 24;

    /// <summary>Whether the name of a file calls it a report of a meeting: <c>Report_Rev1.docx</c>.</summary>
    public static bool IsReport(string file) => Reports.FindAll(file.Replace('_', ' ').Replace('-', ' ').Replace('.', ' ')).Count > 0;

    private static readonly PhraseIndex<bool> Reports = new(LexiconFile.Words("reports", "report").Select(static words => KeyValuePair.Create(words, true)));

    private const int MostRead = 100_000;

    /// <summary>Confidence in what our own letter asked for.</summary>
    private const double Answered = 0.9;

    /// <summary>Whoever sends a body's own meeting report for distribution counts as its officer (SCHEMA, rules of judgement).</summary>
    /// <returns>The body that the report names; null where no report is sent, or where a national organization sends it.</returns>
    internal static string? BodyOf(ItemContext context, IReadOnlyList<Item> items)
    {
        if (items.OfType<Report>().FirstOrDefault() is not { } report) return null;
        foreach (var text in (string?[])[report.Title, report.Evidence.Count > 0 ? report.Evidence[0].Text : null, context.Mail.Subject, string.Join(' ', report.Files), context.Text])
            if (text is not null && Bodies.Find(text) is [var body, ..] && body.Value is not ("ITU-T" or "ITU-R" or "ITU-D")) return body.Value;
        return null;
    }

    private static DateOnly? Day(ItemContext context, int start, int end)
    {
        foreach (var date in Dates.Find(context.Text[start..end], context.Year, context.Language)) if (date.Value.First is { } day) return day;
        return null;
    }

    private static DateOnly? Subject(ItemContext context)
    {
        foreach (var date in Dates.Find(context.Mail.Subject, context.Year, context.Language)) if (date.Value.First is { } day) return day;
        return null;
    }

    /// <summary>The words that name the report, to the end of their clause.</summary>
    private static string Phrase(string text, PhraseHit<Matter> report, int end)
    {
        end = Math.Min(Clauses.End(text, report.End, end), report.Start + Longest);
        foreach (var stop in Ends.FindLongest(text[report.End..end])) { end = report.End + stop.Start; break; }
        return MailLayout.Unwrap(text[report.Start..end]).Trim();
    }

    private const int Longest = 140;

    /// <summary>What is said of a report behind its name: "… is attached for distribution to the members".</summary>
    private static readonly PhraseIndex<bool> Ends = new(LexiconFile.Words("reports", "end").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly WordSet Counts = LexiconFile.Set("reports", "count");

    /// <summary>The words that name a report in the sentence; "ten minutes on the agenda" name none.</summary>
    private static PhraseHit<Matter>? Named(ItemContext context, TextSpan span)
    {
        foreach (var hit in context.Matters.Within(Matter.Report, span.Start, span.End))
            if (!IsCounted(context.Text, span.Start, hit.Start)) return hit;
        return null;
    }

    /// <summary>A number stands before the word: it tells a time.</summary>
    private static bool IsCounted(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        var word = end;
        while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] == '-')) word--;
        return word < end && (char.IsDigit(text[end - 1]) || Counts.Contains(text.AsSpan(word, end - word)));
    }
}
