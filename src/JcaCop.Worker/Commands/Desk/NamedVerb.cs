using System.CommandLine;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Verbs that add something take its name with its option or, as <c>member add NAME</c> does, without one.</summary>
internal static class NamedVerb
{
    public static Argument<string?> Argument(Option<string?> name) => new(name.HelpName ?? "NAME") { Description = $"Instead of {name.Name}.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Takes the name either way, not in both; what begins as an option does is a mistyped option and no name.</summary>
    /// <param name="required">One of the two must be there.</param>
    public static void Takes(Verb verb, Option<string?> name, Argument<string?> called, bool required)
    {
        verb.Add(called);
        verb.Validators.Add(result =>
        {
            var typed = result.GetResult(called) is { Tokens: [{ Value: var word }, ..] } ? word : null;
            if (typed?.StartsWith("--", StringComparison.Ordinal) == true || typed is not null && result.GetResult(name) is not null) result.AddError($"Unrecognized command or argument '{typed}'.");
            else if (required && typed is null && result.GetResult(name) is null) result.AddError($"Option '{name.Name}' is required.");
        });
    }
}
