using System.Text.RegularExpressions;

namespace JcaCop.Reading.Sorting;

/// <summary>Tells which mails a machine's mail speaks of: those that a bounce returns, that an absence or a receipt answers.</summary>
public static partial class ReturnedMail
{
    private const int Most = 30;
    private const int SearchedText = 60_000;

    /// <summary>Message-IDs without angle brackets, the surest first: of the mail that is returned, of those that are answered, and any in the text, where a server returns no part of its own.</summary>
    public static IReadOnlyList<string> Ids(ReceivedMail mail)
    {
        var ids = new List<string?>();
        for (var returned = ReportParts.Returned(mail.Mime); returned is not null && ids.Count < 5; returned = ReportParts.Returned(returned)) ids.Add(returned.MessageId);
        ids.AddRange(mail.AnswersTo);
        var text = mail.Body.Text.Length > SearchedText ? mail.Body.Text[..SearchedText] : mail.Body.Text;
        ids.AddRange(MessageId().Matches(text).Select(match => match.Groups[1].Value));
        return [.. ids.OfType<string>().Where(id => id.Length is > 2 and < 400).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    [GeneratedRegex(@"Message-ID:\s*<?([^\s<>@]{1,200}@[^\s<>@]{1,200})>?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
