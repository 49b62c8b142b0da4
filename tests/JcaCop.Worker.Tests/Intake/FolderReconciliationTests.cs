using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;
using Microsoft.Extensions.Logging;
using Xunit;

namespace JcaCop.Worker.Tests.Intake;

public sealed class FolderReconciliationTests : ReconciliationBehaviour
{
    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-maildir-").FullName;

    public FolderReconciliationTests()
    {
        Maildir.Deliver();
        foreach (var name in (string[])["Processed", "Held", "Set aside"])
            foreach (var part in (string[])["tmp", "new", "cur"]) Directory.CreateDirectory(Path.Combine(folder, "." + name, part));
    }

    protected override MailboxOptions Options => new() { Name = "main", Group = "jca-cop", Path = folder };

    protected override Maildir Maildir => new(folder);

    [Fact]
    public async Task Mail_that_was_put_back_into_the_inbox_under_its_own_name_is_a_difference()
    {
        Maildir.Deliver(SampleMails.Sound(0, 2));
        await Rig.DrainAsync(Stop, Options);
        var moved = ((string[])[".Processed", ".Held"]).SelectMany(name => Directory.GetFiles(Path.Combine(folder, name, "cur"))).First();
        File.Move(moved, Path.Combine(folder, "cur", Path.GetFileName(moved)));
        Assert.Contains("1 in the inbox again after the move", (await CountAsync()).Differences);
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_counted_is_told_and_keeps_no_other_from_being_counted()
    {
        var file = Path.Combine(folder, "no-folder");
        await File.WriteAllTextAsync(file, "", Stop);
        Maildir.Deliver(SampleMails.Sound(0, 1));
        var (told, logged) = await NightAsync(null, new MailboxOptions { Name = "broken", Group = "jca-cop", Path = Path.Combine(file, "mail") });
        Assert.Equal("main and the register differ: 1 in the inbox not taken. broken could not be counted", told);
        Assert.Equal([LogLevel.Warning, LogLevel.Warning], logged.Select(line => line.Level));
    }
}
