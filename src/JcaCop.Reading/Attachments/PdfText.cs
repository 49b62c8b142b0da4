using System.Text;
using UglyToad.PdfPig;

namespace JcaCop.Reading.Attachments;

/// <summary>Text of a PDF, as <see cref="PdfLines"/> lays out each page. A scan holds none.</summary>
internal static class PdfText
{
    public static AttachmentText Read(byte[] bytes)
    {
        // PdfPig has no way to be stopped, and a file can be made that keeps it busy for hours: it works aside and is left alone when late.
        using var stop = new CancellationTokenSource(ReadLimits.PdfTime);
        var token = stop.Token;
        var work = Task.Run(() => Extract(bytes, token), CancellationToken.None);
        try
        {
            return work.Wait(ReadLimits.PdfTime + TimeSpan.FromSeconds(1)) ? work.Result : AttachmentText.Failed("takes too long to read");
        }
        catch (AggregateException e)
        {
            return AttachmentText.Failed($"damaged: {e.InnerException?.Message}");
        }
    }

    private static AttachmentText Extract(byte[] bytes, CancellationToken stop)
    {
        using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var text = new StringBuilder();
        for (var number = 1; number <= Math.Min(document.NumberOfPages, ReadLimits.PdfPages); number++)
        {
            if (stop.IsCancellationRequested) return AttachmentText.Failed("takes too long to read");
            var page = document.GetPage(number);
            if (page.Letters.Count > ReadLimits.PdfLetters || text.Length > ReadLimits.Text) break;
            PdfLines.Write(page, text);
        }
        return text.Length == 0 ? AttachmentText.Failed("holds no text: perhaps a scan") : AttachmentText.Of(text.ToString());
    }
}
