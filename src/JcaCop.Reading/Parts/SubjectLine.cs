namespace JcaCop.Reading.Parts;

/// <summary>The subject of a mail without the prefixes that programs put before it.</summary>
public static class SubjectLine
{
    /// <summary>Drops "Re:", "Fwd:", "答复：" and their like, however many and with counters, and list tags in square brackets.</summary>
    public static string Bare(string subject)
    {
        var rest = subject.AsSpan().Trim();
        for (var changed = true; changed;)
        {
            changed = false;
            if (rest.Length > 2 && rest[0] == '[' && rest.IndexOf(']') is > 0 and < 30 and var close)
            {
                rest = rest[(close + 1)..].TrimStart();
                changed = true;
                continue;
            }
            var colon = rest.IndexOfAny(':', '：');
            if (colon is <= 0 or > 16) break;
            var prefix = rest[..colon].TrimEnd();
            var bracket = prefix.IndexOfAny('[', '(', '^');
            if (bracket > 0) prefix = prefix[..bracket];
            if (!IsPrefix(prefix)) break;
            rest = rest[(colon + 1)..].TrimStart();
            changed = true;
        }
        return rest.ToString();
    }

    private static bool IsPrefix(ReadOnlySpan<char> word)
    {
        foreach (var known in Prefixes)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] Prefixes = Lexicons.LexiconFile.Load<string[]>("references/prefixes");
}
