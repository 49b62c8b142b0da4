using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>Where a verb's services come from: made from the settings of the command line, or those of a simulation under way.</summary>
internal interface IServiceSource
{
    /// <summary>Under whose name history and audit note what the verb does.</summary>
    string Who { get; }

    /// <summary>The mail in which the verb was ordered; null where a person typed it.</summary>
    long? MessageId { get; }

    /// <summary>The group that is meant where the line names none; null: as the settings say.</summary>
    string? GroupKey { get; }

    /// <summary>The text below the last order of a mail, for a verb that takes a text; null where there is none, as on the command line.</summary>
    string? TakeTextBelow() => null;

    /// <summary>Hands the services to <paramref name="work"/>, with their settings checked and the register at hand, and cleans up what it made for it.</summary>
    Task<int> WithAsync(ParseResult line, RegisterNeed need, Func<IServiceProvider, Task<int>> work, CancellationToken stop);
}
