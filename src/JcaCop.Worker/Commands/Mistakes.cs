using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace JcaCop.Worker.Commands;

/// <summary>What is wrong with a line, in words for whoever typed it.</summary>
internal static partial class Mistakes
{
    /// <summary>Farther apart than this, a word is not taken for a mistyped other one. Letters.</summary>
    private const int MostTypos = 2;

    /// <summary>All that is wrong with a line. Of an unknown verb nothing else is told: what follows it means nothing.</summary>
    public static IEnumerable<string> Of(ParseResult line)
    {
        var command = line.CommandResult.Command;
        if (command.Action is null && command.Subcommands.Count > 0)
        {
            var names = command.Subcommands.Where(part => !part.Hidden).Select(part => part.Name).ToList();
            var takes = $"{(command is RootCommand ? "The verbs are" : $"'{command.Name}' takes")} {string.Join(", ", names)}.";
            return [line.UnmatchedTokens.Count == 0 ? takes : Near(line.UnmatchedTokens[0], names) is { } near
                ? $"'{line.UnmatchedTokens[0]}' is no verb; did you mean '{near}'? {takes}" : $"'{line.UnmatchedTokens[0]}' is no verb. {takes}"];
        }
        var unknown = line.Errors.Select(mistake => NoOption(command, mistake)).OfType<string>().ToList();
        // What stands behind an option that does not exist was meant for it.
        return unknown.Count == 0 ? line.Errors.Select(mistake => NoNumber(command, mistake) ?? NoYes(line, mistake) ?? Told(mistake))
            : unknown.Concat(line.Errors.Where(mistake => !Unrecognized().IsMatch(mistake.Message)
                && !(Required().Match(mistake.Message) is { Success: true } needed && unknown.Exists(told => told.EndsWith($"'{needed.Groups["name"].Value}'?", StringComparison.Ordinal)))).Select(Told));
    }

    /// <summary>"--titel": which option is meant, or which there are.</summary>
    private static string? NoOption(Command command, ParseError mistake)
    {
        if (Unrecognized().Match(mistake.Message) is not { Success: true } typed || typed.Groups["value"].Value is not ['-', '-', _, ..] word) return null;
        List<string> names = [.. command.Options.Where(option => !option.Hidden && option.Name != "--help").Select(option => option.Name)];
        var verb = Path(command);
        return Near(word, names) is { } near ? $"'{word}' is no option of '{verb}'; did you mean '{near}'?"
            : names.Count == 0 ? null : $"'{word}' is no option of '{verb}', which takes {string.Join(", ", names)}.";
    }

    /// <summary>"call open".</summary>
    private static string Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent ? $"{parent.Name} {command.Name}" : command.Name;

    /// <summary>Whether the word is a mistyped one of these.</summary>
    /// <param name="typos">So many letters are wrong at most.</param>
    public static bool IsNear(string word, IEnumerable<string> names, int typos = MostTypos) => Near(word, names, typos) is not null;

    private static string? Near(string word, IEnumerable<string> names, int typos = MostTypos) =>
        names.Select(name => (Name: name, Typos: Typos(word.ToLowerInvariant(), name)))
            .Where(pair => pair.Typos <= Math.Min(typos, pair.Name.Length / 2)).OrderBy(pair => pair.Typos).Select(pair => pair.Name)
            .FirstOrDefault();

    /// <summary>Letters to be added, left out or changed to make one word of the other (Levenshtein's distance).</summary>
    private static int Typos(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }

    /// <summary>Where a verb takes several numbers, the parser calls a word that is none unrecognized.</summary>
    private static string? NoNumber(Command command, ParseError mistake) =>
        Unrecognized().Match(mistake.Message) is { Success: true } typed && typed.Groups["value"].Value is [not '-', ..] word
        && command.Arguments.FirstOrDefault(argument => argument.ValueType == typeof(long[]) || argument.ValueType == typeof(int[])) is { } numbers
            ? $"{numbers.Name} takes a whole number; '{word}' is none." : null;

    /// <summary>Behind an option that may stand alone, a word that is neither true nor false is taken for one of the next.</summary>
    private static string? NoYes(ParseResult line, ParseError mistake)
    {
        if (Unrecognized().Match(mistake.Message) is not { Success: true } typed) return null;
        var word = typed.Groups["value"].Value;
        var option = line.Tokens.Zip(line.Tokens.Skip(1)).Where(pair => pair.Second.Value == word && pair.First.Type == TokenType.Option)
            .Select(pair => line.CommandResult.Command.Options.FirstOrDefault(one => one.Name == pair.First.Value && one.ValueType == typeof(bool?))).FirstOrDefault(one => one is not null);
        return option is null ? null : Choice.None(option.Name, ["true", "false"], word);
    }

    public static string Told(ParseError mistake)
    {
        if (Typed().Match(mistake.Message) is not { Success: true } typed) return mistake.Message;
        var (name, type) = mistake.SymbolResult switch
        {
            OptionResult option => (option.Option.Name, option.Option.ValueType),
            ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType),
            _ => ("", typeof(string)),
        };
        var meant = type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type;
        var what = meant == typeof(int) || meant == typeof(long) ? "a whole number" : meant == typeof(double) || meant == typeof(decimal) ? "a number" : "something else";
        return $"{name} takes {what}; '{typed.Groups["value"].Value}' is none.";
    }

    [GeneratedRegex("^Unrecognized command or argument '(?<value>.*)'", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Option '(?<name>.*)' is required", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Required();

    /// <summary>The parser names types of the program.</summary>
    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for (?:command|option) '.*' as expected type", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
