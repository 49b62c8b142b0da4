namespace JcaCop.Reading.Sorting;

/// <summary>Tells list software that speaks (subscription, moderation, digest, probe) from a person's post that came through a list.</summary>
/// <remarks>
/// A post carries <c>List-Id</c> (RFC 2919) and <c>Precedence: list</c> too, but its From is a person; Mailman, Sympa, LISTSERV, Majordomo, ezmlm and
/// Google Groups write their own notices from an address of the list.
/// </remarks>
public static class ListNoise
{
    public static Finding? Find(MailSigns signs)
    {
        if (signs.Header("X-List-Administrivia") is { } own && own.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase))
            return new Finding(MailKind.ListNoise, $"X-List-Administrivia: {own}");
        if (IsDigest(signs)) return new Finding(MailKind.ListNoise, $"digest: {signs.Mail.Subject}");

        var program = MachineSender.IsListProgram(signs.Mail.Sender);
        var list = signs.Header("List-Id") is not null || signs.Header("X-Mailman-Version") is not null || signs.Header("X-BeenThere") is not null
            || signs.Header("X-Loop") is not null || signs.Header("X-Google-Group-Id") is not null || signs.Header("Mailing-List") is not null
                || signs.Header("List-Help") is not null || signs.Header("X-MLServer") is not null || signs.Header("X-ML-Name") is not null;
        if (!program) return null;
        var words = signs.First(Sign.List);
        var subject = signs.SubjectHas(Sign.ListSubject);
        if (!subject && words is null) return null;
        if (!list && !(subject && words is not null) && !IsNamedProgram(signs)) return null;
        return new Finding(MailKind.ListNoise, $"From: {signs.Mail.Sender!.Email}; {(subject ? signs.Mail.Subject : words)}");
    }

    private static bool IsNamedProgram(MailSigns signs) =>
        signs.Mail.Sender is { } sender && !sender.Email.StartsWith("no", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Name Digest, Vol 12, Issue 3", or many posts in one (RFC 2046, 5.1.5).</summary>
    private static bool IsDigest(MailSigns signs)
    {
        if (signs.Mail.Mime.Body?.ContentType.IsMimeType("multipart", "digest") ?? false) return true;
        var subject = signs.Mail.Subject;
        return signs.Header("List-Id") is not null
            && subject.Contains("Digest", StringComparison.OrdinalIgnoreCase)
            && (subject.Contains("Vol", StringComparison.OrdinalIgnoreCase) || subject.Contains("Issue", StringComparison.OrdinalIgnoreCase))
            && MachineSender.IsListProgram(signs.Mail.Sender);
    }
}
