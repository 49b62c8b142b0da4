using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

internal sealed record FiledName(EntryKind Kind, long Id, string Key);

/// <summary>The statements that write and find filed entries.</summary>
internal static class FiledTable
{
    private static readonly RowValue<FiledEntry>[] Columns =
    [
        new("Standing", "text", e => e.Standing),
        new("Live", "bit", e => e.Live),
        new("DueAt", "instant", e => e.DueAt),
        new("UniqueKey", "text", e => NameKey.Of(e.Unique) is { Length: > 0 } key ? key : null),
        new("Json", "text", e => EntryJson.Write(e with { Version = e.Version + 1 })),
        new("Version", "number", e => (long)e.Version + 1),
    ];

    public static readonly RowStatement<FiledEntry> Insert = RowStatement<FiledEntry>.Insert("Filed",
        [new("Entry", "text", e => e.Kind.ToString()), new("Id", "number", e => e.Id), new("GroupKey", "text", e => e.Group), .. Columns]);

    /// <summary>Changes the row only as long as it is the version that was read.</summary>
    public static readonly RowStatement<FiledEntry> Update = RowStatement<FiledEntry>.Of(
        $"UPDATE Filed SET {string.Join(", ", Columns.Select(c => $"{c.Name} = @{c.Name}"))} WHERE Entry = @Entry AND Id = @Id AND Version = @Version - 1",
        [.. Columns, new("Entry", "text", e => e.Kind.ToString()), new("Id", "number", e => e.Id)]);

    public static readonly Statement DeleteNames = Statement.Of("DELETE FROM FiledName WHERE Entry = @entry AND Id IN @ids", "entry text, ids numbers");

    public static readonly RowStatement<FiledName> InsertName = RowStatement<FiledName>.Insert("FiledName",
        new("Entry", "text", n => n.Kind.ToString()),
        new("Id", "number", n => n.Id),
        new("FoldedKey", "text", n => n.Key));

    public static readonly Statement Live = Statement.Of(
        "SELECT Entry, Json FROM Filed WHERE GroupKey = @group AND Entry IN @kinds AND Live = 1 ORDER BY Entry, Id", "group text, kinds texts");

    public static readonly Statement Whole = Statement.Of(
        "SELECT Entry, Json FROM Filed WHERE GroupKey = @group AND Entry IN @kinds ORDER BY Entry, Id", "group text, kinds texts");

    /// <summary>By name first: CROSS JOIN is where SQLite keeps the order of the tables, and does not walk through the whole group.</summary>
    public static readonly Statement ByName = Statement.Of("""
        SELECT f.Entry, f.Json
          FROM FiledName n CROSS JOIN Filed f
         WHERE n.FoldedKey IN @keys AND f.Entry = n.Entry AND f.Id = n.Id AND f.GroupKey = @group
        """, "keys texts, group text");

    public static readonly Statement ById = Statement.Of("SELECT Entry, Json FROM Filed WHERE Entry = @entry AND Id IN @ids", "entry text, ids numbers");
}
