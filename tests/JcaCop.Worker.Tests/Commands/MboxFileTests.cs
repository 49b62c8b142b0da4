using System.Text;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public sealed class MboxFileTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task An_mbox_is_cut_at_its_From_lines_and_marked_ones_are_freed(string end)
    {
        var text = string.Join(end,
            "From jane@example.org Thu Aug 30 18:00:00 2012", "Subject: one", "", "From here on: not a start, no blank line before", "", ">From now on it is text", ">>From twice marked", "",
            "From joe@example.org  Fri Aug 31 09:00:00 2012", "Subject: two", "", "body", "");
        var mails = new List<MboxMail>();
        await foreach (var mail in MboxFile.ReadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text)), TestContext.Current.CancellationToken)) mails.Add(mail);

        Assert.Equal([1, 2], mails.Select(mail => mail.Number));
        Assert.Equal(new DateTimeOffset(2012, 8, 30, 18, 0, 0, TimeSpan.Zero), mails[0].ArrivedAt);
        var first = Encoding.Latin1.GetString(mails[0].Raw);
        Assert.StartsWith($"Subject: one{end}", first, StringComparison.Ordinal);
        Assert.EndsWith($"{end}From now on it is text{end}>From twice marked{end}", first, StringComparison.Ordinal);
        Assert.Equal($"Subject: two{end}{end}body{end}", Encoding.Latin1.GetString(mails[1].Raw));
    }
}
