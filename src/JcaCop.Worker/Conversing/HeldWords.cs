using JcaCop.Post.Letters.Message;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Conversing;

/// <summary>A word on a question of ours that waits for a person.</summary>
/// <param name="Word">What it says: one of the answers of the question; null where that is not plain.</param>
internal sealed record HeldWord(QuestionEntry Question, string? Word);

/// <summary>
/// Carries out a word that waits, once a person accepts the mail: a "Reject" with reasons below it, or a bare word under a subject that has lost its code. To accept such a mail
/// is to say that the word counts; filed away unread it would leave the question open, and nobody would know.
/// </summary>
internal sealed class HeldWords(MessageQueries messages, QuestionStore questions, MailOrders orders, GroupList groups, RegisterStore register, ReviewStore review)
{
    /// <summary>The name of the value by which a person says which word is meant.</summary>
    private const string Field = "word";

    /// <summary>So begins why a word on a question waits.</summary>
    private const string AnswersQuestion = "it answers a question";

    public static bool IsWord((string Field, string Value) value) => value.Field.Trim().Equals(Field, StringComparison.OrdinalIgnoreCase);

    /// <summary>Does what the word of a mail says, in the name of whoever accepts it.</summary>
    /// <param name="fields">As given with the order; one of them may say the word.</param>
    /// <returns>What the order printed, or why nothing was done, and whether items are held beside the word; null where the mail is no such word, or where what is held of it says all.</returns>
    public async Task<(string? Printed, string? Problem, bool Beside)?> AcceptAsync(long messageId, IReadOnlyList<(string Field, string Value)> fields, string who, CancellationToken stop)
    {
        if (await messages.ShowAsync(messageId, stop) is not { Line: { State: MessageState.Held, Group: { } key } line, Items: var items } || groups.Groups.FirstOrDefault(group => group.Key == key) is not { } group) return null;
        var given = fields.LastOrDefault(IsWord).Value;
        var beside = items.Any(item => item.State == ItemState.Held);
        // Beside items that are held the word must be said: what they record tells enough, or is refused until it does.
        if (beside && given is null || await FoundAsync(group, messageId, line, stop) is not { } held || beside && held.Question.AboutKind != EntryKind.Seat) return null;
        var word = given is null ? held.Word : AnswerWords.Of(given);
        // Filed away as dealt with it would leave the question open, and whoever has answered would be asked again.
        if (word is null && held.Question.AboutKind is not (EntryKind.Liaison or EntryKind.Meeting or EntryKind.Seat or EntryKind.Document)) return null;
        // What was said of a seat may have been entered by hand before, a successor for one: the seat has ended then, and the mail is filed.
        if (word is null && held.Question.AboutKind == EntryKind.Seat && await HasEndedAsync(key, held.Question.AboutId, stop)) return null;
        if (word is null || held.Question.CommandOf(word) is not { } command)
            return (null, held.Question.CommandOf(AnswerWords.Reject) is null
                ? $"it answers '{held.Question.Title}', and how is not plain: say it as 'word: accept' (--field word=accept), enter first what else it tells, or reject the mail"
                : $"it answers '{held.Question.Title}', and how is not plain: say it as 'word: accept' or 'word: reject' (--field word=accept), or reject the mail", beside);
        var outcome = await orders.RunAsync(command, group, who, messageId, null, stop);
        if (!outcome.Done) return (null, $"it answers '{held.Question.Title}', and that could not be carried out: {outcome.Printed.Trim().TrimEnd('.')}", beside);
        await questions.AnswerAsync(held.Question, word, who, messageId, stop);
        return (outcome.Printed, null, beside);
    }

    private async Task<bool> HasEndedAsync(string group, long? seat, CancellationToken stop) => (await register.SnapshotAsync(group, null, stop)).Seats.FirstOrDefault(one => one.Id == seat) is not { Until: null };

    private async Task<HeldWord?> FoundAsync(Group group, long messageId, MessageLine line, CancellationToken stop) =>
        (line.Reason?.StartsWith(AnswersQuestion, StringComparison.Ordinal) == true ? await OfAsync(group, messageId, stop) : null) ?? await OfSeatAsync(group, messageId, stop);

    /// <summary>What the holder of a seat writes in the thread of the question about it, without its code: a mere question, request or complaint is no word on it.</summary>
    private async Task<HeldWord?> OfSeatAsync(Group group, long messageId, CancellationToken stop)
    {
        if (await review.SeeAsync(messageId, OfficialDomains.None, stop) is not { Answer: null } seen || SeatAnswer.Asked(seen.Mail.Thread, seen.Mail.Sender) is not { } seat
            || await messages.RawAsync(messageId, stop) is not { Length: > 0 } raw || Read(raw) is not { Mail.Sender: { } sender } reading
            || reading.Items.Count == 0 && !reading.AttentionReasons.Any(Attention.MayAnswer)) return null;
        var asked = await questions.AskedAsync(group.Key, sender.Email, Listening.IsSecretary(sender.Email, group), Listening.Same(sender.Email, group.Chairman), stop);
        return asked.FirstOrDefault(question => question.Live && question.AboutKind == EntryKind.Seat && question.AboutId == seat) is { } only ? new HeldWord(only, WordOf(reading.Mail.Body.ReplyText, sender)) : null;
    }

    /// <summary>The question on which a waiting mail is a word; null where it names none that is still asked.</summary>
    private async Task<HeldWord?> OfAsync(Group group, long messageId, CancellationToken stop)
    {
        if (await messages.RawAsync(messageId, stop) is not { Length: > 0 } raw || Read(raw) is not { Mail.Sender: { } sender } reading) return null;
        var codes = Listening.Codes(reading.Mail, group);
        var found = codes.Count > 0 ? (await questions.FindAsync(group.Key, codes, stop)).Select(pair => pair.Question).ToList()
            : await questions.AskedAsync(group.Key, sender.Email, Listening.IsSecretary(sender.Email, group), Listening.Same(sender.Email, group.Chairman), stop);
        // A digest asks of many mails: what its codes say is done line by line, and is told there.
        return found.Where(question => question.Live && question.Matter != QuestionMatter.Veto && question.MessageId != messageId).DistinctBy(question => question.Id).ToList() is [var only]
            ? new HeldWord(only, WordOf(reading.Mail.Body.ReplyText, sender)) : null;
    }

    /// <summary>A plain answer; or a no, whatever else stands below it. What is added to a yes may be a condition.</summary>
    private static string? WordOf(string text, MailAddress sender)
    {
        if (AnswerReader.Read(text, sender) is { Lines: [{ Word: var plain }], HasValues: false }) return plain;
        var first = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && !AnswerWords.Greets(line) && !AnswerWords.Addresses(line) && !AnswerWords.IsCourtesy(line));
        return first is not null && AnswerWords.Of(first) is AnswerWords.Reject or AnswerWords.Stop ? AnswerWords.Reject : null;
    }

    private static MailReading? Read(byte[] raw)
    {
        try
        {
            return MailReader.Read(new MemoryStream(raw, writable: false));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
