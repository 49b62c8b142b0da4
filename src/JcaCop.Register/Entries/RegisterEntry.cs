using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>What the entry is. The word is that of the tables, of the history and of <c>export</c>.</summary>
public enum EntryKind
{
    Organization, Person, Seat,
    Member, Call, Answer, Liaison, Activity, Meeting, Registration, Document, Mandate, Obligation, Absence, Question, Series,
}

/// <summary>One entry of the register. The family is closed.</summary>
/// <param name="Id">Below zero while it has no number yet.</param>
/// <param name="Group">Key of the coordination body whose register it stands in.</param>
public abstract record RegisterEntry(long Id, string Group)
{
    /// <summary>For each field the arrival of the mail that gave its present value: an older mail that comes later fills gaps and overwrites nothing newer.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Stamps { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Counts the changes; a change made on an older version is refused.</summary>
    public int Version { get; init; }

    [JsonIgnore]
    public abstract EntryKind Kind { get; }

    /// <summary>The entry with the numbers that it and the entries it points to have got.</summary>
    /// <param name="number">Gives the number of an entry; one that has a number keeps it.</param>
    internal abstract RegisterEntry Numbered(Numbering number);
}

/// <summary>Gives the number under which an entry lies in the database; one above zero is given back.</summary>
internal delegate long Numbering(EntryKind kind, long id);

internal static class Numberings
{
    public static long? Of(this Numbering number, EntryKind kind, long? id) => id is { } given ? number(kind, given) : null;
}
