using System.Text.Json;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk.Calls;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands;

/// <summary>The register as tables, people and organizations by name where entries point to each other by number.</summary>
internal static class RegisterExport
{
    public static readonly IReadOnlyList<string> Names = ["organizations", "persons", "seats", "members", "calls", "answers", "obligations",
        "liaisons", "mandates", "activities", "meetings", "registrations", "documents", "messages"];

    /// <param name="names">Which of <see cref="Names"/>.</param>
    /// <param name="only">Key of the one group whose register it is; null: of all groups.</param>
    /// <param name="asOf">To the end of this day in each group's own zone; null: now. Messages are always those of now.</param>
    public static async Task<IReadOnlyList<ExportTable>> TablesAsync(IServiceProvider services, IReadOnlyCollection<string> names, string? only, DateOnly? asOf, CancellationToken stop)
    {
        var snapshots = new List<RegisterSnapshot>();
        foreach (var group in services.GetRequiredService<GroupList>().Groups.Where(group => only is null || group.Key == only).OrderBy(group => group.Key, StringComparer.Ordinal))
            snapshots.Add(await services.GetRequiredService<RegisterStore>().SnapshotAsync(group.Key, asOf is { } day ? Desk.GroupTime.EndOf(day, group.Zone) : null, stop));
        var messages = names.Contains("messages") ? (await services.GetRequiredService<MessageQueries>().NewestAsync(null, int.MaxValue, stop)).Where(mail => only is null || mail.Group == only).ToList() : [];
        return [.. Names.Where(names.Contains).Select(name => name switch
        {
            "organizations" => Organizations(snapshots),
            "persons" => Persons(snapshots),
            "seats" => Seats(snapshots),
            "members" => CallTables.Members(snapshots),
            "calls" => CallTables.Calls(snapshots),
            "answers" => CallTables.Answers(snapshots),
            "obligations" => CallTables.Obligations(snapshots),
            "liaisons" => DeskTables.Liaisons(snapshots),
            "mandates" => DeskTables.Mandates(snapshots),
            "activities" => Activities(snapshots),
            "meetings" => MeetingTables.Meetings(snapshots),
            "registrations" => MeetingTables.Registrations(snapshots),
            "documents" => MeetingTables.Documents(snapshots),
            _ => Messages(messages),
        })];
    }

    /// <summary>Each table as <c>.csv</c> and <c>.json</c>.</summary>
    public static async Task WriteFolderAsync(IServiceProvider services, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in await TablesAsync(services, Names, null, null, stop))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{table.Name}.csv"), table.ToCsv(), Csv.Encoding, stop);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{table.Name}.json"), JsonSerializer.Serialize(table.ToObjects(), Json.Form), stop);
        }
    }

    private static ExportTable Organizations(List<RegisterSnapshot> snapshots) => new("organizations",
        ["group", "id", "name", "otherNames", "country", "state", "contact", "contactEmail", "contactPhone", "website", "address", "nominatedBy"],
        [.. snapshots.SelectMany(all => all.Organizations.Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Name, entry.OtherNames, entry.Country, entry.State,
            all.Person(entry.ContactId)?.Name, all.Person(entry.ContactId)?.Email, all.Person(entry.ContactId)?.Phone,
            entry.Website, entry.Address, entry.NominatedBy,
        ]))]);

    private static ExportTable Persons(List<RegisterSnapshot> snapshots) => new("persons",
        ["group", "id", "name", "function", "organization", "email", "otherEmails", "phone", "fax", "address"],
        [.. snapshots.SelectMany(all => all.Persons.Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Name, entry.Function, all.Organization(entry.OrganizationId)?.Name, entry.Email,
            entry.Addresses.Skip(1).Select(address => address.Email).ToList(), entry.Phone, entry.Fax, entry.Address,
        ]))]);

    private static ExportTable Seats(List<RegisterSnapshot> snapshots) => new("seats",
        ["group", "id", "body", "role", "person", "email", "phone", "from", "until", "endedBy", "nominatedBy"],
        [.. snapshots.SelectMany(all => all.Seats.Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Body, entry.Role, all.Person(entry.PersonId)?.Name, all.Person(entry.PersonId)?.Email,
            all.Person(entry.PersonId)?.Phone, entry.From, entry.Until, entry.EndedBy, entry.NominatedBy,
        ]))]);

    private static ExportTable Activities(List<RegisterSnapshot> snapshots) => new("activities",
        ["group", "id", "title", "category", "organization", "country", "start", "end", "place", "website", "cancelled", "reportedBy"],
        [.. snapshots.SelectMany(all => all.All<ActivityEntry>().Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Title, entry.Category, entry.Organization, entry.Country,
            entry.Start, entry.End, entry.Place, entry.Website, entry.Cancelled, entry.ReportedBy,
        ]))]);

    private static ExportTable Messages(IReadOnlyList<MessageLine> messages) => new("messages",
        ["group", "id", "mailbox", "state", "reason", "kind", "language", "arrivedAt", "sender", "senderName", "subject", "messageId"],
        [.. messages.OrderBy(mail => mail.Id).Select(mail => (IReadOnlyList<object?>)
        [
            mail.Group, mail.Id, mail.Mailbox, mail.State, mail.Reason, Spelling.OrNull(mail.Kind), mail.Language, mail.ArrivedAt,
            mail.Sender, mail.SenderName, mail.Subject, mail.InternetId,
        ])]);
}
