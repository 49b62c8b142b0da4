using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>By mail, a secretary sees and touches what belongs to the own group alone, though one deployment serves several.</summary>
public sealed class GroupBoundTests : IDisposable
{
    private readonly string box = Directory.CreateTempSubdirectory("jcacop-other-").FullName;

    public void Dispose() => Directory.Delete(box, recursive: true);

    private TalkRig Rig() => new(over: new Dictionary<string, string?>
    {
        ["Groups:other:Name"] = "CWG-X", ["Groups:other:FullName"] = "Working Group X", ["Groups:other:Address"] = "other@union.example", ["Groups:other:TimeZone"] = "Europe/Zurich",
        ["Mailboxes:1:Name"] = "other", ["Mailboxes:1:Group"] = "other", ["Mailboxes:1:Kind"] = "Folder", ["Mailboxes:1:Path"] = box, ["Mailboxes:1:SettleTime"] = "00:00:00",
    });

    private async Task<long> HeldByTheOtherAsync(TalkRig rig)
    {
        var file = Path.Combine(box, "1.eml");
        await File.WriteAllTextAsync(file, $"From: someone@gmail.com\r\nTo: other@union.example\r\nSubject: TSB Circular 313 - nomination\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <1@gmail.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + "With reference to TSB Circular 313, we nominate the following organization:\r\n\r\nOrganization: Lantern Children's Network\r\nCountry: Australia\r\nContact person: Ms Anna Sample\r\nE-mail: anna.sample@lantern.example\r\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, rig.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await rig.DrainAsync();
        var mail = Assert.Single(await rig.Get<MessageQueries>().NewestAsync(null, 10, TestContext.Current.CancellationToken));
        Assert.Equal((MessageState.Held, "other"), (mail.State, mail.Group));
        return mail.Id;
    }

    [Fact]
    public async Task Who_is_erased_by_mail_is_erased_in_the_own_group_alone()
    {
        await using var rig = Rig();
        var id = await HeldByTheOtherAsync(rig);
        await rig.RunAsync("person add --name \"Some One\" --email someone@gmail.com --group g");
        await rig.MailAsync(TalkRig.Secretary, "Orders", "erase person 1 --yes", TalkRig.Passed);
        Assert.Contains("Erased.", await rig.SendTextAsync(), StringComparison.Ordinal);
        Assert.Equal("someone@gmail.com", (await rig.Get<MessageQueries>().ShowAsync(id, TestContext.Current.CancellationToken))!.Line.Sender);
        Assert.NotEmpty((await rig.Get<MessageQueries>().RawAsync(id, TestContext.Current.CancellationToken))!);
    }

    [Theory]
    [InlineData("review list", "Nothing waits for a person")]
    [InlineData("review show 1", "There is no mail 1")]
    [InlineData("review accept 1", "There is no mail 1")]
    [InlineData("review reject 1", "There is no mail 1")]
    [InlineData("review replay 1", "There is no mail 1")]
    [InlineData("erase mail 1 --yes", "There is no mail 1")]
    [InlineData("erase attachment 1 a.pdf --yes", "There is no mail 1")]
    [InlineData("person data someone@gmail.com", "Nothing is held of 'someone@gmail.com'")]
    [InlineData("person data anna.sample@lantern.example", "Nothing is held of 'anna.sample@lantern.example'")]
    [InlineData("outbox retry 1", "There is no letter 1")]
    [InlineData("outbox list", "No letters")]
    [InlineData("export messages --json", "\"messages\"")]
    [InlineData("export messages --group other", "does not speak for the group 'other'")]
    [InlineData("member show 1", "There is no member 1 in the register of JCA-COP")]
    public async Task What_is_another_groups_is_not_there(string order, string told)
    {
        await using var rig = Rig();
        var id = await HeldByTheOtherAsync(rig);
        await rig.RunAsync("member add \"Administration of Australia\" --country AU --group other");
        await rig.Get<OutboxStore>().EnqueueAsync([new OutgoingLetter("x@union.example", "other", "call", "other@union.example", "a@b.example", "Secret subject", "Subject: Secret subject\r\nDate: Mon, 01 Oct 2012 08:00:00 +0000\r\n\r\n"u8.ToArray())], TestContext.Current.CancellationToken);
        await rig.MailAsync(TalkRig.Secretary, "Orders", order, TalkRig.Passed);
        var answer = string.Concat((await rig.SendAsync()).Where(letter => letter.To.ToString() == TalkRig.Secretary).Select(letter => letter.TextBody));
        Assert.Contains(told, answer, StringComparison.Ordinal);
        // The answer repeats the order, and that alone.
        answer = answer.Replace("someone@gmail.com'", "", StringComparison.Ordinal).Replace(order, "", StringComparison.Ordinal);
        foreach (var secret in new[] { "someone@gmail.com", "Lantern", "Secret subject", "Australia" }) Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
        Assert.Equal(MessageState.Held, (await rig.Get<MessageQueries>().ShowAsync(id, TestContext.Current.CancellationToken))!.Line.State);
        Assert.NotEmpty((await rig.Get<MessageQueries>().RawAsync(id, TestContext.Current.CancellationToken))!);
    }
}
