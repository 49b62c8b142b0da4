using System.Text;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace JcaCop.Worker.Tests.Mailbox;

public abstract class FolderMailboxBehaviour : MailboxBehaviour, IDisposable
{
    protected string Root { get; } = Directory.CreateTempSubdirectory("jcacop-mailbox-").FullName;

    protected override IMailbox Open(Action<MailboxOptions>? change = null)
    {
        var options = new MailboxOptions { Name = "folder", Group = "g", Path = Root, SettleTime = TimeSpan.Zero };
        change?.Invoke(options);
        return new FolderMailbox(options, TimeProvider.System, NullLogger<FolderMailbox>.Instance);
    }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public sealed class MaildirMailboxTests : FolderMailboxBehaviour
{
    public MaildirMailboxTests() => new Maildir(Root).Deliver();

    protected override void Deliver(params byte[][] mails) => new Maildir(Root).Deliver(mails);

    protected override IReadOnlyList<byte[]> Lying(string folder) => new Maildir(Root).Mails(folder);

    [Fact]
    public async Task A_mail_whose_flags_change_keeps_its_key()
    {
        Deliver(Mail("one"));
        await using var mailbox = Open();
        var before = (await mailbox.LookAsync(null, Stop)).Keys;
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Root, "new")));
        File.Move(file, Path.Combine(Root, "cur", Path.GetFileName(file) + ":2,S"));
        Assert.Equal(before, (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Single(await FetchAll(mailbox, before));
    }

    [Fact]
    public async Task A_mail_that_is_taken_from_new_to_cur_while_it_is_listed_is_one_mail()
    {
        Deliver(Mail("one"));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Root, "new")));
        File.Copy(file, Path.Combine(Root, "cur", Path.GetFileName(file) + ":2,S"));
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        Assert.Single(keys);
        Assert.Single(await FetchAll(mailbox, keys));
    }

    [Fact]
    public async Task A_file_still_being_written_is_not_seen()
    {
        Deliver(Mail("whole"));
        await File.WriteAllTextAsync(Path.Combine(Root, "tmp", "1700000999.M1P1.localhost"), "Subject: hal", Stop);
        await using var mailbox = Open();
        Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
    }
}

public sealed class PlainFolderMailboxTests : FolderMailboxBehaviour
{
    private int serial;

    protected override void Deliver(params byte[][] mails)
    {
        foreach (var raw in mails) File.WriteAllBytes(Path.Combine(Root, $"mail-{serial++:000}.eml"), raw);
    }

    protected override IReadOnlyList<byte[]> Lying(string folder) => [.. Directory.GetFiles(Path.Combine(Root, folder)).Select(File.ReadAllBytes)];

    [Fact]
    public async Task A_name_used_again_for_another_mail_is_another_key_and_overwrites_nothing()
    {
        var path = Path.Combine(Root, "answer.eml");
        await using var mailbox = Open();
        var keys = new HashSet<string>();
        foreach (var subject in (string[])["first", "second", "third"])
        {
            await File.WriteAllBytesAsync(path, Mail(subject), Stop);
            var key = Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
            Assert.True(keys.Add(key.Uid));
            await mailbox.MoveAsync([key], MailDestination.Processed, Stop);
        }
        Assert.Equal(["first", "second", "third"], Lying("Processed").Select(raw => Encoding.UTF8.GetString(raw).Split("Subject: ")[1].Split('\r')[0]).Order());
    }

    [Fact]
    public async Task A_copy_under_way_is_taken_when_it_is_whole()
    {
        var path = Path.Combine(Root, "slow.eml");
        var whole = Mail("slow", new string('y', 3000));
        await using var writer = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        await writer.WriteAsync(whole.AsMemory(0, 500), Stop);
        await writer.FlushAsync(Stop);
        await using var mailbox = Open(options => options.SettleTime = TimeSpan.FromSeconds(1));
        var looking = mailbox.LookAsync(null, Stop);
        await Task.Delay(300, Stop);
        await writer.WriteAsync(whole.AsMemory(500), Stop);
        await writer.DisposeAsync();
        var mail = Assert.Single(await FetchAll(mailbox, (await looking).Keys));
        Assert.Equal(whole, mail.Raw);
    }

    [Fact]
    public async Task A_file_that_never_rests_does_not_keep_the_others_from_being_taken()
    {
        Deliver(Mail("old"), Mail("restless"));
        File.SetLastWriteTimeUtc(Path.Combine(Root, "mail-000.eml"), DateTime.UnixEpoch.AddYears(40));
        await using var mailbox = Open(options => options.SettleTime = TimeSpan.FromMilliseconds(200));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var touching = Task.Run(async () =>
        {
            // Longer than the look may wait; without a bound it would end only with the touching, and take both.
            for (var touch = 0; touch < 300 && !enough.IsCancellationRequested; touch++, await Task.Delay(20, Stop))
                File.SetLastWriteTimeUtc(Path.Combine(Root, "mail-001.eml"), TimeProvider.System.GetUtcNow().UtcDateTime);
        }, Stop);
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        await enough.CancelAsync();
        await touching;
        Assert.StartsWith("mail-000.eml", Assert.Single(keys).Uid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_other_kinds_are_left_alone()
    {
        Deliver(Mail("one"));
        foreach (var name in (string[])["notes.txt", ".hidden.eml", "half.eml.part"]) await File.WriteAllTextAsync(Path.Combine(Root, name), "Subject: x\r\n\r\n", Stop);
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        Assert.Single(keys);
        await mailbox.MoveAsync(keys, MailDestination.Processed, Stop);
        Assert.Equal(3, Directory.GetFiles(Root).Length);
    }

    [Fact]
    public async Task A_file_that_another_program_holds_stays_and_the_others_go_on()
    {
        Deliver(Mail("one"), Mail("two"));
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        await using (new FileStream(Path.Combine(Root, "mail-000.eml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal([keys[1]], (await FetchAll(mailbox, keys)).Select(mail => mail.Key));
        Assert.Equal(2, (await FetchAll(mailbox, keys)).Count);
    }

    [Fact]
    public async Task A_link_is_not_followed_and_a_pipe_keeps_nobody_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and pipes of Unix");
        var secret = Path.Combine(Root, "secret.txt");
        await File.WriteAllTextAsync(secret, "Subject: not for you\r\n\r\n", Stop);
        File.CreateSymbolicLink(Path.Combine(Root, "link.eml"), secret);
        using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(Root, "pipe.eml"))) await made.WaitForExitAsync(Stop);
        Deliver(Mail("one"));
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        var mails = await FetchAll(mailbox, keys);
        Assert.Equal([0, 1], mails.Select(mail => mail.Raw.Length > 0 ? 1 : 0).Order());
        await mailbox.MoveAsync(keys, MailDestination.SetAside, Stop);
        Assert.Equal(["link.eml", "secret.txt"], Directory.GetFiles(Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_very_long_name_still_has_a_key_that_fits_its_column()
    {
        await File.WriteAllBytesAsync(Path.Combine(Root, new string('é', 110) + ".eml"), Mail("long"), Stop);
        await using var mailbox = Open();
        var key = Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
        Assert.InRange(key.Uid.Length, 1, 300);
        Assert.Single(await FetchAll(mailbox, [key]));
    }
}
