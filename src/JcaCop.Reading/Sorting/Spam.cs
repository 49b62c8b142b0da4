namespace JcaCop.Reading.Sorting;

/// <summary>Knows advertising, fraud and prizes for which the winner pays, also where they pose as a nomination.</summary>
/// <remarks>
/// Words of several kinds together are asked for, or many of one kind; marks of bulk mailers add to them. Foreign spam verdicts in headers are not
/// believed. A doubtful mail stays human: it costs a glance, a lost nomination costs a member.
/// </remarks>
public static class Spam
{
    private const int Enough = 5;

    public static Finding? Find(MailSigns signs)
    {
        var fraud = signs.Count(Sign.AdvanceFee);
        var sales = signs.Count(Sign.SalesPitch);
        var phishing = signs.Count(Sign.Phishing);
        var award = signs.Count(Sign.Award);
        var words = fraud + sales + phishing + award;
        if (signs.Mail.AnswersTo.Count == 0 && Offer.In(signs.Mail.Subject, signs.Text) is { } offer) return new Finding(MailKind.Spam, offer);
        if (words < 2) return null;

        var score = (Math.Min(fraud, 4) * 2) + Math.Min(sales, 5) + (Math.Min(phishing, 3) * 2) + Math.Min(award, 5)
            + (HasForeignReply(signs.Mail) ? 2 : 0)
            + (Shouts(signs.Mail.Subject) ? 1 : 0)
            + (signs.Text.Contains("!!", StringComparison.Ordinal) ? 1 : 0)
            + (signs.Header("List-Unsubscribe") is not null && signs.Header("List-Id") is null ? 1 : 0)
            + (signs.Header("Precedence") is { } precedence && precedence.Trim().Equals("bulk", StringComparison.OrdinalIgnoreCase) ? 1 : 0)
            + (signs.Text.Contains("http", StringComparison.OrdinalIgnoreCase) ? 1 : 0)
            - (2 * signs.Count(Sign.Business))
            - (signs.Mail.AnswersTo.Count > 0 ? 3 : 0);
        return score >= Enough
            ? new Finding(MailKind.Spam, $"{signs.First(Sign.AdvanceFee) ?? signs.First(Sign.Phishing) ?? signs.First(Sign.Award)}; {signs.First(Sign.SalesPitch)}".Trim(' ', ';'))
            : null;
    }

    /// <summary>Answers are to go to another house than the one that wrote.</summary>
    private static bool HasForeignReply(ReceivedMail mail) =>
        mail.Sender is { } sender && mail.ReplyTo is [var reply, ..] && reply.Domain != sender.Domain
        && !reply.Domain.EndsWith("." + sender.Domain, StringComparison.Ordinal) && !sender.Domain.EndsWith("." + reply.Domain, StringComparison.Ordinal);

    private static bool Shouts(string subject)
    {
        int upper = 0, letters = 0;
        foreach (var c in subject)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) upper++;
        }
        return letters > 12 && upper * 10 > letters * 7;
    }
}
