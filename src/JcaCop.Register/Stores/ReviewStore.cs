using System.Globalization;
using System.Text.Json;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Privacy;
using JcaCop.Register.Questions;

namespace JcaCop.Register.Stores;

/// <summary>What a person decides about held and set-aside mails. Each decision is one transaction, noted in the audit.</summary>
/// <param name="officers">Addresses of the chairman and the secretariat of a group, by its key; null: none are known.</param>
/// <param name="official">Domains that speak for a member, by the key of the group; null: none are known.</param>
/// <param name="zone">In which the days of a group begin and end, by its key; null: UTC.</param>
public sealed class ReviewStore(Database database, TimeProvider time, Func<string, IReadOnlyCollection<string>>? officers = null, Func<string, OfficialDomains>? official = null, Func<string, TimeZoneInfo>? zone = null)
{
    /// <summary>Accepts held items: they change the register as if the judge had accepted them, in the name of <paramref name="who"/>.</summary>
    /// <param name="position">Which item; null: all that are held, and the mail itself is dealt with.</param>
    /// <param name="letters">Makes the letters that tell the sender, where a receipt has said that items are held; they are recorded with the decision. Null: none.</param>
    public Task<ReviewOutcome> AcceptAsync(
        long messageId, int? position, string who, Func<DecidedMail, IReadOnlyList<OutgoingLetter>>? letters, CancellationToken stop) =>
        AcceptAsync(messageId, Only(position), who, [], letters, stop);

    /// <param name="positions">Which items; empty: all that are held, and the mail itself is dealt with.</param>
    /// <param name="fields">Values that take the place of what was read, by the name of the field; for one item alone.</param>
    public Task<ReviewOutcome> AcceptAsync(
        long messageId, IReadOnlyList<int> positions, string who, IReadOnlyList<(string Field, string Value)> fields,
        Func<DecidedMail, IReadOnlyList<OutgoingLetter>>? letters, CancellationToken stop) =>
        DecideAsync(messageId, positions, who, async (session, head, items, answer, now) =>
        {
            if (head.Sender == PersonMarks.Stub) throw new UndecidedException($"whoever wrote it was erased, and nobody is left to whom it could be put down: 'review reject {Number(messageId)}' ends it");
            var position = answer?.All.Any(ReviewedAnswer.IsUnread) == true ? fields.LastOrDefault(field => AnswerWords.IsPosition(field.Field)).Value : null;
            if (position is not null) fields = [.. fields.Where(field => !AnswerWords.IsPosition(field.Field))];
            // A mail of which nothing was read may all the same answer a statement of ours, where a person says so.
            var replied = items.Count == 0 ? fields.LastOrDefault(field => ItemEdit.IsAnswered(field.Field)).Value : null;
            if (replied is not null) fields = [.. fields.Where(field => !ItemEdit.IsAnswered(field.Field))];
            // Of two meetings on one day the number tells which; said once, it is said for all that is held.
            var chosen = items.Count > 0 ? fields.LastOrDefault(field => ItemEdit.IsMeetingByName(field.Field, field.Value)).Value : null;
            if (chosen is not null) fields = [.. fields.Where(field => !ItemEdit.IsMeetingByName(field.Field, field.Value))];
            var read = items.Select(item => (Line: item, Item: EntryJson.ReadItem(item.Json))).ToList();
            // A body alone is said for all of whom none was told: a principal and an alternate are of one.
            var shared = items.Count > 1 && fields.Count > 0 && fields.All(field => ItemEdit.IsBody(field.Field)) && read.Exists(pair => BodyOfAnswer.IsLacking(pair.Item, head.Respondent));
            if (fields.Count > 0 && items.Count != 1 && !shared) throw new UndecidedException(items.Count == 0 ? "no item is held" : $"{Number(items.Count)} items are held: say which one the values are for");
            var parsed = read.ConvertAll(pair => shared && !BodyOfAnswer.IsLacking(pair.Item, head.Respondent) ? pair : (pair.Line, Item: Edited(pair.Item, fields)));
            var told = answer ?? await MessageCalls.OfAsync(session, messageId).ConfigureAwait(false);
            var (known, mail) = await KnownAsync().ConfigureAwait(false);
            if (chosen is not null) Choose();
            var filled = parsed.ConvertAll(pair => (pair.Line, Item: BodyOfAnswer.Filled(pair.Item, told, mail, known)));
            var isFilled = parsed.Zip(filled).Any(pair => !ReferenceEquals(pair.First.Item, pair.Second.Item));
            parsed = filled;
            // The seats of the body that was filled in are needed as well.
            if (isFilled) (known, mail) = await KnownAsync().ConfigureAwait(false);
            if (isFilled && chosen is not null) Choose();
            if (isFilled || fields.Count > 0 || chosen is not null) await session.ForEachAsync(ReviewRows.EditItem, [.. parsed.Select(pair => (pair.Line.Id, pair.Item))]).ConfigureAwait(false);
            if (answer is not null) told = answer = ReviewedAnswer.Understood(answer, position, known);
            var changes = new List<RegisterChange>();
            foreach (var (line, item) in parsed)
            {
                var obstacle = MeetingMatch.Obstacle(item, mail, known) ?? SeatAnswered.Obstacle(item, mail, known) ?? Completeness.Obstacle(item, mail.Respondent, known, known.DayOf(mail.At));
                if (obstacle is not null) throw new UndecidedException($"item {Number(line.Position)}: {obstacle}{WithoutIt(line.Position)}");
                Placing.Place(line.Position, item, mail, known, changes);
            }
            if (replied is not null) Placing.Place(RegisterChange.OfMail, Reply(replied, mail, known), mail, known, changes);
            var entries = new EntryDraft(known, mail.At, RegisterChange.OfMail, changes);
            if (ConfirmedAnswer.Of(told, [.. parsed.Select(pair => pair.Item)], mail, known, official?.Invoke(head.GroupKey) ?? OfficialDomains.None, who, positions.Count == 0, now) is { } confirmed)
            {
                // What waited under another name, or none, waits no longer.
                if (told is { State: ItemState.Held })
                    CallPlacing.Refuse(told with { Beside = [.. told.Beside.Where((_, place) => confirmed.Beside[place].State != ItemState.Held)] }, mail, null, entries);
                CallPlacing.Place(confirmed, mail, entries);
                await MessageCalls.ReplaceAsync(session, messageId, confirmed).ConfigureAwait(false);
            }
            else if (ReviewedAnswer.Decided(answer, [.. parsed.Select(pair => pair.Item)], positions) is { } decided)
            {
                var placed = decided.Confirmed([.. parsed.Select(pair => pair.Item)]);
                CallPlacing.Place(placed, mail, entries);
                if (positions.Count > 0) await MessageCalls.ReplaceAsync(session, messageId, answer!.Without(placed, ItemState.Accepted)).ConfigureAwait(false);
            }
            return await WriteAsync(session, messageId, items, changes, who, now).ConfigureAwait(false);

            // One item that cannot be recorded keeps the good ones beside it waiting: whoever decides is told how they are taken without it.
            string WithoutIt(int position) =>
                parsed.Count > 1 ? $"; the others can be recorded without it: {string.Join(' ', parsed.Where(other => other.Line.Position != position).Select(other => $"--item {Number(other.Line.Position)}"))}" : "";

            void Choose()
            {
                var meeting = MeetingDesk.Find(chosen, known) ?? known.All<MeetingEntry>().FirstOrDefault(one => NameKey.Of(one.Title) == NameKey.Of(chosen))
                    ?? throw new UndecidedException($"there is no meeting {chosen}; meeting list shows all");
                mail = mail with { Chosen = meeting };
                parsed = parsed.ConvertAll(pair => (pair.Line, Item: ItemEdit.At(pair.Item, meeting.Time.FirstDay)));
            }

            Task<(Known, MailContext)> KnownAsync() => AboutAsync(session, messageId, head, told, [.. parsed.Select(pair => pair.Item)], mentions =>
            {
                mentions.Owner(who);
                mentions.Entry(EntryKind.Liaison, LiaisonReference.Key(replied, null));
                mentions.Entry(EntryKind.Meeting, chosen);
            });
        }, ItemState.Accepted, "review accept", null, letters, stop);

    /// <summary>Says no to held items; they stay on file as rejected. A mail that was set aside is thereby done with, and kept with its reason.</summary>
    /// <param name="positions">Which items; null or empty: all that are held, and the mail itself is dealt with.</param>
    /// <param name="letters">As for <see cref="AcceptAsync(long, int?, string, Func{DecidedMail, IReadOnlyList{OutgoingLetter}}?, CancellationToken)"/>.</param>
    public Task<ReviewOutcome> RejectAsync(
        long messageId, IReadOnlyList<int>? positions, string who, string? why, Func<DecidedMail, IReadOnlyList<OutgoingLetter>>? letters, CancellationToken stop) =>
        DecideAsync(messageId, positions ?? [], who, async (session, head, items, answer, now) =>
        {
            if (ReviewedAnswer.Decided(answer, [.. items.Select(item => EntryJson.ReadItem(item.Json))], positions ?? []) is not { } decided) return [];
            var (known, mail) = await AboutAsync(session, messageId, head, answer, []).ConfigureAwait(false);
            var changes = new List<RegisterChange>();
            if (positions is { Count: > 0 }) await MessageCalls.ReplaceAsync(session, messageId, answer!.Without(decided, ItemState.Rejected)).ConfigureAwait(false);
            CallPlacing.Refuse(decided, mail, why is null ? $"refused by {who}" : $"refused by {who}: {why}", new EntryDraft(known, now, RegisterChange.OfMail, changes));
            return await WriteAsync(session, messageId, items, changes, who, now).ConfigureAwait(false);
        }, ItemState.Rejected, "review reject", why, letters, stop);

    /// <summary>What is held of a mail, with what the register holds about it and about those who might confirm it.</summary>
    /// <param name="official">Domains that speak for a member: whom the sender's speaks for is loaded too.</param>
    /// <returns>Null where the mail waits no longer, or has no sender.</returns>
    public Task<HeldMail?> SeeAsync(long messageId, OfficialDomains official, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            if (await session.FirstOrDefaultAsync<ReviewRows.Head>(ReviewRows.ReadHead, new { id = messageId }).ConfigureAwait(false) is not { State: MessageState.Held, Sender: { } sender } head) return null;
            var items = (await ReviewRows.ItemsAsync(session, messageId).ConfigureAwait(false)).Where(item => item.State == ItemState.Held)
                .Select(item => new ItemVerdict(item.Position, EntryJson.ReadItem(item.Json), item.State, item.Mandate, item.Why)).ToList();
            var answer = await MessageCalls.WaitingAsync(session, messageId).ConfigureAwait(false);
            var (known, mail) = await AboutAsync(session, messageId, head, answer, [.. items.Select(item => item.Item)], mentions => mentions.Speakers(sender, official)).ConfigureAwait(false);
            return new HeldMail(known, mail, new MailAddress(head.SenderName, sender), head.Language, items, answer, head.NeedsAttention);
        }, stop);

    /// <summary>Lets a held or set-aside mail go the whole way again, as if it had just been taken.</summary>
    public Task<ReviewOutcome> ReplayAsync(long messageId, string who, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            await session.SerializeAsync("History").ConfigureAwait(false);
            var now = time.GetUtcNow();
            var head = await session.FirstOrDefaultAsync<ReviewRows.Head>(ReviewRows.ReadHead, new { id = messageId }).ConfigureAwait(false);
            if (await session.ExecuteAsync(ReviewRows.Retake, new { id = messageId }).ConfigureAwait(false) == 0)
                return await NoSuchAsync(session, messageId).ConfigureAwait(false);
            if (head is not null)
            {
                var answer = await MessageCalls.WaitingAsync(session, messageId).ConfigureAwait(false);
                var (known, mail) = await AboutAsync(session, messageId, head, answer, []).ConfigureAwait(false);
                var changes = new List<RegisterChange>();
                var entries = new EntryDraft(known, now, RegisterChange.OfMail, changes);
                if (answer is not null) CallPlacing.Refuse(answer, mail, null, entries);
                // What was asked is what was read before: an answer to that must not decide what is read now. Whatever still needs a word is asked anew.
                foreach (var question in (await FiledRows.LiveAsync(session, head.GroupKey, EntryKind.Question).ConfigureAwait(false)).OfType<QuestionEntry>().Where(question => question.MessageId == messageId))
                    Asking.Close(question, QuestionState.Withdrawn, entries);
                await WriteAsync(session, messageId, [], changes, who, now).ConfigureAwait(false);
            }
            await session.ExecuteAsync(ReviewRows.ForgetItemsInHistory, new { id = messageId }).ConfigureAwait(false);
            await session.ExecuteAsync(ReviewRows.DeleteItems, new { id = messageId }).ConfigureAwait(false);
            await session.ExecuteAsync(MessageCalls.Delete, new { id = messageId }).ConfigureAwait(false);
            await session.ExecuteAsync(ReviewRows.DeleteReading, new { id = messageId }).ConfigureAwait(false);
            await AuditRows.WriteAsync(session, new AuditLine(now, who, "review replay", Subject(messageId), null)).ConfigureAwait(false);
            return new ReviewOutcome(null, MessageState.Taken, []);
        }, stop);

    /// <summary>The answer to a statement of ours that a person says a mail is.</summary>
    private static Liaison Reply(string number, MailContext mail, Known known) =>
        LiaisonAnswer.Numbered(number, known) is not { } ours ? throw new UndecidedException($"there is no liaison statement of ours '{number}'; 'liaison list' shows them")
        : (mail.Speaker?.Body ?? mail.Speaker?.Name ?? mail.Respondent?.Body) is not { } body
            ? throw new UndecidedException("no body is known for which its sender speaks; 'member add' or a seat gives it one")
        : LiaisonReply.To(ours.Number!, body, mail.Subject);

    private static Item Edited(Item item, IReadOnlyList<(string Field, string Value)> fields) => fields.Aggregate(item, (one, field) =>
        ItemEdit.Apply(one, field.Field, field.Value)
        ?? throw new UndecidedException($"'{field.Field}: {field.Value}' says nothing that a {item.GetType().Name.ToLowerInvariant()} holds"));

    private async Task<(Known Known, MailContext Mail)> AboutAsync(Session session, long messageId, ReviewRows.Head head, CallAnswer? answer, IReadOnlyList<Item> items, Action<Mentions>? further = null)
    {
        var domains = official?.Invoke(head.GroupKey) ?? OfficialDomains.None;
        var mentions = new Mentions(domains);
        further?.Invoke(mentions);
        foreach (var item in items) mentions.Add(item);
        mentions.Delegation(head.Sender, items);
        mentions.Add(head.Respondent);
        mentions.Add(head.Answers);
        if (head.AnswersLetter is { } letter) mentions.Letters.Add(letter);
        if (answer is not null) mentions.Add(answer, head.Sender);
        if (head.Sender is { } writer) mentions.Member(writer, domains);
        var known = await KnownStore.AboutAsync(session, head.GroupKey, mentions).ConfigureAwait(false);
        known.Zone = zone?.Invoke(head.GroupKey) ?? TimeZoneInfo.Utc;
        return (known, new MailContext(messageId, head.ArrivedAt, head.Sender, head.Respondent, head.Answers, head.AnswersLetter is { } answered ? known.Letter(answered) : null)
        {
            // What was recorded without a person tells how the rest is meant: whoever comes instead of somebody who has been excused.
            Subject = head.Subject,
            Items = [.. items, .. (await ReviewRows.ItemsAsync(session, messageId).ConfigureAwait(false)).Where(item => item.State == ItemState.Accepted).Select(item => EntryJson.ReadItem(item.Json))],
            Speaker = SpokenFor.Find(head.Sender is { } from ? new MailAddress(null, from) : null, head.Respondent, known, domains, known.DayOf(head.ArrivedAt)).Proved,
            IsFromOfficer = head.Sender is { } sender && officers?.Invoke(head.GroupKey).Contains(sender, StringComparer.OrdinalIgnoreCase) == true,
        });
    }

    private static async Task<IReadOnlyList<RegisterChange>> WriteAsync(
        Session session, long messageId, IReadOnlyList<ItemLine> items, List<RegisterChange> changes, string who, DateTimeOffset now)
    {
        var ids = items.ToDictionary(item => item.Position, item => (long?)item.Id);
        return await new EntryWriter(session).WriteAsync(
            [.. changes.Select(change => new NotedChange(change, messageId, ids.GetValueOrDefault(change.ItemPosition), who))], now).ConfigureAwait(false);
    }

    /// <param name="answer">What waits of the mail as an answer to a call, and is decided with these items; null where nothing is.</param>
    private delegate Task<IReadOnlyList<RegisterChange>> Effect(Session session, ReviewRows.Head head, IReadOnlyList<ItemLine> items, CallAnswer? answer, DateTimeOffset now);

    private async Task<ReviewOutcome> DecideAsync(
        long messageId, IReadOnlyList<int> positions, string who, Effect effect, ItemState state, string verb, string? why, Func<DecidedMail, IReadOnlyList<OutgoingLetter>>? letters, CancellationToken stop)
    {
        try
        {
            return await DecideOnceAsync(messageId, positions, who, effect, state, verb, why, letters, stop).ConfigureAwait(false);
        }
        catch (UndecidedException undecided)
        {
            return new ReviewOutcome(undecided.Message, MessageState.Held, []);
        }
    }

    private Task<ReviewOutcome> DecideOnceAsync(
        long messageId, IReadOnlyList<int> positions, string who, Effect effect, ItemState state, string verb, string? why, Func<DecidedMail, IReadOnlyList<OutgoingLetter>>? letters, CancellationToken stop) =>
        database.WriteAsync(async session =>
        {
            await session.SerializeAsync("History").ConfigureAwait(false);
            var now = time.GetUtcNow();
            if (await session.FirstOrDefaultAsync<ReviewRows.Head>(ReviewRows.ReadHead, new { id = messageId }).ConfigureAwait(false) is not { } head
                || !(head.State == MessageState.Held || (head.State == MessageState.SetAside && state == ItemState.Rejected && positions.Count == 0)))
                return await NoSuchAsync(session, messageId).ConfigureAwait(false);
            if (head.State == MessageState.SetAside)
            {
                await session.ExecuteAsync(ReviewRows.PutAway, new { id = messageId }).ConfigureAwait(false);
                await AuditRows.WriteAsync(session, new AuditLine(now, who, verb, Subject(messageId), why)).ConfigureAwait(false);
                return new ReviewOutcome(null, MessageState.Processed, []);
            }
            var held = (await ReviewRows.ItemsAsync(session, messageId).ConfigureAwait(false)).Where(item => item.State == ItemState.Held).ToList();
            var chosen = positions.Count == 0 ? held : [.. held.Where(item => positions.Contains(item.Position))];
            if (positions.Count > 0 && chosen.Count == 0)
                return new ReviewOutcome($"message {Number(messageId)} holds no item {Numbers(positions)}", head.State, []);

            // The answer to a call is decided with the item that holds it, or with the whole of the mail.
            var answer = positions.Count == 0 || chosen.Any(item => item.Type is "position" or "questionnaire")
                ? await MessageCalls.WaitingAsync(session, messageId).ConfigureAwait(false) : null;
            var changes = await effect(session, head, chosen, answer, now).ConfigureAwait(false);
            await session.ForEachAsync(ReviewRows.DecideItem, [.. chosen.Select(item => new ReviewRows.Decision(item.Id, state, who, now, why))]).ConfigureAwait(false);
            if (letters is not null && chosen.Count > 0 && await session.FirstOrDefaultAsync<string>(ReviewRows.Receipted, new { id = messageId }).ConfigureAwait(false) is { } told)
            {
                // With the values that the person has put in their place, and on the mandate that the sender had.
                var standing = (await ReviewRows.ItemsAsync(session, messageId).ConfigureAwait(false)).Join(chosen, item => item.Id, one => one.Id, (item, one) => (Item: item, one.Mandate));
                var decided = new DecidedMail(head.GroupKey, head.InternetId, told, head.SenderName, head.Language, head.Subject ?? "", head.ArrivedAt,
                    [.. standing.Select(one => new ItemVerdict(one.Item.Position, EntryJson.ReadItem(one.Item.Json), state, one.Mandate, one.Item.Why))], changes);
                await OutboxWriter.EnqueueAsync(session, [.. letters(decided).Select(letter => (letter, (long?)messageId))], now).ConfigureAwait(false);
            }
            // A mail that itself asks for a person, or answers a call beside these items, stays until the person deals with the whole of it.
            var done = positions.Count == 0
                || (held.Count == chosen.Count && !head.NeedsAttention && await MessageCalls.WaitingAsync(session, messageId).ConfigureAwait(false) is null);
            if (done) await session.ExecuteAsync(ReviewRows.Finish, new { id = messageId }).ConfigureAwait(false);
            await AuditRows.WriteAsync(session, new AuditLine(now, who, verb, Subject(messageId) + (positions.Count > 0 ? $" item {Numbers(positions)}" : ""), why)).ConfigureAwait(false);
            return new ReviewOutcome(null, done ? MessageState.Processed : MessageState.Held, changes);
        }, stop);

    private static async Task<ReviewOutcome> NoSuchAsync(Session session, long messageId) =>
        await session.FirstOrDefaultAsync<ReviewRows.Head>(ReviewRows.ReadHead, new { id = messageId }).ConfigureAwait(false) is { } head
            ? new ReviewOutcome($"message {Number(messageId)} is {head.State}", head.State, [])
            : new ReviewOutcome($"there is no message {Number(messageId)}", MessageState.Taken, []);

    private static string Subject(long messageId) => $"message {Number(messageId)}";

    private static IReadOnlyList<int> Only(int? position) => position is { } one ? [one] : [];
    private static string Numbers(IReadOnlyList<int> positions) => string.Join(", ", positions.Select(one => Number(one)));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
