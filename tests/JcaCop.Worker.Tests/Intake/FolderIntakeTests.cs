using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Worker.Tests.Intake;

public sealed class FolderIntakeTests : IntakeBehaviour
{
    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-maildir-").FullName;

    public FolderIntakeTests() => Maildir.Deliver();

    protected override MailboxOptions Options => new() { Name = "main", Group = "jca-cop", Path = folder };

    protected override Maildir Maildir => new(folder);
}
