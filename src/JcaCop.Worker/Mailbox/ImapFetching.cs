using System.Globalization;
using JcaCop.Register.Mail;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Mailbox;

/// <summary>A mail as the server lists it.</summary>
/// <param name="Size">In bytes, as the server says.</param>
internal sealed record SizedMail(UniqueId Uid, uint UidValidity, long Size, DateTimeOffset ArrivedAt);

/// <summary>Fetches mails from a selected inbox: whole where they fit, their header where they are too large, and one by one where the server cannot hand over all.</summary>
internal sealed partial class ImapFetching(MailboxOptions options, TimeProvider clock, ILogger log)
{
    public async Task<IReadOnlyList<SizedMail>> SizesAsync(ImapFolder inbox, IList<UniqueId> uids, CancellationToken stop)
    {
        var summaries = await inbox.FetchAsync(uids, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, stop);
        return [.. summaries.Where(s => s.Size is not null).OrderBy(s => s.UniqueId).Select(s => new SizedMail(s.UniqueId, inbox.UidValidity, s.Size!.Value, s.InternalDate?.ToUniversalTime() ?? clock.GetUtcNow()))];
    }

    /// <returns>In the order asked for; without those that are gone.</returns>
    public async Task<IReadOnlyList<ArrivedMail>> MailsAsync(ImapFolder inbox, IReadOnlyList<SizedMail> portion, CancellationToken stop)
    {
        var known = portion.ToDictionary(mail => mail.Uid);
        var arrived = new Dictionary<UniqueId, ArrivedMail>(portion.Count);
        async Task Take(ImapFolder folder, int index, UniqueId uid, Stream stream, CancellationToken stop)
        {
            if (!known.TryGetValue(uid, out var mail)) return;
            var raw = await BoundedBytes.ReadAsync(stream, mail.Size, options.SizeLimit, stop);
            arrived[uid] = new ArrivedMail(KeyOf(options.Name, inbox, uid), mail.ArrivedAt, mail.Size, raw.Bytes, raw.Cut);
        }
        var whole = portion.Where(mail => mail.Size <= options.SizeLimit).Select(mail => mail.Uid).ToList();
        try
        {
            if (whole.Count > 0) await inbox.GetStreamsAsync(whole, Take, stop);
        }
        catch (ImapCommandException refused) when (refused.Response == ImapCommandResponse.No)
        {
            // One mail that the server cannot hand over fails the whole FETCH: the others are asked for one by one.
            LogRefused(log, options.Name, refused.ResponseText);
            foreach (var uid in whole.Where(uid => !arrived.ContainsKey(uid)).ToList())
                if (await AloneAsync(inbox, known[uid], stop) is { } alone) arrived[uid] = alone;
        }
        foreach (var mail in portion.Where(mail => mail.Size > options.SizeLimit))
        {
            try
            {
                await using var header = await inbox.GetStreamAsync(mail.Uid, "HEADER", stop);
                var raw = await BoundedBytes.ReadAsync(header, header.Length, options.SizeLimit, stop);
                arrived[mail.Uid] = new ArrivedMail(KeyOf(options.Name, inbox, mail.Uid), mail.ArrivedAt, mail.Size, raw.Bytes, TooLarge: true);
            }
            catch (MessageNotFoundException)
            {
                LogGone(log, options.Name, mail.Uid.Id);
            }
        }
        return [.. portion.Where(mail => arrived.ContainsKey(mail.Uid)).Select(mail => arrived[mail.Uid])];
    }

    /// <summary>A mail, or what can be had of one that the server refuses, with its words: noted once, so that it stands in nobody's way again.</summary>
    private async Task<ArrivedMail?> AloneAsync(ImapFolder inbox, SizedMail mail, CancellationToken stop)
    {
        var key = KeyOf(options.Name, inbox, mail.Uid);
        try
        {
            await using var stream = await inbox.GetStreamAsync(mail.Uid, "", stop);
            var raw = await BoundedBytes.ReadAsync(stream, mail.Size, options.SizeLimit, stop);
            return new ArrivedMail(key, mail.ArrivedAt, mail.Size, raw.Bytes, raw.Cut);
        }
        catch (MessageNotFoundException)
        {
            LogGone(log, options.Name, mail.Uid.Id);
            return null;
        }
        catch (ImapCommandException refused) when (refused.Response == ImapCommandResponse.No)
        {
            return new ArrivedMail(key, mail.ArrivedAt, mail.Size, await HeaderAsync(inbox, mail.Uid, stop), TooLarge: false) { Missing = $"NO {refused.ResponseText}" };
        }
    }

    /// <returns>Empty where the server refuses it too.</returns>
    private async Task<byte[]> HeaderAsync(ImapFolder inbox, UniqueId uid, CancellationToken stop)
    {
        try
        {
            await using var header = await inbox.GetStreamAsync(uid, "HEADER", stop);
            return (await BoundedBytes.ReadAsync(header, header.Length, options.SizeLimit, stop)).Bytes;
        }
        catch (Exception error) when (error is MessageNotFoundException or ImapCommandException)
        {
            return [];
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Mailbox}: the server refused to hand mails over ({Why}); they are asked for one by one")]
    private static partial void LogRefused(ILogger log, string mailbox, string why);

    [LoggerMessage(LogLevel.Debug, "{Mailbox}: mail {Uid} was gone before it could be fetched")]
    private static partial void LogGone(ILogger log, string mailbox, uint uid);

    public static MailKey KeyOf(string mailbox, IMailFolder inbox, UniqueId uid) => new(mailbox, inbox.UidValidity, uid.Id.ToString(CultureInfo.InvariantCulture));
}
