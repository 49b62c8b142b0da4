using System.CommandLine;
using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop run</c>: the service. <c>--once</c> drains mailboxes, due work and outbox, then stops.</summary>
internal static class RunCommand
{
    public static Command Make()
    {
        var once = new Option<bool>("--once") { Description = "Drain mailboxes, due work and outbox, then stop. Ends with 4 where a mailbox or the way out could not be used." };
        var verb = new Verb("run", "The service: take mail, answer, remind. Stops at SIGTERM or Ctrl+C.", "run", "run --settings /etc/jcacop/jcacop.json", "run --once") { once };
        verb.SetAction((line, stop) => line.GetValue(once) ? OnceAsync(line, stop) : ServeAsync(line, stop));
        return verb;
    }

    private static async Task<int> ServeAsync(ParseResult line, CancellationToken stop)
    {
        using var host = Build(line, Composition.AddRunning);
        using var alone = MakeReady(host.Services);
        if (CalendarStore.PutBrokenAside(host.Services.GetRequiredService<DataDirectory>().Resolve(CalendarStore.FileName), host.Services.GetRequiredService<TimeProvider>().GetUtcNow()) is { } aside)
            line.InvocationConfiguration.Error.WriteLine($"The calendar's file could not be read and lies now at {aside}; a new one is made. Nothing is lost: what is due stands in the register.");
        var loops = host.Services.GetRequiredService<IReadOnlyList<IntakeLoop>>();
        var parts = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        try
        {
            await host.RunAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }
        catch (OperationCanceledException) when (Broken().Any())
        {
            // The start of the others was broken off by it; what it was is told below.
        }
        finally
        {
            await LeaveAsync(loops);
        }
        // A part that breaks ends the service as if it had been told to: whoever watches it must see that it was not, and start it again.
        await Task.WhenAll(Broken());
        return ExitCode.Ok;

        IEnumerable<Task> Broken() => parts.Select(part => part.ExecuteTask).OfType<Task>().Where(work => work.IsFaulted);
    }

    private static async Task<int> OnceAsync(ParseResult line, CancellationToken stop)
    {
        using var host = Build(line, (services, _) => Composition.AddOnce(services));
        var services = host.Services;
        using var alone = MakeReady(services);
        await services.GetRequiredService<MessageStore>().ReleaseAsync(stop);
        await services.GetRequiredService<OutboxSender>().RecoverAsync(stop);

        var output = line.InvocationConfiguration.Output;
        var loops = services.GetRequiredService<IReadOnlyList<IntakeLoop>>();
        try
        {
            var mailboxes = await Task.WhenAll(loops.Select(loop => DrainAsync(loop, line, stop)));
            await DoWhatIsDueAsync(services, output, stop);
            await Task.WhenAll(services.GetRequiredService<GroupList>().Mailboxes
                .Where(box => loops.Zip(mailboxes).Any(drained => drained.Second && drained.First.Mailbox == box.Name))
                .Select(box => CompareAsync(services.GetRequiredService<MailboxAudit>(), box, line, stop)));
            var sent = await NothingDueAsync(services, line, stop);
            return sent && mailboxes.All(drained => drained) ? ExitCode.Ok : ExitCode.OutsideWorld;
        }
        finally
        {
            await LeaveAsync(loops);
        }
    }

    /// <summary>Every job until none finds anything left: what a later one writes, as the digest, an earlier one has to send.</summary>
    private static async Task DoWhatIsDueAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var plans = services.GetRequiredService<IReadOnlyList<PlannedJob>>().Where(plan => plan.WhenDue || plan.CatchUp).ToList();
        bool found;
        do
        {
            found = false;
            foreach (var plan in plans)
            {
                var work = (IDueWork)services.GetRequiredService(plan.Work);
                while (await work.RunAsync(stop) is { } told)
                {
                    found = true;
                    output.WriteLine($"{plan.Name}: {told}");
                }
            }
        }
        while (found);
    }

    /// <returns>False where letters are due that could not even be tried.</returns>
    private static async Task<bool> NothingDueAsync(IServiceProvider services, ParseResult line, CancellationToken stop)
    {
        if (await services.GetRequiredService<OutboxStore>().NextDueAsync(stop) is not { } due || due > services.GetRequiredService<TimeProvider>().GetUtcNow()) return true;
        line.InvocationConfiguration.Error.WriteLine("Letters wait: the way out cannot be used now. 'jcacop doctor' tells which step fails.");
        return false;
    }

    /// <summary>Signs out of the mailboxes: some servers count sessions that were merely dropped.</summary>
    private static async Task LeaveAsync(IReadOnlyList<IntakeLoop> loops)
    {
        foreach (var loop in loops) await loop.DisposeAsync();
    }

    /// <summary>Before the host starts, so that a wrong setting or a database out of reach is told in a sentence and not as a failed start.</summary>
    /// <returns>The lock on the data directory; to be held as long as the service runs.</returns>
    private static IDisposable MakeReady(IServiceProvider services)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<OwnTemplates>().Check();
        var alone = WorkerLock.Take(services.GetRequiredService<DataDirectory>());
        try
        {
            services.GetRequiredService<SchemaAtStart>().Check();
            return alone;
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>One mailbox in trouble keeps no other from being emptied.</summary>
    private static async Task<bool> DrainAsync(IntakeLoop loop, ParseResult line, CancellationToken stop)
    {
        try
        {
            var report = await loop.DrainAsync(stop);
            line.InvocationConfiguration.Output.WriteLine($"{loop.Mailbox}: {report.Taken} taken, {report.Processed} processed, {report.Held} held, {report.SetAside} set aside");
            return true;
        }
        catch (MailServerException trouble)
        {
            line.InvocationConfiguration.Error.WriteLine($"{loop.Mailbox}: {trouble.Message}");
            return false;
        }
    }

    /// <summary>The end of the summary: what lies in the mailbox now, and whether the register says the same.</summary>
    private static async Task CompareAsync(MailboxAudit audit, MailboxOptions options, ParseResult line, CancellationToken stop)
    {
        try
        {
            var balance = await audit.CountAsync(options, stop);
            line.InvocationConfiguration.Output.WriteLine($"{balance.Mailbox}: {balance.Figures}");
            if (!balance.Agrees) line.InvocationConfiguration.Error.WriteLine($"{balance.Mailbox}: differs from the register: {string.Join("; ", balance.Differences)}");
        }
        catch (MailServerException trouble)
        {
            line.InvocationConfiguration.Error.WriteLine($"{options.Name}: could not be counted: {trouble.Message}");
        }
    }

    private static IHost Build(ParseResult line, Action<IServiceCollection, IConfiguration> add)
    {
        var settings = GlobalOptions.Settings(line);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "jcacop" });
        builder.Configuration.AddConfiguration(settings);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddConfiguration(settings.GetSection("Logging"));
        if (SystemdHelpers.IsSystemdService()) builder.Logging.AddSystemdConsole();
        else builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = "jcacop");
        Composition.AddStages(builder.Services, settings, TimeProvider.System);
        add(builder.Services, settings);
        return builder.Build();
    }
}
