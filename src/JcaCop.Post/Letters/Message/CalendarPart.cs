namespace JcaCop.Post.Letters.Message;

/// <summary>
/// A meeting for the reader's calendar. It stands twice in the letter: as a third alternative with its method (RFC 6047, 2.4), where
/// Outlook and Gmail look for it and offer to answer, and as a file, which the others open.
/// </summary>
/// <param name="Method">RFC 5546: <c>REQUEST</c>, <c>PUBLISH</c> or <c>CANCEL</c>; the same as in the content.</param>
/// <param name="Content">UTF-8, RFC 5545.</param>
public sealed record CalendarPart(string Method, byte[] Content, string FileName = "invite.ics")
{
    /// <summary>Makes the content for a language (ISO 639-1); null where it is the same in all.</summary>
    public Func<string, byte[]>? ByLanguage { get; init; }

    /// <summary>The part as a letter in a language takes it along.</summary>
    public CalendarPart In(string language) => ByLanguage is null ? this : this with { Content = ByLanguage(language) };
}
