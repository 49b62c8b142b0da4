using JcaCop.Register;
using System.Globalization;
using JcaCop.Post.Sending;

namespace JcaCop.Worker.Jobs;

/// <summary>Sends what is due in the outbox.</summary>
internal sealed class OutboxJob(OutboxSender sender) : IDueWork
{
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        var sent = await sender.SendDueAsync(stop);
        if (sent is { Accepted: 0, Deferred: 0, Failed: 0, Unknown: 0 }) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(sent.Accepted, "letter")} sent, {sent.Deferred} put off, {sent.Failed} failed, {sent.Unknown} unknown");
    }
}
