using System.Diagnostics.CodeAnalysis;

namespace JcaCop.Register.Stores;

/// <summary>Cuts text to what a column of SQL Server holds, on both databases alike: a hostile header must not stop a mail.</summary>
internal static class Texts
{
    public const int Key = 400;
    public const int Line = 1000;
    public const int Short = 200;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    /// <summary>Addresses compare without case (RFC 5321, 2.4: the local part might not, but nobody keeps two that differ only in case).</summary>
    public static string FoldAddress(string address) => Cut(address.Trim().ToLowerInvariant(), Key);
}
