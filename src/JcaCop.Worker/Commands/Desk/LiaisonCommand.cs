using System.CommandLine;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;
using JcaCop.Worker.Liaisons;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop liaison</c>: statements that came, and those that go out.</summary>
internal static class LiaisonCommand
{
    public static Command Make(IServiceSource services) => new("liaison", "Liaison statements that came, and those that go out.")
    {
        RegisterTable.List(services, "liaison", "liaison statements", ["id", "way", "number", "from", "to", "title", "deadline", "state"],
            (register, _) => register.All<LiaisonEntry>().Select(statement => (statement, (IReadOnlyList<string?>)
            [
                Text.Number(statement.Id), statement.Way == LiaisonWay.Incoming ? "in" : "out", statement.Number ?? statement.Reference, string.Join(", ", statement.From),
                string.Join("; ", statement.To.Select(to => $"{to.Body} ({Text.Word(to.Purpose)})")), statement.Title, Text.Day(statement.Deadline), Text.Word(statement.State),
            ]))),
        LiaisonShow.Make(services),
        Draft(services),
        LiaisonReceivingVerb.Make(services),
        LiaisonRouteVerb.Make(services),
        Send(services),
        Set(services),
        Close(services),
    };

    private static Verb Set(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as liaison list shows it." };
        var number = new Option<string?>("--number") { Description = "The sender's own number of a statement that came, as written.", HelpName = "REFERENCE" };
        var verb = new Verb("set", "Add or put right the sender's number of a statement that came: replies are drafted and closed by it.", "liaison set 5 --number SG13-LS77") { id, number };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, "liaison set", $"liaison {line.Value(id)}", LiaisonDesk.Needs, draft => LiaisonDesk.SetNumber(line.Value(id), line.Value(number)!, draft)));
    }

    private static Verb Draft(IServiceSource services)
    {
        var title = new Argument<string>("TITLE") { Description = "Short, without 'LS on'." };
        var text = new Option<string?>("--text") { Description = "Body of the statement; paragraphs are parted by \\n\\n. By mail, what stands below the order serves as well.", HelpName = "TEXT" };
        var action = Addressees("--action", "asked to act");
        var comment = Addressees("--comment", "asked to comment");
        var information = Addressees("--information", "informed");
        var deadline = new Option<string?>("--deadline") { Description = "Day by which an answer is asked for, inclusive (yyyy-MM-dd); a statement for action needs one.", HelpName = "DAY" };
        var reply = new Option<string?>("--reply-to") { Description = "Number or reference of the statement that it answers.", HelpName = "REFERENCE" };
        var verb = new Verb("draft", "Draft an outgoing statement. The chairman is asked by mail, and it leaves when the chairman agrees.",
            "liaison draft \"work on age verification\" --text \"JCA-COP asks for your work plan.\" --action \"ITU-T SG17\" --information \"ITU-T SG16\" --deadline 2012-11-01",
            "liaison draft \"age verification\" --text \"We thank SG17.\" --information \"ITU-T SG17\" --reply-to SG17-LS12") { title, text, action, comment, information, deadline, reply };
        return DeskVerb.Changing(verb, services, line =>
        {
            var told = new LiaisonDraft(line.Value(title), (line.Value(text) ?? services.TakeTextBelow() ?? "").Replace("\\n", "\n", StringComparison.Ordinal).Trim(),
                To(line.Value(action), line.Value(comment), line.Value(information)), line.Value(deadline) is { } day ? GroupTime.Day(day, "--deadline") : null, line.Value(reply), new LiaisonContact(line.Group.Name, line.Group.Address, null));
            return new DeskOrder(line.Who, "liaison draft", told.Title, LiaisonDesk.Needs, draft => LiaisonDesk.Draft(told, line.Who, draft));
        });
    }

    private static Verb Send(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as liaison list shows it." };
        var despite = new Option<bool>("--despite-waiting") { Description = "Though a mail that may be the chairman's word on it waits for a decision." };
        var verb = new Verb("send", "The chairman agrees: number the statement and send it to its addressees.", "liaison send 4", "liaison send 4 --despite-waiting") { id, despite };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            // What waits may be a no: it is read before the statement leaves, and not after.
            if (!line.Value(despite) && (await line.Services.GetRequiredService<ReminderStore>().WaitingAsync(line.Group.Key, stop))
                    .FirstOrDefault(word => word.MayDecide(new EntryRef(EntryKind.Liaison, line.Value(id))) && word.MessageId is { } mail && mail != line.MessageId) is { } waits)
                throw new Refusal(ExitCode.Usage, $"Mail {waits.MessageId} of {waits.Sender} may be the word on it, and waits for a decision: 'review show {waits.MessageId}' shows it, 'review accept {waits.MessageId} --field word=accept' or word=reject carries it out. With --despite-waiting the statement leaves all the same.");
            return (line.Services.GetRequiredService<LiaisonPost>().Sending(line.Group, line.Value(id), line.Who), (_, _) => Task.CompletedTask);
        });
    }

    private static Verb Close(IServiceSource services)
    {
        var id = new Argument<long>("ID") { Description = "Number, as liaison list shows it." };
        var verb = new Verb("close", "Nothing more is to be done about a statement; a draft is withdrawn. What was still owed is waived.", "liaison close 4") { id };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(
            line.Who, "liaison close", $"liaison {line.Value(id)}", LiaisonDesk.Needs, draft => LiaisonDesk.Close(line.Value(id), line.Who, draft)) { Named = LiaisonDesk.Asked(line.Value(id)) });
    }

    /// <summary>The addressees of one statement, under what it asks of each.</summary>
    internal static IReadOnlyList<LiaisonAddressee> To(string[]? action, string[]? comment, string[]? information) =>
    [
        .. (action ?? []).Select(body => new LiaisonAddressee(body.Trim(), LiaisonPurpose.Action)),
        .. (comment ?? []).Select(body => new LiaisonAddressee(body.Trim(), LiaisonPurpose.Comment)),
        .. (information ?? []).Select(body => new LiaisonAddressee(body.Trim(), LiaisonPurpose.Information)),
    ];

    internal static Option<string[]> Addressees(string name, string what) =>
        new(name) { Description = $"A body that is {what}: canonical code or name of a member; may be repeated.", HelpName = "BODY" };
}
