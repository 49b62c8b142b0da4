using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>A meeting that a text calls by its number.</summary>
/// <param name="Body">Code of the body that holds it; null where the words name none that is known.</param>
/// <param name="OfPaper">Only a document of it is spoken of: "the report of the sixth meeting".</param>
public sealed record MeetingNumber(int Number, string? Body, bool OfPaper);

/// <summary>Finds the meetings that a text calls by number, in six languages: "the seventh meeting", "7-е собрание", "réunion n° 7", "第七次会议", "الاجتماع السابع".</summary>
public static partial class MeetingNumbers
{
    private static readonly PhraseIndex<int> Ordinals = new(
        LexiconFile.Phrases("references/ordinals").Select(entry => KeyValuePair.Create(entry.Phrase, int.Parse(entry.Code, CultureInfo.InvariantCulture))));

    /// <summary>A number and where it stands.</summary>
    private readonly record struct Numeral(int Start, int End, int Value);

    /// <summary>"Seventh meeting of the Joint Coordination Activity on …": the body's name begins so close to the words.</summary>
    private const int FarthestBody = 12;

    /// <summary>How much of a text is looked at for the body, before and behind.</summary>
    private const int Window = 80;

    /// <summary>"Report of the 6th meeting": so close stands the word for the document.</summary>
    private const int FarthestPaper = 30;

    /// <summary>"of the ", "de la ": more words between number and meeting, beside a body, part them.</summary>
    private const int LongestJoint = 8;

    private static readonly SearchValues<char> Parting = SearchValues.Create(".!?;:\n。；：，،,");

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?;。；");

    /// <returns>In the order of the text; one for each time that a meeting is called so.</returns>
    public static IReadOnlyList<MeetingNumber> Find(string text)
    {
        var meetings = ReferenceWords.Index.FindAll(text).FindAll(word => word.Value == ReferenceWord.Meeting);
        if (meetings.Count == 0) return [];
        var numerals = Numerals(text);
        var found = new List<(int Start, MeetingNumber Meeting)>();
        foreach (var numeral in numerals)
            foreach (var word in meetings)
                if (Joined(text, numeral, word) is var (joined, body) && joined)
                {
                    var (from, to) = (Math.Min(numeral.Start, word.Start), Math.Max(numeral.End, word.End));
                    found.Add((from, new MeetingNumber(numeral.Value, body ?? Behind(text, to) ?? Before(text, from), IsOfPaper(text, from, to))));
                    break;
                }
        return [.. found.OrderBy(one => one.Start).Select(one => one.Meeting)];
    }

    private static List<Numeral> Numerals(string text)
    {
        var found = Ordinals.FindLongest(text).ConvertAll(hit => new Numeral(hit.Start, hit.End, hit.Value));
        foreach (var match in Figures().EnumerateMatches(text)) found.Add(Of(text, match.Index, match.Length));
        if (found.Count > 0 && Dates.Find(text) is { Count: > 0 } dates)
            // The 13th of April is no thirteenth meeting.
            found = found.FindAll(numeral => !dates.Any(date => date.Start < numeral.End && numeral.Start < date.End));
        foreach (var match in Numbers().EnumerateMatches(text)) found.Add(Of(text, match.Index, match.Length));
        return found;
    }

    private static Numeral Of(string text, int start, int length)
    {
        var value = 0;
        foreach (var c in text.AsSpan(start, length)) if (char.IsDigit(c)) value = value * 10 + (int)char.GetNumericValue(c);
        return new Numeral(start, start + length, value);
    }

    /// <summary>Ordinals stand before the word, in Arabic behind it; "No. 7" stands behind it. Between them stands nothing, or the body.</summary>
    private static (bool Joined, string? Body) Joined(string text, Numeral numeral, PhraseHit<ReferenceWord> word)
    {
        var behind = numeral.Start >= word.End;
        if (!behind && numeral.End > word.Start) return (false, null);
        if (behind && !Folding.IsArabic(text[numeral.Start]) && !Numbers().IsMatch(text.AsSpan(numeral.Start, numeral.End - numeral.Start))) return (false, null);
        if (!behind && Numbers().IsMatch(text.AsSpan(numeral.Start, numeral.End - numeral.Start))) return (false, null);
        var (from, to) = behind ? (word.End, numeral.Start) : (numeral.End, word.Start);
        if (to - from > Window) return (false, null);
        var between = text[from..to].Trim();
        if (between.Length == 0) return (true, null);
        if (between.AsSpan().ContainsAny(Parting)) return (false, null);
        return Bodies.Find(between) is [var body] && between.Length - body.Length <= LongestJoint ? (true, body.Value) : (false, null);
    }

    private static string? Behind(string text, int end)
    {
        var rest = text[end..Math.Min(text.Length, end + Window)];
        var stop = rest.AsSpan().IndexOfAny(Ends);
        return Bodies.Find(stop < 0 ? rest : rest[..stop]) is [var body, ..] && body.Start <= FarthestBody ? body.Value : null;
    }

    private static string? Before(string text, int start)
    {
        var head = text[Math.Max(0, start - Window)..start];
        return Bodies.Find(head) is [.., var body] && head.Length - body.End <= 4 ? body.Value : null;
    }

    private static bool IsOfPaper(string text, int from, int to)
    {
        var start = Math.Max(0, from - FarthestPaper);
        start += text.AsSpan(start, from - start).LastIndexOfAny(Ends) + 1;
        var span = TextSpan.FromBounds(start, Math.Min(text.Length, to + FarthestBody));
        return new Matters(Folding.Fold(text)).Any(Matter.Report, span);
    }

    /// <summary>"7th", "7e", "7ème", "7.ª", "7-е", "第7次".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.-])[0-9]{1,3}(?:st|nd|rd|th|re|er|e|è?me|ème|\.?[ªºa]|-?(?:е|ое|го|му|м|й|я|ю))(?![\p{L}\p{N}])|第\s?[0-9]{1,3}\s?[次届]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Figures();

    /// <summary>"No. 7", "n° 7", "№ 7", "núm. 7", "رقم 7".</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:no\.?|n[°º.]|№|n[uú]m\.?|number|num[eé]ro|n[uú]mero|رقم|#)\s?[0-9]{1,3}(?![\p{L}\p{N}/-]|[.,][0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
