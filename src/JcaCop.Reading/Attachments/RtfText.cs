using System.Globalization;
using System.Text;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Attachments;

/// <summary>Text of Rich Text Format (Microsoft, 1.9.1): paragraphs and rows as lines, cells parted by tabs. One pass, no recursion.</summary>
internal static class RtfText
{
    private const int MaxGroups = 2000;

    /// <summary>Groups whose content is not shown.</summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "themedata",
        "colorschememapping", "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "filetbl", "revtbl",
            "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", "nonshppict",
    };

    private record struct Group(bool Skip, bool Hidden, int Font, int UnicodeSkip);

    public static AttachmentText Read(byte[] bytes)
    {
        if (!bytes.AsSpan().TrimStart(" \r\n\t"u8).StartsWith("{\\rtf"u8)) return PlainText.Read(bytes, null);
        return AttachmentText.Of(new Reader(bytes).Text());
    }

    private sealed class Reader(byte[] bytes)
    {
        private readonly StringBuilder text = new();
        private readonly List<byte> pending = [];
        private readonly Stack<Group> groups = new();
        private readonly Dictionary<int, int> fontPages = [];
        private Group now = new(false, false, -1, 1);
        private int codePage = 1252;
        private int fontDefined = -1;
        private bool inFonts;
        private int skipChars;

        public string Text()
        {
            for (var at = 0; at < bytes.Length && text.Length <= ReadLimits.Text;)
            {
                switch ((char)bytes[at])
                {
                    case '{':
                        Flush();
                        if (groups.Count < MaxGroups) groups.Push(now);
                        at++;
                        break;
                    case '}':
                        Flush();
                        if (groups.TryPop(out var outer))
                        {
                            if (inFonts && !outer.Skip) inFonts = false;
                            now = outer;
                        }
                        at++;
                        break;
                    case '\\':
                        at = Control(at + 1);
                        break;
                    case '\r' or '\n':
                        at++;
                        break;
                    default:
                        Byte(bytes[at++]);
                        break;
                }
            }
            Flush();
            return text.ToString();
        }

        private int Control(int at)
        {
            if (at >= bytes.Length) return at;
            var c = (char)bytes[at];
            if (!char.IsAsciiLetter(c)) return Symbol(c, at);
            var start = at;
            while (at < bytes.Length && at - start < 32 && char.IsAsciiLetter((char)bytes[at])) at++;
            var word = Encoding.ASCII.GetString(bytes, start, at - start);
            var digits = at;
            if (at < bytes.Length && bytes[at] == '-') at++;
            while (at < bytes.Length && at - digits < 11 && char.IsAsciiDigit((char)bytes[at])) at++;
            var number = int.TryParse(Encoding.ASCII.GetString(bytes, digits, at - digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
            if (at < bytes.Length && bytes[at] == ' ') at++;
            if (word == "bin") return (int)Math.Min(bytes.Length, at + (long)Math.Max(0, number ?? 0));
            Word(word, number);
            return at;
        }

        private int Symbol(char c, int at)
        {
            switch (c)
            {
                case '\'':
                    if (at + 2 < bytes.Length && byte.TryParse(Encoding.ASCII.GetString(bytes, at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) Byte(value);
                    return Math.Min(bytes.Length, at + 3);
                case '*':
                    now.Skip = true; // a destination that an old reader may pass over: none of them is body text
                    return at + 1;
                case '~':
                    Add('\u00a0');
                    return at + 1;
                case '_':
                    Add('-');
                    return at + 1;
                case '\\' or '{' or '}':
                    Byte((byte)c);
                    return at + 1;
                case '\r' or '\n':
                    Add('\n');
                    return at + 1;
                default:
                    return at + 1;
            }
        }

        private void Word(string word, int? number)
        {
            switch (word)
            {
                case "par" or "line" or "sect" or "page": Add('\n'); break;
                case "tab": Add('\t'); break;
                case "cell" or "nestcell": Add('\t'); break;
                case "row" or "nestrow": EndRow(); break;
                case "u" when number is { } code: Unicode(code); break;
                case "uc" when number is { } skip: now.UnicodeSkip = Math.Clamp(skip, 0, 8); break;
                case "ansicpg" when number is { } page: codePage = page; break;
                case "v" or "strike" or "striked": Flush(); now.Hidden = number is not 0; break;
                case "plain": Flush(); now.Hidden = false; break;
                case "f" when number is { } font: Flush(); now.Font = font; if (inFonts) fontDefined = font; break;
                case "fcharset" when inFonts && number is { } charset && Page(charset) is { } fontPage: fontPages[fontDefined] = fontPage; break;
                case "emdash": Add('\u2014'); break;
                case "endash": Add('\u2013'); break;
                case "lquote": Add('\u2018'); break;
                case "rquote": Add('\u2019'); break;
                case "ldblquote": Add('\u201c'); break;
                case "rdblquote": Add('\u201d'); break;
                case "bullet": Add('\u2022'); break;
                case "fonttbl": inFonts = true; now.Skip = true; break;
                case "shppict": now.Skip = true; break;
                default: if (Unseen.Contains(word)) now.Skip = true; break;
            }
        }

        /// <summary>A row ends its line; the tab after its last cell is no cell.</summary>
        private void EndRow()
        {
            Flush();
            if (now.Skip || now.Hidden) return;
            while (text.Length > 0 && text[^1] == '\t') text.Length--;
            text.Append('\n');
        }

        private void Unicode(int code)
        {
            Flush();
            if (!now.Skip && !now.Hidden) text.Append((char)(ushort)code);
            skipChars = now.UnicodeSkip;
        }

        private void Add(char c)
        {
            Flush();
            if (skipChars > 0) { skipChars--; return; }
            if (!now.Skip && !now.Hidden) text.Append(c);
        }

        private void Byte(byte value)
        {
            if (skipChars > 0) { skipChars--; return; }
            if (!now.Skip && !now.Hidden) pending.Add(value);
        }

        /// <summary>Bytes are decoded together: one sign of Chinese takes two.</summary>
        private void Flush()
        {
            if (pending.Count == 0) return;
            var page = fontPages.GetValueOrDefault(now.Font, codePage);
            text.Append(Decoder(page).GetString([.. pending]));
            pending.Clear();
        }

        private static Encoding Decoder(int page)
        {
            try
            {
                return CharsetNames.Page(page);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                return CharsetNames.Windows1252; // a page that nobody knows: the letters of English are the same
            }
        }

        private static int? Page(int charset) => charset switch
        {
            0 => 1252, 77 => 10000, 128 => 932, 129 => 949, 134 => 936, 136 => 950, 161 => 1253, 162 => 1254, 163 => 1258,
            177 => 1255, 178 => 1256, 186 => 1257, 204 => 1251, 222 => 874, 238 => 1250, _ => null,
        };
    }
}
