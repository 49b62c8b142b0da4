using System.Text;
using System.Xml;

namespace JcaCop.Reading.Attachments;

/// <summary>Text of a Word document (ISO/IEC 29500): paragraphs as lines, rows of tables as lines with tabs between the cells.</summary>
/// <remarks>Deleted, struck and hidden text, instructions of fields and the grey words of an empty form field are not what the sender says.</remarks>
internal static class DocxText
{
    public static AttachmentText Read(byte[] bytes) => Package.Read(bytes, static package =>
    {
        using var xml = package.Part("word/document.xml");
        return xml is null ? "" : Body(xml);
    });

    private static string Body(XmlReader xml)
    {
        var text = new StringBuilder();
        var row = 0;            // depth of rows: tables nest
        var cellHasText = false;
        var run = -1;           // where the run began, -1 outside
        var hidden = false;
        var fields = new Stack<(int Start, bool Prompt)>();
        xml.MoveToContent();
        while (!xml.EOF && text.Length <= ReadLimits.Text)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "Fallback" or "del" or "instrText" or "delText" or "moveFrom":
                        xml.Skip();
                        continue;
                    case "r" when !xml.IsEmptyElement:
                        run = text.Length;
                        hidden = false;
                        break;
                    case "vanish" or "strike" or "dstrike" when run >= 0:
                        hidden |= xml.GetAttribute("val", xml.NamespaceURI) is not ("0" or "false" or "off");
                        break;
                    case "sdt" when !xml.IsEmptyElement:
                        fields.Push((text.Length, false));
                        break;
                    case "showingPlcHdr" when fields.TryPop(out var field):
                        fields.Push((field.Start, true));
                        break;
                    case "t":
                        var words = xml.ReadElementContentAsString();
                        text.Append(words);
                        cellHasText |= words.Length > 0;
                        continue;
                    case "tab" when xml.Depth > 0:
                        text.Append(row > 0 ? ' ' : '\t');
                        break;
                    case "br" or "cr":
                        text.Append(row > 0 ? ' ' : '\n');
                        break;
                    case "noBreakHyphen":
                        text.Append('-');
                        break;
                    case "tr":
                        row++;
                        break;
                    case "tc":
                        cellHasText = false;
                        break;
                    case "p" when row > 0 && cellHasText && text.Length > 0 && text[^1] is not (' ' or '\t' or '\n'):
                        text.Append(' ');
                        break;
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                switch (xml.LocalName)
                {
                    case "r" when run >= 0:
                        if (hidden) text.Length = Math.Min(run, text.Length);
                        run = -1;
                        break;
                    case "sdt" when fields.TryPop(out var field):
                        if (field.Prompt) text.Length = Math.Min(field.Start, text.Length);
                        break;
                    case "p" when row == 0:
                        text.Append('\n');
                        break;
                    case "tc":
                        while (text.Length > 0 && text[^1] == ' ') text.Length--;
                        text.Append(row > 1 ? ' ' : '\t');
                        break;
                    case "tr":
                        row--;
                        while (text.Length > 0 && text[^1] is '\t' or ' ') text.Length--;
                        text.Append(row > 0 ? ' ' : '\n');
                        break;
                }
            }
            xml.Read();
        }
        return text.ToString();
    }
}
