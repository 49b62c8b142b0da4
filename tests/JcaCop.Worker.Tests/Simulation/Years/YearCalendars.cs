using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>What the calendar entries in letters say: the day and hour that hold, one entry for a meeting, each change with a higher number, and the link for those alone who come from afar.</summary>
internal sealed partial class YearCalendars(ChanceYear year)
{
    private static readonly string[] Kinds = ["meeting-announcement", "meeting-update", "meeting-cancelled", "connection-details", "registration-receipt"];

    /// <summary>By meeting and addressee: the number of the last change.</summary>
    private readonly Dictionary<(string Uid, string To), int> last = [];

    public async Task HoldAsync(IReadOnlyList<OutboxLine> letters)
    {
        foreach (var letter in letters.Where(letter => Kinds.Contains(letter.Kind)))
        {
            if (await CalendarAsync(letter.Id) is not { } entry)
            {
                ChanceYear.Must(letter.Kind == "registration-receipt", $"no calendar entry in {letter.Kind} to {letter.To}");
                continue;
            }
            var what = $"calendar entry of {letter.Kind} to {letter.To}:\n{entry}";
            var (uid, sequence) = (Value(entry, "UID"), int.Parse(Value(entry, "SEQUENCE"), CultureInfo.InvariantCulture));
            var meeting = (await year.Rig.RegisterAsync()).All<MeetingEntry>().Single(one => one.CalendarUid == uid);
            ChanceYear.Must(Value(entry, "DTSTART") == string.Create(CultureInfo.InvariantCulture, $"{meeting.Time.FirstDay:yyyyMMdd}T093000") && entry.Contains("DTSTART;TZID=Europe/Zurich", StringComparison.Ordinal), $"another day or hour than {meeting.Time.FirstDay}: {what}");
            ChanceYear.Must(sequence >= last.GetValueOrDefault((uid, letter.To)), $"an older number: {what}");
            ChanceYear.Must(letter.Kind == "meeting-cancelled" == (Value(entry, "METHOD") == "CANCEL"), $"another method: {what}");
            ChanceYear.Must(letter.Kind == "meeting-cancelled" == (Value(entry, "STATUS") == "CANCELLED"), $"another state: {what}");
            if (letter.Kind == "meeting-update") ChanceYear.Must(sequence > last.GetValueOrDefault((uid, letter.To), -1), $"a change with the number of before: {what}");
            if (entry.Contains("conference.example", StringComparison.Ordinal)) ChanceYear.Must(letter.Kind is "connection-details" or "meeting-update" or "registration-receipt" && year.Guests.Contains(letter.To), $"the link for somebody else: {what}");
            if (letter.Kind == "connection-details") ChanceYear.Must(entry.Contains("conference.example", StringComparison.Ordinal), $"without the link: {what}");
            last[(uid, letter.To)] = sequence;
            year.Note("calendar entry", letter.Kind);
        }
    }

    /// <summary>Lines without folds; null where the letter has none.</summary>
    private async Task<string?> CalendarAsync(long letter)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(year.Rig.Data, "register.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(ChanceYear.Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Mime FROM OutboxMime WHERE OutboxId = $id";
        command.Parameters.AddWithValue("$id", letter);
        if (await command.ExecuteScalarAsync(ChanceYear.Stop) is not byte[] mime) return null;
        var message = await MimeMessage.LoadAsync(new MemoryStream(mime), ChanceYear.Stop);
        return message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"))?.Text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
    }

    /// <summary>Of the first line of that name behind the zone's own: there the rules of the zone begin on days of their own.</summary>
    private static string Value(string entry, string name)
    {
        var from = name == "METHOD" ? 0 : Math.Max(0, entry.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal));
        foreach (var line in entry[from..].Split('\n'))
            if (Named().Match(line) is { Success: true } found && found.Groups["name"].Value == name) return found.Groups["value"].Value;
        return "";
    }

    [GeneratedRegex(@"^(?<name>[A-Z-]+)(?:;[^:]*)?:(?<value>.*)$")]
    private static partial Regex Named();
}
