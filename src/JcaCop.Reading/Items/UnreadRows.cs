using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Items;

/// <summary>A row of a table, or a line that begins an entry of a list, with an address that nothing read has, beside rows that were read: whoever reads the item alone would not miss it.</summary>
internal static class UnreadRows
{
    private const char Cell = '\t';

    /// <returns>The first such row, of the mail or of a file; null where there is none.</returns>
    public static string? Find(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Nomination or Representative or Registration)) return null;
        var known = items.SelectMany(static item => item.Evidence).ToList();
        foreach (var reading in context.Readings)
        {
            if (reading.Emails.Count < 2) continue;
            string? left = null;
            var (read, end) = (false, -1);
            foreach (var email in reading.Emails)
            {
                var start = email.Start == 0 ? 0 : reading.Text.LastIndexOf('\n', email.Start - 1) + 1;
                // an empty line ends the table
                if (end >= 0 && start > end && reading.Text.AsSpan(end, start - end).Count('\n') > 1) (left, read) = (null, false);
                end = reading.Text.IndexOf('\n', email.End) is >= 0 and var found ? found : reading.Text.Length;
                var row = reading.Text.AsSpan(start, end - start);
                if (row.Count(Cell) < 2 && ListMarker.Length(row.TrimStart()) == 0) continue;
                if (known.Exists(one => one.Source == reading.Source && one.Offset >= start && one.Offset < end)) read = true;
                else if (!IsDenied(reading, TextSpan.FromBounds(start, end))) left ??= row.ToString();
                if (read && left is not null) return left.Replace(Cell, ' ').Trim();
            }
        }
        return null;
    }

    /// <summary>"… declined", "… non retenue": of that row nothing was to be read.</summary>
    private static bool IsDenied(ItemContext reading, TextSpan row) =>
        Array.Exists(Denying, word => reading.Matters.Any(word, row)) || (Passage.Of(reading.Marked, row).Moods & (Moods.Negated | Moods.Past | Moods.Conditional)) != 0;

    private static readonly Matter[] Denying = [Matter.Denial, Matter.Negator, Matter.Remove, Matter.Absent, Matter.Uncertain];
}
