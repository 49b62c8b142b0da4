using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands;

/// <summary>Liaison statements and versions of the mandate as tables of an export.</summary>
internal static class DeskTables
{
    public static ExportTable Liaisons(IReadOnlyList<RegisterSnapshot> snapshots) => new("liaisons",
        ["group", "id", "way", "state", "number", "reference", "from", "forAction", "forComment", "forInformation", "title", "date", "deadline", "inReplyTo", "answeredBy", "files"],
        [.. snapshots.SelectMany(all => all.All<LiaisonEntry>().Select(entry => (IReadOnlyList<string?>)
        [
            entry.Group, Text.Number(entry.Id), entry.Way.ToString(), entry.State.ToString(), entry.Number, entry.Reference, string.Join("; ", entry.From),
            To(entry, LiaisonPurpose.Action), To(entry, LiaisonPurpose.Comment), To(entry, LiaisonPurpose.Information), entry.Title, Text.Day(entry.Date), Text.Day(entry.Deadline), entry.InReplyTo,
            all.One<LiaisonEntry>(entry.AnsweredBy)?.Name, string.Join("; ", entry.Files),
        ]))]);

    public static ExportTable Mandates(IReadOnlyList<RegisterSnapshot> snapshots) => new("mandates",
        ["group", "id", "title", "state", "from", "until", "review", "decidedBy", "decidedOn", "parent", "officers"],
        [.. snapshots.SelectMany(all => all.All<MandateEntry>().OrderBy(entry => entry.From).Select(entry => (IReadOnlyList<string?>)
        [
            entry.Group, Text.Number(entry.Id), entry.Title, entry.State.ToString(), Text.Day(entry.From), Text.Day(entry.Until), Text.Day(entry.Review), entry.DecidedBy, Text.Day(entry.DecidedOn),
            entry.Parent, string.Join("; ", entry.Officers.Select(officer => $"{officer.Name} ({officer.Role})")),
        ]))]);

    private static string To(LiaisonEntry entry, LiaisonPurpose purpose) => string.Join("; ", entry.To.Where(to => to.Purpose == purpose).Select(to => to.Body));
}
