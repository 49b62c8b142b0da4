using System.Collections.Frozen;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows the addresses under which mail systems and list programs write.</summary>
public static class MachineSender
{
    /// <summary>Local parts without strokes and dots.</summary>
    private static readonly FrozenSet<string> MailSystems = new[]
    {
        "mailerdaemon", "maildaemon", "mdaemon", "postmaster", "mailsystem", "maildelivery", "maildeliverysystem", "maildeliverysubsystem", "returnedmail",
        "deliveryfailure", "mailadmin", "imss", "interscan", "mailmarshal", "spamfilter", "mailsweeper", "mailscanner", "doublebounce", "autopostmaster",
        "uucp", "mmdf", "smtpd", "mailgateway", "amavis", "virusalert", "contentfilter", "mailerror",
        "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Names =
    [
        "mail delivery", "mail deliver system", "mailer-daemon", "mailer daemon", "delivery subsystem", "delivery system", "system administrator", "postmaster", "microsoft outlook",
        "mail system", "internet mail delivery", "mail administrator", "internet messaging", "mailsystem",
    ];

    private static readonly FrozenSet<string> ListPrograms = new[]
    {
        "mailman", "majordomo", "listserv", "sympa", "listmaster", "lyris", "listproc", "ecartis", "ezmlm", "mlmmj", "listar", "petidomo", "groupserver", "fml", "schleuder", "mailman-owner",
        "listserver", "autoshare", "lists", "noreply", "no-reply",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ListSuffixes = ["-owner", "-request", "-bounces", "-admin", "-confirm", "-help", "-subscribe", "-unsubscribe", "-leave", "-join", "-editor", "+owner", "+noreply", "+managers", "+msgappr"];

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
            if (local.IndexOf(suffix, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at + suffix.Length == local.Length || local.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || local.Contains(suffix + "+", StringComparison.OrdinalIgnoreCase)))
                return true;
        return false;
    }

    private static string LocalPart(string email) => email.LastIndexOf('@') is > 0 and var at ? email[..at] : email;
}
