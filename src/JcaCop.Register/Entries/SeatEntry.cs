using JcaCop.Reading.Items;
using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>A person who stands for a body or an organization, from a day until another.</summary>
/// <param name="Id">Below zero while it has no number yet.</param>
/// <param name="Body">Canonical code of a body, or the organization's name as written.</param>
/// <param name="OrganizationId">Where the body is an organization of the register.</param>
/// <param name="From">Inclusive.</param>
/// <param name="Until">First day on which it no longer holds; null while it holds.</param>
/// <param name="EndedBy">Why it ended: the successor's name, or the withdrawal; null while it holds.</param>
/// <param name="NominatedBy">Address of whoever designated the person.</param>
public sealed record SeatEntry(
    long Id, string Group, string Body, SeatRole Role, long PersonId, long? OrganizationId, DateOnly From, DateOnly? Until,
    string? EndedBy, string? NominatedBy, DateTimeOffset? ConfirmedAt) : RegisterEntry(Id, Group)
{
    /// <summary>Whom the holder replaced, as the designation named them; null where it named nobody.</summary>
    public string? Replaced { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Seat;

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), PersonId = number(EntryKind.Person, PersonId), OrganizationId = number.Of(EntryKind.Organization, OrganizationId),
    };
}
