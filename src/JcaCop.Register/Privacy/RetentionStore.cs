using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Privacy;

/// <summary>Takes away what is kept no longer. A run that is repeated finds nothing left to do.</summary>
/// <param name="zone">In which the days of a group begin and end, by its key; null: UTC.</param>
public sealed class RetentionStore(Database database, TimeProvider time, Func<string, TimeZoneInfo>? zone = null)
{
    /// <summary>Rows taken in one transaction: a large backlog does not hold up the intake.</summary>
    private const int Portion = 200;

    public async Task<RetentionCount> ApplyAsync(string group, RetentionPolicy policy, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var mails = 0;
        if (policy.MachineMail is { } machines) mails += await InPortionsAsync(MachineMails, now - machines, EmptyMailsAsync, stop).ConfigureAwait(false);
        if (policy.PersonMail is { } people) mails += await InPortionsAsync(PersonMails, now - people, EmptyMailsAsync, stop).ConfigureAwait(false);
        var letters = policy.Letters is { } sent ? await InPortionsAsync(SentLetters, now - sent, EmptyLettersAsync, stop).ConfigureAwait(false) : 0;
        var persons = policy.FormerPersons is { } former ? await ForgetPersonsAsync(group, now - former, stop).ConfigureAwait(false) : 0;
        var budgets = policy.Budgets is { } old ? await database.WriteAsync(session => session.ExecuteAsync(OldBudgets, new { before = now - old }), stop).ConfigureAwait(false) : 0;
        return new RetentionCount(mails, letters, persons, budgets);
    }

    /// <summary>Whether anything was erased by hand of late, so that files of it may still have to follow.</summary>
    public Task<bool> ErasedSinceAsync(DateTimeOffset since, CancellationToken stop) =>
        database.ReadAsync(async session => await session.FirstOrDefaultAsync<long>(Erasures, new { since }).ConfigureAwait(false) > 0, stop);

    /// <summary>Message-IDs of letters whose text is kept no longer: erased, or past their time.</summary>
    public Task<IReadOnlyList<string>> EmptyLettersAsync(string group, CancellationToken stop) =>
        database.ReadAsync(session => session.QueryAsync<string>(LettersWithoutText, new { group, nothing = Array.Empty<byte>() }), stop);

    private async Task<int> InPortionsAsync(Statement find, DateTimeOffset before, Func<Session, IReadOnlyList<long>, Task> empty, CancellationToken stop)
    {
        for (var total = 0; ;)
        {
            var done = await database.WriteAsync(async session =>
            {
                var ids = await session.QueryAsync<long>(find, new { before, max = Portion }).ConfigureAwait(false);
                await empty(session, ids).ConfigureAwait(false);
                return ids.Count;
            }, stop).ConfigureAwait(false);
            total += done;
            if (done < Portion) return total;
        }
    }

    private static async Task EmptyMailsAsync(Session session, IReadOnlyList<long> ids)
    {
        foreach (var id in ids) await EraseStore.EmptyMailAsync(session, id).ConfigureAwait(false);
    }

    private static Task EmptyLettersAsync(Session session, IReadOnlyList<long> ids) =>
        session.ForEachAsync(PrivacyRows.WriteMime, [.. ids.Select(id => new Emptied(id, []))]);

    /// <summary>Name, post and seats stay: who sat for whom is the register. How to reach them goes, also from what the register was on earlier days.</summary>
    private Task<int> ForgetPersonsAsync(string group, DateTimeOffset before, CancellationToken stop) => database.AsOneAsync(async () =>
    {
        var day = ClosingDay.DayOf(before, zone?.Invoke(group) ?? TimeZoneInfo.Utc);
        var outcome = await new DeskStore(database, time, zone).DoAsync(group, new DeskOrder("retention", "retention", "former persons", PersonDesk.Needs, draft =>
        {
            foreach (var person in draft.Known.Persons.Where(person => person.Addresses.Count > 0 || person.Phone is not null || person.Fax is not null || person.Address is not null).ToList())
            {
                var seats = draft.Known.SeatsOf(person.Id).ToList();
                if (seats.Count == 0 || seats.Exists(seat => seat.Until is null || seat.Until >= day) || draft.Known.ContactOf(person.Id).Any()) continue;
                foreach (var entry in draft.Known.WithMerged(person))
                    draft.Put(entry, entry with { Addresses = [], Phone = null, Fax = null, Address = null }, entry.Name ?? PersonMarks.Stub, new FieldChange("contactDetails", "kept", "forgotten"));
            }
            return DeskResult.Done;
        }), stop).ConfigureAwait(false);
        var forgotten = outcome.Changes.Select(change => change.After.Id).ToList();
        foreach (var id in forgotten) await database.WriteAsync(session => ForgetHistoryAsync(session, id), stop).ConfigureAwait(false);
        return forgotten.Count;
    }, stop);

    private static async Task ForgetHistoryAsync(Session session, long person)
    {
        var which = new { kind = nameof(EntryKind.Person), id = person };
        var after = await session.QueryAsync<JsonRow>(PrivacyRows.HistoryOf, which).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteAfter, [.. after.Select(row => new Rewritten(row.Id,
            EntryJson.Write(EntryJson.ReadEntry<PersonEntry>(row.Json) with { Addresses = [], Phone = null, Fax = null, Address = null })))]).ConfigureAwait(false);
        var fields = await session.QueryAsync<JsonRow>(PrivacyRows.FieldsOf, which).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteFields,
                [.. fields.Select(row => new Rewritten(row.Id, EntryJson.Write([.. EntryJson.ReadFields(row.Json).Where(field => !Reaching(field.Field))])))])
            .ConfigureAwait(false);
    }

    /// <summary>Fields that tell how to reach somebody, and those that name an address: <c>reachability of ana@house.example</c>.</summary>
    private static bool Reaching(string field) => field is "email" or "phone" or "fax" or "address" || field.Contains('@', StringComparison.Ordinal);

    private static readonly Statement MachineMails = Statement.FromFiles("retention-machine-mails.sql", "before instant, max number");

    private static readonly Statement PersonMails = Statement.FromFiles("retention-person-mails.sql", "before instant, max number");

    private static readonly Statement SentLetters = Statement.FromFiles("retention-letters.sql", "before instant, max number");

    private static readonly Statement Erasures = Statement.Of("SELECT COUNT(*) FROM Audit WHERE At >= @since AND Verb LIKE 'erase %'", "since instant");

    private static readonly Statement LettersWithoutText = Statement.Of("""
        SELECT o.InternetId
          FROM Outbox o
          JOIN OutboxMime x ON x.OutboxId = o.Id
         WHERE o.GroupKey = @group AND x.Mime = @nothing
        """, "group text, nothing bytes");

    private static readonly Statement OldBudgets = Statement.Of("DELETE FROM AnswerBudget WHERE DayStart < @before AND WindowStart < @before", "before instant");
}
