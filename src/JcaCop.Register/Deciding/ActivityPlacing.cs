using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>An activity is added to the list, or adds to and changes what an earlier mail told of it.</summary>
public static class ActivityPlacing
{
    internal static void Place(Activity told, MailContext mail, EntryDraft entries)
    {
        if (string.IsNullOrWhiteSpace(told.Title)) return;
        var before = Find(told, entries.Known);
        var (category, categoryChange) = entries.Merge(before, "category", before?.Category?.ToString(), told.Category?.ToString());
        var (organization, organizationChange) = entries.Merge(before, "organization", before?.Organization, told.Organization);
        var (country, countryChange) = entries.Merge(before, "country", before?.Country, told.Country);
        var (start, startChange) = entries.Merge(before, "start", Day(before?.Start), Day(told.Start));
        var (end, endChange) = entries.Merge(before, "end", Day(before?.End), Day(told.End));
        // Moved behind its last day, or brought forward, it has another one, or none that was told.
        if (told is { Start: { } begins, End: null } && startChange is not null && Day(start) == begins && Day(end) is { } old && (old < begins || begins < before?.Start))
            (end, endChange) = (null, new FieldChange("end", end, null));
        var (place, placeChange) = entries.Merge(before, "place", before?.Place, told.Place);
        var (website, websiteChange) = entries.Merge(before, "website", before?.Website, told.Website);
        var after = (before ?? new ActivityEntry(entries.Known.NextNew(), entries.Known.Group, told.Title.Trim(), null, null, null, null, null, null, null, false, mail.Sender)) with
        {
            Category = category is null ? null : Enum.Parse<ActivityCategory>(category), Organization = organization, Country = country,
            Start = Day(start), End = Day(end), Place = place, Website = website,
        };
        entries.Put(before, after, after.Title, before is null ? new FieldChange("title", null, after.Title) : null,
            categoryChange, organizationChange, countryChange, startChange, endChange, placeChange, websiteChange);
    }

    /// <summary>The same title, and nothing told that speaks against it: another country, or another year of a yearly event.</summary>
    private static ActivityEntry? Find(Activity told, Known known) =>
        known.Named<ActivityEntry>(EntryKind.Activity, told.Title).FirstOrDefault(other =>
            (other.Country is null || told.Country is null || other.Country == told.Country)
            && (other.Start is null || told.Start is null || Math.Abs(other.Start.Value.DayNumber - told.Start.Value.DayNumber) < MonthsApart));

    /// <summary>Whether days that are told of an activity may be its own, moved: not those of the next year's event of the name.</summary>
    internal static bool MayBeMovedTo(ActivityEntry entry, DateOnly? start) => entry.Start is { } before && start is { } after && Math.Abs(before.DayNumber - after.DayNumber) < MonthsApart;

    /// <summary>Days. A date may be moved by months; the next year's conference of the same name is another.</summary>
    private const int MonthsApart = 200;

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
