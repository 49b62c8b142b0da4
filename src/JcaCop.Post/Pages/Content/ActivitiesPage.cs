using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Pages.Content;

/// <summary>How an activity stands today, in the order of the page.</summary>
internal enum ActivityStage { UnderWay, Planned, Undated, Done }

internal sealed record ActivityLine(string Title, CategoryName? Category, Shown? When, string? Place, string? Organization, CountryName? Country, string? Website, BareText? WebsiteLink);

internal sealed record ActivityGroup(ActivityStage Stage, IReadOnlyList<ActivityLine> Activities);

internal sealed record ActivitiesPage(IReadOnlyList<ActivityGroup> Groups)
{
    public static ActivitiesPage Of(PublicRegister register) => new(
        [.. register.Activities.GroupBy(activity => Stage(activity, register.Today)).OrderBy(group => group.Key).Select(group => new ActivityGroup(group.Key, [.. Ordered(group).Select(Line)]))]);

    /// <summary>What comes next comes first; of what is over, the newest.</summary>
    private static IEnumerable<ActivityEntry> Ordered(IGrouping<ActivityStage, ActivityEntry> group) => group.Key == ActivityStage.Done
        ? group.OrderByDescending(activity => activity.End ?? activity.Start).ThenBy(activity => activity.Title, NumberedNames.Order)
        : group.OrderBy(activity => activity.Start).ThenBy(activity => activity.Title, NumberedNames.Order);

    private static ActivityStage Stage(ActivityEntry activity, DateOnly today) => activity.StatusOn(today) switch
    {
        "done" => ActivityStage.Done, "planned" => ActivityStage.Planned, "undated" => ActivityStage.Undated, _ => ActivityStage.UnderWay,
    };

    private static ActivityLine Line(ActivityEntry activity) => new(
        activity.Title, activity.Category is { } category ? new CategoryName(category) : null,
        activity.IsOpenEnded ? new OpenDays(activity.Start!.Value) : activity.Start is { } start ? new DayRange(start, activity.End ?? start) : activity.End is { } end ? new DayRange(end, end) : null,
        activity.Place, activity.Organization, activity.Country is { } country ? new CountryName(country) : null, activity.Website, BareText.Of(new WebLink(activity.Website ?? "").Target));
}
