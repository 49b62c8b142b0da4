using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JcaCop.Post.Documents;

/// <summary>The styles of our documents, under the names by which Word and LibreOffice know them.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Point = "ListBullet";
    public const string InTable = "TableText";
    public const string Grid = "TableGrid";

    private const string Latin = "Times New Roman";

    private static readonly (string Size, string Before, string After)[] Levels = [("28", "360", "120"), ("24", "280", "80"), ("22", "200", "60")];

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{Math.Clamp(level, 1, Levels.Length)}");

    public static Styles All(WordHead head)
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Latin, HighAnsi = Latin, ComplexScript = Latin, EastAsia = "SimSun" }, new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "24" },
                new Languages { Val = head.Language is "ar" or "zh" ? "en" : head.Language, EastAsia = "zh-CN", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "120", Line = "259", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        styles.Append(Paragraph(Title, "Title",
            new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120", After = "240" },
                new Justification { Val = JustificationValues.Center }),
            "32", bold: true));
        for (var level = 1; level <= Levels.Length; level++)
        {
            var (size, before, after) = Levels[level - 1];
            styles.Append(Paragraph(Heading(level), string.Create(CultureInfo.InvariantCulture, $"heading {level}"),
                new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = before, After = after }, new OutlineLevel { Val = level - 1 }), size, bold: true));
        }
        styles.Append(Paragraph(Point, "List Bullet", new StyleParagraphProperties(
            new NumberingProperties(new NumberingId { Val = WordParts.BulletNumbering }), new SpacingBetweenLines { After = "60" }), null, bold: false));
        styles.Append(Paragraph(InTable, "Table Text", new StyleParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }), "20", bold: false));
        styles.Append(new Style(
            new StyleName { Val = "Table Grid" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4, Color = "808080" }, new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "808080" },
                    new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "808080" }, new RightBorder { Val = BorderValues.Single, Size = 4, Color = "808080" },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "808080" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "808080" }),
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = Grid });
        return styles;
    }

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, string? size, bool bold)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = id };
        style.Append(new NextParagraphStyle { Val = id is Point or InTable ? id : "Normal" }, new PrimaryStyle(), paragraph);
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold(), new BoldComplexScript());
        if (size is not null) run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        if (run.HasChildren) style.Append(run);
        return style;
    }
}
