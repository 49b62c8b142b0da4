using System.Text.Json;

namespace JcaCop.Reading.Tests;

/// <summary>The mails of <c>tests/corpus/replies</c> with the answers that are right (<c>SCHEMA.md</c>).</summary>
internal static class Corpus
{
    /// <summary>Found by walking up from the test's own folder to the solution.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Paths of the mails in order of their names.</summary>
    public static IReadOnlyList<string> Mails { get; } = [.. Directory.EnumerateFiles(Folder, "*.eml").Order(StringComparer.Ordinal)];

    /// <summary>What is right for a mail.</summary>
    public static JsonElement Golden(string mail)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(mail, ".json")));
        return document.RootElement.Clone();
    }

    public static MailReading Read(string mail)
    {
        using var raw = File.OpenRead(mail);
        return MailReader.Read(raw, TestContext.Current.CancellationToken);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "JcaCop.Worker.sln"))) return Path.Combine(folder.FullName, "tests", "corpus", "replies");
        throw new DirectoryNotFoundException($"No JcaCop.Worker.sln above {AppContext.BaseDirectory}.");
    }
}
