using System.Buffers;

namespace JcaCop.Post.Letters;

/// <summary>Who gets a letter.</summary>
/// <param name="Email">One plain address.</param>
/// <param name="Language">ISO 639-1; null or none of the six means the one that the group writes in.</param>
/// <param name="Name">For the <c>To</c> field; null where it is not known.</param>
public sealed record LetterAddress(string Email, string? Language = null, string? Name = null)
{
    /// <summary>What an address must not hold to stand in our headers as it is: quoting, comments, literals and lists need none of our letters.</summary>
    private static readonly SearchValues<char> Specials = SearchValues.Create("<>()\",;:\\[]");

    /// <summary>One plain address that SMTP without SMTPUTF8 can carry, and nothing that could run on into another header field.</summary>
    public bool CanReceive =>
        Email.Length is > 2 and <= 254 && !Email.AsSpan().ContainsAnyExceptInRange('!', '~') && !Email.AsSpan().ContainsAny(Specials)
        && Email.IndexOf('@') is > 0 and var at && at == Email.LastIndexOf('@') && at < Email.Length - 1;
}
