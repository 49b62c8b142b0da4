namespace JcaCop.Post.Letters;

/// <summary>How many of how many, with the percentage and a bar for both forms of a letter.</summary>
/// <param name="Part">Not negative and not above <paramref name="Whole"/>.</param>
public sealed record Share(int Part, int Whole)
{
    /// <summary>Rounded down, so that 100 means all. Zero where there is nothing to share.</summary>
    public int Percent => Whole == 0 ? 0 : (int)(100L * Part / Whole);

    public Bar Bar => new(Percent);
}

/// <summary>A bar of 0 to 100 percent: a width in HTML, ten squares in plain text.</summary>
public readonly record struct Bar(int Percent);
