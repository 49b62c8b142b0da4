using System.CommandLine;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>What the verbs print is meant for people: nothing of it is the program's own.</summary>
public sealed class WordsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    private static IEnumerable<Command> Leaves(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static string PathOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;

    [Fact]
    public void A_word_where_a_number_belongs_is_told_without_the_names_of_types()
    {
        var root = VerbList.Root(new FreshServices());
        var tried = 0;
        foreach (var verb in Leaves(root))
            foreach (var wrong in verb.Arguments.Select(_ => "abc").Concat(verb.Options.Where(option => option.ValueType != typeof(bool)).Select(option => $"{option.Name} abc")))
                if (CommandLine.WrongWith(root, $"{PathOf(verb)} {wrong}") is { } told)
                {
                    Assert.DoesNotContain("System.", told, StringComparison.Ordinal);
                    Assert.DoesNotContain("expected type", told, StringComparison.Ordinal);
                    if (told.Contains("whole number", StringComparison.Ordinal)) tried++;
                }
        Assert.True(tried > 10, $"only {tried} numbers were looked at");
    }

    [Fact]
    public async Task What_show_prints_is_words()
    {
        foreach (var line in new[]
        {
            "member add \"Administration of Australia\" --country AU --email itu@communications.example --language en", "person add --name \"Anna Sample\" --email anna@network.example",
            "organization add --name \"Lantern Network\" --country AU --contact 1", "organization set 1 --state taking-part", "seat add \"ITU-T SG17\" --person 1 --role focal-point --from 2012-10-01", "activity add --title \"A workshop\"",
            "liaison draft \"On filters\" --information \"ITU-T SG9\" --text \"For your information.\"", "mandate add \"Terms of reference\" --decided-by \"ITU-T SG17\" --officer chairman=\"Anna Sample\"",
        })
        {
            var done = await data.RunAsync([.. CommandLine.Words(line)]);
            Assert.True(done.Code == ExitCode.Ok, $"{line}: {done.Error}");
            AssertWords(line, done.Output);
        }
        foreach (var kind in new[] { "member", "person", "organization", "seat", "activity", "liaison", "mandate" })
        {
            var shown = await data.RunAsync(kind, "show", "1");
            Assert.True(shown.Code == ExitCode.Ok, $"{kind}: {shown.Error}");
            AssertWords(kind, shown.Output);
            var list = await data.RunAsync(kind, "list");
            Assert.True(list.Code == ExitCode.Ok, $"{kind}: {list.Error}");
            AssertWords(kind, list.Output);
        }
    }

    /// <summary>Names of the program that no person would write: of two words and more.</summary>
    private static readonly IReadOnlyList<string> Names =
    [
        .. typeof(JcaCop.Register.Entries.RegisterEntry).Assembly.GetTypes().Concat(typeof(JcaCop.Reading.MailKind).Assembly.GetTypes()).Where(type => type is { IsEnum: true, IsPublic: true })
            .SelectMany(Enum.GetNames).Where(name => name.Skip(1).Any(char.IsUpper)).Distinct(StringComparer.Ordinal),
    ];

    private static void AssertWords(string what, string printed)
    {
        foreach (var mark in new[] { "{\"", "\":", "[]", "[\"", "System.", "null" })
            Assert.False(printed.Contains(mark, StringComparison.Ordinal), $"{what} prints {mark}:\n{printed}");
        foreach (var name in Names) Assert.False(printed.Contains(name, StringComparison.Ordinal), $"{what} prints {name}:\n{printed}");
    }
}
