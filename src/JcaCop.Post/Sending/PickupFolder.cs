using JcaCop.Post.MailServers;
using JcaCop.Register.Mail;
using MimeKit;

namespace JcaCop.Post.Sending;

/// <summary>Puts each letter as a file into a folder: for a mail program that sends from there, for trials and for <c>demo</c>. A file appears whole or not at all.</summary>
/// <remarks>
/// The name is the Message-ID, so that a letter written twice is one file. Programs that send from a folder send to whom the header names: a file
/// names one recipient, its letter's.
/// </remarks>
public sealed class PickupFolder(string folder) : ITransport
{
    public Task OpenAsync(CancellationToken stop)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailServerException(MailServerStep.Secret, $"The pickup folder {folder} cannot be used: {error.Message}", error);
        }
    }

    public async Task<Delivery> SendAsync(OutboxLetter letter, CancellationToken stop)
    {
        var name = FileName(letter.InternetId);
        var unfinished = Path.Combine(folder, $".{name}.part");
        try
        {
            await OpenAsync(stop).ConfigureAwait(false);
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                await file.WriteAsync(ToOne(letter), CancellationToken.None).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
            return new Delivery.Accepted(name);
        }
        catch (MailServerException unavailable)
        {
            return new Delivery.NotReached(unavailable.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Delivery.NotReached($"The file could not be written: {error.Message}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The letter, where others get it too, as one to its recipient alone; who else does stands in fields by which nothing is sent.</summary>
    private static byte[] ToOne(OutboxLetter letter)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(letter.Mime), persistent: true, CancellationToken.None);
            if (message.Cc.Count == 0) return letter.Mime;
            message.Headers.Add("X-Original-To", message.To.ToString());
            message.Headers.Add("X-Original-Cc", message.Cc.ToString());
            message.Cc.Clear();
            if (!message.To.Mailboxes.Any(to => to.Address.Equals(letter.To, StringComparison.OrdinalIgnoreCase)))
            {
                message.To.Clear();
                message.To.Add(MailboxAddress.Parse(letter.To));
            }
            using var bytes = new MemoryStream(letter.Mime.Length + 200);
            message.WriteTo(Canonical, bytes, CancellationToken.None);
            return bytes.ToArray();
        }
        catch (FormatException)
        {
            return letter.Mime;
        }
    }

    private static readonly FormatOptions Canonical = MakeFormat();

    private static FormatOptions MakeFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    /// <summary>Letters, digits, dot, dash, plus, at and underscore stay; anything else becomes an underscore.</summary>
    public static string FileName(string messageId)
    {
        var kept = new string([.. messageId.Take(200).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or '@' or '_' ? c : '_')]);
        return kept.TrimStart('.') + ".eml";
    }
}
