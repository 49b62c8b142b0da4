using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What an order says of an activity. Null leaves a field alone, an empty text takes its value away.</summary>
/// <param name="Start">First day, yyyy-MM-dd.</param>
/// <param name="End">Last day, inclusive, yyyy-MM-dd.</param>
public sealed record ActivityOrder(
    string? Title, ActivityCategory? Category, string? Organization, string? Country, string? Start, string? End, string? Place, string? Website)
{
    /// <summary>Address of whoever told of it.</summary>
    public string? ReportedBy { get; init; }
}

/// <summary>Adds, changes and cancels activities at the secretariat's word.</summary>
public static class ActivityDesk
{
    public static DeskResult Add(ActivityOrder told, DeskDraft draft) =>
        string.IsNullOrWhiteSpace(told.Title) ? DeskResult.Refused("an activity needs a title")
        : Same(told, draft.Known) is { } same ? DeskResult.Refused($"activity {same.Id} is {same.Title} already; 'activity set {same.Id}' changes what is on record")
        : Write(null, told, draft);

    /// <summary>The same title by the same organization on the same day is no second activity.</summary>
    private static ActivityEntry? Same(ActivityOrder told, Known known) => known.All<ActivityEntry>().FirstOrDefault(activity => !activity.Cancelled
        && NameKey.Of(activity.Title) == NameKey.Of(told.Title) && NameKey.Of(activity.Organization) == NameKey.Of(told.Organization) && activity.Start == Day(FieldText.Of(told.Start, null)));

    public static DeskResult Set(long id, ActivityOrder told, DeskDraft draft) =>
        draft.Known.Filed<ActivityEntry>(EntryKind.Activity, id) is { } activity ? Write(activity, told, draft) : DeskResult.Refused($"there is no activity {id}");

    public static DeskResult Cancel(long id, DeskDraft draft)
    {
        if (draft.Known.Filed<ActivityEntry>(EntryKind.Activity, id) is not { } activity) return DeskResult.Refused($"there is no activity {id}");
        draft.Put(activity, activity with { Cancelled = true }, activity.Title, activity.Cancelled ? null : new FieldChange("cancelled", "no", "yes"));
        return DeskResult.Done;
    }

    private static DeskResult Write(ActivityEntry? before, ActivityOrder told, DeskDraft draft)
    {
        var start = FieldText.Of(told.Start, Day(before?.Start));
        var end = FieldText.Of(told.End, Day(before?.End));
        if (start is not null && end is not null && string.CompareOrdinal(end, start) < 0) return DeskResult.Refused($"it would end on {end}, before it starts on {start}");
        var after = (before ?? new ActivityEntry(draft.Known.NextNew(), draft.Known.Group, "", null, null, null, null, null, null, null, false, null)) with
        {
            Title = FieldText.Of(told.Title, before?.Title) ?? before!.Title, Category = told.Category ?? before?.Category,
            Organization = FieldText.Of(told.Organization, before?.Organization), Country = FieldText.Of(told.Country, before?.Country),
            Start = Day(start), End = Day(end), Place = FieldText.Of(told.Place, before?.Place), Website = FieldText.Of(told.Website, before?.Website),
            ReportedBy = FieldText.Of(told.ReportedBy, before?.ReportedBy),
        };
        draft.Put(before, after, after.Title,
            FieldText.Change("title", before?.Title, after.Title), FieldText.Change("category", before?.Category?.ToString(), after.Category?.ToString()),
            FieldText.Change("organization", before?.Organization, after.Organization), FieldText.Change("country", before?.Country, after.Country),
            FieldText.Change("start", Day(before?.Start), start), FieldText.Change("end", Day(before?.End), end),
            FieldText.Change("place", before?.Place, after.Place), FieldText.Change("website", before?.Website, after.Website), FieldText.Change("reportedBy", before?.ReportedBy, after.ReportedBy));
        return DeskResult.Done;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
