using System.Text.Json.Serialization;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Entries;

/// <summary>
/// An entry that lies whole in its row, as JSON, beside the few columns by which it is found. A new kind needs no table of its own
/// (docs/decisions/0006): it says here by which names it is found, whether it still asks for something, and what must be unique.
/// </summary>
public abstract record FiledEntry(long Id, string Group) : RegisterEntry(Id, Group)
{
    /// <summary>Names, references and addresses by which mails mention it, as people write them.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string?> FoundBy { get; }

    /// <summary>No two entries of this kind and group may have the same, folded; null where nothing must be unique.</summary>
    [JsonIgnore]
    public virtual string? Unique => null;

    /// <summary>Still open, coming or in force: what the jobs and the judge look at. Entries that are over are kept and found by name alone.</summary>
    [JsonIgnore]
    public abstract bool Live { get; }

    /// <summary>When something is next due because of it, UTC; null where nothing is.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? DueAt => null;

    /// <summary>The entry's own word for how it stands: <c>Open</c>, <c>Closed</c> …; for lists.</summary>
    [JsonIgnore]
    public abstract string Standing { get; }
}

/// <summary>The key under which a filed entry is found: kind and folded name.</summary>
public static class FiledKey
{
    /// <returns>As long as its column holds: two names that differ beyond that have one key. Null where the name holds no letter or digit.</returns>
    public static string? Of(EntryKind kind, string? name) => NameKey.Of(name) is { Length: > 0 } key ? Texts.Cut($"{kind}:{key}", Texts.Key).TrimEnd() : null;
}
