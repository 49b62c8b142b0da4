using JcaCop.Register.Mail;
using MailKit;

namespace JcaCop.Worker.Mailbox;

/// <summary>Knows mails again in the folder into which they were moved. Their numbers there are the server's own, and not every server tells them.</summary>
internal static class FiledMails
{
    /// <param name="lying">With Message-ID, size and INTERNALDATE, all of which a move keeps (RFC 9051, 6.4.7).</param>
    /// <returns>One for each mail that is found.</returns>
    public static IList<UniqueId> Find(IReadOnlyList<MisfiledMail> mails, IEnumerable<IMessageSummary> lying)
    {
        var left = lying.ToList();
        var found = new List<UniqueId>();
        foreach (var mail in mails)
        {
            // Two mails may claim one Message-ID: the size tells which is meant.
            var match = left.Where(other => Same(mail, other)).MinBy(other => Math.Abs((other.Size ?? 0) - mail.Size));
            if (match is null) continue;
            left.Remove(match);
            found.Add(match.UniqueId);
        }
        return found;
    }

    /// <summary>A mail without Message-ID has one made from its content in the register only; it is told by size and time.</summary>
    private static bool Same(MisfiledMail mail, IMessageSummary other) => other.Envelope?.MessageId is { Length: > 0 } id
        ? id.Trim('<', '>') == mail.InternetId
        : other.Size == mail.Size && other.InternalDate?.ToUnixTimeSeconds() == mail.ArrivedAt.ToUnixTimeSeconds();
}
