using System.Text;

namespace JcaCop.Register.Trust;

/// <summary>One method's result (RFC 8601, 2.2: resinfo).</summary>
/// <param name="Method">Lower case, without version: <c>dmarc</c>.</param>
/// <param name="Result">Lower case: <c>pass</c>.</param>
/// <param name="Properties">By <c>ptype.property</c> in lower case; values as written, comments and quotes taken away.</param>
public sealed record MethodResult(string Method, string Result, IReadOnlyDictionary<string, string> Properties)
{
    public string? Property(string name) => Properties.GetValueOrDefault(name);
}

/// <summary>What a mail server says about who sent a mail: one <c>Authentication-Results</c> field (RFC 8601).</summary>
/// <param name="Server">Its authserv-id (2.5), without version.</param>
public sealed record AuthenticationResults(string Server, IReadOnlyList<MethodResult> Results)
{
    /// <summary>More than any server writes; a hostile field ends here.</summary>
    private const int MostResults = 40;

    /// <summary>Longer fields are no server's.</summary>
    private const int Longest = 16_000;

    public IEnumerable<MethodResult> Of(string method) => Results.Where(result => result.Method == method);

    /// <summary>Reads an unfolded field. Whatever does not follow the grammar counts for nothing: a result that cannot be read is no result.</summary>
    /// <returns>Null where the field names no server.</returns>
    public static AuthenticationResults? Parse(string? field)
    {
        if (field is null || field.Length > Longest || WithoutComments(field) is not { } bare) return null;
        var parts = Split(bare, ';');
        var head = Words(parts[0]);
        // The id, and a version behind it where there is one.
        if (head.Count is 0 or > 2 || head[0].Contains('=', StringComparison.Ordinal) || (head.Count == 2 && !head[1].All(char.IsAsciiDigit))) return null;
        return new AuthenticationResults(Unquoted(head[0]), [.. parts.Skip(1).Take(MostResults).Select(ResultOf).OfType<MethodResult>()]);
    }

    private static MethodResult? ResultOf(string part)
    {
        var words = Words(part);
        var (method, result) = words.Count > 0 ? Pair(words[0]) : (null, "");
        if (method is null) return null;
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in words.Skip(1).Select(Pair))
        {
            // Said twice, a property says nothing.
            if (name is not null && !properties.TryAdd(name, value)) properties[name] = "";
        }
        return new MethodResult(method.Split('/')[0], result.ToLowerInvariant(), properties);
    }

    private static (string? Name, string Value) Pair(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 ? (null, "") : (word[..equals].ToLowerInvariant(), Unquoted(word[(equals + 1)..]));
    }

    /// <summary>Words parted by blanks; blanks around "=" join, as the grammar allows; quoted words stay whole.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var joins = false;
        foreach (var word in Split(text.Replace('\t', ' '), ' ').Where(word => word.Length > 0))
        {
            if (words.Count > 0 && (joins || word[0] == '=')) words[^1] += word;
            else words.Add(word);
            joins = words[^1].EndsWith('=') && !words[^1].StartsWith('=');
        }
        return words;
    }

    private static List<string> Split(string text, char at)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted && i + 1 < text.Length) part.Append(text[i++]).Append(text[i]);
            else if (text[i] == at && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                if (text[i] == '"') quoted = !quoted;
                part.Append(text[i]);
            }
        }
        parts.Add(part.ToString());
        return parts;
    }

    /// <summary>Comments nest (RFC 5322, 3.2.2), and may hold anything, a "dmarc=pass" too.</summary>
    /// <returns>Null where a comment or quotation does not end: then nothing after it can be told from it.</returns>
    private static string? WithoutComments(string text)
    {
        var bare = new StringBuilder(text.Length);
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && (quoted || depth > 0) && i + 1 < text.Length)
            {
                if (depth == 0) bare.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (c == '"' && depth == 0)
            {
                quoted = !quoted;
                bare.Append(c);
            }
            else if (c == '(' && !quoted) depth++;
            else if (c == ')' && !quoted && depth > 0)
            {
                if (--depth == 0) bare.Append(' ');
            }
            else if (depth == 0) bare.Append(c is '\r' or '\n' ? ' ' : c);
        }
        return depth == 0 && !quoted ? bare.ToString() : null;
    }

    private static string Unquoted(string word) =>
        word is ['"', .., '"'] && word.Length >= 2 ? word[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : word;
}
