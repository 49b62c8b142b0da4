using System.Text;
using MimeKit.Text;

namespace JcaCop.Reading.Text;

/// <summary>Turns an HTML body into the text that a reader sees.</summary>
/// <remarks>
/// One pass over the tokens with a stack of bounded depth, so that hostile nesting costs nothing. Text that cannot be seen (display none,
/// letters of a point or less, white on white) is left out and noted. A data table gives one line a row with its cells parted by tabs,
/// lines within a cell parted by two blanks; a table for layout gives its cells as blocks.
/// </remarks>
internal sealed class HtmlText
{
    private const int DeepestElement = 400;
    private const int DeepestTable = 12;

    /// <summary>Marks and blanks at the end of a line are few, but for a hostile mail.</summary>
    private const int LongestLookBack = 60;

    private readonly List<HtmlElement> open = [];
    private readonly Stack<HtmlTable> tables = new();
    private readonly Stack<int> listItems = new();
    private readonly HtmlHiddenNames hiddenNames = new();
    private readonly StringBuilder page = new();
    private StringBuilder target;
    private bool pendingBlank;
    private bool hiddenText;
    private bool inStyle;

    private HtmlText() => target = page;

    public static VisibleText Read(string html)
    {
        var reader = new HtmlText();
        using var text = new StringReader(html);
        var tokenizer = new HtmlTokenizer(text);
        while (reader.page.Length <= PartText.MostCharacters && tokenizer.ReadNextToken(out var token)) reader.Take(token);
        while (reader.tables.Count > 0) reader.CloseTable();
        return HtmlMarks.Resolve(reader.page, reader.hiddenText);
    }

    private HtmlElement Top => open.Count > 0 ? open[^1] : HtmlElement.Page;

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken { IsEndTag: false } tag: Begin(tag); break;
            case HtmlTagToken tag: End(tag.Id, tag.Name); break;
            case HtmlDataToken data when inStyle: hiddenNames.Read(data.Data); break;
            case HtmlDataToken data: Words(data.Data); break;
        }
    }

    private void Begin(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br: LineBreak(); return;
            case HtmlTagId.HR: Block(2); return;
            case HtmlTagId.Image or HtmlTagId.Meta or HtmlTagId.Link or HtmlTagId.Input or HtmlTagId.Col or HtmlTagId.Wbr or HtmlTagId.Base or HtmlTagId.Area: return;
            case HtmlTagId.Body: CloseHead(); break;
        }
        CloseImplied(tag.Id);
        var element = HtmlElement.Of(tag, Top, hiddenNames);
        switch (tag.Id)
        {
            case HtmlTagId.Style: inStyle = true; break;
            case HtmlTagId.Table: Block(1); OpenTable(); break;
            case HtmlTagId.TR: Row(); break;
            case HtmlTagId.TD or HtmlTagId.TH: Cell(); break;
            case HtmlTagId.LI: Block(1); Bullet(element); break;
            case HtmlTagId.UL: Block(1); listItems.Push(-1); break;
            case HtmlTagId.OL: Block(1); listItems.Push(0); break;
            default: Block(element.LinesAround); break;
        }
        if (element.Mark is { } mark && !element.Hidden) target.Append(HtmlMarks.Open(mark));
        if (open.Count < DeepestElement && !tag.IsEmptyElement) open.Add(element);
        else if (element.Mark is { } empty && !element.Hidden) target.Append(HtmlMarks.Close(empty));
    }

    private void End(HtmlTagId id, string name)
    {
        if (id == HtmlTagId.Style) inStyle = false;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Id == id && (id != HtmlTagId.Unknown || open[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                PopTo(i);
                return;
            }
            if (open[i].Id is HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.Table && id is not (HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR or HtmlTagId.TBody or HtmlTagId.Table)) break;
        }
        if (id == HtmlTagId.P) Block(1);
    }

    private void PopTo(int index)
    {
        for (var i = open.Count - 1; i >= index; i--)
        {
            var element = open[i];
            open.RemoveAt(i);
            if (element.Id == HtmlTagId.Table) CloseTable();
            if (element.Id is HtmlTagId.UL or HtmlTagId.OL && listItems.Count > 0) listItems.Pop();
            if (element.Mark is { } mark && !element.Hidden) target.Append(HtmlMarks.Close(mark));
            Block(element.LinesAround);
        }
    }

    private void CloseHead()
    {
        if (open.FindIndex(e => e.Id == HtmlTagId.Head) is >= 0 and var head) PopTo(head);
        inStyle = false;
    }

    /// <summary>End tags that HTML lets writers leave out.</summary>
    private void CloseImplied(HtmlTagId id)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var above = open[i].Id;
            var closes = id switch
            {
                HtmlTagId.P or HtmlTagId.Div or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.BlockQuote => above == HtmlTagId.P,
                HtmlTagId.LI => above == HtmlTagId.LI,
                HtmlTagId.TD or HtmlTagId.TH => above is HtmlTagId.TD or HtmlTagId.TH,
                HtmlTagId.TR => above == HtmlTagId.TR,
                _ => false,
            };
            if (closes) { PopTo(i); return; }
            if (above is HtmlTagId.Table || (above is HtmlTagId.TD or HtmlTagId.TH && id is not HtmlTagId.TR)) return;
            if (id is HtmlTagId.LI && above is HtmlTagId.UL or HtmlTagId.OL) return;
            if (id is HtmlTagId.P or HtmlTagId.Div && above is HtmlTagId.Div) return;
        }
    }

    private void Words(string data)
    {
        var top = Top;
        if (top.Hidden || !top.Readable)
        {
            if (top.Concealed && !Blanks.Trim(data).IsEmpty) hiddenText = true;
            return;
        }
        foreach (var c in data)
        {
            if (top.Preformatted && c is '\n' or '\t') { target.Append(c); continue; }
            if (c is ' ' or '\n' or '\r' or '\t' or '\f' or '\0') { pendingBlank = true; continue; }
            if (pendingBlank && target.Length > 0 && target[^1] is not ('\n' or ' ')) target.Append(' ');
            pendingBlank = false;
            target.Append(HtmlMarks.IsMark(c) ? ' ' : c);
        }
    }

    private void LineBreak()
    {
        pendingBlank = false;
        if (!Top.Hidden) target.Append('\n');
    }

    /// <summary>Makes sure that so many line ends stand before what comes.</summary>
    private void Block(int lines)
    {
        if (lines == 0) return;
        pendingBlank = false;
        var ends = 0;
        for (var i = target.Length - 1; i >= Math.Max(0, target.Length - LongestLookBack) && ends < lines; i--)
        {
            if (target[i] == '\n') ends++;
            else if (!HtmlMarks.IsMark(target[i]) && target[i] != ' ') break;
            if (i == 0) return;
        }
        if (target.Length > 0) target.Append('\n', lines - ends);
    }

    private void Bullet(HtmlElement element)
    {
        if (element.Hidden) return;
        if (listItems.TryPop(out var number))
        {
            target.Append(number < 0 ? "- " : $"{number + 1}. ");
            listItems.Push(number < 0 ? number : number + 1);
        }
        else target.Append("- ");
    }

    private void OpenTable()
    {
        tables.Push(new HtmlTable(target));
        if (tables.Count <= DeepestTable) target = tables.Peek().Loose;
    }

    private void Row()
    {
        if (tables.Count is > 0 and <= DeepestTable) target = tables.Peek().NewRow();
        else Block(1);
    }

    private void Cell()
    {
        pendingBlank = false;
        if (tables.Count is > 0 and <= DeepestTable) target = tables.Peek().NewCell();
        else target.Append(' ');
    }

    private void CloseTable()
    {
        var table = tables.Pop();
        var within = tables.Count < DeepestTable;
        target = table.Outer;
        pendingBlank = false;
        if (within) table.WriteTo(target);
        Block(1);
    }
}
