using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

public enum OrganizationState
{
    /// <summary>Put forward by a member.</summary>
    Proposed,
    /// <summary>Written to.</summary>
    Invited,
    TakingPart,
    Declined,
    Withdrawn,
}

/// <summary>An organization as the register holds it.</summary>
/// <param name="Id">Below zero while it has no number yet.</param>
/// <param name="Name">As first written.</param>
/// <param name="OtherNames">Further names under which it is found, in the order in which they came.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where nobody told.</param>
/// <param name="ContactId">The person to write to.</param>
/// <param name="NominatedBy">Address of whoever put it forward.</param>
public sealed record OrganizationEntry(
    long Id, string Group, string Name, IReadOnlyList<string> OtherNames, string? Country, string? Website, string? Address,
    OrganizationState State, long? ContactId, string? NominatedBy) : RegisterEntry(Id, Group)
{
    /// <summary>The entry that stands for the organization since two were found to be one; null otherwise. A merged entry is found no longer.</summary>
    public long? MergedInto { get; init; }

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Organization;

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id), ContactId = number.Of(EntryKind.Person, ContactId), MergedInto = number.Of(EntryKind.Organization, MergedInto) };
}
