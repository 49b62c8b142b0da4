using System.CommandLine;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Verbs that add something take its name with its option or, as <c>member add NAME</c> does, without one.</summary>
internal static class NamedVerb
{
    public static Argument<string?> Argument(Option<string?> name) => new(name.HelpName ?? "NAME") { Description = $"Instead of {name.Name}.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>One of the two must be there.</summary>
    public static void Needs(Verb verb, Option<string?> name, Argument<string?> called)
    {
        verb.Add(called);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(name) is null && result.GetResult(called) is not { Tokens.Count: > 0 }) result.AddError($"Option '{name.Name}' is required.");
        });
    }
}
