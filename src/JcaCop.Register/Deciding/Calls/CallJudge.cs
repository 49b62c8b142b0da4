using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using JcaCop.Register.Deciding.Neighbours;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Trust;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>Judges which call a mail answers for whom, and whether the answer stands or waits. Pure.</summary>
/// <param name="Match">Null where the mail is about no call.</param>
internal sealed record CallJudge(MailReading Reading, CallMatch? Match, SpokenFor Speaker, AnswerSaid? Said, Known Known)
{
    /// <summary>UTC.</summary>
    public DateTimeOffset ArrivedAt { get; private init; }

    /// <summary>Our own mail server confirms the sender, or none is set that checks senders.</summary>
    private bool IsProved { get; init; }

    private const int LongestText = 600;

    /// <summary>An acknowledgement or a word of thanks is shorter. UTF-16 units.</summary>
    private const int ShortestMatter = 160;

    public static CallJudge Of(MailReading reading, AnsweredLetter? thread, Known known, JudgePolicy policy, DateTimeOffset arrivedAt)
    {
        var speaker = SpokenFor.Find(reading, known, policy.Official, policy.DayOf(arrivedAt));
        var match = CallMatch.Find(reading, thread, Sorts(reading), Proper(reading), speaker, known, arrivedAt);
        var said = match is null ? null : match.Call is { } call ? SaidTo(call.Sort, reading) : Sorts(reading).Select(sort => SaidTo(sort, reading)).FirstOrDefault(said => said is not null);
        // What stands on its own needs no guess at the call: it is kept until the circular cited is registered.
        if (match is { Strength: MatchStrength.Weak, Cited: { } cited } && said is not null && Alone(said) && CallMatch.Named(cited, known) is null)
            match = new CallMatch(null, cited, MatchStrength.Strong, $"it cites {cited}, which is not registered");
        var proved = Judge.IsProved(reading.Mail, policy);
        return new CallJudge(reading, match, speaker, said, known) { ArrivedAt = arrivedAt, IsProved = proved, beside = Others(reading, match, speaker, known, arrivedAt, proved) };
    }

    private IReadOnlyList<CallJudge> beside = [];

    /// <summary>Further calls that the mail cites and its member owes an answer to.</summary>
    private static IReadOnlyList<CallJudge> Others(MailReading reading, CallMatch? match, SpokenFor speaker, Known known, DateTimeOffset at, bool proved) =>
        match is { Strength: not MatchStrength.Weak, Call: { } answered } && speaker.Member is { } member
            ? [.. CitedCalls.Owed(reading, answered, member, known, at)
                .Select(call => new CallJudge(reading, new CallMatch(call, call.Number, MatchStrength.Strong, $"it cites {call.Number}"), speaker, SaidTo(call.Sort, reading), known) { ArrivedAt = at, IsProved = proved })]
            : [];

    /// <summary>Calls of one sort: what is said of each was not told apart.</summary>
    private IEnumerable<CallJudge> Twins => beside.Where(other => other.Match!.Call!.Sort == Match?.Call?.Sort);

    /// <summary>Why an item that means something only as an answer must wait; null where nothing speaks against it.</summary>
    public (string Why, HeldBecause Because)? Doubt(Item item)
    {
        if (item is not (Position or Questionnaire) || Match is null) return null;
        var sort = item is Position ? CallSort.Consultation : CallSort.Questionnaire;
        var concerned = Match.Call?.Sort == sort ? this : beside.FirstOrDefault(other => other.Match!.Call!.Sort == sort) ?? this;
        return concerned.Said is null ? null : concerned.Against();
    }

    /// <summary>Why an item waits that would answer several calls of one sort; null where it answers one at most. It goes before all other doubts: accepting the item answers them all.</summary>
    public (string Why, HeldBecause Because)? TangledBy(Item item) =>
        (item, Match?.Call?.Sort) is (Position, CallSort.Consultation) or (Questionnaire, CallSort.Questionnaire) ? Tangled() : null;

    private (string Why, HeldBecause Because)? Tangled() => Twins.Select(other => other.Match!.Call!.Number).Concat(Abroad()).ToList() is { Count: > 0 } others
        ? ($"it cites {string.Join(", ", others.Prepend(Match!.Call!.Number))}, and what it says of each was not told apart", HeldBecause.Doubt) : null;

    /// <summary>Calls of other groups that the mail cites too, and that a position or a refusal may be meant for as well.</summary>
    private IEnumerable<string> Abroad() => Match?.Call is { } own && (own.Sort is CallSort.Consultation or CallSort.Questionnaire || Said?.Sort == AnswerSort.Nothing)
        ? Elsewhere.Calls(Reading, Known).Where(other => other.Call.Sort == own.Sort).Select(other => $"{other.Call.Number} ({other.There.Called})") : [];

    /// <param name="items">The verdicts on the mail's items.</param>
    /// <param name="bad">Why nothing of the mail counts without a person (forged, illegible); null where it does.</param>
    /// <returns>Null where the mail is about no call.</returns>
    public CallAnswer? Verdict(IReadOnlyList<ItemVerdict> items, string? bad, JudgePolicy policy)
    {
        if (One(items, bad, policy) is not { } answer) return null;
        var twins = answer.Said is null ? [] : Twins.Select(other => other.Timed(answer with { CallId = other.Match!.Call!.Id, Call = other.Match.Call.Number }));
        var others = beside.Except(Twins).Select(other => other.One(items, bad, policy)).OfType<CallAnswer>().Where(other => other.Said is not null);
        return answer with { Beside = [.. twins, .. others] };
    }

    private CallAnswer Timed(CallAnswer answer) => answer with
    {
        IsLate = Match!.Call?.Deadline is { } deadline && ArrivedAt > deadline.At, IsLeftOut = Match.Call?.Rule is { LateCounts: false }, IsCalledOff = Match.Call is { State: CallState.Cancelled },
    };

    private CallAnswer? One(IReadOnlyList<ItemVerdict> items, string? bad, JudgePolicy policy)
    {
        if (Match is null) return null;
        var own = Items.SelfNamed(Reading) || Speaker.Mandate == Mandate.Other && Items.NamesItself(Reading);
        // Who puts forward the own organization speaks for it, not for the administration of its country.
        var member = own && Speaker.Mandate == Mandate.Other ? null : Speaker.Member;
        var mandate = member is null ? items.Where(item => item.State == ItemState.Accepted).Select(item => item.Mandate).DefaultIfEmpty(Mandate.Other).Min() : Speaker.Mandate;
        var answer = Timed(new CallAnswer(
            Match.Call?.Id, Match.Call?.Number ?? Match.Cited!, member?.Id,
            member?.Name ?? Reading.Respondent?.Body ?? Reading.Respondent?.Organization ?? Reading.Mail.Sender?.Email ?? "",
            member?.Country ?? Reading.Respondent?.Country, Said, ItemState.Accepted, mandate, $"{Match.Evidence}; {Speaker.Why}")
        {
            IsForged = SenderProof.Of(Reading.Mail, policy.AuthenticationServer).Proof == Proof.Failed,
        });
        if (Said is null)
            return !Unread(member, items) ? answer
                : policy.Trusted.Contains(mandate) ? answer with { Said = new AnswerSaid(AnswerSort.Unread, null, Words(Reading), []), State = ItemState.Held, Because = HeldBecause.Doubt, Why = NotUnderstood(member!) }
                : answer with { State = ItemState.Held, Because = HeldBecause.Doubt, Why = NotUnderstood(member!) };

        // Organizations, persons and registrations stand on their own: a guess at the call they belong to adds nothing to them.
        var alone = Alone(Said);
        if (alone && Match.Strength == MatchStrength.Weak) return answer with { Said = null };
        // Of a circular that is not registered only a member's own answer is kept until it is.
        if (Match.Call is null && (member is null || !policy.Trusted.Contains(mandate))) return answer with { Said = null };
        // The circular is on record with another group, and what is said of it stands there.
        if (Match.Call is null && Elsewhere.Calls(Reading, Known).Count > 0) return answer with { Said = null };
        // It may be said to the other group, whose circular it is.
        if (Match.Call is null && !alone && policy.IsToSeveral(Reading.Mail)) return Held(Match.Evidence, HeldBecause.Doubt);
        if (bad is not null) return Held(bad, HeldBecause.Confirm);
        if (items.FirstOrDefault(item => item.Item is Position or Questionnaire && item.State == ItemState.Held) is { } held && !alone) return Held(held.Why, held.Because);
        if (Reading.NeedsAttention && Said.Sort == AnswerSort.Nothing) return Held("it says that there is nothing to put forward, and something else that a person must read", HeldBecause.Doubt);
        if (Against() is (var why, var because)) return Held(why, because);
        // An item that was accepted may have been accepted on another mandate than that of the member: it answers for its sender alone.
        if (!policy.Trusted.Contains(mandate))
        {
            // Nobody is known to owe it, and nothing follows from it.
            if (member is null && Said.Sort == AnswerSort.Nothing) return answer;
            return alone && items.Any(item => item.State == ItemState.Accepted)
                ? answer with { MemberId = null, Respondent = Reading.Respondent?.Organization ?? Reading.Mail.Sender?.Email
                    ?? "", Mandate = items.Where(item => item.State == ItemState.Accepted).Min(item => item.Mandate) }
                : Held($"announced: {Speaker.Why}", HeldBecause.Sender);
        }
        return answer;

        CallAnswer Held(string reason, HeldBecause? reasonTold) => answer with { State = ItemState.Held, Why = reason, Because = reasonTold };
    }

    private string NotUnderstood(MemberEntry member) => Match!.Call is { } call && CallPlacing.Entry(Known, call.Id, member.Id, null)?.Given is not null
        ? $"{Match.Evidence}, and no answer was understood in it" : $"{Match.Evidence}, which {member.Name} has not answered yet, and no answer was understood in it";

    /// <summary>More than an acknowledgement or a question from somebody who was asked, and nothing in it was understood: silence about it would be taken for theirs.</summary>
    private bool Unread(MemberEntry? member, IReadOnlyList<ItemVerdict> items)
    {
        if (Match is not { Strength: not MatchStrength.Weak, Call: { Live: true } call } || member is null) return false;
        // A remark on a proposal may have been taken for an entry that waits: until a person has looked, its writer is not silent.
        if (Reading.Items.Count > 0) return call.Rule is not null && Match.Strength == MatchStrength.Strong && items.Any(static item => item.State == ItemState.Held);
        // Where something is decided, whatever may be a word on it waits, a question too: whoever asks is not silent.
        // Answers to questions, and who is to be written to, may be told in any words ("the contact is myself"); where
        // names are gathered, only what puts some forward waits.
        if (Reading.NeedsAttention)
            return Reading.AttentionReasons.Any(reason => call.Rule is not null ? !Attention.AsksForTime(reason)
                : call.Sort is CallSort.Questionnaire or CallSort.Contacts || call.Sort == CallSort.Nomination && TellsDetails() ? Attention.MayAnswer(reason) : Attention.Hints(reason));
        return Match.Strength == MatchStrength.Strong
            && (Numbered(call) || Elsewhere.Calls(Reading, Known).Count > 0
                || call.Rule is not null && WholeStance.IsWord(Reading.Mail.Body.ReplyText) || (Weight(Reading.Mail.Body.ReplyText) >= ShortestMatter && CallPlacing.Entry(Known, call.Id, member.Id, null)?.Given is null));
    }

    /// <summary>"Organisation : Point de Contact, contact@…": an address that is not the writer's own, or a telephone, stands in the new text.
    /// Of that something was put forward, whether or not it was understood.</summary>
    private bool TellsDetails() => EmailAddresses.Find(Reading.Mail.Body.ReplyText).Exists(email => !string.Equals(email.Value, Reading.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase))
        || JcaCop.Reading.Parts.PhoneNumbers.Find(Reading.Mail.Body.ReplyText).Count > 0;

    /// <summary>Letters, blanks and signs; a Chinese character says as much as three.</summary>
    private static int Weight(string text) => text.AsSpan().Trim().Length + 2 * text.Count(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>A line under a number of the questionnaire is an answer however short it is, and one that adds to what was answered before.</summary>
    private bool Numbered(CallEntry call) => call.Sort == CallSort.Questionnaire
        && Reading.Mail.Body.ReplyText.Split('\n').Any(line => call.Questions.Any(question => Begins(line.AsSpan().Trim(), question.Number)));

    private static bool Begins(ReadOnlySpan<char> line, string number) =>
        line.StartsWith(number, StringComparison.OrdinalIgnoreCase) && line[number.Length..] is [var mark, _, ..] && Behind.Contains(mark, StringComparison.Ordinal);

    /// <summary>Signs that stand behind the number of an answer.</summary>
    private const string Behind = ".):-–、．：）】]";

    private static bool Alone(AnswerSaid said) => said.Sort is AnswerSort.Items or AnswerSort.Attendance;

    private (string Why, HeldBecause Because)? Against()
    {
        if (Match!.Strength == MatchStrength.Weak) return ($"not certain which call it answers: {Match.Evidence}", HeldBecause.Doubt);
        if (Match.Call is not { } call) return null;
        if (Tangled() is { } tangled) return tangled;
        var standing = CallPlacing.Entry(Known, call.Id, Speaker.Member?.Id, Reading.Mail.Sender?.Email);
        if (standing?.Given is { } given && Said is { } said && !IsOfEarlierRound(given, call) && AnswerStance.Contradict(given, said, Reading.Mail.Sender?.Email) && !(IsProved && TakesBack(given, said)))
            return ($"{standing.Respondent} answered {given.Said.Gist} before ({given.Sender}); this says {said.Gist}", HeldBecause.Contradiction);
        return null;
    }

    /// <summary>"Withdraws its objection and supports the proposal": the member says itself what becomes of its earlier word.</summary>
    private bool TakesBack(AnswerVoice given, AnswerSaid said) => given.Said.Position is PositionTaken.Objection or PositionTaken.Comment && said.Position is PositionTaken.Support or PositionTaken.NoObjection
        && Reading.Items.Any(static item => item is Position { Lifts: true });

    /// <summary>A proposal that was adjusted is asked about anew: who says otherwise then contradicts nothing.</summary>
    private bool IsOfEarlierRound(AnswerVoice given, CallEntry call) => call.Extensions > 0 && (given.AgainAt ?? given.At) < call.RoundAt && ArrivedAt >= call.RoundAt;

    /// <summary>The sorts of calls to which the mail says something.</summary>
    private static HashSet<CallSort> Sorts(MailReading reading) => [.. Enum.GetValues<CallSort>().Where(sort => SaidTo(sort, reading) is not null)];

    /// <summary>A person named anew, or an activity told of, may come at any time: by themselves they answer no circular.</summary>
    private static HashSet<CallSort> Proper(MailReading reading)
    {
        var sorts = Sorts(reading);
        if (reading.Items.Count == 0) return sorts;
        if (!reading.Items.Any(item => item is Nomination)) sorts.Remove(CallSort.Nomination);
        if (!reading.Items.Any(item => item is Representative { Replaces: null })) sorts.Remove(CallSort.Contacts);
        return sorts;
    }

    private static AnswerSaid? SaidTo(CallSort sort, MailReading reading)
    {
        switch (sort)
        {
            case CallSort.Consultation:
                if (reading.Items.OfType<Position>().FirstOrDefault() is { } position) return new AnswerSaid(AnswerSort.Position, position.Taken, Words(position, reading), []);
                return reading.Declines.Contains(Decline.Comment) ? new AnswerSaid(AnswerSort.Position, PositionTaken.NoObjection, Words(reading), []) : null;
            case CallSort.Questionnaire:
                return reading.Items.OfType<Questionnaire>().FirstOrDefault() is { } filled ? new AnswerSaid(AnswerSort.Responses, null, null, filled.Responses) { Awaited = filled.Awaited } : null;
            case CallSort.Invitation:
                if (reading.Items.Any(item => item is Registration)) return new AnswerSaid(AnswerSort.Attendance, null, null, []);
                return reading.Items.Any(item => item is Regret) ? new AnswerSaid(AnswerSort.Nothing, null, null, []) : null;
            default:
                if (reading.Items.Any(item => item is Nomination or Representative or Activity)) return new AnswerSaid(AnswerSort.Items, null, null, []);
                return reading.Items.All(IsBeside) && reading.Declines.Any(decline => decline is Decline.Nomination or Decline.Activity) ? new AnswerSaid(AnswerSort.Nothing, null, null, []) : null;
        }
    }

    /// <summary>What takes nothing from "we have nobody to designate" when it is told beside it. Whoever gives up a seat, or forwards a statement, may say so of something else.</summary>
    private static bool IsBeside(Item item) => item is Regret or Registration or Position or Questionnaire or Contribution;

    /// <summary>The words in which a position is told: those of the attached letter, where the mail only covers it.</summary>
    private static string? Words(Position position, MailReading reading)
    {
        if (position.Evidence is not [var evidence, ..]) return Words(reading);
        // What somebody passed on stands below the own words.
        if (evidence.Source is not { } file) return Spaced(reading.Mail.Body.ReplyText).Contains(Spaced(evidence.Text), StringComparison.Ordinal) ? Words(reading) : Cut(evidence.Text);
        if (reading.Mail.Attachments.FirstOrDefault(one => one.Name == file)?.Text is not { Length: > 0 } letter) return Words(reading);
        return Cut(evidence.Offset < LongestText / 2 || evidence.Offset >= letter.Length ? letter : letter[evidence.Offset..]);
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Words(MailReading reading) => Cut(reading.Mail.Body.ReplyText);

    private static string? Cut(string whole)
    {
        var text = whole.Trim();
        return text.Length == 0 ? null : text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";
    }

    private static class Items
    {
        /// <summary>Whoever is the contact of all that the mail puts forward, and names no body or organization beside it, is that organization and no administration.</summary>
        public static bool NamesItself(MailReading reading) =>
            reading.Items.OfType<Nomination>().ToList() is { Count: > 0 } put && reading.Respondent?.Body is null
            && (reading.Respondent?.Organization is not { } house || put.Exists(one => NameKey.Of(one.Organization.Name) == NameKey.Of(house)))
            && put.TrueForAll(one => one.Contact is { } contact && reading.Mail.Sender is { } sender
                && (contact.Email?.Equals(sender.Email, StringComparison.OrdinalIgnoreCase) == true || contact.Name is not null && sender.Name is not null && !PersonMatch.Differ(contact.Name, sender.Name)));

        /// <summary>The mail puts forward the organization for which it speaks.</summary>
        public static bool SelfNamed(MailReading reading) =>
            reading.Items.OfType<Nomination>().Any(nomination =>
                (NameKey.Of(nomination.Organization.Name) is { Length: > 0 } name && name == NameKey.Of(reading.Respondent?.Organization))
                || (reading.Mail.Sender is { Domain: { Length: > 0 } domain } && !Domains.IsFreeMail(domain)
                    && new[] { Domains.HostOf(nomination.Organization.Website), nomination.Contact?.Email is { } email ? new MailAddress(null, email).Domain : null }
                        .Any(host => host is not null && Domains.Owner(host) == Domains.Owner(domain))));
    }
}
