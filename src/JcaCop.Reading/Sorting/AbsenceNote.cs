namespace JcaCop.Reading.Sorting;

/// <summary>Knows an absence by its words alone, where no header and no subject gives the machine away.</summary>
/// <remarks>
/// A person who mentions being away says more than that: answers, attaches, names somebody for a seat. So absence must be most of what the mail says,
/// and every word of business speaks against it.
/// </remarks>
public static class AbsenceNote
{
    private const int MaxLength = 1200;
    private const int Enough = 4;

    public static Finding? Find(MailSigns signs)
    {
        var text = signs.Text;
        if (text.Length > MaxLength || signs.Mail.Attachments.Any(static a => a.Listed)) return null;
        var away = signs.First(Sign.Away);
        var machine = signs.First(Sign.Machine);
        if (away is null && machine is null) return null;

        var score = (away is not null ? 2 : 0)
            + (machine is not null ? 3 : 0)
            + (signs.TextHas(Sign.Back) ? 1 : 0)
            + (signs.TextHas(Sign.NoAccess) ? 1 : 0)
            + (signs.TextHas(Sign.Urgent) ? 1 : 0)
            + (signs.TextHas(Sign.Received) ? 1 : 0)
            + (signs.SubjectHas(Sign.AwaySubject) ? 1 : 0)
            - (2 * signs.Count(Sign.Business))
            - (text.AsSpan().ContainsAny('?', '\uFF1F', '\u061F') ? 2 : 0)
            - (text.Length > MaxLength / 2 ? 1 : 0);
        if (score < Enough) return null;
        return new Finding(MailKind.AutoReply, $"absence: {away ?? machine}") { Absence = AbsenceReader.Read(signs) };
    }
}
