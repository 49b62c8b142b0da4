namespace JcaCop.Reading.Sorting;

/// <summary>Decides what sort of mail this is. The first answer wins: proof before custom, machine before person.</summary>
public static class MailSorter
{
    private static readonly Func<MailSigns, Finding?>[] Questions =
    [
        DeliveryReport.Find,    // RFC 3464
        FeedbackReport.Find,    // RFC 5965
        Receipt.Find,           // RFC 8098
        ProviderNotice.Find,    // sending services, JSON
        DeliveryNotice.Find,    // servers' own words
        ListNoise.Find,         // RFC 2369, RFC 2919
        Challenge.Find,
        AutoReply.Find,         // RFC 3834
        TicketReceipt.Find,
        AbsenceNote.Find,       // no header, words alone
        Spam.Find,
    ];

    public static Finding Sort(ReceivedMail mail)
    {
        var signs = new MailSigns(mail);
        foreach (var ask in Questions)
            if (ask(signs) is { } found)
                return found;
        return Finding.Human;
    }
}
