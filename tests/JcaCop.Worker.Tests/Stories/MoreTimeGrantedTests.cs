using System.Text.RegularExpressions;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The secretariat grants more time by one word of the digest.</summary>
public sealed partial class MoreTimeGrantedTests : IAsyncDisposable
{
    private const string Member = "itu@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("extend", "Nous aurions besoin d'un délai supplémentaire jusqu'au 15 décembre pour répondre à la Circulaire TSB 278.", "2012-12-15")]
    [InlineData("Prorrogar, gracias", "Solicitamos una prórroga hasta el 15 de diciembre de 2012 para responder a la Circular TSB 278.", "2012-12-15")]
    [InlineData("продлить", "Просим продлить срок ответа на Циркуляр 278 БСЭ с 31 октября до 15 декабря 2012 года.", "2012-12-15")]
    [InlineData("延期", "我们需要更多时间答复电信标准化局第278号通函，请求延期至2012年12月15日。", "2012-12-15")]
    [InlineData("تمديد", "نرجو منحنا مهلة إضافية حتى 15 ديسمبر 2012 للرد على الرسالة المعممة رقم 278 الصادرة عن مكتب تقييس الاتصالات.", "2012-12-15")]
    [InlineData("prolonger", "We would need additional time to answer TSB Circular 278.", "2012-11-14")]
    public async Task One_word_with_the_code_grants_the_time_that_is_asked_for_and_settles_the_mail(string word, string asked, string until)
    {
        await rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Member}\ncall open \"TSB Circular 278\" --kind contacts --title \"Contact details\" --deadline 2012-10-31");
        await rig.SendAsync();
        var mail = await rig.MailAsync(Member, "TSB Circular 278", asked);
        var digest = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 2, 10, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        var day = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"extend: gives Administration of Australia until {day} to answer TSB Circular 278", digest.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var code = Code().Match(digest.TextBody![digest.TextBody.IndexOf("Example", StringComparison.Ordinal)..]).Value;
        await rig.MailAsync(TalkRig.Secretary, "Re: digest", $"{code} {word}", TalkRig.Passed);
        var owed = Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), one => one.Matter == ObligationMatter.AnswerCall);
        Assert.Equal(until, owed.Deadline!.DayOr(rig.Group.Zone).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(owed.Live);
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(mail.Line.Id, TestContext.Current.CancellationToken))!.Line.State);
        Assert.Contains(await rig.SendAsync(), letter => letter.To.ToString().Contains(Member, StringComparison.Ordinal) && letter.TextBody!.Contains("2012", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_that_grants_time_does_nothing_to_a_mail_that_asks_for_none()
    {
        await rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Member}\ncall open \"TSB Circular 278\" --kind contacts --title \"Contact details\" --deadline 2012-10-31");
        await rig.SendAsync();
        var mail = await rig.MailAsync(Member, "TSB Circular 278", "Could you tell us which contacts are meant in TSB Circular 278?");
        var digest = Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 2, 10, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        Assert.DoesNotContain("extend", digest.TextBody, StringComparison.Ordinal);
        var code = Code().Match(digest.TextBody![digest.TextBody!.IndexOf("Example", StringComparison.Ordinal)..]).Value;
        await rig.MailAsync(TalkRig.Secretary, "Re: digest", $"{code} extend", TalkRig.Passed);
        Assert.Equal(MessageState.Held, (await rig.Get<MessageQueries>().ShowAsync(mail.Line.Id, TestContext.Current.CancellationToken))!.Line.State);
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
