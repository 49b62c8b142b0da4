using JcaCop.Post.Sending;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Post.Tests.Sending;

public class PickupFolderTests
{
    [Fact]
    public async Task Each_letter_is_one_file_named_after_it()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(5);
        var folder = outbox.PathOf("pickup");
        var outcome = await outbox.SendAsync(new SendingOptions { Folder = folder });
        Assert.Equal(5, outcome.Accepted);
        Assert.Equal(
            Enumerable.Range(1, 5).Select(i => $"letter-{i}@example.int.eml"),
            Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(Outbox.Mime(3), await File.ReadAllBytesAsync(Path.Combine(folder, "letter-3@example.int.eml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_that_sends_to_whom_the_header_names_sends_the_letter_and_each_copy_to_its_own_reader_alone()
    {
        await using var outbox = new Outbox();
        await outbox.CopiedAsync("counsellor@example.int");
        var folder = outbox.PathOf("pickup");
        Assert.Equal(2, (await outbox.SendAsync(new SendingOptions { Folder = folder })).Accepted);
        foreach (var (id, to) in new[] { ("letter-1@example.int", "official@d1.example.org"), ("letter-2@example.int", "counsellor@example.int") })
        {
            using var message = await MimeKit.MimeMessage.LoadAsync(Path.Combine(folder, $"{id}.eml"), TestContext.Current.CancellationToken);
            Assert.Equal([to], message.GetRecipients().Select(one => one.Address));
            Assert.Equal("counsellor@example.int", message.Headers["X-Original-Cc"]);
            Assert.Equal("Dear colleague,\n.\n..dots\n", message.TextBody!.ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_gives_the_letters_back()
    {
        await using var outbox = new Outbox();
        await outbox.FillAsync(2);
        var inTheWay = outbox.PathOf("file");
        await File.WriteAllTextAsync(inTheWay, "", TestContext.Current.CancellationToken);
        var outcome = await outbox.SendAsync(new SendingOptions { Folder = inTheWay });
        Assert.Contains(inTheWay, outcome.Trouble, StringComparison.Ordinal);
        Assert.Equal(2, (await outbox.LinesAsync(OutboxState.Queued)).Count);
    }

    [Theory]
    [InlineData("../../etc/passwd", "_.._etc_passwd.eml")]
    [InlineData("a/b\\c:d\r\n@x", "a_b_c_d__@x.eml")]
    public void A_file_name_cannot_leave_the_folder(string messageId, string name) => Assert.Equal(name, PickupFolder.FileName(messageId));
}
