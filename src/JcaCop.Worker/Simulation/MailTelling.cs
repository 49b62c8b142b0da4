using System.Globalization;
using System.Text.Json;
using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Simulation;

/// <summary>Tells what became of mails and letters since it last looked, from the register itself: the service knows nothing of being watched.</summary>
internal sealed class MailTelling(IServiceProvider services, Timeline timeline, TimeProvider clock)
{
    /// <summary>More mails do not come between two looks of a story.</summary>
    private const int Most = 10_000;

    private readonly MessageQueries messages = services.GetRequiredService<MessageQueries>();
    private readonly OutboxStore outbox = services.GetRequiredService<OutboxStore>();
    private readonly Dictionary<long, DateTimeOffset> toldMails = [];
    private readonly HashSet<long> toldLetters = [];

    /// <summary>Up to this number all letters are told.</summary>
    private long toldUntil;

    /// <summary>Mails judged or set aside since the last call, in the order in which they came.</summary>
    public async Task TellNewAsync(CancellationToken stop)
    {
        var newest = await messages.NewestAsync(null, Most, stop);
        foreach (var mail in newest.Where(mail => mail.JudgedAt is { } at && toldMails.GetValueOrDefault(mail.Id) != at).OrderBy(mail => mail.Id))
        {
            toldMails[mail.Id] = mail.JudgedAt!.Value;
            if (await messages.ShowAsync(mail.Id, stop) is { } details) Tell(details);
        }
    }

    /// <summary>Letters that left since the last call.</summary>
    public async Task TellLettersAsync(CancellationToken stop)
    {
        foreach (var letter in (await outbox.NewerAsync(toldUntil, stop)).Where(letter => letter.SettledAt is not null && toldLetters.Add(letter.Id)))
        {
            if (letter.State == OutboxState.Accepted) timeline.Tell(clock.GetUtcNow(), TimelineWord.Letter, $"{letter.Kind} to {letter.To}: {letter.Subject}");
            else timeline.Tell(clock.GetUtcNow(), TimelineWord.Trouble, $"{letter.Kind} to {letter.To}: {letter.State}: {letter.LastAnswer}");
        }
        while (toldLetters.Remove(toldUntil + 1)) toldUntil++;
    }

    private void Tell(MessageDetails details)
    {
        var mail = details.Line;
        var now = clock.GetUtcNow();
        var sorted = mail.Kind is { } kind ? $" [{(kind == nameof(MailKind.Human) ? mail.Language : JsonNamingPolicy.KebabCaseLower.ConvertName(kind))}]" : "";
        timeline.Tell(now, TimelineWord.Mail, $"{mail.Id}  {Sender(mail)}: {mail.Subject}{sorted}");
        if (mail.State == MessageState.SetAside)
        {
            timeline.Tell(now, TimelineWord.SetAside, mail.Reason ?? "could not be read");
            return;
        }
        foreach (var item in details.Items)
        {
            var said = string.Create(CultureInfo.InvariantCulture, $"{item.Type}: {ItemFields.Summary(item.Json)} ({item.Confidence:0.00})");
            if (item.State == ItemState.Accepted) timeline.Tell(now, TimelineWord.Recorded, said);
            else timeline.Tell(now, TimelineWord.Held, $"{said}: {item.Why}");
        }
        // "No comments" is an answer, and no item holds it.
        if (details.Items.Count == 0 && details.Answer is { } answer)
            foreach (var one in answer.All)
                if (one is { Said: { } denied, State: ItemState.Accepted }) timeline.Tell(now, TimelineWord.Recorded, $"answer to {one.Call}: {denied.Gist}");
        if (mail is { State: MessageState.Processed, HeldItems: 0, Reason: { } why } && details.Items.Count == 0) timeline.Tell(now, TimelineWord.Recorded, $"nothing here: {why}");
        if (mail.State == MessageState.Held && mail.HeldItems == 0) timeline.Tell(now, TimelineWord.Held, $"the mail itself: {mail.Reason}");
    }

    private static string Sender(MessageLine mail) => mail switch
    {
        { SenderName: { Length: > 0 } name } => name,
        { Sender: { } address } => address,
        _ => "(nobody)",
    };
}
