using JcaCop.Reading.Text;
using MimeKit;

namespace JcaCop.Reading.Attachments;

/// <summary>Names the parts that were sent beside the body, and opens those that can carry the answer, within limits.</summary>
public static class AttachmentReader
{
    public static IReadOnlyList<ReadAttachment> Read(MimeMessage mime) => [];
}
