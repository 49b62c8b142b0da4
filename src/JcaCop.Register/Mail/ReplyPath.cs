using System.Text.RegularExpressions;
using JcaCop.Reading;

namespace JcaCop.Register.Mail;

/// <summary>Which letters of ours a mail answers, by the strongest evidence first: the letter's own reply address, then In-Reply-To and References (DESIGN, 3.4).</summary>
public static partial class ReplyPath
{
    private const int Most = 25;

    /// <summary>Message-IDs without angle brackets; whether they are ours, the outbox knows.</summary>
    public static IEnumerable<string> Letters(ReceivedMail mail) =>
        mail.To.Concat(mail.Cc).Take(Most).Select(address => Own().Match(address.Email)).Where(match => match.Success)
            .Select(match => $"{match.Groups["id"].Value}@{match.Groups["domain"].Value}".ToLowerInvariant())
            .Concat(mail.AnswersTo).Distinct(StringComparer.Ordinal).Take(Most);

    /// <summary><c>desk+r.ID@domain</c>, or <c>desk+r.ID.CODE@domain</c> where the letter asked a question; the id is that of the letter's Message-ID.</summary>
    [GeneratedRegex(@"\A[^+@]{1,64}\+r\.(?<id>[0-9a-f]{32})(?:\.[0-9a-z]{1,16})?@(?<domain>[^@]{1,255})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
