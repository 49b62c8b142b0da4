using System.CommandLine;
using JcaCop.Register.Deciding.Desk;

namespace JcaCop.Worker.Commands.Desk;

/// <summary>The options by which <c>meeting open</c> and <c>meeting set</c> say what a meeting is.</summary>
internal sealed class MeetingLine
{
    private readonly Argument<string> number = new("NUMBER") { Description = "As the group counts its meetings: 7." };
    private readonly Option<string?> title = new("--title") { Description = "As in letters. Default: '7th meeting of' the group.", HelpName = "TEXT" };
    private readonly Option<string?> date;
    private readonly Option<string?> lastDay = new("--last-day") { Description = "Last day, inclusive, of a meeting of several days.", HelpName = "DAY" };
    private readonly Option<string?> from;
    private readonly Option<string?> until;
    private readonly Option<string?> zone = new("--zone") { Description = "IANA name of the zone in which days and times are meant. Default: the group's.", HelpName = "ZONE" };
    private readonly Option<string?> place;
    private readonly Option<string?> room = new("--room") { Description = "Room or building.", HelpName = "TEXT" };
    private readonly Option<string[]> language = new("--language") { Description = "Language in which it is held; may be repeated. Default: en.", HelpName = "ar|zh|en|fr|ru|es", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool?> remote = new("--remote") { Description = "Whether people can take part from afar: --remote, or --remote false.", HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> tool = new("--tool") { Description = "Conference tool, as in the invitation.", HelpName = "NAME" };
    private readonly Option<string?> link = new("--link") { Description = "Where remote participants connect; only they get it.", HelpName = "URL" };
    private readonly Option<string?> details = new("--details") { Description = "Access code, telephone numbers; only remote participants get them.", HelpName = "TEXT" };
    private readonly Option<string?> website = new("--website") { Description = "Page of the meeting.", HelpName = "URL" };
    private readonly Option<string?> series = new("--series") { Description = "Pattern of document numbers. Default: the group's setting.", HelpName = "PATTERN" };
    private readonly Option<int?> announce = Days("--announce-days", "The invitation leaves at the latest so many days before.");
    private readonly Option<int?> contributions = Days("--contribution-days", "The last day for contributions lies so many days before.");
    private readonly Option<int?> documents = Days("--document-days", "Documents are announced so many days before.");
    private readonly Option<int?> connection = Days("--connection-days", "Connection details go out so many days before.");

    /// <param name="opens">What a new meeting cannot do without is required.</param>
    public MeetingLine(bool opens)
    {
        date = new Option<string?>("--date") { Description = "First day.", HelpName = "DAY", Required = opens };
        from = new Option<string?>("--from") { Description = "When it begins on each day: 18:00.", HelpName = "TIME", Required = opens };
        until = new Option<string?>("--until") { Description = "When it ends on each day: 19:30.", HelpName = "TIME", Required = opens };
        place = new Option<string?>("--place") { Description = "City.", HelpName = "TEXT", Required = opens };
        language.OneOf("ar", "zh", "en", "fr", "ru", "es");
    }

    public void AddTo(Verb verb)
    {
        verb.Add(number);
        foreach (var option in new Option[] { title, date, lastDay, from, until, zone, place, room, language, remote, tool, link, details, website,
                    series, announce, contributions, documents, connection })
            verb.Add(option);
    }

    /// <exception cref="Refusal">A word is wrong; it says which.</exception>
    public MeetingOrder Of(DeskLine line)
    {
        if (line.Value(zone) is { } named && !TimeZoneInfo.TryFindSystemTimeZoneById(named, out _)) throw new Refusal(ExitCode.Usage, $"This machine knows no time zone '{named}'; Geneva's is Europe/Zurich.");
        foreach (var (option, url) in new[] { ("--link", line.Value(link)), ("--website", line.Value(website)) })
            if (url is { Length: > 0 } && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
                throw new Refusal(ExitCode.Usage, $"{option} takes an address that begins with https://; '{url}' does not.");
        return new MeetingOrder(line.Value(number).Trim())
        {
            Title = line.Value(title), FirstDay = Day(line.Value(date), "--date"), LastDay = Day(line.Value(lastDay), "--last-day"),
            From = Hour(line.Value(from), "--from"), Until = Hour(line.Value(until), "--until"), Zone = line.Value(zone),
            Place = line.Value(place), Room = line.Value(room), Website = line.Value(website),
            Languages = line.Value(language) is { Length: > 0 } spoken ? spoken : null,
            Remote = line.Parsed.GetResult(remote) is null ? null : line.Value(remote) ?? true, Tool = line.Value(tool), Link = line.Value(link), Details = line.Value(details),
            Series = line.Value(series), AnnouncementDays = line.Value(announce), ContributionDays = line.Value(contributions), DocumentDays = line.Value(documents), ConnectionDays = line.Value(connection),
        };
    }

    private static DateOnly? Day(string? text, string option) => text is null ? null : GroupTime.Day(text, option);

    private static TimeOnly? Hour(string? text, string option) => text is null ? null : GroupTime.Hour(text, option);

    private static Option<int?> Days(string name, string description) => new Option<int?>(name) { Description = description, HelpName = "N" }.Between(0, 365);
}
