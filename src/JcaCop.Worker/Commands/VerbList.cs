using System.CommandLine;
using JcaCop.Worker.Commands.Desk;

namespace JcaCop.Worker.Commands;

/// <summary>The verbs, in the order in which the help shows them.</summary>
internal static class VerbList
{
    /// <summary>All that a person can type.</summary>
    public static RootCommand Root(IServiceSource services)
    {
        var root = new RootCommand("The desk that runs on mail: reads what members write in six languages, keeps the registers, answers.")
        {
            RunCommand.Make(),
            ReadVerb.Make(),
            ImportCommand.Make(services),
        };
        foreach (var verb in Desk(services)) root.Add(verb);
        Command[] upkeep = [LetterCommand.Make(services), DatabaseCommand.Make(services), DoctorCommand.Make(services), InitCommand.Make(), SimulateCommand.Demo(), SimulateCommand.Simulate()];
        foreach (var verb in upkeep) root.Add(verb);
        foreach (var option in GlobalOptions.All) root.Add(option);
        return root;
    }

    /// <summary>What a line of a scenario can do beside <c>note</c> and the other words of the story itself.</summary>
    public static RootCommand Scenario(IServiceSource services)
    {
        RootCommand root = [ImportCommand.Make(services), DatabaseCommand.Make(services)];
        foreach (var verb in Desk(services)) root.Add(verb);
        return root;
    }

    /// <summary>The secretariat's own verbs: the same words on the command line, in a scenario and by mail.</summary>
    public static IReadOnlyList<Command> Desk(IServiceSource services) =>
    [
        ReviewCommand.Make(services),
        OutboxCommand.Make(services),
        OrganizationCommand.Make(services),
        PersonCommand.Make(services),
        SeatCommand.Make(services),
        MemberCommand.Make(services),
        ActivityCommand.Make(services),
        LiaisonCommand.Make(services),
        EraseCommand.Make(services),
        ExportCommand.Make(services),
    ];
}
