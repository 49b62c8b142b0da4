using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>Somebody told by an automatic reply to be away. One entry an address: the newest word counts.</summary>
/// <param name="Address">Whose absence it is, as written.</param>
/// <param name="Until">First day back; null where the reply does not tell.</param>
/// <param name="Deputy">Address of whoever stands in; null where the reply names nobody.</param>
/// <param name="ToldAt">When the reply came, UTC.</param>
public sealed record AbsenceEntry(long Id, string Group, string Address, DateOnly? Until, string? Deputy, DateTimeOffset ToldAt) : FiledEntry(Id, Group)
{
    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Absence;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Address];

    [JsonIgnore]
    public override string? Unique => Address;

    [JsonIgnore]
    public override bool Live => Until is not null;

    [JsonIgnore]
    public override string Standing => "Away";

    /// <summary>Whether the person is away on this day. Where no day of return is told, nobody can say.</summary>
    public bool On(DateOnly day) => Live && day < Until;

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id) };
}
