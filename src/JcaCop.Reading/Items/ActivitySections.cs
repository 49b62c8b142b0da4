using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>An entry of the part of a mail that lists activities.</summary>
/// <param name="Start">In the text; of the entry without its marker.</param>
/// <param name="Text">On one line.</param>
internal sealed record ListedActivity(int Start, string Text, ActivityCategory? Category)
{
    /// <summary>What labelled lines below the entry tell of it.</summary>
    public Dictionary<Layout.FieldLabel, string> Fields { get; } = [];

    /// <summary>Whose the entries are by the lead-in above them; null where it names nobody.</summary>
    public string? Organizer { get; init; }

    /// <summary>Behind the last of them, in the text; behind the entry where there is none.</summary>
    public int End { get; set; } = Start + Text.Length;
}

/// <summary>Finds the entries of lists of activities: under a heading, a number of the circular's paragraph, or headings of categories.</summary>
/// <remarks>A line heads what is marked otherwise, stands deeper, or follows its colon; what it says of a category holds for all below it.</remarks>
internal sealed class ActivitySections
{
    private const int LongestHeading = 90;
    private const int LongestIntroduction = 320;

    private readonly List<ListedActivity> entries = [];
    private readonly ItemContext context;
    private readonly MarkedText marked;
    private readonly List<PhraseHit<ActivityWord>> words;
    private readonly List<MarkedLine> lines;
    private readonly bool topic;
    private bool inside;
    private bool entered;
    private MarkStyle style;
    private MarkStyle headStyle;
    private ActivityCategory? category;
    private string? organizer;

    private ActivitySections(ItemContext context, bool topic)
    {
        (this.context, marked, this.topic) = (context, context.Marked, topic);
        (lines, words) = (ActivityLines.Of(marked.Text), ActivityWords.Find(marked.Folded));
    }

    /// <param name="topic">The mail as a whole is about activities.</param>
    public static IReadOnlyList<ListedActivity> Find(ItemContext context, bool topic)
    {
        var reader = new ActivitySections(context, topic);
        for (var i = 0; i < reader.lines.Count; i++) reader.Take(i);
        return reader.entries;
    }

    private void Take(int at)
    {
        var line = lines[at];
        var next = at + 1 < lines.Count ? lines[at + 1] : null;
        if (entered && !line.IsMarked && !line.AfterBlank && ActivityLines.Particular(line.Text) is { } label)
        {
            entries[^1].Fields.TryAdd(label, line.Text[(line.Text.AsSpan().IndexOfAny(":：") + 1)..].Trim());
            entries[^1].End = line.Start + line.Text.Length;
            return;
        }
        if (Inline(line) || Heading(line, next) || Listed(at) || !inside || !line.IsMarked && line.Tabs > 1) return;
        if (entered && line.IsMarked && headStyle != MarkStyle.None && line.Style == headStyle && style != headStyle)
        {
            // "C. Others": the next heading says nothing of a category; without entries below it the part is over
            if (next is { IsMarked: true } && next.Style == style) Enter(line, null); else Leave();
            return;
        }
        if (line.IsMarked && (style == MarkStyle.None || line.Style == style || entered) || Unmarked(line))
        {
            if (!entered) style = line.Style;
            entered = true;
            entries.Add(new ListedActivity(line.Start, line.Text, category) { Organizer = organizer });
        }
        else if (line.AfterBlank && entered) Leave();
    }

    /// <summary>"2. Activities: annual forum on safer networks, York, 7 February 2013": the part and its only entry in one line.</summary>
    private bool Inline(MarkedLine line)
    {
        var colon = line.Text.AsSpan(0, Math.Min(line.Text.Length, LongestLabel)).IndexOfAny(':', '：');
        if (colon < 2 || line.Text.Length - colon < ShortestEntry || line.Text.Contains('@', StringComparison.Ordinal) || !MaySay(line)) return false;
        var head = line.Text[..colon];
        if (!ActivityWords.Find(head).Exists(static hit => hit.Value == ActivityWord.Section) || head.Split(' ').Length > MostHeadWords || ActivityWords.Find(head).Exists(static hit => hit.Value is ActivityWord.OtherSection or ActivityWord.Paper)) return false;
        var start = colon + 1;
        while (start < line.Text.Length && line.Text[start] == ' ') start++;
        var entry = line.Text[start..];
        if (entry.AsSpan().IndexOfAny(Parting) >= 0 || SentenceSplitter.Split(entry, TextSpan.FromBounds(0, entry.Length)).Count > 1
            || ActivityWords.Find(entry) is var hits && (!hits.Exists(static hit => ActivityWords.IsHeld(hit.Value)) || hits.Exists(static hit => hit.Value == ActivityWord.OrganizerBehind)) // who holds it makes it a sentence
            || ActivityEntry.Read(entry, null, context.Year, context.Language) is not { Start: not null }) return false;
        Leave();
        var at = marked.Text.IndexOf(entry, line.Start, StringComparison.Ordinal);
        entries.Add(new ListedActivity(at >= 0 ? at : line.Start, entry, null));
        return true;
    }

    /// <summary>Several entries in one line, a question, or a title in quotation marks, which running text tells apart.</summary>
    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(";；؛?？؟\"«»“”„《》「」");

    private const int LongestLabel = 60, ShortestEntry = 12, MostHeadWords = 6;

    /// <summary>"In 2013 there will be:" in a mail about activities, above entries most of which name an activity.</summary>
    private bool Listed(int at)
    {
        var line = lines[at];
        if (line.Text[^1] is not (':' or '：') || line.Text.Length > LongestIntroduction || at + 1 >= lines.Count || !lines[at + 1].IsMarked || inside && line.IsMarked) return false;
        if (!topic)
        {
            if (line.IsMarked || !ActivityUnheaded.Below(context, lines, at)) return false;
            Enter(line, null);
            return true;
        }
        var (all, named) = (0, 0);
        for (var i = at + 1; i < lines.Count && (lines[i].IsMarked || !lines[i].AfterBlank); i++)
        {
            if (!lines[i].IsMarked) continue;
            all++;
            if (!lines[i].Text.Contains('@', StringComparison.Ordinal) && ActivityWords.Find(lines[i].Text).Exists(hit => ActivityWords.IsHeld(hit.Value))) named++;
        }
        if (named * 2 <= all) return false;
        var quoted = Quotations.Find(line.Text, 0, line.Text.Length).FirstOrDefault();
        Enter(line, quoted.Length > 0 && IsCategory(quoted.Value) ? ActivityWords.Named(quoted.Value) : null);
        return true;
    }

    /// <summary>An entry without a marker: directly below the heading of a category, or one of several set in.</summary>
    private bool Unmarked(MarkedLine line)
    {
        if (line.IsMarked) return false;
        if (category is null) return topic && headStyle != MarkStyle.None && line.Indent > 0 && (!entered || style == MarkStyle.None);
        if (!entered) return line.Indent > 0 || Folding.IsHan(line.Text[0]) || line.Text.Length < 120;
        return line.Indent > 0 && line.AfterBlank || !line.AfterBlank && style == MarkStyle.None && !char.IsLower(line.Text[0]);
    }

    /// <summary>Headings open and end the part; a heading of a category names that of the entries below it.</summary>
    private bool Heading(MarkedLine line, MarkedLine? next)
    {
        var text = line.Text;
        if (text.Length > LongestIntroduction || !MaySay(line) || text.Contains('@', StringComparison.Ordinal)) return false;
        // what labelled lines describe is an entry
        if (line.IsMarked && next is { IsMarked: false } && ActivityLines.Particular(next.Text) is not null) return false;
        var hits = ActivityWords.Find(text);
        if (hits.Count == 0) return false;
        var colon = text[^1] is ':' or '：';
        var heads = colon || next is not null && Heads(line, next) && !(inside && next.IsMarked && next.Style == headStyle && line.Style != headStyle);
        if (text.Length <= LongestHeading && !IsQuoted(text) && Category(line, hits, heads) is { } named)
        {
            Enter(line, named);
            return true;
        }
        var section = hits.Exists(hit => hit.Value == ActivityWord.Section);
        var headed = colon
            || text.Length <= 60 && (text[^1] is not ('.' or '。' or ',') || line.IsMarked && heads)
                && (text.Any(char.IsDigit) || !text.Any(char.IsLower) || line.IsMarked && heads || text.Split(' ').Length <= (line.IsMarked ? 4 : 6));
        if (section && (headed || heads && topic && !line.IsMarked) && (!IsQuoted(text) || colon))
        {
            Enter(line, null);
            return true;
        }
        if (hits.Exists(hit => hit.Value == ActivityWord.OtherSection) && headed && (!inside || !line.IsMarked || heads) && text.Length <= 70 && !IsQuoted(text)) Leave();
        return false;
    }

    /// <summary>False where the line stands in the text as it is, and no word of activities in it: most lines need not be searched by themselves.</summary>
    private bool MaySay(MarkedLine line)
    {
        if (!marked.Text.AsSpan(line.Start).StartsWith(line.Text, StringComparison.Ordinal)) return true;
        var end = line.Start + line.Text.Length;
        foreach (var hit in words) if (hit.Start >= line.Start && hit.End <= end) return true;
        return false;
    }

    /// <summary>The next line is marked otherwise or stands deeper.</summary>
    private static bool Heads(MarkedLine line, MarkedLine next) =>
        next.IsMarked && (next.Style != line.Style || next.Indent > line.Indent) || line.IsMarked && !next.IsMarked && next.Indent > line.Indent;

    /// <summary>The category of a heading that consists of little else, or that heads a list in a mail about activities.</summary>
    private ActivityCategory? Category(MarkedLine line, List<PhraseHit<ActivityWord>> hits, bool heads)
    {
        if (OnlyCategory(line.Text, hits) is { } only && line.Text.Length <= 60) return only;
        if (!topic || !heads || line.Text[^1] is '.' or '。' || line.Text.Length > 60 || entered && line.Style == style && line.IsMarked) return null;
        return hits.Exists(hit => ActivityWords.IsCategory(hit.Value)) ? ActivityWords.Named(line.Text) : null;
    }

    private void Enter(MarkedLine heading, ActivityCategory? named)
    {
        // headings of categories below a lead-in leave whose it is as it was
        if (named is null || !inside) organizer = ActivityLeads.Organizer(context, heading);
        (inside, entered, category, style, headStyle) = (true, false, named, MarkStyle.None, heading.Style);
    }

    private void Leave()
    {
        (inside, category, entered) = (false, null, false);
    }

    private static bool IsQuoted(string line) => line.AsSpan().IndexOfAny("«“\"《") >= 0;

    /// <summary>Nothing but the word for a category.</summary>
    public static bool IsCategory(string words) => ActivityWords.Find(words) is { Count: > 0 } hits && OnlyCategory(words, hits) is not null;

    private static ActivityCategory? OnlyCategory(string line, List<PhraseHit<ActivityWord>> hits)
    {
        var covered = 0;
        var last = -1;
        foreach (var hit in hits.Where(hit => ActivityWords.IsCategory(hit.Value)).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length))
            if (hit.Start >= last) { covered += hit.Length; last = hit.End; }
        var letters = line.Count(c => char.IsLetter(c) || c == ' ');
        if (covered == 0) return null;
        var bare = line.Trim(' ', ':', '：', '【', '】', '[', ']', '(', ')', '.', '*', '-', '–');
        return covered * 10 >= bare.Length * 8
            || covered * 10 >= letters * 5 && line[^1] is ':' or '：' && bare.Split(' ').Length <= 4 && !line.Contains(',', StringComparison.Ordinal)
            || line[0] == '【' && line[^1] == '】'
            ? ActivityWords.Named(line) : null;
    }
}
