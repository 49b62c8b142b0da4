using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop preview</c>: which letters go out in the next days, to whom, and why.</summary>
internal static class PreviewCommand
{
    public static Verb Make(IServiceSource services)
    {
        var days = new Option<int>("--days") { Description = "How far to look.", HelpName = "N", DefaultValueFactory = _ => 14 };
        var json = Json.Option();
        var verb = new Verb("preview", "Which letters go out in the next days, to whom, and why.", "preview", "preview --days 30 --json") { days, json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            if (line.Value(days) is < 1 or > 366) throw new Refusal(ExitCode.Usage, "--days takes a number from 1 to 366.");
            var until = line.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(line.Value(days));
            var rows = new List<PreviewRow>();
            foreach (var letter in (await line.Services.GetRequiredService<OutboxStore>().ListAsync(OutboxState.Queued, 1_000, stop)).Where(letter => letter.Group == line.Group.Key).Reverse())
                rows.Add(new(letter.CreatedAt, letter.To, letter.Kind, "queued"));
            foreach (var (owed, step, at) in await line.Services.GetRequiredService<ReminderBook>().UpcomingAsync(line.Group, until, stop))
                rows.Add(new(at, step.Escalates ? "secretariat" : owed.Debtor.Name, step.Escalates ? "escalation" : "reminder", string.Create(CultureInfo.InvariantCulture,
                    $"{owed.Title}: due {TimeZoneInfo.ConvertTime(owed.Deadline!.At, line.Group.Zone):yyyy-MM-dd} ({owed.Deadline.Rule})")));
            if (line.Value(json)) line.Output.WriteLine(JsonSerializer.Serialize(rows, Json.Form));
            else if (rows.Count == 0) line.Output.WriteLine("No letters.");
            else TextTable.Write(line.Output, ["when", "to", "letter", "why"], [.. rows.Select(row => (IReadOnlyList<string?>)[Text.Instant(row.At), row.To, row.Letter, row.Why])]);
            return ExitCode.Ok;
        });
    }

    private sealed record PreviewRow(DateTimeOffset At, string To, string Letter, string Why);
}
