using JcaCop.Post.Letters;

namespace JcaCop.Post.Pages;

/// <summary>Addresses as they stand in links.</summary>
internal static class PageLinks
{
    /// <returns>Null where it is no address that mail programs would take.</returns>
    public static string? Mail(string? address) => address is not null && new LetterAddress(address, null).CanReceive ? "mailto:" + Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal) : null;
}
