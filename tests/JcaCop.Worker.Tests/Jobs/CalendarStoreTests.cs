using JcaCop.Post.Sending;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Xunit;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>The scheduler on its file: what it knows after a restart.</summary>
public sealed class CalendarStoreTests : IDisposable
{
    private static readonly TimeZoneInfo Geneva = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("calendar").FullName;
    private readonly RanList ran = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_time_that_passed_while_the_service_was_down_for_a_week_is_made_up_for_once_where_the_plan_says_so()
    {
        var stop = TestContext.Current.CancellationToken;
        IReadOnlyList<PlannedJob> plan =
        [
            PlannedJob.At("0 0 9 * * ?", Geneva, "made up for", typeof(Work), catchUp: true),
            PlannedJob.At("0 0 9 * * ?", Geneva, "left out", typeof(OtherWork), catchUp: false),
        ];
        await using (await Worker.StartAsync(folder, Monday, plan, ran, stop))
        {
            // It learns its times; none of them comes now.
        }
        Assert.Equal(0, ran.Count);

        await using var worker = await Worker.StartAsync(folder, Monday.AddDays(7), plan, ran, stop);
        await ran.Awaited(nameof(Work), stop);

        var tomorrow = new DateTimeOffset(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(tomorrow, await worker.NextAsync("made up for", stop));
        Assert.Equal(tomorrow, await worker.NextAsync("left out", stop));
        Assert.Equal(1, ran.Count);
    }

    [Fact]
    public async Task Changed_times_replace_the_stored_ones_and_a_job_that_the_plan_no_longer_has_is_gone()
    {
        var stop = TestContext.Current.CancellationToken;
        await using (await Worker.StartAsync(folder, Monday, [PlannedJob.At("0 0 9 * * ?", Geneva, "moved", typeof(Work), true), PlannedJob.At("0 0 9 * * ?", Geneva, "gone", typeof(Work), true)], ran, stop))
        {
        }

        await using var worker = await Worker.StartAsync(folder, Monday, [PlannedJob.At("0 30 17 * * ?", Geneva, "moved", typeof(Work), true)], ran, stop);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 16, 30, 0, TimeSpan.Zero), await worker.NextAsync("moved", stop));
        Assert.Null(await worker.NextAsync("gone", stop));
    }

    [Fact]
    public async Task Times_that_a_wrong_clock_left_far_ahead_are_set_anew_when_the_clock_is_right_again()
    {
        var stop = TestContext.Current.CancellationToken;
        IReadOnlyList<PlannedJob> plan = [PlannedJob.At("0 0 9 * * ?", Geneva, "calls", typeof(Work), true), PlannedJob.Every(TimeSpan.FromHours(1), "outbox", typeof(OtherWork))];
        await using (await Worker.StartAsync(folder, Monday.AddYears(4), plan, ran, stop)) await ran.Awaited(nameof(OtherWork), stop);

        await using var worker = await Worker.StartAsync(folder, Monday, plan, ran, stop);

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero), await worker.NextAsync("calls", stop));
        Assert.True(await worker.NextAsync("outbox", stop) < Monday.AddHours(2));
    }

    [Fact]
    public async Task A_job_that_was_running_when_the_process_was_killed_runs_again_at_its_next_time()
    {
        var stop = TestContext.Current.CancellationToken;
        IReadOnlyList<PlannedJob> plan = [PlannedJob.Every(TimeSpan.FromSeconds(1), "outbox", typeof(OtherWork))];
        await using (await Worker.StartAsync(folder, Monday, plan, ran, stop)) await ran.Awaited(nameof(OtherWork), stop);
        // What a killed process leaves: the trigger still held as fired, and blocked because its job must not run beside itself.
        using (var file = new SqliteConnection($"Data Source={Path.Combine(folder, CalendarStore.FileName)}"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = """
                UPDATE QRTZ_TRIGGERS SET TRIGGER_STATE = 'BLOCKED';
                INSERT INTO QRTZ_FIRED_TRIGGERS (SCHED_NAME, ENTRY_ID, TRIGGER_NAME, TRIGGER_GROUP, INSTANCE_NAME, FIRED_TIME, SCHED_TIME, PRIORITY, STATE, JOB_NAME, JOB_GROUP, IS_NONCONCURRENT, REQUESTS_RECOVERY)
                SELECT SCHED_NAME, 'killed', TRIGGER_NAME, TRIGGER_GROUP, 'NON_CLUSTERED', 0, 0, PRIORITY, 'EXECUTING', JOB_NAME, JOB_GROUP, 1, 0 FROM QRTZ_TRIGGERS;
                """;
            command.ExecuteNonQuery();
        }
        ran.Forget();

        await using var worker = await Worker.StartAsync(folder, Monday.AddMinutes(5), plan, ran, stop);

        await ran.Awaited(nameof(OtherWork), stop);
    }

    [Fact]
    public void The_tables_on_SQL_Server_are_those_of_this_version_of_Quartz_each_made_only_where_it_is_missing()
    {
        var statements = CalendarTables.Statements();

        Assert.Contains(statements, statement => statement.Contains("CREATE TABLE QRTZ_PAUSED_JOB_GRPS", StringComparison.Ordinal));
        Assert.All(statements, statement => Assert.Matches(@"IF (OBJECT_ID\(N'QRTZ_\w+', N'U'\) IS NULL|NOT EXISTS )", statement));
        Assert.DoesNotContain(statements, statement => statement.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("this is no database at all, but a text that somebody copied here")]
    [InlineData("SQLite format 3\0 and then nothing that fits")]
    public void A_file_that_cannot_be_read_is_put_aside(string content)
    {
        var file = Path.Combine(folder, CalendarStore.FileName);
        File.WriteAllText(file, content);

        var aside = CalendarStore.PutBrokenAside(file, Monday);

        Assert.Equal(file + ".broken-20260302T110000", aside);
        Assert.False(File.Exists(file));
        Assert.Equal(content, File.ReadAllText(aside!));
        Assert.Null(CalendarStore.PutBrokenAside(file, Monday));
    }

    /// <summary>What ran, by the name of the job that is running.</summary>
    private sealed class RanList
    {
        private readonly Lock gate = new();
        private readonly List<string> names = [];
        private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Count { get { lock (gate) return names.Count; } }

        public void Forget() { lock (gate) names.Clear(); }

        public void Add(string name)
        {
            TaskCompletionSource told;
            lock (gate)
            {
                names.Add(name);
                (told, more) = (more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            told.SetResult();
        }

        public async Task Awaited(string name, CancellationToken stop)
        {
            for (var patience = TimeSpan.FromMinutes(2); ;)
            {
                Task next;
                lock (gate)
                {
                    if (names.Contains(name)) return;
                    next = more.Task;
                }
                await next.WaitAsync(patience, stop);
            }
        }
    }

    private sealed class Work(RanList ran) : IDueWork
    {
        public Task<string?> RunAsync(CancellationToken stop)
        {
            ran.Add(nameof(Work));
            return Task.FromResult<string?>(null);
        }
    }

    private sealed class OtherWork(RanList ran) : IDueWork
    {
        public Task<string?> RunAsync(CancellationToken stop)
        {
            ran.Add(nameof(OtherWork));
            return Task.FromResult<string?>(null);
        }
    }

    /// <summary>A host with nothing but the scheduler, its file in the folder, at a time of the test's choice.</summary>
    private sealed class Worker : IAsyncDisposable
    {
        private readonly IHost host;

        private Worker(IHost host) => this.host = host;

        public static async Task<Worker> StartAsync(string folder, DateTimeOffset now, IReadOnlyList<PlannedJob> plan, RanList ran, CancellationToken stop)
        {
            var clock = new Shifted(now);
            var database = new SqliteDatabase(Path.Combine(folder, "register.db"));
            database.Upgrade();
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration.AddInMemoryCollection([new("DataDirectory", folder)]);
            builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(plan).AddSingleton(ran).AddSingleton<Work>().AddSingleton<OtherWork>()
                .AddSingleton(database).AddSingleton(provider => new OutboxSender(
                    new OutboxStore(database, clock, "test"), [], new SendingOptions(), clock, provider.GetRequiredService<ILogger<OutboxSender>>()));
            CalendarStore.Add(builder.Services, builder.Configuration);
            builder.Services.AddHostedService<JobScheduling>().AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
            var host = builder.Build();
            await host.StartAsync(stop);
            return new Worker(host);
        }

        public async Task<DateTimeOffset?> NextAsync(string job, CancellationToken stop)
        {
            var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(stop);
            return (await scheduler.GetTrigger(new TriggerKey(job), stop))?.NextFireTimeUtc;
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    private sealed class Shifted(DateTimeOffset start) : TimeProvider
    {
        private readonly TimeSpan shift = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
