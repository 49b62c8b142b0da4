using JcaCop.Register;
using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop import DIR|MBOX</c>: feeds mails into the intake as if they lay in a mailbox. Importing them again does nothing.</summary>
internal static class ImportCommand
{
    /// <summary>Stands in the key in place of a mailbox's own UIDVALIDITY: nothing is moved by such a key.</summary>
    private const long Imported = -1;

    private const int AtOnce = 250;

    /// <summary>Bytes held in memory at once; a single larger mail is a batch of its own.</summary>
    private const long BytesAtOnce = 16_000_000;

    public static Command Make(IServiceSource services)
    {
        var source = new Argument<string>("DIR|MBOX") { Description = "A folder of .eml files (subfolders included), one .eml file, or an mbox file." };
        var mailbox = new Option<string?>("--mailbox") { Description = "Name of the mailbox in whose stead they come. Needed where several are set.", HelpName = "NAME" };
        var json = Json.Option();
        var verb = new Verb("import", "Feed mails into the intake. What was imported or received before is known and left out.", "import old-mail/", "import archive.mbox --mailbox jca-cop") { source, mailbox, json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.Made, async provider =>
        {
            var path = Path.GetFullPath(line.GetRequiredValue(source), (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
            if (!File.Exists(path) && !Directory.Exists(path)) throw new Refusal(ExitCode.Usage, $"There is no {path}.");
            var groups = provider.GetRequiredService<GroupList>();
            var name = MailboxName(groups, line.GetValue(mailbox));
            var limit = groups.Mailboxes.First(box => box.Name == name).SizeLimit;
            var clock = provider.GetRequiredService<TimeProvider>();
            // A worker of its own: giving its mails back for the journey must not give back those of a service that runs beside it.
            var messages = new MessageStore(provider.GetRequiredService<Database>(), clock, $"import {Environment.ProcessId}");
            var (seen, taken) = (0, 0);
            await foreach (var batch in BatchesAsync(MailsAsync(path, name, limit, clock, stop), stop))
            {
                seen += batch.Count;
                taken += (await messages.TakeAsync(batch, stop)).Count;
                await messages.ReleaseAsync(stop);
                await provider.GetRequiredService<Journey>().FinishAsync(stop);
            }
            if (seen == 0 && File.Exists(path)) throw new Refusal(ExitCode.Usage, $"{path} holds no mail: a folder of .eml files, one .eml file, or an mbox file is taken.");
            var output = line.InvocationConfiguration.Output;
            output.WriteLine(line.GetValue(json)
                ? JsonSerializer.Serialize(new { found = seen, imported = taken, known = seen - taken }, Json.Form)
                : $"{Counted.Of(seen, "mail")} found, {taken} imported, {seen - taken} known before.");
            return ExitCode.Ok;
        }, stop));
        return verb;
    }

    private static string MailboxName(GroupList groups, string? asked)
    {
        var names = groups.Mailboxes.Select(box => box.Name).ToList();
        if (asked is null) return names is [var only] ? only : throw new Refusal(ExitCode.Usage, $"Name the mailbox with --mailbox: {string.Join(", ", names)}.");
        return names.Contains(asked) ? asked : throw new Refusal(ExitCode.Usage, $"There is no mailbox '{asked}'; there are {string.Join(", ", names)}.");
    }

    private static async IAsyncEnumerable<ArrivedMail> MailsAsync(string path, string mailbox, long limit, TimeProvider clock, [EnumeratorCancellation] CancellationToken stop)
    {
        if (Directory.Exists(path) || path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase))
        {
            IEnumerable<string> files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
            foreach (var file in files)
                yield return Arrived(mailbox, new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero), await File.ReadAllBytesAsync(file, stop), limit);
            yield break;
        }
        await using var mbox = File.OpenRead(path);
        await foreach (var mail in MboxFile.ReadAsync(mbox, stop))
            yield return Arrived(mailbox, mail.ArrivedAt ?? clock.GetUtcNow(), mail.Raw, limit);
    }

    /// <summary>The bytes themselves are the key: the same file under another name is the same mail. The mailbox's size limit holds here too.</summary>
    private static ArrivedMail Arrived(string mailbox, DateTimeOffset at, byte[] raw, long limit)
    {
        var large = raw.Length > limit;
        return new(new MailKey(mailbox, Imported, Convert.ToHexStringLower(SHA256.HashData(raw))), at, raw.Length, large ? BoundedBytes.HeaderOf(raw) : raw, large);
    }

    private static async IAsyncEnumerable<IReadOnlyList<ArrivedMail>> BatchesAsync(IAsyncEnumerable<ArrivedMail> mails, [EnumeratorCancellation] CancellationToken stop)
    {
        var batch = new List<ArrivedMail>(AtOnce);
        long bytes = 0;
        await foreach (var mail in mails.WithCancellation(stop))
        {
            batch.Add(mail);
            bytes += mail.Raw.Length;
            if (batch.Count < AtOnce && bytes < BytesAtOnce) continue;
            yield return batch;
            (batch, bytes) = (new List<ArrivedMail>(AtOnce), 0);
        }
        if (batch.Count > 0) yield return batch;
    }
}
