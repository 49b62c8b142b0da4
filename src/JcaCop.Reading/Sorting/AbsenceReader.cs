namespace JcaCop.Reading.Sorting;

/// <summary>Reads from an absence until when somebody is away and who stands in.</summary>
public static class AbsenceReader
{
    /// <returns>Null where the text speaks of no absence.</returns>
    public static Absence? Read(MailSigns signs) =>
        signs.TextHas(Sign.Away) || signs.SubjectHas(Sign.AwaySubject) || signs.TextHas(Sign.Back) ? new Absence(null, Deputy(signs)) : null;

    /// <summary>The first address in the text that is neither the sender's nor ours.</summary>
    private static string? Deputy(MailSigns signs)
    {
        foreach (var (_, address) in FailureText.Addresses(signs.Text))
        {
            if (string.Equals(address, signs.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase)) continue;
            if (signs.Mail.To.Any(box => string.Equals(address, box.Email, StringComparison.OrdinalIgnoreCase))) continue;
            return address;
        }
        return null;
    }
}
