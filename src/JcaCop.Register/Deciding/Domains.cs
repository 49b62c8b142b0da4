using System.Reflection;
using System.Text.Json;

namespace JcaCop.Register.Deciding;

/// <summary>What a mail domain tells of its owner: a government and its country, a free-mail provider, a standards body. The lists are data (<c>domains.json</c>).</summary>
public static class Domains
{
    private sealed record Data(
        HashSet<string> Government, Dictionary<string, string> GovernmentWhole, Dictionary<string, string> CountryOfTld,
        HashSet<string> FreeMail, HashSet<string> SecondLevel, Dictionary<string, string[]> Bodies);

    private static readonly Data Lists = Load();

    /// <summary>Anybody can have an address there; it says nothing of whom its owner speaks for.</summary>
    public static bool IsFreeMail(string domain) => Lists.FreeMail.Contains(domain) || Lists.FreeMail.Contains(Owner(domain));

    /// <summary>The country whose government owns the domain: <c>tel.gov.xx</c>, <c>x.gouv.yy</c>. Null for any other domain.</summary>
    public static string? GovernmentOf(string domain)
    {
        for (var tail = domain; ; tail = tail[(tail.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Lists.GovernmentWhole.TryGetValue(tail, out var country)) return country;
            if (!tail.Contains('.', StringComparison.Ordinal)) break;
        }
        var labels = domain.Split('.');
        for (var i = 0; i + 1 < labels.Length; i++)
            if (Lists.Government.Contains(labels[i]) && CountryOf(labels[i + 1]) is { } country)
                return country;
        return null;
    }

    /// <summary>The part that is sold once: <c>mail.ministry.example.org</c> and <c>example.org</c> have one owner; so have two hosts below <c>x.gov.yy</c>.</summary>
    public static string Owner(string domain)
    {
        var labels = domain.Split('.');
        if (labels.Length <= 2) return domain;
        var kept = labels[^1].Length == 2 && Lists.SecondLevel.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels[^Math.Min(kept, labels.Length)..]);
    }

    /// <summary>Whether the domain is that of the standards body or organization that the canonical code names.</summary>
    public static bool IsOfBody(string domain, string body)
    {
        var first = body.Split([' ', '-', '/'], 2)[0].ToUpperInvariant();
        return Lists.Bodies.TryGetValue(first, out var domains) && !IsFreeMail(domain) && domains.Contains(Owner(domain));
    }

    /// <summary>Whether the text is a canonical code of a body rather than an organization's name.</summary>
    public static bool IsBodyCode(string? body) =>
        body is not null && Lists.Bodies.ContainsKey(body.Split([' ', '-', '/'], 2)[0].ToUpperInvariant());

    /// <summary>Host of a web address as people write it; null where none can be told.</summary>
    public static string? HostOf(string? website)
    {
        if (string.IsNullOrWhiteSpace(website)) return null;
        var text = website.Trim();
        if (!text.Contains("://", StringComparison.Ordinal)) text = "http://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string? CountryOf(string label) =>
        Lists.CountryOfTld.TryGetValue(label, out var country) ? country
        : label.Length == 2 && char.IsAsciiLetterLower(label[0]) && char.IsAsciiLetterLower(label[1]) ? label.ToUpperInvariant()
        : null;

    private static Data Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("domains.json")
            ?? throw new InvalidOperationException("The resource domains.json is missing.");
        return JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("domains.json is empty.");
    }
}
