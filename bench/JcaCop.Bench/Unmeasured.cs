namespace JcaCop.Bench;

/// <summary>What a bench answers where the machine lacks what it measures against.</summary>
internal static class Unmeasured
{
    /// <returns>The exit code that says so: no figure was missed, none was taken.</returns>
    public static int Because(string why)
    {
        Console.WriteLine($"not measured: {why}");
        return 3;
    }
}
