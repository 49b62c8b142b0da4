using System.Text.RegularExpressions;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What a mail address or a telephone number says of the country behind it.</summary>
public static partial class CountryOrigin
{
    private sealed record Origins(
        string[] GovernmentLabels, Dictionary<string, string> Suffixes, string[] SoldAbroad, string[] FreeMail, string[] FreeMailNames, string[] OtherInitials);

    private static readonly Origins Lists = LexiconFile.Load<Origins>("countries/origins");
    private static readonly HashSet<string> Government = [.. Lists.GovernmentLabels];
    private static readonly HashSet<string> SoldAbroad = [.. Lists.SoldAbroad];
    private static readonly HashSet<string> FreeMail = [.. Lists.FreeMail];
    private static readonly HashSet<string> FreeMailNames = [.. Lists.FreeMailNames];
    private static readonly Dictionary<string, string> Dialling = LexiconFile.Load<Dictionary<string, string>>("countries/dialling");

    /// <summary>A provider that anyone may use: its domain says nothing of an organization and little of a country.</summary>
    public static bool IsFreeMail(string domain) =>
        FreeMail.Contains(domain) || domain.Split('.') is [var name, ..] && FreeMailNames.Contains(name);

    /// <param name="domain">Host name, lower case.</param>
    /// <returns>The country of the domain and how sure that is: 0.97 below a government's own label, 0.85 below a plain country code, less where the code is sold abroad or the provider is for anyone. Null for generic domains.</returns>
    public static (string Country, double Confidence)? OfDomain(string domain)
    {
        if (domain.Length == 0) return null;
        var labels = domain.Split('.');
        var top = labels[^1];
        for (var from = 0; from < labels.Length; from++)
            if (Lists.Suffixes.TryGetValue(string.Join('.', labels[from..]), out var listed))
            {
                if (listed.Length == 0) return null;
                if (top is not ("uk" or "cn" or "su") || listed != "GB" && top != "su") return (listed, top is "edu" ? 0.85 : top is "su" ? 0.5 : 0.97);
            }
        if (!CountryNames.ByTopLevelDomain.TryGetValue(top, out var country)) return null;
        if (IsFreeMail(domain)) return (country, 0.4);
        var official = labels.Length >= 2 && labels[..^1].Any(Government.Contains);
        if (official) return (country, 0.97);
        if (SoldAbroad.Contains(top)) return (country, labels.Length >= 3 && labels[^2] is "com" or "org" or "net" or "edu" or "ac" ? 0.8 : 0.5);
        return (country, 0.85);
    }

    /// <summary>"Harbour Wireless (NZ)": the country whose two letters (ISO 3166-1) stand in brackets; null where none do, or letters that mean something else as often.</summary>
    public static string? OfInitials(string signature)
    {
        foreach (Match initials in Initials().Matches(signature))
            if (CountryNames.ByTopLevelDomain.TryGetValue(initials.Groups[1].Value.ToLowerInvariant(), out var country) && !Lists.OtherInitials.Contains(initials.Groups[1].Value)) return country;
        return null;
    }

    [GeneratedRegex(@"\(([A-Z]{2})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    /// <summary>A number as it is dialled inside mainland China: an area code of three or four digits and seven or eight more, or a mobile of eleven (ITU-T E.164, national numbering plan).</summary>
    public static bool HasChineseNumber(string text) => ChineseNumber().IsMatch(text);

    [GeneratedRegex(@"(?<![\d+-])(?:0(?:10|2\d|[3-9]\d{2})[- ]?\d{4} ?\d{3,4}|1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseNumber();

    /// <param name="phone">As written.</param>
    /// <returns>The country of the dialling code; null where the number has none.</returns>
    public static string? OfPhone(string phone)
    {
        Span<char> digits = stackalloc char[8];
        var count = 0;
        var international = false;
        foreach (var c in phone)
        {
            if (count == 0 && c is '+' or '＋') { international = true; continue; }
            if (DateScanner.Digit(c) is not (>= 0 and var digit))
            {
                if (count == 0 && char.IsLetterOrDigit(c)) return null;
                continue;
            }
            digits[count++] = (char)('0' + digit);
            if (!international && count == 2)
            {
                if (digits[0] != '0' || digits[1] != '0') return null;
                international = true;
                count = 0;
            }
            if (count == digits.Length) break;
        }
        if (!international) return null;
        for (var length = Math.Min(count, 7); length > 0; length--)
            if (Dialling.TryGetValue(new string(digits[..length]), out var country)) return country;
        return null;
    }
}
