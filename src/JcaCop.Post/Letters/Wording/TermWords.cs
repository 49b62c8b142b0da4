using System.Text.Json;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Post.Letters.Wording;

/// <summary>How one language names what the register and the service have names for: <c>Templates/terms/fr.json</c>. Keys are the program's own words, parted by hyphens.</summary>
/// <param name="Entries">By <see cref="EntryKind"/>: <c>seat</c>.</param>
/// <param name="Fields">By the last part of the field's name: <c>last-day</c>.</param>
/// <param name="Values">By field and value: <c>state.taking-part</c>.</param>
/// <param name="Letters">By kind of letter: <c>call-reminder</c>.</param>
/// <param name="Mails">By sort of mail: <c>auto-reply</c>; <c>unread</c> for none yet.</param>
/// <param name="Reasons">Why a letter goes out; patterns with {count} and {day}.</param>
public sealed record TermWords(
    IReadOnlyDictionary<string, string> Entries,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Letters,
    IReadOnlyDictionary<string, string> Mails,
    IReadOnlyDictionary<string, string> Reasons)
{
    private static readonly Lazy<TermWords> BuiltIn = new(() => Load(new TemplateFolder(null), LetterLanguages.English));

    /// <summary>For verbs, which speak English.</summary>
    public static TermWords English => BuiltIn.Value;

    public static TermWords Load(TemplateFolder folder, string language)
    {
        var path = $"terms/{language}.json";
        try
        {
            return JsonSerializer.Deserialize<TermWords>(folder.Read(path), LanguageWords.Strict) ?? throw new TemplateException($"{path} is empty.");
        }
        catch (JsonException broken)
        {
            throw new TemplateException($"{path}: {broken.Message}", broken);
        }
    }

    public string Entry(EntryKind kind) => Entries.GetValueOrDefault(Key(kind.ToString())) ?? Spaced(kind.ToString());

    public string Letter(string kind) => Letters.GetValueOrDefault(kind) ?? Spaced(kind);

    public string Mail(string? kind) => Mails.GetValueOrDefault(kind is null ? "unread" : Key(kind)) ?? Spaced(kind!);

    public string Delivery(OutboxState state) => Coded("delivery", state.ToString()) ?? Spaced(state.ToString());

    /// <returns>Null where the field has no word of its own.</returns>
    public string? Field(string field) => Fields.GetValueOrDefault(Key(Leaf(field)));

    /// <summary>The word for a value that the program has a name for.</summary>
    /// <param name="value">As the register writes it: <c>TakingPart</c>, <c>taking-part</c>.</param>
    /// <returns>Null where it is none of these: a text that somebody wrote.</returns>
    public string? Coded(string field, string value) => value is "yes" or "no" ? Values.GetValueOrDefault($"yes-no.{value}") : Values.GetValueOrDefault($"{Key(Leaf(field))}.{Key(value)}");

    /// <summary>What no language has a word for, at least as words: <c>closedBy</c> as <c>closed by</c>.</summary>
    public static string Spaced(string name) => Key(name).Replace('-', ' ').Replace(".", ": ", StringComparison.Ordinal);

    private static string Leaf(string field) => field[(field.LastIndexOf('.') + 1)..];

    private static string Key(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
