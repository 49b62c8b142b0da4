using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>What placing an item must know of the mail that holds it.</summary>
/// <param name="MessageId">Number of the message.</param>
/// <param name="At">When it arrived, UTC.</param>
/// <param name="Sender">Address; null where the mail has none.</param>
/// <param name="Thread">The letter of ours that it answers; null where none is known.</param>
public sealed record MailContext(long MessageId, DateTimeOffset At, string? Sender, Respondent? Respondent, Answers Answers, AnsweredLetter? Thread)
{
    public string? Subject { get; init; }

    /// <summary>The chairman or the secretariat wrote it: what it tells of others is theirs.</summary>
    public bool IsFromOfficer { get; init; }

    /// <summary>The member for which its sender speaks, by an address, a seat or a domain on record; null where only the mail itself says so.</summary>
    public MemberEntry? Speaker { get; init; }

    /// <summary>All items of the mail: one may tell how another is meant.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>The meetings that it calls by number or title. Known when the mail is judged; a person who accepts later finds what was told then in the items.</summary>
    public NamedMeetings Named { get; init; } = NamedMeetings.None;

    /// <summary>The meetings to come of whose day it speaks, where it registers or excuses anybody. Known when the mail is judged.</summary>
    public IReadOnlyList<MeetingEntry> OnDays { get; init; } = [];

    /// <summary>The meeting of which a person says that it is meant; null where the mail itself must tell.</summary>
    public MeetingEntry? Chosen { get; init; }

    /// <summary>Sizes of its attachments by name, in bytes; empty where they are not known.</summary>
    public IReadOnlyDictionary<string, long> FileSizes { get; init; } = new Dictionary<string, long>();

    /// <param name="officers">Addresses of the chairman and the secretariat.</param>
    public static MailContext Of(long messageId, DateTimeOffset at, MailReading reading, AnsweredLetter? thread, IReadOnlyCollection<string> officers) =>
        new(messageId, at, reading.Mail.Sender?.Email, reading.Respondent, reading.Answers, thread)
        {
            Subject = reading.Mail.Subject, Items = reading.Items, IsFromOfficer = reading.Mail.Sender is { } sender && officers.Contains(sender.Email, StringComparer.OrdinalIgnoreCase),
            FileSizes = reading.Mail.Attachments.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Size),
        };
}
