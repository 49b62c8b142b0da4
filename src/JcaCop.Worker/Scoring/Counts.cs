namespace JcaCop.Worker.Scoring;

/// <summary>Fields right, too many and missing.</summary>
internal sealed class Counts
{
    public int Right { get; private set; }

    public int TooMany { get; private set; }

    public int Missing { get; private set; }

    public double F1 => 2.0 * Right / Math.Max(1, (2 * Right) + TooMany + Missing);

    public double Precision => (double)Right / Math.Max(1, Right + TooMany);

    public double Recall => (double)Right / Math.Max(1, Right + Missing);

    public void Add(int right = 0, int tooMany = 0, int missing = 0)
    {
        Right += right;
        TooMany += tooMany;
        Missing += missing;
    }
}
