using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// "We can however report the following:" above entries that are activities by what they hold: no word of the lead-in need be known, as there are as many ways
/// to say it as hands. It only must not announce something else: people who come, papers, changes, comments, organizations.
/// </summary>
internal static class ActivityUnheaded
{
    private const int LongestEntry = 220;

    /// <summary>Such words before the colon announce other lists.</summary>
    private static readonly Matter[] Others =
    [
        Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Absent, Matter.AbsentSelf, Matter.Delegation, Matter.Meeting, Matter.Contribution, Matter.Paper, Matter.TitleWord,
        Matter.Comment, Matter.Objection, Matter.Remove, Matter.Change, Matter.RegistrationNoun, Matter.SeatNoun, Matter.CandidateNoun,
    ];

    /// <param name="lines">Of the text of <paramref name="context"/>.</param>
    /// <param name="at">Of the line that ends with a colon.</param>
    public static bool Below(ItemContext context, List<MarkedLine> lines, int at)
    {
        var style = lines[at + 1].Style;
        var (all, named, told) = (0, 0, 0);
        for (var i = at + 1; i < lines.Count && (lines[i].IsMarked || !lines[i].AfterBlank); i++)
        {
            if (!lines[i].IsMarked) continue;
            var entry = lines[i].Text;
            if (lines[i].Style != style || entry.Length > LongestEntry || entry.AsSpan().IndexOfAny("@?？؟") >= 0) return false;
            all++;
            if (!ActivityWords.Find(entry).Exists(static hit => ActivityWords.IsHeld(hit.Value))) continue;
            named++;
            if (ActivityEntry.Read(entry, null, context.Year, context.Language) is { Start: not null } || EndsWithCategory(entry)) told++;
        }
        return all > 1 && told > 0 && named * 3 >= all * 2 && Announces(context, lines[at]);
    }

    /// <summary>The last sentence before the entries speaks of nothing else.</summary>
    private static bool Announces(ItemContext context, MarkedLine line)
    {
        var span = TextSpan.FromBounds(line.Start, Math.Min(context.Text.Length, line.Start + line.Text.Length));
        var sentence = SentenceSplitter.Split(context.Text, span).LastOrDefault(span);
        if (Others.Any(other => context.Matters.First(other, sentence.Start, sentence.End) is not null) || Denials.Before(context, sentence.Start, sentence.End)) return false;
        return !ActivityWords.Find(sentence.In(context.Text)).Exists(static hit => hit.Value is ActivityWord.OtherSection or ActivityWord.Paper);
    }

    /// <summary>"(legal)" at the end of an entry.</summary>
    private static bool EndsWithCategory(string entry)
    {
        var bare = entry.TrimEnd(' ', '.', ';', ',', '。', '；', '،');
        return bare.Length > 3 && bare[^1] is ')' or '）' && bare.LastIndexOfAny(['(', '（']) is > 2 and var open && ActivitySections.IsCategory(bare[(open + 1)..^1]);
    }
}
