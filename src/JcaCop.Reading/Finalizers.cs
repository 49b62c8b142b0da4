using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace JcaCop.Reading;

/// <summary>Takes the finalizers off a parsed mail.</summary>
/// <remarks>
/// MimeKit has them for contents that lie in files. A mail that was read into memory holds nothing that a finalizer could give back, but each
/// would carry the whole message through a collection: a third of the time of reading went into that.
/// </remarks>
[SuppressMessage("Usage", "CA1816", Justification = "The objects are another's, and cannot call it before they are disposed of.")]
internal static class Finalizers
{
    public static MimeMessage TakeOff(MimeMessage mime)
    {
        GC.SuppressFinalize(mime);
        if (mime.Body is { } body) TakeOff(body);
        return mime;
    }

    private static void TakeOff(MimeEntity entity)
    {
        GC.SuppressFinalize(entity);
        switch (entity)
        {
            case Multipart parts:
                foreach (var part in parts) TakeOff(part);
                break;
            case MessagePart { Message: { } message }:
                TakeOff(message);
                break;
            case MimePart { Content: { } content }:
                GC.SuppressFinalize(content);
                break;
        }
    }
}
