using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Conversing;

/// <summary>Which answers to circulars the register holds of somebody: what stands, and what still waits for the secretariat.</summary>
internal static class AnswersOnRecord
{
    /// <param name="members">For which the sender may speak.</param>
    /// <param name="sender">Address: of whoever speaks for no known member, the own answers are told.</param>
    /// <returns>The newest first.</returns>
    public static IReadOnlyList<AnsweredCall> Of(IReadOnlyCollection<MemberEntry> members, string sender, RegisterSnapshot register, TimeZoneInfo zone)
    {
        var ids = members.Select(member => member.Id).ToHashSet();
        return
        [
            .. from answer in register.All<AnswerEntry>()
               where answer.MemberId is { } member ? ids.Contains(member) : sender.Equals(answer.By, StringComparison.OrdinalIgnoreCase)
               let call = register.One<CallEntry>(answer.CallId)
               from told in Told(answer, call)
               orderby told.Voice.At descending
               select new AnsweredCall(call?.Number ?? answer.Call, new AnswerGiven(DayOf(told.Voice, zone), told.Voice.Sender, told.Voice.Said.Gist), told.Standing),
        ];
    }

    private static IEnumerable<(AnswerVoice Voice, RecordedAnswer Standing)> Told(AnswerEntry answer, CallEntry? call)
    {
        if (answer.Given is { } given) yield return (given, call is not null && answer.IsLate(call) ? RecordedAnswer.Late : RecordedAnswer.Taken);
        foreach (var waiting in answer.Waiting) yield return (waiting, RecordedAnswer.Waiting);
    }

    private static DateOnly DayOf(AnswerVoice voice, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(voice.At, zone).DateTime);
}
