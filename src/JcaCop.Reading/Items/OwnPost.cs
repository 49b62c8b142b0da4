using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>A post in the organization that the item itself holds does not repeat it (SCHEMA): "Coordinator of the Trust" is a coordinator.</summary>
internal static class OwnPost
{
    private const int ShortestWord = 4;

    /// <summary>The post without the organization's name, its acronym or its noun at the end; the post itself where something else ends it.</summary>
    public static Found Bare(ItemContext context, Found post, string organization)
    {
        var named = Words(organization).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (end, noun) = (post.Start + post.Length, false);
        var text = context.Text;
        while (end > post.Start)
        {
            var start = end;
            while (start > post.Start && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '’' or '-')) start--;
            if (start == end) { end--; continue; }
            var word = text[start..end];
            var own = named.Contains(word);
            if (!own && context.Marked.At(Word.Connector, start) is not { } && !Demonstratives.Contains(word)) break;
            noun |= own && (word.Length >= ShortestWord && context.Marked.At(Word.Organization, start) is not null || organization.Contains('"' + word, StringComparison.Ordinal));
            end = start;
        }
        while (end > post.Start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not (')' or '.')) end--;
        if (!noun || end - post.Start < ShortestWord || !context.Marked.Any(Word.Post, post.Start, end)) return post;
        return post with { Value = Layout.MailLayout.Unwrap(text[post.Start..end]), Length = end - post.Start };
    }

    private static readonly HashSet<string> Demonstratives = new(LexiconFile.Phrases("nameStops").Select(entry => entry.Phrase), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string name) => name.Split([' ', ',', '(', ')', '"', '«', '»', '“', '”', '\''], StringSplitOptions.RemoveEmptyEntries);
}
