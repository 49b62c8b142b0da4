using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What members' mails carry beside their answer, told through mail alone: quoted circulars, threads of reminders, absences, offers, two addressees.</summary>
public sealed class TrapsByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Circular = "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31";

    private readonly string box = Directory.CreateTempSubdirectory("jcacop-second-").FullName;
    private readonly TalkRig rig;

    public TrapsByMailTests() => rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:w:Name"] = "CWG-EX", ["Groups:w:FullName"] = "Council Working Group on Examples", ["Groups:w:Address"] = "cwg@union.example", ["Groups:w:TimeZone"] = "Europe/Zurich",
        ["Groups:w:OfficialDomains:ministry.example"] = "AU", ["Groups:w:Secretaries:0"] = TalkRig.Secretary,
        ["Mailboxes:1:Name"] = "w", ["Mailboxes:1:Group"] = "w", ["Mailboxes:1:Kind"] = "Folder", ["Mailboxes:1:Path"] = box, ["Mailboxes:1:SettleTime"] = "00:00:00",
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        Directory.Delete(box, recursive: true);
    }

    private Task<string> OpenAsync() => rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Jane}\n{Circular}");

    private async Task<ObligationState> OwedAsync() => Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State;

    [Fact]
    public async Task A_reply_to_the_reminder_over_the_quoted_circular_is_the_answer_and_nothing_of_the_quotation_is_recorded()
    {
        await OpenAsync();
        var reminder = (await rig.LiveUntilAsync(new(2012, 10, 18, 0, 0, 0, TimeSpan.Zero))).Last(letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal));
        Assert.NotEqual("call", (await rig.LettersAsync()).Single(letter => letter.InternetId == reminder.MessageId).Kind);
        var answer = await rig.MailAsync(Jane, $"Re: {reminder.Subject}", """
            Dear Secretariat,

            we nominate the following organization:

            Organization: Lantern Children's Network
            Country: Australia
            Contact person: Ms Anna Sample
            E-mail: anna.sample@lantern.example

            Jane Example

            On 17 October 2012 the secretariat wrote:
            > With reference to TSB Circular 313, organizations such as the following were nominated:
            > Organization: Quoted Trust
            > Country: Kenya
            > Contact person: Mr Quentin Quote
            > E-mail: quentin@quoted.example
            """, $"In-Reply-To: <{reminder.MessageId}>");
        Assert.Equal(MessageState.Processed, answer.Line.State);
        Assert.Equal("Lantern Children's Network", Assert.Single((await rig.RegisterAsync()).Organizations).Name);
        Assert.DoesNotContain((await rig.RegisterAsync()).Persons, person => person.Name == "Quentin Quote");
        Assert.Equal(ObligationState.Met, await OwedAsync());
        Assert.DoesNotContain(await rig.LiveUntilAsync(new(2012, 11, 5, 0, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal) && letter.Subject!.Contains("eminder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Absences_and_failures_of_the_whole_mailing_are_no_answers_and_get_none()
    {
        await OpenAsync();
        var circular = (await rig.SendAsync()).Concat(await rig.LiveUntilAsync(rig.Clock.GetUtcNow())).FirstOrDefault(letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal))?.MessageId
            ?? (await rig.LettersAsync()).First(letter => letter.To == Jane).InternetId;
        await rig.MailAsync(Jane, "Automatic reply: TSB Circular 313", "I am out of the office until 5 October 2012.", $"Auto-Submitted: auto-replied\nIn-Reply-To: <{circular}>");
        await rig.TakeAsync(ReachTests.Bounce(rig.Clock.GetUtcNow(), circular, Jane, "4.2.2", null));
        Assert.Equal(ObligationState.Open, await OwedAsync());
        Assert.Empty(await rig.SendAsync());
    }

    [Theory]
    [InlineData("I would like to nominate myself. I am an independent consultant on child online protection.\n\nName: Mr Otto Example\nE-mail: otto.example@gmail.com", "otto.example@gmail.com")]
    [InlineData("Dear Sir or Madam,\n\nwe are the leading vendor of filtering software and offer your members a discount of 30 % until the end of October. Please let us know when we may present our product.\n\nBest regards,\nSales Team", "sales@filters.example")]
    [InlineData("We report to you that pictures of children are shown on the site named in the attached file. Please pass this on.\n\nA concerned citizen", "citizen@gmail.com")]
    public async Task Who_nominates_himself_sells_something_or_reports_content_waits_for_a_person_and_is_passed_to_nobody(string text, string sender)
    {
        await OpenAsync();
        await rig.SendAsync();
        var mail = await rig.MailAsync(sender, "Child online protection", text);
        Assert.Equal(MessageState.Held, mail.Line.State);
        var register = await rig.RegisterAsync();
        Assert.Empty(register.Organizations);
        Assert.Empty(register.Persons);
        Assert.All(await rig.SendAsync(), letter => Assert.Equal(sender, letter.To.Mailboxes.Single().Address));
    }

    [Fact]
    public async Task One_mail_to_two_groups_is_taken_once_by_each_and_settles_the_call_of_the_one_that_asked()
    {
        await OpenAsync();
        var raw = $"From: Jane Example <{Jane}>\r\nTo: {TalkRig.Desk}, cwg@union.example\r\nSubject: TSB Circular 313\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <both@ministry.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + "With reference to TSB Circular 313, the Administration of Australia nominates the following organization:\r\n\r\nOrganization: Lantern Children's Network\r\nCountry: Australia\r\nContact person: Ms Anna Sample\r\nE-mail: anna.sample@lantern.example\r\n";
        var file = Path.Combine(box, "1.eml");
        await File.WriteAllTextAsync(file, raw, Stop);
        File.SetLastWriteTimeUtc(file, rig.Clock.GetUtcNow().UtcDateTime);
        await rig.TakeAsync(raw);
        var taken = (await rig.Get<MessageQueries>().NewestAsync(null, 10, Stop)).Where(mail => mail.InternetId == "both@ministry.example").ToList();
        Assert.Equal([("g", MessageState.Processed), ("w", MessageState.Processed)], taken.Select(mail => (mail.Group!, mail.State)).Order());
        Assert.Equal(ObligationState.Met, await OwedAsync());
        foreach (var group in new[] { "g", "w" })
            Assert.Equal("Lantern Children's Network", Assert.Single((await rig.Get<RegisterStore>().SnapshotAsync(group, null, Stop)).Organizations).Name);
        Assert.DoesNotContain((await rig.Get<RegisterStore>().SnapshotAsync("w", null, Stop)).All<AnswerEntry>(), answer => answer.CallId is not null);
        Assert.Equal([TalkRig.Desk, "cwg@union.example"], (await rig.SendAsync()).Where(letter => letter.InReplyTo == "both@ministry.example").Select(letter => letter.From.Mailboxes.Single().Address).OrderDescending(StringComparer.Ordinal));
    }
}
