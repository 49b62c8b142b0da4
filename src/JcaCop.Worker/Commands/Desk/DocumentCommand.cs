using System.CommandLine;
using System.Text.Json;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop document</c>: numbered documents and their files.</summary>
internal static class DocumentCommand
{
    public static Command Make(IServiceSource services) => new("document", "Numbered documents: numbers are reserved before the text exists, and given once.")
    {
        List(services),
        Show(services),
        New(services, withFile: false),
        New(services, withFile: true),
        Revise(services),
        Withdraw(services),
        Late(services, admitted: true),
        Late(services, admitted: false),
    };

    private static Verb Late(IServiceSource services, bool admitted)
    {
        var number = new Argument<string>("NUMBER") { Description = "As document list shows it." };
        var to = new Option<string?>("--to") { Description = "Number of the meeting for which it is held.", HelpName = "NUMBER" };
        var verb = admitted
            ? new Verb("admit", "The chairman admits a contribution that came late: it is announced with the others.", "document admit DOC003") { number }
            : new Verb("defer", "A contribution that came late is held for the next meeting.", "document defer DOC003", "document defer DOC003 --to 10") { number, to };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, $"document {verb.Name}", line.Value(number), MeetingKinds.All,
            draft => DocumentDesk.Admit(line.Value(number), admitted, admitted ? null : line.Value(to), draft)));
    }

    private static Verb List(IServiceSource services) => RegisterTable.List(services, "document", "documents",
        ["number", "title", "kind", "source", "meeting", "state", "received", "late", "files"],
        (register, time) => register.All<DocumentEntry>().OrderBy(document => document.Number, StringComparer.Ordinal).Select(document => (document, (IReadOnlyList<string?>)
        [
            document.Cited, document.Title, Kind(document.Sort), document.Source, register.One<MeetingEntry>(document.MeetingId)?.Number,
            Text.Word(document.State), Text.Local(document.Newest?.At, time.Zone), document.IsLate ? document switch { { Admitted: true } => "admitted", { Admitted: false } => "put off", _ => "late" } : null,
            string.Join(", ", document.Newest?.Files.Select(file => $"{document.Folder}/{file.ArchivedAs}{(file.Problem is { } why ? $" ({why})" : file.IsPending ? " (on its way)" : "")}") ?? []),
        ])));

    private static Verb Show(IServiceSource services)
    {
        var number = new Argument<string>("NUMBER") { Description = "As document list shows it." };
        var json = Json.Option();
        var verb = new Verb("show", "One document with all its texts and its history.", "document show DOC065", "document show DOC065 --json", "document show DOC065 --as-of 2015-04-15") { number, AsOf.Option(), json };
        return DeskVerb.Showing(verb, services, async (line, stop) =>
        {
            var register = await AsOf.RegisterAsync(line, stop);
            var key = DocumentNumber.KeyOf(line.Value(number));
            var document = register.All<DocumentEntry>().FirstOrDefault(document => DocumentNumber.KeyOf(document.Number) == key)
                ?? throw new Refusal(ExitCode.Usage, $"There is no document {line.Value(number)} of {line.Group.Name}; 'document list' shows all.");
            if (line.Value(json))
            {
                line.Output.WriteLine(await RegisterTable.WithHistoryAsync(line, EntryKind.Document, document.Id, document, stop));
                return ExitCode.Ok;
            }
            line.Output.WriteLine(Printable.Line($"{document.Cited}  {document.Title}  ({Kind(document.Sort)}, {Text.Word(document.State)}{(document.Source is { } source ? $", {source}" : "")})"));
            var archive = line.Services.GetRequiredService<DocumentArchive>();
            foreach (var revision in document.Revisions)
                foreach (var file in revision.Files)
                    line.Output.WriteLine(Printable.Line($"  {(revision.Number == 0 ? "first text" : $"Rev.{Text.Number(revision.Number)}")}  {Text.Local(revision.At, line.Group.Zone)}{(revision.Late ? " late" : "")}  {revision.By}  "
                        + $"{archive.PathOf(line.Group.Key, document.Folder, file.ArchivedAs)}{(file.Problem is { } why ? $" ({why})" : file.IsPending ? " (on its way)" : "")}"));
            await RegisterTable.WriteHistoryAsync(line, EntryKind.Document, document.Id, register, stop);
            return ExitCode.Ok;
        });
    }

    private static Verb New(IServiceSource services, bool withFile)
    {
        var title = new Argument<string>("TITLE") { Description = "As in lists; the file is named by it." };
        var file = new Argument<string>("FILE") { Description = "The text." };
        var sort = Choice.Of<DocumentSort>("--kind", $"{Choice.Words<DocumentSort>()}. Default: other.", "KIND");
        var source = new Option<string?>("--source") { Description = "Who submits it.", HelpName = "TEXT" };
        var meeting = new Option<string?>("--meeting") { Description = "Number of the meeting that it is for.", HelpName = "NUMBER" };
        var number = new Option<string?>("--number") { Description = "A number of the series that is still free. Default: the next one.", HelpName = "NUMBER" };
        var verb = withFile
            ? new Verb("add", "Give a document its number, and file its text.", "document add \"Draft agenda\" agenda.docx --kind agenda --meeting 7") { title, file }
            : new Verb("reserve", "Reserve a number for a text that does not exist yet.",
                "document reserve \"Draft agenda\" --kind agenda --meeting 2",
                "document reserve \"Draft meeting report\" --kind report --meeting 7 --number DOC065") { title };
        foreach (var option in new Option[] { sort, source, meeting, number }) verb.Add(option);
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var text = withFile ? await FiledText.ReadAsync(line, services, line.Value(file), stop) : null;
            var told = new DocumentOrder(line.Value(title).Trim(), line.Value(sort) ?? DocumentSort.Other, line.Value(source), line.Value(meeting), line.Value(number), text?.Name, text?.Content.Length);
            if (told.Title.Length == 0) throw new Refusal(ExitCode.Usage, "A document needs a title.");
            return (new DeskOrder(line.Who, $"document {verb.Name}", told.Title, MeetingKinds.All, draft => DocumentDesk.Add(told, line.Group, line.Who, draft)),
                text is null ? (_, _) => Task.CompletedTask : (outcome, until) => text.FileAsync(outcome, until));
        });
    }

    private static Verb Revise(IServiceSource services)
    {
        var number = new Argument<string>("NUMBER") { Description = "As document list shows it." };
        var file = new Argument<string>("FILE") { Description = "The new text; the first one where only the number was reserved." };
        var verb = new Verb("revise", "File another text of a document: Rev.1 and so on; the number stays.", "document revise DOC065 report.docx") { number, file };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var text = await FiledText.ReadAsync(line, services, line.Value(file), stop);
            return (new DeskOrder(line.Who, "document revise", line.Value(number), MeetingKinds.All, draft => DocumentDesk.Revise(line.Value(number), line.Who, text.Name, text.Content.Length, draft)),
                (outcome, until) => text.FileAsync(outcome, until));
        });
    }

    private static Verb Withdraw(IServiceSource services)
    {
        var number = new Argument<string>("NUMBER") { Description = "As document list shows it." };
        var verb = new Verb("withdraw", "Take a document back: it is announced no longer, and no text is awaited. The number stays given.", "document withdraw DOC012") { number };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, "document withdraw", line.Value(number), MeetingKinds.All, draft => DocumentDesk.Withdraw(line.Value(number), line.Who, draft)));
    }

    private static string Kind(DocumentSort sort) => Text.Word(sort);
}
