using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands;

/// <summary>Liaison statements and versions of the mandate as tables of an export.</summary>
internal static class DeskTables
{
    public static ExportTable Liaisons(IReadOnlyList<RegisterSnapshot> snapshots) => new("liaisons",
        ["group", "id", "way", "state", "number", "reference", "from", "forAction", "forComment", "forInformation", "title", "date", "deadline", "inReplyTo", "answeredBy", "files"],
        [.. snapshots.SelectMany(all => all.All<LiaisonEntry>().Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Way, entry.State, entry.Number, entry.Reference, entry.From,
            To(entry, LiaisonPurpose.Action), To(entry, LiaisonPurpose.Comment), To(entry, LiaisonPurpose.Information), entry.Title, entry.Date, entry.Deadline, entry.InReplyTo,
            all.One<LiaisonEntry>(entry.AnsweredBy)?.Name, entry.Files,
        ]))]);

    public static ExportTable Mandates(IReadOnlyList<RegisterSnapshot> snapshots) => new("mandates",
        ["group", "id", "title", "state", "from", "until", "review", "decidedBy", "decidedOn", "parent", "officers"],
        [.. snapshots.SelectMany(all => all.All<MandateEntry>().OrderBy(entry => entry.From).Select(entry => (IReadOnlyList<object?>)
        [
            entry.Group, entry.Id, entry.Title, entry.State, entry.From, entry.Until, entry.Review, entry.DecidedBy, entry.DecidedOn,
            entry.Parent, entry.Officers.Select(officer => $"{officer.Name} ({officer.Role})").ToList(),
        ]))]);

    private static List<string> To(LiaisonEntry entry, LiaisonPurpose purpose) => [.. entry.To.Where(to => to.Purpose == purpose).Select(to => to.Body)];
}
