using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Words of offices and seats under the letter that asks: done, or waiting for a person, never filed away.</summary>
public sealed class ChairmansWordsTests : IAsyncDisposable
{
    private const string Peter = "p.hall@ministry.example";
    private const string Passed = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<MimeMessage> AskedOfStatementAsync()
    {
        await rig.OrderAsync("member add ETSI --sort external --body ETSI --email liaison@standards-house.example");
        await rig.DeskAsync("liaison draft \"age verification\" --action ETSI --deadline 2012-11-30 --text \"Please send your work plan.\"");
        return Assert.Single(await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero)), letter => letter.To.ToString() == TalkRig.Chairman);
    }

    [Theory]
    [InlineData("admit", LiaisonState.Sent, MessageState.Processed)]
    [InlineData("Perhaps.", LiaisonState.Draft, MessageState.Held)]
    [InlineData("I have no time for this before Thursday.", LiaisonState.Draft, MessageState.Held)]
    [InlineData("Thank you!", LiaisonState.Draft, MessageState.Processed)]
    public async Task What_the_chairman_writes_under_the_letter_that_asks_is_carried_out_or_waits(string words, LiaisonState left, MessageState state)
    {
        var asked = await AskedOfStatementAsync();
        var mail = await rig.MailAsync(TalkRig.Chairman, "Re: your question", words, $"{Passed}\nIn-Reply-To: <{asked.MessageId}>");
        Assert.Equal(state, mail.Line.State);
        Assert.Equal(left, Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).State);
    }

    [Fact]
    public async Task A_word_of_the_chairman_that_cannot_be_carried_out_is_not_lost()
    {
        var asked = await AskedOfStatementAsync();
        await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", "Not before the list of bodies has been checked by SG17, please.", Passed);
        await rig.SendAsync();
        var second = await rig.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", "Accept", Passed);
        Assert.Equal(LiaisonState.Draft, Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>()).State);
        Assert.Equal(MessageState.Held, second.Line.State);
        Assert.DoesNotContain("--despite-waiting", await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    private async Task<MimeMessage> AskedOfSeatAsync()
    {
        await rig.DeskAsync($"person add --name \"Peter Hall\" --email {Peter}\nseat add \"ITU-T SG17\" --person 1 --from 2012-01-01");
        rig.Clock.SetUtcNow(new(2013, 10, 2, 4, 0, 0, TimeSpan.Zero));
        return (await rig.LiveUntilAsync(new(2013, 10, 25, 14, 0, 0, TimeSpan.Zero))).First(letter => letter.To.Mailboxes.Any(to => to.Address == Peter));
    }

    [Fact]
    public async Task An_answer_about_a_seat_that_is_not_plain_is_not_filed_away_and_one_word_says_it()
    {
        var asked = await AskedOfSeatAsync();
        var mail = await rig.MailAsync($"Peter Hall <{Peter}>", $"Re: {asked.Subject}", "Нет, я больше не представляю комиссию.");
        Assert.Equal(MessageState.Held, mail.Line.State);
        var (code, printed) = await rig.RunAsync($"review accept {mail.Line.Id}");
        Assert.NotEqual(ExitCode.Ok, code);
        Assert.Contains("word=", printed, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await rig.RunAsync($"review accept {mail.Line.Id} --field word=accept")).Code);
    }

    [Theory]
    [InlineData("是的，信息无误。")]
    [InlineData("البيانات صحيحة.")]
    [InlineData("نعم، المعلومات صحيحة.")]
    [InlineData("Oui, les données sont exactes.")]
    [InlineData("Да, данные верны.")]
    public async Task That_the_data_are_right_confirms_the_seat(string words)
    {
        var asked = await AskedOfSeatAsync();
        var mail = await rig.MailAsync($"Peter Hall <{Peter}>", $"Re: {asked.Subject}", words);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        Assert.NotNull(Assert.Single((await rig.RegisterAsync()).Seats).ConfirmedAt);
    }
}
