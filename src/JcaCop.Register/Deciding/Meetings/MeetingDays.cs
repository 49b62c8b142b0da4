using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>The meetings to come on whose first day a mail speaks of anything: who registers for two in one sentence is read for one of them.</summary>
internal static class MeetingDays
{
    public static IReadOnlyList<MeetingEntry> In(MailReading reading, DateTimeOffset at, Known known)
    {
        if (!reading.Items.Any(item => item is Registration or Regret)) return [];
        var coming = known.All<MeetingEntry>().Where(meeting => meeting.IsComing(at)).ToList();
        if (coming.Count == 0) return [];
        var written = reading.Mail.WrittenAt is { } day ? DateOnly.FromDateTime(day.DateTime) : (DateOnly?)null;
        var days = Dates.Find(reading.Mail.Body.ReplyText, written, reading.Language).Select(date => date.Value.First).OfType<DateOnly>().ToHashSet();
        return coming.FindAll(meeting => days.Contains(meeting.Time.FirstDay));
    }

    /// <summary>Why a person must look at an item about one meeting: of another one that the mail speaks of nothing was read.</summary>
    /// <param name="day">Of the item, or of the meeting that is meant by it.</param>
    /// <returns>Null where each has its item.</returns>
    public static string? Unread(DateOnly? day, MailContext mail) =>
        mail.OnDays.FirstOrDefault(meeting => meeting.Time.FirstDay != day && !mail.Items.Any(item => DayOf(item) == meeting.Time.FirstDay)) is { } other
            ? string.Create(CultureInfo.InvariantCulture, $"it speaks of {other.Title} ({other.Time.FirstDay:yyyy-MM-dd}) too, and nothing was read for it") : null;

    private static DateOnly? DayOf(Item item) => item switch { Registration registration => registration.Meeting, Regret regret => regret.Meeting, _ => null };
}
