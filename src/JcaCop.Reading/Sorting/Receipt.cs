using MimeKit;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows read and delivery receipts: in the standard form, as S/MIME receipts, and in the words of Exchange, Domino and GroupWise.</summary>
/// <remarks>RFC 8098, RFC 2634, 2 (signed receipts). Reports of successful delivery (RFC 3464) are told by <see cref="DeliveryReport"/>.</remarks>
public static class Receipt
{
    /// <summary>A receipt has few words of its own; a person who writes below such a subject has more.</summary>
    private const int MaxLength = 900;

    public static Finding? Find(MailSigns signs)
    {
        var body = signs.Mail.Mime.Body;
        if (body is null) return null;
        if (Refusal(signs, body) is { } refused) return refused;
        if (body.ContentType.Parameters["report-type"] is { } type && type.Equals("disposition-notification", StringComparison.OrdinalIgnoreCase))
            return new Finding(MailKind.Receipt, $"multipart/report, report-type={type}");
        if (body.ContentType.Parameters["smime-type"] is { } smime && smime.Equals("signed-receipt", StringComparison.OrdinalIgnoreCase))
            return new Finding(MailKind.Receipt, $"smime-type={smime}");
        if (body is Multipart or MessageDispositionNotification && !IsForward(signs))
            foreach (var part in ReportParts.Of(signs.Mail.Mime))
                if (part.ContentType.IsMimeType("message", "disposition-notification"))
                    return new Finding(MailKind.Receipt, "message/disposition-notification");
        return FromWords(signs);
    }

    /// <summary>A filter's refusal (Sieve <c>reject</c>) wears the form of a receipt: deleted unread, with the words of a failure (RFC 5429, 2.2).</summary>
    private static Finding? Refusal(MailSigns signs, MimeEntity body)
    {
        if (body is not Multipart) return null;
        foreach (var part in ReportParts.Of(signs.Mail.Mime))
        {
            if (part is not MessageDispositionNotification notification) continue;
            var fields = notification.Fields;
            if (fields["Disposition"] is not { } disposition || !disposition.Contains("automatic-action", StringComparison.OrdinalIgnoreCase)
                    || !disposition.Contains("deleted", StringComparison.OrdinalIgnoreCase))
                continue;
            if (fields["Final-Recipient"] is not { } recipient || FailureText.Addresses(recipient) is not [var (_, address), ..]) continue;
            var notice = FailureText.Notice(signs.Mail);
            if (!SortingWords.Texts.FindAll(notice).Exists(static hit => hit.Value == Sign.Failed)) continue;
            var status = FailureText.StatusOf(signs.Mail) ?? "5.0.0";
            return new Finding(MailKind.Bounce, $"Disposition: {disposition}") { Recipients = [new FailedRecipient(address, StatusCode.IsPermanent(status), status)] };
        }
        return null;
    }

    private static Finding? FromWords(MailSigns signs)
    {
        if (!signs.SubjectBegins(Sign.ReceiptSubject)) return null;
        var text = signs.Text.AsSpan().Trim();
        if (text.Length > MaxLength || signs.TextHas(Sign.Business)) return null;
        if (text.Length == 0) return new Finding(MailKind.Receipt, $"Subject: {signs.Mail.Subject}; no text");
        return signs.First(Sign.WasRead) is { } words ? new Finding(MailKind.Receipt, $"Subject: {signs.Mail.Subject}; {words}") : null;
    }

    /// <summary>A person who passes a receipt on, as an attachment among own words.</summary>
    private static bool IsForward(MailSigns signs) =>
        signs.Mail.Mime.Body is Multipart top && top.ContentType.IsMimeType("multipart", "mixed") && signs.TextHas(Sign.Business);
}
