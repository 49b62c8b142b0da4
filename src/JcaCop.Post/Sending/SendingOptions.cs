using System.ComponentModel.DataAnnotations;
using System.Net;
using JcaCop.Post.MailServers;

namespace JcaCop.Post.Sending;

/// <summary>How letters leave: section <c>Sending</c>.</summary>
public sealed class SendingOptions : IValidatableObject
{
    public TransportKind Kind { get; set; } = TransportKind.Folder;

    /// <summary>Pickup folder: one <c>.eml</c> file a letter, named after its Message-ID. Made if absent.</summary>
    public string? Folder { get; set; }

    public string? Host { get; set; }

    /// <summary>0 means the customary port: 465 with TLS from the first byte, 587 with sign-in, 25 without (RFC 8314, RFC 6409).</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    public TransportSecurity Security { get; set; } = TransportSecurity.StartTls;

    /// <summary>PEM file with the root certificates of a private authority; it then stands in place of the system's list. Null: the system's list.</summary>
    public string? RootCertificateFile { get; set; }

    /// <summary>Name that the service gives itself in EHLO. Null: this machine's name.</summary>
    [RegularExpression("[A-Za-z0-9.-]{1,253}")]
    public string? LocalName { get; set; }

    public SignIn SignIn { get; set; } = SignIn.None;

    public string? User { get; set; }

    /// <summary>First line of this file is the password. Preferred to <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>For the environment only (<c>Sending__Password</c>); never in a settings file.</summary>
    public string? Password { get; set; }

    /// <summary>How a token is come by, where <see cref="SignIn"/> asks for one.</summary>
    public TokenOptions Token { get; set; } = new();

    /// <summary>A server that is silent for so long is given up. Default 2 minutes; RFC 5321, 4.5.3.2 would wait longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Connections used side by side. Default 2.</summary>
    [Range(1, 32)]
    public int Connections { get; set; } = 2;

    /// <summary>A connection is made anew after so many letters, as many servers ask. Default 500.</summary>
    [Range(1, 100_000)]
    public int LettersPerConnection { get; set; } = 500;

    /// <summary>Letters claimed from the outbox at once. Default 256.</summary>
    [Range(1, 5_000)]
    public int ClaimSize { get; set; } = 256;

    /// <summary>Letters whose content may be under way at once: as many can end as unknown if the process dies. Default 32.</summary>
    [Range(1, 500)]
    public int Window { get; set; } = 32;

    /// <summary>A claim older than this is that of a dead worker. Default 30 minutes; longer than any claim takes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ClaimTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Pause after the first try that did not succeed; each further one is twice as long. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>No pause is longer. Default 4 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(4);

    /// <summary>After so many tries a letter has failed. Default 20: with the default delays some two days.</summary>
    [Range(1, 1_000)]
    public int MostTries { get; set; } = 20;

    /// <summary>Letters to one domain within a minute; the others wait. 0 means no limit. Default 120.</summary>
    [Range(0, 1_000_000)]
    public int LettersPerDomainAndMinute { get; set; } = 120;

    /// <summary>The port of the server: the one that is set, otherwise the customary one.</summary>
    public int PortOfServer() => Port != 0 ? Port : Security switch
    {
        TransportSecurity.Implicit => 465,
        TransportSecurity.StartTls when SignIn != SignIn.None => 587,
        _ => 25,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LongestDelay < FirstDelay) yield return Wrong(nameof(LongestDelay), $"shorter than {nameof(FirstDelay)}");
        if (Kind == TransportKind.Folder)
        {
            if (string.IsNullOrWhiteSpace(Folder)) yield return Wrong(nameof(Folder), "a pickup folder needs its path");
            yield break;
        }
        if (string.IsNullOrWhiteSpace(Host)) yield return Wrong(nameof(Host), "SMTP needs the server's name");
        if (Security == TransportSecurity.None && Host is not null && !IsLoopback(Host))
            yield return Wrong(nameof(Security), $"None is for a server on this machine only: letters and password would travel readable to {Host}");
        if (SignIn == SignIn.None) yield break;
        if (string.IsNullOrWhiteSpace(User)) yield return Wrong(nameof(User), $"sign-in by {SignIn} needs a user");
        if (SignIn == SignIn.Password)
        {
            if (string.IsNullOrEmpty(Password) && string.IsNullOrWhiteSpace(PasswordFile))
                yield return Wrong(nameof(PasswordFile), "neither a password file nor a password in the environment is set");
            yield break;
        }
        foreach (var missing in Token.Missing())
            yield return Wrong($"{nameof(Token)}:{missing}", $"sign-in by {SignIn} needs a token file, or tenant, client and client secret");
    }

    private static ValidationResult Wrong(string member, string why) => new(why, [member]);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

public enum TransportKind
{
    /// <summary>A pickup folder: another program sends, or nobody (trials, <c>demo</c>).</summary>
    Folder,
    Smtp,
}
