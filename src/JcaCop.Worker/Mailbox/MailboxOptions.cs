using System.ComponentModel.DataAnnotations;
using System.Net;
using JcaCop.Post.MailServers;

namespace JcaCop.Worker.Mailbox;

/// <summary>One mailbox that the service empties: where it is, how to get in, how its mail is taken. Several may be set.</summary>
public sealed class MailboxOptions : IValidatableObject
{
    /// <summary>Stands in the key of every message taken from it: never change it for a mailbox that has been read.</summary>
    [Required, RegularExpression("[a-z0-9][a-z0-9.-]{0,59}")]
    public string Name { get; set; } = "inbox";

    /// <summary>Key of the group whose mail it holds.</summary>
    [Required]
    public string Group { get; set; } = "";

    public MailboxKind Kind { get; set; } = MailboxKind.Folder;

    /// <summary>Folder mailbox: a Maildir (with <c>new</c> and <c>cur</c>) or a folder of <c>.eml</c> files. Made if absent.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// Folder of <c>.eml</c> files: a file is taken once nothing has changed in it for so long, so that a copy under way is
    /// not read half. A Maildir needs no such pause. Default 2 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(2);

    public string? Host { get; set; }

    /// <summary>0 means the customary port: 993 with TLS from the first byte, 143 otherwise (RFC 8314).</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    public TransportSecurity Tls { get; set; } = TransportSecurity.Implicit;

    /// <summary>PEM file with the root certificates of a private authority; it then stands in place of the system's list. Null: the system's list.</summary>
    public string? RootCertificateFile { get; set; }

    public string? User { get; set; }

    public SignIn SignIn { get; set; } = SignIn.Password;

    /// <summary>First line of this file is the password. Preferred to <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>For the environment only (<c>Mailboxes__0__Password</c>); never in a settings file.</summary>
    public string? Password { get; set; }

    /// <summary>How a token is come by, where <see cref="SignIn"/> asks for one.</summary>
    public TokenOptions Token { get; set; } = new();

    /// <summary>IMAP folder that is emptied.</summary>
    [Required]
    public string Inbox { get; set; } = "INBOX";

    /// <summary>Where mail goes that is done with; made if absent.</summary>
    [Required]
    public string ProcessedFolder { get; set; } = "Processed";

    /// <summary>Where mail goes that waits for a person; made if absent.</summary>
    [Required]
    public string HeldFolder { get; set; } = "Held";

    /// <summary>Where mail goes that could not be read; made if absent.</summary>
    [Required]
    public string SetAsideFolder { get; set; } = "Set aside";

    /// <summary>Bytes. Of a larger mail only the header is fetched; it is set aside with that reason. Default 40 MB.</summary>
    [Range(1_000, 500_000_000)]
    public long SizeLimit { get; set; } = 40_000_000;

    /// <summary>Mails fetched with one command and committed together. Default 250.</summary>
    [Range(1, 2_000)]
    public int BatchSize { get; set; } = 250;

    /// <summary>Pause between two looks at the mailbox. A server that announces new mail (IMAP IDLE) shortens it. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A server that is silent for so long in the middle of a command is given up, and asked anew later.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The folder's name in the mailbox.</summary>
    public string FolderOf(MailDestination destination) => destination switch
    {
        MailDestination.Processed => ProcessedFolder,
        MailDestination.Held => HeldFolder,
        _ => SetAsideFolder,
    };

    /// <summary>The port of the IMAP server: the one that is set, otherwise the customary one.</summary>
    public int PortOfServer() => Port != 0 ? Port : Tls == TransportSecurity.Implicit ? 993 : 143;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == MailboxKind.Folder)
        {
            if (string.IsNullOrWhiteSpace(Path)) yield return Missing(nameof(Path), "a folder mailbox needs the folder's path");
            yield break;
        }
        if (string.IsNullOrWhiteSpace(Host)) yield return Missing(nameof(Host), "an IMAP mailbox needs the server's name");
        if (string.IsNullOrWhiteSpace(User)) yield return Missing(nameof(User), "an IMAP mailbox needs a user");
        if (Tls == TransportSecurity.None && Host is not null && !IsLoopback(Host))
            yield return Missing(nameof(Tls), $"None is for a server on this machine only: the password would travel readable to {Host}");
        if (SignIn == SignIn.None)
            yield return Missing(nameof(SignIn), "None is for sending only: a mailbox lets nobody in unknown");
        else if (SignIn == SignIn.Password)
        {
            if (string.IsNullOrEmpty(Password) && string.IsNullOrWhiteSpace(PasswordFile))
                yield return Missing(nameof(PasswordFile), "neither a password file nor a password in the environment is set");
        }
        else
        {
            foreach (var missing in Token.Missing())
                yield return Missing($"{nameof(Token)}:{missing}", $"sign-in by {SignIn} needs a token file, or tenant, client and client secret");
        }
        string[] folders = [Inbox, ProcessedFolder, HeldFolder, SetAsideFolder];
        if (folders.Distinct(StringComparer.OrdinalIgnoreCase).Count() < folders.Length)
            yield return Missing(nameof(ProcessedFolder), "inbox, processed, held and set-aside folder must be four different folders");
    }

    private static ValidationResult Missing(string member, string why) => new(why, [member]);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

public enum MailboxKind
{
    /// <summary>A Maildir or a folder of <c>.eml</c> files.</summary>
    Folder,
    Imap,
}
