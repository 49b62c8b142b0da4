using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Tells the organization that a mail speaks for: under the text, as the sender's name, or where the text begins ("The Ministry of … presents").</summary>
/// <remarks>A department or registry speaks for its house; it counts only where nothing names the house.</remarks>
internal static class RespondentOrganization
{
    private const int Opening = 450;

    public static string? Tell(ReceivedMail mail, MailAuthor author, string opening)
    {
        var signed = Signed(author.Signature);
        if (signed is not null && !Units.IsUnit(signed)) return signed;
        var named = In(author.Name, 0.5);
        if (named is not null && !Units.IsUnit(named)) return named;
        var opened = In(Folding.Head(opening, Opening), 0.8);
        if (opened is not null && !Units.IsUnit(opened)) return opened;
        return signed ?? named ?? opened;
    }

    /// <summary>The lowest line that names an organization: units stand above the house that they belong to.</summary>
    private static string? Signed(string signature)
    {
        string? last = null;
        foreach (var line in signature.Split('\n'))
        {
            if (line.Length is <= 3 or >= 160 || line.Contains('@', StringComparison.Ordinal)) continue;
            var marked = new MarkedText(line.Trim());
            if ((In(marked, 0.5) ?? Company(marked)) is { } name && (last is null || Units.IsUnit(last) || !Units.IsUnit(name))) last = name;
        }
        return last;
    }

    private static string? In(string text, double least) => In(new MarkedText(text), least);

    private static string? In(MarkedText marked, double least)
    {
        var text = marked.Text;
        if (text.Length < 3) return null;
        Mention<string>? best = null;
        foreach (var name in OrganizationNames.Find(marked, 0, text.Length))
        {
            // the Union is whom the mail is written to
            if (name.Confidence < least || name.Value.Length < 4 || IsAddressee(name.Value) || IsPost(marked, name)) continue;
            if (least >= 0.8 && PutForward(marked, name.Start)) continue;
            if (best is null || Units.IsUnit(best.Value.Value) || name.Confidence >= best.Value.Confidence && least < 0.8 && !Units.IsUnit(name.Value)) best = name;
        }
        return best is null ? null : Units.House(best.Value.Value) ?? best.Value.Value;
    }

    /// <summary>"The Department proposes: X": whoever stands behind the verb does not write.</summary>
    private static bool PutForward(MarkedText marked, int name)
    {
        foreach (var verb in marked.Within(Word.Nominate, Math.Max(0, name - 60), name))
            if (verb.Length > 3 && marked.Text.AsSpan(verb.End, name - verb.End).Contains(':') && marked.Text.AsSpan(verb.End, name - verb.End).IndexOf(". ") < 0) return true;
        return false;
    }

    /// <summary>A post that holds the noun of an organization: "network engineer". Where that noun comes first it is the organization's.</summary>
    public static bool IsPost(MarkedText marked, Mention<string> name) =>
        Posts.Head(marked, name.Start, name.End) == PostHead.Post && marked.At(Word.Organization, name.Start) is null;

    /// <summary>A line that ends in a legal form is a company's name.</summary>
    private static string? Company(MarkedText marked)
    {
        var line = marked.Text;
        foreach (var form in marked.Within(Word.LegalForm, 1, line.Length))
            if (form.End >= line.TrimEnd('.', ' ').Length && char.IsUpper(line[form.Start]) && char.IsUpper(line[0]) && line.Length < 80 && line[form.Start - 1] is ' ' or ',') return line;
        return null;
    }

    /// <summary>The Union and its secretariat, to whom the mail is written.</summary>
    public static bool IsAddressee(string name)
    {
        var folded = Folding.Plain(name);
        foreach (var union in BodyWords.Union)
            if (union.Length > 6 && folded.Contains(union, StringComparison.Ordinal)) return true;
        return folded.Contains("jca-cop", StringComparison.Ordinal) || folded.StartsWith("tsb", StringComparison.Ordinal) || Bodies.Find(name) is [var body, ..] && body.Length * 10 >= name.Length * 7;
    }
}
