using JcaCop.Post.Letters.Message;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A mail designates persons and does not say for which body.</summary>
public sealed class SeatsWithoutBodyTests : IAsyncDisposable
{
    private const string Member = "itu@ministry.example";
    private const string Obstacle = "it does not say for which body; say it as 'body: …' (--field body=…), or reject it";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<MessageDetails> DesignatedAsync(string from)
    {
        await rig.OrderAsync($"member add \"Administration of Mexico\" --country MX --email {Member}\ncall open \"TSB Circular 278\" --kind contacts --title \"Contact details\" --deadline 2012-11-30");
        var mail = await rig.MailAsync(from, "TSB Circular 278", """
            Estimados señores:

            Con referencia a la Circular TSB 278, designamos como titular al Lic. Pablo Ejemplo Luna (pablo.ejemplo@ministry.example) y como suplente a la Ing. Rosa Muestra Gil (rosa.muestra@ministry.example).

            Atentamente,
            """);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Equal(2, mail.Items.Count(item => item.Type == "representative" && item.State == ItemState.Held));
        await rig.SendAsync();
        return mail;
    }

    private async Task<ReplyToken> AskedAsync(MessageDetails mail)
    {
        var code = ReplyToken.New();
        var until = rig.Clock.GetUtcNow().AddDays(3);
        Assert.True((await rig.Get<QuestionStore>().AskAsync(new QuestionEntry(0, "g", QuestionMatter.HeldMail, QuestionEntry.KeyOfMessage(mail.Line.Id), null, null, mail.Line.Id, "two designations",
            [new(AnswerWords.Accept, "review accept {id}"), new(AnswerWords.Reject, "review reject {id}")], Answerers.Secretariat, [], rig.Clock.GetUtcNow(), until),
            new IssuedCode(QuestionCode.HashOf("g", code.Code), TalkRig.Secretary, until), "digest", Stop)).Done);
        return code;
    }

    private async Task<MessageState> StateAsync(MessageDetails mail) => (await rig.Get<MessageQueries>().ShowAsync(mail.Line.Id, Stop))!.Line.State;

    private async Task SeatedAsync(string told)
    {
        var register = await rig.RegisterAsync();
        Assert.Equal(["Administration of Mexico", "Administration of Mexico"], register.Seats.Select(seat => seat.Body));
        Assert.Equal(["Pablo", "Rosa"], register.Seats.OrderBy(seat => seat.Role).Select(seat => register.Person(seat.PersonId)!.Name!.Split(' ')[0]));
        Assert.DoesNotContain("The register is as it was", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_accepted_of_a_members_own_answer_is_recorded_for_the_member(bool byDigest)
    {
        var mail = await DesignatedAsync(Member);
        if (byDigest)
        {
            await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"{await AskedAsync(mail)} accept", TalkRig.Passed);
            await SeatedAsync(await rig.SendTextAsync());
        }
        else await SeatedAsync(await rig.OrderAsync($"review accept {mail.Line.Id}"));
        Assert.Equal(MessageState.Processed, await StateAsync(mail));
        Assert.Equal(ObligationState.Met, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Matter == ObligationMatter.AnswerCall).State);
    }

    [Fact]
    public async Task What_no_member_is_proved_to_say_is_refused_stays_in_review_and_is_told_to_nobody_as_recorded()
    {
        var mail = await DesignatedAsync("pablo.ejemplo@gmail.com");
        Assert.Contains(Obstacle, await rig.OrderAsync($"review accept {mail.Line.Id}"), StringComparison.Ordinal);
        Assert.Equal(MessageState.Held, await StateAsync(mail));
        var code = await AskedAsync(mail);
        await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"{code} accept", TalkRig.Passed);
        Assert.Contains(Obstacle, await rig.SendTextAsync(), StringComparison.Ordinal);
        Assert.Equal(MessageState.Held, await StateAsync(mail));
        Assert.Empty((await rig.RegisterAsync()).Seats);
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "item-decided");
        Assert.Equal(QuestionState.Open, Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>()).State);

        // One line says it of both.
        await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"{code} body: Administration of Mexico", TalkRig.Passed);
        await SeatedAsync(await rig.SendTextAsync());
        Assert.Equal(MessageState.Processed, await StateAsync(mail));
        Assert.Contains(await rig.LettersAsync(), letter => letter.Kind == "item-decided");
    }
}
