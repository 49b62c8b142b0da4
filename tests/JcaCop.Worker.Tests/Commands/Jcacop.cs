using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>Runs a command line as a person would, in this process.</summary>
internal static class Jcacop
{
    public static async Task<JcacopRun> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(VerbList.Root(new FreshServices()), args, output, error, TestContext.Current.CancellationToken);
        return new JcacopRun(code, output.ToString(), error.ToString());
    }
}

internal sealed record JcacopRun(int Code, string Output, string Error);
