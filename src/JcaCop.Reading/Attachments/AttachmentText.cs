namespace JcaCop.Reading.Attachments;

/// <summary>What was got out of an attachment: text, or the reason why there is none. A text that was cut off has both.</summary>
/// <param name="Text">Lines end in LF, rows of tables are lines, cells are parted by tabs.</param>
internal readonly record struct AttachmentText(string? Text, string? Problem)
{
    public static AttachmentText Of(string text) =>
        text.Length > ReadLimits.Text ? new(text[..ReadLimits.Text], "long: only its beginning was read")
        : string.IsNullOrWhiteSpace(text) ? new(null, "holds no text") : new(text, null);

    public static AttachmentText Failed(string why) => new(null, why);
}
