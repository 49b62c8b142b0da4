using System.ComponentModel.DataAnnotations;
using JcaCop.Worker.Mailbox;

namespace JcaCop.Worker.Settings;

/// <summary>Whom the service works for, where their mail lies, and where it keeps what it makes: the top of the settings.</summary>
public sealed class ServiceOptions : IValidatableObject
{
    /// <summary>
    /// Below it lie register, folder mailboxes and letters, where their own settings name no full path. Null: the directory
    /// that systemd hands over (<c>StateDirectory</c>), for a Windows service <c>%ProgramData%\JcaCop</c>, otherwise <c>jcacop-data</c>
    /// in the current directory.
    /// </summary>
    public string? DataDirectory { get; set; }

    /// <summary>By key: a short word that names the group in verbs, tables and folders.</summary>
    public IDictionary<string, GroupOptions> Groups { get; } = new SortedDictionary<string, GroupOptions>(StringComparer.Ordinal);

    /// <summary>The group that a verb means where none is named. Null: the only one; where there are several, a verb must name one.</summary>
    public string? PrimaryGroup { get; set; }

    /// <summary>Empty: each group has a folder mailbox <c>mail/KEY</c> below the data directory.</summary>
    public IList<MailboxOptions> Mailboxes { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Groups.Count == 0) yield return new ValidationResult("no group is set; a group needs Name, FullName and Address", [nameof(Groups)]);
        foreach (var key in Groups.Keys.Where(key => key.Length > 40 || !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
            yield return new ValidationResult("a group's key has small letters, digits and hyphens only, 40 at most", [$"{nameof(Groups)}:{key}"]);
        foreach (var (key, address, other) in Shared())
            yield return new ValidationResult($"{address} is the address of {other} too: whose mail comes to it cannot be told", [$"{nameof(Groups)}:{key}:{nameof(GroupOptions.Address)}"]);
        if (PrimaryGroup is { } primary && !Groups.ContainsKey(primary))
            yield return new ValidationResult($"no group '{primary}' is set; known are {string.Join(", ", Groups.Keys)}", [nameof(PrimaryGroup)]);
        for (var i = 0; i < Mailboxes.Count; i++)
        {
            if (Mailboxes[i].Group is { Length: > 0 } group && !Groups.ContainsKey(group))
                yield return new ValidationResult($"no group '{group}' is set; known are {string.Join(", ", Groups.Keys)}", [$"{nameof(Mailboxes)}:{i}:{nameof(MailboxOptions.Group)}"]);
            if (Mailboxes.Take(i).Any(other => other.Name == Mailboxes[i].Name))
                yield return new ValidationResult($"two mailboxes are named '{Mailboxes[i].Name}'", [$"{nameof(Mailboxes)}:{i}:{nameof(MailboxOptions.Name)}"]);
        }
    }

    /// <summary>Addresses that several groups have, each with the group that named it first.</summary>
    private IEnumerable<(string Key, string Address, string Other)> Shared()
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, group) in Groups)
            if (group.Address is { Length: > 0 } address && !owners.TryAdd(address.Trim(), key)) yield return (key, address, owners[address.Trim()]);
    }
}
