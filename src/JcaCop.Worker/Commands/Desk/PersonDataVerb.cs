using System.CommandLine;
using JcaCop.Register.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop person data</c>: everything that is held of a person, for whoever asks for it.</summary>
internal static class PersonDataVerb
{
    public static Verb Make(IServiceSource services)
    {
        var who = new Argument<string>("WHO") { Description = "Number of the person, or a mail address." };
        var verb = new Verb("data", "Everything that is held of a person, as JSON. What others wrote is told by the numbers of the mails.",
            "person data 3", "person data anna@network.example --json") { who, new Option<bool>("--json") { Description = "It is JSON in any case." } };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var told = line.Value(who);
            var number = long.TryParse(told, out var id) ? id : (long?)null;
            var held = await line.Services.GetRequiredService<PersonData>().OfAsync(line.Group.Key, number is null ? told : null, number, services.GroupKey, stop)
                ?? throw new Refusal(ExitCode.Usage, $"Nothing is held of '{told}'.");
            line.Output.WriteLine(held.ToJsonString(Json.Form));
            return ExitCode.Ok;
        });
    }
}
