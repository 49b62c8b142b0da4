using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>Tells which statements of a mail are about a meeting: all of them where subject or text say so, otherwise those that name a meeting or its day.</summary>
internal sealed class MeetingTopic
{
    private readonly ItemContext context;
    private readonly bool whole;
    private IReadOnlyList<Mention<DateReading>>? days;

    public MeetingTopic(ItemContext context)
    {
        this.context = context;
        var subject = context.SubjectMatters;
        Announced = context.Answers.Meeting is not null && (subject.Has(Matter.Delegation) || subject.Has(Matter.Attend) || subject.Has(Matter.AttendNoun) || subject.Has(Matter.AttendSelf));
        whole = context.Answers is { Meeting: not null, MeetingIsSupposed: false } || subject.Has(Matter.Meeting) || Announced
                || context.Answers.Meeting is { } day && Dates.Find(context.Mail.Subject, context.Year, context.Language).Any(date => date.Value.First == day);
    }

    private static readonly Matter[] Words =
        [Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Dispatch, Matter.Absent, Matter.AbsentSelf, Matter.Miss, Matter.Delegation, Matter.Remote, Matter.InPerson];

    /// <returns>Null where the mail speaks of nobody's coming to a meeting.</returns>
    public static MeetingTopic? Of(ItemContext context)
    {
        var words = context.Matters;
        if (!Array.Exists(Words, words.Has) && !BareRegistrations.Announces(context) || context.Answers.Meeting is null && !words.Has(Matter.Meeting) && !(words.Has(Matter.Remote) && words.Has(Matter.InPerson)) || Liaisons.MayBe(context.Mail)) return null;
        if (context.Answers is { Meeting: { } day, MeetingIsSupposed: true } && !words.Has(Matter.Meeting) && !context.SubjectMatters.Has(Matter.Meeting)
            && Dates.Find(context.Text, context.Year, context.Language).Where(date => date.Value.First == day).ToList() is { Count: > 0 } named
            && named.TrueForAll(date => MeetingAnswered.Begins(context.Text, date))) return null;
        return new MeetingTopic(context);
    }

    /// <summary>The subject says that the mail is about those who come.</summary>
    public bool Announced { get; }

    public bool Covers(TextSpan span)
    {
        if (whole || context.Matters.Any(Matter.Meeting, span)) return true;
        if (context.Answers.Meeting is not { } day) return false;
        days ??= Dates.Find(context.Text, context.Year, context.Language);
        return days.Any(date => date.Value.First == day && span.Contains(date.Start));
    }
}
