using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Deciding.Neighbours;
using JcaCop.Reading.Sorting;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Trust;

namespace JcaCop.Register.Deciding;

/// <summary>Decides what becomes of a mail: each item is accepted or held, by confidence, by the sender's mandate and by contradiction with the register. Pure.</summary>
public static class Judge
{
    /// <summary>Begins the reason of what waits for the sender's sake alone: a seat may confirm it.</summary>
    public const string Announced = "announced:";

    /// <summary>Judges a batch in the order of arrival, each mail against the register as the ones before it leave it.</summary>
    /// <param name="known">What the register holds about the batch; it is carried forward.</param>
    /// <param name="now">UTC; for the answer budget alone.</param>
    /// <param name="suspicion">Why nothing that the mails say may be recorded without a person; null where they say it as any others.</param>
    /// <returns>In the order of <paramref name="batch"/>, without letters.</returns>
    public static IReadOnlyList<JudgedMail> DecideAll(
        IReadOnlyList<(TakenMail Taken, MailReading Reading)> batch, Known known, JudgePolicy policy, DateTimeOffset now, string? suspicion = null)
    {
        known.Zone = policy.Zone;
        var judged = new JudgedMail[batch.Count];
        // Arrival decides, not the order in which a mailbox lists its mails: any order of one batch ends in one register.
        foreach (var (index, arrived) in batch.Index().OrderBy(m => m.Item.Taken.ArrivedAt).ThenBy(m => m.Item.Taken.InternetId, StringComparer.Ordinal))
        {
            // Who only pretends to be the sender completes nothing, and takes nothing away that waits.
            var forged = suspicion ?? ForgedBy(arrived.Reading.Mail, policy);
            var (told, replaced) = BesideWhatItAnswers(arrived.Reading, arrived.Taken.ArrivedAt, known, forged is null);
            var elsewhere = Elsewhere.Of(told, ThreadOf(told, known), known, policy, arrived.Taken.ArrivedAt, arrived.Taken.Key.UidValidity == Elsewhere.Handed);
            if (elsewhere.Whole is { } theirs)
            {
                judged[index] = new JudgedMail(arrived.Taken, told, new Verdict(MessageState.Processed, theirs, false, ThreadOf(told, known), [], false, theirs), [], []) { HandTo = elsewhere.HandTo };
                continue;
            }
            told = elsewhere.Reading;
            var beside = AnswersElsewhere(told, known, policy) ? told with { Items = [.. told.Items.Where(item => item is not Position)] } : told;
            var reading = CallMatch.Proved(beside, ThreadOf(beside, known), known) switch
            {
                { Live: true, Sort: CallSort.Consultation } consultation => PositionReader.AsAnswer(LiftedObjections.Read(beside, consultation.Title), consultation.Title),
                { State: not CallState.Cancelled, Sort: CallSort.Questionnaire } questionnaire => RestOfAnswer.Read(beside, questionnaire, SpokenFor.Find(beside, known, policy.Official, policy.DayOf(arrived.Taken.ArrivedAt)).Proved, known),
                _ => beside,
            };
            reading = ReportAnswer.Read(reading, ThreadOf(reading, known), known, policy.Officers);
            if (IsProved(reading.Mail, policy)) reading = RevisedReport.Read(reading, ThreadOf(reading, known), known, policy.Officers);
            (reading, var text) = RevisionAnswer.Read(reading, ThreadOf(reading, known), known);
            if (text is not null) replaced = [.. replaced, text];
            reading = LiaisonAnswer.Read(reading, ThreadOf(reading, known), known, policy, policy.DayOf(arrived.Taken.ArrivedAt));
            reading = SeatAnswer.Read(reading, ThreadOf(reading, known), known);
            reading = SuccessorRole.Read(reading, known, policy.DayOf(arrived.Taken.ArrivedAt));
            reading = MovedActivity.Read(reading, known);
            reading = KeptDelegates.Read(reading, Context(UnknownNumber, arrived.Taken.ArrivedAt, reading, ThreadOf(reading, known), known, policy), known);
            reading = OwnDelegates.Read(reading, Context(UnknownNumber, arrived.Taken.ArrivedAt, reading, ThreadOf(reading, known), known, policy), known);
            var invited = forged is null ? InvitationAnswered.Of(reading, known, policy) : null;
            if (invited is not null) reading = InvitationAnswered.Settled(reading);
            var dated = NamedMeetings.Dated(reading, Context(UnknownNumber, arrived.Taken.ArrivedAt, reading, ThreadOf(reading, known), known, policy), known);
            var mail = (arrived.Taken, Reading: Superseding.Read(dated, Context(UnknownNumber, arrived.Taken.ArrivedAt, dated, ThreadOf(dated, known), known, policy), known));
            var verdict = Decide(mail.Reading, known, policy, mail.Taken.ArrivedAt, now, suspicion);
            if (ToldBefore.Of(mail.Taken, mail.Reading, verdict) is { } said) known.PutTold(mail.Reading.Mail.Sender!.Email, said);
            var changes = Placing.Place(verdict, Context(mail.Taken.Id, mail.Taken.ArrivedAt, mail.Reading, verdict.Thread, known, policy), known);
            var reached = new List<RegisterChange>();
            if (invited is not null && verdict.Reason is null) InvitationAnswered.Place(invited, reading.Invitation, new EntryDraft(known, mail.Taken.ArrivedAt, RegisterChange.OfMail, reached));
            var reach = ReachPlacing.Place(mail.Taken, mail.Reading, verdict, known, policy, now, reached);
            var budget = verdict.ReceiptDue && mail.Reading.Mail.Sender is { } sender
                ? AnswerAccount.Of(mail.Reading.Mail, sender, policy).Spend(known, policy, now) : null;
            if (budget is not null) known.Put(budget.Key, budget.Budget);
            judged[index] = new JudgedMail(mail.Taken, mail.Reading, verdict, [.. changes, .. reached], []) { HandTo = elsewhere.HandTo, Budget = budget,
                Meeting = MeetingMatch.Of(changes, known), Reach = reach, Replaced = verdict.OwnMail || forged is not null ? [] : replaced };
        }
        return judged;
    }

    /// <param name="arrivedAt">When the mail came: seats are asked for that day, meetings for that instant.</param>
    public static Verdict Decide(MailReading reading, Known known, JudgePolicy policy, DateTimeOffset arrivedAt, DateTimeOffset now, string? suspicion = null)
    {
        known.Zone = policy.Zone;
        var mail = reading.Mail;
        var own = (mail.MessageId is { } id && known.Letter(id) is not null)
            || (mail.Sender is { } sender && policy.OwnAddresses.Contains(sender.Email, StringComparer.OrdinalIgnoreCase));
        var thread = ThreadOf(reading, known);
        var (due, why) = ReceiptRule.Ask(reading, own, known, policy, now);
        // Who has taken over for good belongs into the register, and a machine's word alone puts nobody there.
        if (!own && reading.Sort is { Kind: MailKind.AutoReply, Successor: { } successor } && thread is not null && ForgedBy(mail, policy) is null)
            return new Verdict(MessageState.Held, $"a person must read it: looks like an answer, but nothing was found: {successor}", false, thread, [], false, why);
        if (own || reading.Sort.Kind != MailKind.Human)
            return new Verdict(MessageState.Processed, null, own, thread, [], false, why);

        var context = Context(UnknownNumber, arrivedAt, reading, thread, known, policy);
        var forged = suspicion ?? ForgedBy(mail, policy);
        var guessed = Legibility.Guessed(reading);
        var call = CallJudge.Of(reading, thread, known, policy, arrivedAt);
        var items = reading.Items.Select((item, position) => Judged(position, item, reading, context, known, policy, forged, guessed, call)).ToList();
        // Whoever is taken off for somebody else stays until the other one is recorded.
        foreach (var left in OneForAnother.LeftBehind(reading, place => items[place].State == ItemState.Held))
            items[left] = items[left] with { State = ItemState.Held, Why = "not all of it could be read with certainty", Because = HeldBecause.Doubt };
        var answer = call.Verdict(items, forged ?? guessed, policy);
        var reason = (forged is null && items.Count == 0 ? Nameless(mail) : null) ?? Unread(reading, answer) ?? Reason(reading, items,
            forged) ?? guessed ?? Legibility.Unread(reading) ?? answer?.All.FirstOrDefault(one => one.HoldsMail)?.Why ?? Nameless(mail)
            // A reminder asks for a text, or for a word that none will come: what is neither is read by a person.
            ?? (items.Exists(item => item.Item is Contribution { Files.Count: > 0 }) ? null : ContributionSteps.Doubt(null, thread));
        if (due && reading.Acknowledges && items.Count == 0) (due, why) = (false, "it acknowledges a statement of ours and says no more");
        if (due && items.Count == 0 && answer is null && AnswersAnswered(mail, known) is > 0 and var answered && (reason is null || answered > 1))
            (due, why) = (false, "it answers an answer of ours and says nothing to record");
        return new Verdict(reason is null ? MessageState.Processed : MessageState.Held, reason, false, thread, items, due && forged is null, forged ?? why) { Answer = answer };
    }

    /// <summary>A mail that waits as an answer to a call, though nothing in it looks like one, is shown as that: what it asks or says is read by whoever decides it.</summary>
    private static string? Unread(MailReading reading, CallAnswer? answer) =>
        answer is { Said.Sort: AnswerSort.Unread, State: ItemState.Held, IsForged: false } && reading.AttentionReasons.Count > 0 && !reading.AttentionReasons.Any(Attention.Hints) ? answer.Why : null;

    private static string? Nameless(ReceivedMail mail) => mail.Sender is null ? "it names no sender: nobody can be answered" : null;

    /// <summary>How many automatic answers of ours stand in the thread of a mail. Two services that answer each other, however slowly, are known by it.</summary>
    private static int AnswersAnswered(ReceivedMail mail, Known known) => ReplyPath.Letters(mail).Select(known.Letter).Count(letter => letter?.CauseMessageId is not null
        && letter.Recipient.Equals(mail.Sender?.Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>The letter of ours that a mail answers, or that a machine speaks of.</summary>
    private static AnsweredLetter? ThreadOf(MailReading reading, Known known) =>
        (reading.Sort.Kind == MailKind.Human ? ReplyPath.Letters(reading.Mail) : ReturnedMail.Ids(reading.Mail)).Select(known.Letter).FirstOrDefault(letter => letter is not null);

    /// <summary>A reply to a receipt, from whom the receipt went to, is read beside the items that the receipt showed.</summary>
    private static (MailReading Reading, IReadOnlyList<ReplacedItem> Replaced) BesideWhatItAnswers(MailReading reading, DateTimeOffset at, Known known, bool proved)
    {
        if (ThreadOf(reading, known) is not { Kind: "receipt" or "item-decided", CauseMessageId: { } cause } letter || known.Shown(cause) is not { Count: > 0 } earlier
            || reading.Mail.Sender is not { } sender || !sender.Email.Equals(letter.Recipient, StringComparison.OrdinalIgnoreCase)) return proved ? BesideWhatWasTold(reading, at, known) : (reading, []);
        var (beside, replaced) = ReplyReader.Read(reading, earlier);
        return (beside, [.. replaced.Select(position => new ReplacedItem(cause, position))]);
    }

    /// <summary>"Further to my letter, Mr Okafor's telephone number is …": a second mail that completes the first, and answers nothing of ours (docs/decisions/0138).</summary>
    private static (MailReading Reading, IReadOnlyList<ReplacedItem> Replaced) BesideWhatWasTold(MailReading reading, DateTimeOffset at, Known known)
    {
        if (reading.Mail.Sender is not { } sender || !ToldBefore.MayComplete(reading) || known.Told(sender.Email) is not { } before || at < before.At || at - before.At > ToldBefore.Longest) return (reading, []);
        var (beside, replaced) = ReplyReader.ReadLater(reading, before.Items);
        return (beside, [.. replaced.Select(position => new ReplacedItem(before.MessageId, position))]);
    }

    private static MailContext Context(long number, DateTimeOffset arrivedAt, MailReading reading, AnsweredLetter? thread, Known known, JudgePolicy policy) =>
        MailContext.Of(number, arrivedAt, reading, thread, policy.Officers) with
        {
            Named = NamedMeetings.In(reading, known), OnDays = MeetingDays.In(reading, arrivedAt, known), Speaker = SpokenFor.Find(reading, known, policy.Official, policy.DayOf(arrivedAt)).Proved,
        };

    /// <summary>Of a mail to several groups that cites a call of this one, the position on a circular that it has not: it is said to another (docs/decisions/0073).</summary>
    private static bool AnswersElsewhere(MailReading reading, Known known, JudgePolicy policy) =>
        policy.IsToSeveral(reading.Mail) && reading.Answers.Circular is { } cited && CallMatch.Named(cited, known) is null && ThreadOf(reading, known) is null && CitedCalls.InWords(reading, known).Count > 0;

    /// <summary>A verdict does not depend on the number of the message.</summary>
    private const long UnknownNumber = 0;

    private static ItemVerdict Judged(int position, Item item, MailReading reading, MailContext context, Known known, JudgePolicy policy, string? forged, string? guessed, CallJudge call)
    {
        var (mandate, proof) = item is Report ? SenderMandate.OfOfficer(context.Sender, policy.Officers)
            : SenderMandate.For(reading.Mail.Sender, reading.Respondent, item, known, policy.Official, context.At);
        var (hold, because) = Hold();
        return hold is null
            ? new ItemVerdict(position, item, ItemState.Accepted, mandate, proof)
            : new ItemVerdict(position, item, ItemState.Held, mandate, hold) { Because = because };

        (string? Why, HeldBecause? Because) Hold()
        {
            if (forged is not null) return (forged, HeldBecause.Confirm);
            if (guessed is not null) return (guessed, HeldBecause.Doubt);
            if (item is Liaison copy && LiaisonPlacing.IsSecondCopy(copy, context, known)) return (null, null);
            // Whose text it would replace is told first: a reviewer who reads only of doubts would file it under another's number.
            if (item is Contribution text && DocumentMatch.Doubt(text.Title, text.Source, text.Files, context, known) is { } others) return (others, HeldBecause.Contradiction);
            // Whoever means a meeting that does not take place hears so, however well the rest was read.
            var meeting = MeetingMatch.Doubt(item, context, known);
            if (meeting is (var past, HeldBecause.Cancelled or HeldBecause.Over)) return (past, meeting.Value.Because);
            if (call.TangledBy(item) is (var entangled, var several)) return (entangled, several);
            // What was read of a change beside what was not may be another's, or an old value.
            if (item.Decision == Decision.Review || item is Correction && reading.AttentionReasons.Any(Attention.LeavesPart)) return ("not all of it could be read with certainty", HeldBecause.Doubt);
            if (item.Confidence < policy.AcceptFrom)
                return (string.Create(CultureInfo.InvariantCulture, $"confidence {item.Confidence:0.00} is below {policy.AcceptFrom:0.00}"), HeldBecause.Doubt);
            if (Elsewhere.Doubt(item, reading, known, policy) is { } elsewhere) return (elsewhere, HeldBecause.Doubt);
            if (Completeness.Find(item, reading, known) is { } lacking) return (lacking, item is Withdrawal or Correction ? HeldBecause.Contradiction : HeldBecause.Doubt);
            if (meeting is (var doubt, var told)) return (doubt, told);
            if (Contradiction.Find(item, reading, known, policy.DayOf(context.At)) is { } contradiction) return (contradiction, HeldBecause.Contradiction);
            if (call.Doubt(item) is (var unsure, var cause)) return (unsure, cause);
            return policy.Trusted.Contains(mandate) ? (null, null) : ($"announced: {proof}", HeldBecause.Sender);
        }
    }

    private static string? Reason(MailReading reading, List<ItemVerdict> items, string? forged)
    {
        if (forged is not null) return forged;
        if (reading.NeedsAttention)
            return reading.AttentionReasons is [var first, ..] ? $"a person must read it: {first}" : "a person must read it";
        return items.FirstOrDefault(item => item.State == ItemState.Held)?.Why;
    }

    /// <summary>Whether our own mail server confirms the sender; where none is set that checks senders, nobody can be asked for more.</summary>
    internal static bool IsProved(ReceivedMail mail, JudgePolicy policy) =>
        policy.AuthenticationServer is not { Length: > 0 } server || SenderProof.Of(mail, server).Proof == Proof.Passed;

    /// <summary>Whoever forges an address gets no answer to it either: it would reach somebody who never wrote.</summary>
    private static string? ForgedBy(ReceivedMail mail, JudgePolicy policy) =>
        SenderProof.Of(mail, policy.AuthenticationServer) is { Proof: Proof.Failed } proof ? proof.Why : null;
}
