using System.CommandLine;
using JcaCop.Post.Documents;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop report</c>: the report of a meeting on its way from draft to all who get it.</summary>
internal static class ReportCommand
{
    public static Command Make(IServiceSource services) => new("report", "Reports of meetings: draft, approve or reject, distribute.")
    {
        Draft(services),
        Approve(services),
        Reject(services),
        Distribute(services),
        List(services),
        Annual(services),
    };

    private static Verb Draft(IServiceSource services)
    {
        var number = Number();
        var file = new Argument<string?>("FILE") { Description = "The draft. Without it one is made from the register.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Verb("draft", "File a text of the report under its number; the chairman is asked to approve it.", "report draft 7 draft.docx", "report draft 7") { number, file };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var text = line.Parsed.GetValue(file) is { } given ? await FiledText.ReadAsync(line, services, given, stop) : await MadeAsync(line, line.Value(number), stop);
            return (new DeskOrder(line.Who, "report draft", $"meeting {line.Value(number)}", MeetingKinds.All,
                draft => ReportDesk.Draft(line.Value(number), line.Who, text.Name, text.Content.Length, draft)), (outcome, until) => text.FileAsync(outcome, until));
        });
    }

    private static async Task<FiledText> MadeAsync(DeskLine line, string number, CancellationToken stop)
    {
        var (meeting, _) = await MeetingShow.FindAsync(line, number, stop);
        var made = await line.Services.GetRequiredService<ReportFiles>().DraftAsync(line.Group, meeting, line.Who, stop);
        return new FiledText(line, made.FileName, made.Content);
    }

    private static Verb Approve(IServiceSource services)
    {
        var number = Number();
        var draft = new Option<bool>("--draft") { Description = "The draft that went out with the request for the report is the report: the chairman has nothing to change. What it asked for in brackets falls away." };
        var verb = new Verb("approve", "Approve the report of a meeting for the chairman; it is then distributed.", "report approve 7", "report approve 7 --draft") { number, draft };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var (meeting, _) = await MeetingShow.FindAsync(line, line.Value(number), stop);
            if (line.Parsed.GetValue(draft))
            {
                // Nobody approves what nobody has seen.
                if (!meeting.Letters.ContainsKey(MeetingLetters.ReportRequest))
                    return (new DeskOrder(line.Who, "report approve", $"meeting {line.Value(number)}", MeetingKinds.All,
                        _ => DeskResult.Refused($"no draft has gone out yet for the report of {meeting.Title}")), (_, _) => Task.CompletedTask);
                var made = await line.Services.GetRequiredService<ReportFiles>().AsSentAsync(line.Group, meeting, stop);
                var sent = new FiledText(line, made.FileName, made.Content);
                return (new DeskOrder(line.Who, "report approve", $"meeting {line.Value(number)}", MeetingKinds.All,
                    entries => ReportDesk.ApproveDraft(line.Value(number), line.Who, sent.Name, sent.Content.Length, entries)), (outcome, until) => sent.FileAsync(outcome, until));
            }
            var lacks = meeting.Report.DocumentId is not null && await line.Services.GetRequiredService<ReportFiles>().FiledAsync(line.Group, meeting, stop) is null;
            return (new DeskOrder(line.Who, "report approve", $"meeting {line.Value(number)}", MeetingKinds.All,
                entries => ReportDesk.Approve(line.Value(number), line.Who, entries) is var result && lacks && result.Problem is null
                ? result with { Notes = [.. result.Notes, $"No text of it is in the archive, and it does not leave: 'report draft {line.Value(number)} FILE' files one."] } : result), (_, _) => Task.CompletedTask);
        });
    }

    private static Verb Reject(IServiceSource services)
    {
        var number = Number();
        var verb = new Verb("reject", "Say no to the text of the report for the chairman; another one is awaited from the chairman.", "report reject 7") { number };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, "report reject", $"meeting {line.Value(number)}", MeetingKinds.All, draft => ReportDesk.Reject(line.Value(number), line.Who, line.Group, draft)));
    }

    private static Verb Distribute(IServiceSource services)
    {
        var number = Number();
        var verb = new Verb("distribute", "Send the approved report to all who get it and have not had it; an approved one goes by itself.", "report distribute 7") { number };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var (meeting, _) = await MeetingShow.FindAsync(line, line.Value(number), stop);
            var text = await line.Services.GetRequiredService<ReportFiles>().FiledAsync(line.Group, meeting, stop);
            IReadOnlyList<string> unreached = [];
            return (new DeskOrder(line.Who, "report distribute", $"meeting {line.Value(number)}", MeetingKinds.All, draft => text is null
                ? DeskResult.Refused("no text of the report is in the archive")
                : ReportDesk.Distribute(line.Value(number), line.Group, (after, document, to) => line.Services.GetRequiredService<MeetingPost>()
                    .ReportDistribution(line.Group, after, document, text, to), draft, missing => unreached = missing)),
                (_, _) =>
                {
                    foreach (var missing in unreached) line.Output.WriteLine($"Not reached: {missing}");
                    return Task.CompletedTask;
                });
        });
    }

    private static Verb List(IServiceSource services) => RegisterTable.List(services, "report", "reports",
        ["meeting", "title", "held", "state", "document", "approved by", "sent to"],
        (register, _) => register.All<MeetingEntry>()
            .Where(meeting => meeting.State == MeetingState.Held || meeting.Report.State != ReportState.Awaited).OrderBy(meeting => meeting.Time.Opens)
            .Select(meeting => (meeting, (IReadOnlyList<string?>)
        [
            meeting.Number, meeting.Title, Text.Day(meeting.Time.LastDay), Text.Word(meeting.Report.State),
            register.One<DocumentEntry>(meeting.Report.DocumentId)?.Cited, meeting.Report.ApprovedBy, Text.Number(meeting.Report.Deliveries.Count),
        ])));

    private static Verb Annual(IServiceSource services)
    {
        var year = new Argument<int>("YEAR") { Description = "A calendar year." };
        var result = new Option<string>("--out") { Description = "File to write.", HelpName = "FILE", Required = true };
        var verb = new Verb("annual", "Draft of the annual report to the parent group (for a working group: to the Council), with the lists behind each figure.",
            "report annual 2012 --out annual-2012.docx", "report annual 2011 --group cwg-cop --out council-2011.docx") { year, result };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var (zone, now) = (line.Group.Zone, line.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            if (line.Value(year) < 1990 || line.Value(year) > TimeZoneInfo.ConvertTime(now, zone).Year) throw new Refusal(ExitCode.Usage, "YEAR takes a year that has begun, such as 2012.");
            if (line.Value(result) is not { } path || !path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) throw new Refusal(ExitCode.Usage, "--out takes a file that ends in .docx.");
            // A year that is over is told as the register stood at its end.
            var end = GroupTime.EndOf(new DateOnly(line.Value(year), 12, 31), zone);
            var register = await line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, end < now ? end : null, stop);
            var file = Path.GetFullPath(path, (services as RunningServices)?.Folder ?? Environment.CurrentDirectory);
            await File.WriteAllBytesAsync(file, AnnualReportDraft.Write(line.Services.GetRequiredService<DraftLanguages>().Of(line.Group), line.Group, line.Value(year), register, end < now ? end : now), stop);
            line.Output.WriteLine($"Written: {file}");
            return ExitCode.Ok;
        });
    }

    private static Argument<string> Number() => new("NUMBER") { Description = "Of the meeting, as meeting list shows it." };
}
