using System.Text.Json;
using JcaCop.Worker.Settings;

namespace JcaCop.Worker.Simulation;

/// <summary>The keys of the groups in the order in which a person wrote them; bound settings come sorted.</summary>
internal static class GroupOrder
{
    private static readonly JsonDocumentOptions AsSettings = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="settingsFile">A file that was read as settings before. Where it names no groups, those of the shipped settings count.</param>
    public static IReadOnlyList<string> Of(string settingsFile) =>
        Keys(settingsFile) ?? Keys(Path.Combine(AppContext.BaseDirectory, SettingsSource.ShippedFile)) ?? [];

    private static List<string>? Keys(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file), AsSettings);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
        var groups = document.RootElement.EnumerateObject().FirstOrDefault(section => section.Name.Equals(nameof(ServiceOptions.Groups), StringComparison.OrdinalIgnoreCase));
        return groups.Value.ValueKind == JsonValueKind.Object ? [.. groups.Value.EnumerateObject().Select(group => group.Name)] : null;
    }
}
