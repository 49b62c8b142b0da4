using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>Verbs that show one meeting: what is settled, what has gone out, who comes.</summary>
internal static class MeetingShow
{
    public static Verb Show(IServiceSource services)
    {
        var number = Number();
        var json = Json.Option();
        var verb = new Verb("show", "One meeting: time and place, agenda, limits, letters, report, and its history.", "meeting show 7", "meeting show 7 --json",
            "meeting show 7 --as-of 2012-08-30") { number, AsOf.Option(), json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var (meeting, register) = await FindAsync(line, line.Value(number), stop);
            if (line.Value(json))
            {
                line.Output.WriteLine(await RegisterTable.WithHistoryAsync(line, EntryKind.Meeting, meeting.Id, meeting, stop));
                return ExitCode.Ok;
            }
            foreach (var (name, value) in Lines(meeting, register)) line.Output.WriteLine(Printable.Line($"{name,-22} {value}"));
            await RegisterTable.WriteHistoryAsync(line, EntryKind.Meeting, meeting.Id, register, stop);
            return ExitCode.Ok;
        });
    }

    public static Verb Participants(IServiceSource services)
    {
        var number = Number();
        var json = Json.Option();
        var result = new Option<string?>("--out") { Description = "List of participants as .xlsx or .csv.", HelpName = "FILE" };
        var verb = new Verb("participants", "Who is registered for a meeting, who is not coming, and who told so.", "meeting participants 7",
            "meeting participants 7 --out participants.xlsx", "meeting participants 7 --json", "meeting participants 7 --as-of 2012-08-20") { number, AsOf.Option(), json, result };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var (meeting, register) = await FindAsync(line, line.Value(number), stop);
            var all = register.All<RegistrationEntry>().Where(registration => registration.MeetingId == meeting.Id)
                .OrderBy(registration => registration.State).ThenBy(registration => registration.Name, StringComparer.Ordinal).ToList();
            var table = new ExportTable("participants", ["name", "function", "organization", "country", "mode", "state", "instead of", "e-mail", "told by"], [.. all.Select(registration => (IReadOnlyList<object?>)
            [
                registration.Name, Post(registration, register), registration.Organization, Text.Country(registration.Country), Mode(registration), Text.Word(registration.State),
                registration.InsteadOf, register.Person(registration.PersonId)?.Email, registration.ToldBy,
            ])]);
            if (line.Value(result) is { } path)
            {
                var file = Path.GetFullPath(path, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
                if (file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) await WorkbookFile.WriteAsync([table], file, line.Services, line.Output, stop);
                else if (file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    await WholeFile.WriteAsync(file, table.ToCsv(), stop, Csv.Encoding);
                    line.Output.WriteLine($"Written: {file} ({ExportTable.Counts([table])})");
                }
                else throw new Refusal(ExitCode.Usage, "--out takes a file that ends in .xlsx or .csv.");
            }
            else if (line.Value(json)) line.Output.WriteLine(await RegisterTable.WithHistoryAsync(line, EntryKind.Registration, all, stop));
            else if (all.Count == 0) line.Output.WriteLine($"Nobody has registered for the {meeting.Title}.");
            else
                TextTable.Write(line.Output, table.Columns, table.Texts);
            return ExitCode.Ok;
        });
    }

    /// <exception cref="Refusal">There is no such meeting.</exception>
    public static async Task<(MeetingEntry Meeting, RegisterSnapshot Register)> FindAsync(DeskLine line, string number, CancellationToken stop)
    {
        var register = await AsOf.RegisterAsync(line, stop);
        return (register.All<MeetingEntry>().FirstOrDefault(meeting => NameKey.Of(meeting.Number) == NameKey.Of(number))
            ?? throw new Refusal(ExitCode.Usage, $"There is no meeting {number} of {line.Group.Name}; 'meeting list' shows all."), register);
    }

    public static string Days(MeetingEntry meeting) => Text.Day(meeting.Time.FirstDay) + (meeting.Time.Days > 1 ? $" to {Text.Day(meeting.Time.LastDay)}" : "");

    public static string Hours(MeetingEntry meeting) => string.Create(CultureInfo.InvariantCulture, $"{meeting.Time.From:HH:mm}-{meeting.Time.Until:HH:mm} ({Text.City(meeting.Time.ZoneInfo)})");

    /// <summary>The function of a participant, and what the person is in the delegation.</summary>
    private static string? Post(RegistrationEntry registration, RegisterSnapshot register)
    {
        var rank = registration.Rank switch { DelegationRank.Head => "head of delegation", DelegationRank.Deputy => "deputy head of delegation", _ => null };
        return register.Person(registration.PersonId)?.Function is not { } function ? rank : rank is null ? function : $"{function} ({rank})";
    }

    public static string? Mode(RegistrationEntry registration) => registration.Mode is { } mode ? Text.Word(mode) : null;

    /// <summary>How the report stands; null where none will come, because the meeting was cancelled.</summary>
    public static string? Report(MeetingEntry meeting) => meeting is { State: MeetingState.Cancelled, Report.State: ReportState.Awaited } ? null : Text.Word(meeting.Report.State);

    private static IEnumerable<(string Name, string? Value)> Lines(MeetingEntry meeting, RegisterSnapshot register)
    {
        yield return ("meeting", $"{meeting.Number}: {meeting.Title}");
        yield return ("state", Text.Word(meeting.State));
        yield return ("when", $"{Days(meeting)}, {Hours(meeting)}");
        yield return ("where", string.Join(", ", new[] { meeting.Room, meeting.Place }.OfType<string>()));
        yield return ("languages", string.Join(", ", meeting.Languages));
        yield return ("remote participation", meeting.Remote is null ? "no"
            : string.Join("; ", new[] { meeting.Remote.Tool, meeting.Remote.Link, meeting.Remote.Details }.OfType<string>()
                .DefaultIfEmpty("yes; no connection details yet")));
        if (meeting.Website is { } site) yield return ("website", site);
        yield return ("documents", meeting.Folder);
        yield return ("series", meeting.Series);
        yield return ("contributions until", Text.Local(meeting.ContributionsUntil, meeting.Time.ZoneInfo));
        foreach (var item in meeting.Agenda) yield return ("agenda", $"{item.Number}. {item.Title}{(item.Documents.Count > 0 ? $" [{string.Join(", ", item.Documents)}]" : "")}");
        // How to connect goes to each participant, and is noted with the registration.
        var connected = register.All<RegistrationEntry>().Where(one => one.MeetingId == meeting.Id).Max(one => one.ConnectionSentAt);
        var letters = meeting.Letters.Select(pair => (pair.Key, pair.Value)).Concat(connected is { } last ? [(MeetingLetters.Connection, last)] : []);
        foreach (var (kind, at) in letters.OrderBy(pair => pair.Item2)) yield return ("letters", $"{Text.Local(at, meeting.Time.ZoneInfo)}  {TermWords.English.Letter(kind)}");
        var report = register.One<DocumentEntry>(meeting.Report.DocumentId);
        if (Report(meeting) is { } standing) yield return ("report", $"{standing}{(report is null ? "" : $", {report.Cited}")}{(meeting.Report.ApprovedBy is { } who ? $", approved by {who}" : "")}");
        foreach (var delivery in meeting.Report.Deliveries) yield return ("report sent", $"{Text.Local(delivery.At, meeting.Time.ZoneInfo)} {delivery.Role}: {delivery.Name} <{delivery.Email}>");
        yield return ("calendar", meeting.CalendarUid);
        yield return ("calendar changes", Text.Number(meeting.Sequence));
    }

    private static Argument<string> Number() => new("NUMBER") { Description = "Of the meeting, as meeting list shows it." };
}
