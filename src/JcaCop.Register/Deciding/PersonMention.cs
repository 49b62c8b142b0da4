using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A person as a mail tells of one.</summary>
/// <param name="OrganizationId">Where the mail places the person; null where it does not say.</param>
/// <param name="Meant">The person of the register, where that is settled; null where details must tell.</param>
internal sealed record PersonMention(Person Told, long? OrganizationId, PersonEntry? Meant = null)
{
    /// <summary>The e-mail address comes behind those on record, and takes the place of none.</summary>
    public bool Beside { get; init; }

    /// <summary>The name is told because the one on record is wrong: the same words in another order, or with other letters, are news.</summary>
    public bool Corrects { get; init; }

    /// <summary>Where whoever tells places the person; null where that says nothing: what a person of the secretariat enters.</summary>
    public House? House { get; init; }

    /// <summary>Stands for an organization that is not in the register yet.</summary>
    public const long NewOrganization = long.MinValue;
}
