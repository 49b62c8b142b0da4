using MimeKit;

namespace JcaCop.Reading.Text;

/// <summary>MIME to visible text, and the cuts in it.</summary>
public static class BodyReader
{
    public static MailBody Read(MimeMessage mime)
    {
        var text = (mime.TextBody ?? mime.HtmlBody ?? "").ReplaceLineEndings("\n");
        return new MailBody(text, [new BodyPassage(PassageKind.New, 0, text.Length)], text.Trim(), null, false) { Readable = text };
    }
}
