using MimeKit;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows abuse reports and the reports of mail authentication: a machine tells about mails that left under our name.</summary>
/// <remarks>RFC 5965 (ARF), RFC 6591, RFC 8460 (TLS), RFC 7489, 7.2 (DMARC aggregate); and the older form of a large provider that only adds headers.</remarks>
public static class FeedbackReport
{
    public static Finding? Find(MailSigns signs)
    {
        if (signs.Mail.Mime.Body is not { } body) return null;
        if (body.ContentType.IsMimeType("multipart", "report") && body.ContentType.Parameters["report-type"] is { } type
            && (type.Equals("feedback-report", StringComparison.OrdinalIgnoreCase) || type.Equals("tlsrpt", StringComparison.OrdinalIgnoreCase)))
            return new Finding(MailKind.FeedbackReport, $"multipart/report, report-type={type}");
        if (signs.Header("X-HmXmrOriginalRecipient") is not null) // passed on by a server that took the outer message off
            return new Finding(MailKind.FeedbackReport, "X-HmXmrOriginalRecipient");
        if (body is Multipart)
        {
            foreach (var part in ReportParts.Of(signs.Mail.Mime))
                if (part.ContentType.IsMimeType("message", "feedback-report"))
                    return new Finding(MailKind.FeedbackReport, "message/feedback-report");
            if (ReportParts.Returned(signs.Mail.Mime)?.Headers["X-HmXmrOriginalRecipient"] is not null && signs.Mail.Sender?.Email.StartsWith("staff@", StringComparison.OrdinalIgnoreCase) == true)
                return new Finding(MailKind.FeedbackReport, "X-HmXmrOriginalRecipient");
        }
        var subject = signs.Mail.Subject;
        return subject.Contains("Report-ID:", StringComparison.OrdinalIgnoreCase) && subject.Contains("Submitter:", StringComparison.OrdinalIgnoreCase)
            ? new Finding(MailKind.FeedbackReport, $"Subject: {subject}")
            : null;
    }
}
