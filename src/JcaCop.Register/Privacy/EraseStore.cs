using System.Globalization;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Privacy;

/// <summary>What was erased.</summary>
/// <param name="Problem">Why nothing was; null where it was.</param>
/// <param name="Mails">Messages whose bytes are gone. The mails themselves may still lie in the mailbox.</param>
/// <param name="Mentioned">Messages of others whose raw bytes may still name the person.</param>
/// <param name="Letters">Message-IDs of letters whose text is gone; where they lie as files, these are to be deleted.</param>
/// <param name="Files">Files of documents that are to be deleted from the archive.</param>
public sealed record EraseOutcome(string? Problem, IReadOnlyList<long> Mails, IReadOnlyList<long> Mentioned, IReadOnlyList<string> Letters, IReadOnlyList<ErasedFile> Files)
{
    public static EraseOutcome Refused(string why) => new(why, [], [], [], []);
}

/// <summary>A file of the archive that must be there no more.</summary>
public sealed record ErasedFile(string Group, string Folder, string Name);

/// <summary>Erases a person, a raw mail or an attachment, and leaves a stub, so that counts stay true (DESIGN, 6). Each is one transaction.</summary>
/// <param name="zone">In which the days of a group begin and end, by its key; null: UTC.</param>
public sealed class EraseStore(Database database, TimeProvider time, Func<string, TimeZoneInfo>? zone = null)
{
    /// <summary>The person is gone from register, history, items, readings, sent letters and their own mails. Seats stay with their dates, and end.</summary>
    /// <param name="within">The one group whose mails and entries may be touched; null: all.</param>
    public Task<EraseOutcome> PersonAsync(string group, long personId, string? within, string who, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.SerializeAsync("History").ConfigureAwait(false);
        var now = time.GetUtcNow();
        var known = await KnownStore.WholeAsync(session, group, PersonDesk.Needs).ConfigureAwait(false);
        known.Zone = zone?.Invoke(group) ?? TimeZoneInfo.Utc;
        if (known.Person(personId) is not { } person) return EraseOutcome.Refused($"there is no person {personId}");
        if (person is { Name: PersonMarks.Stub, Addresses.Count: 0 }) return EraseOutcome.Refused($"person {personId} was erased before");
        // Entries that were merged are one person.
        var entries = known.WithMerged(person);
        var marks = PersonMarks.Of([.. entries, .. await FormerAsync(session, group, entries, known).ConfigureAwait(false)]);

        foreach (var entry in entries) await EmptyEntryAsync(session, entry, who, known, now).ConfigureAwait(false);
        var mentioned = await EraseTextsAsync(session, marks, within).ConfigureAwait(false);
        var own = marks.Addresses.Count == 0 ? [] : await session.QueryInPortionsAsync<long, string>(PrivacyRows.MessagesFrom, marks.Addresses, addresses => new { addresses, group = within }).ConfigureAwait(false);
        foreach (var id in own) await EmptyMailAsync(session, id).ConfigureAwait(false);
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetSender, own, ids => new { ids }).ConfigureAwait(false);
        var toPerson = await LettersToAsync(session, marks, within).ConfigureAwait(false);
        // Receipts to others repeat what their mails said.
        var about = await session.QueryInPortionsAsync<long, long>(PrivacyRows.LettersBecauseOf, [.. mentioned.Union(own)], ids => new { ids }).ConfigureAwait(false);
        // Digests, lists of participants, results: letters to others that tell from the register.
        var naming = await LettersNamingAsync(session, marks, within).ConfigureAwait(false);
        var letters = await EmptyLettersAsync(session, [.. toPerson.Union(about).Union(naming)]).ConfigureAwait(false);
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetRecipient, toPerson, ids => new { ids }).ConfigureAwait(false);
        foreach (var word in marks.Words)
            foreach (var line in PrivacyRows.Lines) await session.ExecuteAsync(line, new { like = PrivacyRows.Like(word), group = within }).ConfigureAwait(false);
        await AuditRows.WriteAsync(session, new AuditLine(now, who, "erase person", $"person {personId}", null)).ConfigureAwait(false);
        return new EraseOutcome(null, own, [.. mentioned.Except(own)], letters, []);
    }, stop);

    /// <summary>The bytes of a mail and what was read from it are gone; that it came, when, and what was recorded stays.</summary>
    public Task<EraseOutcome> MailAsync(long messageId, string who, CancellationToken stop) => database.WriteAsync(async session =>
    {
        if (await RefusalAsync(session, messageId).ConfigureAwait(false) is { } refused) return refused;
        if (await IsErasedAsync(session, messageId).ConfigureAwait(false)) return EraseOutcome.Refused($"mail {messageId} was erased before");
        await EmptyMailAsync(session, messageId).ConfigureAwait(false);
        await session.ExecuteAsync(PrivacyRows.ForgetSubject, new { id = messageId }).ConfigureAwait(false);
        // What was recorded stays in its items; what was not is nobody's business any more.
        var undecided = await session.QueryAsync<JsonRow>(PrivacyRows.UndecidedItems, new { id = messageId }).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteItem, [.. undecided.Select(item => new Rewritten(item.Id, MailStubs.OfItem(item.Json)))]).ConfigureAwait(false);
        var because = await session.QueryInPortionsAsync<long, long>(PrivacyRows.LettersBecauseOf, [messageId], ids => new { ids }).ConfigureAwait(false);
        var letters = await EmptyLettersAsync(session, [.. because.Union(await session.QueryAsync<long>(PrivacyRows.DigestsAbout, new { id = messageId }).ConfigureAwait(false))]).ConfigureAwait(false);
        await AuditRows.WriteAsync(session, new AuditLine(time.GetUtcNow(), who, "erase mail", $"message {messageId}", null)).ConfigureAwait(false);
        return new EraseOutcome(null, [messageId], [], letters, []);
    }, stop);

    /// <summary>One attachment of a mail is replaced by a line that says so, wherever it went: in the mail, in the archive of documents, in letters that carried it on.</summary>
    public Task<EraseOutcome> AttachmentAsync(long messageId, string fileName, string who, CancellationToken stop) => database.WriteAsync(async session =>
    {
        if (await RefusalAsync(session, messageId).ConfigureAwait(false) is { } refused) return refused;
        await session.SerializeAsync("History").ConfigureAwait(false);
        var raw = await session.FirstOrDefaultAsync<byte[]>(PrivacyRows.ReadRaw, new { id = messageId }).ConfigureAwait(false) ?? [];
        var left = MailStubs.Without(raw, fileName);
        var (files, carriers) = await new DocumentErasing(session).EraseAsync(messageId, fileName, who, time.GetUtcNow()).ConfigureAwait(false);
        if (left is null && files.Count == 0) return EraseOutcome.Refused($"mail {messageId} has no attachment '{fileName}'");
        if (left is not null) await session.ForEachAsync(PrivacyRows.WriteRaw, [new Emptied(messageId, left)]).ConfigureAwait(false);
        var passedOn = await EmptyLettersAsync(session, await session.QueryAsync<long>(PrivacyRows.PassedOn, new { id = messageId }).ConfigureAwait(false)).ConfigureAwait(false);
        await AuditRows.WriteAsync(session, new AuditLine(time.GetUtcNow(), who, "erase attachment", $"message {messageId}", null)).ConfigureAwait(false);
        return new EraseOutcome(null, [messageId], [], [.. passedOn.Union(await NamesAsync(session, carriers).ConfigureAwait(false))], files);
    }, stop);

    private static async Task<EraseOutcome?> RefusalAsync(Session session, long messageId)
    {
        if (await session.FirstOrDefaultAsync<byte[]>(PrivacyRows.ReadRaw, new { id = messageId }).ConfigureAwait(false) is null) return EraseOutcome.Refused($"there is no mail {messageId}");
        return await session.FirstOrDefaultAsync<long>(PrivacyRows.IsHeld, new { id = messageId }).ConfigureAwait(false) > 0
            ? EraseOutcome.Refused($"mail {messageId} waits for a decision; 'review accept {messageId}' or 'review reject {messageId}' first") : null;
    }

    /// <summary>Nothing of it is left; what retention emptied keeps more, and is erased.</summary>
    private static async Task<bool> IsErasedAsync(Session session, long id) =>
        await session.FirstOrDefaultAsync<byte[]>(PrivacyRows.ReadRaw, new { id }).ConfigureAwait(false) is { Length: 0 }
        && await session.FirstOrDefaultAsync<long>(PrivacyRows.IsNameless, new { id }).ConfigureAwait(false) > 0
        && (await session.QueryAsync<JsonRow>(PrivacyRows.ReadReading, new { id }).ConfigureAwait(false)).All(row => MailStubs.OfReading(row.Json) == row.Json);

    internal static async Task EmptyMailAsync(Session session, long id)
    {
        await session.ForEachAsync(PrivacyRows.WriteRaw, [new Emptied(id, [])]).ConfigureAwait(false);
        foreach (var row in await session.QueryAsync<JsonRow>(PrivacyRows.ReadReading, new { id }).ConfigureAwait(false))
            await session.ForEachAsync(PrivacyRows.WriteReading, [new Rewritten(id, MailStubs.OfReading(row.Json))]).ConfigureAwait(false);
        // Why it waits may quote it.
        await session.ExecuteAsync(PrivacyRows.ForgetQuote, new { id }).ConfigureAwait(false);
        // The answer itself is the member's and stays with its call; what was taken for it of this mail goes with the mail.
        await session.ExecuteAsync(MessageCalls.Delete, new { id }).ConfigureAwait(false);
    }

    private static async Task EmptyEntryAsync(Session session, PersonEntry person, string who, Known known, DateTimeOffset now)
    {
        var draft = new DeskDraft(known, now);
        var empty = person with
        {
            Name = PersonMarks.Stub, Function = null, OrganizationId = null, Addresses = [], Phone = null, Fax = null, Address = null,
            Stamps = new Dictionary<string, DateTimeOffset>(),
        };
        draft.Put(person, empty, PersonMarks.Stub, new FieldChange("erased", null, "yes"));
        var today = known.DayOf(now);
        foreach (var seat in known.SeatsOf(person.Id).Where(seat => seat.Until is null).ToList())
            draft.Put(seat, seat with { Until = seat.From > today ? seat.From : today, EndedBy = "person erased" }, seat.Body, new FieldChange("until", null, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        foreach (var organization in known.ContactOf(person.Id).ToList())
            draft.Put(organization, organization with { ContactId = null }, organization.Name, new FieldChange("contact", PersonMarks.Stub, null));
        await new EntryWriter(session).WriteAsync([.. draft.Changes.Select(change => new NotedChange(change, null, null, who))], now).ConfigureAwait(false);
        // The history keeps that there was somebody, and when; not who.
        var rows = await session.QueryAsync<JsonRow>(PrivacyRows.HistoryOfPerson, new { id = person.Id }).ConfigureAwait(false);
        var stub = EntryJson.Write(empty);
        await session.ForEachAsync(PrivacyRows.WriteAfter, [.. rows.Select(row => new Rewritten(row.Id, stub))]).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteFields, [.. rows.Select(row => new Rewritten(row.Id, "[]"))]).ConfigureAwait(false);
    }

    /// <summary>The person under the names and addresses that were on record once, where they are nobody else's by now: other entries' histories hold them still.</summary>
    private static async Task<IReadOnlyList<PersonEntry>> FormerAsync(Session session, string group, IReadOnlyList<PersonEntry> entries, Known known)
    {
        var own = entries.Select(entry => entry.Id).ToHashSet();
        var former = new List<PersonEntry>();
        foreach (var entry in entries)
            foreach (var row in await session.QueryAsync<JsonRow>(PrivacyRows.HistoryOfPerson, new { id = entry.Id }).ConfigureAwait(false))
            {
                var was = EntryJson.ReadEntry<PersonEntry>(row.Json);
                former.Add(was with
                {
                    Name = known.PersonsNamed(was.Name).All(other => own.Contains(other.Id)) ? was.Name : null,
                    Addresses = [.. was.Addresses.Where(address => known.PersonsWithEmail(address.Email).All(other => own.Contains(other.Id)))],
                });
            }
        // The address of a ministry stood at one of its officers once: its mails are not that person's.
        var addresses = former.SelectMany(was => was.Addresses).Select(address => FiledKey.Of(EntryKind.Member, address.Email)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var members = (await FiledRows.NamedAsync(session, group, addresses).ConfigureAwait(false)).OfType<MemberEntry>()
            .SelectMany(member => member.Addresses).Select(address => FiledKey.Of(EntryKind.Member, address.Email)).ToHashSet();
        return [.. former.Select(was => was with { Addresses = [.. was.Addresses.Where(address => !members.Contains(FiledKey.Of(EntryKind.Member, address.Email)))] })];
    }

    /// <returns>Messages whose reading named the person.</returns>
    private static async Task<IReadOnlyList<long>> EraseTextsAsync(Session session, PersonMarks marks, string? group)
    {
        var messages = new SortedSet<long>();
        foreach (var word in marks.Words)
        {
            var like = PrivacyRows.Like(word);
            await RewriteAsync(session, marks, PrivacyRows.ItemsLike, PrivacyRows.WriteItem, like, group).ConfigureAwait(false);
            messages.UnionWith(await RewriteAsync(session, marks, PrivacyRows.ReadingsLike, PrivacyRows.WriteReading, like, group).ConfigureAwait(false));
            await RewriteAsync(session, marks, PrivacyRows.CallsLike, PrivacyRows.WriteCall, like, group).ConfigureAwait(false);
            await RewriteAsync(session, marks, PrivacyRows.HistoryLike, PrivacyRows.WriteAfter, like, group).ConfigureAwait(false);
            await RewriteAsync(session, marks, PrivacyRows.FieldsLike, PrivacyRows.WriteFields, like, group).ConfigureAwait(false);
            var filed = await session.QueryAsync<FiledJsonRow>(PrivacyRows.FiledLike, new { like, group }).ConfigureAwait(false);
            await session.ForEachAsync(PrivacyRows.WriteFiled, [.. filed.Select(row => marks.Erase(row.Json) is { } left ? Readable(row with { Json = left }) : null).OfType<FiledJsonRow>()]).ConfigureAwait(false);
            await session.ExecuteAsync(PrivacyRows.ForgetNames, new { like = "%:" + PrivacyRows.Like(NameKey.Of(word))[1..^1], group }).ConfigureAwait(false);
        }
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetBudget,
                [.. marks.Addresses, .. marks.Addresses.Select(AnswerAccount.UnprovedKey).Select(Texts.FoldAddress)], addresses => new { addresses, group })
            .ConfigureAwait(false);
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetHealth, marks.Addresses, addresses => new { addresses, group }).ConfigureAwait(false);
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetSpeech, marks.Addresses, addresses => new { addresses, group }).ConfigureAwait(false);
        return [.. messages];
    }

    /// <summary>An entry that could not be read any more would take the whole register with it: rather nothing is erased, and the fault is seen.</summary>
    private static FiledJsonRow Readable(FiledJsonRow row)
    {
        _ = FiledRows.Read(row.Entry, row.Json);
        return row;
    }

    private static async Task<IReadOnlyList<long>> RewriteAsync(Session session, PersonMarks marks, Statement find, RowStatement<Rewritten> write, string like, string? group)
    {
        var rows = await session.QueryAsync<JsonRow>(find, new { like, group }).ConfigureAwait(false);
        var left = rows.Select(row => marks.Erase(row.Json) is { } json ? new Rewritten(row.Id, json) : null).OfType<Rewritten>().ToList();
        await session.ForEachAsync(write, left).ConfigureAwait(false);
        return [.. left.Select(row => row.Id)];
    }

    private static async Task<IReadOnlyList<long>> LettersToAsync(Session session, PersonMarks marks, string? group) => marks.Addresses.Count == 0 ? []
        : await session.QueryInPortionsAsync<long, string>(PrivacyRows.LettersTo, marks.Addresses, addresses => new { addresses, group }).ConfigureAwait(false);

    /// <summary>Walks through the letters that tell from the register: what they say is encoded, and only reading them tells.</summary>
    private static async Task<IReadOnlyList<long>> LettersNamingAsync(Session session, PersonMarks marks, string? group)
    {
        var found = new List<long>();
        foreach (var portion in (await session.QueryAsync<long>(PrivacyRows.TellingLetters, new { group }).ConfigureAwait(false)).Chunk(LettersAtOnce))
            found.AddRange((await session.QueryInPortionsAsync<LetterRow, long>(PrivacyRows.ReadMime, portion, ids => new { ids }).ConfigureAwait(false))
                .Where(letter => MailStubs.TextsOf(letter.Bytes).Any(marks.Names)).Select(letter => letter.Id));
        return found;
    }

    private const int LettersAtOnce = 100;

    /// <summary>A letter that has not left does not leave any more.</summary>
    /// <returns>Their Message-IDs.</returns>
    private static async Task<IReadOnlyList<string>> EmptyLettersAsync(Session session, IReadOnlyList<long> letters)
    {
        await session.ExecuteInPortionsAsync(PrivacyRows.CancelQueued, letters, ids => new { ids }).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteMime, [.. letters.Select(id => new Emptied(id, []))]).ConfigureAwait(false);
        return await NamesAsync(session, letters).ConfigureAwait(false);
    }

    private static Task<IReadOnlyList<string>> NamesAsync(Session session, IReadOnlyList<long> letters) =>
        session.QueryInPortionsAsync<string, long>(PrivacyRows.LetterNames, letters, ids => new { ids });
}
