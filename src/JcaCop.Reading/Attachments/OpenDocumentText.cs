using System.Globalization;
using System.Text;
using System.Xml;

namespace JcaCop.Reading.Attachments;

/// <summary>Text of LibreOffice documents and tables (ISO/IEC 26300): paragraphs and rows as lines, cells parted by tabs.</summary>
internal static class OpenDocumentText
{
    public static AttachmentText Read(byte[] bytes) => Package.Read(bytes, static package =>
    {
        using var xml = package.Part("content.xml");
        return xml is null ? "" : Body(xml);
    });

    private static string Body(XmlReader xml)
    {
        var text = new StringBuilder();
        var row = 0;
        xml.MoveToContent();
        while (!xml.EOF && text.Length <= ReadLimits.Text)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "tracked-changes" or "annotation" or "automatic-styles" or "forms":
                        xml.Skip();
                        continue;
                    case "tab":
                        text.Append(row > 0 ? ' ' : '\t');
                        break;
                    case "s":
                        text.Append(' ');
                        break;
                    case "line-break":
                        text.Append(row > 0 ? ' ' : '\n');
                        break;
                    case "table-row":
                        row++;
                        break;
                    case "table-cell" when xml.IsEmptyElement:
                        text.Append('\t', int.TryParse(xml.GetAttribute("number-columns-repeated", xml.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 40) : 1);
                        break;
                }
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(xml.Value.Replace('\n', ' '));
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                switch (xml.LocalName)
                {
                    case "p" or "h":
                        text.Append(row > 0 ? ' ' : '\n');
                        break;
                    case "table-cell":
                        while (text.Length > 0 && text[^1] == ' ') text.Length--;
                        text.Append('\t');
                        break;
                    case "table-row":
                        row--;
                        while (text.Length > 0 && text[^1] is '\t' or ' ') text.Length--;
                        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
                        break;
                }
            }
            xml.Read();
        }
        return text.ToString();
    }
}
