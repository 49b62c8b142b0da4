using System.Text.Json;

namespace JcaCop.Worker.Scoring;

/// <summary>Adds mail by mail to a score.</summary>
internal sealed class ScoreTally
{
    /// <summary>A little is lost at the edges of an answer that is the same.</summary>
    private const double SameAnswer = 0.85;

    /// <summary>What must not be wrong in an item that is recorded without a person.</summary>
    private static readonly Dictionary<string, string[]> KeyFields = new()
    {
        ["nomination"] = ["organization.name", "organization.country", "contact.name", "contact.email"],
        ["representative"] = ["body", "role", "person.name", "person.email"],
        ["withdrawal"] = ["of", "name"],
        ["correction"] = ["name", "person.email", "person.phone", "person.name", "organization.name"],
        ["liaison"] = ["reference", "from", "forAction", "forComment", "forInformation", "deadline"],
        ["activity"] = ["title"],
        ["position"] = ["position"],
        ["questionnaire"] = ["responses"],
        ["registration"] = ["meeting", "mode", "person.name", "person.email"],
        ["regret"] = ["name"],
        ["contribution"] = ["title", "files"],
        ["report"] = ["meeting", "files"],
    };

    private readonly List<(string Name, int Right, int Asked)> heads = [];
    private readonly SortedDictionary<string, Counts> fields = new(StringComparer.Ordinal);
    private readonly List<(string, IReadOnlyList<string>)> errors = [];
    private readonly List<AnsweredItem> items = [];
    private int mails, wholly, replies, repliesRight, goldenItems, straight;

    public void Add(string file, JsonElement golden, JsonElement? answer)
    {
        var wrong = new List<string>();
        Head(golden, answer, wrong);
        var pairs = ItemPairs.Of(Items(golden), answer is { } given ? Items(given) : []);
        goldenItems += pairs.Pairs.Count + pairs.Missed.Count;
        var language = Text(golden, "language") is { Length: > 0 } code ? code : "-";
        foreach (var missed in pairs.Missed)
        {
            Count(missed.Type, language, missing: missed.Fields.Count + 1);
            wrong.Add($"missed {missed.Type}: {missed}");
        }
        foreach (var invented in pairs.Invented)
        {
            Count(invented.Type, language, tooMany: invented.Fields.Count + 1);
            items.Add(new AnsweredItem(file, invented.Type, invented.Confidence, invented.IsAccepted, false));
            wrong.Add($"invented {invented.Type}: {invented}");
        }
        foreach (var (expected, answered) in pairs.Pairs) Pair(file, language, expected, answered, wrong);
        mails++;
        if (wrong.Count == 0) wholly++;
        else errors.Add((file, wrong));
    }

    public CorpusScore Total(int answered)
    {
        var figures = new List<KeyValuePair<string, double>>();
        void Figure(string name, double value) => figures.Add(KeyValuePair.Create(name, value));
        void Share(string name, double value) => Figure(name, FourPlaces.Round(value));

        Figure("mails", mails);
        Figure("answered", answered);
        Share("mails wholly right", (double)wholly / Math.Max(1, mails));
        foreach (var (name, right, asked) in heads) Share(name, (double)right / Math.Max(1, asked));
        if (replies > 0) Share("replyText", (double)repliesRight / replies);
        foreach (var (name, counts) in fields) Share("F1 " + name, counts.F1);
        var all = fields.GetValueOrDefault("all") ?? new Counts();
        Share("precision", all.Precision);
        Share("recall", all.Recall);
        var accepted = items.Where(static item => item.IsAccepted).ToList();
        Share("silent errors (accepted items with a wrong key field)", (double)accepted.Count(static item => !item.IsRight) / Math.Max(1, accepted.Count));
        Share("straight through (gold items accepted and right)", (double)straight / Math.Max(1, goldenItems));
        return new CorpusScore(figures, errors, items);
    }

    private void Head(JsonElement golden, JsonElement? answer, List<string> wrong)
    {
        foreach (var key in (ReadOnlySpan<string>)["kind", "language", "needsAttention"])
        {
            if (!golden.TryGetProperty(key, out var expected)) continue;
            var given = answer is { } a && a.TryGetProperty(key, out var value) ? value : default;
            var same = given.ValueKind == expected.ValueKind && FieldEquality.Text(given) == FieldEquality.Text(expected);
            Asked(key, same);
            if (!same) wrong.Add($"{key}: {FieldEquality.Text(given)} for {FieldEquality.Text(expected)}");
        }
        foreach (var (part, key) in (ReadOnlySpan<(string, string)>)[("respondent", "country"), ("respondent", "body"), ("answers", "circular"), ("answers", "liaison"), ("answers", "meeting")])
        {
            var expected = Nested(golden, part, key);
            var given = answer is { } a ? Nested(a, part, key) : null;
            if (string.IsNullOrEmpty(expected) && string.IsNullOrEmpty(given)) continue;
            var same = !string.IsNullOrEmpty(expected) && !string.IsNullOrEmpty(given) && FoldedWords.Fold(expected) == FoldedWords.Fold(given);
            Asked($"{part}.{key}", same);
            if (!same) wrong.Add($"{part}.{key}: {given ?? "None"} for {expected ?? "None"}");
        }
        if (Text(golden, "replyText") is { Length: > 0 } text)
        {
            var same = FoldedWords.Bare(answer is { } a ? Text(a, "replyText") ?? "" : "") == FoldedWords.Bare(text);
            replies++;
            if (same) repliesRight++;
            else wrong.Add("replyText differs");
        }
        if (golden.TryGetProperty("bounce", out var failed) && !FlatItem.IsEmpty(failed))
        {
            var given = answer is { } a && a.TryGetProperty("bounce", out var told) ? Failures(told) : [];
            var same = Failures(failed).SequenceEqual(given);
            Asked("bounce", same);
            if (!same) wrong.Add($"bounce: {string.Join(", ", given)} for {string.Join(", ", Failures(failed))}");
        }
    }

    private void Pair(string file, string language, FlatItem golden, FlatItem answered, List<string> wrong)
    {
        int right = 1, tooMany = 0, missing = 0;
        var bad = new List<(string Field, string What)>();
        foreach (var (field, expected) in golden.Fields)
        {
            if (!answered.Fields.TryGetValue(field, out var given))
            {
                missing++;
                bad.Add((field, $"missing, {expected.GetRawText()}"));
            }
            else if (ItemPairs.IsSame(field, expected, given, SameAnswer)) right++;
            else
            {
                tooMany++;
                missing++;
                bad.Add((field, $"{given.GetRawText()} for {expected.GetRawText()}"));
            }
        }
        foreach (var (field, given) in answered.Fields)
        {
            if (golden.Fields.ContainsKey(field)) continue;
            tooMany++;
            bad.Add((field, $"invented {given.GetRawText()}"));
        }
        Count(golden.Type, language, right, tooMany, missing);
        var keyIsBad = bad.Exists(one => KeyFields.GetValueOrDefault(golden.Type, []).Any(key => one.Field == key || one.Field.StartsWith(key + ".", StringComparison.Ordinal)));
        items.Add(new AnsweredItem(file, golden.Type, answered.Confidence, answered.IsAccepted, !keyIsBad));
        if (answered.IsAccepted && !keyIsBad) straight++;
        if (bad.Count > 0) wrong.Add($"{golden.Type}: {string.Join("; ", bad.Select(static one => $"{one.Field}: {one.What}"))}");
    }

    private void Asked(string name, bool right)
    {
        var at = heads.FindIndex(head => head.Name == name);
        if (at < 0) heads.Add((name, right ? 1 : 0, 1));
        else heads[at] = (name, heads[at].Right + (right ? 1 : 0), heads[at].Asked + 1);
    }

    private void Count(string type, string language, int right = 0, int tooMany = 0, int missing = 0)
    {
        foreach (var name in (ReadOnlySpan<string>)["all", "type " + type, "language " + language])
        {
            if (!fields.TryGetValue(name, out var counts)) fields[name] = counts = new Counts();
            counts.Add(right, tooMany, missing);
        }
    }

    private static List<FlatItem> Items(JsonElement mail) =>
        mail.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray().Select(static item => new FlatItem(item))] : [];

    private static List<string> Failures(JsonElement bounce) =>
        bounce.ValueKind != JsonValueKind.Array ? []
            : [.. bounce.EnumerateArray()
                .Select(static one => $"{FoldedWords.Fold(Text(one, "address") ?? "")} {(one.TryGetProperty("permanent", out var permanent) && permanent.ValueKind == JsonValueKind.True ? "permanent" : "transient")}")
                .Order(StringComparer.Ordinal)];

    private static string? Nested(JsonElement mail, string part, string key) =>
        mail.TryGetProperty(part, out var inner) && inner.ValueKind == JsonValueKind.Object ? Text(inner, key) : null;

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? FieldEquality.Text(value) : null;
}
