using System.Data.Common;
using System.Net.Sockets;
using JcaCop.Post.Letters.Wording;
using JcaCop.Post.MailServers;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Commands;

/// <summary>Tells what went wrong: the user's mistakes and the outside world in one sentence, a fault of the program with all that helps to find it.</summary>
internal static class Failures
{
    public static int Tell(Exception failure, TextWriter error, bool stopAsked)
    {
        switch (failure)
        {
            case OperationCanceledException when stopAsked:
                error.WriteLine("Stopped before the end; what was done so far stays.");
                return ExitCode.Interrupted;
            case Refusal refusal:
                error.WriteLine(refusal.Message);
                return refusal.Code;
            case OptionsValidationException settings:
                return Tell(settings.Failures.Distinct(), error);
            case AggregateException all when all.InnerExceptions.All(inner => inner is OptionsValidationException):
                // Settings that others are made of fail once for each of them.
                return Tell(all.InnerExceptions.OfType<OptionsValidationException>().SelectMany(settings => settings.Failures).Distinct(), error);
            case TemplateException template:
                // Shipped ones are tested: it is one of the operator's own.
                error.WriteLine($"Letters:TemplateFolder: {template.Message}");
                return ExitCode.Settings;
            case MailServerException server:
                error.WriteLine(server.Message);
                return server.Step == MailServerStep.Secret ? ExitCode.Settings : ExitCode.OutsideWorld;
            case DbException database:
                error.WriteLine($"The database: {database.Message}");
                return ExitCode.OutsideWorld;
            case InvalidOperationException { InnerException: DbException } schema:
                error.WriteLine($"The database: {schema.Message}");
                return ExitCode.OutsideWorld;
            case IOException or UnauthorizedAccessException or SocketException or TimeoutException:
                error.WriteLine(failure.Message);
                return ExitCode.OutsideWorld;
            case AggregateException { InnerExceptions: [var only] }:
                return Tell(only, error, stopAsked);
            default:
                error.WriteLine("A fault of jcacop itself. Please report it with these lines:");
                error.WriteLine(failure);
                return ExitCode.Fault;
        }
    }

    private static int Tell(IEnumerable<string> wrongSettings, TextWriter error)
    {
        foreach (var wrong in wrongSettings) error.WriteLine($"Settings: {wrong}");
        return ExitCode.Settings;
    }
}
