using System.Reflection;
using System.Text.RegularExpressions;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("review", "aprove", "1")]
    [InlineData("review", "accept")]
    [InlineData("outbox", "list", "--state", "lost")]
    [InlineData("run", "--twice")]
    [InlineData("db", "status", "--set", "no equals sign")]
    public async Task A_wrong_line_ends_with_2_and_says_where_help_is(params string[] line)
    {
        var run = await Jcacop.RunAsync(line);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("read")]
    [InlineData("import")]
    [InlineData("review list")]
    [InlineData("review show")]
    [InlineData("review accept")]
    [InlineData("review reject")]
    [InlineData("review replay")]
    [InlineData("outbox list")]
    [InlineData("outbox retry")]
    [InlineData("pages write")]
    [InlineData("meeting send-participants")]
    [InlineData("report annual")]
    [InlineData("pages preview")]
    [InlineData("organization list")]
    [InlineData("organization show")]
    [InlineData("organization add")]
    [InlineData("organization set")]
    [InlineData("organization duplicates")]
    [InlineData("organization merge")]
    [InlineData("person list")]
    [InlineData("person show")]
    [InlineData("person add")]
    [InlineData("person set")]
    [InlineData("person duplicates")]
    [InlineData("person merge")]
    [InlineData("seat list")]
    [InlineData("seat show")]
    [InlineData("seat add")]
    [InlineData("seat begin")]
    [InlineData("seat end")]
    [InlineData("seat confirm")]
    [InlineData("activity list")]
    [InlineData("activity show")]
    [InlineData("activity add")]
    [InlineData("activity set")]
    [InlineData("activity cancel")]
    [InlineData("person data")]
    [InlineData("erase person")]
    [InlineData("erase mail")]
    [InlineData("erase attachment")]
    [InlineData("liaison list")]
    [InlineData("liaison show")]
    [InlineData("liaison draft")]
    [InlineData("liaison send")]
    [InlineData("liaison close")]
    [InlineData("liaison route")]
    [InlineData("mandate list")]
    [InlineData("mandate show")]
    [InlineData("mandate add")]
    [InlineData("mandate set")]
    [InlineData("mandate review")]
    [InlineData("mandate end")]
    [InlineData("preview")]
    [InlineData("member add")]
    [InlineData("member remove")]
    [InlineData("member list")]
    [InlineData("member show")]
    [InlineData("call open")]
    [InlineData("call list")]
    [InlineData("call show")]
    [InlineData("call answers")]
    [InlineData("call tally")]
    [InlineData("call extend")]
    [InlineData("call close")]
    [InlineData("call cancel")]
    [InlineData("call waive")]
    [InlineData("call comment")]
    [InlineData("meeting open")]
    [InlineData("meeting set")]
    [InlineData("meeting agenda")]
    [InlineData("meeting announce")]
    [InlineData("meeting cancel")]
    [InlineData("meeting held")]
    [InlineData("meeting list")]
    [InlineData("meeting show")]
    [InlineData("meeting participants")]
    [InlineData("meeting register")]
    [InlineData("meeting excuse")]
    [InlineData("call answer")]
    [InlineData("liaison receive")]
    [InlineData("meeting calendar")]
    [InlineData("document list")]
    [InlineData("document show")]
    [InlineData("document reserve")]
    [InlineData("document add")]
    [InlineData("document revise")]
    [InlineData("report draft")]
    [InlineData("report approve")]
    [InlineData("report distribute")]
    [InlineData("report list")]
    [InlineData("export")]
    [InlineData("db upgrade")]
    [InlineData("db status")]
    [InlineData("db backup")]
    [InlineData("corpus score")]
    [InlineData("corpus diff")]
    [InlineData("doctor")]
    [InlineData("init")]
    [InlineData("demo")]
    [InlineData("simulate")]
    public async Task Every_verb_has_help_with_examples_that_parse(string verb)
    {
        var run = await Jcacop.RunAsync([.. verb.Split(' '), "--help"]);
        Assert.Equal(ExitCode.Ok, run.Code);
        var examples = run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            Assert.StartsWith($"jcacop {verb}", example, StringComparison.Ordinal);
            var words = Redirection().Replace(example["jcacop ".Length..], "");
            Assert.Null(CommandLine.WrongWith(VerbList.Root(new FreshServices()), words));
        }
    }

    /// <summary>A calendar file is a calendar file; so are a document and a folder of pages.</summary>
    [Fact]
    public void Every_verb_of_the_secretariat_takes_json_and_tells_what_each_word_means()
    {
        var verbs = VerbList.Desk(new FreshServices()).SelectMany(Leaves).Where(verb => Path(verb) is not ("meeting calendar" or "report annual" or "pages write" or "publish" or "pages preview")).ToList();
        Assert.Empty(verbs.Where(verb => !verb.Options.Any(option => option.Name == "--json")).Select(Path));
        Assert.Empty(from verb in verbs from symbol in verb.Options.Cast<System.CommandLine.Symbol>().Concat(verb.Arguments) where string.IsNullOrEmpty(symbol.Description) select $"{Path(verb)} {symbol.Name}");
    }

    [Fact]
    public void What_the_command_line_orders_a_mail_orders_with_the_same_words_but_for_files()
    {
        var byMail = VerbList.ByMail(new FreshServices()).Subcommands.SelectMany(Leaves).Select(Path).ToHashSet();
        Assert.Equal(["document add", "document revise"], VerbList.Desk(new FreshServices()).SelectMany(Leaves).Select(Path).Where(verb => !byMail.Contains(verb)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<System.CommandLine.Command> Leaves(System.CommandLine.Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static string Path(System.CommandLine.Command verb) => string.Join(' ', verb.Parents.OfType<System.CommandLine.Command>().Where(parent => parent is not System.CommandLine.RootCommand).Select(parent => parent.Name).Append(verb.Name));

    [Fact]
    public async Task Without_a_verb_the_help_is_shown()
    {
        var run = await Jcacop.RunAsync();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("jcacop demo", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_not_there_ends_with_3()
    {
        var run = await Jcacop.RunAsync("db", "status", "--settings", "/nowhere/jcacop.json");
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains("/nowhere/jcacop.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documented_exit_codes_are_those_of_the_program()
    {
        var documented = Row().Matches(File.ReadAllText(System.IO.Path.Combine(Root(), "docs", "commands.md"))).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        var actual = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!);
        Assert.Equal(actual.Order(), documented.Order());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "JcaCop.Worker.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| (\d{1,3}) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(" > .{1,100}$")]
    private static partial Regex Redirection();
}
