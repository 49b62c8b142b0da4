using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Sorting;

namespace JcaCop.Reading.Items;

/// <summary>Reads documents submitted to a meeting.</summary>
public static class ContributionReader
{
    public static IEnumerable<Item> Read(ItemContext context)
    {
        var words = context.Matters;
        if (!words.Has(Matter.Contribution) && !words.Has(Matter.Paper) || Liaisons.MayBe(context.Mail)) yield break;
        var files = Papers.Files(context);
        var plain = !words.Has(Matter.Contribution);
        var sentence = context.Utterances.Find(utterance => Submits(context, utterance.Span, plain) && !Utterances.IsOpen(context, utterance.Span)).Span;
        if (sentence.IsEmpty || files.Count == 0 && (plain || !words.Any(Matter.Send, sentence))) yield break;
        var titles = Papers.Titles(context, span => Submits(context, span, plain));
        if (titles.Count == 0 && Field(context) is { } field) titles.Add(field);
        if (titles.Count == 0 && Papers.Named(context, sentence) is { } named) titles.Add(named);
        if (titles.Count == 0 && (plain || files.Count == 0)) yield break;
        var source = Papers.Source(context, sentence, titles);
        if (titles.Count == 0)
        {
            yield return One(context, null, source, files, sentence, 0.6);
            yield break;
        }
        for (var i = 0; i < titles.Count; i++)
        {
            var own = titles.Count == 1 ? files : Own(context, titles, i, files);
            yield return One(context, titles[i], titles.Count == 1 ? source : SourceBehind(context, titles, i) ?? source, own, sentence, titles.Count == 1 || own.Count == 1 ? 0.88 : 0.65);
        }
    }

    /// <summary>Reads a mail that is known to answer our receipt of a contribution: what is attached is another text of it.</summary>
    /// <param name="earlier">As the receipt told it.</param>
    /// <returns>The reading as it was, where nothing is attached, or where the mail tells of something else by itself, as another title does.</returns>
    public static MailReading AsRevision(MailReading reading, Contribution earlier)
    {
        if (reading.Sort.Kind != MailKind.Human || reading.Items is not ([] or [Contribution]) || Liaisons.MayBe(reading.Mail)) return reading;
        var told = reading.Items is [Contribution one] ? one : null;
        if (told?.Title is { } title && !Alike(title, earlier.Title)) return reading;
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        var files = Papers.Files(context);
        if (files.Count == 0) return reading;
        var revision = new Contribution(earlier.Title, told?.Source ?? earlier.Source, told?.Meeting ?? earlier.Meeting, files)
        {
            Confidence = Answered, Decision = Decision.Accept, Evidence = told?.Evidence ?? [new Evidence("files", null, 0, files[0], Answered)],
        };
        var reasons = Attention.Reasons(context, [revision]);
        return reading with { Items = [revision], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>Reads a mail that answers our receipt of a contribution which waits for a person: what is attached comes in its place, and waits like it.</summary>
    /// <returns>Null where nothing is attached, or where the mail tells of something else by itself.</returns>
    public static MailReading? InItsPlace(MailReading reading, Contribution earlier)
    {
        if (AsRevision(reading, earlier) is not { Items: [Contribution anew] } read || ReferenceEquals(read, reading)) return null;
        return read with { Items = [anew with { Confidence = Math.Min(anew.Confidence, earlier.Confidence), Decision = earlier.Decision }] };
    }

    private static bool Alike(string one, string? other) =>
        other is not null && (one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase));

    private const int MostRead = 100_000;

    /// <summary>Confidence in what our own letter asked for.</summary>
    private const double Answered = 0.9;

    /// <summary>A word for a contribution; or a document that is sent to a meeting and is not the meeting's report.</summary>
    private static bool Submits(ItemContext context, TextSpan span, bool plain) =>
        context.Matters.Any(Matter.Contribution, span)
        || plain && context.Matters.Any(Matter.Paper, span) && context.Matters.Any(Matter.Meeting, span) && context.Matters.Any(Matter.Send, span) && !context.Matters.Any(Matter.Report, span);

    private static Contribution One(ItemContext context, Mention<string>? title, string? source, IReadOnlyList<string> files, TextSpan sentence, double confidence)
    {
        var sure = confidence >= 0.85 && files.Count > 0 && context.Answers.Meeting is not null && title is not null;
        var where = title is { } named ? new TextSpan(named.Start, named.Length) : sentence;
        return new Contribution(title?.Value, source, context.Answers.Meeting, files)
        {
            Confidence = sure ? confidence : confidence * 0.8,
            Decision = sure ? Decision.Accept : Decision.Review,
            Evidence = [new Evidence(title is null ? "files" : "title", context.Source, where.Start, where.In(context.Text), confidence)],
        };
    }

    /// <summary>Who submits one of several documents, where an organization is named between its title and the next.</summary>
    private static string? SourceBehind(ItemContext context, List<Mention<string>> titles, int at)
    {
        var until = at + 1 < titles.Count ? titles[at + 1].Start : context.Utterances.Find(utterance => utterance.Span.Contains(titles[at].Start)).Span.End;
        return until > titles[at].End && OrganizationNames.Find(context.Marked, titles[at].End, until) is [var house, ..] ? house.Value : null;
    }

    /// <summary>The files that belong to one of several titles: those named behind it, otherwise the one at its place.</summary>
    private static List<string> Own(ItemContext context, List<Mention<string>> titles, int at, List<string> files)
    {
        var until = at + 1 < titles.Count ? titles[at + 1].Start : context.Text.Length;
        var behind = context.Text.AsSpan(titles[at].End, until - titles[at].End);
        var named = new List<string>();
        foreach (var file in files) if (behind.Contains(file, StringComparison.OrdinalIgnoreCase)) named.Add(file);
        return named.Count > 0 ? named : files.Count == titles.Count ? [files[at]] : [];
    }

    private static Mention<string>? Field(ItemContext context)
    {
        foreach (var form in context.Layout.Forms)
            foreach (var field in form.Fields)
                if (field.Label == FieldLabel.Title && !field.Value.IsEmpty) return new Mention<string>(MailLayout.Unwrap(field.Value.In(context.Text)), field.Value.Start, field.Value.Length, 0.9);
        return null;
    }
}
