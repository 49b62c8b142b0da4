using System.Globalization;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows the notices of non-delivery and delay that follow no standard: the many dialects of mail servers and gateways.</summary>
/// <remarks>Exim, qmail, old Sendmail and Exchange, Domino, GroupWise, IIS, MDaemon, Courier, X.400 gateways, the large providers.</remarks>
public static class DeliveryNotice
{
    private const int HeadLength = 8000;

    public static Finding? Find(MailSigns signs)
    {
        if (signs.Header("X-Failed-Recipients") is { } failedHeader) return FromHeader(signs, failedHeader);
        var system = signs.FromMailSystem || (signs.Mail.Mime.Body?.ContentType.IsMimeType("multipart", "report") ?? false);
        var subject = signs.SubjectHas(Sign.BounceSubject) || signs.SubjectHas(Sign.DelaySubject);
        if (!system && !signs.NullSender && !(subject && LooksAutomatic(signs))) return null;
        if (signs.SubjectBegins(Sign.AutoSubject) && !system) return null;

        var notice = FailureText.Notice(signs.Mail);
        var words = SortingWords.Texts.FindAll(notice.Length > HeadLength ? notice[..HeadLength] : notice);
        var failed = FirstOf(words, Sign.Failed);
        var delays = words.Count(static hit => hit.Value == Sign.Delayed);
        var code = StatusCode.Enhanced(notice) ?? (StatusCode.Reply(notice) is > 0 and var reply ? reply.ToString(CultureInfo.InvariantCulture) : null);

        var late = signs.SubjectHas(Sign.DelaySubject) || delays >= 2 || (delays == 1 && failed is null);
        var broken = failed is not null || signs.SubjectHas(Sign.BounceSubject) || (system && code is not null);
        if (!late && !broken) return null;
        if (!system && !subject && code is null && !HasReason(notice)) return null; // an absence that speaks of refused mail

        var recipients = FailureText.Read(signs);
        if (!system && recipients.Count == 0) return null;
        var evidence = signs.FromMailSystem ? $"From: {signs.Mail.Sender!.Email}" : signs.NullSender ? "Return-Path: <>" : $"Subject: {signs.Mail.Subject}";
        if (failed is { } hit) evidence += $"; {notice.AsSpan(hit.Start, Math.Min(hit.Length, 80))}";
        if (!late || (delays == 0 && failed is not null && !signs.SubjectHas(Sign.DelaySubject))) return new Finding(MailKind.Bounce, evidence) { Recipients = recipients };
        return new Finding(MailKind.Delayed, evidence)
        {
            Recipients = [.. recipients.Select(Waiting)],
        };
    }

    private static Finding FromHeader(MailSigns signs, string header)
    {
        var told = FailureText.Read(signs);
        var status = told is [var any, ..] ? any.Status : FailureText.StatusOf(signs.Mail) ?? "5.0.0";
        var recipients = FailureText.Addresses(header)
            .Select(found => told.FirstOrDefault(r => string.Equals(r.Address, found.Address, StringComparison.OrdinalIgnoreCase))
                ?? new FailedRecipient(found.Address, StatusCode.IsPermanent(status), status))
            .DistinctBy(static r => r.Address, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (recipients.Count == 0) recipients = [.. told];
        return IsDelay(signs, recipients)
            ? new Finding(MailKind.Delayed, $"X-Failed-Recipients: {header}; the subject or text speaks of delay") { Recipients = [.. recipients.Select(Waiting)] }
            : new Finding(MailKind.Bounce, $"X-Failed-Recipients: {header}") { Recipients = recipients };
    }

    private static FailedRecipient Waiting(FailedRecipient recipient) => recipient with { Permanent = false, Status = recipient.Status is ['4', ..] ? recipient.Status : "4.0.0" };

    /// <summary>A server that will go on trying names the addresses in the same header; it says so, and gives no lasting reason.</summary>
    private static bool IsDelay(MailSigns signs, List<FailedRecipient> recipients)
    {
        if (recipients.Exists(static recipient => recipient.Status is ['5', ..] && recipient.Status != "5.0.0")) return false;
        var notice = FailureText.Notice(signs.Mail);
        var words = SortingWords.Texts.FindAll(notice.Length > HeadLength ? notice[..HeadLength] : notice);
        var delays = words.Count(static hit => hit.Value == Sign.Delayed);
        return signs.SubjectHas(Sign.DelaySubject) && delays > 0 || delays >= 2 || delays == 1 && FirstOf(words, Sign.Failed) is null;
    }

    /// <summary>No mail system by name, yet no person either: the subject says it at its head and the sender is a role of the mail service.</summary>
    private static bool LooksAutomatic(MailSigns signs)
    {
        if (signs.Mail.Sender is { Name: null } && signs.Mail.AnswersTo.Count == 0 && !signs.TextHas(Sign.Business) && Opens(signs.Text)) return true;
        if (!signs.SubjectBegins(Sign.BounceSubject) && !signs.SubjectBegins(Sign.DelaySubject)) return false;
        if (signs.Header("Auto-Submitted") is { } value && !value.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (signs.Mail.Sender is not { } sender || ReportParts.Returned(signs.Mail.Mime) is not null) return true;
        var local = sender.Email.AsSpan(0, Math.Max(0, sender.Email.LastIndexOf('@')));
        foreach (var role in MailRoles)
            if (local.Contains(role, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>The text says it in its first words, behind rules and stars.</summary>
    private static bool Opens(string text)
    {
        const int head = 160;
        var start = text.Length - text.AsSpan().TrimStart("*-=# \t\n").Length;
        return start < text.Length && text.Length < head * 4 && SortingWords.Texts.FindAll(text.Substring(start, Math.Min(head, text.Length - start))).Exists(static hit => hit.Value == Sign.Failed);
    }

    private static bool HasReason(string notice) => SortingWords.Reasons.FindAll(notice.Length > 2000 ? notice[..2000] : notice).Count > 0;

    private static PhraseHit<Sign>? FirstOf(List<PhraseHit<Sign>> hits, Sign sign)
    {
        foreach (var hit in hits)
            if (hit.Value == sign)
                return hit;
        return null;
    }

    private static readonly IReadOnlyList<string> MailRoles = LexiconFile.Words("Sorting/marks", "mailRole");
}
