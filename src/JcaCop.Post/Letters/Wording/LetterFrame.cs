using JcaCop.Register;

namespace JcaCop.Post.Letters.Wording;

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

    public static LetterFrame Of(Group group, string title, IReadOnlyList<LetterSheet> sheets, Func<LetterSheet, int, string> render) => new()
    {
        Group = LetterValue.Clean(group.Name, LetterValue.Longest),
        Title = title,
        Language = sheets[0].Language.Code,
        Direction = sheets[0].Language.Words.Direction,
        Parts = [.. sheets.Select((sheet, i) => new LetterPart { Language = sheet.Language.Code, Direction = sheet.Language.Words.Direction, Body = render(sheet, i) })],
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
