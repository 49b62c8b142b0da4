using System.CommandLine;
using System.Globalization;
using System.Text;
using JcaCop.Post.Letters;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call adjust</c>: the proposal of a consultation, adjusted to the comments, goes to all addressees again.</summary>
internal static class CallAdjust
{
    public static Verb Make(IServiceSource services)
    {
        var number = CallCommand.Number();
        var text = new Option<string?>("--text")
        {
            Description = "The adjusted proposal, in English or the only language there is; paragraphs are parted by \\n\\n. By mail, what stands below the order serves as well.", HelpName = "TEXT",
        };
        var file = new Option<string?>("--file") { Description = "Text file (UTF-8) with it, instead of --text.", HelpName = "FILE" };
        var texts = new Option<string[]>("--text-in") { Description = "The adjusted proposal in a language, as in 'fr=Le groupe …'; may be repeated.", HelpName = "LANGUAGE=TEXT" };
        var deadline = new Option<string?>("--deadline")
        {
            Description = "Last day for replies (yyyy-MM-dd). Default: the days of extension of the rule from today (28), and never earlier than it was.", HelpName = "DAY",
        };
        var sent = new Option<bool>("--no-letters") { Description = "It was sent to all addressees by other means: only note it." };
        var verb = new Verb("adjust", "Make the proposal of a consultation available again to all addressees, adjusted to the comments: a new round begins, and earlier comments stop nothing unless they are said again.",
            "call adjust 270 --text \"The group coordinates, and makes no studies.\"", "call adjust 270 --text-in \"en=The group …\" --text-in \"fr=Le groupe …\" --deadline 2012-06-01",
            "call adjust 270 --file proposal.txt", "call adjust 270 --no-letters") { number, text, file, texts, deadline, sent };
        return DeskVerb.Changing(verb, services, async (line, stop) =>
        {
            var silent = line.Value(sent);
            var told = CallOpening.InLanguages(line.Value(texts), "--text-in");
            if (line.Value(text) is not null && line.Value(file) is not null) throw new Refusal(ExitCode.Usage, "--text and --file exclude each other.");
            var main = line.Value(file) is { } path ? Encoding.UTF8.GetString((await FiledText.ReadAsync(line, services, path, stop)).Content).TrimStart('\ufeff').ReplaceLineEndings("\n").Trim()
                : (line.Value(text)?.Replace("\\n", "\n", StringComparison.Ordinal) ?? (told.Count == 0 && !silent ? services.TakeTextBelow() : null))?.Trim();
            if (main is { Length: > 0 } && !told.TryAdd(LetterLanguages.English, main)) throw new Refusal(ExitCode.Usage, "--text and --text-in en=… exclude each other.");
            if (told.Count == 0 && !silent)
                throw new Refusal(ExitCode.Usage, "What is the adjusted proposal? --text TEXT, --text-in LANGUAGE=TEXT, or in a mail the text below the order; --no-letters where all addressees have it already.");
            if (told.Values.Any(one => one.Length > CallOpening.LongestText))
                throw new Refusal(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"The adjusted proposal is longer than {CallOpening.LongestText} characters: send it by other means, and note it with --no-letters."));
            var last = line.Value(deadline) is { } day ? GroupTime.Day(day, "--deadline") : (DateOnly?)null;
            var letters = line.Services.GetRequiredService<CallLetters>();
            return (new DeskOrder(line.Who, "call adjust", line.Value(number), [.. CallDesk.Whole, EntryKind.Person, EntryKind.Seat], draft =>
                CallAdjusting.Adjust(line.Value(number), told, last, line.Group.Zone, draft, silent ? null
                    : (call, asked) => letters.Adjusted(line.Group, call, asked, draft.Known, draft.Now))), (_, _) => Task.CompletedTask);
        });
    }
}
