using System.Globalization;
using JcaCop.Post.Sending;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>A whole service on a folder mailbox and a fixed clock: mails go in, letters come out.</summary>
internal sealed class TalkRig : IAsyncDisposable
{
    public const string Desk = "desk@union.example";
    public const string Secretary = "ines.calvo@union.example";
    public const string Chairman = "chair@presidency.example";
    public const string Server = "mx.union.example";

    /// <summary>As our own server writes it above a mail whose sender it has checked.</summary>
    public const string Passed = $"Authentication-Results: {Server}; dmarc=pass header.from=union.example";

    private readonly string folder;
    private readonly ServiceProvider services;
    private int mails;
    private bool kept;

    /// <param name="change">Puts other services in place of the usual ones; gets the data directory.</param>
    /// <param name="data">A data directory that an earlier service left (<see cref="KeepAsync"/>); this one takes it over and goes on with it.</param>
    public TalkRig(bool checksSenders = true, string desk = Desk, string? own = null, IReadOnlyDictionary<string, string?>? over = null, Action<IServiceCollection, string>? change = null, string? data = null)
    {
        folder = data ?? Directory.CreateTempSubdirectory("jcacop-talk-").FullName;
        Address = desk;
        var settings = new Dictionary<string, string?>
        {
            ["DataDirectory"] = folder,
            ["Groups:g:Name"] = "JCA-COP", ["Groups:g:FullName"] = "Joint Activity X", ["Groups:g:Address"] = desk, ["Groups:g:Secretaries:0"] = own ?? Secretary,
            ["Groups:g:Chairman"] = Chairman, ["Groups:g:TimeZone"] = "Europe/Zurich", ["PrimaryGroup"] = "g",
            ["Groups:g:OfficialDomains:ministry.example"] = "AU", ["Groups:g:OfficialDomains:council.example"] = "NZ",
            ["Mailboxes:0:Name"] = "g", ["Mailboxes:0:Group"] = "g", ["Mailboxes:0:Kind"] = "Folder", ["Mailboxes:0:Path"] = Box, ["Mailboxes:0:SettleTime"] = "00:00:00",
            ["Letters:PlusAddresses"] = "true", ["Sending:Kind"] = "Folder", ["Sending:Folder"] = Sent,
        };
        if (checksSenders) settings["Judging:AuthenticationServer"] = Server;
        foreach (var (key, value) in over ?? new Dictionary<string, string?>()) settings[key] = value;
        var collection = new ServiceCollection();
        Composition.AddStages(collection, new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), Clock);
        collection.AddSingleton<Database>(_ => new SqliteDatabase(Path.Combine(folder, "register.db")) { Synced = false });
        change?.Invoke(collection, folder);
        services = collection.BuildServiceProvider();
        Get<Database>().Upgrade();
        Directory.CreateDirectory(Box);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2012, 10, 1, 8, 0, 0, TimeSpan.Zero));

    public string Address { get; }

    public string Data => folder;

    private string Box => Path.Combine(folder, "box");

    private string Sent => Path.Combine(folder, "sent");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Group Group => Get<Settings.GroupList>().Groups.Single();

    /// <summary>Delivers a mail and lets the service take it.</summary>
    /// <param name="headers">Lines that stand above the others.</param>
    /// <returns>As the register holds it then.</returns>
    public async Task<MessageDetails> MailAsync(string from, string subject, string body, string? headers = null, string? to = null, string? id = null)
    {
        id ??= string.Create(CultureInfo.InvariantCulture, $"mail-{++mails}@{from[(from.LastIndexOf('@') + 1)..]}");
        var head = headers is null ? "" : headers.ReplaceLineEndings("\r\n").TrimEnd() + "\r\n";
        return await TakeAsync($"{head}From: {from}\r\nTo: {to ?? Address}\r\nSubject: {subject}\r\nDate: {Clock.GetUtcNow():r}\r\nMessage-ID: <{id}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n");
    }

    /// <summary>Delivers the bytes of a mail and lets the service take it.</summary>
    public async Task<MessageDetails> TakeAsync(string raw)
    {
        await DeliverAsync(Guid.NewGuid().ToString("N"), raw, Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromSeconds(2));
        await DrainAsync();
        var newest = (await Get<MessageQueries>().NewestAsync(null, 1, Stop))[0];
        return (await Get<MessageQueries>().ShowAsync(newest.Id, Stop))!;
    }

    /// <summary>Puts a mail into the mailbox and lets it lie there.</summary>
    /// <param name="at">It arrives when the story says, not when the test runs.</param>
    public async Task DeliverAsync(string name, string raw, DateTimeOffset at)
    {
        var file = Path.Combine(folder, $"{name}.eml");
        await File.WriteAllTextAsync(file, raw, Stop);
        File.SetLastWriteTimeUtc(file, at.UtcDateTime);
        File.Move(file, Path.Combine(Box, Path.GetFileName(file)));
    }

    /// <summary>What a service does before anything else when it starts.</summary>
    public async Task StartAsync()
    {
        await Get<MessageStore>().ReleaseAsync(Stop);
        await Get<OutboxSender>().RecoverAsync(Stop);
    }

    public async Task DrainAsync()
    {
        foreach (var loop in Get<IReadOnlyList<IntakeLoop>>()) await loop.DrainAsync(Stop);
    }

    /// <summary>Letters, the newest first.</summary>
    public Task<IReadOnlyList<OutboxLine>> LettersAsync() => Get<OutboxStore>().ListAsync(null, 10_000, Stop);

    public Task<RegisterSnapshot> RegisterAsync() => Get<RegisterStore>().SnapshotAsync("g", null, Stop);

    /// <summary>Sends what is due.</summary>
    /// <returns>The plain text of what left since the last call, oldest first.</returns>
    public async Task<string> SendTextAsync() => string.Join("\n", (await SendAsync()).Select(mail => mail.TextBody));

    /// <summary>Sends what is due.</summary>
    /// <returns>What left since the last call, oldest first.</returns>
    public async Task<IReadOnlyList<MimeMessage>> SendAsync()
    {
        var before = Files().ToHashSet();
        await Get<OutboxJob>().RunAsync(Stop);
        return [.. Files().Where(file => !before.Contains(file)).Select(file => MimeMessage.Load(file, Stop)).OrderBy(mail => mail.Date)];
    }

    private IEnumerable<string> Files() => Directory.Exists(Sent) ? Directory.EnumerateFiles(Sent, "*.eml", SearchOption.AllDirectories) : [];

    /// <summary>Orders something by mail, as the secretariat does.</summary>
    /// <returns>What the answer says.</returns>
    public async Task<string> OrderAsync(string orders, string? below = null)
    {
        var mail = await MailAsync(Secretary, "Orders", below is null ? orders : $"{orders}\n\n{below}", Passed);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        return string.Join('\n', (await SendAsync()).Where(letter => letter.To.ToString().Contains(Secretary, StringComparison.Ordinal)).Select(letter => letter.TextBody));
    }

    /// <summary>Lets the calendar run, two looks a day in office hours, and sends what it makes due.</summary>
    /// <returns>What left, oldest first.</returns>
    public async Task<IReadOnlyList<MimeMessage>> LiveUntilAsync(DateTimeOffset until)
    {
        var left = new List<MimeMessage>();
        while (true)
        {
            var next = new[] { 1, 7, 13, 25 }.Select(hour => new DateTimeOffset(Clock.GetUtcNow().Date, TimeSpan.Zero).AddHours(hour)).First(at => at > Clock.GetUtcNow());
            if (next > until) break;
            Clock.SetUtcNow(next);
            // What was decided is moved before anybody counts: a difference would wait for its second count, and this clock with it.
            await DrainAsync();
            foreach (var job in JobPlan.Of(new ScheduleOptions(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")).Where(job => job.WhenDue || next.Hour == 7)) await WorkAsync(job.Work);
            left.AddRange(await SendAsync());
        }
        if (until > Clock.GetUtcNow()) Clock.SetUtcNow(until);
        return left;
    }

    /// <summary>Runs the work of a job once.</summary>
    public Task WorkAsync(Type work) => Work(work).RunAsync(Stop);

    public IDueWork Work(Type work) => (IDueWork)services.GetRequiredService(work);

    /// <summary>Runs a verb as the secretariat would on the command line.</summary>
    public async Task<(int Code, string Printed)> RunAsync(string line)
    {
        await using var printed = new StringWriter();
        var code = await CommandLine.RunAsync(
            VerbList.Scenario(new RunningServices(services, folder)), CommandLine.Words(line), printed, printed, Stop);
        return (code, printed.ToString());
    }

    /// <summary>Runs several verbs, one a line.</summary>
    /// <returns>What all of them printed, whatever their exit codes.</returns>
    public async Task<string> DeskAsync(string orders)
    {
        var printed = "";
        foreach (var order in orders.Split('\n')) printed += (await RunAsync(order)).Printed;
        return printed;
    }

    /// <summary>Ends the service and leaves its data directory to the caller.</summary>
    public async Task<string> KeepAsync()
    {
        kept = true;
        await services.DisposeAsync();
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        if (kept) return;
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
