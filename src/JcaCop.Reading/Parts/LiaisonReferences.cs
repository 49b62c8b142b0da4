using System.Text.RegularExpressions;

namespace JcaCop.Reading.Parts;

/// <summary>Finds the numbers of liaison statements and of the documents that carry them, as written: SG17-LS45, COM 17 – LS 12 – E, S3-130422, SC 27 N12345.</summary>
public static partial class LiaisonReferences
{
    /// <summary>The first reference of a short passage.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="most">How many characters to look at, from there.</param>
    public static Mention<string>? First(string text, int from = 0, int most = 200)
    {
        var window = text.AsSpan(from, Math.Min(most, text.Length - from));
        (int Index, int Length)? best = null;
        Try(LiaisonNumber(), window);
        Try(PartnershipDocument(), window);
        Try(CommitteeDocument(), window);
        Try(TemporaryDocument(), window);
        return best is var (index, length) ? new Mention<string>(text.Substring(from + index, length), from + index, length, 0.9) : null;

        void Try(Regex form, ReadOnlySpan<char> inside)
        {
            foreach (var match in form.EnumerateMatches(inside))
            {
                var found = inside.Slice(match.Index, match.Length).TrimEnd("-–./ ");
                // "(SG17-LS012)": the brackets are the sentence's, those of "HF(13)-LS4" the number's own.
                var outside = found.IndexOf(')') < 0 ? found.Length - found.TrimStart('(').Length : 0;
                if (best is null || match.Index + outside < best.Value.Index) best = (match.Index + outside, found.Length - outside);
                return;
            }
        }
    }

    /// <summary>References of which nothing but a comma or "and" parts one from the next: "JCA-COP-LS1 and JCA-COP-LS2".</summary>
    /// <param name="most">How many characters to look at for the first.</param>
    public static IReadOnlyList<string> Row(string text, int from, int most)
    {
        var row = new List<string>();
        while (row.Count < LongestRow && First(text, from, most) is { } next && (row.Count == 0 || next.Start - from <= LongestJoint))
        {
            row.Add(next.Value);
            (from, most) = (next.End, LongestJoint + LongestReference);
        }
        return row;
    }

    /// <summary>" and ", ", и ": what stands between two references of one row. UTF-16 units.</summary>
    private const int LongestJoint = 6;

    private const int LongestReference = 60;

    private const int LongestRow = 20;

    /// <summary>True where a text can hold a liaison statement's number at all; costs next to nothing.</summary>
    public static bool MayOccur(string text) => text.Contains("LS", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\d-[\p{IsCJKUnifiedIdeographs}]])(?:(?:COM|SG|CE|ИК|WP|JCA)\s{1,2}\d{1,2}\s?|[\p{L}\d.()/-[\p{IsCJKUnifiedIdeographs}]]{1,15}(?:[-‑–_][\p{L}\d.()/-[\p{IsCJKUnifiedIdeographs}]]{1,15}){0,4})?\s?[-‑–/ ]?\s?(?<!\p{L})o?LS(?:/[oir])?[\s\-‑–/]{0,3}\d{1,4}(?:\s?[-‑–/]\s?\d{1,4}){0,2}(?:\s?[-‑–]\s?[EFASRC](?![\p{L}\d]))?(?:\s?(?:R\d|Rev\.?\s?\d|\(Rev\.?\s?\d\)|Corr\.?\s?\d|Add\.?\s?\d)(?!\d))?")]
    private static partial Regex LiaisonNumber();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[SRC][1-6P]|RP|SP|CP|GP|TP)-\d{5,6}(?!\d)")]
    private static partial Regex PartnershipDocument();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:ISO/IEC\s{0,2})?(?:JTC\s?1/?\s{0,2})?SC\s?\d{1,2}(?:/WG\s?\d{1,2})?\s{1,2}N\s?\d{2,6}(?!\d)")]
    private static partial Regex CommitteeDocument();

    [GeneratedRegex(@"(?<![\p{L}\d])\d[A-F]?/(?:TEMP/)?\d{1,4}(?:\(Rev\.?\s?\d\))?-[EFASRC](?![\p{L}\d])|(?<![\p{L}\d])\d[A-F]/TEMP/\d{1,4}(?!\d)")]
    private static partial Regex TemporaryDocument();
}
