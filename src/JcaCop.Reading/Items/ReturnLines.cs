using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"Return by fax to … or by e-mail to …": the last line of a form says where it goes, and whose number it names is nobody's who is put forward. It is blanked.</summary>
/// <remarks>As many characters stay as there were, so that offsets hold.</remarks>
internal static class ReturnLines
{
    private static readonly string[] Openings = [.. LexiconFile.Words("grammar", "returnForm")];

    /// <returns>The text itself where no such line is in it.</returns>
    public static string Blank(string text)
    {
        char[]? result = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (Says(text.AsSpan(start, end - start))) (result ??= text.ToCharArray()).AsSpan(start, end - start).Fill(' ');
            start = end + 1;
        }
        return result is null ? text : new string(result);
    }

    /// <summary>It begins with the words, and holds an address or a number.</summary>
    private static bool Says(ReadOnlySpan<char> line)
    {
        var words = line.TrimStart(" \t*•-–([（");
        foreach (var opening in Openings)
            if (words.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return line.Contains('@') || line.ContainsAnyInRange('0', '9');
        return false;
    }
}
