using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using MimeKit;

namespace JcaCop.Register.Privacy;

/// <summary>What was erased.</summary>
/// <param name="Problem">Why nothing was; null where it was.</param>
/// <param name="Mails">Messages whose bytes are gone. The mails themselves may still lie in the mailbox.</param>
/// <param name="Mentioned">Messages of others whose raw bytes may still name the person.</param>
public sealed record EraseOutcome(string? Problem, IReadOnlyList<long> Mails, IReadOnlyList<long> Mentioned, int Letters)
{
    public static EraseOutcome Refused(string why) => new(why, [], [], 0);
}

/// <summary>Erases a person, a raw mail or an attachment, and leaves a stub, so that counts stay true (DESIGN, 6). Each is one transaction.</summary>
public sealed class EraseStore(Database database, TimeProvider time)
{
    /// <summary>The person is gone from register, history, items, readings, sent letters and their own mails. Seats stay with their dates, and end.</summary>
    public Task<EraseOutcome> PersonAsync(string group, long personId, string who, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.SerializeAsync("History").ConfigureAwait(false);
        var now = time.GetUtcNow();
        var known = await KnownStore.WholeAsync(session, group, PersonDesk.Needs).ConfigureAwait(false);
        if (known.Person(personId) is not { } person) return EraseOutcome.Refused($"there is no person {personId}");
        var marks = new PersonMarks(person.Name, [.. person.Addresses.Select(address => address.Email)]);

        await EmptyEntryAsync(session, person, who, known, now).ConfigureAwait(false);
        var mentioned = await EraseTextsAsync(session, marks).ConfigureAwait(false);
        var own = marks.Addresses.Count == 0 ? [] : await session.QueryInPortionsAsync<long, string>(PrivacyRows.MessagesFrom, marks.Addresses, addresses => new { addresses }).ConfigureAwait(false);
        foreach (var id in own) await EmptyMailAsync(session, id).ConfigureAwait(false);
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetSender, own, ids => new { ids }).ConfigureAwait(false);
        var letters = await ForgetLettersAsync(session, marks).ConfigureAwait(false);
        // Receipts to others repeat what their mails said.
        letters += await EmptyLettersAsync(session, await session.QueryInPortionsAsync<long, long>(
            PrivacyRows.LettersBecauseOf, [.. mentioned.Union(own)], ids => new { ids }).ConfigureAwait(false)).ConfigureAwait(false);
        await AuditRows.WriteAsync(session, new AuditLine(now, who, "erase person", $"person {personId}", null)).ConfigureAwait(false);
        return new EraseOutcome(null, own, [.. mentioned.Except(own)], letters);
    }, stop);

    /// <summary>The bytes of a mail and what was read from it are gone; that it came, when, and what was recorded stays.</summary>
    public Task<EraseOutcome> MailAsync(long messageId, string who, CancellationToken stop) => database.WriteAsync(async session =>
    {
        if (await RefusalAsync(session, messageId).ConfigureAwait(false) is { } refused) return refused;
        await EmptyMailAsync(session, messageId).ConfigureAwait(false);
        await session.ExecuteAsync(PrivacyRows.ForgetSubject, new { id = messageId }).ConfigureAwait(false);
        await AuditRows.WriteAsync(session, new AuditLine(time.GetUtcNow(), who, "erase mail", $"message {messageId}", null)).ConfigureAwait(false);
        return new EraseOutcome(null, [messageId], [], 0);
    }, stop);

    /// <summary>One attachment of a mail is replaced by a line that says so.</summary>
    public Task<EraseOutcome> AttachmentAsync(long messageId, string fileName, string who, CancellationToken stop) => database.WriteAsync(async session =>
    {
        if (await RefusalAsync(session, messageId).ConfigureAwait(false) is { } refused) return refused;
        var raw = await session.FirstOrDefaultAsync<byte[]>(PrivacyRows.ReadRaw, new { id = messageId }).ConfigureAwait(false) ?? [];
        if (Without(raw, fileName) is not { } left) return EraseOutcome.Refused($"mail {messageId} has no attachment '{fileName}'");
        await session.ForEachAsync(PrivacyRows.WriteRaw, [new Emptied(messageId, left)]).ConfigureAwait(false);
        await AuditRows.WriteAsync(session, new AuditLine(time.GetUtcNow(), who, "erase attachment", $"message {messageId}", null)).ConfigureAwait(false);
        return new EraseOutcome(null, [messageId], [], 0);
    }, stop);

    private static async Task<EraseOutcome?> RefusalAsync(Session session, long messageId)
    {
        if (await session.FirstOrDefaultAsync<byte[]>(PrivacyRows.ReadRaw, new { id = messageId }).ConfigureAwait(false) is null) return EraseOutcome.Refused($"there is no mail {messageId}");
        return await session.FirstOrDefaultAsync<long>(PrivacyRows.IsHeld, new { id = messageId }).ConfigureAwait(false) > 0
            ? EraseOutcome.Refused($"mail {messageId} waits for a decision; 'review accept {messageId}' or 'review reject {messageId}' first") : null;
    }

    internal static async Task EmptyMailAsync(Session session, long id)
    {
        await session.ForEachAsync(PrivacyRows.WriteRaw, [new Emptied(id, [])]).ConfigureAwait(false);
        foreach (var row in await session.QueryAsync<JsonRow>(PrivacyRows.ReadReading, new { id }).ConfigureAwait(false))
            await session.ForEachAsync(PrivacyRows.WriteReading, [new Rewritten(id, StubOf(row.Json))]).ConfigureAwait(false);
        // The answer itself is the member's and stays with its call; what was taken for it of this mail goes with the mail.
        await session.ExecuteAsync(MessageCalls.Delete, new { id }).ConfigureAwait(false);
    }

    /// <summary>Of a reading only what counts need: kind, language, whether a person had to look, what it answered.</summary>
    private static string StubOf(string reading)
    {
        var stub = new JsonObject { ["erased"] = true };
        if (JsonNode.Parse(reading) is JsonObject whole)
            foreach (var key in new[] { "file", "kind", "language", "needsAttention", "answers" })
                if (whole[key] is { } value) stub[key] = value.DeepClone();
        return stub.ToJsonString();
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
        var today = DateOnly.FromDateTime(now.UtcDateTime);
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

    /// <returns>Messages whose reading named the person.</returns>
    private static async Task<IReadOnlyList<long>> EraseTextsAsync(Session session, PersonMarks marks)
    {
        var messages = new SortedSet<long>();
        foreach (var word in marks.Words)
        {
            var like = PrivacyRows.Like(word);
            await RewriteAsync(session, marks, PrivacyRows.ItemsLike, PrivacyRows.WriteItem, like).ConfigureAwait(false);
            messages.UnionWith(await RewriteAsync(session, marks, PrivacyRows.ReadingsLike, PrivacyRows.WriteReading, like).ConfigureAwait(false));
            await RewriteAsync(session, marks, PrivacyRows.CallsLike, PrivacyRows.WriteCall, like).ConfigureAwait(false);
            await RewriteAsync(session, marks, PrivacyRows.HistoryLike, PrivacyRows.WriteAfter, like).ConfigureAwait(false);
            await RewriteAsync(session, marks, PrivacyRows.FieldsLike, PrivacyRows.WriteFields, like).ConfigureAwait(false);
            var filed = await session.QueryAsync<FiledJsonRow>(PrivacyRows.FiledLike, new { like }).ConfigureAwait(false);
            await session.ForEachAsync(PrivacyRows.WriteFiled, [.. filed.Select(row => marks.Erase(row.Json) is { } left ? row with { Json = left } : null).OfType<FiledJsonRow>()]).ConfigureAwait(false);
            await session.ExecuteAsync(PrivacyRows.ForgetNames, new { like = "%:" + PrivacyRows.Like(NameKey.Of(word))[1..^1] }).ConfigureAwait(false);
        }
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetBudget, marks.Addresses, addresses => new { addresses }).ConfigureAwait(false);
        return [.. messages];
    }

    private static async Task<IReadOnlyList<long>> RewriteAsync(Session session, PersonMarks marks, Statement find, RowStatement<Rewritten> write, string like)
    {
        var rows = await session.QueryAsync<JsonRow>(find, new { like }).ConfigureAwait(false);
        var left = rows.Select(row => marks.Erase(row.Json) is { } json ? new Rewritten(row.Id, json) : null).OfType<Rewritten>().ToList();
        await session.ForEachAsync(write, left).ConfigureAwait(false);
        return [.. left.Select(row => row.Id)];
    }

    private static async Task<int> ForgetLettersAsync(Session session, PersonMarks marks)
    {
        if (marks.Addresses.Count == 0) return 0;
        var letters = await session.QueryInPortionsAsync<long, string>(PrivacyRows.LettersTo, marks.Addresses, addresses => new { addresses }).ConfigureAwait(false);
        await EmptyLettersAsync(session, letters).ConfigureAwait(false);
        await session.ExecuteInPortionsAsync(PrivacyRows.ForgetRecipient, letters, ids => new { ids }).ConfigureAwait(false);
        return letters.Count;
    }

    /// <summary>A letter that has not left does not leave any more.</summary>
    private static async Task<int> EmptyLettersAsync(Session session, IReadOnlyList<long> letters)
    {
        await session.ExecuteInPortionsAsync(PrivacyRows.CancelQueued, letters, ids => new { ids }).ConfigureAwait(false);
        await session.ForEachAsync(PrivacyRows.WriteMime, [.. letters.Select(id => new Emptied(id, []))]).ConfigureAwait(false);
        return letters.Count;
    }

    /// <returns>Null where the mail has no such attachment.</returns>
    private static byte[]? Without(byte[] raw, string fileName)
    {
        using var message = MimeMessage.Load(new MemoryStream(raw, writable: false));
        var found = message.BodyParts.OfType<MimePart>().Where(part => string.Equals(part.FileName, fileName, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0) return null;
        foreach (var part in found)
        {
            part.Content?.Dispose();
            part.Content = new MimeContent(new MemoryStream(Encoding.ASCII.GetBytes("This attachment was erased.\r\n")));
            part.ContentTransferEncoding = ContentEncoding.SevenBit;
            part.ContentType.MediaType = "text";
            part.ContentType.MediaSubtype = "plain";
        }
        using var written = new MemoryStream();
        message.WriteTo(written);
        return written.ToArray();
    }
}
