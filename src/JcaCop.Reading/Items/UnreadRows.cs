using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>A row of a table with an address that nothing read has, beside rows that were read: whoever reads the item alone would not miss it.</summary>
internal static class UnreadRows
{
    private const char Cell = '\t';

    /// <returns>The first such row, of the mail or of a file; null where there is none.</returns>
    public static string? Find(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Nomination or Representative or Registration)) return null;
        var known = items.SelectMany(static item => item.Evidence).Where(static one => one.Field.EndsWith("email", StringComparison.Ordinal)).ToList();
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
                if (row.Count(Cell) < 2) continue;
                if (known.Exists(one => one.Source == reading.Source && one.Offset == email.Start || one.Text.Equals(email.Value, StringComparison.OrdinalIgnoreCase))) read = true;
                else left ??= row.ToString();
                if (read && left is not null) return left.Replace(Cell, ' ').Trim();
            }
        }
        return null;
    }
}
