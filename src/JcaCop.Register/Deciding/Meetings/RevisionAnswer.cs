using JcaCop.Reading;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads what comes in answer to our receipt of a contribution: the receipt asks for the new file of a revision as a reply, however little that says.</summary>
internal static class RevisionAnswer
{
    private const string Receipt = "contribution-received";

    /// <summary>The reading with another text of the contribution of which the receipt told; as it was, where the mail answers no receipt of its sender's.</summary>
    /// <returns>Beside it the earlier contribution, where that waits still: what comes in its place is decided instead.</returns>
    public static (MailReading Reading, ReplacedItem? Replaced) Read(MailReading reading, AnsweredLetter? thread, Known known)
    {
        if (thread is not { CauseMessageId: { } cause } || reading.Mail.Sender is not { } sender || !sender.Email.Equals(thread.Recipient, StringComparison.OrdinalIgnoreCase)
            || known.Shown(cause) is not [{ } shown] || shown.Item is not Contribution earlier) return (reading, null);
        if (thread.Kind == Receipt) return (earlier.Title is null ? reading : ContributionReader.AsRevision(reading, earlier), null);
        // Of a text that waits for a person a new one is that text: two of them side by side would be filed as two.
        return thread.Kind is "receipt" && !shown.Recorded && ContributionReader.InItsPlace(reading, earlier) is { } anew ? (anew, new ReplacedItem(cause, 0)) : (reading, null);
    }
}
