using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Sorting;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Parts;

/// <summary>Tells whom a mail speaks for, from the text, the signature and the sender's domain.</summary>
/// <remarks>
/// A group of the Union or an international body has no country. A body is told for liaison statements, and where an officer of
/// a group writes for it; never for a ministry or an organization that only takes part in one.
/// </remarks>
public static class RespondentReader
{
    /// <summary>How much of a long text is looked at: whoever speaks says so at the beginning.</summary>
    private const int Opening = 900;

    private const int MissionOpening = 500;

    public static Respondent? Tell(ReceivedMail mail, Finding sort, string language)
    {
        if (sort.Kind is not (MailKind.Human or MailKind.AutoReply or MailKind.Receipt)) return null;
        var author = MailAuthor.Of(mail);
        var opening = Head(mail.Body.Readable, Opening);
        var folded = Folding.Fold(opening);
        var body = sort.Kind == MailKind.Human ? SenderBody.Tell(mail, author, opening, folded) : null;
        var country = body is null ? Country(mail, author, opening, folded, language) : BodyWords.National.GetValueOrDefault(body);
        var organization = sort.Kind == MailKind.Human ? RespondentOrganization.Tell(mail, author, opening) : null;
        return country is null && body is null && organization is null ? null : new Respondent(country, organization, body);
    }

    private static string? Country(ReceivedMail mail, MailAuthor author, string opening, FoldedText folded, string language)
    {
        // 蒙古丽: the characters of a person's name name no country
        var person = IsHanPerson(author.Name);
        var signed = person ? author.Signature.Replace(author.Name, new string(' ', author.Name.Length), StringComparison.Ordinal) : author.Signature;
        var signature = Folding.Fold(signed);
        var vote = new CountryVote { Mission = IsMission(Folding.Fold(author.Name), author.Name.Length) || IsMission(folded, MissionOpening) || IsMission(signature, author.Signature.Length) };
        vote.Domain(author.Domain);
        if (author.PassedOnBy.Length > 0 && CountryOrigin.OfDomain(author.PassedOnBy) is { Confidence: >= 0.8 } passed) vote.Add(passed.Country, 2.5);
        if (!person) vote.Names(author.Name, 2.5, 4);
        vote.Names(mail.Subject, 1.2, 2);
        vote.Names(signed, signature, vote.Mission ? 0.4 : 2.5, 3.5);
        vote.Cities(signed, signature);
        foreach (var line in author.Signature.Split('\n'))
            if (line.Contains('+', StringComparison.Ordinal) || line.Contains("00", StringComparison.Ordinal))
                foreach (var phone in Numbers(line)) vote.Phone(phone);
        vote.Names(opening, folded, 0.8, 3);
        foreach (var site in Websites.Find(opening).Take(3))
            if (CountryOrigin.OfDomain(Host(site.Value)) is { Confidence: >= 0.8 } of) vote.Add(of.Country, 0.6);
        // what we wrote to them and they quote names their country, where nothing else does
        if (vote.Leading is null) vote.Names(Folding.Head(mail.Body.Text, 4000), 0.8, 0.8);
        if (vote.Leading is null)
            foreach (var attachment in mail.Attachments) if (attachment.Text is { Length: > 0 } form) vote.Names(Folding.Head(form, 600), 0.8, 0.8);
        if (vote.Leading is null && CountryOrigin.OfInitials(author.Signature) is { } initials) vote.Add(initials, 0.8);
        if (vote.Leading is null && language is "zh" && CountryOrigin.HasChineseNumber(mail.Body.Readable + author.Signature)) vote.Add("CN", 0.8);
        return vote.Winner;
    }

    private static bool IsHanPerson(string name) => name.Length is 2 or 3 && name.All(Folding.IsHan) && !(Countries.Find(name) is [{ Start: 0 } whole] && whole.End == name.Length);

    private static string Host(string site)
    {
        var start = site.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = site.IndexOf('/', start);
        return (end < 0 ? site[start..] : site[start..end]).ToLowerInvariant();
    }

    /// <summary>A mission speaks in the first part of the text.</summary>
    private static bool IsMission(FoldedText text, int most) =>
        RespondentWords.Index.FindAll(text).Exists(word => word.Value == RespondentWord.Mission && word.End <= most);

    private static IEnumerable<string> Numbers(string line)
    {
        for (var at = line.IndexOf('+', StringComparison.Ordinal); at >= 0; at = line.IndexOf('+', at + 1))
            yield return line[at..Math.Min(line.Length, at + 16)];
        var zeros = line.IndexOf("00", StringComparison.Ordinal);
        if (zeros >= 0 && (zeros == 0 || !char.IsLetterOrDigit(line[zeros - 1])) && line.Length > zeros + 6) yield return line[zeros..Math.Min(line.Length, zeros + 16)];
    }

    /// <summary>The first part of a text without the blanked passages before it.</summary>
    internal static string Head(string text, int length)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        return Folding.Cut(text, start, Math.Min(length, text.Length - start));
    }
}
