using System.Globalization;
using JcaCop.Post.MailServers;
using JcaCop.Worker.Mailbox;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Doctor;

/// <summary>Looks at one mailbox as the intake would, step by step. Takes nothing, moves nothing.</summary>
/// <param name="audit">Counts the mailbox against the register; null where there is no register yet.</param>
internal sealed class MailboxSteps(MailboxOptions options, TimeProvider clock, ILoggerFactory logs, MailboxAudit? audit)
{
    /// <summary>From this share of its quota on a mailbox is nearly full.</summary>
    private const double NearlyFull = 0.9;

    private static readonly string[] AfterTcp = ["tls", "sign-in", "folder", "quota"];
    private readonly string area = $"mailbox {options.Name}";

    public async Task<IReadOnlyList<DoctorStep>> TryAsync(CancellationToken stop)
    {
        var steps = options.Kind == MailboxKind.Folder ? [await FolderAsync(stop)] : await ImapAsync(stop);
        return audit is null || steps.Any(step => step.Result == StepResult.Problem) ? steps : [.. steps, await CountAsync(audit, stop)];
    }

    /// <summary>A mail that has only just come, or is on its way while the service runs, shows here too: a warning, no problem.</summary>
    private async Task<DoctorStep> CountAsync(MailboxAudit audit, CancellationToken stop)
    {
        try
        {
            var balance = await audit.CountAsync(options, stop);
            return balance.Agrees
                ? DoctorStep.Ok(area, "count", $"as the register says: {balance.Figures}")
                : new DoctorStep(area, "count", StepResult.Warning, $"{string.Join("; ", balance.Differences)} (there are {balance.Figures}). Look again in some minutes: what stays so, the service does not get done.");
        }
        catch (MailServerException error)
        {
            return DoctorStep.Problem(area, "count", error.Message);
        }
    }

    private async Task<IReadOnlyList<DoctorStep>> ImapAsync(CancellationToken stop)
    {
        var steps = new List<DoctorStep>(await ServerSteps.TryAsync(area, options.Host!, options.PortOfServer(), stop));
        if (steps.Exists(step => step.Result == StepResult.Problem))
            return [.. steps, .. (steps.Count == 1 ? AfterTcp.Prepend("tcp") : AfterTcp).Select(name => DoctorStep.Skipped(area, name))];
        try
        {
            using var client = await new ImapConnection(options).OpenAsync(stop);
            steps.Add(DoctorStep.Ok(area, "tls", client.IsSecure ? $"{client.SslProtocol}, certificate trusted" : "none, to this machine itself"));
            steps.Add(DoctorStep.Ok(area, "sign-in", $"as {options.User}"));
            steps.Add(await FolderAsync(stop));
            steps.Add(await QuotaAsync(client, stop));
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (MailServerException error)
        {
            steps.AddRange(Failed(error));
        }
        return steps;
    }

    /// <summary>What went well before the step that failed, that one, and what was not tried after it.</summary>
    private IEnumerable<DoctorStep> Failed(MailServerException error)
    {
        var failed = error.Step switch
        {
            MailServerStep.Certificate => "tls",
            MailServerStep.SignIn or MailServerStep.Secret => "sign-in",
            MailServerStep.Folder => "folder",
            _ => "tls",
        };
        var at = Array.IndexOf(AfterTcp, failed);
        return [
            .. AfterTcp.Take(at).Select(name => DoctorStep.Ok(area, name, "")),
            DoctorStep.Problem(area, failed, error.Message),
            .. AfterTcp.Skip(at + 1).Select(name => DoctorStep.Skipped(area, name)),
        ];
    }

    private async Task<DoctorStep> FolderAsync(CancellationToken stop)
    {
        try
        {
            await using var mailbox = Mailboxes.Open(options, clock, logs);
            var count = await mailbox.CountAsync(stop);
            var place = options.Kind == MailboxKind.Folder ? options.Path : options.Inbox;
            return DoctorStep.Ok(area, "folder", string.Create(CultureInfo.InvariantCulture,
                $"{place}: {count.Inbox} in the inbox, {count.Processed} processed, {count.Held} held, {count.SetAside} set aside"));
        }
        catch (MailServerException error)
        {
            return DoctorStep.Problem(area, "folder", error.Message);
        }
    }

    /// <summary>RFC 9208. A mailbox over its quota refuses mail, and nobody here would see that.</summary>
    private async Task<DoctorStep> QuotaAsync(ImapClient client, CancellationToken stop)
    {
        if (!client.Capabilities.HasFlag(ImapCapabilities.Quota) || client.Inbox is not { } inbox)
            return DoctorStep.Ok(area, "quota", "the server tells none");
        var quota = await inbox.GetQuotaAsync(stop);
        if (quota?.StorageLimit is not { } limit || limit == 0 || quota.CurrentStorageSize is not { } used) return DoctorStep.Ok(area, "quota", "no limit");
        var said = string.Create(CultureInfo.InvariantCulture, $"{used / 1024} of {limit / 1024} MB used");
        return used >= NearlyFull * limit
            ? new DoctorStep(area, "quota", StepResult.Warning, $"{said}. Empty the processed folder or ask for more before mail is refused.")
            : DoctorStep.Ok(area, "quota", said);
    }
}
