using System.Collections;

namespace JcaCop.Post.Letters;

/// <summary>A list of a letter of which only the first rows are told: the letter says how many more there are.</summary>
internal interface IShortened
{
    /// <summary>Rows that are not told.</summary>
    int Hidden { get; }
}

/// <summary>Shortens a list that may be long.</summary>
public static class Shortened
{
    /// <param name="all">In the order in which they are told.</param>
    /// <param name="most">Rows that are told.</param>
    public static Shortened<T> Of<T>(IEnumerable<T> all, int most)
    {
        var rows = all.ToList();
        return rows.Count <= most ? new(rows, 0) : new(rows.GetRange(0, most), rows.Count - most);
    }

    /// <param name="rows">That are told.</param>
    /// <param name="hidden">How many more there are.</param>
    public static Shortened<T> With<T>(IReadOnlyList<T> rows, int hidden) => new(rows, hidden);
}

/// <summary>The first rows of a list that may be long.</summary>
public sealed class Shortened<T> : IReadOnlyList<T>, IShortened
{
    private readonly IReadOnlyList<T> rows;

    internal Shortened(IReadOnlyList<T> rows, int hidden) => (this.rows, Hidden) = (rows, hidden);

    /// <inheritdoc/>
    public int Hidden { get; }

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public T this[int index] => rows[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
