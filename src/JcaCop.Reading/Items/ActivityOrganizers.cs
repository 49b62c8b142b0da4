using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Gives an organizer that is named in short, or by reference, the full form that text or signature gives.</summary>
internal static partial class ActivityOrganizers
{
    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(",.;:()\n\"");

    /// <returns>Null for "our" and "we" alone.</returns>
    public static string? Whole(ItemContext context, string? name)
    {
        if (name is null || name.AsSpan().Trim(" .,:;-–()").Length < 2) return null;
        if (ActivitySmallWords.IsOurs(name)) return null;
        if (Leading.Contains(name.AsSpan(0, Math.Max(0, name.IndexOf(' ')))))
        {
            if (BehindArticle().Match(name) is not { Success: true } article) return null; // "También se" organizes nothing
            name = name[(article.Index + article.Length)..];
            if (!name.Contains(' ', StringComparison.Ordinal)) return context.Respondent?.Organization is { } house && house.Contains(name, StringComparison.OrdinalIgnoreCase) ? house : null;
        }
        foreach (var small in ActivitySmallWords.Genitives) if (name.StartsWith(small, StringComparison.OrdinalIgnoreCase) && name.Length > small.Length + 2) { name = name[small.Length..]; break; }
        var pointer = ActivitySmallWords.Pointing(name);
        if (pointer > 0 || name.Split(' ').Length == 1 && char.IsUpper(name[0]) && name.Length > 3) return Longer(context, name[pointer..]) ?? (pointer == 0 ? name : null);
        return name;
    }

    /// <summary>"Este año el Ministerio": what begins the sentence is no part of who acts.</summary>
    private static readonly Lexicons.WordSet Leading = Lexicons.LexiconFile.Set("grammar", "sentenceAdverb");

    [System.Text.RegularExpressions.GeneratedRegex(@" (?:el|la|los|las|the|le|les) (?=\p{Lu})")]
    private static partial System.Text.RegularExpressions.Regex BehindArticle();

    /// <summary>The longest name in text or signature that begins with, or holds, the short one.</summary>
    private static string? Longer(ItemContext context, string word)
    {
        if (context.Respondent?.Organization is { } own && own.Contains(word, StringComparison.OrdinalIgnoreCase)) return own;
        foreach (var named in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (named.Length > word.Length && named.Length < 90
                    && (named.Value.EndsWith(" " + word, StringComparison.Ordinal) || named.Value.StartsWith(word + " ", StringComparison.Ordinal)))
                return MailLayout.Unwrap(named.Value);
        foreach (var text in new[] { context.Text, context.Mail.Body.Signature ?? "" })
            foreach (var joint in (string[])[" de ", " of ", " du ", " for ", " "])
            {
                var at = text.IndexOf(word + joint, StringComparison.OrdinalIgnoreCase);
                while (at >= 0)
                {
                    var end = at + word.Length;
                    if (joint == " " && !(end + 1 < text.Length && char.IsUpper(text[end + 1]))) { at = text.IndexOf(word + joint, at + 1, StringComparison.OrdinalIgnoreCase); continue; }
                    var stop = text.AsSpan(end).IndexOfAny(NameEnds);
                    var candidate = text.Substring(at, word.Length + (stop < 0 ? Math.Min(60, text.Length - end) : stop));
                    var words = candidate.Split(' ');
                    var last = Array.FindLastIndex(words, part => part.Length > 0 && char.IsUpper(part[0]));
                    if (last >= 1 && words.Length <= 9 && char.IsUpper(candidate[0])) return string.Join(' ', words[..(last + 1)]);
                    at = text.IndexOf(word + joint, at + 1, StringComparison.OrdinalIgnoreCase);
                }
            }
        return null;
    }
}
