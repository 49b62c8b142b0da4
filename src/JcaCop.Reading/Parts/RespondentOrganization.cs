using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Tells the organization that a mail speaks for: under the text, as the sender's name, or where the text begins ("The Ministry of … presents").</summary>
internal static class RespondentOrganization
{
    public static string? Tell(ReceivedMail mail, MailAuthor author, string opening) =>
        Signed(author.Signature) ?? In(author.Name, 0.5) ?? In(opening.Length > 450 ? opening[..450] : opening, 0.8);

    /// <summary>The lowest line that names an organization: units stand above the house that they belong to.</summary>
    private static string? Signed(string signature)
    {
        string? last = null;
        foreach (var line in signature.Split('\n'))
            if (line.Length is > 3 and < 160 && !line.Contains('@', StringComparison.Ordinal) && In(line.Trim(), 0.5) is { } name) last = name;
        return last;
    }

    private static string? In(string text, double least)
    {
        if (text.Length < 3) return null;
        var marked = new MarkedText(text);
        Mention<string>? best = null;
        foreach (var name in OrganizationNames.Find(marked, 0, text.Length))
        {
            // the Union is whom the mail is written to
            if (name.Confidence < least || name.Value.Length < 4 || IsAddressee(name.Value)) continue;
            if (best is null || name.Confidence >= best.Value.Confidence && least < 0.8) best = name;
        }
        return best?.Value;
    }

    private static bool IsAddressee(string name)
    {
        var folded = Folding.Fold(name).Text;
        foreach (var union in BodyWords.Union)
            if (union.Length > 6 && folded.Contains(union, StringComparison.Ordinal)) return true;
        return folded.Contains("jca-cop", StringComparison.Ordinal) || folded.StartsWith("tsb", StringComparison.Ordinal);
    }
}
