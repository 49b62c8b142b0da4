namespace JcaCop.Reading.Attachments;

/// <summary>What was got out of an attachment: text, or the reason why there is none. A text that was cut off has both.</summary>
/// <param name="Text">Lines end in LF, rows of tables are lines, cells are parted by tabs.</param>
internal readonly record struct AttachmentText(string? Text, string? Problem)
{
    private const string Cut = "long: only its beginning was read";

    /// <summary>The same with at most so many UTF-16 units.</summary>
    public AttachmentText Within(int units) =>
        Text is null || Text.Length <= units ? this : units <= 0 ? Failed("too much text beside it: not read") : new(Text[..units], Cut);

    public static AttachmentText Of(string text) =>
        text.Length > ReadLimits.Text ? new(text[..ReadLimits.Text], Cut)
        : string.IsNullOrWhiteSpace(text) ? new(null, "holds no text") : new(text, null);

    public static AttachmentText Failed(string why) => new(null, why);
}
