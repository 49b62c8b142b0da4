using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using JcaCop.Post.Letters.Wording;
using JcaCop.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop preview</c>: which letters go out in the next days, to whom, and why; <c>preview stop</c> stops one.</summary>
internal static class PreviewCommand
{
    /// <summary>Names that a line of the table shows; <c>--json</c> has all.</summary>
    private const int MostNames = 3;

    public static Verb Make(IServiceSource services)
    {
        var days = new Option<int>("--days") { Description = "How far to look.", HelpName = "N", DefaultValueFactory = _ => 14 };
        var json = Json.Option();
        var verb = new Verb("preview", "Which letters go out by themselves in the next days, to whom, and why.", "preview", "preview --days 30 --json") { days, json, Stop(services) };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            if (line.Value(days) is < 1 or > 366) throw new Refusal(ExitCode.Usage, "--days takes a number from 1 to 366.");
            var until = line.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(line.Value(days));
            var book = line.Services.GetRequiredService<ComingBook>();
            List<ComingLetter> rows = [.. await book.QueuedAsync(line.Group, stop), .. await book.ListAsync(line.Group, until, stop)];
            if (line.Value(json)) line.Output.WriteLine(JsonSerializer.Serialize(rows.Select(row => new { row.Kind, row.At, row.Last, row.To, row.Subject, Why = row.Why.InEnglish, row.Key }), Json.Form));
            else if (rows.Count == 0) line.Output.WriteLine("No letters.");
            else TextTable.Write(line.Output, ["when", "letter", "to", "about", "why", "stop by"],
                [.. rows.Select(row => (IReadOnlyList<string?>)[When(row, line.Group.Zone), TermWords.English.Letter(row.Kind), Names(row.To),
                        row.Subject, row.Why.InEnglish, row.Key])]);
            return ExitCode.Ok;
        });
    }

    private static Verb Stop(IServiceSource services)
    {
        var key = new Argument<string>("KEY") { Description = "As preview shows it in its last column." };
        return DeskVerb.Changing(new Verb("stop", "Stop a coming letter: its time passes, and nothing is sent.", "preview stop call-12-2012-08-22-7", "preview stop meeting-3-contributions-call") { key }, services,
            async (line, stop) =>
            {
                var book = line.Services.GetRequiredService<ComingBook>();
                var all = await book.ListAsync(line.Group, line.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(366), stop);
                if (!all.Any(letter => letter.Key?.Equals(line.Value(key), StringComparison.OrdinalIgnoreCase) == true))
                    throw new Refusal(ExitCode.Usage, $"No coming letter is called '{line.Value(key)}'; preview shows them. It may have gone out, or been stopped before.");
                return (Vetoes.Stop(line.Value(key)), (_, _) => Task.CompletedTask);
            });
    }

    /// <summary>From the first to the last, where addressees are written to by clocks of several zones.</summary>
    private static string When(ComingLetter row, TimeZoneInfo zone)
    {
        if (row.Last is not { } last) return Text.Local(row.At, zone);
        var (first, end) = (TimeZoneInfo.ConvertTime(row.At, zone), TimeZoneInfo.ConvertTime(last, zone));
        return string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd HH:mm} to {(first.Date == end.Date ? $"{end:HH:mm}" : $"{end:yyyy-MM-dd HH:mm}")} ({Text.City(zone)})");
    }

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} more");
}
