using System.CommandLine;
using System.Text.Json;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop review list</c>.</summary>
internal static class ReviewList
{
    public static Verb Make(IServiceSource services)
    {
        var max = new Option<int>("--max") { Description = "At most so many.", DefaultValueFactory = _ => 200 };
        var json = Json.Option();
        var verb = new Verb("list", "Mails that wait for a person, the longest waiting first, each with its reason.", "review list", "review list --json") { max, json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, async provider =>
        {
            var waiting = (await provider.GetRequiredService<MessageQueries>()
                    .WaitingAsync(services.GroupKey is null ? line.GetValue(max) : int.MaxValue, stop)).Where(mail => services.Sees(mail, provider))
                .Take(line.GetValue(max)).ToList();
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(waiting.Select(mail => mail with { Kind = Spelling.OrNull(mail.Kind) }), Json.Form));
            else if (waiting.Count == 0) output.WriteLine("Nothing waits for a person.");
            else
            {
                TextTable.Write(output, ["id", "state", "arrived", "from", "subject", "why"], [.. waiting.Select(mail => (IReadOnlyList<string?>)
                [
                    Text.Number(mail.Id), Text.Word(mail.State), Text.Local(mail.ArrivedAt, provider.ZoneOf(mail.Group)), mail.Sender ?? "(nobody)", mail.Subject, mail.Reason,
                ])]);
                output.WriteLine("'jcacop review show ID' tells more; accept, reject or replay decides.");
            }
            return ExitCode.Ok;
        }, stop));
        return verb;
    }
}
