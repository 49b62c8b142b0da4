using System.Text.Json;

namespace JcaCop.Worker.Scoring;

/// <summary>What <c>jcacop read</c> printed (JSON Lines), and the golden files of a folder, by the name of the mail.</summary>
internal static class AnswersFile
{
    /// <exception cref="FormatException">A line is no JSON object; the message names it.</exception>
    public static Dictionary<string, JsonElement> Read(TextReader lines, string name)
    {
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!line.AsSpan().TrimStart().StartsWith("{")) continue;
            var answer = Parse(line, $"{name}, line {number}");
            answers[Path.GetFileName(answer.TryGetProperty("file", out var file) ? file.GetString() ?? "" : "")] = answer;
        }
        return answers;
    }

    /// <summary>The golden files of a folder: <c>NAME.json</c> stands for <c>NAME.eml</c>.</summary>
    /// <exception cref="FormatException">A golden file is no JSON object; the message names it.</exception>
    public static Dictionary<string, JsonElement> Golden(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").ToDictionary(static file => Path.GetFileNameWithoutExtension(file) + ".eml", static file => Parse(File.ReadAllText(file), file), StringComparer.Ordinal);

    private static JsonElement Parse(string json, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new FormatException($"{where}: no JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{where}: {e.Message}", e);
        }
    }
}
