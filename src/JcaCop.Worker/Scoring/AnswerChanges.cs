using System.Text.Json;

namespace JcaCop.Worker.Scoring;

/// <summary>What one version of the reader says otherwise than another, mail by mail.</summary>
internal static class AnswerChanges
{
    /// <summary>Confidence moves a little with every word of a lexicon; less than this says nothing.</summary>
    private const double Noticeable = 0.05;

    private static readonly string[] Plain = ["kind", "language", "needsAttention", "replyText", "error"];
    private static readonly string[] Parts = ["sender", "respondent", "answers", "absence"];

    /// <returns>Files with their changes, in ordinal order; files that say the same are left out.</returns>
    public static IReadOnlyList<(string File, IReadOnlyList<string> Changes)> Between(IReadOnlyDictionary<string, JsonElement> before, IReadOnlyDictionary<string, JsonElement> after)
    {
        var changed = new List<(string, IReadOnlyList<string>)>();
        foreach (var file in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            if (!after.TryGetValue(file, out var now)) changed.Add((file, ["only in the old answers"]));
            else if (!before.TryGetValue(file, out var then)) changed.Add((file, ["only in the new answers"]));
            else if (Of(then, now) is { Count: > 0 } changes) changed.Add((file, changes));
        }
        return changed;
    }

    private static List<string> Of(JsonElement before, JsonElement after)
    {
        var changes = new List<string>();
        foreach (var key in Plain) Compare(key, Member(before, key), Member(after, key), changes);
        foreach (var part in Parts)
            foreach (var key in Keys(before, part).Union(Keys(after, part)).Order(StringComparer.Ordinal))
                Compare($"{part}.{key}", Member(Member(before, part), key), Member(Member(after, part), key), changes);
        Compare("bounce", Member(before, "bounce"), Member(after, "bounce"), changes);

        var pairs = ItemPairs.Of(Items(before), Items(after));
        foreach (var gone in pairs.Missed) changes.Add($"- {gone.Type} {gone}");
        foreach (var added in pairs.Invented) changes.Add($"+ {added.Type} ({added.Decision}) {added}");
        foreach (var (then, now) in pairs.Pairs) Compare(then, now, changes);
        return changes;
    }

    private static void Compare(FlatItem then, FlatItem now, List<string> changes)
    {
        foreach (var field in then.Fields.Keys.Union(now.Fields.Keys))
            Compare($"{then.Type}.{field}", then.Fields.TryGetValue(field, out var before) ? before : default, now.Fields.TryGetValue(field, out var after) ? after : default, changes);
        if (then.Decision != now.Decision) changes.Add($"{then.Type} {Name(now)}: {then.Decision} -> {now.Decision}");
        if (then.Confidence is { } old && now.Confidence is { } confidence && Math.Abs(old - confidence) >= Noticeable)
            changes.Add(FormattableString.Invariant($"{then.Type} {Name(now)}: confidence {old:0.00} -> {confidence:0.00}"));
    }

    private static void Compare(string name, JsonElement before, JsonElement after, List<string> changes)
    {
        if (Written(before) == Written(after) || (before.ValueKind != JsonValueKind.Undefined && after.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(before, after))) return;
        changes.Add($"{name}: {Written(before)} -> {Written(after)}");
    }

    private static string Written(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();

    private static string Name(FlatItem item) => item.Fields.Count == 0 ? "" : FieldEquality.Text(item.Fields.First().Value);

    private static JsonElement Member(JsonElement element, string key) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : default;

    private static IEnumerable<string> Keys(JsonElement element, string part) =>
        Member(element, part) is { ValueKind: JsonValueKind.Object } inner ? inner.EnumerateObject().Select(static property => property.Name) : [];

    private static List<FlatItem> Items(JsonElement mail) => Member(mail, "items") is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(static item => new FlatItem(item))] : [];
}
