using System.Buffers;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Sorting;

/// <summary>Reads who is away where that is not the writer: "Mr Hall is away until 20 August", from the mailbox of his office.</summary>
internal static class AbsentPerson
{
    /// <summary>How far before the word of absence the name may begin, in UTF-16 units.</summary>
    private const int Reach = 80;

    /// <summary>Words between the name and the word of absence: "is currently", "se encuentra". Two Han characters count as a word.</summary>
    private const int MostWords = 3;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".,;:!?()。，；：！？、؟،\n");

    /// <summary>Behind these the sentence speaks of somebody else than whom it named: "Ms Marsh replies while I am away".</summary>
    private static readonly HashSet<string> OtherSubjects = [.. LexiconFile.Words("grammar", "otherSubject").Select(Folding.Plain)];

    private static readonly string[] OtherHanSubjects = [.. OtherSubjects.Where(word => Folding.IsHan(word[0]))];

    /// <returns>The name without title; null where the mail names nobody as away, or its own sender.</returns>
    public static string? Name(MailSigns signs)
    {
        MarkedText? marked = null;
        foreach (var hit in signs.InText)
        {
            if (hit.Value != Sign.Away) continue;
            marked ??= new MarkedText(signs.Text);
            var from = Math.Max(0, hit.Start - Reach);
            var named = PersonNames.Find(marked, from, hit.Start) is [.., var titled] ? titled : PersonNames.BareBefore(marked, from, hit.Start);
            if (named is { } name && LeadsOn(signs.Text[name.End..hit.Start]) && !IsSender(signs.Mail, name.Value)) return name.Value;
        }
        return null;
    }

    /// <summary>Whether the name is how the sender is called, or stands in the sender's address.</summary>
    public static bool IsSender(ReceivedMail mail, string name) =>
        mail.Sender is { } sender && (sender.Name is { } own && (SameName.Is(own, name) || Shares(own, name)) || AddressAgreement.Person(name, sender.Email));

    /// <summary>A word of the name stands in how the sender is called.</summary>
    private static bool Shares(string own, string name) =>
        Folding.Plain(own).Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(Folding.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Any(word => word.Length > 2);

    private static bool LeadsOn(string between)
    {
        if (between.AsSpan().ContainsAny(Ends)) return false;
        var words = Folding.Plain(between).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Sum(word => Folding.IsHan(word[0]) ? (word.Length + 1) / 2 : 1) <= MostWords
            && !words.Any(OtherSubjects.Contains) && !OtherHanSubjects.Any(word => between.Contains(word, StringComparison.Ordinal));
    }
}
