using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Calendars;

/// <summary>Meetings for calendars as a letter takes them along: in the language of the letter.</summary>
public static class Invites
{
    /// <summary>For anybody (<see cref="MeetingCalendar.Publish(MeetingEntry, Group, DateTimeOffset, string)"/>).</summary>
    public static CalendarPart Publish(MeetingEntry meeting, Group group, DateTimeOffset now) => Of(MeetingCalendar.Published, language => MeetingCalendar.Publish(meeting, group, now, language));

    /// <summary>For a registered participant.</summary>
    public static CalendarPart Request(MeetingEntry meeting, Group group, Addressee participant, bool connection, DateTimeOffset now) =>
        Of(MeetingCalendar.Requested, language => MeetingCalendar.Request(meeting, group, participant, connection, now, language));

    /// <summary>Takes it out of a calendar.</summary>
    public static CalendarPart Cancel(MeetingEntry meeting, Group group, Addressee? participant, DateTimeOffset now) =>
        Of(MeetingCalendar.Cancelled, language => MeetingCalendar.Cancel(meeting, group, participant, now, language));

    private static CalendarPart Of(string method, Func<string, byte[]> make) => new(method, make(MeetingCalendar.English)) { ByLanguage = make };
}
