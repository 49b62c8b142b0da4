using System.Text;

namespace JcaCop.Reading.Text;

/// <summary>Cuts the visible text into passages and makes the reply text of them.</summary>
internal static class BodyCut
{
    public static MailBody Cut(VisibleText visible, ThreadHints hints)
    {
        if (visible.Text.Length == 0) return MailBody.Empty with { HiddenText = visible.Hidden };
        var lines = BodyLines.Split(visible);
        QuoteCut.Mark(lines, hints);
        SignatureCut.Mark(lines, PassageKind.New, hints.Sender);
        return Make(visible, lines);
    }

    private static MailBody Make(VisibleText visible, List<BodyLine> lines)
    {
        var passages = Tile(lines, visible.Text.Length);
        var first = lines.FirstOrDefault(line => line.Kind == PassageKind.Signature);
        return new MailBody(visible.Text, passages, Join(visible.Text, lines, PassageKind.New), SignatureOf(visible.Text, lines), visible.Hidden)
        {
            SignatureStart = first?.Start ?? -1,
            Readable = UntickedLines.Blank(GridTables.Unwrap(Blank(visible.Text, passages))),
        };
    }

    /// <summary>Lines of one kind join; blank lines go with what stands before them; quote signs of forwarded text are quotes.</summary>
    private static List<BodyPassage> Tile(List<BodyLine> lines, int length)
    {
        var passages = new List<BodyPassage>();
        var start = 0;
        var kind = lines[0].Kind;
        foreach (var line in lines)
        {
            if (line.Kind == PassageKind.Forwarded && line.ContentStart > line.Start)
            {
                Change(PassageKind.Quote, line.Start);
                Change(PassageKind.Forwarded, line.ContentStart);
            }
            else Change(line.Kind, line.Start);
        }
        if (length > start) passages.Add(new BodyPassage(kind, start, length - start));
        return passages;

        void Change(PassageKind to, int at)
        {
            if (to == kind) return;
            if (at > start) passages.Add(new BodyPassage(kind, start, at - start));
            (kind, start) = (to, at);
        }
    }

    private static string Join(string text, List<BodyLine> lines, PassageKind kind)
    {
        var joined = new StringBuilder();
        var blanks = 0;
        foreach (var line in lines)
        {
            if (line.Kind != kind || line.IsBlank) { blanks++; continue; }
            if (joined.Length > 0) joined.Append(blanks > 0 ? "\n\n" : "\n");
            joined.Append(text.AsSpan(line.Start, line.End - line.Start).TrimEnd());
            blanks = 0;
        }
        return joined.ToString();
    }

    private static string? SignatureOf(string text, List<BodyLine> lines)
    {
        var joined = Join(text, lines, PassageKind.Signature);
        return joined.Length == 0 ? null : joined;
    }

    private static string Blank(string text, List<BodyPassage> passages) => string.Create(text.Length, (text, passages), static (to, from) =>
    {
        from.text.CopyTo(to);
        foreach (var passage in from.passages)
        {
            if (passage.Kind is PassageKind.New or PassageKind.Forwarded) continue;
            var part = to.Slice(passage.Start, passage.Length);
            for (var i = 0; i < part.Length; i++)
                if (part[i] != '\n') part[i] = ' ';
        }
    });
}
