using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>What is known of a mail address of a person.</summary>
public enum Reachability { Unknown, Reached, Doubtful, Unreachable }

/// <param name="Email">As written.</param>
public sealed record PersonAddress(string Email, Reachability Reachability);

/// <summary>A person as the register holds it.</summary>
/// <param name="Id">Below zero while the person has no number yet.</param>
/// <param name="Name">Null for a post known by its address alone.</param>
/// <param name="Addresses">The one to write to first.</param>
public sealed record PersonEntry(
    long Id, string Group, string? Name, string? Function, long? OrganizationId, IReadOnlyList<PersonAddress> Addresses,
    string? Phone, string? Fax, string? Address) : RegisterEntry(Id, Group)
{
    /// <summary>The entry that stands for the person since two were found to be one; null otherwise. A merged entry is found no longer.</summary>
    public long? MergedInto { get; init; }

    public string? Email => Addresses is [var first, ..] ? first.Email : null;

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Person;

    internal override RegisterEntry Numbered(Numbering number) =>
        this with { Id = number(Kind, Id), OrganizationId = number.Of(EntryKind.Organization, OrganizationId),
        MergedInto = number.Of(EntryKind.Person, MergedInto) };
}
