using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace JcaCop.Worker.Commands;

/// <summary>What is wrong with a line, in words for whoever typed it.</summary>
internal static partial class Mistakes
{
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
        var what = meant.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(meant).Select(word => char.ToLowerInvariant(word[0]) + word[1..]))}"
            : meant == typeof(int) || meant == typeof(long) ? "a whole number" : meant == typeof(double) || meant == typeof(decimal) ? "a number" : "something else";
        return $"{name} takes {what}; '{typed.Groups["value"].Value}' is none.";
    }

    /// <summary>The parser names types of the program.</summary>
    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for (?:command|option) '.*' as expected type", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
