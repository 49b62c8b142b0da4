using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using JcaCop.Reading.Parts;

namespace JcaCop.Register.Deciding;

/// <summary>Which study groups of the Union's sectors there are or were. The numbers are data (<c>study-groups.json</c>).</summary>
/// <remarks>A seat or a letter for a group that never existed is a slip of the keyboard, and nobody would notice it.</remarks>
public static partial class StudyGroups
{
    private static readonly Dictionary<string, int> Highest = Load();

    /// <summary>Whether the text is the code of a study group whose number none has had. What is no such code is not judged.</summary>
    public static bool IsNone(string? body) => body is not null && Code().Match(body.Trim()) is { Success: true } match && Highest.TryGetValue(match.Groups["sector"].Value.ToUpperInvariant(), out var last)
        && (!int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > last);

    /// <summary>The groups that a name may mean: one where it names the sector too or only one sector has a group of the number ("SG17"),
    /// several where it leaves open which ("SG5"), none where it is no study group.</summary>
    public static IReadOnlyList<string> Meant(string name)
    {
        var text = Bare().IsMatch(name.Trim()) ? name.Trim().ToUpperInvariant() : name.Trim();
        return [.. Highest.Keys.Select(sector => Bodies.Parse(text, sector)).OfType<string>().Distinct(StringComparer.Ordinal).Where(body => Code().IsMatch(body) && !IsNone(body))];
    }

    private static Dictionary<string, int> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("study-groups.json") ?? throw new InvalidOperationException("The resource study-groups.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, int>>(stream) ?? throw new InvalidOperationException("study-groups.json is empty.");
    }

    [GeneratedRegex("^SG *[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?<sector>ITU-[TRD]) +SG *(?<number>[0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
