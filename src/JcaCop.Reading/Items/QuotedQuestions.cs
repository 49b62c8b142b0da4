using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Questions of an earlier mail that are answered between their quoted lines: "&gt; Who speaks for your Administration?" says what the words below it mean.</summary>
internal static class QuotedQuestions
{
    /// <summary>A line of quotation signs, with the question behind them.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(">|＞ \t\u00a0");

    /// <summary>More words than that are a letter, not a question.</summary>
    private const int Longest = 260;

    private static readonly (Word Word, SeatRole Role)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.RepresentativeRole, SeatRole.Representative)];

    private static readonly PhraseIndex<string> Asking =
        new(LexiconFile.Phrases("answered").Where(static entry => entry.Code is "speaks" or "contact").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>Each answer that stands below a quoted question, with the question.</summary>
    public static IEnumerable<(TextSpan Answer, string Question)> Answered(ItemContext context)
    {
        if (context.Source is not null) yield break;
        var passages = context.Mail.Body.Passages;
        for (var i = 0; i + 1 < passages.Count; i++)
            if (passages[i].Kind == PassageKind.Quote && passages[i + 1].Kind == PassageKind.New
                    && Question(context.Mail.Body.Text.AsSpan(passages[i].Start, passages[i].Length)) is { } question && question.AsSpan().ContainsAny(QuestionMarks))
                if (Read(context, passages[i + 1]) is { } answer) yield return (answer, question);
    }

    /// <summary>What of a passage lies in the text that is read: of a long mail that ends sooner; null where nothing does.</summary>
    private static TextSpan? Read(ItemContext context, BodyPassage passage) =>
        passage.Start >= context.Text.Length ? null : TextSpan.FromBounds(passage.Start, Math.Min(passage.Start + passage.Length, context.Text.Length));

    private static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?？؟");

    /// <summary>The answers that tell who has a seat: where each stands, and the role that its question asks for.</summary>
    public static List<(TextSpan Answer, SeatRole Role)> Of(ItemContext context)
    {
        var found = new List<(TextSpan, SeatRole)>();
        if (context.Source is not null) return found;
        var passages = context.Mail.Body.Passages;
        var ofHouse = false;
        for (var i = 0; i + 1 < passages.Count; i++)
            if (passages[i].Kind == PassageKind.Quote && passages[i + 1].Kind == PassageKind.New && Question(context.Mail.Body.Text.AsSpan(passages[i].Start, passages[i].Length)) is { } question)
            {
                var role = Asked(question);
                // "Which organization?", and then "Who is the contact?": the contact is the organization's
                ofHouse |= role is null && new MarkedText(question).Any(Word.Organization, 0, question.Length);
                if (role is { } seat && !(ofHouse && seat is SeatRole.FocalPoint) && Read(context, passages[i + 1]) is { } answer) found.Add((answer, seat));
            }
        return found;
    }

    /// <summary>The last lines of a quotation; null where they are a letter.</summary>
    private static string? Question(ReadOnlySpan<char> quoted)
    {
        var lines = new List<string>();
        foreach (var line in quoted.EnumerateLines())
        {
            var at = line.IndexOfAnyExcept(Signs);
            if (at < 0) { if (!line.IsWhiteSpace() || lines.Count > 0 && !line.IsEmpty) lines.Clear(); continue; }
            lines.Add(line[at..].TrimEnd().ToString());
        }
        var words = string.Join(' ', lines);
        return words.Length is 0 or > Longest ? null : words;
    }

    /// <summary>The role that a question asks for; null where it asks for something else, or for more than one.</summary>
    private static SeatRole? Asked(string words)
    {
        var marked = new MarkedText(words);
        if (marked.Any(Word.Remain, 0, words.Length)) return null; // "Is Ms Holm still your representative?"
        SeatRole? only = null;
        foreach (var (word, role) in Roles)
            if (marked.Any(word, 0, words.Length))
            {
                if (only is not null && !(role == SeatRole.Representative)) return null;
                only ??= role;
            }
        if (only is null && Asking.FindAll(words) is [var asks, ..]) only = asks.Value == "contact" ? SeatRole.FocalPoint : SeatRole.Representative;
        return marked.Any(Word.Nominate, 0, words.Length) && only is SeatRole.FocalPoint || marked.Any(Word.Withdraw, 0, words.Length) ? null : only;
    }
}
