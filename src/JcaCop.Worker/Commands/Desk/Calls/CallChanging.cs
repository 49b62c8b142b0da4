using System.CommandLine;
using JcaCop.Post.Documents;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call extend|close|cancel|waive|comment</c>.</summary>
internal static class CallChanging
{
    public static Verb Extend(IServiceSource services)
    {
        var number = CallCommand.Number();
        var to = new Option<string?>("--to") { Description = "New last day (yyyy-MM-dd), in the group's zone.", HelpName = "DAY" };
        var weeks = new Option<int?>("--weeks") { Description = "So many weeks from today, instead of --to.", HelpName = "N" }.Between(1, GroupTime.MostWeeks);
        var why = Told();
        var silent = Silent();
        var only = new Option<string?>("--for") { Description = "One member alone, which has asked for more time; not of a consultation.", HelpName = "MEMBER" };
        var asks = new Option<long?>("--mail") { Description = "Number of the mail that asks for it: it waits no longer.", HelpName = "ID" };
        var verb = new Verb("extend", "Move the deadline, as a corrigendum or addendum does; what is owed moves with it, and those who still owe an answer are told.",
            "call extend 278 --to 2012-09-05 --why \"Corrigendum 1\"", "call extend 278 --weeks 4", "call extend 278 --to 2012-09-05 --no-letters", "call extend 313 --for FR --to 2013-02-15",
            "call extend 313 --for FR --to 2013-02-15 --mail 12") { number, to, weeks, only, asks, why, silent };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            if (line.Value(to) is null == line.Value(weeks) is null) throw new Refusal(ExitCode.Usage, "Until when? Either --to DAY or --weeks N.");
            var today = GroupTime.Today(line.Services.GetRequiredService<TimeProvider>(), line.Group.Zone);
            var day = line.Value(to) is { } given ? GroupTime.Day(given, "--to") : today.AddDays(7 * line.Value(weeks)!.Value);
            if (line.Value(asks) is not null && line.Value(only) is null) throw new Refusal(ExitCode.Usage, "--mail goes with --for: a mail asks for whom it speaks.");
            var after = line.Value(asks) is { } asking ? await SettledAsync(line, services, asking, stop) : Nothing;
            var (letters, holders) = await HoldersAsync(line, line.Value(number), line.Value(silent), stop);
            if (line.Value(only) is { } member)
                return (new DeskOrder(line.Who, "call extend", $"{line.Value(number)} {member}", CallDesk.Whole, draft =>
                    CallDesk.ExtendFor(line.Value(number), member, ClosingDay.EndOf(day, line.Group.Zone), draft, holders is null ? null
                        : (call, concerned) => letters.Extended(line.Group, call, line.Value(why), concerned, holders, Speaking.In(draft.Known), draft.Now))), after);
            return (new DeskOrder(line.Who, "call extend", line.Value(number), CallDesk.Whole, draft =>
                CallDesk.Extend(line.Value(number), ClosingDay.EndOf(day, line.Group.Zone), line.Value(why), draft, holders is null ? null
                    : (call, concerned) => letters.Extended(line.Group, call, line.Value(why), concerned, holders, Speaking.In(draft.Known), draft.Now))), Nothing);
        });
    }

    /// <summary>What is done with a mail once what it asks for is granted. What else is held of it waits on.</summary>
    /// <exception cref="Refusal">The mail waits for nobody.</exception>
    private static async Task<DeskVerb.AfterOrder> SettledAsync(DeskLine line, IServiceSource services, long mail, CancellationToken stop)
    {
        if (await line.Services.GetRequiredService<MessageQueries>().ShowAsync(mail, stop) is not { Line: { State: MessageState.Held, Group: var group }, Items: var items } || group != line.Group.Key)
            throw new Refusal(ExitCode.Usage, $"There is no mail {Text.Number(mail)} that waits for a person.");
        if (items.Any(item => item.State == ItemState.Held)) return Nothing;
        return async (_, then) => await line.Services.GetRequiredService<ReviewStore>().AcceptAsync(mail, null, services.Who, null, then);
    }

    public static Verb Close(IServiceSource services)
    {
        var number = CallCommand.Number();
        var despite = new Option<bool>("--despite-waiting") { Description = "Though answers wait for a decision: they do not count." };
        var verb = new Verb("close", "Close a call now, by its rule; the result is kept, and told to the secretariat and the chairman.", "call close 313", "call close 278 --despite-waiting") { number, despite };
        return DeskVerb.Changing(verb, services, line =>
        {
            var letters = line.Services.GetRequiredService<CallLetters>();
            return new DeskOrder(line.Who, "call close", line.Value(number), CallDesk.Whole, draft => CallClosing.Close(
                line.Value(number), line.Group.Zone, line.Value(despite), draft,
                (call, sheet, on) => CircularDraft.Write(line.Services.GetRequiredService<DraftLanguages>().Of(line.Group), line.Group, call, sheet, on),
                notice => letters.Result(line.Group, notice, draft.Now)));
        });
    }

    public static Verb Cancel(IServiceSource services)
    {
        var number = CallCommand.Number();
        var why = Told();
        var silent = Silent();
        var verb = new Verb("cancel", "Call it off: nobody owes an answer any more, and all who hold the circular are told.",
            "call cancel 278 --why \"replaced by Circular 281\"", "call cancel 278 --no-letters") { number, why, silent };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var (letters, holders) = await HoldersAsync(line, line.Value(number), line.Value(silent), stop);
            return (new DeskOrder(line.Who, "call cancel", line.Value(number), CallDesk.Whole, draft =>
                CallDesk.Cancel(line.Value(number), line.Value(why), line.Who, draft, holders is null ? null
                    : (call, asked) => letters.Cancelled(line.Group, call, line.Value(why), asked, holders, Speaking.In(draft.Known), draft.Now))), Nothing);
        });
    }

    public static Verb Waive(IServiceSource services)
    {
        var number = CallCommand.Number();
        var member = CallCommand.Member();
        var why = Why();
        var verb = new Verb("waive", "Give up the answer of one member: it is not reminded any more.", "call waive 313 AU --why \"answered by telephone\"") { number, member, why };
        return DeskVerb.Changing(verb, services, line => new DeskOrder(line.Who, "call waive", $"{line.Value(number)} {line.Value(member)}", CallDesk.Whole, draft =>
            CallDesk.Waive(line.Value(number), line.Value(member), line.Value(why), line.Who, draft)));
    }

    public static Verb Comment(IServiceSource services)
    {
        var number = CallCommand.Number();
        var member = CallCommand.Member();
        var substantive = new Option<string?>("--substantive") { Description = "Whether the comment objects or asks for a change.", HelpName = "yes|no" };
        var counts = new Option<string?>("--counts") { Description = "Whether the answer counts, as for a late one on the chairman's word.", HelpName = "yes|no" };
        substantive.OneOf("yes", "no");
        counts.OneOf("yes", "no");
        var verb = new Verb("comment", "The word of the secretariat or chairman on an answer to a consultation.",
            "call comment 270 AU --substantive no", "call comment 270 AU --counts yes") { number, member, substantive, counts };
        return DeskVerb.Changing(verb, services, line =>
        {
            if (line.Value(substantive) is null && line.Value(counts) is null) throw new Refusal(ExitCode.Usage, "What of it? --substantive yes|no, --counts yes|no, or both.");
            return new DeskOrder(line.Who, "call comment", $"{line.Value(number)} {line.Value(member)}", CallDesk.Whole, draft =>
                CallDesk.Weigh(line.Value(number), line.Value(member), Word(line.Value(substantive)), Word(line.Value(counts)), draft));
        });
    }

    private static bool? Word(string? given) => given is null ? null : given == "yes";

    /// <summary>Addresses that hold the circular; null where nobody is to be told, or there is no such call.</summary>
    private static async Task<(CallLetters Letters, IReadOnlySet<string>? Holders)> HoldersAsync(DeskLine line, string number, bool silent, CancellationToken stop)
    {
        var letters = line.Services.GetRequiredService<CallLetters>();
        if (silent || await CallView.FindAsync(line, number, stop) is not { } view) return (letters, null);
        var members = (await line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, null, stop)).All<MemberEntry>();
        return (letters, await line.Services.GetRequiredService<OutboxStore>().HoldersAsync(line.Group.Key, new EntryRef(EntryKind.Call, view.Call.Id),
            members.SelectMany(member => member.Addresses).Select(address => address.Email), stop));
    }

    private static readonly DeskVerb.AfterOrder Nothing = (_, _) => Task.CompletedTask;

    private static Option<string?> Told() => new("--why") { Description = "Noted with it, and told to the addressees as it stands.", HelpName = "TEXT" };

    private static Option<bool> Silent() => new("--no-letters") { Description = "Tell the addressees nothing: they are told by other means." };

    private static Option<string?> Why() => new("--why") { Description = "Noted with it.", HelpName = "TEXT" };
}
