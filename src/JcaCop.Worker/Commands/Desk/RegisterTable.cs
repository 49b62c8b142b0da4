using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Verbs that list entries and show one with its history.</summary>
internal static class RegisterTable
{
    /// <summary>Makes <c>list</c>: a table, or the entries as JSON.</summary>
    /// <param name="noun">In the plural, for the sentence that there are none.</param>
    /// <param name="asOfMeans">What <c>--as-of</c> tells, where it is not how the register stood at the end of that day.</param>
    /// <param name="shown">Whether an entry is shown for a day; given with <paramref name="asOfMeans"/>, for entries that bear their days themselves.</param>
    public static Verb List<T>(
        IServiceSource services, string of, string noun, IReadOnlyList<string> headings,
        Func<RegisterSnapshot, ListTime, IEnumerable<(T Entry, IReadOnlyList<string?> Row)>> rows, string? asOfMeans = null, Func<T, DateOnly, bool>? shown = null)
    {
        var json = Json.Option();
        var find = new Option<string?>("--find") { Description = "Only rows that hold this text, whatever its case and accents.", HelpName = "TEXT" };
        var asOf = new Option<string?>("--as-of") { Description = asOfMeans ?? "As the register stood at the end of this day, in the group's zone.", HelpName = "DAY" };
        var verb = new Verb("list", $"The {noun}.", $"{of} list", $"{of} list --find helpline", $"{of} list --as-of 2012-08-30 --json") { find, asOf, json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var asked = line.Value(asOf) is { } told ? GroupTime.Day(told, "--as-of") : (DateOnly?)null;
            var at = asked is { } past && shown is null ? GroupTime.EndOf(past, line.Group.Zone) : (DateTimeOffset?)null;
            var snapshot = await line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, at, stop);
            var today = GroupTime.Today(line.Services.GetRequiredService<TimeProvider>(), line.Group.Zone);
            var all = rows(snapshot, new ListTime(today, asked ?? today, line.Group.Zone)).ToList();
            if (asked is { } day && shown is not null) all = [.. all.Where(pair => shown(pair.Entry, day))];
            if (NameKey.Of(line.Value(find)) is { Length: > 0 } wanted)
                all = [.. all.Where(pair => pair.Row.Any(cell => NameKey.Of(cell).Contains(wanted, StringComparison.Ordinal)))];
            if (line.Value(json)) line.Output.WriteLine(JsonSerializer.Serialize(all.Select(pair => pair.Entry), Json.Form));
            else if (all.Count == 0) line.Output.WriteLine($"No {noun}.");
            else TextTable.Write(line.Output, headings, [.. all.Select(pair => pair.Row)]);
            return ExitCode.Ok;
        });
    }

    /// <param name="Today">In the zone.</param>
    /// <param name="Day">For which the list is asked; today where no day is named.</param>
    /// <param name="Zone">Of the group.</param>
    internal sealed record ListTime(DateOnly Today, DateOnly Day, TimeZoneInfo Zone);

    /// <summary>Makes <c>show ID</c>: the entry, and what changed it: when, in whose name, by which mail.</summary>
    /// <param name="beside">What other entries tell of it, as name and value; null where nothing is added.</param>
    public static Verb Show(IServiceSource services, string of, EntryKind kind, Func<DeskLine, long, CancellationToken, Task<IReadOnlyList<(string Name, string Value)>>>? beside = null)
    {
        var id = new Argument<long>("ID") { Description = $"Number, as {of} list shows it." };
        var json = Json.Option();
        var verb = new Verb("show", "One entry with its history.", $"{of} show 3", $"{of} show 3 --as-of 2012-08-30", $"{of} show 3 --json") { id, AsOf.Option(), json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var history = AsOf.Until(line, await line.Services.GetRequiredService<RegisterStore>().HistoryAsync(kind, line.Value(id), stop));
            using var entry = JsonDocument.Parse(history.Count == 0 ? "{}" : history[^1].After);
            if (!entry.RootElement.TryGetProperty("group", out var group) || group.GetString() != line.Group.Key)
                throw new Refusal(ExitCode.Usage, $"There is no {of} {line.Value(id)} in the register of {line.Group.Name}.");
            var more = beside is null ? [] : await beside(line, line.Value(id), stop);
            if (line.Value(json))
            {
                line.Output.WriteLine(JsonSerializer.Serialize(new
                {
                    entry = Counted(history[^1].After),
                    beside = more.Count == 0 ? null : more.Select(pair => new { pair.Name, pair.Value }),
                    history = Told(history),
                }, Json.Form));
                return ExitCode.Ok;
            }
            var register = await AsOf.RegisterAsync(line, stop);
            foreach (var field in entry.RootElement.EnumerateObject().Where(field => field.Name is not ("stamps" or "version" or "group")))
                if (Told(field.Name, field.Value, register, line.Group.Zone) is { Length: > 0 } told) Write(line.Output, Label(field.Name), told);
            foreach (var (name, value) in more) Write(line.Output, name, value);
            Write(line, history, register);
            return ExitCode.Ok;
        });
    }

    /// <summary>Writes below an entry that is shown in a way of its own what changed it: when, in whose name, by which mail.</summary>
    public static async Task WriteHistoryAsync(DeskLine line, EntryKind kind, long id, RegisterSnapshot register, CancellationToken stop) =>
        Write(line, AsOf.Until(line, await line.Services.GetRequiredService<RegisterStore>().HistoryAsync(kind, id, stop)), register);

    /// <summary>What changed an entry, for JSON.</summary>
    public static async Task<IEnumerable<object>> HistoryAsync(DeskLine line, EntryKind kind, long id, CancellationToken stop) =>
        Told(AsOf.Until(line, await line.Services.GetRequiredService<RegisterStore>().HistoryAsync(kind, id, stop)));

    /// <summary>An entry as JSON with its history.</summary>
    public static async Task<string> WithHistoryAsync<T>(DeskLine line, EntryKind kind, long id, T entry, CancellationToken stop)
    {
        var told = JsonSerializer.SerializeToNode(entry, Json.Form)!.AsObject();
        told["history"] = JsonSerializer.SerializeToNode(await HistoryAsync(line, kind, id, stop), Json.Form);
        return told.ToJsonString(Json.Form);
    }

    /// <summary>Entries of one kind as JSON, each with its history.</summary>
    public static async Task<string> WithHistoryAsync<T>(DeskLine line, EntryKind kind, IEnumerable<T> entries, CancellationToken stop) where T : RegisterEntry
    {
        var all = new JsonArray();
        foreach (var entry in entries) all.Add(JsonNode.Parse(await WithHistoryAsync(line, kind, entry.Id, entry, stop)));
        return all.ToJsonString(Json.Form);
    }

    private static IEnumerable<object> Told(IReadOnlyList<HistoryLine> history) => history.Select(row => new { row.ChangedAt, row.AcceptedBy, row.MessageId, row.Fields });

    private static void Write(DeskLine line, IReadOnlyList<HistoryLine> history, RegisterSnapshot register)
    {
        line.Output.WriteLine("History:");
        var told = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var row in history)
        {
            // A change that only calendars and the archive need is no line of a history, nor one that the words of a field do not tell.
            var fields = row.Fields.Where(field => !Technical.Contains(field.Field) && !(field.Before is null && told.GetValueOrDefault(field.Field) is { } last && last == field.After)).ToList();
            foreach (var field in row.Fields) told[field.Field] = field.After;
            if (row.Fields.Count > 0 && fields.Count == 0) continue;
            line.Output.WriteLine(Printable.Line($"  {Text.Local(row.ChangedAt, line.Group.Zone)}  {row.AcceptedBy}{(row.MessageId is { } mail ? $", mail {mail}" : "")}: "
                + string.Join("; ", fields.Select(field => Told(field, register, line.Group.Zone)))));
        }
    }

    private static string Told(FieldChange field, RegisterSnapshot register, TimeZoneInfo zone)
    {
        var name = field.Field.EndsWith("Id", StringComparison.Ordinal) ? Label(field.Field) : Text.Field(Inner(field.Field));
        return $"{name} {Told(field.Field, field.Before, register, zone)} -> {Told(field.Field, field.After, register, zone)}";
    }

    /// <summary>What calendars and the archive need tells nobody anything.</summary>
    private static readonly string[] Technical = ["calendarUid", "calendar uid", "sequence"];

    /// <summary>"firstDay" of "time.firstDay": the part of an entry that changed goes by its own name. An address within a field's name has dots of its own.</summary>
    private static string Inner(string field) => field.Contains('@', StringComparison.Ordinal) ? field : field.LastIndexOfAny(['.', ':']) is >= 0 and var part ? field[(part + 1)..].Trim() : field;

    /// <summary>A line of history holds the entry with the version that it had before; the change counts.</summary>
    private static JsonObject Counted(string after)
    {
        var entry = JsonNode.Parse(after)!.AsObject();
        entry["version"] = (entry["version"]?.GetValue<int>() ?? 0) + 1;
        return entry;
    }

    /// <summary>A text of several lines stands line by line beside its name.</summary>
    private static void Write(TextWriter output, string label, string told)
    {
        foreach (var text in told.ReplaceLineEndings("\n").Split('\n').Where(text => text.Trim().Length > 0))
        {
            output.WriteLine(Printable.Line($"{label,-15}  {text}"));
            label = "";
        }
    }

    private static string Told(string field, JsonElement value, RegisterSnapshot register, TimeZoneInfo zone) => Told(field, FieldChanges.Words(value), register, zone);

    /// <param name="value">As the history keeps it; null for none.</param>
    private static string Told(string field, string? value, RegisterSnapshot register, TimeZoneInfo zone) => value switch
    {
        null => ChangeText.Told(field, null),
        _ when Named(field, value, register) is { } name => $"{name} ({value})",
        [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => Text.Local(at, zone),
        // the rule of a deadline: the end of that day, there
        ['e', 'n', 'd', ' ', 'o', 'f', ' ', ..] => value["end of ".Length..],
        _ when field.EndsWith("country", StringComparison.OrdinalIgnoreCase) => Text.Country(value)!,
        _ => Text.Value(field, value),
    };

    /// <summary>What another entry is called, whose number a field holds. Null where the field holds none.</summary>
    private static string? Named(string field, string value, RegisterSnapshot register) =>
        !field.EndsWith("Id", StringComparison.Ordinal) || !long.TryParse(value, CultureInfo.InvariantCulture, out var id) ? null : field switch
        {
            "personId" or "contactId" => register.Person(id) is { } person ? person.Name ?? person.Email : null,
            "organizationId" => register.Organization(id)?.Name,
            "memberId" => register.One<MemberEntry>(id)?.Name,
            "meetingId" => register.One<MeetingEntry>(id)?.Title,
            _ => null,
        };

    /// <summary><c>nominatedBy</c> as <c>nominated by</c>; the number of another entry by what it is: <c>contact</c>.</summary>
    private static string Label(string name) => name == "id" ? name
        : string.Concat((name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name).Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    /// <summary>Makes <c>duplicates</c>: entries that may be one, with the line that would merge them.</summary>
    public static Verb Proposals(IServiceSource services, string of, EntryKind kind)
    {
        var json = Json.Option();
        var verb = new Verb("duplicates", "Entries that may be one, and the line that merges them. Nothing is merged by itself.", $"{of} duplicates", $"{of} duplicates --json") { json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var snapshot = await line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, null, stop);
            var found = JcaCop.Register.Deciding.Desk.Duplicates.Find(snapshot).Where(pair => pair.Kind == kind).ToList();
            if (line.Value(json)) line.Output.WriteLine(JsonSerializer.Serialize(found, Json.Form));
            else if (found.Count == 0) line.Output.WriteLine("No two entries look like one.");
            else
                TextTable.Write(line.Output, ["keep", "", "merge", "", "why", "line"], [.. found.Select(pair => (IReadOnlyList<string?>)
                [
                    Text.Number(pair.Kept), pair.KeptTitle, Text.Number(pair.Gone), pair.GoneTitle, pair.Why, $"{of} merge {pair.Kept} {pair.Gone}",
                ])]);
            return ExitCode.Ok;
        });
    }
}
