using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// The mail domains that the secretariat knows to speak for a member. Many ministries write from domains that tell of no
/// government by themselves; whose they are is settled here, and then this counts, not what the domain looks like.
/// </summary>
public sealed class OfficialDomains
{
    private readonly Dictionary<string, string> members;

    /// <param name="members">By domain: the country (ISO 3166-1 alpha-2) or the name of the organization or body for which it speaks. Hosts below a domain speak for the same.</param>
    public OfficialDomains(IEnumerable<KeyValuePair<string, string>> members) =>
        this.members = members.ToDictionary(pair => pair.Key.Trim().Trim('.').ToLowerInvariant(), pair => pair.Value.Trim(), StringComparer.Ordinal);

    public static OfficialDomains None { get; } = new([]);

    /// <summary>The member for which the domain speaks; null where the list does not tell. The nearest entry counts.</summary>
    public string? MemberOf(string domain)
    {
        for (var tail = domain.ToLowerInvariant(); ; tail = tail[(tail.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (members.TryGetValue(tail, out var member)) return member;
            if (!tail.Contains('.', StringComparison.Ordinal)) return null;
        }
    }

    /// <summary>Whether <paramref name="member"/> is the country or body in whose matter a mail speaks. A country speaks where the mail names none, a body where it names nobody at all.</summary>
    /// <param name="names">Body and organization that the mail names.</param>
    public static bool Covers(string member, string? country, params ReadOnlySpan<string?> names)
    {
        if (IsCountry(member)) return country is null || member.Equals(country, StringComparison.OrdinalIgnoreCase);
        var own = NameKey.Of(member);
        var named = country is not null;
        foreach (var name in names)
        {
            var other = NameKey.Of(name);
            named |= other.Length > 0;
            // A study group is part of its sector: "ITU-T SG17" of "ITU-T".
            if (other.Length > 0 && (other == own || (Domains.IsBodyCode(member) && other.StartsWith(own + " ", StringComparison.Ordinal)))) return true;
        }
        return !named;
    }

    public static bool IsCountry(string member) => member is [var one, var two] && char.IsAsciiLetter(one) && char.IsAsciiLetter(two);
}
