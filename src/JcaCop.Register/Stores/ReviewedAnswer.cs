using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Questions;

namespace JcaCop.Register.Stores;

/// <summary>What a person decides of the answer that a held mail gives to a call.</summary>
internal static class ReviewedAnswer
{
    /// <summary>What of the answer is decided: all of it with the whole of the mail, otherwise what the single items hold. Of a nomination beside a position nothing is said by the word on the position.</summary>
    internal static CallAnswer? Decided(CallAnswer? answer, IReadOnlyList<Item> items, IReadOnlyList<int> positions) => positions.Count == 0 ? answer : answer?.HeldBy(items);

    internal static bool IsUnread(CallAnswer answer) => answer.Said is { Sort: AnswerSort.Unread };

    /// <summary>An answer, and those beside it, with what the person says of each that was not understood: a position is meant for the consultations, where there are any.</summary>
    internal static CallAnswer Understood(CallAnswer answer, string? position, Known known)
    {
        var consulted = answer.All.Where(IsUnread).Any(one => IsConsultation(CallOf(one)));
        return answer.Saying((one, unread) => Told(unread, !consulted || IsConsultation(CallOf(one)) ? position : null, CallOf(one)));

        CallEntry? CallOf(CallAnswer one) => known.Filed<CallEntry>(EntryKind.Call, one.CallId);
        static bool IsConsultation(CallEntry? call) => call is { Sort: CallSort.Consultation };
    }

    /// <summary>What an answer says that was not understood: to a consultation the position that the person names; to other calls, that there is an answer.</summary>
    private static AnswerSaid Told(AnswerSaid unread, string? position, CallEntry? call)
    {
        if (position is null)
            return call is not { Sort: CallSort.Consultation } ? unread
                : throw new UndecidedException($"what the answer to {call.Number} says was not understood: say it as 'position: support', 'no objection', 'comment' or 'objection' (--field position=…), or reject it");
        return AnswerWords.PositionOf(position) is { } taken
            ? unread with { Sort = AnswerSort.Position, Position = taken }
            : throw new UndecidedException($"'{position}' is no position; it is support, no objection, comment or objection");
    }
}
