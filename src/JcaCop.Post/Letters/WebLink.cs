using System.Diagnostics.CodeAnalysis;

namespace JcaCop.Post.Letters;

/// <summary>
/// An address that readers may open: of the group's pages, documents or meeting rooms. Never one from a mail, and never one that decides
/// something: scanners open links. What is no plain http or https address is shown as text.
/// </summary>
public sealed record WebLink(string Address)
{
    [SuppressMessage("Usage", "CA2225", Justification = "Letters are filled with strings; a link is read by templates alone.")]
    [return: NotNullIfNotNull(nameof(address))]
    public static implicit operator WebLink?(string? address) => address is null ? null : new WebLink(address);

    /// <summary>As it stands in the <c>href</c>; null where it must not be one.</summary>
    internal string? Target => Uri.TryCreate(Address, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http") && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;
}
