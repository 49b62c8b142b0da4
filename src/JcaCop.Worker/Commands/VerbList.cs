using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>The verbs, in the order in which the help shows them.</summary>
internal static class VerbList
{
    /// <summary>All that a person can type.</summary>
    public static RootCommand Root(IServiceSource services) =>
    [
        .. GlobalOptions.All,
        RunCommand.Make(),
        ReadVerb.Make(),
        ImportCommand.Make(services),
        OutboxCommand.Make(services),
        DatabaseCommand.Make(services),
        InitCommand.Make(),
    ];

    /// <summary>What a line of a scenario can do beside <c>note</c> and the other words of the story itself.</summary>
    public static RootCommand Scenario(IServiceSource services) =>
    [
        ImportCommand.Make(services),
        OutboxCommand.Make(services),
        DatabaseCommand.Make(services),
    ];
}
