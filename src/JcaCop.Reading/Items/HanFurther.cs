using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Words of Chinese that join what else has changed: 另外地址, 此外电话.</summary>
internal static class HanFurther
{
    private static readonly IReadOnlyList<string> Leads = LexiconFile.Words("grammar", "beforeFurtherHan");

    /// <summary>The words without such a lead.</summary>
    public static string Behind(string words)
    {
        foreach (var lead in Leads) if (words.Length > lead.Length && words.StartsWith(lead, StringComparison.Ordinal)) return words[lead.Length..];
        return words;
    }
}
