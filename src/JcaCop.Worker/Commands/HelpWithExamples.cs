using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace JcaCop.Worker.Commands;

/// <summary>The usual help, with the verb's examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            Verb verb => verb.Examples,
            RootCommand => ["demo", "init", "doctor", "run --once", "review list"],
            _ => [],
        };
        if (examples.Count == 0) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  jcacop {example}");
        output.WriteLine();
        return code;
    }
}
