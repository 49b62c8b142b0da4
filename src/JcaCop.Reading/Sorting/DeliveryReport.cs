using System.Text;
using MimeKit;

namespace JcaCop.Reading.Sorting;

/// <summary>Reads the delivery reports that follow the standard: failed, delayed, delivered.</summary>
/// <remarks>RFC 3464, RFC 6533. A report that a person forwards as an attachment is that person's mail.</remarks>
public static class DeliveryReport
{
    public static Finding? Find(MailSigns signs)
    {
        if (!IsReport(signs)) return null;
        var entries = Entries(signs.Mail.Mime);
        if (entries.Count == 0 && ReportParts.Returned(signs.Mail.Mime) is { } inner && inner.Body is { } body && body.ContentType.IsMimeType("multipart", "report"))
            entries = Entries(inner); // a gateway that packs the report of another
        if (entries.Count == 0) entries = FromText(signs);
        if (entries.Count == 0) return null;

        var failed = entries.Where(IsFailed).ToList();
        var delayed = entries.Where(static e => e.Action is { } action && action.StartsWith("delay", StringComparison.Ordinal)).ToList();
        if (failed.Count > 0) return Of(MailKind.Bounce, failed, signs);
        if (delayed.Count > 0) return Of(MailKind.Delayed, delayed, signs);
        return entries.Any(static e => e.Action is "delivered" or "relayed" or "expanded" or "deliverable" || (e.Action is null && e.Status is ['2', ..]))
            ? new Finding(MailKind.Receipt, $"message/delivery-status, Action: {entries[0].Action}")
            : null;
    }

    private static bool IsReport(MailSigns signs)
    {
        if (signs.Mail.Mime.Body is not Multipart top)
            return signs.FromMailSystem || signs.NullSender || (signs.Mail.Mime.Body?.ContentType.IsMimeType("message", "delivery-status") ?? false);
        if (top.ContentType.IsMimeType("multipart", "report")) return true;
        return signs.FromMailSystem || signs.NullSender || signs.SubjectBegins(Sign.BounceSubject) || signs.SubjectBegins(Sign.DelaySubject);
    }

    private static List<StatusEntry> Entries(MimeMessage mime)
    {
        var entries = new List<StatusEntry>();
        foreach (var part in ReportParts.Of(mime))
        {
            if (part is not MimePart { Content: not null } status) continue;
            if (status.ContentType.IsMimeType("message", "delivery-status") || status.ContentType.IsMimeType("message", "global-delivery-status"))
                entries.AddRange(StatusFields.Parse(Text(status)));
        }
        return entries;
    }

    /// <summary>The fields as plain text, where a gateway has lost the structure of the report on the way.</summary>
    private static List<StatusEntry> FromText(MailSigns signs)
    {
        var text = FailureText.Whole(signs.Mail);
        if (!text.Contains("-Recipient:", StringComparison.OrdinalIgnoreCase)) return [];
        return [.. StatusFields.Parse(text).Where(static e => e.Action is not null && e.Address is not null)];
    }

    private static bool IsFailed(StatusEntry entry) => entry.Action switch
    {
        null or "" => entry.Status is ['4' or '5', ..],
        var action => action.StartsWith("fail", StringComparison.Ordinal) || action is "error" or "expired" or "undeliverable" or "rejected" or "bounced",
    };

    private static Finding Of(MailKind kind, List<StatusEntry> entries, MailSigns signs)
    {
        var notice = entries.Exists(static e => e.Diagnostic is null && (e.Status is null || e.Status.EndsWith(".0.0", StringComparison.Ordinal))) ? FailureText.Notice(signs.Mail) : "";
        var recipients = entries.Where(static e => e.Address is not null)
            .Select(e => Recipient(e, kind, notice))
            .DistinctBy(static r => r.Address, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (recipients.Count == 0)
        {
            var status = Status(entries[0], kind);
            recipients = [.. FailureText.Read(signs).Select(r => r with { Status = r.Status ?? status, Permanent = StatusCode.IsPermanent(r.Status ?? status) })];
        }
        return new Finding(kind, $"message/delivery-status, Action: {entries[0].Action}, Status: {entries[0].Status}") { Recipients = recipients };
    }

    private static FailedRecipient Recipient(StatusEntry entry, MailKind kind, string notice)
    {
        if (entry.Diagnostic is null) entry = entry with { Diagnostic = FailureText.LineOf(notice, entry.Address!) }; // OpenSMTPD gives the reason in the text alone
        var status = Status(entry, kind);
        return new FailedRecipient(entry.Address!, kind == MailKind.Bounce && StatusCode.IsPermanent(status), status);
    }

    /// <summary>The status of the report; where it leaves the detail open (RFC 3463: x.y.0), the remote server's own code of that class.</summary>
    private static string? Status(StatusEntry entry, MailKind kind)
    {
        var told = entry.Diagnostic is { } diagnostic ? StatusCode.Enhanced(diagnostic) : null;
        if (entry.Status is { } status && status[0] != '2')
            return status.EndsWith(".0", StringComparison.Ordinal) && told is not null && told[0] == status[0] ? told : status;
        if (told is not null) return told;
        var reply = entry.Diagnostic is { } words ? StatusCode.Reply(words) : 0;
        if (reply > 0) return $"{reply / 100}.0.0";
        return kind == MailKind.Delayed ? "4.0.0" : "5.0.0";
    }

    private static string Text(MimePart part)
    {
        using var stream = part.Content!.Open();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var buffer = new char[64 * 1024]; // far more than 500 recipients need
        return new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length));
    }
}
