using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A member asks for more time to answer a circular.</summary>
public sealed class MoreTimeByMailTests : IAsyncDisposable
{
    private const string Member = "itu@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static bool ToMember(MimeMessage letter) => letter.To.Mailboxes.Any(to => to.Address == Member);

    [Theory]
    [InlineData("We would need additional time until 15 December 2012 to answer TSB Circular 278.")]
    [InlineData("Nous aurions besoin d'un délai supplémentaire jusqu'au 15 décembre 2012 pour répondre à la Circulaire TSB 278.")]
    [InlineData("Solicitamos una prórroga hasta el 15 de diciembre de 2012 para responder a la Circular TSB 278.")]
    [InlineData("Просим продлить срок ответа на Циркуляр 278 БСЭ до 15 декабря 2012 года.")]
    [InlineData("我们需要更多时间答复电信标准化局第278号通函，请求延期至2012年12月15日。")]
    [InlineData("نرجو منحنا مهلة إضافية حتى 15 ديسمبر 2012 للرد على الرسالة المعممة رقم 278 الصادرة عن مكتب تقييس الاتصالات.")]
    public async Task Whoever_asks_for_more_time_is_not_reminded_while_the_mail_waits_and_the_secretariat_reads_what_is_asked(string words)
    {
        await rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Member}\ncall open \"TSB Circular 278\" --kind contacts --title \"Contact details\" --deadline 2012-10-31");
        await rig.SendAsync();
        rig.Clock.SetUtcNow(new(2012, 10, 3, 8, 0, 0, TimeSpan.Zero));
        var mail = await rig.MailAsync(Member, "TSB Circular 278", words);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.StartsWith("a person must read it: asks for more time", mail.Line.Reason, StringComparison.Ordinal);
        await rig.SendAsync();
        var letters = await rig.LiveUntilAsync(new(2012, 11, 9, 16, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain(letters, ToMember);
        var overdue = Assert.Single(letters, letter => letter.Subject!.Contains("overdue", StringComparison.Ordinal));
        Assert.Contains("asks for more time", overdue.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_for_one_member_moves_its_reminders_and_holds_the_closing_back()
    {
        await rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Member}\nmember add \"Administration of New Zealand\" --country NZ --email itu@council.example\ncall open \"TSB Circular 278\" --kind contacts --title \"Contact details\" --deadline 2012-10-31");
        await rig.SendAsync();
        Assert.DoesNotContain("Nothing done", await rig.DeskAsync("call extend 278 --for AU --to 2012-12-14"), StringComparison.Ordinal);
        var owed = (await rig.RegisterAsync()).All<ObligationEntry>().Where(one => one.Matter == ObligationMatter.AnswerCall).ToDictionary(one => one.Debtor.Country!, one => one.Deadline!.At.UtcDateTime.Date);
        Assert.Equal((new DateTime(2012, 12, 14), new DateTime(2012, 10, 31)), (owed["AU"], owed["NZ"]));
        var letters = await rig.LiveUntilAsync(new(2012, 12, 13, 16, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain(letters, letter => letter.Subject!.Contains("closed", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(letters.Where(ToMember), letter => letter.TextBody!.Contains("14 December 2012", StringComparison.Ordinal));
        Assert.All(letters.Where(ToMember), letter => Assert.DoesNotContain("31 October 2012", letter.TextBody, StringComparison.Ordinal));
        Assert.Contains("is counted by one day for all", await rig.DeskAsync("call open \"TSB Circular 279\" --kind consultation --title \"New name\" --deadline 2013-01-31\ncall extend 279 --for AU --to 2013-02-14"), StringComparison.Ordinal);
    }
}
