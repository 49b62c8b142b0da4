using System.CommandLine;
using System.Text;
using System.Text.Json;
using JcaCop.Post.Calendars;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop meeting</c>: meetings, their agenda, invitation and participants.</summary>
internal static class MeetingCommand
{
    public static Command Make(IServiceSource services) => new("meeting", "Meetings: agenda, invitation, participants, calendar.")
    {
        Open(services),
        Set(services),
        Agenda(services),
        Announce(services),
        Cancel(services),
        Held(services),
        MeetingPeople.Register(services),
        MeetingPeople.Excuse(services),
        List(services),
        MeetingShow.Show(services),
        MeetingShow.Participants(services),
        SendParticipants(services),
        Calendar(services),
    };

    private static Verb Open(IServiceSource services)
    {
        var words = new MeetingLine(opens: true);
        var verb = new Verb("open", "Open a meeting. It is announced by 'meeting announce', or by itself before the limit.",
            "meeting open 1 --date 2012-08-30 --from 18:00 --until 19:30 --place Geneva --remote",
            "meeting open 2 --group cwg-cop --date 2010-06-11 --from 9:30 --until 17:30 --place Geneva --room \"Room H\" --series WG-CP-2/{number:00}");
        words.AddTo(verb);
        return DeskVerb.Changing(verb, services, line =>
        {
            var told = words.Of(line);
            return Order(line, "meeting open", told.Number, draft => MeetingDesk.Open(told, line.Group, draft));
        });
    }

    private static Verb Set(IServiceSource services)
    {
        var words = new MeetingLine(opens: false);
        var verb = new Verb("set", "Change a meeting; an empty text takes a value away. Who was invited or is registered is told of a change of time, place or title.",
            "meeting set 1 --room \"Room C\" --until 20:00", "meeting set 1 --link https://conference.example/1 --details \"Access code 123\"");
        words.AddTo(verb);
        return DeskVerb.Changing(verb, services, line =>
        {
            var told = words.Of(line);
            return Order(line, "meeting set", told.Number, draft => MeetingDesk.Set(told, line.Group, (before, after, to) => Post(line).Update(line.Group, before, after, to), draft));
        });
    }

    private static Verb Agenda(IServiceSource services)
    {
        var number = Number();
        var items = new Argument<string[]>("ITEM") { Description = "\"4 Information reports [WG-CP-2/02, WG-CP-2/03]\": number, title, and documents in brackets if any.", Arity = ArgumentArity.OneOrMore };
        var verb = new Verb("agenda", "Set the agenda of a meeting, all its items in order.", "meeting agenda 2 \"1 Opening\" \"2 Adoption of the agenda [WG-CP-2/01]\" \"3 Other business\"") { number, items };
        return DeskVerb.Changing(verb, services, line =>
        {
            var agenda = line.Value(items).Select(ItemOf).ToList();
            return Order(line, "meeting agenda", line.Value(number), draft => MeetingDesk.Agenda(line.Value(number), agenda, draft));
        });
    }

    private static AgendaItem ItemOf(string text)
    {
        var blank = text.Trim().IndexOf(' ', StringComparison.Ordinal);
        if (blank < 1 || !char.IsAsciiDigit(text.Trim()[0])) throw new Refusal(ExitCode.Usage, $"'{text}' is no item of an agenda; \"4 Information reports\" is one.");
        var (number, rest) = (text.Trim()[..blank].TrimEnd('.', ')'), text.Trim()[(blank + 1)..].Trim());
        if (rest is [.., ']'] && rest.LastIndexOf('[') is > 0 and var bracket)
            return new AgendaItem(number, rest[..bracket].Trim(), rest[(bracket + 1)..^1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new AgendaItem(number, rest, []);
    }

    private static Verb Announce(IServiceSource services)
    {
        var number = Number();
        var verb = new Verb("announce", "Send the invitation, with the meeting for calendars.", "meeting announce 1") { number };
        return DeskVerb.Changing(verb, services, line => Order(line, "meeting announce", line.Value(number),
            draft => MeetingDesk.Announce(line.Value(number), line.Group, (after, to, _) => Post(line).Invitation(line.Group, after, to), draft)));
    }

    private static Verb Cancel(IServiceSource services)
    {
        var number = Number();
        var why = new Option<string?>("--reason") { Description = "Told in the letters, in these words.", HelpName = "TEXT" };
        var verb = new Verb("cancel", "Call a meeting off, and tell all who know of it.", "meeting cancel 3", "meeting cancel 3 --reason \"the parent group meets later\"") { number, why };
        return DeskVerb.Changing(verb, services, line => Order(line, "meeting cancel", line.Value(number),
            draft => MeetingDesk.Cancel(line.Value(number), line.Group, (after, to, _) => Post(line).Cancellation(line.Group, after, line.Value(why), to), draft)));
    }

    private static Verb Held(IServiceSource services)
    {
        var number = Number();
        var verb = new Verb("held", "Note that a meeting has taken place; an announced one is noted by itself when it is over.", "meeting held 1") { number };
        return DeskVerb.Changing(verb, services, line => Order(line, "meeting held", line.Value(number), draft => MeetingDesk.Held(line.Value(number), line.Group, draft)));
    }

    private static Verb SendParticipants(IServiceSource services)
    {
        var number = Number();
        var verb = new Verb("send-participants", "Send the list of participants to those on it and to the secretariat: names, functions and bodies, without addresses.", "meeting send-participants 7") { number };
        return DeskVerb.Changing(verb, services, line => Order(line, "meeting send-participants", line.Value(number), draft =>
            MeetingSteps.SendParticipants(line.Value(number), line.Group, (meeting, to, known) => Post(line).ParticipantsList(line.Group, meeting, known, to), draft)));
    }

    private static Verb List(IServiceSource services) => RegisterTable.List(services, "meeting", "meetings",
        ["number", "title", "days", "time", "place", "state", "registered", "documents", "report"],
        (register, _) => register.All<MeetingEntry>().OrderBy(meeting => meeting.Time.Opens).Select(meeting => (meeting, (IReadOnlyList<string?>)
        [
            meeting.Number, meeting.Title, MeetingShow.Days(meeting), MeetingShow.Hours(meeting), meeting.Place, Text.Word(meeting.State),
            Text.Number(register.All<RegistrationEntry>().Count(registration => registration.MeetingId == meeting.Id && registration.State == RegistrationState.Registered)),
            Text.Number(register.All<DocumentEntry>().Count(document => document.MeetingId == meeting.Id)),
            MeetingShow.Report(meeting),
        ])));

    private static Verb Calendar(IServiceSource services)
    {
        var number = Number();
        var target = new Option<string?>("--out") { Description = "File. Default: standard output.", HelpName = "FILE" };
        var verb = new Verb("calendar", "The meeting as a calendar file (RFC 5545), as anybody may have it.", "meeting calendar 1 --out meeting.ics") { number, target };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var (meeting, _) = await MeetingShow.FindAsync(line, line.Value(number), stop);
            var content = MeetingCalendar.Publish(meeting, line.Group, line.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            if (line.Value(target) is { } file)
            {
                var path = Path.GetFullPath(file, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
                await WholeFile.WriteAsync(path, content, stop);
                line.Output.WriteLine($"Written: {path}");
            }
            else await line.Output.WriteAsync(Encoding.UTF8.GetString(content));
            return ExitCode.Ok;
        });
    }

    private static Argument<string> Number() => new("NUMBER") { Description = "Of the meeting, as meeting list shows it." };

    private static MeetingPost Post(DeskLine line) => line.Services.GetRequiredService<MeetingPost>();

    private static DeskOrder Order(DeskLine line, string verb, string number, Func<DeskDraft, DeskResult> work) => new(line.Who, verb, $"meeting {number}", MeetingKinds.All, work);
}
