using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Post.MailServers;
using JcaCop.Post.Sending;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Conversing;
using JcaCop.Worker.Watching;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>Silence is noticed, and what expires is told in time.</summary>
public sealed class WatchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mailbox_that_nobody_looks_into_any_more_is_reported_once_a_day()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Watch:Operators:0"] = "operator@union.example" });
        await WatchAsync(rig, 60, looks: true);
        Assert.Empty(await rig.LettersAsync());
        await rig.Get<SignStore>().TroubledAsync("mailbox g", "AUTHENTICATE failed", Stop);
        await WatchAsync(rig, 25, looks: false);
        Assert.Empty(await rig.LettersAsync());
        await WatchAsync(rig, 120, looks: false);
        var letter = Assert.Single(await rig.SendAsync());
        Assert.Equal("operator@union.example", letter.To.ToString());
        Assert.Contains("AUTHENTICATE failed", letter.TextBody, StringComparison.Ordinal);
        await WatchAsync(rig, 24 * 60, looks: false);
        Assert.Single(await rig.SendAsync());
        await WatchAsync(rig, 48 * 60, looks: true);
        Assert.Empty(await rig.SendAsync());
    }

    [Fact]
    public async Task What_was_counted_or_looked_at_before_a_week_off_is_not_called_good()
    {
        await using var rig = new TalkRig();
        Assert.Equal(("Warning not yet", "Warning not yet"), await HealthAsync(rig));
        foreach (var part in new[] { "mailbox g", "reconciliation g" }) await rig.Get<SignStore>().WorkedAsync(part, Stop);
        var (looked, counted) = await HealthAsync(rig);
        Assert.StartsWith("Good Monday, 1 October 2012", looked, StringComparison.Ordinal);
        Assert.StartsWith("Good Monday, 1 October 2012", counted, StringComparison.Ordinal);
        rig.Clock.Advance(TimeSpan.FromDays(7));
        (looked, counted) = await HealthAsync(rig);
        Assert.StartsWith("Warning not since Monday, 1 October 2012", looked, StringComparison.Ordinal);
        Assert.StartsWith("Warning not since Monday, 1 October 2012", counted, StringComparison.Ordinal);
        await rig.Get<SignStore>().WorkedAsync("mailbox g", Stop);
        (looked, counted) = await HealthAsync(rig);
        Assert.StartsWith("Good Monday, 8 October 2012", looked, StringComparison.Ordinal);
        Assert.StartsWith("Warning not since", counted, StringComparison.Ordinal);
    }

    /// <summary>As the digest tells it.</summary>
    private static async Task<(string Looked, string Counted)> HealthAsync(TalkRig rig)
    {
        var health = await rig.Get<ServiceHealth>().OfAsync(rig.Group, Stop);
        var letter = new DigestLetter(new DayRange(new(2012, 10, 1), new(2012, 10, 1)), new(2012, 10, 1), []) { Health = health };
        var text = rig.Get<LetterWriter>().Write(letter, new LetterAddress(TalkRig.Secretary), new Dispatch(rig.Group, rig.Clock.GetUtcNow()))!;
        using var mail = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(text.Mime), Stop);
        var lines = mail.TextBody!.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return ($"{health[0].State} {Below("g [")}", $"{health[1].State} {Below("Reconciliation g [")}");

        string Below(string heading) => lines[lines.FindIndex(line => line.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) + 1];
    }

    [Fact]
    public async Task A_night_in_which_the_service_was_off_is_no_silence()
    {
        await using var rig = new TalkRig();
        await WatchAsync(rig, 60, looks: true);
        rig.Clock.Advance(TimeSpan.FromHours(14));
        await WatchAsync(rig, 25, looks: false);
        await WatchAsync(rig, 60, looks: true);
        Assert.Empty(await rig.LettersAsync());
    }

    [Fact]
    public async Task What_expires_is_told_in_steps_and_each_step_once()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Watch:Expires:client secret of g"] = "2012-11-20", ["Watch:Expires:domain union.example"] = "2013-06-01" });
        var days = new List<string>();
        for (var day = 0; day < 60; day++, rig.Clock.Advance(TimeSpan.FromDays(1)))
        {
            if (day % 7 >= 5) continue;
            if (await rig.Get<ExpiryJob>().RunAsync(Stop) is not null) days.Add($"{rig.Clock.GetUtcNow():MM-dd}");
            Assert.Null(await rig.Get<ExpiryJob>().RunAsync(Stop));
        }
        // 1 October 2012 was a Monday; 21 October a Sunday.
        Assert.Equal(["10-22", "11-06", "11-13", "11-19", "11-20"], days);
        var letters = await rig.SendAsync();
        Assert.Equal(5, letters.Count);
        Assert.All(letters, letter => Assert.DoesNotContain("domain", letter.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_certificate_file_of_a_private_authority_is_watched()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=authority", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2012, 10, 9, 0, 0, 0, TimeSpan.Zero));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), Stop);
        await using var rig = new TalkRig(over: new Dictionary<string, string?>
        {
            ["Sending:Kind"] = "Smtp", ["Sending:Host"] = "127.0.0.1", ["Sending:Port"] = "9", ["Sending:Security"] = "StartTls", ["Sending:RootCertificateFile"] = file,
        });
        Assert.Equal($"{file} expires on 2012-10-09", await rig.Get<ExpiryJob>().RunAsync(Stop));
        File.Delete(file);
    }

    [Fact]
    public void The_port_that_is_watched_is_the_one_that_mail_goes_through_though_the_settings_name_none()
    {
        Assert.Equal((993, 143, 1993), (new MailboxOptions().PortOfServer(), new MailboxOptions { Tls = TransportSecurity.StartTls }.PortOfServer(), new MailboxOptions { Port = 1993 }.PortOfServer()));
        Assert.Equal(465, new SendingOptions { Security = TransportSecurity.Implicit }.PortOfServer());
        Assert.Equal((25, 587), (new SendingOptions().PortOfServer(), new SendingOptions { SignIn = SignIn.Password }.PortOfServer()));
    }

    /// <summary>Some minutes of a service: the watch looks every five, and the intake too where it works.</summary>
    private static async Task WatchAsync(TalkRig rig, int minutes, bool looks)
    {
        for (var minute = 0; minute < minutes; minute += 5)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(5));
            if (looks) await rig.DrainAsync();
            await rig.Get<HeartbeatJob>().RunAsync(Stop);
        }
    }
}
