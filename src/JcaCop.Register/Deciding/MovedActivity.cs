using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Reads new days of an activity that the same house has told of, in a mail that calls it by a word of its title (docs/decisions/0149).</summary>
internal static class MovedActivity
{
    /// <summary>The reading with the activity under the title on record; as it was, where none is meant, or where the days lie so far from those on record that another event of the name is meant.</summary>
    public static MailReading Read(MailReading reading, Known known)
    {
        if (reading.Mail.Sender is not { } sender || !MovedActivities.MayTell(reading)) return reading;
        var own = known.All<ActivityEntry>().Where(entry => entry.Live && House.IsOne(entry.ReportedBy, sender.Email)).ToList();
        var moved = MovedActivities.Read(reading, [.. own.Select(entry => entry.Title).Distinct(StringComparer.Ordinal)]);
        return moved.Items.OfType<Activity>().All(told => own.Any(entry => entry.Title == told.Title && ActivityPlacing.MayBeMovedTo(entry, told.Start))) ? moved : reading;
    }
}
