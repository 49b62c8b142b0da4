namespace JcaCop.Reading.Sorting;

/// <summary>Decides what sort of mail this is. The first answer wins: proof before custom, machine before person.</summary>
public static class MailSorter
{
    private static readonly Func<ReceivedMail, Finding?>[] Questions =
    [
    ];

    public static Finding Sort(ReceivedMail mail)
    {
        foreach (var ask in Questions)
            if (ask(mail) is { } found)
                return found;
        return Finding.Human;
    }
}
