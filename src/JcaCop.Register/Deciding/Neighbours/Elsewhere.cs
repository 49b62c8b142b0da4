using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Deciding.Neighbours;

/// <summary>
/// What a mail says to other groups of the service. It reached this one's mailbox, alone or beside theirs, and speaks of a circular or meeting that only another one has open: that part is the other's,
/// is not recorded here, and is handed on to whom it was not sent (docs/decisions/0113). Pure.
/// </summary>
/// <param name="Reading">What is left for this group.</param>
/// <param name="HandTo">Keys of the groups that have to get the mail.</param>
/// <param name="Whole">Where nothing in it is this group's: why, in one sentence. Otherwise null.</param>
public sealed record Elsewhere(MailReading Reading, IReadOnlyList<string> HandTo, string? Whole)
{
    /// <summary>In a mail's key in place of a mailbox's UIDVALIDITY: another group handed it on. Such a mail is handed on no further.</summary>
    public const long Handed = -2;

    /// <summary>Circulars of the other groups that the new words cite, each with what its group is called; none that is this group's as well.</summary>
    public static IReadOnlyList<(CallEntry Call, Known There)> Calls(MailReading reading, Known known)
    {
        if (!known.Elsewhere.Any(there => there.All<CallEntry>().Any())) return [];
        var own = Forms(CitedCalls.InWords(reading, known).Append(CallMatch.Named(reading.Answers.Circular, known)));
        return
        [
            .. from there in known.Elsewhere
               from call in CitedCalls.InWords(reading, there).Append(CallMatch.Named(reading.Answers.Circular, there)).OfType<CallEntry>().DistinctBy(call => call.Id)
               where call.Live && !CallNumber.Forms(call.Number).Any(form => own.Contains(NameKey.Of(form)))
               select (call, there),
        ];
    }

    /// <summary>The meeting of another group that is held on a day; null where there is none, or several.</summary>
    public static MeetingEntry? MeetingOn(DateOnly day, DateTimeOffset at, Known known) => On(day, at, known) is [var (meeting, _)] ? meeting : null;

    /// <param name="thread">The letter of ours that the mail answers.</param>
    /// <param name="handed">Another group handed it on.</param>
    internal static Elsewhere Of(MailReading reading, AnsweredLetter? thread, Known known, JudgePolicy policy, DateTimeOffset at, bool handed)
    {
        var mail = reading.Mail;
        if (known.Elsewhere.Count == 0 || reading.Sort.Kind != MailKind.Human || mail.Sender is not { } sender || policy.Officers.Contains(sender.Email, StringComparer.OrdinalIgnoreCase)
            || policy.OwnAddresses.Contains(sender.Email, StringComparer.OrdinalIgnoreCase) || reading.Items.Any(item => item is Liaison or Contribution or Report)) return new Elsewhere(reading, [], null);
        return new Sight(reading, thread, known, policy, at).Take(handed);
    }

    /// <summary>Why what is put forward waits: the mail came here alone, names this group, and answers a circular of another one.</summary>
    internal static string? Doubt(Item item, MailReading reading, Known known, JudgePolicy policy) =>
        MayAnswer(item) && known.Elsewhere.Count > 0 && !policy.IsToSeveral(reading.Mail) && Calls(reading, known) is [var (call, there), ..] && CitedCalls.InWords(reading, known).Count == 0
            ? $"it cites {call.Number}, which is a circular of {there.Called}" : null;

    /// <summary>What circulars ask to be named or told of.</summary>
    private static bool MayAnswer(Item item) => item is Nomination or Representative or Activity or Withdrawal { Of: not WithdrawalOf.Registration };

    private static HashSet<string> Forms(IEnumerable<CallEntry?> calls) => [.. calls.OfType<CallEntry>().SelectMany(call => CallNumber.Forms(call.Number)).Select(NameKey.Of)];

    private static List<(MeetingEntry Meeting, Known There)> On(DateOnly day, DateTimeOffset at, Known known) =>
        [.. from there in known.Elsewhere from meeting in there.Named<MeetingEntry>(EntryKind.Meeting, MeetingEntry.OnDay(day)) where meeting.IsComing(at) select (meeting, there)];

    /// <summary>One mail, seen from one group.</summary>
    private sealed record Sight(MailReading Reading, AnsweredLetter? Thread, Known Known, JudgePolicy Policy, DateTimeOffset At)
    {
        private string Text => $"{Reading.Mail.Subject}\n{Reading.Mail.Body.ReplyText}";

        /// <summary>A letter of this group in the thread.</summary>
        private bool IsOwnThread => Thread is not null && (Thread.Group is null || Thread.Group == Known.Group);

        private bool IsNamed => Policy.Own?.IsNamedIn(Text) == true;

        public Elsewhere Take(bool handed)
        {
            var calls = Calls(Reading, Known);
            var cited = CitedCalls.InWords(Reading, Known).Append(CallMatch.Named(Reading.Answers.Circular, Known)).OfType<CallEntry>().ToList();
            var answered = IsOwnThread ? CallMatch.OfThread(Thread, Known) : null;
            var own = cited.Append(answered).OfType<CallEntry>().Select(call => call.Sort).ToHashSet();
            var theirs = calls.Select(one => one.Call.Sort).ToHashSet();
            var meetings = Reading.Items.Select(MeetingOf).ToList();
            var owner = OfThread();
            // Nothing of this group's is named: whatever the mail says is said to the other.
            var alone = own.Count == 0 && !IsOwnThread && (calls.Count > 0 || owner is not null) && !Policy.IsToSeveral(Reading.Mail);

            var left = Reading.Items.Where((item, position) => meetings[position] is null && !(IsAnswer(item) is { } sort ? alone || theirs.Contains(sort) && !own.Contains(sort)
                : alone && !IsNamed && MayAnswer(item))).ToList();
            var declines = Reading.Declines.Where(decline => !(alone || theirs.Contains(SortOf(decline)) && !own.Contains(SortOf(decline)))).ToList();
            var there = calls.Select(one => one.There).Concat(meetings.OfType<(MeetingEntry, Known There)>().Select(one => one.There)).Append(alone ? owner : null).OfType<Known>().Distinct().ToList();
            if (there.Count == 0) return new Elsewhere(Reading, [], null);

            var addressees = Policy.Others.Where(other => there.Exists(one => one.Group == other.Group)).ToList();
            var hand = handed ? [] : addressees.Where(other => !other.IsAddressed(Reading.Mail)).Select(other => other.Group).ToList();
            var names = string.Join(", ", addressees.Select(other => other.Name));
            var things = string.Join(", ", calls.Select(one => one.Call.Number).Concat(meetings.OfType<(MeetingEntry Meeting, Known)>().Select(one => one.Meeting.Title)).Distinct());
            var whole = left.Count == 0 && declines.Count == 0 && own.Count == 0 && !IsOwnThread && !SpeaksOfOwnDay()
                && (hand.Count > 0 || addressees.TrueForAll(other => other.IsAddressed(Reading.Mail)) && !Reading.NeedsAttention);
            return new Elsewhere(left.Count == Reading.Items.Count && declines.Count == Reading.Declines.Count ? Reading : Reading with { Items = left, Declines = declines }, hand,
                !whole ? null : things.Length == 0 ? $"it answers a letter of {names}" : $"it speaks of {things}, which {names} has open");
        }

        /// <summary>The group whose letter the mail answers, where it is another one.</summary>
        private Known? OfThread() => Thread?.Group is { } group && group != Known.Group ? Known.Elsewhere.FirstOrDefault(there => there.Group == group) : null;

        /// <summary>The meeting of another group to which somebody is registered or excused by the item; null where it is one of this group, or a person has to tell.</summary>
        private (MeetingEntry Meeting, Known There)? MeetingOf(Item item)
        {
            if (item is not (Registration or Regret)) return null;
            var others = Policy.Others.Where(other => other.IsNamedIn(Text)).ToList();
            if (DayOf(item) is not { } day)
                return !IsOwnThread && !IsNamed && others is [var named] && Known.Elsewhere.FirstOrDefault(there => there.Group == named.Group) is { } called
                    && called.All<MeetingEntry>().Where(meeting => meeting.IsComing(At)).ToList() is [var coming] ? (coming, called) : null;
            if (On(day, At, Known) is not [var found]) return null;
            var own = Known.Named<MeetingEntry>(EntryKind.Meeting, MeetingEntry.OnDay(day)).Any();
            if (own) return !IsOwnThread && !IsNamed && others.Exists(other => other.Group == found.There.Group) ? found : null;
            // What is said of the own meeting was not read: this may be all that there is of it.
            return OwnDays().All(other => Reading.Items.Any(one => one is Registration or Regret && DayOf(one) == other)) && (!IsOwnThread || OwnDays().Count > 0) ? found : null;
        }

        private bool SpeaksOfOwnDay() => OwnDays().Count > 0;

        /// <summary>First days of the own meetings to come of which the mail speaks.</summary>
        private List<DateOnly> OwnDays() => [.. MeetingDays.In(Reading, At, Known).Select(meeting => meeting.Time.FirstDay)];

        private DateOnly? DayOf(Item item) => (item switch { Registration comes => comes.Meeting, Regret missing => missing.Meeting, _ => null }) ?? Reading.Answers.Meeting;

        private static CallSort? IsAnswer(Item item) => item switch { Position => CallSort.Consultation, Questionnaire => CallSort.Questionnaire, _ => null };

        private static CallSort SortOf(Decline decline) => decline == Decline.Comment ? CallSort.Consultation : CallSort.Nomination;
    }
}
