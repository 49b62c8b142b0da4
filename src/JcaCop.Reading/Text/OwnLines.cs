namespace JcaCop.Reading.Text;

/// <summary>The writer's own lines in order, without the quotes between them: where a signature is looked for.</summary>
internal sealed class OwnLines
{
    private readonly List<BodyLine> lines;
    private readonly List<int> own = [];

    public OwnLines(List<BodyLine> lines, PassageKind kind)
    {
        this.lines = lines;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind == kind) own.Add(i);
        while (own.Count > 0 && lines[own[^1]].IsBlank) own.RemoveAt(own.Count - 1);
    }

    public int Count => own.Count;

    public List<int> Indexes => own;

    public BodyLine this[int at] => lines[own[at]];

    public ReadOnlySpan<char> Content(int at) => lines[own[at]].Content;

    public bool IsBlank(int at) => lines[own[at]].IsBlank;

    /// <summary>Nearest line with words above; -1 where there is none.</summary>
    public int Above(int at)
    {
        do at--; while (at >= 0 && IsBlank(at));
        return at;
    }

    /// <summary>Nearest line with words below; <see cref="Count"/> where there is none.</summary>
    public int Below(int at)
    {
        do at++; while (at < Count && IsBlank(at));
        return at;
    }

    /// <summary>Whether a blank line or a quote stands right above, or nothing at all.</summary>
    public bool BeginsParagraph(int at) => at == 0 || IsBlank(at - 1) || own[at] - own[at - 1] > 1;

    /// <summary>Whether a quote stands between this line and the next own one.</summary>
    public bool IsParted(int at) => at + 1 < own.Count && own[at + 1] - own[at] > 1;

    /// <summary>Whether a quote stands anywhere between two own lines.</summary>
    public bool IsParted(int above, int below) => own[below] - own[above] > below - above;

    public int ParagraphStart(int at)
    {
        while (!BeginsParagraph(at)) at--;
        return at;
    }
}
