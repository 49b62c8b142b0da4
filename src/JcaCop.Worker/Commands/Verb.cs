using System.CommandLine;

namespace JcaCop.Worker.Commands;

/// <summary>A command that shows examples below its help.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
