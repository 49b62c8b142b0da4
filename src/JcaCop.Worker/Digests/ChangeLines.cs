using System.Text.Json;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Secretariat;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Digests;

/// <summary>What changed in an entry, as the digest tells it: a new entry in one line, each field of another one.</summary>
internal static class ChangeLines
{
    /// <summary>Properties by which people call an entry, the best first.</summary>
    private static readonly string[] Names = ["name", "title", "number", "body", "file"];

    /// <summary>What the service notes for itself: it tells a reader nothing.</summary>
    private static readonly string[] Bookkeeping = ["letters", "messages", "connectionSentAt", "contributionRemindedAt", "documentId",
        "calendarSequence", "calendarUid", "sequence", "askedFor", "answerMessageId", "roundAt", "otherNames"];

    /// <summary>So the history names how an address fares; the address follows.</summary>
    private const string ReachabilityOf = "reachability of ";

    /// <param name="zone">In which instants are shown.</param>
    public static IEnumerable<DigestChange> Of(HistoryLine line, TimeZoneInfo zone)
    {
        // The count of a series is told by the documents that take its numbers.
        if (line.Entry == EntryKind.Series) return [];
        var title = TitleOf(line);
        if (line.Fields.Count > 0 && IsFirst(line)) return [new DigestChange(new EntryName(line.Entry, title, null), new NewEntry(), null)];
        return line.Fields.Where(field => !field.Field.Split('.').Any(part => Bookkeeping.Contains(part, StringComparer.Ordinal)))
            .Select(field => Change(line.Entry, title, field, zone));
    }

    /// <summary>How an address fares is told of the address, whoever has it.</summary>
    private static DigestChange Change(EntryKind kind, string title, FieldChange field, TimeZoneInfo zone)
    {
        var (of, name) = field.Field.StartsWith(ReachabilityOf, StringComparison.Ordinal) ? ($"{title}, {field.Field[ReachabilityOf.Length..]}", "reachability") : (title, field.Field);
        return new DigestChange(new EntryName(kind, of, name), Value(name, field.After, zone), Value(name, field.Before, zone));
    }

    private static FieldValue? Value(string field, string? value, TimeZoneInfo zone) => value is null ? null : new FieldValue(field, value, zone);

    private static bool IsFirst(HistoryLine line)
    {
        using var entry = JsonDocument.Parse(line.After);
        return !entry.RootElement.TryGetProperty("version", out var version) || version.GetInt32() == 0;
    }

    private static string TitleOf(HistoryLine line)
    {
        using var entry = JsonDocument.Parse(line.After);
        var name = Names.Select(property => entry.RootElement.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString() : null)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))
            ?? Text(entry.RootElement, "addresses", "email") ?? line.EntryId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (line.Entry == EntryKind.Answer && entry.RootElement.TryGetProperty("call", out var call) && entry.RootElement.TryGetProperty("respondent", out var respondent)) return $"{call.GetString()}, {respondent.GetString()}";
        return line.Entry == EntryKind.Obligation && entry.RootElement.TryGetProperty("debtor", out var debtor) && debtor.TryGetProperty("name", out var who) ? $"{name}, {who.GetString()}" : name;
    }

    /// <summary>Of the first of a list.</summary>
    private static string? Text(JsonElement entry, string list, string property) =>
        entry.TryGetProperty(list, out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() > 0 && all[0].TryGetProperty(property, out var value) ? value.GetString() : null;
}
