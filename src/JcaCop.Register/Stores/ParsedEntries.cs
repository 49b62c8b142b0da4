using System.Collections.Concurrent;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

/// <summary>Filed entries by the text that they were read from: what lies in a row unchanged is read of its JSON once. An entry is never changed, so it may be given out again.</summary>
internal sealed class ParsedEntries
{
    /// <summary>Letters of text that are held, some 8 MB; then all is forgotten and begins anew.</summary>
    private const long Most = 4_000_000;

    private readonly ConcurrentDictionary<(EntryKind Kind, string Json), FiledEntry> parsed = new();
    private long held;

    public FiledEntry Read(EntryKind kind, string json)
    {
        if (parsed.TryGetValue((kind, json), out var known)) return known;
        if (Interlocked.Add(ref held, json.Length) > Most)
        {
            parsed.Clear();
            Interlocked.Exchange(ref held, json.Length);
        }
        return parsed[(kind, json)] = FiledRows.Read(kind, json);
    }
}
