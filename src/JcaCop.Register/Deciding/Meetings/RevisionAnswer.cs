using JcaCop.Reading;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Reads what comes in answer to our receipt of a contribution: the receipt asks for the new file of a revision as a reply, however little that says.</summary>
internal static class RevisionAnswer
{
    private const string Receipt = "contribution-received";

    /// <summary>The reading with another text of the contribution of which the receipt told; as it was, where the mail answers no receipt of its sender's.</summary>
    public static MailReading Read(MailReading reading, AnsweredLetter? thread, Known known) =>
        thread is { Kind: Receipt, CauseMessageId: { } cause } && reading.Mail.Sender is { } sender && sender.Email.Equals(thread.Recipient, StringComparison.OrdinalIgnoreCase)
        && known.Shown(cause) is [{ } shown] && shown.Item is Contribution { Title: not null } earlier
            ? ContributionReader.AsRevision(reading, earlier) : reading;
}
