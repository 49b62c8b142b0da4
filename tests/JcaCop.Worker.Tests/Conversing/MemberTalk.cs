using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>The Administration of New Zealand, in whose name a stranger writes, and what it is asked.</summary>
public abstract class MemberTalk : IAsyncDisposable
{
    private protected const string Kiri = "kiri@council.example";

    private protected const string Stranger = "assistant.of.kiri@gmail.com";

    private protected readonly TalkRig rig = new();

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<IReadOnlyList<MimeMessage>> AskedAsync()
    {
        await rig.SendAsync();
        await rig.WorkAsync(typeof(MemberQuestionsJob));
        return await rig.SendAsync();
    }

    private protected static string AddressOf(MimeMessage letter) => letter.To.Mailboxes.Single().Address;

    private protected Task<MessageDetails> AnswerAsync(MimeMessage letter, string word, string? from = null) =>
        rig.MailAsync(from ?? AddressOf(letter), $"Re: {letter.Subject}", word, from is null && AddressOf(letter) == TalkRig.Secretary ? TalkRig.Passed : null, to: letter.ReplyTo.Mailboxes.First().Address);

    private protected async Task<MessageDetails> NominatedByStrangerAsync(string language = "en")
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri} --language {language}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync(Stranger, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, the Administration of New Zealand nominates the following organization:

            Organization: Harbour Helpline
            Country: New Zealand
            Contact person: Mr Berto Sample
            E-mail: berto@harbour.example
            Telephone: +64 4 555 0101
            """);
        Assert.Equal(MessageState.Held, held.Line.State);
        return held;
    }
}
