using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JcaCop.Worker.Scoring;

/// <summary>Whether a field of an answer says what the golden file says (<c>tests/corpus/score.py</c>, <c>same</c>).</summary>
internal static partial class FieldEquality
{
    private const double Alike = 0.85;

    private const string Honorifics =
        @"(mr|mrs|ms|miss|mx|dr|prof|professor|eng|ing|h\.?\s?e|his excellency|her excellency|m|mme|mlle|mm|sr|sra|srta|d|dña|don|doña|lic|г-н|г-жа|господин|госпожа|السيد|السيدة|الدكتور|الدكتورة|د|م|سعادة|الأستاذ|الأستاذة|المهندس|المهندسة|先生|女士|小姐|博士|教授)";

    /// <summary>Free words: as good as the same where their tokens are mostly the same.</summary>
    private static readonly HashSet<string> Fuzzy =
    [
        "function", "address", "title", "organization", "source", "place", "of", "text", "organization.name", "organization.address",
        "contact.function", "contact.address", "person.function", "person.address", "name", "body",
    ];

    /// <param name="field">Path in the item: <c>contact.email</c>.</param>
    public static bool Same(string field, JsonElement golden, JsonElement answered)
    {
        if (golden.ValueKind == JsonValueKind.Array || answered.ValueKind == JsonValueKind.Array)
            return List(golden).Order(StringComparer.Ordinal).SequenceEqual(List(answered).Order(StringComparer.Ordinal));
        var (a, b) = (Text(golden), Text(answered));
        var leaf = field[(field.LastIndexOf('.') + 1)..];
        if (leaf is "phone" or "fax") return SamePhone(Digits(a), Digits(b));
        if (leaf == "website") return Site(a) == Site(b);
        if (field is "contact.name" or "person.name" or "name" or "sender.name")
        {
            var (x, y) = (PersonName(a), PersonName(b));
            return x == y || FoldedWords.Tokens(x).Order(StringComparer.Ordinal).SequenceEqual(FoldedWords.Tokens(y).Order(StringComparer.Ordinal));
        }
        if (FoldedWords.Fold(a) == FoldedWords.Fold(b)) return true;
        return (Fuzzy.Contains(field) || Fuzzy.Contains(leaf)) && FoldedWords.TokenF1(a, b) >= Alike;
    }

    /// <summary>A value in words: what a string says, and what others are written as.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Null or JsonValueKind.Undefined => "None",
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> List(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(static one => FoldedWords.Fold(Text(one))) : [FoldedWords.Fold(Text(value))];

    private static bool SamePhone(string x, string y) =>
        x == y || (Math.Min(x.Length, y.Length) >= 7 && (x.EndsWith(y.TrimStart('0'), StringComparison.Ordinal) || y.EndsWith(x.TrimStart('0'), StringComparison.Ordinal)));

    /// <summary>The figures before an extension, without the international prefix.</summary>
    private static string Digits(string phone)
    {
        var main = Extension().Split(phone.Normalize(NormalizationForm.FormKC))[0];
        var digits = string.Concat(main.Where(char.IsDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private static string Site(string address) => SiteFrame().Replace(FoldedWords.Fold(address), "");

    private static string PersonName(string name) => HonorificBehind().Replace(HonorificBefore().Replace(FoldedWords.Fold(name), ""), "").Trim();

    [GeneratedRegex(@"(?:\b(?:ext|poste|доб|вн|anexo|int)\b|转|分机|内线|تحويلة|داخلي|/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^https?://(www\.)?|/+\z|^www\.")]
    private static partial Regex SiteFrame();

    [GeneratedRegex(@"^(" + Honorifics + @"[.\s]\s*)+")]
    private static partial Regex HonorificBefore();

    [GeneratedRegex(@"(先生|女士|小姐|博士|教授)\z")]
    private static partial Regex HonorificBehind();
}
