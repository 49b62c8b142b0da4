using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>The meetings of the register that a mail calls by number or title.</summary>
/// <param name="All">Each once.</param>
/// <param name="OfPapers">Those of which only a document is spoken of: "the report of the sixth meeting".</param>
/// <param name="Unknown">Numbers of which the register holds no meeting.</param>
public sealed record NamedMeetings(IReadOnlyList<MeetingEntry> All, IReadOnlyList<MeetingEntry> OfPapers, IReadOnlyList<int> Unknown)
{
    public static NamedMeetings None { get; } = new([], [], []);

    /// <summary>A shorter title may stand in a text by chance.</summary>
    private const int ShortestTitle = 12;

    public bool Any => All.Count + Unknown.Count > 0;

    public static NamedMeetings In(MailReading reading, Known known)
    {
        var numbers = reading.Answers.Numbers;
        var meetings = known.All<MeetingEntry>().ToList();
        if (meetings.Count == 0) return None;
        var own = meetings.SelectMany(meeting => Bodies.Find(meeting.Title)).Select(body => body.Value).ToHashSet(StringComparer.Ordinal);
        var (all, ofPapers, unknown) = (new List<MeetingEntry>(), new List<MeetingEntry>(), new List<int>());
        foreach (var told in numbers.Where(told => told.Body is null || own.Contains(told.Body)).Distinct())
        {
            var number = told.Number.ToString(CultureInfo.InvariantCulture);
            if (known.Named<MeetingEntry>(EntryKind.Meeting, number).FirstOrDefault(meeting => meeting.Number == number) is { } meeting) (told.OfPaper ? ofPapers : all).Add(meeting);
            else if (!told.OfPaper) unknown.Add(told.Number);
        }
        all.AddRange(Titled(reading, meetings));
        return new NamedMeetings([.. all.DistinctBy(meeting => meeting.Id)], [.. ofPapers.DistinctBy(meeting => meeting.Id)], unknown);
    }

    /// <summary>Writes the day of the one meeting that is meant where the mail tells none: so it is shown to the sender, and found again when a person accepts.</summary>
    public static MailReading Dated(MailReading reading, MailContext mail, Known known)
    {
        if (reading.Items is [Report { Meeting: { } day } sent] && MeetingMatch.OfReport(sent, mail, known) is { Doubt: null, Meeting: { } held } && !held.Time.AllDays.Contains(day))
            return reading with { Answers = reading.Answers with { Meeting = held.Time.FirstDay }, Items = [sent with { Meeting = held.Time.FirstDay }] };
        if (!mail.Named.Any && mail.Named.OfPapers.Count == 0 || reading.Answers.Meeting is not null) return reading;
        var coming = mail.Named.Coming(mail.At) is [var named] && MeetingMatch.Find(null, mail, known) is { Doubt: null, Meeting: { } meant } && meant.Id == named.Id ? (DateOnly?)named.Time.FirstDay : null;
        return reading with
        {
            Answers = reading.Answers with { Meeting = coming },
            Items =
            [
                .. reading.Items.Select(item => item switch
                {
                    Registration { Meeting: null } registration => registration with { Meeting = coming },
                    Regret { Meeting: null } regret => regret with { Meeting = coming },
                    Contribution { Meeting: null } contribution => contribution with { Meeting = coming },
                    Report { Meeting: null } report when MeetingMatch.OfReport(report, mail, known) is { Doubt: null, Meeting: { } told } => report with { Meeting = told.Time.FirstDay },
                    _ => item,
                }),
            ],
        };
    }

    /// <summary>Of those that are called by name: the ones to which somebody can still come.</summary>
    public IReadOnlyList<MeetingEntry> Coming(DateTimeOffset at) => [.. All.Where(meeting => meeting.IsComing(at))];

    /// <summary>Meetings whose title stands in the mail; a title that is no more than a number is looked for as such.</summary>
    private static IEnumerable<MeetingEntry> Titled(MailReading reading, List<MeetingEntry> meetings)
    {
        var titles = meetings.Select(meeting => (Meeting: meeting, Key: NameKey.Of(meeting.Title))).Where(one => one.Key.Length >= ShortestTitle && MeetingNumbers.Find(one.Meeting.Title).Count == 0).ToList();
        if (titles.Count == 0) return [];
        var text = $" {NameKey.OfText(reading.Mail.Subject)} | {NameKey.OfText(reading.Mail.Body.Readable)} ";
        var found = titles.FindAll(one => text.Contains(Folding.IsHan(one.Key[0]) ? one.Key : $" {one.Key} ", StringComparison.Ordinal));
        // "Workshop on filters" stands in "Second workshop on filters", too.
        return found.Where(one => !found.Exists(other => other.Key.Length > one.Key.Length && other.Key.Contains(one.Key, StringComparison.Ordinal))).Select(one => one.Meeting);
    }
}
