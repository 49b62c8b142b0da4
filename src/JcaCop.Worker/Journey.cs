using System.Globalization;
using System.Runtime.CompilerServices;
using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Neighbours;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Mailbox;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker;

/// <summary>Whose mail a mailbox holds, and by which policy it is judged.</summary>
public sealed record MailRoute(Group Group, JudgePolicy Policy)
{
    /// <summary>By the key of each other group: the mailbox in which it gets what reached this one and is its.</summary>
    public IReadOnlyDictionary<string, string> MailboxOf { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// The way of the mails, top to bottom. A step that does not stand here does not happen. Each arrow is a commit, and a crash
/// between any two leaves work that the next journey finds: in the mailbox -> taken -> recorded -> moved.
/// </summary>
/// <param name="routeOf">By the name of the mailbox.</param>
public sealed partial class Journey(
    MessageStore messages, MailboxLeases leases, KnownStore register, UnreachedBodies bodies, RecordStore records, Conversation conversation, TalkLetters letters,
    Func<string, MailRoute> routeOf, TimeProvider clock, ILogger<Journey> log)
{
    /// <summary>Mails read and recorded together when they are picked up after a crash.</summary>
    private const int PendingAtOnce = 250;

    /// <summary>Moving many at a time costs a server little more than moving one.</summary>
    private const int MovesAtOnce = 2_000;

    /// <summary>While more are fetched: the fetching waits for the move, and what lies between the steps of the conveyor keeps the others at work for so long.</summary>
    private const int MovesOnTheWay = 500;

    /// <summary>How often a batch is judged anew because another worker changed the register meanwhile.</summary>
    private const int Retakes = 10;

    /// <summary>Takes what lies in the mailbox, with all that follows from it.</summary>
    /// <param name="since">Mark of the last journey; null looks at everything.</param>
    /// <returns>A mark where the mailbox was found with nothing left to do. Null while another worker empties it: this one knows nothing of the mailbox then.</returns>
    public async Task<(JourneyReport Report, MailboxMark? Mark)?> TravelAsync(IMailbox mailbox, MailboxMark? since, CancellationToken stop)
    {
        var tally = new Tally();
        await FinishAsync(tally, stop);                                                          // left by a crash, or due for another try
        await using var hold = await MailboxHold.TakeAsync(leases, mailbox.Name, log, stop);
        if (hold is null) return null;
        var look = await mailbox.LookAsync(since, stop);
        if (!look.Unchanged)
        {
            await messages.GiveUpOldPlacesAsync(mailbox.Name, look.UidValidity, stop);
            var fresh = await UnknownAsync(mailbox.Name, look, stop);
            await GiveBackOnTroubleAsync(tally, () => Conveyor.RunAsync(
                stop => TakeAsync(mailbox, hold, look.UidValidity, fresh, tally, stop),                // raw bytes committed
                ReadAsync,                                                                       // pure, on all cores
                (mails, stop) => SettleAsync(mails, tally, stop),                                // judged, answered, recorded
                stop));
        }
        while (await MoveAsync(mailbox, hold, look.UidValidity, tally, stop)) { }                      // only what is recorded
        while (await RefileAsync(mailbox, hold, tally, stop)) { }                                       // what a person decided since
        if (tally.HandedOn) await FinishAsync(tally, stop);                                             // what is another group's
        var report = tally.Report;
        return (report, report == JourneyReport.Nothing ? look.Mark : null);
    }

    /// <summary>Brings mails to their end that are taken and not recorded: after a crash, an import or a replay.</summary>
    public async Task<JourneyReport> FinishAsync(CancellationToken stop)
    {
        var tally = new Tally();
        await FinishAsync(tally, stop);
        return tally.Report;
    }

    private async Task FinishAsync(Tally tally, CancellationToken stop)
    {
        while (await messages.PendingAsync(PendingAtOnce, stop) is { Count: > 0 } pending)
        {
            tally.Holds(pending);
            await GiveBackOnTroubleAsync(tally, async () => await SettleAsync(await ReadAsync(pending, stop), tally, stop));
        }
    }

    /// <summary>Mails in hand when something breaks are free at once for the next journey; after a crash their lease runs out.</summary>
    private async Task GiveBackOnTroubleAsync(Tally tally, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch when (tally.InHand is { Count: > 0 } left)
        {
            await messages.ReleaseAsync(left, CancellationToken.None);
            throw;
        }
    }

    private async Task<IReadOnlyList<MailKey>> UnknownAsync(string mailbox, MailboxLook look, CancellationToken stop)
    {
        if (look.Keys.Count == 0) return [];
        var unknown = (await messages.UnknownAsync(mailbox, look.UidValidity, [.. look.Keys.Select(key => key.Uid)], stop)).ToHashSet(StringComparer.Ordinal);
        return [.. look.Keys.Where(key => unknown.Contains(key.Uid))];
    }

    private async IAsyncEnumerable<IReadOnlyList<TakenMail>> TakeAsync(
        IMailbox mailbox, MailboxHold hold, long uidValidity, IReadOnlyList<MailKey> keys, Tally tally, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var portion in mailbox.FetchAsync(keys, stop))
        {
            await hold.KeepAsync(stop);
            var taken = await messages.TakeAsync(portion, stop);
            tally.Took(taken);
            yield return taken;
            if (tally.Unmoved >= MovesOnTheWay) await MoveAsync(mailbox, hold, uidValidity, tally, stop);
        }
    }

    private static Task<IReadOnlyList<ReadMail>> ReadAsync(IReadOnlyList<TakenMail> taken, CancellationToken stop) => Task.Run(() =>
    {
        var read = new ReadMail[taken.Count];
        Parallel.For(0, taken.Count, new ParallelOptions { CancellationToken = stop }, index => read[index] = ReadMail.From(taken[index]));
        return (IReadOnlyList<ReadMail>)read;
    }, stop);

    private async Task SettleAsync(IReadOnlyList<ReadMail> mails, Tally tally, CancellationToken stop)
    {
        foreach (var mail in mails)
        {
            if (mail.Trouble is not { } trouble) continue;
            var (route, head) = (routeOf(mail.Taken.Key.Mailbox), mail.Head());
            await messages.FailedAsync(mail.Taken.Id, trouble, permanent: true, stop, new MailHead(route.Group.Key, head?.Sender?.Email, head?.Sender?.Name, head?.Subject),
                mail.Taken.TooLarge ? [.. Notices.OfTooLarge(mail.Taken, head, route.Group, route.Policy.AuthenticationServer, letters, clock.GetUtcNow())] : []);
            LogSetAside(log, mail.Taken.InternetId, trouble);
            tally.SetAside(mail.Taken);
        }
        foreach (var route in mails.Where(mail => mail.Reading is not null).GroupBy(mail => mail.Taken.Key.Mailbox))
            await SettleAsync(routeOf(route.Key), [.. route.Select(mail => (mail.Taken, mail.Reading!))], tally, stop);
    }

    /// <summary>A mail that speaks to the service itself is taken alone, after those that came before it: what it orders changes what the next ones meet.</summary>
    private async Task SettleAsync(MailRoute route, IReadOnlyList<(TakenMail Taken, MailReading Reading)> mails, Tally tally, CancellationToken stop)
    {
        var others = new List<(TakenMail, MailReading)>();
        foreach (var mail in mails.OrderBy(mail => mail.Taken.ArrivedAt).ThenBy(mail => mail.Taken.InternetId, StringComparer.Ordinal))
        {
            // What came by way of another group orders nothing here.
            if (mail.Taken.Key.UidValidity == Elsewhere.Handed || Listening.Hear(mail.Reading, route.Group) is not { } heard)
            {
                others.Add(mail);
                continue;
            }
            await RecordAsync(route, others, tally, stop);
            others = [];
            await TalkAsync(route, mail.Taken, mail.Reading, heard, tally, stop);
        }
        await RecordAsync(route, others, tally, stop);
    }

    private async Task TalkAsync(MailRoute route, TakenMail mail, MailReading reading, Heard heard, Tally tally, CancellationToken stop)
    {
        try
        {
            if (await conversation.TakeTurnAsync(route, mail, reading, heard, judged => HandOnAsync(route, [judged], tally, stop), stop) is { } judged) tally.Recorded([judged]);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await PostponeAsync(route, mail, reading, error, tally, stop);
        }
    }

    /// <summary>Records a batch as one transaction. One that fails is cut in halves until the mail that cannot be recorded stands alone; the others go on.</summary>
    private async Task RecordAsync(MailRoute route, IReadOnlyList<(TakenMail Taken, MailReading Reading)> batch, Tally tally, CancellationToken stop)
    {
        try
        {
            tally.Recorded(await JudgeAndRecordAsync(route, batch, tally, stop));
        }
        catch (Exception error) when (batch.Count > 1 && error is not OperationCanceledException)
        {
            LogHalved(log, batch.Count, error.Message);
            var half = batch.Count / 2;
            await RecordAsync(route, [.. batch.Take(half)], tally, stop);
            await RecordAsync(route, [.. batch.Skip(half)], tally, stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await PostponeAsync(route, batch[0].Taken, batch[0].Reading, error, tally, stop);
        }
    }

    private async Task PostponeAsync(MailRoute route, TakenMail mail, MailReading reading, Exception error, Tally tally, CancellationToken stop)
    {
        LogPostponed(log, error, mail.InternetId);
        // Where the database itself is gone this fails too, and the whole journey is repeated later.
        await messages.FailedAsync(mail.Id, $"could not be recorded: {error.GetType().Name}: {error.Message}", permanent: false, stop,
            new MailHead(route.Group.Key, reading.Mail.Sender?.Email, reading.Mail.Sender?.Name, reading.Mail.Subject));
        tally.Postponed(mail);
    }

    private async Task<IReadOnlyList<JudgedMail>> JudgeAndRecordAsync(
        MailRoute route, IReadOnlyList<(TakenMail Taken, MailReading Reading)> batch, Tally tally, CancellationToken stop)
    {
        for (var take = 1; ; take++)
        {
            var known = await register.AboutAsync(route.Group.Key, [.. batch.Select(mail => mail.Reading)], route.Policy.Official, route.Policy.Others, stop);
            var now = clock.GetUtcNow();
            var judged = Judge.DecideAll(batch, known, route.Policy, now);
            var unreached = await Answers.UnreachedAsync(judged, route.Group, bodies, now, stop);
            judged = [.. judged.AsParallel().AsOrdered().Select(mail => mail with { Letters = [.. Answers.To(mail, route.Group, letters.Writer, now, unreached), .. Notices.Of(mail, route.Group, letters, now)] })];
            await HandOnAsync(route, judged, tally, stop);
            var outcome = await records.RecordAsync(judged, route.Group.Key, stop);
            if (outcome.Recorded) return judged;
            if (take == Retakes) throw new TimeoutException($"the register of {route.Group.Key} changed {Retakes} times while a batch was judged");
            batch = [.. batch.Where(mail => !outcome.AlreadyRecorded.Contains(mail.Taken.Id))];
        }
    }

    /// <summary>Puts mails that are another group's into its mailbox, as they came; a mail that it has already is known by its content. Done before the recording: after a crash it is done again.</summary>
    private async Task HandOnAsync(MailRoute route, IReadOnlyList<JudgedMail> judged, Tally tally, CancellationToken stop)
    {
        var handed = (from mail in judged
                      from key in mail.HandTo
                      where !mail.Taken.TooLarge && mail.Taken.Missing is null && route.MailboxOf.ContainsKey(key)
                      select new ArrivedMail(new MailKey(route.MailboxOf[key], Elsewhere.Handed, mail.Taken.Id.ToString(CultureInfo.InvariantCulture)), mail.Taken.ArrivedAt, mail.Taken.Size,
                          mail.Taken.Raw, false)).ToList();
        if (handed.Count == 0 || await messages.TakeAsync(handed, stop) is not { Count: > 0 } taken) return;
        await messages.ReleaseAsync([.. taken.Select(mail => mail.Id)], stop);
        tally.HandedOn = true;
        foreach (var mail in taken) LogHandedOn(log, mail.InternetId, mail.Key.Mailbox);
    }

    /// <returns>Whether there was anything to move.</returns>
    private async Task<bool> MoveAsync(IMailbox mailbox, MailboxHold hold, long uidValidity, Tally tally, CancellationToken stop)
    {
        tally.StartMoving();
        var unmoved = await messages.UnmovedAsync(mailbox.Name, uidValidity, MovesAtOnce, stop);
        foreach (var group in unmoved.GroupBy(DestinationOf))
        {
            IReadOnlyList<MailKey> keys = [.. group.Select(mail => mail.Key)];
            await hold.KeepAsync(stop);
            await mailbox.MoveAsync(keys, group.Key, stop);
            await messages.MarkMovedAsync(keys, group.Key.ToString(), stop);
            tally.Moved(keys.Count);
        }
        return unmoved.Count > 0;
    }

    /// <returns>Whether there was anything to move on.</returns>
    private async Task<bool> RefileAsync(IMailbox mailbox, MailboxHold hold, Tally tally, CancellationToken stop)
    {
        var misfiled = await messages.MisfiledAsync(mailbox.Name, MovesAtOnce, stop);
        foreach (var group in misfiled.GroupBy(mail => (From: FolderOf(mail.LiesIn), To: FolderOf(mail.State))))
        {
            await hold.KeepAsync(stop);
            await mailbox.RefileAsync([.. group], group.Key.From, group.Key.To, stop);
            await messages.MarkMovedAsync([.. group.Select(mail => mail.Key)], group.Key.To.ToString(), stop);
            tally.Moved(group.Count());
        }
        return misfiled.Count > 0;
    }

    /// <summary>A repeated delivery asks nobody for anything, whatever became of the first.</summary>
    private static MailDestination DestinationOf(UnmovedMail mail) => mail.Duplicate ? MailDestination.Processed : FolderOf(mail.State);

    private static MailDestination FolderOf(MessageState state) => state switch
    {
        MessageState.Held => MailDestination.Held,
        MessageState.SetAside => MailDestination.SetAside,
        _ => MailDestination.Processed,
    };

    [LoggerMessage(LogLevel.Information, "{MessageId}: handed on to {Mailbox}")]
    private static partial void LogHandedOn(ILogger log, string messageId, string mailbox);

    [LoggerMessage(LogLevel.Warning, "{MessageId}: set aside: {Why}")]
    private static partial void LogSetAside(ILogger log, string messageId, string why);

    [LoggerMessage(LogLevel.Warning, "{Count} mails could not be recorded together and are tried in halves: {Why}")]
    private static partial void LogHalved(ILogger log, int count, string why);

    [LoggerMessage(LogLevel.Error, "{MessageId}: could not be recorded; tried again later")]
    private static partial void LogPostponed(ILogger log, Exception error, string messageId);
}
