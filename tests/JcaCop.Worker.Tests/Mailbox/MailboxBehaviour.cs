using System.Text;
using JcaCop.Register.Mail;
using JcaCop.Worker.Mailbox;
using Xunit;

namespace JcaCop.Worker.Tests.Mailbox;

/// <summary>What holds for every kind of mailbox. Each kind's tests derive from this and run all of it.</summary>
public abstract class MailboxBehaviour
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Puts whole mails into the inbox, as a delivery agent would.</summary>
    protected abstract void Deliver(params byte[][] mails);

    /// <summary>The mails that lie in a folder beside the inbox.</summary>
    protected abstract IReadOnlyList<byte[]> Lying(string folder);

    protected abstract IMailbox Open(Action<MailboxOptions>? change = null);

    protected static byte[] Mail(string subject, string body = "Dear all,\r\n\r\nthank you.\r\n") =>
        Encoding.UTF8.GetBytes($"From: Desk <desk@ministry.example>\r\nTo: group@union.example\r\nSubject: {subject}\r\nMessage-ID: <{subject.GetHashCode(StringComparison.Ordinal):x}.{body.Length}@ministry.example>\r\n\r\n{body}");

    protected static async Task<List<ArrivedMail>> FetchAll(IMailbox mailbox, IReadOnlyList<MailKey> keys)
    {
        var all = new List<ArrivedMail>();
        await foreach (var portion in mailbox.FetchAsync(keys, Stop)) all.AddRange(portion);
        return all;
    }

    [Fact]
    public async Task An_empty_inbox_is_no_trouble()
    {
        await using var mailbox = Open();
        Assert.Empty((await mailbox.LookAsync(null, Stop)).Keys);
    }

    [Fact]
    public async Task Mails_come_as_the_bytes_that_were_delivered()
    {
        byte[][] sent = [Mail("one"), Mail("two", "Grüße, привет, 您好\r\n"), Mail("three", "")];
        Deliver(sent);
        await using var mailbox = Open();
        var mails = await FetchAll(mailbox, (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Equal(sent.Select(Encoding.UTF8.GetString).Order(), mails.Select(m => Encoding.UTF8.GetString(m.Raw)).Order());
        Assert.All(mails, mail => Assert.Equal(mail.Raw.Length, mail.Size));
        Assert.All(mails, mail => Assert.False(mail.TooLarge));
        Assert.All(mails, mail => Assert.Equal(TimeSpan.Zero, mail.ArrivedAt.Offset));
    }

    [Fact]
    public async Task A_mail_keeps_its_key_from_look_to_look_and_over_a_restart()
    {
        Deliver(Mail("one"), Mail("two"));
        IReadOnlyList<MailKey> first;
        await using (var mailbox = Open())
        {
            first = (await mailbox.LookAsync(null, Stop)).Keys;
            await FetchAll(mailbox, first);
            Assert.Equal(first, (await mailbox.LookAsync(null, Stop)).Keys);
        }
        await using var again = Open();
        Assert.Equal(first, (await again.LookAsync(null, Stop)).Keys);
        Assert.Equal(2, first.Distinct().Count());
    }

    [Fact]
    public async Task A_mail_that_arrives_later_gets_another_key_even_if_it_looks_the_same()
    {
        Deliver(Mail("same"));
        await using var mailbox = Open();
        var first = (await mailbox.LookAsync(null, Stop)).Keys;
        await mailbox.MoveAsync(first, MailDestination.Processed, Stop);
        await Task.Delay(20, Stop);
        Deliver(Mail("same"));
        var second = (await mailbox.LookAsync(null, Stop)).Keys;
        Assert.NotEqual(Assert.Single(first), Assert.Single(second));
    }

    [Theory]
    [InlineData(MailDestination.Processed, "Processed")]
    [InlineData(MailDestination.Held, "Held")]
    [InlineData(MailDestination.SetAside, "Set aside")]
    public async Task Moved_mails_lie_whole_in_their_folder_and_no_longer_in_the_inbox(MailDestination destination, string folder)
    {
        Deliver(Mail("stays"), Mail("goes"));
        await using var mailbox = Open();
        var look = await mailbox.LookAsync(null, Stop);
        var goes = (await FetchAll(mailbox, look.Keys)).Single(mail => Encoding.UTF8.GetString(mail.Raw).Contains("Subject: goes", StringComparison.Ordinal));
        await mailbox.MoveAsync([goes.Key], destination, Stop);
        Assert.Equal(look.Keys.Where(key => key != goes.Key), (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Equal(Lines(goes.Raw), Lines(Assert.Single(Lying(folder))));
    }

    /// <summary>A server may keep lines with LF alone; on the wire they end in CRLF again.</summary>
    private static string[] Lines(byte[] raw) => Encoding.Latin1.GetString(raw).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    [Fact]
    public async Task Moving_again_what_has_been_moved_does_no_harm()
    {
        Deliver(Mail("one"), Mail("two"));
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        await mailbox.MoveAsync([keys[0]], MailDestination.Processed, Stop);
        await mailbox.MoveAsync(keys, MailDestination.Processed, Stop);
        Assert.Empty((await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Equal(2, Lying("Processed").Count);
    }

    [Fact]
    public async Task A_mail_that_waited_is_found_again_and_moved_on_while_others_stay()
    {
        byte[] nameless = [.. "Subject: no id\r\n\r\nNobody knows who wrote this.\r\n"u8];
        Deliver(Mail("decided"), nameless, Mail("waits"));
        await using var mailbox = Open();
        var mails = await FetchAll(mailbox, (await mailbox.LookAsync(null, Stop)).Keys);
        await mailbox.MoveAsync([.. mails.Select(mail => mail.Key)], MailDestination.Held, Stop);
        var decided = mails.Where(mail => !Encoding.UTF8.GetString(mail.Raw).Contains("Subject: waits", StringComparison.Ordinal))
            .Select(mail => new MisfiledMail(mail.Key, MessageState.Held, MessageState.Processed, MailFingerprint.Of(mail.Raw, false, mail.Size).InternetId, mail.ArrivedAt, mail.Size)).ToList();
        for (var again = 0; again < 2; again++)
        {
            await mailbox.RefileAsync(decided, MailDestination.Held, MailDestination.Processed, Stop);
            Assert.Equal(2, Lying("Processed").Count);
            Assert.Contains("Subject: waits", Encoding.UTF8.GetString(Assert.Single(Lying("Held"))), StringComparison.Ordinal);
        }
        Deliver(Mail("later"));
        Assert.Single((await mailbox.LookAsync(null, Stop)).Keys);
    }

    [Fact]
    public async Task A_mail_that_has_gone_since_the_look_is_left_out()
    {
        Deliver(Mail("one"), Mail("two"), Mail("three"));
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        await using (var other = Open())
        {
            await other.LookAsync(null, Stop);
            await other.MoveAsync([keys[1]], MailDestination.Held, Stop);
        }
        Assert.Equal([keys[0], keys[2]], (await FetchAll(mailbox, keys)).Select(mail => mail.Key));
    }

    [Fact]
    public async Task Of_a_mail_over_the_limit_only_the_header_is_fetched()
    {
        Deliver(Mail("small"), Mail("large", new string('x', 60_000) + "\r\n"), Mail("small again"));
        await using var mailbox = Open(options => options.SizeLimit = 50_000);
        var mails = await FetchAll(mailbox, (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Equal(3, mails.Count);
        var large = Assert.Single(mails, mail => mail.TooLarge);
        Assert.True(large.Size > 60_000);
        Assert.EndsWith("@ministry.example>\r\n\r\n", Encoding.UTF8.GetString(large.Raw), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_bit_and_broken_mails_come_as_they_are()
    {
        byte[] koi8 = [.. "Subject: "u8, 0xCF, 0xD4, 0xD7, 0xC5, 0xD4, .. "\r\n\r\n"u8, 0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, .. "\r\n"u8];
        byte[] headless = [.. "\r\n"u8, 0x80, 0xFF, 0xFE, .. " no header at all\r\n"u8];
        byte[] unended = [.. "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n"u8];
        byte[][] sent = [koi8, headless, unended];
        Deliver(sent);
        await using var mailbox = Open();
        var mails = await FetchAll(mailbox, (await mailbox.LookAsync(null, Stop)).Keys);
        Assert.Equal(sent.Select(Convert.ToHexString).Order(), mails.Select(mail => Convert.ToHexString(mail.Raw)).Order());
    }

    [Fact]
    public async Task Many_mails_come_in_portions_no_larger_than_was_set()
    {
        Deliver([.. Enumerable.Range(0, 23).Select(n => Mail($"number {n}"))]);
        await using var mailbox = Open(options => options.BatchSize = 5);
        var look = await mailbox.LookAsync(null, Stop);
        var sizes = new List<int>();
        await foreach (var portion in mailbox.FetchAsync(look.Keys, Stop)) sizes.Add(portion.Count);
        Assert.Equal([5, 5, 5, 5, 3], sizes);
    }

    [Fact]
    public async Task Every_folder_is_counted()
    {
        Deliver([.. Enumerable.Range(0, 6).Select(n => Mail($"number {n}"))]);
        await using var mailbox = Open();
        var keys = (await mailbox.LookAsync(null, Stop)).Keys;
        await mailbox.MoveAsync([.. keys.Take(2)], MailDestination.Processed, Stop);
        await mailbox.MoveAsync([keys[2]], MailDestination.Held, Stop);
        await mailbox.MoveAsync([keys[3]], MailDestination.SetAside, Stop);
        Assert.Equal(new MailboxCount(2, 2, 1, 1), await mailbox.CountAsync(Stop));
    }
}
