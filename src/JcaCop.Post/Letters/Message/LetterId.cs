using System.Security.Cryptography;

namespace JcaCop.Post.Letters.Message;

/// <summary>Names of letters. 128 random bits: nobody can name a letter that was not sent to them.</summary>
public static class LetterId
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Message-ID without angle brackets: the id at the domain of the group's address.</summary>
    public static string MessageId(string id, string groupAddress) => $"{id}{groupAddress[groupAddress.LastIndexOf('@')..].ToLowerInvariant()}";
}
