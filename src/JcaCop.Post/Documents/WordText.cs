using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JcaCop.Post.Documents;

/// <summary>Runs of text in a document.</summary>
internal static class WordText
{
    public static Run Run(string text, WordHead head, bool bold = false) => new([.. Properties(head, bold), Plain(Clean(text))]);

    /// <summary>One run a line, with a break before each but the first.</summary>
    public static IEnumerable<Run> Lines(string text, WordHead head, bool bold = false) =>
        text.ReplaceLineEndings("\n").Split('\n').Select((line, i) =>
        {
            var run = Run(line, head, bold);
            if (i > 0) run.InsertBefore(new Break(), run.GetFirstChild<Text>());
            return run;
        });

    /// <summary>What XML 1.0 cannot hold falls out (section 2.2), and so do the characters that turn the direction of what follows; tabs and line ends become blanks.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())   // a lone surrogate comes out as U+FFFD
            if (rune.Value is '\t' or '\n' or '\r') clean.Append(' ');
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF or >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069)) clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static IEnumerable<OpenXmlElement> Properties(WordHead head, bool bold)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold(), new BoldComplexScript());
        if (head.RightToLeft) properties.Append(new RightToLeftText());
        return properties.HasChildren ? [properties] : [];
    }

    private static Text Plain(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
