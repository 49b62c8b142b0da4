using System.Text.Json.Serialization;
using JcaCop.Reading;
using JcaCop.Register.Deciding;

namespace JcaCop.Register.Entries;

/// <summary>What sort of member it is.</summary>
public enum MemberSort
{
    /// <summary>The administration of a Member State (ITU Constitution, 1002).</summary>
    Administration,
    /// <summary>A Sector Member, Associate or Academia.</summary>
    SectorMember,
    /// <summary>A study group or another group of ITU.</summary>
    Group,
    /// <summary>A standards body, agency or organization outside ITU that is written to as a body.</summary>
    External,
}

/// <summary>Who is written to and answers as one: an administration, a sector member, a group, a body. Any of its recognized seats answers for it.</summary>
/// <param name="Name">As in letters.</param>
/// <param name="Country">ISO 3166-1 alpha-2; the administration's own state; null for groups and international bodies.</param>
/// <param name="Body">Canonical body code where the member is a body; otherwise null.</param>
/// <param name="Addresses">Where letters to the member go, the first before the others.</param>
/// <param name="Language">ISO 639-1 code of one of the six languages; null: what is written from its addresses, otherwise the group's (docs/decisions/0057).</param>
/// <param name="Active">False once it is no longer written to.</param>
public sealed record MemberEntry(
    long Id, string Group, string Name, MemberSort Sort, string? Country, string? Body, IReadOnlyList<PersonAddress> Addresses, string? Language,
    bool Active) : FiledEntry(Id, Group)
{
    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Member;

    /// <summary>The name under which the administration of a country is found.</summary>
    public static string CountryName(string country) => $"country {country}";

    /// <summary>The name under which members with an address in this domain are found.</summary>
    public static string DomainName(string domain) => $"domain {Domains.Owner(domain)}";

    /// <summary>Groups and bodies share the domain of their union: it says nothing of which of them writes.</summary>
    private IEnumerable<string> OwnDomains => Sort is MemberSort.Group or MemberSort.External ? [] :
        Addresses.Select(address => new MailAddress(null, address.Email).Domain).Where(domain => domain.Length > 0 && !Domains.IsFreeMail(domain)).Select(DomainName);

    private string? Administers => Sort == MemberSort.Administration && Country is not null ? CountryName(Country) : null;

    /// <summary>An administration is found by its country: one each.</summary>
    [JsonIgnore]
    public override string? Unique => Administers ?? Body ?? Name;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy =>
        [Name, Body, Administers, .. Addresses.Select(address => address.Email), .. OwnDomains];

    [JsonIgnore]
    public override bool Live => Active;

    [JsonIgnore]
    public override string Standing => Active ? "Active" : "Inactive";

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id) };
}
