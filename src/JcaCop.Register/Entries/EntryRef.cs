namespace JcaCop.Register.Entries;

/// <summary>Points to an entry of the register.</summary>
/// <param name="Id">Below zero while the entry has no number yet.</param>
public sealed record EntryRef(EntryKind Kind, long Id);
