using System.CommandLine;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop activity</c>: work, issues and activities on child online protection that members told of.</summary>
internal static class ActivityCommand
{
    public static Command Make(IServiceSource services) => new("activity", "Work, issues and activities that members told of.")
    {
        RegisterTable.List(services, "activity", "activities", ["id", "title", "category", "organization", "country", "start", "end", "place", "status"],
            (register, time) => register.All<ActivityEntry>().Select(activity => (activity, (IReadOnlyList<string?>)
            [
                Text.Number(activity.Id), activity.Title, Text.Word(activity.Category), activity.Organization, Text.Country(activity.Country),
                Text.Day(activity.Start), Text.Day(activity.End), activity.Place, activity.StatusOn(time.Today),
            ]))),
        RegisterTable.Show(services, "activity", EntryKind.Activity),
        Write(services, adds: true),
        Write(services, adds: false),
        Cancel(services),
    };

    private static Verb Write(IServiceSource services, bool adds)
    {
        var id = new Argument<long>("ID") { Description = "Number, as activity list shows it." };
        var title = new Option<string?>("--title") { Description = "As in lists.", HelpName = "TEXT" };
        var called = NamedVerb.Argument(title);
        var category = Choice.Of<ActivityCategory>("--category", $"{Choice.Words<ActivityCategory>()}.", "CATEGORY");
        var organization = new Option<string?>("--organization") { Description = "Who carries it out.", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "ISO 3166-1 alpha-2.", HelpName = "CC" }.OfCountry();
        var start = new Option<string?>("--start") { Description = "First day.", HelpName = "DAY" };
        var end = new Option<string?>("--end") { Description = "Last day, inclusive.", HelpName = "DAY" };
        var place = new Option<string?>("--place") { Description = "Where.", HelpName = "TEXT" };
        var website = new Option<string?>("--website") { Description = "Website.", HelpName = "URL" }.OfWebsite();
        var by = new Option<string?>("--reported-by") { Description = "Address of whoever told of it, and is asked for news. Default: nobody is.", HelpName = "ADDRESS" }.Checked();
        var verb = adds
            ? new Verb("add", "Add an activity.", "activity add --title \"Regional forum on child online protection\" --category event --start 2015-09-22 --end 2015-09-23 --place Warsaw")
            : new Verb("set", "Change what is on record of an activity; an empty text takes a value away.", "activity set 3 --start 2015-10-12 --place Cairo") { id };
        if (adds) NamedVerb.Takes(verb, title, called, required: true);
        foreach (var option in new Option[] { title, category, organization, country, start, end, place, website, by }) verb.Add(option);
        return DeskVerb.Changing(verb, services, line =>
        {
            var order = new ActivityOrder(line.Value(title) ?? (adds ? line.Value(called) : null), line.Value(category), line.Value(organization), line.Value(country)?.ToUpperInvariant(),
                Checked(line.Value(start), "--start"), Checked(line.Value(end), "--end"), line.Value(place), line.Value(website)) { ReportedBy = line.Value(by) };
            return adds
                ? new DeskOrder(line.Who, "activity add", order.Title ?? "", [EntryKind.Activity], draft => ActivityDesk.Add(order, draft))
                : new DeskOrder(line.Who, "activity set", $"activity {line.Value(id)}", [EntryKind.Activity], draft => ActivityDesk.Set(line.Value(id), order, draft));
        });
    }

    private static Verb Cancel(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as activity list shows it." };
        var verb = new Verb("cancel", "Note that an activity does not take place.", "activity cancel 3") { id };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(
            line.Who, "activity cancel", $"activity {line.Value(id)}", [EntryKind.Activity], draft => ActivityDesk.Cancel(line.Value(id), draft)));
    }

    private static string? Checked(string? day, string option) => day is { Length: > 0 } ? Text.Day(GroupTime.Day(day, option)) : day;
}
