using System.Diagnostics;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Pages;
using JcaCop.Worker.Settings;
using JcaCop.Worker.Simulation;
using JcaCop.Worker.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Tests.Pages;

public sealed class PagesTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_verb_writes_the_pages_of_the_published_groups_and_touches_nothing_twice()
    {
        await data.RunAsync("activity", "add", "--title", "Safer Internet Day", "--country", "AU");
        var written = await data.RunAsync("pages", "write", "--out", data.In("site"), "--set", "Pages:Groups:0=jca-cop");
        Assert.Equal((ExitCode.Ok, ""), (written.Code, written.Error));
        Assert.Contains("Safer Internet Day", await ReadAsync("site/jca-cop/ru/activities.html"), StringComparison.Ordinal);
        Assert.Contains("بشأن حماية الأطفال", await ReadAsync("site/index.html"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(data.In("site", "cwg-cop")));
        var again = await data.RunAsync("pages", "write", "--out", data.In("site"), "--set", "Pages:Groups:0=jca-cop");
        Assert.Contains(": 0 files written, 0 removed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_the_verb_asks_for_one()
    {
        await data.RunAsync("activity", "add", "--title", "Safer Internet Day");
        var run = await data.RunAsync("pages", "write");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--out DIR, or set Pages:Folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_can_be_read_by_a_web_server_though_the_service_keeps_its_files_to_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights of Unix");
        using var service = Process.Start("sh", ["-c", "umask 077; exec dotnet \"$0\" pages preview --out \"$1\"", Path.Combine(AppContext.BaseDirectory, "jcacop.dll"), data.In("www", "site")]);
        await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Ok, service.ExitCode);
        foreach (var path in Directory.EnumerateFileSystemEntries(data.In("www", "site"), "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).StartsWith('.')).Append(data.In("www", "site")))
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead | (Directory.Exists(path) ? UnixFileMode.OtherExecute : 0)), path);
    }

    [Theory]
    [InlineData("Pages:BaseUrl=ftp://example.org/", "Pages:BaseUrl")]
    [InlineData("Pages:Sections:0=Persons", "Pages:Sections:0")]
    [InlineData("Groups:jca-cop:FullNames:de=x", "Groups:jca-cop:FullNames:de")]
    public async Task A_wrong_setting_is_named(string set, string key)
    {
        var run = await data.RunAsync("pages", "preview", "--out", data.In("site"), "--set", set);
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains(key, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_job_writes_after_changes_and_when_a_day_has_begun()
    {
        await data.RunAsync("activity", "add", "--title", "Safer Internet Day", "--start", "2013-02-05");
        var clock = new VirtualClock(new DateTimeOffset(2013, 2, 4, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        Composition.AddStages(services, SettingsSource.Load(null, [$"DataDirectory={data.Path}", "Pages:Folder=site"]), clock);
        await using var provider = services.BuildServiceProvider();
        var job = provider.GetRequiredService<PagesJob>();
        var stop = TestContext.Current.CancellationToken;

        Assert.Contains("files written", await job.RunAsync(stop), StringComparison.Ordinal);
        Assert.Contains("Planned", await ReadAsync("site/jca-cop/en/activities.html"), StringComparison.Ordinal);
        Assert.Null(await job.RunAsync(stop));
        await data.RunAsync("activity", "add", "--title", "Teachers' course");
        Assert.NotNull(await job.RunAsync(stop));
        Assert.Contains("Teachers&#x27; course", (await ReadAsync("site/jca-cop/en/activities.html")).Replace("&#39;", "&#x27;", StringComparison.Ordinal), StringComparison.Ordinal);
        clock.MoveTo(clock.GetUtcNow().AddDays(2));
        Assert.NotNull(await job.RunAsync(stop));
        Assert.DoesNotContain("Planned", await ReadAsync("site/jca-cop/en/activities.html"), StringComparison.Ordinal);
        Assert.Null(await ((IDueWork)job).RunAsync(stop));
    }

    [Fact]
    public async Task Who_is_erased_is_gone_at_the_next_look()
    {
        await data.RunAsync("person", "add", "--name", "Jane Example", "--email", "jane@union.example");
        var seat = await data.RunAsync("seat", "add", "ITU-T SG16", "--person", "1");
        Assert.True(seat.Code == ExitCode.Ok, seat.Error);
        var services = new ServiceCollection();
        Composition.AddStages(services, SettingsSource.Load(null, [$"DataDirectory={data.Path}", "Pages:Folder=site"]), TimeProvider.System);
        await using var provider = services.BuildServiceProvider();
        var job = provider.GetRequiredService<PagesJob>();
        await job.RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Jane Example", await ReadAsync("site/jca-cop/en/representatives.html"), StringComparison.Ordinal);

        var erased = await data.RunAsync("erase", "person", "1", "--yes");
        Assert.True(erased.Code == ExitCode.Ok, erased.Error);
        Assert.NotNull(await job.RunAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Jane Example", await ReadAsync("site/jca-cop/en/representatives.html"), StringComparison.Ordinal);
    }

    private Task<string> ReadAsync(string path) => File.ReadAllTextAsync(data.In(path.Split('/')), TestContext.Current.CancellationToken);
}
