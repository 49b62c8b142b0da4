using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>One line of a secretariat's verb that is being carried out.</summary>
/// <param name="Who">Under whose name history and audit note it.</param>
/// <param name="MessageId">The mail in which it was ordered; null on the command line.</param>
internal sealed record DeskLine(ParseResult Parsed, IServiceProvider Services, Group Group, string Who, long? MessageId)
{
    public TextWriter Output => Parsed.InvocationConfiguration.Output;

    /// <summary>As typed, without what cannot be seen.</summary>
    public T? Value<T>(Option<T> option) => Typed.Clean(option.Name, Parsed.GetValue(option));

    /// <summary>As typed; the default where the argument may be left out, and is.</summary>
    public T Value<T>(Argument<T> argument) => Typed.Clean(argument.Name, argument.Arity.MinimumNumberOfValues > 0 ? Parsed.GetRequiredValue(argument) : Parsed.GetValue(argument))!;
}

/// <summary>What the secretariat's verbs have in common: <c>--group</c>, <c>--json</c>, one order carried out whole or not at all, and what they print.</summary>
internal static class DeskVerb
{
    /// <summary>Makes a verb that changes the register.</summary>
    /// <param name="order">From the words of the line to the order. A <see cref="Refusal"/> tells what is wrong with them.</param>
    public static Verb Changing(Verb verb, IServiceSource services, Func<DeskLine, DeskOrder> order) =>
        Changing(verb, services, (line, _) => Task.FromResult((order(line), (AfterOrder)((_, _) => Task.CompletedTask))));

    /// <summary>What is done once the order is on disk: files are copied, further words are told. It does not run where nothing was done.</summary>
    public delegate Task AfterOrder(DeskOutcome outcome, CancellationToken stop);

    /// <summary>Makes a verb that changes the register, and does something outside it before or afterwards.</summary>
    public static Verb Changing(Verb verb, IServiceSource services, Func<DeskLine, CancellationToken, Task<(DeskOrder Order, AfterOrder After)>> prepare)
    {
        var json = Json.Option();
        verb.Add(json);
        return Of(verb, services, RegisterNeed.Made, async (line, stop) =>
        {
            RefuseTooLong(line.Parsed);
            if (verb.Name == "set" && !SaysWhat(line.Parsed)) throw new Refusal(ExitCode.Usage, $"Nothing to set: say what, as in '{verb.Examples[0]}'.");
            var (order, after) = await prepare(line, stop);
            var outcome = await line.Services.GetRequiredService<DeskStore>().DoAsync(line.Group.Key, order with { Who = line.Who, MessageId = line.MessageId }, stop);
            if (outcome.Done) await after(outcome, stop);
            if (line.Parsed.GetValue(json))
                line.Output.WriteLine(JsonSerializer.Serialize(new { done = outcome.Done, problem = outcome.Problem, changes = outcome.Changes.Select(change => ChangeText.Of(change,
                        line.Group.Zone)), notes = outcome.Notes.Count > 0 ? outcome.Notes : null },
                        Json.Form));
            else if (outcome.Problem is { } problem) line.Parsed.InvocationConfiguration.Error.WriteLine($"Nothing done: {problem.TrimEnd('.')}.");
            else if (outcome.Changes.Count == 0 && outcome.Notes.Count == 0) line.Output.WriteLine("Nothing changed: the register said so before.");
            else
            {
                foreach (var change in outcome.Changes) line.Output.WriteLine(ChangeText.Of(change, line.Group.Zone));
                foreach (var note in outcome.Notes) line.Output.WriteLine(Printable.Line(note));
            }
            return outcome.Problem is null ? ExitCode.Ok : ExitCode.Usage;
        });
    }

    /// <summary>Whether any option of the verb's own is given.</summary>
    private static bool SaysWhat(ParseResult line) =>
        line.CommandResult.Children.OfType<OptionResult>().Any(given => !given.Implicit && given.Option.Name is not ("--json" or "--group"));

    /// <summary>Characters of a name, a title, an address: more is a text that was put into the wrong place.</summary>
    private const int LongestWord = 1_000;

    private const int LongestText = 20_000;

    /// <summary>Options that take whole paragraphs.</summary>
    internal static readonly string[] Texts = ["--text", "--text-in", "--question", "--question-in", "--details"];

    /// <exception cref="Refusal">A word of the line is longer than anything that is kept of its sort.</exception>
    private static void RefuseTooLong(ParseResult line)
    {
        foreach (var part in line.CommandResult.Children)
        {
            var name = part switch { OptionResult option => option.Option.Name, ArgumentResult argument => argument.Argument.Name, _ => "" };
            var most = Texts.Contains(name, StringComparer.Ordinal) ? LongestText : LongestWord;
            if (part.Tokens.FirstOrDefault(token => token.Value.Length > most) is { } word)
                throw new Refusal(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{name} takes at most {most} characters; there are {word.Value.Length}."));
        }
    }

    /// <summary>Makes a verb that looks into the register of one group.</summary>
    public static Verb Showing(Verb verb, IServiceSource services, Func<DeskLine, CancellationToken, Task<int>> show) => Of(verb, services, RegisterNeed.There, show);

    private static Verb Of(Verb verb, IServiceSource services, RegisterNeed need, Func<DeskLine, CancellationToken, Task<int>> work)
    {
        var group = new Option<string?>("--group") { Description = "Key of the group. Default: the setting PrimaryGroup, or the only group.", HelpName = "KEY" };
        verb.Add(group);
        verb.SetAction((line, stop) => services.WithAsync(line, need, provider =>
            work(new DeskLine(line, provider, GroupOf(line.GetValue(group) ?? services.GroupKey, provider), services.Who, services.MessageId), stop), stop));
        return verb;
    }

    private static Group GroupOf(string? key, IServiceProvider provider)
    {
        var groups = provider.GetRequiredService<GroupList>();
        if (key is null)
            return groups.Primary ?? throw new Refusal(ExitCode.Usage, $"Which group? --group {string.Join(", --group ", groups.Groups.Select(group => group.Key))}. The setting PrimaryGroup spares it.");
        return groups.Groups.FirstOrDefault(group => group.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? throw new Refusal(ExitCode.Usage, $"There is no group '{key}'. Groups: {string.Join(", ", groups.Groups.Select(group => group.Key))}.");
    }
}

/// <summary>A change as verbs tell it.</summary>
internal static class ChangeText
{
    public static string Told(string field, string? value) => value is null ? "(nothing)" : Text.Value(field, value);

    /// <param name="zone">In which times are told.</param>
    public static string Of(RegisterChange change, TimeZoneInfo zone)
    {
        var fields = change.IsNew ? ""
            : ": " + string.Join("; ",
                change.Fields.Select(field => $"{Text.Field(field.Field)} {Told(field.Field, Local(field.Before, zone))} -> {Told(field.Field, Local(field.After, zone))}"));
        return Printable.Line(Text.Cities($"{(change.IsNew ? "new" : "changed")} {change.Kind.ToString().ToLowerInvariant()} {Text.Number(change.After.Id)} {change.Title}{fields}"));
    }

    private static string? Local(string? value, TimeZoneInfo zone) =>
        value is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Text.Local(at, zone) : value;
}
