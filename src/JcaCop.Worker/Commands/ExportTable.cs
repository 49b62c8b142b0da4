using JcaCop.Register;
using System.Globalization;

namespace JcaCop.Worker.Commands;

/// <summary>One table of an export: its name, its columns, and a row for each entry.</summary>
/// <param name="Rows">Cells as what they are (numbers, days, instants, yes or no, lists of words), so that JSON has them typed and CSV as text.</param>
internal sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The rows as people read them.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Texts => [.. Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(Shown)])];

    /// <summary>How much is in them: <c>1 seat, 2 activities</c>.</summary>
    public static string Counts(IEnumerable<ExportTable> tables) => string.Join(", ", tables.Select(table => Counted.Of(table.Rows.Count,
        table.Name.EndsWith("ies", StringComparison.Ordinal) ? $"{table.Name[..^3]}y" : table.Name.EndsWith('s') ? table.Name[..^1] : table.Name, table.Name)));

    public string ToCsv() => string.Concat(Texts.Prepend(Columns).Select(Csv.Line));

    /// <summary>Objects with the columns as keys; empty cells are left out.</summary>
    public IEnumerable<Dictionary<string, object>> ToObjects() => Rows.Select(row =>
        Columns.Zip(row).Where(cell => !IsEmpty(cell.Second)).ToDictionary(cell => cell.First, cell => cell.Second is TimeOnly hour ? Shown(hour)! : cell.Second!));

    private static bool IsEmpty(object? cell) => cell is null or "" || cell is IReadOnlyCollection<string> { Count: 0 } or IReadOnlyCollection<long> { Count: 0 };

    private static string? Shown(object? cell) => cell switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateTimeOffset at => Text.Instant(at),
        DateOnly day => Text.Day(day),
        TimeOnly hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum value => Spelling.Of(value.ToString()),
        IEnumerable<string> words => string.Join("; ", words),
        IEnumerable<long> numbers => string.Join("; ", numbers.Select(Text.Number)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
