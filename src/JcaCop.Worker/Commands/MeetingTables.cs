using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands;

/// <summary>Meetings, registrations and documents as tables of an export.</summary>
internal static class MeetingTables
{
    public static ExportTable Meetings(IReadOnlyList<RegisterSnapshot> snapshots) => new("meetings",
        ["group", "number", "title", "firstDay", "lastDay", "from", "until", "zone", "place", "room", "state", "languages", "remote", "folder", "series", "report", "reportDocument"],
        [.. snapshots.SelectMany(all => all.All<MeetingEntry>().Select(meeting => (IReadOnlyList<object?>)
        [
            meeting.Group, meeting.Number, meeting.Title, meeting.Time.FirstDay, meeting.Time.LastDay, meeting.Time.From, meeting.Time.Until, meeting.Time.Zone,
            meeting.Place, meeting.Room, meeting.State, meeting.Languages, meeting.Remote is not null, meeting.Folder, meeting.Series, meeting.Report.State,
            all.One<DocumentEntry>(meeting.Report.DocumentId)?.Cited,
        ]))]);

    public static ExportTable Registrations(IReadOnlyList<RegisterSnapshot> snapshots) => new("registrations",
        ["group", "meeting", "name", "function", "organization", "country", "mode", "state", "insteadOf", "email", "phone", "toldBy", "rank"],
        [.. snapshots.SelectMany(all => all.All<RegistrationEntry>().Select(registration => (IReadOnlyList<object?>)
        [
            registration.Group, all.One<MeetingEntry>(registration.MeetingId)?.Number, registration.Name, all.Person(registration.PersonId)?.Function,
            registration.Organization, registration.Country, registration.Mode, registration.State, registration.InsteadOf,
            all.Person(registration.PersonId)?.Email, all.Person(registration.PersonId)?.Phone, registration.ToldBy, registration.Rank,
        ]))]);

    public static ExportTable Documents(IReadOnlyList<RegisterSnapshot> snapshots) => new("documents",
        ["group", "number", "cited", "title", "kind", "source", "meeting", "state", "receivedAt", "late", "files"],
        [.. snapshots.SelectMany(all => all.All<DocumentEntry>().OrderBy(document => document.Number, StringComparer.Ordinal).Select(document => (IReadOnlyList<object?>)
        [
            document.Group, document.Number, document.Cited, document.Title, document.Sort, document.Source,
            all.One<MeetingEntry>(document.MeetingId)?.Number, document.State, document.Newest?.At, document.IsLate,
            document.Revisions.SelectMany(revision => revision.Files).Select(file => $"{document.Folder}/{file.ArchivedAs}").ToList(),
        ]))]);
}
