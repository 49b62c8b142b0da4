using System.CommandLine;
using JcaCop.Worker.Commands.Desk;
using JcaCop.Worker.Commands.Desk.Calls;

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
        Command[] upkeep = [LetterCommand.Make(services), CorpusCommand.Make(), DatabaseCommand.Make(services), DoctorCommand.Make(services), InitCommand.Make(), SimulateCommand.Demo(), SimulateCommand.Simulate()];
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

    /// <summary>What a secretary can order by mail: the secretariat's own verbs, but for whatever reaches into the files of the machine.</summary>
    public static RootCommand ByMail(IServiceSource services)
    {
        var root = new RootCommand();
        foreach (var verb in Desk(services).Where(WithoutFiles)) root.Add(verb);
        return root;
    }

    /// <returns>False where nothing is left of the verb.</returns>
    private static bool WithoutFiles(Command verb)
    {
        foreach (var option in verb.Options.Where(option => NamesFile(option.HelpName)).ToList()) verb.Options.Remove(option);
        foreach (var argument in verb.Arguments.Where(argument => NamesFile(argument.HelpName ?? argument.Name) && argument.Arity.MinimumNumberOfValues == 0).ToList()) verb.Arguments.Remove(argument);
        foreach (var part in verb.Subcommands.Where(part => !WithoutFiles(part)).ToList()) verb.Subcommands.Remove(part);
        return !verb.Arguments.Any(argument => NamesFile(argument.HelpName ?? argument.Name)) && (verb.Action is not null || verb.Subcommands.Count > 0);
    }

    private static bool NamesFile(string? name) => name is not null && name.Split('|', '/', ' ').Any(word => word is "FILE" or "DIR" or "FOLDER" or "PATH");

    /// <summary>The secretariat's own verbs: the same words on the command line, in a scenario and by mail.</summary>
    public static IReadOnlyList<Command> Desk(IServiceSource services) =>
    [
        ReviewCommand.Make(services),
        OutboxCommand.Make(services),
        OrganizationCommand.Make(services),
        PersonCommand.Make(services),
        SeatCommand.Make(services),
        MemberCommand.Make(services),
        CallCommand.Make(services),
        ActivityCommand.Make(services),
        LiaisonCommand.Make(services),
        MandateCommand.Make(services),
        PreviewCommand.Make(services),
        EraseCommand.Make(services),
        MeetingCommand.Make(services),
        DocumentCommand.Make(services),
        ReportCommand.Make(services),
        ExportCommand.Make(services),
        PagesCommand.Make(services),
        PagesCommand.Publish(services),
    ];
}
