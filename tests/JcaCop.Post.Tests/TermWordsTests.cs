using System.Reflection;
using System.Text.Json;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Post.Tests;

/// <summary>What the program has a name for is read by people as words of their language.</summary>
public class TermWordsTests
{
    private static readonly Assembly Register = typeof(RegisterEntry).Assembly;

    /// <summary>Every enumeration that a field of an entry holds, however deep, by the field's name; what the history writes of it is one of its values.</summary>
    private static IEnumerable<(string Field, Type Enum)> Coded()
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(Register.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(RegisterEntry))));
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type)) continue;
            foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is null && property.GetIndexParameters().Length == 0))
                foreach (var held in Held(property.PropertyType))
                    if (held.IsEnum) yield return (property.Name, held);
                    else if (held.Assembly == Register) open.Push(held);
        }
    }

    private static IEnumerable<Type> Held(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? [value] : type.IsGenericType ? type.GetGenericArguments().SelectMany(Held) : [type];

    [Fact]
    public void Every_value_that_the_register_has_a_name_for_has_words_in_each_language()
    {
        var coded = Coded().Where(one => one.Enum != typeof(EntryKind)).Distinct().ToList();
        Assert.True(coded.Count > 15, $"only {coded.Count} fields were found");
        var lacking = (from language in LetterLanguages.All
                       let words = TermWords.Load(new TemplateFolder(null), language)
                       from one in coded
                       from value in Enum.GetNames(one.Enum)
                       where words.Coded(one.Field, value) is null
                       select $"{language}: {one.Field}.{value} ({one.Enum.Name})").ToList();
        Assert.True(lacking.Count == 0, string.Join("\n", lacking));
    }

    [Fact]
    public void Entries_letters_mails_and_deliveries_have_words_in_each_language()
    {
        foreach (var language in LetterLanguages.All)
        {
            var words = TermWords.Load(new TemplateFolder(null), language);
            Assert.Equal(Enum.GetNames<EntryKind>().Select(Key).Order(StringComparer.Ordinal), words.Entries.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(LetterKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), words.Letters.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(Enum.GetNames<MailKind>().Select(Key).Append("unread").Order(StringComparer.Ordinal), words.Mails.Keys.Order(StringComparer.Ordinal));
            Assert.All(Enum.GetNames<OutboxState>(), state => Assert.NotNull(words.Coded("delivery", state)));
        }
    }

    [Fact]
    public void The_files_of_all_languages_have_the_same_keys_and_no_empty_word()
    {
        var english = Sections(TermWords.English).ToList();
        foreach (var language in LetterLanguages.All)
            foreach (var (own, same) in Sections(TermWords.Load(new TemplateFolder(null), language)).Zip(english))
            {
                Assert.Equal(same.Keys, own.Keys);
                Assert.All(own, word => Assert.False(string.IsNullOrWhiteSpace(word.Value), word.Key));
                Assert.All(own, word => Assert.Equal(same[word.Key].Contains("{count}", StringComparison.Ordinal), word.Value.Contains("{count}", StringComparison.Ordinal)));
                Assert.All(own, word => Assert.Equal(same[word.Key].Contains("{day}", StringComparison.Ordinal), word.Value.Contains("{day}", StringComparison.Ordinal)));
            }
    }

    [Fact]
    public void A_text_that_somebody_wrote_is_nobodys_word()
    {
        Assert.Null(TermWords.English.Coded("title", "Open"));
        Assert.Equal("focal point", TermWords.English.Coded("role", "FocalPoint"));
        Assert.Equal("focal point", TermWords.English.Coded("role", "focal-point"));
        Assert.Equal("drafted", TermWords.English.Coded("report.state", "Drafted"));
        Assert.Equal("closed by", TermWords.Spaced("closedBy"));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Sections(TermWords words) => [words.Entries, words.Fields, words.Values, words.Letters, words.Mails, words.Reasons];

    private static string Key(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
