namespace JcaCop.Reading.Items;

/// <summary>The case in which a Russian verb has its object: "проводит международную конференцию".</summary>
internal static class RussianAccusative
{
    /// <returns>Null where it is like the nominative.</returns>
    public static string? Of(string noun) =>
        noun[^1] switch { 'а' => Adjectives(noun[..^1]) + "у", 'я' => Adjectives(noun[..^1]) + "ю", _ => null };

    private static string Adjectives(string words) => words.Replace("ая ", "ую ", StringComparison.Ordinal).Replace("яя ", "юю ", StringComparison.Ordinal);

    /// <summary>The register holds names, not forms of them.</summary>
    /// <param name="heads">Whether a word, as it stands, is a noun that may head the name.</param>
    public static string Undone(string name, Func<string, bool> heads)
    {
        var words = name.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].EndsWith("ую", StringComparison.Ordinal)) { words[i] = words[i][..^2] + "ая"; continue; }
            if (words[i].EndsWith("юю", StringComparison.Ordinal)) { words[i] = words[i][..^2] + "яя"; continue; }
            if (!heads(words[i])) break;
            if (words[i][^1] is 'у') words[i] = words[i][..^1] + "а";
            else if (words[i][^1] is 'ю') words[i] = words[i][..^1] + "я";
            break;
        }
        return string.Join(' ', words);
    }
}
