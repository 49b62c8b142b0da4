namespace JcaCop.Register.Entries.Calls;

/// <summary>The forms under which people cite a circular or letter: <c>TSB Circular 313</c>, <c>Circulaire TSB 313</c>, <c>313</c>; <c>DM-10/1008</c>.</summary>
public static class CallNumber
{
    /// <summary>All names under which a call of this number is found.</summary>
    public static IEnumerable<string> Forms(string number)
    {
        yield return number;
        if (Core(number) is not { } core) yield break;
        yield return core;
        // DM-10/1008 is cited as 10/1008 too.
        if (core.TrimStart([.. core.TakeWhile(c => !char.IsDigit(c))]) is { Length: > 0 } bare) yield return bare;
        if (Digits(core) is { } digits) yield return digits;
    }

    /// <summary>The part that tells one call from another, in whatever language the words around it are: the last word that holds a digit.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Core(string cited) =>
        cited.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(word => word.Any(char.IsDigit))?.Trim('.', ',', ';', ':', '(', ')', '№', '"', '«', '»', '第', '号', '通', '函');

    /// <summary>Whether the text cites a number that cannot be taken for anything else: <c>DM-10/1008</c>. A plain number proves nothing without its word: <c>Consultation 72</c> as it is on record.</summary>
    public static bool IsCited(string number, string text)
    {
        if (Core(number) is not { } core) return false;
        if (core.All(char.IsDigit))
        {
            if (!number.Any(char.IsLetter)) return false;
            core = string.Join(' ', number.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        for (var at = text.IndexOf(core, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(core, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + core.Length == text.Length || !char.IsLetterOrDigit(text[at + core.Length]))) return true;
        return false;
    }

    /// <summary>The only run of digits, without leading zeros: <c>BDT/008</c> is cited as 8. Null where there are several runs.</summary>
    private static string? Digits(string core)
    {
        var start = core.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var end = start;
        while (end < core.Length && char.IsAsciiDigit(core[end])) end++;
        return core.AsSpan(end).IndexOfAnyInRange('0', '9') >= 0 ? null : core[start..end].TrimStart('0') is { Length: > 0 } digits ? digits : null;
    }
}
