using System.Globalization;
using System.Text.Json;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;

namespace JcaCop.Worker.Commands;

/// <summary>Meetings, registrations and documents as tables of an export.</summary>
internal static class MeetingTables
{
    public static ExportTable Meetings(IReadOnlyList<RegisterSnapshot> snapshots) => new("meetings",
        ["group", "number", "title", "firstDay", "lastDay", "from", "until", "zone", "place", "room", "state", "languages", "remote", "folder", "series", "report", "reportDocument"],
        [.. snapshots.SelectMany(all => all.All<MeetingEntry>().Select(meeting => (IReadOnlyList<string?>)
        [
            meeting.Group, meeting.Number, meeting.Title, Text.Day(meeting.Time.FirstDay), Text.Day(meeting.Time.LastDay), Hour(meeting.Time.From), Hour(meeting.Time.Until), meeting.Time.Zone,
            meeting.Place, meeting.Room, Word(meeting.State), string.Join("; ", meeting.Languages), meeting.Remote is null ? "no" : "yes", meeting.Folder, meeting.Series, Word(meeting.Report.State),
            all.One<DocumentEntry>(meeting.Report.DocumentId)?.Cited,
        ]))]);

    public static ExportTable Registrations(IReadOnlyList<RegisterSnapshot> snapshots) => new("registrations",
        ["group", "meeting", "name", "function", "organization", "country", "mode", "state", "insteadOf", "email", "phone", "toldBy"],
        [.. snapshots.SelectMany(all => all.All<RegistrationEntry>().Select(registration => (IReadOnlyList<string?>)
        [
            registration.Group, all.One<MeetingEntry>(registration.MeetingId)?.Number, registration.Name, all.Person(registration.PersonId)?.Function,
            registration.Organization, registration.Country, registration.Mode is { } mode ? JsonNamingPolicy.KebabCaseLower.ConvertName(mode.ToString()) : null, Word(registration.State), registration.InsteadOf,
            all.Person(registration.PersonId)?.Email, all.Person(registration.PersonId)?.Phone, registration.ToldBy,
        ]))]);

    public static ExportTable Documents(IReadOnlyList<RegisterSnapshot> snapshots) => new("documents",
        ["group", "number", "cited", "title", "kind", "source", "meeting", "state", "receivedAt", "late", "files"],
        [.. snapshots.SelectMany(all => all.All<DocumentEntry>().OrderBy(document => document.Number, StringComparer.Ordinal).Select(document => (IReadOnlyList<string?>)
        [
            document.Group, document.Number, document.Cited, document.Title, Word(document.Sort), document.Source,
            all.One<MeetingEntry>(document.MeetingId)?.Number, Word(document.State), Text.Instant(document.Newest?.At), document.IsLate ? "late" : null,
            string.Join("; ", document.Revisions.SelectMany(revision => revision.Files).Select(file => $"{document.Folder}/{file.ArchivedAs}")),
        ]))]);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
