using JcaCop.Register.Stores;
using Microsoft.Extensions.Hosting;

namespace JcaCop.Worker.Jobs;

/// <summary>Empties all mailboxes as long as the service runs, each in a loop of its own: a mailbox in trouble stops no other.</summary>
public sealed class IntakeService(IReadOnlyList<IntakeLoop> loops, MessageStore messages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await messages.ReleaseAsync(stoppingToken);
        await Task.WhenAll(loops.Select(loop => Task.Run(() => loop.RunAsync(stoppingToken), stoppingToken)));
    }
}
