using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Somebody hands over a post, by mail.</summary>
public sealed class SuccessionsByMailTests : IAsyncDisposable
{
    private const string Peter = "p.hall@ministry.example";
    private const string Ann = "ann.marsh@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> SeatAsync() => rig.OrderAsync($"person add --name \"Peter Hall\" --email {Peter}\nseat add \"ITU-T SG17\" --person 1 --from 2012-01-01\nmember add \"Administration of Australia\" --country AU --email itu@ministry.example");

    private static bool To(MimeMessage letter, string address) => letter.To.Mailboxes.Any(to => to.Address == address);

    [Fact]
    public async Task Whoever_names_a_successor_in_answer_to_the_question_about_the_seat_is_not_asked_again_and_the_secretariat_records_it()
    {
        await SeatAsync();
        rig.Clock.SetUtcNow(new(2013, 10, 2, 4, 0, 0, TimeSpan.Zero));
        var asked = (await rig.LiveUntilAsync(new(2013, 10, 25, 14, 0, 0, TimeSpan.Zero))).First(letter => To(letter, Peter));
        var word = await rig.MailAsync(Peter, $"Re: {asked.Subject}", "Dear Secretariat,\n\nI have left this post. My successor is Ms Ann Marsh (ann.marsh@ministry.example).\n\nPeter Hall", $"In-Reply-To: <{asked.MessageId}>");
        Assert.Equal(MessageState.Held, word.Line.State);
        await rig.SendAsync();
        var until = rig.Clock.GetUtcNow().AddDays(12);
        Assert.DoesNotContain(await rig.LiveUntilAsync(until), letter => To(letter, Peter));
        Assert.Null(Assert.Single((await rig.RegisterAsync()).Seats).Until);

        var told = await rig.OrderAsync($"person add --name \"Ann Marsh\" --email {Ann}\nseat add \"ITU-T SG17\" --person 2\nseat end 1 --why \"handed over\"\nreview accept {word.Line.Id}");
        Assert.Contains("Nothing was recorded: no entry was understood in the mail", told, StringComparison.Ordinal);
        Assert.Equal([false, true], (await rig.RegisterAsync()).Seats.OrderBy(seat => seat.Id).Select(seat => seat.Until is null));
        Assert.Equal(ObligationState.Waived, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Matter == ObligationMatter.ConfirmSeat).State);
        Assert.DoesNotContain(await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddDays(30)), letter => To(letter, Peter) || To(letter, Ann));
    }

    private const string Proved = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=ministry.example\n";

    private async Task<MessageDetails> AnswerAsync(string words, string proof = Proved)
    {
        await SeatAsync();
        rig.Clock.SetUtcNow(new(2013, 10, 2, 4, 0, 0, TimeSpan.Zero));
        var asked = (await rig.LiveUntilAsync(new(2013, 10, 25, 14, 0, 0, TimeSpan.Zero))).First(letter => To(letter, Peter));
        return await rig.MailAsync($"Peter Hall <{Peter}>", "Re", $"{words}\n\nPeter Hall", $"{proof}In-Reply-To: <{asked.MessageId}>");
    }

    [Theory]
    [InlineData("Yes, the details are correct.")]
    [InlineData("Oui, les données sont exactes.")]
    [InlineData("Sí, los datos son correctos.")]
    [InlineData("Да, всё верно.")]
    [InlineData("نعم، البيانات صحيحة.")]
    [InlineData("是的，信息无误。")]
    public async Task A_plain_yes_in_the_thread_of_the_question_confirms_the_seat_without_its_code(string words)
    {
        Assert.Equal(MessageState.Processed, (await AnswerAsync(words)).Line.State);
        var register = await rig.RegisterAsync();
        Assert.Equal(2013, Assert.Single(register.Seats).ConfirmedAt?.Year);
        Assert.Equal(ObligationState.Met, Assert.Single(register.All<ObligationEntry>(), owed => owed.Matter == ObligationMatter.ConfirmSeat).State);
    }

    [Fact]
    public async Task A_yes_that_nobody_has_proved_waits()
    {
        Assert.Equal(MessageState.Held, (await AnswerAsync("Yes, the details are correct.", "")).Line.State);
        Assert.Equal(ObligationState.Open, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Matter == ObligationMatter.ConfirmSeat).State);
    }

    [Theory]
    [InlineData("No, I am no longer the representative.")]
    [InlineData("Non, je ne suis plus le représentant.")]
    [InlineData("No, ya no soy el representante.")]
    [InlineData("Нет, я больше не представитель.")]
    [InlineData("لا، لم أعد الممثل.")]
    [InlineData("不，我已不再担任代表。")]
    public async Task Whoever_holds_the_seat_no_longer_gives_it_up_and_a_person_decides(string words)
    {
        var answer = await AnswerAsync(words);
        Assert.Equal(MessageState.Held, answer.Line.State);
        Assert.Contains(answer.Items, item => item.Type == "withdrawal" && item.State == ItemState.Held);
        await rig.OrderAsync($"review accept {answer.Line.Id}");
        Assert.NotNull(Assert.Single((await rig.RegisterAsync()).Seats).Until);
    }

    [Fact]
    public async Task A_succession_from_an_address_that_nobody_knows_waits_and_changes_the_seat_at_one_word_and_answers_the_circular_that_it_cites()
    {
        await SeatAsync();
        await rig.OrderAsync("call open \"TSB Circular 278\" --kind contacts --title \"Contact details\" --deadline 2012-11-30");
        var word = await rig.MailAsync("Peter Hall <peter.hall@gmail.com>", "TSB Circular 278", """
            With reference to TSB Circular 278, on behalf of the Administration of Australia:

            I am leaving the Ministry. My successor as representative for ITU-T SG17 will be Ms Ann Marsh (ann.marsh@ministry.example, +61 2 5550 0199).

            Peter Hall
            """);
        Assert.Equal(MessageState.Held, word.Line.State);
        Assert.Contains(word.Items, item => item.Type == "representative" && item.State == ItemState.Held);
        await rig.SendAsync();
        var told = await rig.OrderAsync($"review accept {word.Line.Id}");
        Assert.Contains("Ann Marsh", told, StringComparison.Ordinal);
        var register = await rig.RegisterAsync();
        Assert.NotNull(register.Seats.Single(seat => seat.PersonId == 1).Until);
        Assert.Equal("Ann Marsh", register.Person(register.Seats.Single(seat => seat.Until is null).PersonId)!.Name);
        Assert.Equal(ObligationState.Met, Assert.Single(register.All<ObligationEntry>(), owed => owed.Matter == ObligationMatter.AnswerCall).State);
    }

    [Theory]
    [InlineData("Mr Peter Hall has moved to other duties and is replaced by Ms Ann Marsh (ann.marsh@ministry.example).", "alternate")]
    [InlineData("نود إبلاغكم بأن السيد Peter Hall انتقل إلى عمل آخر، وتحل محله السيدة Ann Marsh (ann.marsh@ministry.example).", "alternate")]
    [InlineData("M. Peter Hall a quitté ses fonctions. Il est remplacé par Mme Ann Marsh (ann.marsh@ministry.example).", "expert")]
    [InlineData("Mr Peter Hall has moved to other duties and is replaced as representative by Ms Ann Marsh (ann.marsh@ministry.example).", "alternate", SeatRole.Representative)]
    public async Task Whoever_comes_for_an_alternate_is_the_alternate_where_the_mail_tells_no_role(string words, string role, SeatRole? told = null)
    {
        await rig.OrderAsync($"person add --name \"Peter Hall\" --email {Peter}\nmember add \"Administration of Australia\" --country AU --email itu@ministry.example\nseat add \"Ministry of Posts\" --role {role} --person 1 --from 2012-01-01");
        var mail = await rig.MailAsync("itu@ministry.example", "Change", $"{words}\n\nMinistry of Posts");
        if (mail.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {mail.Line.Id} --field \"body=Ministry of Posts\"");
        var seats = (await rig.RegisterAsync()).Seats;
        Assert.Equal(told ?? Enum.Parse<SeatRole>(role, ignoreCase: true), Assert.Single(seats, seat => seat.Until is null).Role);
        Assert.NotNull(Assert.Single(seats, seat => seat.PersonId == 1).Until);
    }
}
