using System.Globalization;
using System.Text;
using System.Xml;

namespace JcaCop.Reading.Attachments;

/// <summary>Text of an Excel workbook (ISO/IEC 29500): the visible sheets one below the other, rows as lines, cells parted by tabs.</summary>
internal static class XlsxText
{
    private const int MaxColumns = 200;

    public static AttachmentText Read(byte[] bytes) => Package.Read(bytes, static package =>
    {
        var shared = SharedStrings(package);
        var dates = DateStyles(package);
        var text = new StringBuilder();
        foreach (var sheet in VisibleSheets(package))
        {
            using var xml = package.Part(sheet);
            if (xml is null || text.Length > ReadLimits.Text) continue;
            if (text.Length > 0) text.Append('\n');
            Rows(xml, shared, dates, text);
        }
        return text.ToString();
    });

    private static void Rows(XmlReader xml, List<string> shared, HashSet<int> dates, StringBuilder text)
    {
        var column = 0;
        var rowStart = text.Length;
        while (xml.Read() && text.Length <= ReadLimits.Text)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                column = 0;
                rowStart = text.Length;
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row")
            {
                while (text.Length > rowStart && text[^1] == '\t') text.Length--;
                if (text.Length > rowStart) text.Append('\n');
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                var at = Math.Min(MaxColumns, Column(xml.GetAttribute("r")) ?? column);
                for (; column < at; column++) text.Append('\t');
                var type = xml.GetAttribute("t");
                var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : -1;
                text.Append(Cell(xml, type, style, shared, dates).Replace('\n', ' ').Replace('\t', ' ').Replace("\r", "", StringComparison.Ordinal).Trim()).Append('\t');
                column++;
            }
        }
    }

    private static string Cell(XmlReader xml, string? type, int style, List<string> shared, HashSet<int> dates)
    {
        if (xml.IsEmptyElement) return "";
        var value = new StringBuilder();
        var depth = xml.Depth;
        var inValue = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element) inValue = xml.LocalName is "v" or "t" && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement) inValue = false;
            else if (inValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) value.Append(xml.Value);
        }
        var raw = value.ToString();
        if (type == "s") return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
        if (type is null or "n" && dates.Contains(style) && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 1 and < 300_000)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return raw;
    }

    private static int? Column(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (c is not (>= 'A' and <= 'Z')) break;
            column = (column * 26) + c - 'A' + 1;
            if (column > MaxColumns) return MaxColumns;
        }
        return column > 0 ? column - 1 : null;
    }

    private static List<string> SharedStrings(Package package)
    {
        var strings = new List<string>();
        using var xml = package.Part("xl/sharedStrings.xml");
        if (xml is null) return strings;
        var current = new StringBuilder();
        var phonetic = false;
        var total = 0;
        while (xml.Read() && total <= ReadLimits.Text * 4)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") current.Clear();
            else if (xml.LocalName == "rPh") phonetic = xml.NodeType == XmlNodeType.Element;
            else if (!phonetic && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) current.Append(xml.Value);
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "si")
            {
                strings.Add(current.ToString());
                total += current.Length + 1;
            }
        }
        return strings;
    }

    /// <summary>Cell formats that show a number as a date.</summary>
    private static HashSet<int> DateStyles(Package package)
    {
        var dates = new HashSet<int>();
        using var xml = package.Part("xl/styles.xml");
        if (xml is null) return dates;
        var custom = new HashSet<int>();
        var inCells = false;
        var index = 0;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("numFmt" or "xf")) continue;
            if (!int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) id = -1;
            if (xml.LocalName == "numFmt")
            {
                if (xml.GetAttribute("formatCode") is { } code && code.AsSpan().IndexOfAny("yY") >= 0 && code.AsSpan().IndexOfAny("dDmM") >= 0) custom.Add(id);
            }
            else if (inCells)
            {
                if (id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || custom.Contains(id)) dates.Add(index);
                index++;
            }
        }
        return dates;
    }

    private static List<string> VisibleSheets(Package package)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var links = package.Part("xl/_rels/workbook.xml.rels"))
            while (links is not null && links.Read())
                if (links.NodeType == XmlNodeType.Element && links.LocalName == "Relationship" && links.GetAttribute("Id") is { } id && links.GetAttribute("Target") is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        var sheets = new List<string>();
        using (var book = package.Part("xl/workbook.xml"))
            while (book is not null && book.Read())
                if (book.NodeType == XmlNodeType.Element && book.LocalName == "sheet" && book.GetAttribute("state") is null or "visible"
                    && book.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } link && targets.TryGetValue(link, out var path))
                    sheets.Add(path);
        return sheets.Count > 0 ? sheets
            : [.. package.Names.Where(static n => n.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                    && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)];
    }
}
