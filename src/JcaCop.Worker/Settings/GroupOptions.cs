using System.ComponentModel.DataAnnotations;
using JcaCop.Register;

namespace JcaCop.Worker.Settings;

/// <summary>One coordination body, under its key in <c>Groups</c>: <c>Groups:jca-cop:Address</c>.</summary>
public sealed class GroupOptions : IValidatableObject
{
    /// <summary>As in letters: <c>JCA-COP</c>.</summary>
    [Required, MaxLength(60)]
    public string Name { get; set; } = "";

    /// <summary>As in letters, spelled out.</summary>
    [Required, MaxLength(200)]
    public string FullName { get; set; } = "";

    /// <summary>Address to which members write, and from which letters come.</summary>
    [Required, EmailAddress]
    public string Address { get; set; } = "";

    /// <summary>Address of the mailing list; null where there is none.</summary>
    [EmailAddress]
    public string? List { get; set; }

    /// <summary>Canonical code of the parent body: <c>ITU-T SG17</c>.</summary>
    public string? Parent { get; set; }

    /// <summary>IANA name of the zone in which deadlines end. Default Geneva's.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Zurich";

    /// <summary>Addresses that may decide and command, and that get the digest.</summary>
    public IList<string> Secretaries { get; } = [];

    [EmailAddress]
    public string? Chairman { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"this machine knows no time zone '{TimeZone}'", [nameof(TimeZone)]);
        for (var i = 0; i < Secretaries.Count; i++)
        {
            if (!new EmailAddressAttribute().IsValid(Secretaries[i]))
                yield return new ValidationResult($"'{Secretaries[i]}' is no e-mail address", [$"{nameof(Secretaries)}:{i}"]);
        }
    }

    public Group ToGroup(string key) =>
        new(key, Name, FullName, Address, List, Parent, TimeZoneInfo.FindSystemTimeZoneById(TimeZone), [.. Secretaries], Chairman);
}
