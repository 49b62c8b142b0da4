using System.Globalization;
using System.Text;
using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Whether a batch was recorded.</summary>
/// <param name="Recorded">False: nothing was written, because the register moved on since <see cref="KnownStore.AboutAsync(string, IReadOnlyCollection{MailReading}, CancellationToken)"/> read it. Leave out <paramref name="AlreadyRecorded"/>, load what is known again and judge anew.</param>
/// <param name="AlreadyRecorded">Messages that another worker recorded meanwhile.</param>
public sealed record RecordOutcome(bool Recorded, IReadOnlyList<long> AlreadyRecorded);

/// <summary>Records judged mails: in one transaction the state of each message, its reading and items, the changes of the register with their history, the letters and the answer budgets.</summary>
public sealed class RecordStore(Database database, TimeProvider time)
{
    /// <summary>All or nothing; on disk when this returns. A mail that is recorded already is never recorded twice.</summary>
    public async Task<RecordOutcome> RecordAsync(IReadOnlyList<JudgedMail> mails, string group, CancellationToken stop)
    {
        if (mails.Count == 0) return new RecordOutcome(true, []);
        var now = time.GetUtcNow();
        try
        {
            return await database.WriteAsync(session => RecordAsync(session, mails, group, now), stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StaleException || database.IsDuplicate(failure))
        {
            return new RecordOutcome(false, []);
        }
    }

    private static async Task<RecordOutcome> RecordAsync(Session session, IReadOnlyList<JudgedMail> mails, string group, DateTimeOffset now)
    {
        await session.SerializeAsync("History").ConfigureAwait(false);
        var already = await session.QueryInPortionsAsync<long, long>(Recorded, [.. mails.Select(mail => mail.Taken.Id)], ids => new { ids }).ConfigureAwait(false);
        if (already.Count > 0) return new RecordOutcome(false, already);

        var rows = mails.Select(mail => new MessageRow(mail, group, now)).ToList();
        if (await session.ForEachAsync(UpdateMessage, rows).ConfigureAwait(false) != rows.Count) throw new StaleException();
        await session.ForEachAsync(InsertReading, rows).ConfigureAwait(false);

        var items = mails.SelectMany(mail => mail.Verdict.Items.Select(item => (Mail: mail, Item: item))).ToList();
        var firstItem = await session.TakeNumbersAsync("Item", items.Count).ConfigureAwait(false);
        var itemRows = items.Select((pair, index) => new ItemRow(firstItem + index, pair.Mail.Taken.Id, pair.Item, now)).ToList();
        await session.ForEachAsync(InsertItem, itemRows).ConfigureAwait(false);

        var itemIds = itemRows.ToDictionary(row => (row.MessageId, row.Verdict.Position), row => row.Id);
        // The changes of a batch were made in the order of arrival, whatever the order of the list.
        var changes = mails.OrderBy(mail => mail.Taken.ArrivedAt).ThenBy(mail => mail.Taken.InternetId, StringComparer.Ordinal)
            .SelectMany(mail => mail.Changes.Select(change => new NotedChange(
                change, mail.Taken.Id, change.ItemPosition == RegisterChange.OfMail ? null : itemIds[(mail.Taken.Id, change.ItemPosition)],
                $"auto: {(change.ItemPosition == RegisterChange.OfMail ? OfMail(mail, change) : mail.Verdict.Items.First(item => item.Position == change.ItemPosition).Mandate.ToString())}")))
                    .ToList();
        var writer = new EntryWriter(session);
        await writer.WriteAsync(changes, now).ConfigureAwait(false);

        await MessageCalls.WriteAsync(session, [.. mails.Where(mail => mail.Verdict.Answer is not null).Select(mail => (mail.Taken.Id, mail.Verdict.Answer!))]).ConfigureAwait(false);
        await OutboxWriter.EnqueueAsync(session, [.. mails.SelectMany(mail => mail.Letters.Select(letter => (letter with { About = writer.Numbered(letter.About) }, (long?)mail.Taken.Id)))], now).ConfigureAwait(false);
        await SpendAsync(session, group, mails).ConfigureAwait(false);
        await ReplaceAsync(session, mails, now).ConfigureAwait(false);
        await SpeechRows.WriteAsync(session, group, mails).ConfigureAwait(false);
        await HealthRows.WriteAsync(session, group, [.. mails.OrderBy(mail => mail.Taken.ArrivedAt).SelectMany(mail => mail.Reach.Healths)]).ConfigureAwait(false);
        return new RecordOutcome(true, []);
    }

    /// <summary>By what a mail as a whole changes an entry: whoever answered a call, the contact of an invited organization, or the sort of mail.</summary>
    private static string OfMail(JudgedMail mail, RegisterChange change) =>
        mail.Verdict.Answer?.Mandate.ToString() ?? (change.After is OrganizationEntry ? nameof(Mandate.Seat) : mail.Reading.Sort.Kind.ToString());

    /// <summary>What a reply says anew waits no longer under the mail that said it first; a mail of which nothing is left to decide is done with.</summary>
    private static async Task ReplaceAsync(Session session, IReadOnlyList<JudgedMail> mails, DateTimeOffset now)
    {
        foreach (var mail in mails)
            foreach (var message in mail.Replaced.GroupBy(item => item.MessageId))
            {
                if (await session.FirstOrDefaultAsync<ReviewRows.Head>(ReviewRows.ReadHead, new { id = message.Key }).ConfigureAwait(false) is not { State: MessageState.Held } head) continue;
                var held = (await ReviewRows.ItemsAsync(session, message.Key).ConfigureAwait(false)).Where(item => item.State == ItemState.Held).ToList();
                var replaced = held.Where(item => message.Any(one => one.Position == item.Position)).ToList();
                await session.ForEachAsync(ReviewRows.DecideItem, [.. replaced.Select(item => new ReviewRows.Decision(
                    item.Id, ItemState.Rejected, "auto: reply", now, string.Create(CultureInfo.InvariantCulture, $"said anew in message {mail.Taken.Id}")))]).ConfigureAwait(false);
                if (replaced.Count == held.Count && !head.NeedsAttention
                        && await MessageCalls.WaitingAsync(session, message.Key).ConfigureAwait(false) is null)
                    await session.ExecuteAsync(ReviewRows.Finish, new { id = message.Key }).ConfigureAwait(false);
            }
    }

    private static async Task SpendAsync(Session session, string group, IReadOnlyList<JudgedMail> mails)
    {
        var budgets = new Dictionary<string, AnswerBudget>(StringComparer.Ordinal);
        foreach (var spent in mails.Select(mail => mail.Budget).OfType<SpentBudget>().OrderBy(spent => spent.Budget.DayCount))
            budgets[Texts.FoldAddress(spent.Key)] = spent.Budget;
        if (budgets.Count == 0) return;
        var known = (await session.QueryInPortionsAsync<string, string>(KnownBudgets, budgets.Keys, addresses => new { group, addresses }).ConfigureAwait(false))
            .ToHashSet(StringComparer.Ordinal);
        var rows = budgets.Select(pair => new BudgetRow(group, pair.Key, pair.Value)).ToList();
        await session.ForEachAsync(InsertBudget, [.. rows.Where(row => !known.Contains(row.Address))]).ConfigureAwait(false);
        await session.ForEachAsync(UpdateBudget, [.. rows.Where(row => known.Contains(row.Address))]).ConfigureAwait(false);
    }

    private sealed record MessageRow(JudgedMail Mail, string Group, DateTimeOffset Now);

    internal sealed record ItemRow(long Id, long MessageId, ItemVerdict Verdict, DateTimeOffset Now);

    private sealed record BudgetRow(string Group, string Address, AnswerBudget Budget);

    private static readonly Statement Recorded = Statement.Of("SELECT Id FROM Message WHERE Id IN @ids AND State <> 'Taken'", "ids numbers");

    private static readonly RowStatement<MessageRow> UpdateMessage = RowStatement<MessageRow>.Of("""
        UPDATE Message
           SET State = @state, Reason = @reason, GroupKey = @group, Sender = @sender, SenderName = @senderName, Subject = @subject,
               Kind = @kind, Language = @language, JudgedAt = @now, AnswersLetter = @letter, LeasedBy = NULL, LeasedUntil = NULL
         WHERE Id = @id AND State = 'Taken'
        """,
        new("state", "text", row => row.Mail.Verdict.State.ToString()),
        new("reason", "text", row => row.Mail.Verdict.Reason),
        new("group", "text", row => row.Group),
        new("sender", "text", row => Texts.Cut(row.Mail.Reading.Mail.Sender?.Email, Texts.Key)),
        new("senderName", "text", row => Texts.Cut(row.Mail.Reading.Mail.Sender?.Name, Texts.Line)),
        new("subject", "text", row => row.Mail.Reading.Mail.Subject),
        new("kind", "text", row => row.Mail.Reading.Sort.Kind.ToString()),
        new("language", "text", row => Texts.Cut(row.Mail.Reading.Language, 20)),
        new("now", "instant", row => row.Now),
        new("letter", "text", row => row.Mail.Verdict.Thread?.InternetId),
        new("id", "number", row => row.Mail.Taken.Id));

    private static readonly RowStatement<MessageRow> InsertReading = RowStatement<MessageRow>.Insert("Reading",
        new("MessageId", "number", row => row.Mail.Taken.Id),
        new("Json", "text", row => Encoding.UTF8.GetString(ReadingJson.Write(row.Mail.Reading, row.Mail.Taken.Key.Uid, withText: false))));

    private static readonly RowStatement<ItemRow> InsertItem = RowStatement<ItemRow>.Insert("Item",
        new("Id", "number", row => row.Id),
        new("MessageId", "number", row => row.MessageId),
        new("Position", "number", row => (long)row.Verdict.Position),
        new("Type", "text", row => row.Verdict.Item.GetType().Name.ToLowerInvariant()),
        new("Json", "text", row => EntryJson.Write(row.Verdict.Item)),
        new("Confidence", "real", row => row.Verdict.Item.Confidence),
        new("State", "text", row => row.Verdict.State.ToString()),
        new("Why", "text", row => row.Verdict.Why),
        new("Mandate", "text", row => row.Verdict.Mandate.ToString()),
        new("DecidedBy", "text", row => row.Verdict.State == ItemState.Accepted ? "auto" : null),
        new("DecidedAt", "instant", row => row.Verdict.State == ItemState.Accepted ? row.Now : null));

    private static readonly Statement KnownBudgets = Statement.Of(
        "SELECT FoldedAddress FROM AnswerBudget WHERE GroupKey = @group AND FoldedAddress IN @addresses", "group text, addresses texts");

    private static readonly RowValue<BudgetRow>[] BudgetColumns =
    [
        new("GroupKey", "text", row => row.Group),
        new("FoldedAddress", "text", row => row.Address),
        new("WindowStart", "instant", row => row.Budget.WindowStart),
        new("WindowCount", "number", row => (long)row.Budget.WindowCount),
        new("DayStart", "instant", row => row.Budget.DayStart),
        new("DayCount", "number", row => (long)row.Budget.DayCount),
    ];

    private static readonly RowStatement<BudgetRow> InsertBudget = RowStatement<BudgetRow>.Insert("AnswerBudget", BudgetColumns);

    private static readonly RowStatement<BudgetRow> UpdateBudget = RowStatement<BudgetRow>.Of("""
        UPDATE AnswerBudget SET WindowStart = @WindowStart, WindowCount = @WindowCount, DayStart = @DayStart, DayCount = @DayCount
         WHERE GroupKey = @GroupKey AND FoldedAddress = @FoldedAddress
        """, BudgetColumns);
}
