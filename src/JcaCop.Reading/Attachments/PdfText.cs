using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace JcaCop.Reading.Attachments;

/// <summary>Text of a PDF: words on one base line make a line, wide gaps become tabs. A scan holds none.</summary>
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
            Lines(page, text);
        }
        return text.Length == 0 ? AttachmentText.Failed("holds no text: perhaps a scan") : AttachmentText.Of(text.ToString());
    }

    private static void Lines(Page page, StringBuilder text)
    {
        var words = page.GetWords().Where(static w => !string.IsNullOrWhiteSpace(w.Text)).OrderByDescending(static w => w.BoundingBox.Bottom).ToList();
        for (var i = 0; i < words.Count;)
        {
            var line = new List<Word> { words[i] };
            var height = Math.Max(4, words[i].BoundingBox.Height);
            var bottom = words[i].BoundingBox.Bottom;
            for (i++; i < words.Count && bottom - words[i].BoundingBox.Bottom < height * 0.5; i++) line.Add(words[i]);
            line.Sort(static (a, b) => a.BoundingBox.Left.CompareTo(b.BoundingBox.Left));
            for (var w = 0; w < line.Count; w++)
            {
                if (w > 0)
                {
                    var gap = line[w].BoundingBox.Left - line[w - 1].BoundingBox.Right;
                    text.Append(gap > height * 1.8 ? '\t' : ' ');
                }
                text.Append(line[w].Text);
            }
            text.Append('\n');
        }
    }
}
