using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Words and verbs of the secretariat whose meaning depends on what they are said of.</summary>
public sealed class DeskWordsTests : IAsyncDisposable
{
    private const string Peter = "p.hall@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("arrêter")]
    [InlineData("stop")]
    [InlineData("停止")]
    public async Task A_word_that_stops_letters_decides_no_mail_and_is_named_back(string word)
    {
        var mail = await rig.MailAsync("someone@elsewhere.example", "Question", "Who may attend the next meeting, and where do I find the agenda?");
        Assert.Equal(MessageState.Held, mail.Line.State);
        await rig.SendAsync();
        var code = ReplyToken.New();
        var until = rig.Clock.GetUtcNow().AddDays(3);
        Assert.True((await rig.Get<QuestionStore>().AskAsync(new QuestionEntry(0, "g", QuestionMatter.HeldMail, QuestionEntry.KeyOfMessage(mail.Line.Id), null, null, mail.Line.Id, "a question",
            [new(AnswerWords.Accept, "review accept {id}"), new(AnswerWords.Reject, "review reject {id}")], Answerers.Secretariat, [], rig.Clock.GetUtcNow(), until),
            new IssuedCode(QuestionCode.HashOf("g", code.Code), TalkRig.Secretary, until), "digest", Stop)).Done);
        await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"{code} {word}", TalkRig.Passed);
        Assert.Equal(MessageState.Held, (await rig.Get<MessageQueries>().ShowAsync(mail.Line.Id, Stop))!.Line.State);
        Assert.Contains(word, await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_is_asked_about_again_is_asked_by_a_reminder()
    {
        await rig.DeskAsync($"person add --name \"Peter Hall\" --email {Peter}\nseat add \"ITU-T SG17\" --person 1 --from 2012-01-01");
        rig.Clock.SetUtcNow(new(2013, 10, 2, 4, 0, 0, TimeSpan.Zero));
        var asked = (await rig.LiveUntilAsync(new(2013, 10, 31, 14, 0, 0, TimeSpan.Zero))).Where(letter => letter.To.Mailboxes.Any(to => to.Address == Peter)).ToList();
        Assert.True(asked.Count > 1);
        Assert.DoesNotContain("Reminder", asked[0].Subject, StringComparison.Ordinal);
        Assert.All(asked.Skip(1), letter => Assert.StartsWith("Reminder: are these details still correct?", letter.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mandates_as_of_a_day_are_those_that_held_then_whenever_they_were_entered()
    {
        await rig.DeskAsync("mandate add \"Terms of reference of 2010\" --decided-by \"ITU-T SG17\" --from 2010-04-30 --until 2011-04-30");
        Assert.Contains("Terms of reference of 2010", await rig.DeskAsync("mandate list --as-of 2010-12-01"), StringComparison.Ordinal);
        Assert.Contains("No mandates", await rig.DeskAsync("mandate list --as-of 2012-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_of_a_questionnaire_go_out_in_the_language_of_the_reader()
    {
        await rig.DeskAsync("member add \"Administration of France\" --country FR --email itu@numerique.example --language fr\nmember add \"Administration of Australia\" --country AU --email itu@ministry.example --language en\n"
            + "call open \"TSB Circular 320\" --kind questionnaire --title \"Hotlines\" --deadline 2012-11-30 --question \"1=Is there a hotline?\" --question-in \"fr:1=Existe-t-il une ligne d’écoute ?\"");
        var letters = (await rig.SendAsync()).ToLookup(letter => letter.To.Mailboxes.First().Address, letter => letter.TextBody);
        Assert.Contains("Existe-t-il une ligne d’écoute", Assert.Single(letters["itu@numerique.example"]), StringComparison.Ordinal);
        Assert.Contains("Is there a hotline?", Assert.Single(letters["itu@ministry.example"]), StringComparison.Ordinal);
        Assert.DoesNotContain("Existe", Assert.Single(letters["itu@ministry.example"]), StringComparison.Ordinal);
        Assert.Contains("no --question 2", await rig.DeskAsync("call open \"TSB Circular 321\" --kind questionnaire --title \"Hotlines\" --question \"1=Is there one?\" --question-in \"fr:2=Et ?\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebodys_own_number_is_the_persons_and_not_the_houses()
    {
        await rig.DeskAsync("organization add --name \"Kids Online Foundation\" --country AU\nperson add --name \"Mia Turner\" --email m.turner@kids.example");
        var mail = await rig.MailAsync("Mia Turner <m.turner@kids.example>", "New telephone", "Dear Secretariat,\n\nMy new telephone number is +61 2 5550 9999.\n\nMia Turner\nKids Online Foundation");
        if (mail.Line.State == MessageState.Held) await rig.DeskAsync($"review accept {mail.Line.Id}");
        Assert.Equal("+61 2 5550 9999", Assert.Single((await rig.RegisterAsync()).Persons).Phone);
    }
}
