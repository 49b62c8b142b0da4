using System.CommandLine;
using System.Text.Json;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Commands.Desk;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Mailbox;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JcaCop.Worker.Commands;

/// <summary><c>jcacop review accept|reject|replay</c>: a person's word on a mail.</summary>
internal static class ReviewDecision
{
    public static Verb Accept(IServiceSource services)
    {
        var item = Item();
        var fields = new Option<string[]>("--field") { Description = "Record this value in place of what was read: field and value, as in a form; may be repeated. For one item.", HelpName = "FIELD=VALUE" };
        var verb = new Verb("accept", "Record what is held of a mail, as if it had been accepted at once.", "review accept 17",
            "review accept 17 --item 0", "review accept 17 --field \"phone=+61 2 5550 0100\"") { fields };
        return Complete(verb, item, services, async (provider, line, id, stop) =>
        {
            var values = Pairs(line.GetValue(fields));
            if (await provider.GetRequiredService<HeldWords>().AcceptAsync(id, values, services.Who, stop) is (var printed, var problem, var beside))
            {
                if (problem is not null) return new ReviewOutcome(problem, MessageState.Held, []);
                values = beside ? [.. values.Where(value => !HeldWords.IsWord(value))] : [];
                if (printed is { Length: > 0 } && line.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(option => option.Name == "--json") is { } json && !line.GetValue(json)) line.InvocationConfiguration.Output.Write(printed);
            }
            return await provider.GetRequiredService<ReviewStore>().AcceptAsync(id, line.GetValue(item) ?? [], services.Who, values, await TellingAsync(provider, stop), stop);
        });
    }

    public static Verb Reject(IServiceSource services)
    {
        var item = Item();
        var why = new Option<string?>("--why") { Description = "Noted in the audit.", HelpName = "TEXT" };
        var verb = new Verb("reject", "Say no to what is held of a mail; it stays on file as rejected. A mail that was set aside is done with.", "review reject 17 --why \"commercial offer\"") { why };
        return Complete(verb, item, services, async (provider, line, id, stop) =>
            await provider.GetRequiredService<ReviewStore>().RejectAsync(id, line.GetValue(item) ?? [], services.Who, line.GetValue(why), await TellingAsync(provider, stop), stop));
    }

    public static Verb Replay(IServiceSource services)
    {
        var whole = new Option<bool>("--whole") { Description = "Fetch the mail whole from its mailbox first, whatever its size." };
        var verb = new Verb("replay", "Let a held or set-aside mail go the whole way again, as if it had just arrived.", "review replay 17", "review replay 17 --whole") { whole };
        return Complete(verb, null, services, async (provider, line, id, stop) =>
        {
            // Of a mail that waits for nothing there is nothing to fetch: what is told of it is the same with --whole and without.
            if (line.GetValue(whole) && (await provider.GetRequiredService<MessageQueries>().ShowAsync(id, stop))?.Line.State is MessageState.Held or MessageState.SetAside)
                await FetchWholeAsync(provider, services, id, stop);
            var outcome = await provider.GetRequiredService<ReviewStore>().ReplayAsync(id, services.Who, stop);
            // Ordered by mail, it waits for the next look at the mailbox: the journey is under way.
            if (outcome.Done && services.MessageId is null) await provider.GetRequiredService<Journey>().FinishAsync(stop);
            return outcome;
        });
    }

    /// <exception cref="Refusal">The mail waits for nobody, or its mailbox has it no longer.</exception>
    private static async Task FetchWholeAsync(IServiceProvider provider, IServiceSource services, long id, CancellationToken stop)
    {
        if (services.MessageId is not null) throw new Refusal(ExitCode.Usage, "--whole works on the command line: a mail of any size may be fetched.");
        var messages = provider.GetRequiredService<MessageStore>();
        var lying = await messages.LyingAsync(id, stop) ?? throw new Refusal(ExitCode.Usage, $"There is no mail {id} that waits for a person.");
        var options = provider.GetRequiredService<GroupList>().Mailboxes.FirstOrDefault(box => box.Name == lying.Key.Mailbox)
            ?? throw new Refusal(ExitCode.Settings, $"Mail {id} came from the mailbox '{lying.Key.Mailbox}', which the settings do not name.");
        await using var mailbox = Mailboxes.Open(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>());
        var raw = await mailbox.FetchWholeAsync(lying, stop)
            ?? throw new Refusal(ExitCode.OutsideWorld, $"The mailbox '{lying.Key.Mailbox}' has mail {id} no longer where it was put.");
        await messages.CompleteAsync(id, raw, stop);
    }

    /// <summary>The sender hears what became of items that a receipt had called held.</summary>
    private static async Task<Func<DecidedMail, IReadOnlyList<OutgoingLetter>>> TellingAsync(IServiceProvider provider, CancellationToken stop)
    {
        var groups = provider.GetRequiredService<GroupList>().Groups;
        var meetings = new Dictionary<string, IReadOnlyList<MeetingEntry>>(StringComparer.Ordinal);
        foreach (var group in groups) meetings[group.Key] = [.. (await provider.GetRequiredService<RegisterStore>().LiveAsync(group.Key, [EntryKind.Meeting], stop)).OfType<MeetingEntry>()];
        return decided => groups.FirstOrDefault(group => group.Key == decided.Group) is { } group
            && provider.GetRequiredService<TalkLetters>().Decided(group, decided, meetings[group.Key], provider.GetRequiredService<TimeProvider>().GetUtcNow()) is { } letter ? [letter] : [];
    }

    private delegate Task<ReviewOutcome> Decision(IServiceProvider provider, ParseResult line, long id, CancellationToken stop);

    /// <exception cref="Refusal">A word without "=".</exception>
    private static IReadOnlyList<(string Field, string Value)> Pairs(string[]? words) =>
    [
        .. (words ?? []).Select(word => word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (word[..at], word[(at + 1)..])
            : throw new Refusal(ExitCode.Usage, $"'{word}' is no field with its value; --field \"phone=+61 2 5550 0100\" is.")),
    ];

    private static Option<int[]> Item() => new("--item") { Description = "Only this item of the mail, counted from 0; may be repeated.", HelpName = "N" };

    private static Verb Complete(Verb verb, Option<int[]>? item, IServiceSource services, Decision decide)
    {
        var ids = new Argument<long[]>("ID") { Description = "Numbers of the mails, as review list shows them.", Arity = ArgumentArity.OneOrMore };
        var json = Json.Option();
        verb.Add(ids);
        if (item is not null) verb.Add(item);
        verb.Add(json);
        verb.SetAction((line, stop) => services.WithAsync(line, RegisterNeed.There, async provider =>
        {
            var numbers = line.GetRequiredValue(ids);
            if (item is not null && line.GetValue(item) is { Length: > 0 } && numbers.Length > 1) throw new Refusal(ExitCode.Usage, "--item goes with one mail only.");
            var code = ExitCode.Ok;
            var told = new List<object>();
            foreach (var id in numbers)
            {
                try
                {
                    if (services.GroupKey is not null) await services.MailAsync(id, provider, stop);
                    var outcome = await decide(provider, line, id, stop);
                    var now = await provider.GetRequiredService<MessageQueries>().ShowAsync(id, stop);
                    if (line.GetValue(json)) told.Add(Told(id, outcome, now, provider.ZoneOf(now?.Line.Group)));
                    else Tell(line, id, outcome, now, provider.ZoneOf(now?.Line.Group), accepted: verb.Name == "accept");
                    // Saying it twice, or of a mail that was accepted by itself, is no mistake: nothing is held of it.
                    if (!outcome.Done && now?.Line.State != MessageState.Processed) code = ExitCode.Usage;
                }
                catch (Refusal refusal) when (line.GetValue(json))
                {
                    // What was done before it is told in the same document.
                    told.Add(new { id, done = false, problem = refusal.Message });
                    code = refusal.Code;
                    break;
                }
            }
            if (line.GetValue(json)) line.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(told, Json.Form));
            return code;
        }, stop));
        return verb;
    }

    private static object Told(long id, ReviewOutcome outcome, MessageDetails? now, TimeZoneInfo zone) =>
        new { id, done = outcome.Done, problem = outcome.Problem, state = now?.Line.State ?? outcome.State, changes = outcome.Changes.Select(change => ChangeText.Of(change, zone)).ToList() };

    private static void Tell(ParseResult line, long id, ReviewOutcome outcome, MessageDetails? now, TimeZoneInfo zone, bool accepted)
    {
        var io = line.InvocationConfiguration;
        var state = Text.Spaced((now?.Line.State ?? outcome.State).ToString());
        if (!outcome.Done)
        {
            if (now?.Line.State == MessageState.Processed) io.Output.WriteLine($"Nothing is held of mail {id}: it is processed.");
            else io.Error.WriteLine($"Nothing done: {outcome.Problem}.");
            return;
        }
        io.Output.WriteLine($"Mail {id} is {state} now{(now?.Line.Reason is { } why ? $": {Printable.Line(why).TrimEnd('.')}" : "")}.");
        foreach (var change in outcome.Changes) io.Output.WriteLine($"  {ChangeText.Of(change, zone)}");
        if (outcome.Changes.Count == 0 && accepted && now is { Items.Count: 0 })
            io.Output.WriteLine("  Nothing was recorded: no entry was understood in the mail. What it tells is recorded by verbs, as 'person add', 'seat add' and 'seat end' for a post that passes to somebody else.");
        else if (outcome.Changes.Count == 0 && accepted) io.Output.WriteLine("  The register is as it was: it said so before, the item names no body or organization, or its kind is not kept there.");
    }
}
