using System.Reflection;

namespace JcaCop.Post.Letters.Wording;

/// <summary>Where templates and words come from: the operator's folder first, then what is built in. A file there replaces the built-in one of the same path whole.</summary>
/// <param name="overrides">Null where nothing is overridden.</param>
public sealed class TemplateFolder(string? overrides)
{
    private static readonly Assembly Own = typeof(TemplateFolder).Assembly;

    /// <param name="path">As in this repository under <c>Templates</c>: <c>receipt/fr.json</c>.</param>
    public string Read(string path)
    {
        if (overrides is not null && Path.Combine(overrides, path) is var file && File.Exists(file))
            return File.ReadAllText(file);
        using var stream = Own.GetManifestResourceStream("Templates/" + path)
            ?? throw new TemplateException($"There is no template file {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
