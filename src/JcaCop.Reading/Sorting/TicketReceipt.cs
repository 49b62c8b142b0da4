using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows the answer of a ticket system or help desk: "your request has been received under number …".</summary>
/// <remarks>A ministry that writes "we have received your letter No. 12" has no ticket words and no number in brackets.</remarks>
public static class TicketReceipt
{
    public static Finding? Find(MailSigns signs)
    {
        var number = HasTicketNumber(signs.Mail.Subject);
        var ticket = signs.Count(Sign.Ticket);
        var received = signs.TextHas(Sign.Received);
        var machine = signs.TextHas(Sign.Machine);
        if (!received && !machine && ticket == 0) return null;

        var score = (number ? 2 : 0) + (signs.SubjectHas(Sign.TicketSubject) ? 1 : 0) + Math.Min(ticket, 2) + (received ? 1 : 0) + (machine ? 2 : 0) + (signs.TextHas(Sign.NoAccess) ? 1 : 0)
            - (signs.TextHas(Sign.Business) ? 2 : 0) - (signs.Mail.Attachments.Any(static a => a.Listed) ? 2 : 0);
        if (score < 4 || (ticket == 0 && !machine)) return null;
        return new Finding(MailKind.AutoReply, $"ticket: {signs.First(Sign.Ticket) ?? signs.First(Sign.Machine)}");
    }

    /// <summary>A number that a system hangs on a subject: "[#12345]", "[Ticket ID: 42]", "(Case 0001234)", "##77##".</summary>
    private static bool HasTicketNumber(string subject)
    {
        if (subject.Contains("##", StringComparison.Ordinal)) return true;
        var open = subject.AsSpan().IndexOfAny('[', '(', '【');
        if (open < 0) return false;
        var inner = subject.AsSpan(open + 1);
        var close = inner.IndexOfAny(']', ')', '】');
        if (close is < 2 or > 40) return false;
        inner = inner[..close];
        var digits = 0;
        foreach (var c in inner)
            if (char.IsAsciiDigit(c))
                digits++;
        if (digits < 3) return false;
        foreach (var mark in NumberMarks) if (inner.Contains(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return inner.Contains("ID", StringComparison.Ordinal); // not "identity", nor a name that ends so
    }

    private static readonly IReadOnlyList<string> NumberMarks = LexiconFile.Words("Sorting/marks", "ticketNumber");
}
