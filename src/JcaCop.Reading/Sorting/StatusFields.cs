using System.Text;

namespace JcaCop.Reading.Sorting;

/// <summary>What a delivery report says of one recipient (RFC 3464, 2.3). Null where a field is absent.</summary>
internal sealed record StatusEntry(string? Original, string? Final, string? Action, string? Status, string? Diagnostic)
{
    /// <summary>The address that we wrote to where the report tells it, otherwise the one that the last server knew.</summary>
    public string? Address => Original ?? Final;
}

/// <summary>Reads the fields of a delivery report line by line: many servers forget the blank lines that part recipients, or fold wrongly.</summary>
internal static class StatusFields
{
    private const int MaxEntries = 500;

    public static IReadOnlyList<StatusEntry> Parse(string text)
    {
        var entries = new List<StatusEntry>();
        var entry = new StatusEntry(null, null, null, null, null);
        foreach (var (name, value) in Fields(text))
        {
            if (entries.Count >= MaxEntries) break;
            switch (name)
            {
                case "":
                    if (entry.Final is not null || entry.Original is not null) Close();
                    break;
                case "original-recipient":
                    if (entry.Original is not null) Close();
                    entry = entry with { Original = Address(value) };
                    break;
                case "final-recipient":
                    if (entry.Final is not null) Close();
                    entry = entry with { Final = Address(value) };
                    break;
                case "x-actual-recipient":
                    entry = entry with { Final = entry.Final ?? Address(value) };
                    break;
                case "action":
                    entry = entry with { Action = value.Trim().ToLowerInvariant() };
                    break;
                case "status":
                    entry = entry with { Status = StatusCode.Enhanced(value) ?? (value.TrimStart().StartsWith('2') ? "2.0.0" : null) };
                    break;
                case "diagnostic-code" or "x-supplementary-info" or "smtp-remote-recipient" or "x-notes":
                    entry = entry with { Diagnostic = entry.Diagnostic is null ? value : entry.Diagnostic + " " + value };
                    break;
                default:
                    break;
            }
        }
        if (entry.Final is not null || entry.Original is not null || entry.Action is not null) entries.Add(entry);
        return entries;

        void Close()
        {
            entries.Add(entry);
            entry = new StatusEntry(null, null, null, null, null);
        }
    }

    /// <summary>The address behind "rfc822;"; null where it is none.</summary>
    private static string? Address(string value)
    {
        var semicolon = value.IndexOf(';');
        var address = (semicolon >= 0 ? value[(semicolon + 1)..] : value).Trim();
        if (address.StartsWith('<') && address.IndexOf('>') is > 1 and var close) address = address[1..close];
        address = address.Trim(' ', '<', '>', '"', '\'', ',');
        if (FailureText.Addresses(address) is [var (_, found), ..]) return found;
        return address.Length is > 0 and < 320 && !address.Contains(' ') ? address : null;
    }

    private static IEnumerable<(string Name, string Value)> Fields(string text)
    {
        string? name = null;
        var value = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && line.AsSpan().Trim().Length > 0)
            {
                if (value.Length < 4000) value.Append(' ').Append(line.AsSpan().Trim());
                continue;
            }
            if (name is not null) yield return (name, value.ToString());
            name = null;
            value.Clear();
            var colon = line.IndexOf(':');
            if (string.IsNullOrWhiteSpace(line)) yield return ("", "");
            else if (colon is > 0 and < 60)
            {
                name = line[..colon].Trim().ToLowerInvariant();
                value.Append(line.AsSpan(colon + 1).Trim());
            }
        }
        if (name is not null) yield return (name, value.ToString());
    }
}
