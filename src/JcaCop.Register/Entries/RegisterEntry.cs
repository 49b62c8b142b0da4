using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>What the entry is.</summary>
public enum EntryKind { Organization, Person, Seat }

/// <summary>One entry of the register. The family is closed.</summary>
/// <param name="Group">Key of the coordination body whose register it stands in.</param>
public abstract record RegisterEntry(long Id, string Group)
{
    /// <summary>For each field the arrival of the mail that gave its present value: an older mail that comes later fills gaps and overwrites nothing newer.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Stamps { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Counts the changes; a change made on an older version is refused.</summary>
    public int Version { get; init; }

    [JsonIgnore]
    public EntryKind Kind => this switch
    {
        OrganizationEntry => EntryKind.Organization,
        PersonEntry => EntryKind.Person,
        SeatEntry => EntryKind.Seat,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
