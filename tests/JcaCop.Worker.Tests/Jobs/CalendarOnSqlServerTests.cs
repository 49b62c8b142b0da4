using JcaCop.Post.Sending;
using JcaCop.Register.Stores;
using JcaCop.Register.Tests.Stores;
using JcaCop.Worker.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Xunit;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>The scheduler's tables in the register's database, shared by workers that start at the same time.</summary>
public sealed class CalendarOnSqlServerTests
{
    [Fact]
    public async Task Workers_that_start_at_once_share_the_jobs_and_one_runs_on_one_of_them_at_a_time()
    {
        var stop = TestContext.Current.CancellationToken;
        var connectionString = TestDatabase.FreshOnSqlServer();
        await using var database = new SqlServerDatabase(connectionString);
        database.Upgrade();
        await CalendarTables.MakeAsync(connectionString, stop);
        await CalendarTables.MakeAsync(connectionString, stop);   // what is there already stays
        var ran = new Ran();
        IReadOnlyList<PlannedJob> plan =
            [PlannedJob.Every(TimeSpan.FromSeconds(1), "often", typeof(Often)), .. Enumerable.Range(0, 20).Select(n => PlannedJob.At("0 0 9 * * ?", TimeZoneInfo.Utc, $"daily {n}", typeof(Often), catchUp: false))];
        var hosts = Enumerable.Range(0, 3).Select(n => Host(database, connectionString, plan, ran, $"w{n}")).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.StartAsync(stop), stop)));

        await ran.Enough.Task.WaitAsync(TimeSpan.FromMinutes(2), stop);
        var scheduler = await hosts[0].Services.GetRequiredService<ISchedulerFactory>().GetScheduler(stop);
        Assert.Equal(21, (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), stop)).Count);
        foreach (var host in hosts) await host.StopAsync(stop);
        foreach (var host in hosts) host.Dispose();
        Assert.Equal(1, ran.MostAtOnce);
        await TestDatabase.DropAsync(database);
    }

    private static IHost Host(SqlServerDatabase database, string connectionString, IReadOnlyList<PlannedJob> plan, Ran ran, string worker)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Database:Kind", "SqlServer"), new("Database:ConnectionString", connectionString)]);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(plan).AddSingleton(ran).AddSingleton<Often>()
            .AddSingleton(provider => new OutboxSender(new OutboxStore(database, TimeProvider.System, worker), [], new SendingOptions(), TimeProvider.System, provider.GetRequiredService<ILogger<OutboxSender>>()));
        CalendarStore.Add(builder.Services, builder.Configuration);
        builder.Services.AddHostedService<JobScheduling>().AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder.Build();
    }

    private sealed class Ran
    {
        private readonly Lock gate = new();
        private int now, times;

        public int MostAtOnce { get; private set; }

        public TaskCompletionSource Enough { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Begin()
        {
            lock (gate) MostAtOnce = Math.Max(MostAtOnce, ++now);
        }

        public void End()
        {
            lock (gate)
            {
                now--;
                if (++times == 5) Enough.TrySetResult();
            }
        }
    }

    private sealed class Often(Ran ran) : IDueWork
    {
        public async Task<string?> RunAsync(CancellationToken stop)
        {
            ran.Begin();
            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(300), stop);
                return null;
            }
            finally
            {
                ran.End();
            }
        }
    }
}
