namespace JcaCop.Reading.Text;

/// <summary>What a passage of the body is.</summary>
public enum PassageKind
{
    /// <summary>Written for this mail.</summary>
    New,
    /// <summary>Quoted from an earlier mail, its introduction line included.</summary>
    Quote,
    /// <summary>The sender's signature: name, post, address, phone; the closing formula before it included.</summary>
    Signature,
    /// <summary>A disclaimer, a mobile or list footer, an advertisement of the mail program.</summary>
    Boilerplate,
    /// <summary>The author's words in a forwarded mail, which count (SCHEMA, rules of judgement).</summary>
    Forwarded,
}

/// <summary>A run of the body. Offsets count UTF-16 units in <see cref="MailBody.Text"/>.</summary>
public readonly record struct BodyPassage(PassageKind Kind, int Start, int Length);

/// <summary>The visible body as text, before any cut, and the cuts made in it.</summary>
/// <param name="Text">The whole decoded body; lines end in LF; tables of HTML mail have one line a row, cells parted by a tab. <c>read --text</c> prints it as <c>text</c>.</param>
/// <param name="Passages">In order, without gap or overlap, from 0 to the end of the text.</param>
/// <param name="ReplyText">The new text alone, without the closing formula: <c>replyText</c> of the answer. "" where nothing is new.</param>
/// <param name="Signature">The text of the signature passages, LF between them; null where there is none.</param>
/// <param name="HiddenText">True where HTML carried text that a reader cannot see; that text is not in <see cref="Text"/>.</param>
public sealed record MailBody(
    string Text,
    IReadOnlyList<BodyPassage> Passages,
    string ReplyText,
    string? Signature,
    bool HiddenText)
{
    public static MailBody Empty { get; } = new("", [], "", null, false);

    /// <summary>Start of the sender's signature lines in <see cref="Text"/>, -1 where there is none.</summary>
    public int SignatureStart { get; init; } = -1;

    /// <summary>The text with everything that is no new or forwarded text replaced by blanks (line ends stay), so that offsets hold and nothing quoted can be read. A row of a drawn table stands on one line, in the place of its lines.</summary>
    public string Readable { get; init; } = "";

    /// <summary>Puts a mail that was sent along below this text, as its author's words.</summary>
    internal MailBody WithForwarded(MailBody forwarded)
    {
        if (forwarded.Text.Length == 0) return this;
        var gap = Text.Length == 0 ? "" : "\n";
        var offset = Text.Length + gap.Length;
        var passages = new List<BodyPassage>(Passages);
        if (gap.Length > 0) passages.Add(new BodyPassage(PassageKind.Quote, Text.Length, gap.Length));
        var readable = forwarded.Text.ToCharArray();
        foreach (var passage in forwarded.Passages)
        {
            var kind = passage.Kind is PassageKind.New or PassageKind.Signature or PassageKind.Forwarded ? PassageKind.Forwarded : passage.Kind;
            passages.Add(new BodyPassage(kind, passage.Start + offset, passage.Length));
            if (kind == PassageKind.Forwarded) continue;
            foreach (ref var c in readable.AsSpan(passage.Start, passage.Length))
                if (c != '\n') c = ' ';
        }
        return this with
        {
            Text = Text + gap + forwarded.Text,
            Passages = passages,
            Readable = Readable + gap + UntickedLines.Blank(GridTables.Unwrap(new string(readable))),
            HiddenText = HiddenText || forwarded.HiddenText,
            Repairs = [.. Repairs, .. forwarded.Repairs],
        };
    }

    /// <summary>Doubts about decoding ("charset us-ascii, bytes read as windows-1251"), for the reviewer.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];
}

/// <summary>A part with a name, and its text where it is of a kind that can carry the answer.</summary>
/// <param name="Name">File name as given, decoded, without any path.</param>
/// <param name="Text">Null where the kind is not read (pictures, archives) or reading failed.</param>
/// <param name="Problem">Why the text is missing; null where it is there or none was to be expected.</param>
/// <param name="Listed">False for logos, winmail.dat, signatures and calendar parts: they are never in <c>files</c>.</param>
public sealed record ReadAttachment(string Name, string MediaType, long Size, string? Text, string? Problem, bool Listed);
