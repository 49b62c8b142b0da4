using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>One service, two groups: mails that reach the wrong mailbox, and mails that speak to both.</summary>
public sealed class TwoGroupsByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example", There = "cwg@union.example";

    private readonly string box = Directory.CreateTempSubdirectory("jcacop-second-").FullName;
    private readonly TalkRig rig;
    private int files;

    public TwoGroupsByMailTests() => rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:w:Name"] = "CWG-EX", ["Groups:w:FullName"] = "Council Working Group on Examples", ["Groups:w:Address"] = There, ["Groups:w:TimeZone"] = "Europe/Zurich",
        ["Groups:w:OfficialDomains:ministry.example"] = "AU", ["Groups:w:Secretaries:0"] = TalkRig.Secretary,
        ["Mailboxes:1:Name"] = "w", ["Mailboxes:1:Group"] = "w", ["Mailboxes:1:Kind"] = "Folder", ["Mailboxes:1:Path"] = box, ["Mailboxes:1:SettleTime"] = "00:00:00",
        ["PrimaryGroup"] = "g",
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        Directory.Delete(box, recursive: true);
    }

    private async Task DoAsync(params string[] orders)
    {
        foreach (var order in orders.SelectMany(order => order.StartsWith("member", StringComparison.Ordinal) ? new[] { $"{order} --group g", $"{order} --group w" } : [order]))
        {
            var (code, printed) = await rig.RunAsync(order);
            Assert.True(code == 0, $"{order}: {printed}");
        }
    }

    private Task OpenAsync() => DoAsync(
        $"member add \"Administration of Australia\" --country AU --email {Jane}",
        "call open \"TSB Circular 270\" --kind consultation --title \"Scope of work\" --deadline 2012-10-31 --group g",
        "call open CL-12/10 --kind questionnaire --title \"National measures\" --deadline 2012-10-31 --question \"1=Is there a law?\" --question \"2=Is there a hotline?\" --group w");

    /// <summary>Delivers a mail to each mailbox that it is addressed to.</summary>
    /// <returns>What became of it, by group.</returns>
    private async Task<Dictionary<string, MessageLine>> MailAsync(string to, string subject, string body)
    {
        var id = $"m{++files}@ministry.example";
        var raw = $"From: Jane Example <{Jane}>\r\nTo: {to}\r\nSubject: {subject}\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <{id}>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n";
        if (to.Contains(There, StringComparison.Ordinal))
        {
            var file = Path.Combine(box, $"{files}.eml");
            await File.WriteAllTextAsync(file, raw, Stop);
            File.SetLastWriteTimeUtc(file, rig.Clock.GetUtcNow().UtcDateTime);
        }
        if (to.Contains(TalkRig.Desk, StringComparison.Ordinal)) await rig.DeliverAsync($"{files}", raw, rig.Clock.GetUtcNow());
        rig.Clock.Advance(TimeSpan.FromSeconds(2));
        await rig.DrainAsync();
        return (await rig.Get<MessageQueries>().NewestAsync(null, 20, Stop)).Where(mail => mail.InternetId == id).ToDictionary(mail => mail.Group!);
    }

    private Task<RegisterSnapshot> OfAsync(string group) => rig.Get<RegisterStore>().SnapshotAsync(group, null, Stop);

    private async Task<ObligationState> OwedAsync(string group) => Assert.Single((await OfAsync(group)).All<ObligationEntry>()).State;

    [Fact]
    public async Task An_objection_in_the_mailbox_of_the_other_group_stands_with_the_group_that_asked_and_nowhere_else()
    {
        await OpenAsync();
        var mails = await MailAsync(There, "TSB Circular 270", "Australia objects to the proposal in TSB Circular 270.");
        Assert.Equal(["g", "w"], mails.Keys.Order());
        Assert.Contains("TSB Circular 270", mails["w"].Reason, StringComparison.Ordinal);
        Assert.Equal(PositionTaken.Objection, Assert.Single((await OfAsync("g")).All<AnswerEntry>()).Given!.Said.Position);
        Assert.Equal(ObligationState.Met, await OwedAsync("g"));
        Assert.Empty((await OfAsync("w")).All<AnswerEntry>());
        Assert.Equal(TalkRig.Desk, Assert.Single(await rig.SendAsync(), letter => letter.InReplyTo is not null).From.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Answers_to_a_questionnaire_behind_its_number_reach_the_group_that_asked_from_the_mailbox_of_the_other()
    {
        await OpenAsync();
        await MailAsync(TalkRig.Desk, "CL-12/10", "In reply to CL-12/10: 1. Yes, the Online Safety Act. 2. Yes, it is 1800 880 176 in the whole country.");
        Assert.Equal(2, Assert.Single((await OfAsync("w")).All<AnswerEntry>()).Given!.Said.Responses.Count);
        Assert.Empty((await OfAsync("g")).All<AnswerEntry>());
        Assert.Equal(ObligationState.Open, await OwedAsync("g"));
    }

    [Fact]
    public async Task A_mail_to_both_groups_answers_each_ones_own_circular()
    {
        await OpenAsync();
        var mails = await MailAsync($"{TalkRig.Desk}, {There}", "TSB Circular 270 and CL-12/10", "TSB Circular 270: we have no objection.\nCL-12/10: 1. Yes, the Online Safety Act. 2. No hotline exists.");
        Assert.All(mails.Values, mail => Assert.Equal(MessageState.Processed, mail.State));
        Assert.Equal(PositionTaken.NoObjection, Assert.Single((await OfAsync("g")).All<AnswerEntry>()).Given!.Said.Position);
        Assert.Equal(2, Assert.Single((await OfAsync("w")).All<AnswerEntry>()).Given!.Said.Responses.Count);
    }

    [Fact]
    public async Task The_part_that_was_not_understood_waits_with_the_group_whose_it_is()
    {
        await OpenAsync();
        var mails = await MailAsync($"{TalkRig.Desk}, {There}", "TSB Circular 270 and CL-12/10", "TSB Circular 270: we have no objection.\nAs to CL-12/10, there is a law, and a hotline too.");
        Assert.Equal(MessageState.Held, mails["w"].State);
        Assert.Equal(ObligationState.Met, await OwedAsync("w"));
        Assert.Single(Assert.Single((await OfAsync("w")).All<AnswerEntry>()).Waiting);
        Assert.Equal(ObligationState.Met, await OwedAsync("g"));
    }

    [Fact]
    public async Task What_is_said_of_two_consultations_of_two_groups_waits_in_both()
    {
        await OpenAsync();
        await DoAsync("call open CL-12/11 --kind consultation --title \"Working methods\" --deadline 2012-10-31 --group w");
        var mails = await MailAsync($"{TalkRig.Desk}, {There}", "TSB Circular 270 and CL-12/11", "We have no objection to TSB Circular 270, and object to the proposal in CL-12/11.");
        Assert.All(mails.Values, mail => Assert.Equal(MessageState.Held, mail.State));
        Assert.Contains("CWG-EX", mails["g"].Reason, StringComparison.Ordinal);
        foreach (var group in new[] { "g", "w" }) Assert.Null(Assert.Single((await OfAsync(group)).All<AnswerEntry>()).Given);
    }

    [Theory]
    [InlineData(TalkRig.Desk, "Please register me for the meeting of EX-COP on 16 November 2012 (in person) and that of CWG-EX on 17 November 2012 (remotely).")]
    [InlineData($"{TalkRig.Desk}, {There}", "Je souhaite m'inscrire à la réunion du EX-COP du 16 novembre 2012 (sur place) et à celle du CWG-EX du 17 novembre 2012 (à distance).")]
    [InlineData(TalkRig.Desk, "Прошу зарегистрировать меня на собрание EX-COP 16 ноября 2012 года (очно) и собрание CWG-EX 17 ноября 2012 года (дистанционно).")]
    public async Task Meetings_of_two_groups_in_one_sentence_are_registered_for_in_each(string to, string text)
    {
        await OpenAsync();
        await DoAsync("meeting open 8 --date 2012-11-16 --from 9:30 --until 12:30 --place Geneva --remote --group g", "meeting open 3 --date 2012-11-17 --from 9:30 --until 12:30 --place Geneva --remote --group w",
            "meeting announce 8 --group g", "meeting announce 3 --group w");
        await MailAsync(to, "Registration", $"{text}\n\nJane Example\nAdviser");
        var (here, there) = (Assert.Single((await OfAsync("g")).All<RegistrationEntry>()), Assert.Single((await OfAsync("w")).All<RegistrationEntry>()));
        Assert.Equal([AttendanceMode.InPerson, AttendanceMode.Remote], [here.Mode, there.Mode]);
    }

    [Fact]
    public async Task A_day_on_which_only_the_other_group_meets_is_its_meeting()
    {
        await OpenAsync();
        await DoAsync("meeting open 3 --date 2012-11-17 --from 9:30 --until 12:30 --place Geneva --group w", "meeting announce 3 --group w");
        var mails = await MailAsync(TalkRig.Desk, "Registration", "Please register me for the meeting on 17 November 2012; I will come in person.\n\nJane Example\nAdviser");
        Assert.Equal(MessageState.Processed, mails["g"].State);
        Assert.True(mails["w"].State == MessageState.Processed, mails["w"].Reason);
        Assert.Single((await OfAsync("w")).All<RegistrationEntry>());
    }

    [Fact]
    public async Task What_names_this_group_and_answers_a_circular_of_the_other_waits_for_a_person()
    {
        await OpenAsync();
        await DoAsync("call open CL-12/12 --kind nomination --title \"Organizations\" --deadline 2012-10-31 --group w");
        var group = rig.Get<Settings.GroupList>().Groups.Single(one => one.Key == "g").Name;
        var mails = await MailAsync(TalkRig.Desk, $"For {group}", "With reference to CL-12/12, we nominate the following organization:\n\nOrganization: Lantern Children's Network\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna.sample@lantern.example");
        Assert.Equal(MessageState.Held, mails["g"].State);
        Assert.Contains("CWG-EX", mails["g"].Reason, StringComparison.Ordinal);
        Assert.Empty((await OfAsync("g")).Organizations);
        Assert.Single((await OfAsync("w")).Organizations);
    }
}
