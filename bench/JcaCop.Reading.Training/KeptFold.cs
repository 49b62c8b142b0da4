namespace JcaCop.Reading.Training;

/// <summary>The weights that one set is read with, kept from an earlier run: what is done with the tags can then be tried out without fitting again.</summary>
internal sealed class KeptFold(string folder, string set)
{
    private readonly string path = Path.Combine(folder, Path.GetFileName(set.TrimEnd('/')));

    /// <summary>Null where none are kept; <c>Second</c> is null where one look was fitted.</summary>
    public (string First, string? Second)? Weights =>
        !File.Exists(path + ".first") ? null : (File.ReadAllText(path + ".first"), File.Exists(path + ".second") ? File.ReadAllText(path + ".second") : null);

    public void Keep((string First, string? Second) weights)
    {
        Directory.CreateDirectory(folder);
        if (weights.Second is { } second) File.WriteAllText(path + ".second", second);
        File.WriteAllText(path + ".first", weights.First);
    }
}
