using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>An article before a name or title is none of it.</summary>
internal static class LeadingArticle
{
    private static readonly string[] Articles = [.. LexiconFile.Words("grammar", "article")];

    /// <returns>How many UTF-16 units an article takes at the offset, its blank included; 0 where none stands there.</returns>
    public static int Length(string text, int at)
    {
        foreach (var article in Articles) if (text.AsSpan(at).StartsWith(article, StringComparison.OrdinalIgnoreCase)) return article.Length;
        return 0;
    }
}
