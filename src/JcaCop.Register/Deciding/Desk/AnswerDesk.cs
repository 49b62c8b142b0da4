using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Enters an answer to a call at the secretariat's word: one that came by telephone or fax, or in a mail that was not read.</summary>
public static class AnswerDesk
{
    /// <param name="at">When it came, UTC.</param>
    /// <param name="how">By telephone, by fax; null where nobody says.</param>
    /// <param name="replaces">It counts in place of another answer of the member that stands.</param>
    public static DeskResult Enter(string number, string name, AnswerSaid said, DateTimeOffset at, string? how, bool replaces, string who, DeskDraft draft)
    {
        var known = draft.Known;
        if (CallMatch.Named(number, known) is not { } call || call.State == CallState.Cancelled) return CallDesk.Refused(number, draft);
        if (MemberDesk.Find(name, known) is not { } member) return DeskResult.Refused($"there is no member '{name}'");
        if (at > draft.Now) return DeskResult.Refused("the day on which it came lies ahead");
        if (draft.Known.DayOf(at) < draft.Known.DayOf(call.OpenedAt)) return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"{call.Number} was opened on {draft.Known.DayOf(call.OpenedAt):yyyy-MM-dd}"));
        if (!Fits(call.Sort, said.Sort)) return DeskResult.Refused($"{call.Number} takes another answer: {Expected(call.Sort)}");
        if (said.Responses.FirstOrDefault(response => call.Questions.Count > 0 && !call.Questions.Any(question => question.Number == response.Number)) is { } none)
            return DeskResult.Refused($"{call.Number} has no question {none.Number}");

        var voice = new AnswerVoice([], at, how is null ? who : $"{who}: {how}", said);
        var before = CallPlacing.Entry(known, call.Id, member.Id, null);
        if (before?.Given is { } given)
        {
            if (given.Said.Sort == said.Sort && given.Said.Position == said.Position && given.Said.Text == said.Text && given.Said.Responses.SequenceEqual(said.Responses)) return DeskResult.Done;
            var adds = said.Sort == AnswerSort.Responses && given.Said.Sort == AnswerSort.Responses && !given.Said.Responses.Any(one => said.Responses.Any(other => other.Number == one.Number && other.Text != one.Text));
            if (!adds && !replaces)
                return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"an answer of {member.Name} stands since {given.At:yyyy-MM-dd} ({given.Said.Gist}); --replace puts this one in its place"));
            if (said.Sort == AnswerSort.Responses && given.Said.Sort == AnswerSort.Responses)
                voice = voice with { Said = said with { Responses = [.. said.Responses.Concat(given.Said.Responses).DistinctBy(response => response.Number).OrderBy(response => call.Questions.ToList().FindIndex(question => question.Number == response.Number))] } };
        }
        var entry = before ?? new AnswerEntry(known.NextNew(), known.Group, call.Id, call.Number, member.Id, null, member.Name, member.Country, null);
        var after = entry with { Given = voice, Former = entry.Given is { } former ? [.. entry.Former, former] : entry.Former, SubstantiveWord = null, CountedWord = null };
        draft.Put(before, after, $"{call.Number}: {member.Name}", new FieldChange("answer", entry.Given?.Said.Gist, said.Gist), FieldText.Change("text", entry.Given?.Said.Text, said.Text));
        CallPlacing.Settle(call, member.Id, after, voice, draft.Entries);
        return new DeskResult(null, []) { Notes = [.. Notes(call, member, after, draft)] };
    }

    private static IEnumerable<string> Notes(CallEntry call, MemberEntry member, AnswerEntry after, DeskDraft draft)
    {
        if (!CallDesk.Owed(call, draft).Any(owed => owed.Debtor.MemberId == member.Id)) yield return $"{member.Name} was not asked by {call.Number}: the answer is kept, and does not count.";
        if (call.Result is { } result) yield return string.Create(CultureInfo.InvariantCulture, $"{call.Number} was closed on {result.On:yyyy-MM-dd}; its result stays as it was worked out then.");
        else if (!after.Counts(call)) yield return $"It came after the deadline, and does not count; 'call comment {call.Number} \"{member.Name}\" --counts yes' makes it count.";
        foreach (var mail in after.Waiting.SelectMany(voice => voice.Messages))
            yield return string.Create(CultureInfo.InvariantCulture, $"Mail {mail} still waits as an answer of {member.Name}: review reject {mail}, or review accept {mail}.");
    }

    private static bool Fits(CallSort call, AnswerSort answer) => answer switch
    {
        AnswerSort.Position => call == CallSort.Consultation,
        AnswerSort.Responses => call == CallSort.Questionnaire,
        AnswerSort.Attendance => call == CallSort.Invitation,
        AnswerSort.Items => call is CallSort.Nomination or CallSort.Contacts,
        AnswerSort.Nothing => call != CallSort.Consultation,
        _ => false,
    };

    private static string Expected(CallSort call) => call switch
    {
        CallSort.Consultation => "--position support, no-objection, objection or comment",
        CallSort.Questionnaire => "--response NUMBER=TEXT, or --nothing",
        CallSort.Invitation => "--attends or --nothing",
        _ => "--put-forward (what it puts forward is entered by 'organization add', 'person add', 'seat add') or --nothing",
    };
}
