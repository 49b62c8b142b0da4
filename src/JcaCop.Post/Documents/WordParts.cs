using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JcaCop.Post.Documents;

/// <summary>The parts of the file beside its text: styles, bullets, head and foot of the page.</summary>
internal static class WordParts
{
    public const int BulletNumbering = 1;

    public static void Add(MainDocumentPart main, WordHead head)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(head);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                new Level(
                    new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "454", Hanging = "284" })) { LevelIndex = 0 }) { AbstractNumberId = 0 },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletNumbering });
        // Without it Word opens the file in the mode of its 2007 version.
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
        }));
    }

    public static SectionProperties Section(MainDocumentPart main, WordHead head)
    {
        var section = new SectionProperties();
        if (head.Header is { } top)
        {
            var part = main.AddNewPart<HeaderPart>();
            part.Header = new Header(Line(WordText.Run(top, head), head, JustificationValues.End));
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
        }
        var foot = main.AddNewPart<FooterPart>();
        var line = Line(WordText.Run(string.Concat(head.Footer is { } text ? text + "  ·  " : "", head.PageWord is { } page ? page + " " : ""), head), head, JustificationValues.Center);
        line.Append(new SimpleField(WordText.Run("1", head)) { Instruction = " PAGE " }, WordText.Run(" / ", head), new SimpleField(WordText.Run("1", head)) { Instruction = " NUMPAGES " });
        foot.Footer = new Footer(line);
        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) });
        section.Append(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
        if (head.RightToLeft) section.Append(new BiDi());
        return section;
    }

    private static Paragraph Line(Run run, WordHead head, JustificationValues where)
    {
        var properties = new ParagraphProperties();
        if (head.RightToLeft) properties.Append(new BiDi());
        properties.Append(new SpacingBetweenLines { After = "0" }, new Justification { Val = where });
        return new Paragraph(properties, run);
    }
}
