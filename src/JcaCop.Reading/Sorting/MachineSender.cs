using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows the addresses under which mail systems and list programs write.</summary>
public static class MachineSender
{
    /// <summary>Local parts without strokes and dots.</summary>
    private static readonly FrozenSet<string> MailSystems = LexiconFile.Words("Sorting/marks", "mailSystem").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Names = [.. LexiconFile.Words("Sorting/marks", "mailSystemName")];

    private static readonly FrozenSet<string> ListPrograms = LexiconFile.Words("Sorting/marks", "listProgram").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ListSuffixes = [.. LexiconFile.Words("Sorting/marks", "listSuffix")];

    /// <summary>A mail transport, by its address or (Exchange, Outlook.com, cc:Mail gateways) by its display name with no person behind it.</summary>
    public static bool IsMailSystem(MailAddress? sender)
    {
        if (sender is null) return false;
        var local = LocalPart(sender.Email).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        if (MailSystems.Contains(local) || local.StartsWith("mailerdaemon", StringComparison.OrdinalIgnoreCase)
            || local.StartsWith("postmaster", StringComparison.OrdinalIgnoreCase) || local.StartsWith("bounce", StringComparison.OrdinalIgnoreCase)
            || local.StartsWith("microsoftexchange", StringComparison.OrdinalIgnoreCase)) return true;
        if (sender.Name is { } name)
            foreach (var known in Names)
                if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase))
                    return true;
        return false;
    }

    /// <summary>A list program or the owner address of a list.</summary>
    public static bool IsListProgram(MailAddress? sender)
    {
        if (sender is null) return false;
        var local = LocalPart(sender.Email);
        var plain = local.AsSpan(0, local.IndexOf('+') is > 0 and var plus ? plus : local.Length);
        if (ListPrograms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(plain)) return true;
        foreach (var suffix in ListSuffixes)
            if (local.IndexOf(suffix, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && (at + suffix.Length == local.Length || local.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                    || local.Contains(suffix + "+", StringComparison.OrdinalIgnoreCase)))
                return true;
        return false;
    }

    private static string LocalPart(string email) => email.LastIndexOf('@') is > 0 and var at ? email[..at] : email;
}
