using System.Globalization;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Post.Letters;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Register;
using JcaCop.Worker.Calls;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Watching;

namespace JcaCop.Worker.Digests;

/// <summary>What came in, was changed and could not be delivered since the last digest.</summary>
internal sealed record DigestNews(IReadOnlyList<(string? Kind, int Count)> Mails, IReadOnlyList<HistoryLine> Changes, IReadOnlyList<OutboxLine> Undelivered)
{
    public bool Any => Mails.Count + Changes.Count + Undelivered.Count > 0;
}

/// <summary>Gathers what a digest tells: what waits, what came in and changed, who has not answered, what goes out next, what could not be delivered, how the service fares.</summary>
internal sealed class DigestBook(RegisterStore register, ReminderStore reminders, ReachStore reach, MessageQueries messages, OutboxStore outbox, ServiceHealth health, TimeProvider clock)
{
    /// <summary>Rows of one list that anybody reads; the letter tells how many more there are.</summary>
    private const int MostRows = 40;

    /// <param name="since">End of the period of the last digest, UTC.</param>
    public async Task<DigestNews> NewsAsync(Group group, DateTimeOffset since, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return new DigestNews(
            await messages.CameInAsync(group.Key, since, now, stop),
            // That a question was asked is no news: the digest itself asks.
            [.. (await register.ChangesAsync(group.Key, since, now, 10 * MostRows, stop)).Where(change => change.Entry != EntryKind.Question)],
            await outbox.UndeliveredAsync(group.Key, since, stop));
    }

    /// <summary>A mail that waits, with what accepting it would record.</summary>
    public static DigestDecision Decision(MessageLine mail, MessageDetails? details, ReplyToken token, DigestExtension? extend)
    {
        return new DigestDecision(token.ToString(), new HeldMailName(mail.Subject, mail.Reason), mail.Sender)
        {
            Items = [.. (details?.Items ?? []).Where(item => item.State == ItemState.Held).Select(item => new ItemSummary(EntryJson.ReadItem(item.Json)))],
            Call = details?.Answer is { Waits: true } answer ? string.Join(", ", answer.All.Where(one => one is { Said: not null, State: ItemState.Held }).Select(one => one.Call)) : null,
            Extend = extend,
        };
    }

    /// <param name="decisions">What waits, each with its code for this reader.</param>
    /// <param name="coming">What leaves in the next days.</param>
    public async Task<DigestLetter> WriteAsync(Group group, DateTimeOffset since, DigestNews news, IReadOnlyList<DigestDecision> decisions, IReadOnlyList<DigestComing> coming, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        var obligations = snapshot.All<ObligationEntry>().Where(owed => owed.Live).OrderBy(owed => owed.Deadline?.At ?? DateTimeOffset.MaxValue).ToList();
        var standings = await Standings.OfAsync(group, obligations, snapshot, register, reach, now, stop);
        var sent = (await reminders.OpenAsync(group.Key, DateTimeOffset.MaxValue.AddDays(-1), stop)).ToDictionary(reminded => reminded.Obligation.Id, reminded => reminded.Sent);
        return new DigestLetter(new DayRange(DayOf(since, group), DayOf(now, group)), DayOf(now, group), decisions)
        {
            CameIn = [.. news.Mails.Select(sort => new DigestCount(new MailSortName(sort.Kind), sort.Count))],
            Changes = Shortened.Of(news.Changes.SelectMany(change => ChangeLines.Of(change, group.Zone)), MostRows),
            Calls = [.. snapshot.All<CallEntry>().Where(call => call.Live).OrderBy(call => call.Deadline?.At ?? DateTimeOffset.MaxValue).Select(call => Call(group, call, snapshot, standings))],
            Coming = coming,
            Unrouted = Shortened.Of(Unrouted(group, snapshot, since, DayOf(now, group)), MostRows),
            Duplicates = Shortened.Of(Duplicates(news.Changes, snapshot), MostRows),
            Health = await health.OfAsync(group, stop),
            // Whom the register cannot reach comes first: of these nobody else tells.
            Undelivered = Shortened.Of(UnreachedCopies.Of(group, since, now, snapshot).Concat(news.Undelivered
                .Select(letter => new DigestUndelivered(letter.To, letter.Subject, letter.LastAnswer is { } answer ? (LocalText)answer : new DeliveryName(letter.State)))), MostRows),
            Obligations = Shortened.Of(obligations.Where(owed => owed.Matter != ObligationMatter.AnswerCall)
                .Select(owed => new DigestObligation(owed.Debtor.Name, owed.Title, owed.Deadline?.DayOr(group.Zone), owed.Deadline?.At < now, sent.GetValueOrDefault(owed.Id), Standing(owed, standings, now))), MostRows),
        };
    }

    /// <summary>Statements that bodies have not got: as long as they wait for an answer, and those for information once.</summary>
    private static IEnumerable<DigestStatement> Unrouted(Group group, RegisterSnapshot register, DateTimeOffset since, DateOnly today)
    {
        var house = LiaisonPost.HouseOf(group);
        foreach (var statement in register.All<LiaisonEntry>().Where(entry => entry is { Way: LiaisonWay.Incoming, State: LiaisonState.Received or LiaisonState.Routed }))
        {
            if (statement.PurposeFor(house.Bodies) == LiaisonPurpose.Information && statement.ReceivedAt <= since) continue;
            var unreached = LiaisonReaders.Unreached(statement, house, register, today);
            if (unreached.Count == 0 && !LiaisonReaders.IsWithTheHouse(statement, house)) continue;
            yield return new DigestStatement(statement.Name, statement.Title == statement.Name ? null : statement.Title, unreached.Count == 0 ? null : string.Join("; ", unreached),
                string.Create(CultureInfo.InvariantCulture, $"liaison route {statement.Id} --to BODY"));
        }
    }

    /// <summary>Of the entries that are new or have changed, those that may be one with another: a pair that stays is not told each day.</summary>
    private static IEnumerable<DigestDuplicate> Duplicates(IReadOnlyList<HistoryLine> changes, RegisterSnapshot register)
    {
        var touched = changes.Where(change => change.Entry is EntryKind.Person or EntryKind.Organization).Select(change => (change.Entry, change.EntryId)).ToHashSet();
        if (touched.Count == 0) return [];
        return Register.Deciding.Desk.Duplicates.Find(register).Where(pair => touched.Contains((pair.Kind, pair.Kept)) || touched.Contains((pair.Kind, pair.Gone)))
            .Select(pair => new DigestDuplicate(pair.KeptTitle, pair.GoneTitle, new Told(pair.Why), string.Create(CultureInfo.InvariantCulture, $"{Spelling.Of(pair.Kind)} merge {pair.Kept} {pair.Gone}")));
    }

    /// <summary>That letters arrive is told where they should have moved something by now.</summary>
    private static DebtorStanding Standing(ObligationEntry owed, Standings standings, DateTimeOffset now) =>
        standings.Of(owed) is var standing && standing.Reach == DebtorReach.Reached && !(owed.Deadline?.At < now) ? standing with { Reach = DebtorReach.Unsaid } : standing;

    private static DigestCall Call(Group group, CallEntry call, RegisterSnapshot snapshot, Standings standings)
    {
        var owed = snapshot.All<ObligationEntry>().Where(one => one.OfKind == EntryKind.Call && one.Of == call.Id)
            .Where(one => one.State != ObligationState.Waived || one.Debtor.MemberId is not { } member || snapshot.One<MemberEntry>(member) is not { Active: false }).ToList();
        return new DigestCall(call.Number, CallLetters.Text(call.Title, call.Titles), call.Deadline is { } deadline ? new Post.Letters.Deadline(DayOf(deadline.At, group), group.Zone) : null, Share(owed),
        [
            .. owed.GroupBy(one => Regions.Of(one.Debtor.Country)).OrderBy(region => region.Key, StringComparer.Ordinal).Select(region => new DigestRegion(
                new RegionName(region.Key), Share([.. region]),
                Names(region.Where(one => one.Live)))),
        ])
        {
            Unreached = Names(owed.Where(one => one.State == ObligationState.Unreachable || one.Live && standings.Of(one).Reach is DebtorReach.Returned or DebtorReach.Nowhere)),
            Away = Names(owed.Where(one => one.Live && standings.Of(one).Reach == DebtorReach.Away)),
        };
    }

    private static MemberNames? Names(IEnumerable<ObligationEntry> owed) => owed.Select(NameOf).ToList() is { Count: > 0 } names ? new MemberNames(names) : null;

    private static string NameOf(ObligationEntry owed) => owed.Debtor.Country ?? owed.Debtor.Name;

    /// <summary>Whoever is no longer asked because no letter arrives has not answered.</summary>
    private static Share Share(List<ObligationEntry> owed) => new(owed.Count(one => !one.Live && one.State != ObligationState.Unreachable), owed.Count);

    private static DateOnly DayOf(DateTimeOffset at, Group group) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, group.Zone).DateTime);
}
