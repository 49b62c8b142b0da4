using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>The register in the hands of an order that is being worked out: what is known, and the changes made so far.</summary>
/// <param name="now">UTC.</param>
public sealed class DeskDraft(Known known, DateTimeOffset now)
{
    private readonly List<RegisterChange> changes = [];

    public Known Known => known;

    public DateTimeOffset Now => now;

    public IReadOnlyList<RegisterChange> Changes => changes;

    internal EntryDraft Entries => new(known, now, 0, changes);

    /// <summary>Puts the entry and notes what changed; nothing happens where no field did.</summary>
    /// <param name="before">Null for a new entry.</param>
    /// <param name="title">As lists and receipts name the entry.</param>
    public T Put<T>(T? before, T after, string title, params IReadOnlyList<FieldChange?> fields) where T : RegisterEntry =>
        Entries.Put(before, after, title, fields);
}
