using JcaCop.Register.Entries;

namespace JcaCop.Register.Stores;

internal sealed record NameOf(long OrganizationId, string Name, int Position);

internal sealed record AddressOf(long PersonId, PersonAddress Address, int Position);

internal sealed record HistoryRow(long Id, RegisterEntry After, NotedChange Change, DateTimeOffset Now);

/// <summary>The statements that write entries, each with the columns of its table.</summary>
internal static class EntryTables
{
    private static readonly RowValue<OrganizationEntry>[] OrganizationColumns =
    [
        new("Name", "text", o => Texts.Cut(o.Name, Texts.Line)),
        new("FoldedName", "text", o => NameKey.Of(o.Name)),
        new("Country", "text", o => o.Country ?? ""),
        new("Website", "text", o => Texts.Cut(o.Website, Texts.Line)),
        new("Address", "text", o => o.Address),
        new("State", "text", o => o.State.ToString()),
        new("ContactId", "number", o => o.ContactId),
        new("NominatedBy", "text", o => Texts.Cut(o.NominatedBy, Texts.Key)),
        new("MergedInto", "number", o => o.MergedInto),
        new("Stamps", "text", o => EntryJson.Write(o.Stamps)),
        new("Version", "number", o => (long)o.Version + 1),
    ];

    private static readonly RowValue<PersonEntry>[] PersonColumns =
    [
        new("Name", "text", p => Texts.Cut(p.Name, Texts.Line)),
        new("FoldedName", "text", p => NameKey.Of(p.Name)),
        new("Func", "text", p => Texts.Cut(p.Function, Texts.Line)),
        new("OrganizationId", "number", p => p.OrganizationId),
        new("Phone", "text", p => Texts.Cut(p.Phone, Texts.Short)),
        new("Fax", "text", p => Texts.Cut(p.Fax, Texts.Short)),
        new("Address", "text", p => p.Address),
        new("MergedInto", "number", p => p.MergedInto),
        new("Stamps", "text", p => EntryJson.Write(p.Stamps)),
        new("Version", "number", p => (long)p.Version + 1),
    ];

    private static readonly RowValue<SeatEntry>[] SeatColumns =
    [
        new("Body", "text", s => Texts.Cut(s.Body, Texts.Line)),
        new("FoldedBody", "text", s => NameKey.Of(s.Body)),
        new("Role", "text", s => s.Role.ToString()),
        new("PersonId", "number", s => s.PersonId),
        new("OrganizationId", "number", s => s.OrganizationId),
        new("FromDay", "day", s => s.From),
        new("UntilDay", "day", s => s.Until),
        new("EndedBy", "text", s => Texts.Cut(s.EndedBy, Texts.Key)),
        new("NominatedBy", "text", s => Texts.Cut(s.NominatedBy, Texts.Key)),
        new("ConfirmedAt", "instant", s => s.ConfirmedAt),
        new("Replaced", "text", s => Texts.Cut(s.Replaced, Texts.Key)),
        new("Stamps", "text", s => EntryJson.Write(s.Stamps)),
        new("Version", "number", s => (long)s.Version + 1),
    ];

    public static readonly RowStatement<OrganizationEntry> InsertOrganization = Insert("Organization", OrganizationColumns);
    public static readonly RowStatement<OrganizationEntry> UpdateOrganization = Update("Organization", OrganizationColumns);
    public static readonly RowStatement<PersonEntry> InsertPerson = Insert("Person", PersonColumns);
    public static readonly RowStatement<PersonEntry> UpdatePerson = Update("Person", PersonColumns);
    public static readonly RowStatement<SeatEntry> InsertSeat = Insert("Seat", SeatColumns);
    public static readonly RowStatement<SeatEntry> UpdateSeat = Update("Seat", SeatColumns);

    public static readonly RowStatement<OrganizationEntry> SetContact = RowStatement<OrganizationEntry>.Of(
        "UPDATE Organization SET ContactId = @contact WHERE Id = @id",
        new("contact", "number", o => o.ContactId), new("id", "number", o => o.Id));

    public static readonly Statement DeleteNames = Statement.Of("DELETE FROM OrganizationName WHERE OrganizationId IN @ids", "ids numbers");

    public static readonly RowStatement<NameOf> InsertName = RowStatement<NameOf>.Insert("OrganizationName",
        new("OrganizationId", "number", n => n.OrganizationId),
        new("FoldedName", "text", n => NameKey.Of(n.Name)),
        new("Name", "text", n => Texts.Cut(n.Name, Texts.Line)),
        new("Position", "number", n => (long)n.Position));

    public static readonly Statement DeleteAddresses = Statement.Of("DELETE FROM PersonAddress WHERE PersonId IN @ids", "ids numbers");

    public static readonly RowStatement<AddressOf> InsertAddress = RowStatement<AddressOf>.Insert("PersonAddress",
        new("PersonId", "number", a => a.PersonId),
        new("FoldedEmail", "text", a => Texts.FoldAddress(a.Address.Email)),
        new("Email", "text", a => Texts.Cut(a.Address.Email, Texts.Key)),
        new("Position", "number", a => (long)a.Position),
        new("Reachability", "text", a => a.Address.Reachability.ToString()));

    public static readonly RowStatement<HistoryRow> InsertHistory = RowStatement<HistoryRow>.Insert("History",
        new("Id", "number", h => h.Id),
        new("Entry", "text", h => h.After.Kind.ToString()),
        new("EntryId", "number", h => h.After.Id),
        new("GroupKey", "text", h => h.After.Group),
        new("ChangedAt", "instant", h => h.Now),
        new("MessageId", "number", h => h.Change.MessageId),
        new("ItemId", "number", h => h.Change.ItemId),
        new("AcceptedBy", "text", h => Texts.Cut(h.Change.AcceptedBy, Texts.Key)),
        new("FieldsJson", "text", h => EntryJson.Write(h.Change.Change.Fields)),
        new("AfterJson", "text", h => EntryJson.Write(h.After)));

    private static RowStatement<T> Insert<T>(string table, RowValue<T>[] columns) where T : RegisterEntry =>
        RowStatement<T>.Insert(table, [new("Id", "number", e => e.Id), new("GroupKey", "text", e => e.Group), .. columns]);

    /// <summary>Changes the row only as long as it is the version that was read.</summary>
    private static RowStatement<T> Update<T>(string table, RowValue<T>[] columns) where T : RegisterEntry =>
        RowStatement<T>.Of(
            $"UPDATE {table} SET {string.Join(", ", columns.Select(c => $"{c.Name} = @{c.Name}"))} WHERE Id = @Id AND Version = @Version - 1",
            [.. columns, new("Id", "number", e => e.Id)]);
}
