using System.CommandLine;
using System.Text.Json;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop outbox</c>: letters on their way out, and those that a person must let go again.</summary>
internal static class OutboxCommand
{
    public static Command Make(IServiceSource services) => new("outbox", "Letters on their way out.")
    {
        List(services),
        Retry(services),
    };

    private static Verb List(IServiceSource services)
    {
        var state = Choice.Of<OutboxState>("--state", $"Only those in this state: {Choice.Words<OutboxState>()}.", "STATE");
        var max = new Option<int>("--max") { Description = "The newest so many.", DefaultValueFactory = _ => 100 }.Between(1, 1_000_000);
        var json = Json.Option();
        var verb = new Verb("list", "Letters, the newest first.", "outbox list", "outbox list --state unknown", "outbox list --json --max 1000") { state, max, json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, async provider =>
        {
            var letters = (await provider.GetRequiredService<OutboxStore>()
                    .ListAsync(line.GetValue(state), services.GroupKey is null ? line.GetValue(max) : int.MaxValue, stop)).Where(letter => services.Sees(letter.Group))
                .Take(line.GetValue(max)).ToList();
            var output = line.InvocationConfiguration.Output;
            if (line.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(letters, Json.Form));
            else if (letters.Count == 0) output.WriteLine("No letters.");
            else
                TextTable.Write(output, ["id", "state", "tries", "made", "kind", "to", "subject", "last answer"], [.. letters.Select(letter => (IReadOnlyList<string?>)
                [
                    Text.Number(letter.Id), Text.Word(letter.State), Text.Number(letter.Attempts), Text.Local(letter.CreatedAt, provider.ZoneOf(letter.Group)),
                    letter.Kind, letter.To, letter.Subject, letter.LastAnswer,
                ])]);
            return ExitCode.Ok;
        }, stop));
        return verb;
    }

    private static Verb Retry(IServiceSource services)
    {
        var ids = new Argument<long[]>("ID") { Description = "Number of the letter, as outbox list shows it.", Arity = ArgumentArity.OneOrMore };
        var json = Json.Option();
        var verb = new Verb("retry", "Let letters go out again that are unknown, failed or parked. One that the server took after all arrives twice.", "outbox retry 17", "outbox retry 17 18 --json") { ids, json };
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, async provider =>
        {
            var store = provider.GetRequiredService<OutboxStore>();
            var code = ExitCode.Ok;
            var told = new List<object>();
            foreach (var id in line.GetRequiredValue(ids))
            {
                var done = await store.RetryAsync(id, services.GroupKey, services.Who, stop);
                if (!done) code = ExitCode.Usage;
                var problem = $"There is no letter {id} that is unknown, failed or parked and still has its text.";
                if (line.GetValue(json)) told.Add(new { id, done, problem = done ? null : problem });
                else if (done) line.InvocationConfiguration.Output.WriteLine($"Letter {id} is queued again.");
                else line.InvocationConfiguration.Error.WriteLine(problem);
            }
            if (line.GetValue(json)) line.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(told, Json.Form));
            return code;
        }, stop));
        return verb;
    }
}
