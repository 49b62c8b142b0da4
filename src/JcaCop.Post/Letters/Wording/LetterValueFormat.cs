using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace JcaCop.Post.Letters.Wording;

/// <summary>Writes the values of a letter wherever a template binds one: encoded for its form, and isolated so that their direction touches nothing around them.</summary>
internal sealed partial class LetterValueFormat(bool html, bool rightToLeft, bool page) : IFormatter, IFormatterProvider
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const int Squares = 10;
    private const int LongestCode = 12;
    private const int LongestPhone = 20;

    public bool TryCreateFormatter(Type type, out IFormatter formatter)
    {
        formatter = this;
        return type == typeof(LetterValue) || type == typeof(ProseValue) || type == typeof(LinkValue) || type == typeof(Bar) || type == typeof(BareText);
    }

    public void Format<T>(T value, in EncodedTextWriter writer)
    {
        switch (value)
        {
            case LetterValue text:
                Write(text, writer);
                break;
            case ProseValue prose:
                Write(prose, writer);
                break;
            case BareText bare:
                writer.Write(bare.Text, html);
                break;
            case LinkValue { Target: { } target } link when html:
                writer.Write("<a class=\"blue\" dir=\"ltr\" style=\"color:#0b4f86\" href=\"", false);
                writer.Write(target, true);
                writer.Write("\">", false);
                WriteBreaking(link.Text.Text, writer);
                writer.Write("</a>", false);
                break;
            case LinkValue link:
                Write(link.Text, writer);
                break;
            case Bar bar when html:
                writer.Write(bar.Percent.ToString(CultureInfo.InvariantCulture), false);
                break;
            case Bar bar:
                // Something is never shown as nothing, and not quite all never as all.
                var full = bar.Percent is 0 or 100 ? bar.Percent * Squares / 100 : Math.Clamp(bar.Percent * Squares / 100, 1, Squares - 1);
                writer.Write(new string('■', full) + new string('□', Squares - full), false);
                break;
        }
    }

    private void Write(LetterValue text, in EncodedTextWriter writer)
    {
        if (!(rightToLeft ? text.HoldsLeftToRight() : text.HoldsRightToLeft()))
        {
            if (html) WriteWhole(text.Text, writer);
            else writer.Write(text.Text, false);
        }
        else if (html)
        {
            // dir is written beside bdi because some clients know the attribute and not the element.
            writer.Write(text.RightToLeft ? "<bdi dir=\"rtl\">" : "<bdi dir=\"ltr\">", false);
            WriteWhole(text.Text, writer);
            writer.Write("</bdi>", false);
        }
        else
        {
            writer.Write($"{FirstStrongIsolate}{text.Text}{PopIsolate}", false);
        }
    }

    /// <summary>A code or number with hyphens stays on one line: who types it from a phone must see it whole. A longer one may break, or it would not fit.</summary>
    private void WriteWhole(string text, in EncodedTextWriter writer)
    {
        var written = 0;
        if (text.AsSpan().ContainsAny('-', '+'))
            foreach (var code in Code().EnumerateMatches(text))
            {
                if (code.Length > (text[code.Index] == '+' ? LongestPhone : LongestCode)) continue;
                WriteBreaking(text[written..code.Index], writer);
                writer.Write(page ? "<span class=\"whole\">" : "<span style=\"white-space:nowrap\">", false);
                writer.Write(text.Substring(code.Index, code.Length), true);
                writer.Write("</span>", false);
                written = code.Index + code.Length;
            }
        WriteBreaking(written == 0 ? text : text[written..], writer);
    }

    /// <summary>A long address may break where its parts end: behind the sign at, a slash, an underscore. Otherwise a phone breaks it in the middle of a word.</summary>
    private static void WriteBreaking(string text, in EncodedTextWriter writer)
    {
        var written = 0;
        foreach (var address in LongAddress().EnumerateMatches(text))
            for (var at = address.Index; at < address.Index + address.Length - 1; at++)
                if ((BreaksBehind.Contains(text[at], StringComparison.Ordinal) || (text[at] == '.' && at - Math.Max(written, address.Index) >= LongPart)) && !BreaksBehind.Contains(text[at + 1], StringComparison.Ordinal) && !text.AsSpan(..(at + 1)).EndsWith("//"))
                {
                    writer.Write(text[written..(at + 1)], true);
                    writer.Write("<wbr>", false);
                    written = at + 1;
                }
        writer.Write(written == 0 ? text : text[written..], true);
    }

    /// <summary>A part as long as this may break behind its dots as well: <c>a.rather.long.name@example.org</c>.</summary>
    private const int LongPart = 20;

    private const string BreaksBehind = "@/_?&";

    /// <summary>An address of the web or of mail, or the name of a file, that may not fit on a line of a phone.</summary>
    [GeneratedRegex(@"[^\s<>()]{18,}")]
    private static partial Regex LongAddress();

    /// <summary>Each line is a block of its own direction, so that a Latin text in an Arabic letter stands at the left.</summary>
    private void Write(ProseValue prose, in EncodedTextWriter writer)
    {
        for (var i = 0; i < prose.Lines.Count; i++)
        {
            var line = prose.Lines[i];
            if (html)
            {
                var start = line?.RightToLeft == true ? "dir=\"rtl\" align=\"right\" style=\"text-align:right\"" : "dir=\"ltr\" align=\"left\" style=\"text-align:left\"";
                writer.Write($"<div {start}>", false);
                if (line is null) writer.Write("&nbsp;", false);
                else writer.Write(line.Text, true);
                writer.Write("</div>", false);
            }
            else
            {
                if (i > 0) writer.Write(LetterTemplate.LineEnd.ToString(), false);
                if (line is not null) Write(line, writer);
            }
        }
    }

    /// <summary>Capitals and digits joined by hyphens, with a digit among them: <c>K7M2-9QXA</c>, <c>SG2-LS14</c>; two short abbreviations: <c>JCA-COP</c>; a telephone number; an option of a verb: <c>--place</c>.</summary>
    [GeneratedRegex(@"(?<![\w.@-])(?:(?=[A-Z-]*[0-9])[A-Z0-9]+(?:-[A-Z0-9]+)+|[A-Z]{2,4}-[A-Z]{2,4})(?![\w.@-])|(?<![\w+])\+[0-9]{1,4}(?:[ -][0-9]{1,5}){2,6}(?![\w-])|(?<!\S)--[a-z][a-z-]*(?![\w-])")]
    private static partial Regex Code();
}
