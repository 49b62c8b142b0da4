using System.CommandLine;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call answer</c>: an answer that came by telephone or fax, or in a mail that was not read.</summary>
internal static class CallAnswering
{
    public static Verb Make(IServiceSource services)
    {
        var number = CallCommand.Number();
        var member = CallCommand.Member();
        var position = Choice.Of<PositionTaken>("--position", $"To a consultation: {Choice.Words<PositionTaken>()}.", "WORD");
        var response = new Option<string[]>("--response") { Description = "To a question of a questionnaire; may be repeated.", HelpName = "NUMBER=TEXT" };
        var forward = new Option<bool>("--put-forward") { Description = "To a nomination or a call for contacts: what it names is entered by organization add, person add, seat add." };
        var attends = new Option<bool>("--attends") { Description = "To an invitation; who comes is entered by meeting register." };
        var nothing = new Option<bool>("--nothing") { Description = "Nobody and nothing to put forward, or nobody comes." };
        var text = new Option<string?>("--text") { Description = "The words of the answer.", HelpName = "TEXT" };
        var on = new Option<string?>("--on") { Description = "Day on which it came, in the group's zone. Default: today.", HelpName = "DAY" };
        var how = new Option<string?>("--how") { Description = "Kept with it: by telephone, by fax, from whom.", HelpName = "TEXT" };
        var replace = new Option<bool>("--replace") { Description = "It counts in place of the answer that stands." };
        var verb = new Verb("answer", "Enter the answer of a member that came by telephone, by fax, or in a mail that was not read. No receipt is sent.",
            "call answer 270 AU --position objection --text \"Point 3 goes too far.\" --how \"by telephone, Ms Park\"", "call answer 313 FR --nothing --on 2012-11-02",
            "call answer CL-24/10 MX --response \"1=Yes, since 2010\" --response 2=No") { number, member, position, response, forward, attends, nothing, text, on, how, replace };
        return DeskVerb.Changing(verb, services, line =>
        {
            var responses = (line.Value(response) ?? []).Select(Response).ToList();
            var sorts = new List<AnswerSort>();
            if (line.Value(position) is not null) sorts.Add(AnswerSort.Position);
            if (responses.Count > 0) sorts.Add(AnswerSort.Responses);
            if (line.Value(forward)) sorts.Add(AnswerSort.Items);
            if (line.Value(attends)) sorts.Add(AnswerSort.Attendance);
            if (line.Value(nothing)) sorts.Add(AnswerSort.Nothing);
            if (sorts is not [var sort]) throw new Refusal(ExitCode.Usage, "What does it say? One of --position, --response, --put-forward, --attends and --nothing.");
            if (responses.Select(one => one.Number).Distinct().Count() < responses.Count) throw new Refusal(ExitCode.Usage, "One question is answered twice.");
            var said = new AnswerSaid(sort, line.Value(position), string.IsNullOrWhiteSpace(line.Value(text)) ? null : line.Value(text)!.Trim(), responses);
            var now = line.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var at = line.Value(on) is { } told && GroupTime.Day(told, "--on") is var day && day != DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, line.Group.Zone).DateTime)
                ? GroupTime.EndOf(day, line.Group.Zone).ToUniversalTime() : now;
            return new DeskOrder(line.Who, "call answer", $"{line.Value(number)} {line.Value(member)}", CallDesk.Whole,
                draft => AnswerDesk.Enter(line.Value(number), line.Value(member), said, at, line.Value(how), line.Value(replace), line.Who, draft));
        });
    }

    private static QuestionnaireResponse Response(string told) => told.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && told[(at + 1)..].Trim().Length > 0
        ? new QuestionnaireResponse(told[..at].Trim(), told[(at + 1)..].Trim()) : throw new Refusal(ExitCode.Usage, $"--response takes NUMBER=TEXT; '{told}' is none.");
}
