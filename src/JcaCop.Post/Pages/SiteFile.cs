namespace JcaCop.Post.Pages;

/// <summary>A file of the site.</summary>
/// <param name="Path">Below the site's folder, parted by <c>/</c>; made by the service: letters A to Z, digits, <c>-</c>, <c>_</c>, <c>.</c></param>
/// <param name="Content">Null where it is a copy.</param>
/// <param name="CopyOf">The file on disk that it is a copy of.</param>
public sealed record SiteFile(string Path, byte[]? Content, string? CopyOf = null);
