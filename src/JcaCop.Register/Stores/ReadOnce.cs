using System.Collections.Concurrent;

namespace JcaCop.Register.Stores;

/// <summary>What was read of the register, until it changes: by this worker, by another, or by a verb.</summary>
/// <typeparam name="T">Something that nobody changes once it is read, whole in itself.</typeparam>
internal sealed class ReadOnce<T>(Database database)
{
    private readonly ConcurrentDictionary<string, (long Change, T Read)> kept = new(StringComparer.Ordinal);

    /// <param name="key">What is read. There are few different ones: the last reading of each is held.</param>
    public async Task<T> ReadAsync(Session session, string key, Func<Task<T>> read)
    {
        // Asked first: what is read may be newer than its number, which costs one more reading, but is never older.
        var change = await LastChange.AskAsync(session).ConfigureAwait(false);
        if (kept.TryGetValue(key, out var known) && known.Change == change) return known.Read;
        var fresh = await read().ConfigureAwait(false);
        // What a transaction wrote that is still open may be undone, and its numbers go to others.
        if (!database.IsInOne) kept[key] = (change, fresh);
        return fresh;
    }
}
