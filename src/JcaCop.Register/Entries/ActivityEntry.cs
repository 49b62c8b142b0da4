using System.Text.Json.Serialization;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Entries;

/// <summary>Work, an issue or an activity on child online protection, as the register holds it (TSB Circular 313; ITU-D update of 2015).</summary>
/// <param name="Title">As first written; an update may name it loosely.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where nobody told.</param>
/// <param name="Start">First day; null where no full date was told.</param>
/// <param name="End">Last day, inclusive; null for an event of one day, for what goes on, or where no full date was told.</param>
/// <param name="Cancelled">It will not take place. What has ended is not cancelled: it stays as done.</param>
/// <param name="ReportedBy">Address of whoever told of it first.</param>
public sealed record ActivityEntry(
    long Id, string Group, string Title, ActivityCategory? Category, string? Organization, string? Country, DateOnly? Start, DateOnly? End,
    string? Place, string? Website, bool Cancelled, string? ReportedBy) : FiledEntry(Id, Group)
{
    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Activity;

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Title];

    [JsonIgnore]
    public override bool Live => !Cancelled;

    [JsonIgnore]
    public override string Standing => Cancelled ? "Cancelled" : "Listed";

    /// <summary>Has begun or will begin, and nobody told until when: a law, a help line, a campaign. An event without another day is over on the evening of its day.</summary>
    [JsonIgnore]
    public bool IsOpenEnded => Start is not null && End is null && Category != ActivityCategory.Event;

    /// <summary>How it stands on a day: <c>cancelled</c>, <c>done</c>, <c>under way</c>, <c>planned</c>, or <c>undated</c>. What has no end told goes on until somebody tells one.</summary>
    public string StatusOn(DateOnly day) => (Cancelled, Start, End ?? (IsOpenEnded ? DateOnly.MaxValue : Start)) switch
    {
        (true, _, _) => "cancelled",
        (_, null, null) => "undated",
        (_, _, { } end) when end < day => "done",
        (_, { } start, _) when start > day => "planned",
        _ => "under way",
    };

    internal override RegisterEntry Numbered(Numbering number) => this with { Id = number(Kind, Id) };
}
