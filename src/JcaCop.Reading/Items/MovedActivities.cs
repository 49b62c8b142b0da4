using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The conference is moved to 12–14 May": new days of an activity of which the writer has told before, and which only the register knows by name (docs/decisions/0149). Pure.</summary>
public static class MovedActivities
{
    /// <summary>Confidence where the activity, called by its title, is what moves; and where a person is asked: by a word of it, or with more about it, a deadline or a desk may be meant.</summary>
    private const double Named = 0.9, Supposed = 0.5;

    private const int MostRead = 20_000;

    /// <summary>Shorter words of a title are none by which somebody would call it.</summary>
    private const int ShortestWord = 4;

    private static readonly PhraseIndex<bool> Moved = new(LexiconFile.Words("movedActivities", "moved").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> Maybe = new(LexiconFile.Words("movedActivities", "maybe").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>Whether a mail of a person may tell so: nothing else was read in it, and it speaks of moving and names figures.</summary>
    public static bool MayTell(MailReading reading) => reading.Sort.Kind == MailKind.Human && reading.Items.Count == 0 && reading.Mail.Body.ReplyText is { Length: > 0 and <= MostRead } text
        && text.Any(char.IsDigit) && Moved.FindAll(text).Count > 0;

    /// <param name="titles">Of the activities of which the writer, or the writer's house, has told.</param>
    /// <returns>The reading with the activity and its new days; as it was, where it is not plain which one is meant, or on which days it is held.</returns>
    public static MailReading Read(MailReading reading, IReadOnlyList<string> titles)
    {
        if (titles.Count == 0 || !MayTell(reading)) return reading;
        var text = reading.Mail.Body.ReplyText;
        var near = reading.Mail.WrittenAt is { } written ? DateOnly.FromDateTime(written.Date) : (DateOnly?)null;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text, near);
        var items = new List<Item>();
        foreach (var (span, _) in context.Utterances)
        {
            if (Utterances.IsOpen(context, span) || Maybe.FindAll(context.Marked.Folded).Exists(hit => span.Contains(hit.Start))
                || Moved.FindAll(context.Marked.Folded).Find(hit => span.Contains(hit.Start)) is not { Length: > 0 } moved || Denials.Before(context, span.Start, moved.Start)) continue;
            var (told, plain) = MovedDays.In(context, span);
            if (told is not { } day || Meant(text, span, moved.Start, titles) is not (var title, var whole)) continue;
            // "… to 12–14 May in Brisbane": what else the sentence changes was not read.
            var rest = span.Start + day.End < span.End && text.AsSpan(span.Start + day.End, span.Length - day.End) is var behind && Speaks(behind);
            var sure = whole && plain && !rest && span.Start + day.Start > moved.Start && Moves(text, span, title, moved.Start);
            items.Add(new Activity(title)
            {
                Start = day.Value.First, End = day.Value is DateReading.Period period ? period.Stop : null,
                Confidence = sure ? Named : Supposed, Decision = sure ? Decision.Accept : Decision.Review,
                Evidence = [new Evidence("start", null, span.Start + day.Start, text.Substring(span.Start + day.Start, day.Length), Named)],
            });
        }
        if (items.Count == 0) return reading;
        var reasons = Attention.Reasons(context, items);
        return reading with { Items = items, NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>Which activity a sentence speaks of: the one whose title it holds, or the only one that shares the most of its words with the sentence.</summary>
    private static (string Title, bool Whole)? Meant(string text, TextSpan span, int verb, IReadOnlyList<string> titles)
    {
        var said = $" {SameName.Fold(text[span.Start..span.End])} ";
        if (titles.Where(title => said.Contains(SameName.Fold(title), StringComparison.Ordinal)).ToList() is { Count: > 0 } whole) return whole.OrderByDescending(static title => title.Length).First() is var longest
            && whole.TrueForAll(title => SameName.Fold(longest).Contains(SameName.Fold(title), StringComparison.Ordinal)) ? (longest, true) : null;
        var before = Words(text[span.Start..Math.Max(span.Start, verb)]).Concat(Words(text[verb..span.End])).ToHashSet(StringComparer.Ordinal);
        var shared = titles.Select(title => (Title: title, Count: Words(title).Count(before.Contains))).Where(static one => one.Count > 0).OrderByDescending(static one => one.Count).ToList();
        return shared.Count == 0 || shared.Count > 1 && shared[1].Count == shared[0].Count ? null : (shared[0].Title, false);
    }

    private static IEnumerable<string> Words(string text) =>
        SameName.Fold(text).Split([' ', ',', '.', ':', ';', '-', '–', '(', ')', '"', '«', '»', '“', '”', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word.Length >= ShortestWord && !char.IsDigit(word[0])).Distinct(StringComparer.Ordinal);

    /// <summary>"The X is moved": nothing but an article and an auxiliary stands beside the title. "Registration for the X" or "the desk of the X" is something else.</summary>
    private static bool Moves(string text, TextSpan span, string title, int verb)
    {
        var at = text.IndexOf(title, span.Start, span.Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var end = at + title.Length;
        var beside = at < verb ? text.AsSpan(Math.Min(end, verb), Math.Max(0, verb - end)) : text.AsSpan(verb, 0);
        return at < verb && Letters(text.AsSpan(span.Start, at - span.Start)) <= LongestArticle && Letters(beside) <= LongestAuxiliary;
    }

    /// <summary>"Our ", "Les ", "El ".</summary>
    private const int LongestArticle = 4;

    /// <summary>"has been ", "а была ".</summary>
    private const int LongestAuxiliary = 8;

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text) if (char.IsLetter(c)) letters++;
        return letters;
    }

    /// <summary>Letters that are more than the unit of a day: "2013 года", "举行".</summary>
    private static bool Speaks(ReadOnlySpan<char> behind) => Letters(behind) > LongestUnit;

    private const int LongestUnit = 4;
}
