namespace JcaCop.Post.Letters;

/// <summary>What the frame of a letter binds: the whole document in the first language, its parts each in their own.</summary>
internal sealed class LetterFrame
{
    public required string Group { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public required string Direction { get; init; }
    public required IReadOnlyList<LetterPart> Parts { get; init; }

    /// <summary>Where lines start, in the words of CSS and of the align attribute.</summary>
    public string Start => Direction == "rtl" ? "right" : "left";

    public static LetterFrame Of(string group, IReadOnlyList<ReceiptSet> sets, Func<ReceiptSet, int, string> render) => new()
    {
        Group = LetterValue.Clean(group, LetterValue.Longest),
        Title = sets[0].Title,
        Language = sets[0].Language,
        Direction = sets[0].Direction,
        Parts = [.. sets.Select((set, i) => new LetterPart { Language = set.Language, Direction = set.Direction, Body = render(set, i) })],
    };
}

internal sealed class LetterPart
{
    public required string Language { get; init; }
    public required string Direction { get; init; }
    public string Start => Direction == "rtl" ? "right" : "left";
    /// <summary>Rendered in the form of the letter; encoded already.</summary>
    public required string Body { get; init; }
}
