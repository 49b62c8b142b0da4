using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Wanted here by: 16 May 2014" among the fields of a liaison statement, under a label that nobody knows: the day may be its deadline, and a person is asked.</summary>
internal static class UnreadDays
{
    /// <summary>In UTF-16 units.</summary>
    private const int LongestLabel = 45, LongestLine = 90;

    public static bool In(LiaisonForm form, DateOnly? near, string language)
    {
        if (form.Fields.Count == 0) return false;
        var (from, to) = (form.Fields.Min(static field => field.Start), form.Fields.Max(static field => field.Start));
        for (var line = from; line < to;)
        {
            var end = form.Text.IndexOf('\n', line);
            if (end < 0) end = form.Text.Length;
            if (end - line < LongestLine && IsUnread(form, line, end, near, language)) return true;
            line = end + 1;
        }
        return false;
    }

    private static bool IsUnread(LiaisonForm form, int line, int end, DateOnly? near, string language)
    {
        var written = form.Text.AsSpan(line, end - line);
        var colon = written.IndexOfAny(':', '：');
        if (colon is < 2 or > LongestLabel || form.Fields.Any(field => field.Start > line && field.Start <= end)) return false;
        return Dates.Find(written[(colon + 1)..].ToString(), near, language) is [{ Value: DateReading.Day } day] && day.Start <= 4;
    }
}
