using System.CommandLine;
using System.CommandLine.Parsing;

namespace JcaCop.Worker.Commands;

/// <summary>Options and arguments that take one of a few words, and tell in a sentence where a word is none of them.</summary>
internal static class Choice
{
    /// <summary>An option that takes a value of a closed set; null where it is not given.</summary>
    public static Option<T?> Of<T>(string name, string description, string help, bool required = false) where T : struct, Enum
    {
        var option = new Option<T?>(name) { Description = description, HelpName = help, Required = required, CustomParser = told => Read<T>(name, told) };
        option.CompletionSources.Add([.. Spelling.All<T>()]);
        return option;
    }

    /// <summary>The same, of which several may be given.</summary>
    public static Option<T[]> ManyOf<T>(string name, string description, string help) where T : struct, Enum
    {
        var option = new Option<T[]>(name) { Description = description, HelpName = help, CustomParser = told => [.. told.Tokens.Select(token => Read<T>(name, told, token.Value)).OfType<T>()] };
        option.CompletionSources.Add([.. Spelling.All<T>()]);
        return option;
    }

    /// <summary>The words of a closed set, for a description.</summary>
    public static string Words<T>() where T : struct, Enum => string.Join(", ", Spelling.All<T>());

    public static TOption OneOf<TOption>(this TOption option, params string[] words) where TOption : Option => option.OneOf(StringComparer.Ordinal, words);

    public static TOption OneOf<TOption>(this TOption option, StringComparer alike, params string[] words) where TOption : Option
    {
        option.Validators.Add(told => Check(option.Name, told, alike, words));
        option.CompletionSources.Add(words);
        return option;
    }

    public static Argument<T> OneOf<T>(this Argument<T> argument, params string[] words)
    {
        argument.Validators.Add(told => Check(argument.Name, told, StringComparer.Ordinal, words));
        argument.CompletionSources.Add(words);
        return argument;
    }

    public static string None(string name, IEnumerable<string> words, string word) => $"{name} takes one of {string.Join(", ", words)}; '{word}' is none.";

    private static void Check(string name, SymbolResult told, StringComparer alike, string[] words)
    {
        foreach (var token in told.Tokens.Where(token => !words.Contains(token.Value, alike))) told.AddError(None(name, words, token.Value));
    }

    private static T? Read<T>(string name, ArgumentResult told) where T : struct, Enum => told.Tokens is [var token] ? Read<T>(name, told, token.Value) : null;

    private static T? Read<T>(string name, ArgumentResult told, string word) where T : struct, Enum
    {
        if (Spelling.Reads<T>(word, out var value)) return value;
        told.AddError(None(name, Spelling.All<T>(), word));
        return null;
    }
}
