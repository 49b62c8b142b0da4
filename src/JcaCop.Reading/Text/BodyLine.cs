namespace JcaCop.Reading.Text;

/// <summary>One line of the body while it is being cut: where it stands, how deep it is quoted, and what it was found to be.</summary>
internal sealed class BodyLine(string text, int start, int end)
{
    /// <summary>Offset of the first character.</summary>
    public int Start => start;

    /// <summary>Offset behind the last character; the line end is not counted.</summary>
    public int End => end;

    /// <summary>Where the words begin, behind quote signs and blanks.</summary>
    public int ContentStart { get; init; }

    /// <summary>Number of quote signs before the words, or of quoting blocks around them in HTML.</summary>
    public int Depth { get; init; }

    /// <summary>Above it stands a line that is neither blank nor quoted.</summary>
    public bool BelowOwnWords { get; init; }

    /// <summary>HTML says that an earlier mail's introduction stands here (a class name of a mail program).</summary>
    public bool IntroducesQuote { get; init; }

    /// <summary>HTML says that this belongs to the signature.</summary>
    public bool InSignatureBlock { get; init; }

    public PassageKind Kind { get; set; }

    /// <summary>The words, without quote signs and outer blanks.</summary>
    public ReadOnlySpan<char> Content
    {
        get
        {
            if (from < 0)
            {
                var content = Blanks.Trim(text.AsSpan(ContentStart, Math.Max(0, end - ContentStart)), out var before);
                (from, length) = (ContentStart + before, content.Length);
            }
            return text.AsSpan(from, length);
        }
    }

    /// <summary>The delimiter of signatures, exactly as the standard writes it: two hyphens and a blank (RFC 3676, 4.3).</summary>
    public bool IsDelimiter => end - start == 3 && text.AsSpan(start, 3) is "-- ";

    public bool IsBlank => Content.IsEmpty;

    /// <summary>The words folded for lookups.</summary>
    public string Folded => folded ??= PhraseSet.Fold(Content.ToString());

    /// <summary>What the line says as a closing formula; asked for by every question about a signature.</summary>
    public Closing Closing => closing ??= ClosingFormula.Read(Folded);

    /// <summary>Whether it is a sentence rather than a line of a signature.</summary>
    public bool IsSentence => isSentence ??= SignatureLine.IsSentence(Content);

    private int from = -1;
    private int length;
    private string? folded;
    private Closing? closing;
    private bool? isSentence;

    public override string ToString() => $"{Kind} {Depth} {Content}";
}
