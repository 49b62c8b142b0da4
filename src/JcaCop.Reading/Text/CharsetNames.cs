using System.Collections.Concurrent;
using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>Encodings by the names that mails use for them, wrong spellings included.</summary>
internal static class CharsetNames
{
    private static readonly ConcurrentDictionary<string, Encoding?> Known = new(StringComparer.OrdinalIgnoreCase);
    private const int MostNames = 500;

    public static Encoding Windows1252 { get; } = Page(1252);

    /// <summary>The encoding that a declared name stands for; null where the name says nothing (unknown, <c>x-unknown</c>, absent).</summary>
    /// <remarks>
    /// Some names are read wider than they say, as all browsers do (WHATWG Encoding Standard, 4.2): iso-8859-1 and us-ascii as
    /// windows-1252, gb2312 and gbk as gb18030.
    /// </remarks>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 40) return null;
        if (Known.TryGetValue(name, out var known)) return known;
        var plain = name.Trim(' ', '"', '\'', ';').ToLowerInvariant();
        var found = Resolve(plain) ?? Otherwise(plain);
        if (Known.Count < MostNames) Known[name] = found;
        return found;
    }

    public static Encoding Page(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

    private static Encoding? Resolve(string name) => name switch
    {
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => Encoding.UTF8,
        "us-ascii" or "ascii" or "ansi_x3.4-1968" or "iso646-us" => null,
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "iso-latin-1" or "cp1252" or "windows1252" or "win-1252" or "ansi" => Windows1252,
        "iso-8859-9" or "latin5" => Page(1254),
        "iso-8859-11" or "tis-620" => Page(874),
        "gb2312" or "gbk" or "x-gbk" or "gb18030" or "gb_2312-80" or "cp936" or "ms936" or "euc-cn" or "gb-2312" or "gb2312-80" or "chinesegb" => Page(54936),
        "big5" or "big5-hkscs" or "cn-big5" or "x-x-big5" or "cp950" or "chinesebig5" or "big-5" => Page(950),
        "ks_c_5601-1987" or "ks_c_5601" or "euc-kr" or "cp949" or "ksc5601" => Page(949),
        "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "cp932" or "ms932" => Page(932),
        "koi8r" or "koi8" => Page(20866),
        "cp866" or "ibm866" => Page(866),
        _ when name.StartsWith("x-cp", StringComparison.Ordinal) => ByNumber(name[4..]),
        _ when name.StartsWith("cp", StringComparison.Ordinal) => ByNumber(name[2..]),
        _ when name.StartsWith("windows-", StringComparison.Ordinal) => ByNumber(name[8..]),
        _ when name.StartsWith("windows", StringComparison.Ordinal) => ByNumber(name[7..]),
        _ when name.StartsWith("win-", StringComparison.Ordinal) => ByNumber(name[4..]),
        _ => ByName(name),
    };

    /// <summary>Names that libraries give to what they write: <c>iso8859_5</c>, <c>big5_tw</c>, <c>eucgb2312_cn</c>. What nobody knows says nothing against the name that it is joined to.</summary>
    private static Encoding? Otherwise(string name)
    {
        var dashed = name.Replace('_', '-');
        if (dashed.StartsWith("iso8859", StringComparison.Ordinal)) dashed = "iso-" + dashed[3..];
        if (dashed != name && Resolve(dashed) is { } found) return found;
        foreach (var inner in Inner)
            if (dashed.Contains(inner, StringComparison.Ordinal)) return Resolve(inner);
        var end = dashed.LastIndexOf('-');
        return end >= 4 ? Resolve(dashed[..end]) : null;
    }

    private static readonly string[] Inner = ["gb2312", "gb18030", "gbk", "big5", "ksc5601", "sjis", "koi8"];

    private static Encoding? ByNumber(string digits) => int.TryParse(digits, out var page) ? ByName("windows-" + page) ?? CodePage(page) : null;

    private static Encoding? CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    private static Encoding? ByName(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? name switch
    {
        "utf-16" or "unicode" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "utf-16le" => Encoding.Unicode,
        "utf-32" => Encoding.UTF32,
        _ => null,
    };
}
