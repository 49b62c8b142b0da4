using System.Diagnostics;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Message;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Register.Trust;

namespace JcaCop.Worker.Conversing;

/// <summary>Does what a mail says to the service itself: answers questions, carries out orders, tells what is on record.</summary>
/// <remarks>
/// One mail, one transaction: what is done, its answer and the mail's own state are there together or not at all. A crash before leaves
/// the mail as it came, and all of it is done then; a mail that is recorded is never heard again.
/// </remarks>
public sealed class Conversation(
    Database database, KnownStore register, UnreachedBodies bodies, RegisterStore whole, RecordStore records, DeskStore desk,
    QuestionStore questions, MessageQueries messages, MailOrders orders, TalkLetters letters, TimeProvider clock)
{
    /// <summary>A secretary who orders much in an hour gets an answer to each; a machine under that address does not get one for ever.</summary>
    private const int OfficerFactor = 10;

    private readonly OwnStanding told = new(register, whole, messages, letters);

    /// <summary>Takes one turn and records the mail.</summary>
    /// <param name="handOn">Gives other groups what is theirs, before the mail is recorded.</param>
    /// <returns>Null where the mail is recorded already.</returns>
    public async Task<JudgedMail?> TakeTurnAsync(MailRoute route, TakenMail taken, MailReading reading, Heard heard, Func<JudgedMail, Task> handOn, CancellationToken stop)
    {
        try
        {
            return await database.AsOneAsync(() => TurnAsync(route, taken, reading, heard, handOn, stop), stop);
        }
        catch (AlreadyHeardException)
        {
            return null;
        }
    }

    private async Task<JudgedMail> TurnAsync(MailRoute route, TakenMail taken, MailReading reading, Heard heard, Func<JudgedMail, Task> handOn, CancellationToken stop)
    {
        var known = await register.AboutAsync(route.Group.Key, [reading], route.Policy.Official, route.Policy.Others, stop);
        var turn = new Turn(route, taken, heard is Heard.Orders ? reading with { Sort = Finding.Human } : reading, known, clock.GetUtcNow());
        var judged = heard switch
        {
            Heard.Reply reply => await AnswerAsync(turn, reply, stop),
            Heard.Orders given => await ObeyAsync(turn, given, stop),
            Heard.Word word => await TellAsync(turn, word.Asked, stop),
            _ => throw new UnreachableException(),
        };
        // A statement in whose title somebody wrote a word for the service is acknowledged as any other.
        if (await Answers.UnreachedAsync([judged], turn.Group, bodies, turn.Now, stop) is { Count: > 0 } unreached) judged = Answered(judged, turn, unreached);
        await handOn(judged);
        var outcome = await records.RecordAsync([judged], route.Group.Key, stop);
        if (outcome.Recorded) return judged;
        // Whatever was done here must not stay: another worker was first, or changed what this one had read.
        throw outcome.AlreadyRecorded.Count > 0 ? new AlreadyHeardException() : new StaleException();
    }

    /// <summary>A word that reads as no item, and is held for that alone: it may be the answer to what was asked.</summary>
    private static bool SaysNothingElse(Turn turn) =>
        turn.Reading.Items.Count == 0 && turn.Reading.AttentionReasons is [var only] && Attention.MayAnswer(only) && turn.Reading.Mail.Attachments.Count == 0;

    private async Task<JudgedMail> AnswerAsync(Turn turn, Heard.Reply reply, CancellationToken stop)
    {
        var lines = reply.Answer?.Lines ?? [];
        var found = await questions.FindAsync(turn.Group.Key,
            [.. reply.Codes, .. lines.Select(line => line.Code).Concat(reply.Lines.SelectMany(line => line.Codes)).Select(Decided.Code).OfType<string>().Distinct(StringComparer.Ordinal)], stop);
        // A number in somebody's subject may look like a code of ours; only one that names a question makes the mail an answer.
        if (found.Count == 0)
        {
            if (reply.Lines.Any(line => line.Said is not null)) return await LineByLineAsync(turn, reply.Lines, found, stop);
            var other = turn.AsAnyOther(null);
            if (await ApprovedAsSentAsync(turn, other, stop) is { } approved) return approved;
            if (other.Verdict is not { Answer: null, OwnMail: false, Items.Count: 0 } || other.Verdict.State != MessageState.Processed && !SaysNothingElse(turn)
                || reply.Answer is not null && !Decided.IsBare(reply)) return Answered(other, turn);
            var asked = await questions.AskedAsync(turn.Group.Key, turn.Sender, Listening.IsSecretary(turn.Sender, turn.Group), Listening.Same(turn.Sender, turn.Group.Chairman), stop);
            if (asked.Count == 0) return Answered(other, turn);
            if (!Listening.IsOfficer(turn.Sender, turn.Group) && lines is [{ Word: AnswerWords.Accept }] && AskedByLetter.OfSeat(asked, other.Verdict.Thread, turn.Sender, turn.Proof, turn.Now) is { } seat)
                return Outcome(turn, [await CarryOutAsync(turn, seat, AnswerWords.Accept, [], stop)], [new Decided(seat, AnswerWords.Accept, [])]);
            if (!Listening.IsOfficer(turn.Sender, turn.Group) && lines is [{ Word: var told }]
                && AskedByLetter.OfMember(asked, other.Verdict.Thread, turn.Sender, turn.Proof, turn.Now) is { } own && own.CommandOf(told) is not null)
                return await DecideAsync(turn, reply.Answer!, [new Decided(own, told, [])], stop);
            if (AskedByLetter.Of(asked, other.Verdict.Thread, turn.Sender, turn.Group, turn.Proof, turn.Now) is { } meant
                && (lines is [{ Word: var word }] ? word : AskedByLetter.WordOf(meant, turn.Reading.Mail)) is { } bare && meant.CommandOf(bare) is not null)
                return Outcome(turn, [await CarryOutAsync(turn, meant, bare, [], stop)], [new Decided(meant, bare, [])]);
            return reply.Answer is null && !AskedByLetter.IsOpen(asked, other.Verdict.Thread, turn.Reading.Mail) ? Answered(other, turn)
                : Waits(turn, "it answers a question, and which one, or how, is not plain: a reply to the letter that asks, with the code in its subject, decides");
        }
        if (reply.Answer is null && found.DistinctBy(pair => pair.Question.Id).ToList() is [var (_, named)] && AskedByLetter.WordOf(named, turn.Reading.Mail) is { } called)
            reply = reply with { Answer = new AnswerText([new AnswerLine(null, called)], []) };
        // Several are asked the same: whoever says what was said before is told so, and nobody else need look at it.
        if (reply.Answer is { HasValues: false } plain && Decided.Given(plain, reply.Codes, found) is { } repeated && repeated.All(pair => IsRepeated(pair.Question, pair.Word, found, turn)))
            return Listening.IsSecretary(turn.Sender, turn.Group) ? Done(turn, [.. repeated.Select(pair => new OrderOutcome($"{pair.Word}: {pair.Question.Title}", true, "It was decided so before.\n") { Worded = true })])
                : Thanked(turn, AnswerStanding.Repeated, repeated);
        var given = reply.Answer is null ? null : Decided.Given(reply.Answer, reply.Codes, found);
        if (reply.Lines.Count > 0 && (given is null || found.Any(pair => Refusal(pair.Question, pair.Code, turn) is not null))) return await LineByLineAsync(turn, reply.Lines, found, stop);
        if (found.Select(pair => Refusal(pair.Question, pair.Code, turn)).OfType<string>().FirstOrDefault() is { } refusal)
            return Waits(turn, $"it answers a question, but {refusal}");
        if (reply.Answer is null) return Waits(turn, Quoting(turn, "it answers a question in more than one word"));
        if (given is null) return Waits(turn, Quoting(turn, "it answers a question, and which one, or how, is not plain"));
        return await DecideAsync(turn, reply.Answer, given, stop);
    }

    /// <summary>Carries out what is plain of a reply, and tells who wrote it.</summary>
    private async Task<JudgedMail> DecideAsync(Turn turn, AnswerText answer, IReadOnlyList<Decided> given, CancellationToken stop)
    {
        if (!Listening.IsOfficer(turn.Sender, turn.Group))
        {
            // One word is what a member is asked for. Other values would be recorded without anybody who asks whose they are.
            if (answer.HasValues) return Answered(turn.AsAnyOther("it answers a question, and gives values beside the word"), turn);
            foreach (var (question, _, _) in given)
                if (question is { Matter: QuestionMatter.HeldMail or QuestionMatter.Choice, MessageId: { } about } && await messages.ShowAsync(about, stop) is not { Line.State: MessageState.Held })
                    return Answered(turn.AsAnyOther("it answers a question that was decided otherwise meanwhile"), turn);
        }
        var results = new List<OrderOutcome>();
        foreach (var (question, word, values) in given)
            results.Add(await CarryOutAsync(turn, question, word, [.. answer.Fields, .. values], stop));
        if (Listening.IsOfficer(turn.Sender, turn.Group)) return Outcome(turn, results, given);
        // What cannot be done at a member's word is no member's to mend.
        return results.Find(result => !result.Done) is { } failed
            ? Answered(turn.AsAnyOther($"it answers a question, but that could not be carried out: {failed.Printed.Trim()}"), turn)
            : Thanked(turn, AnswerStanding.Noted, given);
    }

    /// <summary>The chairman says of the draft that went out with the request for the report that it is fine as it stands: it is the report. A bare yes is a promise to send one.</summary>
    /// <returns>Null where the mail does not say so, or nothing proves that it may.</returns>
    private async Task<JudgedMail?> ApprovedAsSentAsync(Turn turn, JudgedMail other, CancellationToken stop)
    {
        if (turn.Proof.Proof != Proof.Passed || !Listening.IsOfficer(turn.Sender, turn.Group) || other.Verdict.Thread is not { About: { Kind: EntryKind.Meeting, Id: var id } } thread
            || turn.Reading.Mail.Attachments.Any(attachment => attachment.Listed) || !ReportAnswer.AnswersRequest(thread, turn.Sender, turn.Known) || !AnswerReader.IsUnchanged(turn.Reading.Mail.Body.ReplyText, turn.Reading.Mail.Sender)
            || (await whole.SnapshotAsync(turn.Group.Key, null, stop)).One<MeetingEntry>(id) is not { Report.State: ReportState.Awaited } meeting) return null;
        var outcome = await orders.RunAsync($"report approve \"{meeting.Number.Replace("\"", "", StringComparison.Ordinal)}\" --draft", turn.Group, turn.Sender, turn.Taken.Id, null, stop);
        if (!outcome.Done) return Answered(turn.AsAnyOther($"it answers a question, but that could not be carried out: {outcome.Printed.Trim()}"), turn);
        var about = $"Report of {meeting.Title}";
        if (Listening.IsSecretary(turn.Sender, turn.Group)) return Done(turn, [outcome with { Line = $"{AnswerWords.Accept}: {about}", Worded = true }]);
        var judged = Quiet(turn, turn.Route.Policy);
        return !judged.Verdict.ReceiptDue || letters.Thanks(turn.Group, turn.Reading, AnswerStanding.Noted, about, AnswerWords.Accept, Speaking.In(turn.Known).Of(turn.Sender), turn.Now) is not { } thanks
            ? judged : judged with { Letters = [thanks] };
    }

    /// <summary>The chairman cannot mend what could not be carried out, and his word must not be lost by it: the secretariat has it in `review`. A secretary hears why, and orders anew.</summary>
    private JudgedMail Outcome(Turn turn, IReadOnlyList<OrderOutcome> results, IReadOnlyList<Decided> given) =>
        !Listening.IsSecretary(turn.Sender, turn.Group) && results is [{ Done: false } undone]
            ? Answered(turn.AsAnyOther($"it answers a question, but that could not be carried out: {undone.Printed.Trim()}"), turn) : Told(turn, results, given);

    /// <summary>Each line of an office's reply for itself: what is plain is carried out, whatever else is named back to its writer.</summary>
    private async Task<JudgedMail> LineByLineAsync(Turn turn, IReadOnlyList<ReplyLine> lines, IReadOnlyList<(string Code, QuestionEntry Question)> found, CancellationToken stop)
    {
        if (!IsProved(turn)) return turn.AsAnyOther($"it answers a question, but {turn.Proof.Why}");
        var results = new List<OrderOutcome>();
        var heard = false;
        foreach (var line in ByLine.Of(lines, found, (question, code) => Refusal(question, code, turn)))
        {
            var again = line.Question is { } about && line.Said is { Fields.Count: 0 } said && IsRepeated(about, said.Word, found, turn);
            heard |= again || line.Why is null;
            results.Add(again ? new OrderOutcome(line.Text, true, "It was decided so before.\n")
                : line.Why is { } why ? new OrderOutcome(line.Text, false, $"Nothing done: {why}.\n")
                : await CarryOutAsync(turn, line.Question!, line.Said!.Word, line.Said.Fields, stop));
        }
        if (heard) return Done(turn, results);
        return Waits(turn, "it answers a question, and which one, or how, is not plain", results);
    }

    /// <summary>Whether the writer is whom the mail names, as far as our own server tells; whoever may be somebody else learns nothing.</summary>
    private static bool IsProved(Turn turn) =>
        turn.Proof.Proof == Proof.Passed || turn.Proof.Proof == Proof.Unknown && turn.Route.Policy.AuthenticationServer is not { Length: > 0 };

    /// <summary>A person reads the mail, for nothing of it was done; an office that believes to have decided is told so.</summary>
    /// <param name="results">What is told of each line; null where the mail is told of as a whole.</param>
    private JudgedMail Waits(Turn turn, string why, IReadOnlyList<OrderOutcome>? results = null)
    {
        var other = turn.AsAnyOther(why);
        if (!Listening.IsOfficer(turn.Sender, turn.Group) || !IsProved(turn)) return Answered(other, turn);
        var first = Lines(turn.Reading.Mail.Body.ReplyText) is [var top, ..] ? top : turn.Reading.Mail.Subject;
        return Done(turn, results ?? [new OrderOutcome(first, false, $"Nothing done: {why}.\n")]) is { Letters.Count: > 0 } told ? other with { Letters = told.Letters, Budget = told.Budget } : other;
    }

    /// <summary>What an office wrote, beside why it waits: who decides on it in a digest reads it there.</summary>
    private static string Quoting(Turn turn, string why)
    {
        if (!Listening.IsOfficer(turn.Sender, turn.Group) || string.Join(' ', Lines(turn.Reading.Mail.Body.ReplyText)) is not { Length: > 0 } text) return why;
        return $"{why}: {(text.Length <= LongestQuoted ? text : text[..LongestQuoted] + "…")}";
    }

    private const int LongestQuoted = 120;

    /// <summary>Whether somebody else who was asked has given the same answer.</summary>
    private static bool IsRepeated(QuestionEntry question, string word, IReadOnlyList<(string Code, QuestionEntry Question)> found, Turn turn) =>
        question is { State: QuestionState.Answered, Word: { } given } && given == word && !Listening.Same(question.AnsweredBy, turn.Sender)
        && found.Where(pair => pair.Question.Id == question.Id).All(pair => Refusal(question with { State = QuestionState.Open }, pair.Code, turn) is null);

    /// <summary>Why the sender's word does not count; null where it does.</summary>
    private static string? Refusal(QuestionEntry question, string code, Turn turn)
    {
        if (question.State == QuestionState.Answered) return $"{question.AnsweredBy} has answered it before";
        if (!question.Live) return "the question is no longer asked";
        var issued = question.Codes.First(one => one.Hash == QuestionCode.HashOf(turn.Group.Key, code));
        if (issued.ExpiresAt <= turn.Now || question.ExpiresAt <= turn.Now) return "the time to answer it is over";
        var office = (question.Answerers.Secretaries && Listening.IsSecretary(turn.Sender, turn.Group)) || (question.Answerers.Chairman && Listening.Same(turn.Sender, turn.Group.Chairman));
        if (!office && !question.Answerers.Addresses.Any(address => Listening.Same(address, turn.Sender))) return $"{turn.Sender} is not entitled to decide";
        return turn.Proof.Proof switch
        {
            Proof.Failed => turn.Proof.Why,
            // Where our own server checks senders, an office's word needs its word; a member's server may sign nothing, and the code is the proof.
            Proof.Unknown when office && turn.Route.Policy.AuthenticationServer is { Length: > 0 } => turn.Proof.Why,
            _ => null,
        };
    }

    private async Task<OrderOutcome> CarryOutAsync(Turn turn, QuestionEntry question, string word, IReadOnlyList<(string Field, string Value)> fields, CancellationToken stop)
    {
        var command = question.CommandOf(word)!;
        foreach (var (field, value) in fields) command += $" --field \"{field.Replace("\"", "", StringComparison.Ordinal)}={value.Replace("\"", "'", StringComparison.Ordinal)}\"";
        var outcome = await orders.RunAsync(command, turn.Group, turn.Sender, turn.Taken.Id, null, stop);
        if (outcome.Done) await questions.AnswerAsync(question, word, turn.Sender, turn.Taken.Id, stop);
        // Values make the word: what was typed is told, so that a line that could not be carried out is known among the others.
        return outcome with { Worded = fields.Count == 0, Line = $"{(fields.Count > 0 ? string.Join("; ", fields.Select(field => $"{field.Field}: {field.Value}")) : word)}: {question.Title}" };
    }

    private async Task<JudgedMail> ObeyAsync(Turn turn, Heard.Orders given, CancellationToken stop)
    {
        if (!Listening.IsSecretary(turn.Sender, turn.Group)) return turn.AsAnyOther("it orders what the secretariat alone may order");
        if (turn.Proof.Proof != Proof.Passed) return turn.AsAnyOther($"it gives orders in the name of {turn.Sender}: {turn.Proof.Why}");
        // The same mail may reach several mailboxes, or come again with another trace.
        var once = await desk.DoAsync(turn.Group.Key, new DeskOrder(turn.Sender, "orders", turn.Taken.InternetId, [], _ => DeskResult.Done)
        {
            OnceKey = $"orders {turn.Taken.InternetId}", MessageId = turn.Taken.Id,
        }, stop);
        if (once.Repeated) return Quiet(turn, turn.Route.Policy) with { Budget = null };
        var results = new List<OrderOutcome>();
        // "frobnicate all" below "review list" is no text of a statement that was ordered above it.
        var apart = given.Attached.Count == 0 ? given.Below : string.Join('\n', (given.Below ?? "").Split('\n').Skip(given.Attached.Count)).Trim() is { Length: > 0 } rest ? rest : null;
        foreach (var (index, line) in given.Lines.Index())
            results.Add(await orders.RunAsync(line, turn.Group, turn.Sender, turn.Taken.Id, index == given.Lines.Count - 1 ? given.Below : apart, stop));
        var passedOver = results is [.., { TookText: true }] ? [] : results.Exists(result => result.TookText) ? given.Attached : Lines(given.Below);
        return Done(turn, results, passedOver);
    }

    private async Task<JudgedMail> TellAsync(Turn turn, ServiceWord word, CancellationToken stop)
    {
        var judged = Quiet(turn, turn.Route.Policy);
        return judged.Verdict.ReceiptDue && await told.AboutAsync(turn, word, stop) is { } letter ? judged with { Letters = [letter] } : judged;
    }

    private static IReadOnlyList<string> Lines(string? text) => [.. (text ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>A secretary hears what each word has done; the chairman is thanked, unless something could not be done.</summary>
    private JudgedMail Told(Turn turn, IReadOnlyList<OrderOutcome> results, IReadOnlyList<Decided> given) =>
        Listening.IsSecretary(turn.Sender, turn.Group) || results.Any(result => !result.Done) ? Done(turn, results) : Thanked(turn, AnswerStanding.Noted, given);

    /// <param name="passedOver">Lines below the orders that no order took.</param>
    private JudgedMail Done(Turn turn, IReadOnlyList<OrderOutcome> results, IReadOnlyList<string>? passedOver = null)
    {
        var policy = turn.Route.Policy;
        var judged = Quiet(turn, policy with { AnswersInWindow = policy.AnswersInWindow * OfficerFactor, AnswersOnDay = policy.AnswersOnDay * OfficerFactor });
        return judged.Verdict.ReceiptDue && letters.Result(turn.Group, turn.Reading, results, passedOver ?? [], Listening.IsSecretary(turn.Sender, turn.Group), turn.Now) is { } letter ? judged with { Letters = [letter] } : judged;
    }

    private JudgedMail Thanked(Turn turn, AnswerStanding standing, IReadOnlyList<Decided> given)
    {
        var judged = Quiet(turn, turn.Route.Policy);
        return !judged.Verdict.ReceiptDue ? judged : judged with
        {
            Letters = [.. given.Select(pair => letters.Thanks(turn.Group, turn.Reading, standing, pair.Question.Title, pair.Word, Speaking.In(turn.Known).Of(turn.Sender), turn.Now)).OfType<OutgoingLetter>()],
        };
    }

    /// <summary>The mail as one that is dealt with and holds nothing for the register, with the answer budget of its sender.</summary>
    private static JudgedMail Quiet(Turn turn, JudgePolicy policy)
    {
        var own = policy.OwnAddresses.Contains(turn.Sender, StringComparer.OrdinalIgnoreCase);
        var (due, why) = ReceiptRule.Ask(turn.Reading, own, turn.Known, policy, turn.Now);
        var thread = turn.Reading.Mail.AnswersTo.Select(turn.Known.Letter).FirstOrDefault(letter => letter is not null);
        var verdict = new Verdict(MessageState.Processed, null, own, thread, [], due, why);
        return new JudgedMail(turn.Taken, turn.Reading, verdict, [], []) { Budget = due ? AnswerAccount.Of(turn.Reading.Mail, turn.Reading.Mail.Sender!, policy).Spend(turn.Known, policy, turn.Now) : null };
    }

    private JudgedMail Answered(JudgedMail judged, Turn turn, IReadOnlyCollection<string>? unreached = null) =>
        judged with { Letters = [.. Answers.To(judged, turn.Group, letters.Writer, turn.Now, unreached), .. Notices.Of(judged, turn.Group, letters, turn.Now)] };

    /// <summary>Another worker recorded the mail while this one was at it.</summary>
    private sealed class AlreadyHeardException : Exception;
}
