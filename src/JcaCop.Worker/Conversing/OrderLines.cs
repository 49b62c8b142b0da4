using System.CommandLine;
using JcaCop.Post.Letters.Answers;
using JcaCop.Register.Questions;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Conversing;

/// <summary>Finds the lines of orders in a mail: from the first line, which must begin with a verb, until a line that does not.</summary>
internal static class OrderLines
{
    private const int Most = 100;
    private const int Longest = 2_000;

    /// <summary>Names alone: nothing is ever run with it.</summary>
    private static readonly RootCommand Verbs = VerbList.ByMail(new FreshServices());

    /// <summary>Every verb with an example that works by mail and what it does, for the answer to "help".</summary>
    public static IReadOnlyList<CommandHelp> All { get; } = [
        .. from verb in Leaves(Verbs)
           let example = verb.Examples.FirstOrDefault(example => CommandLine.WrongWith(Verbs, example) is null)
           where example is not null
           select new CommandHelp(example, verb.Description ?? ""),
    ];

    private static IEnumerable<Verb> Leaves(Command command) => command.Subcommands.SelectMany(part => part is Verb verb ? Leaves(part).Prepend(verb) : Leaves(part));

    /// <param name="text">The new text of the mail, without quotes and signature.</param>
    /// <returns>Without lines where the first line behind a greeting is no order.</returns>
    public static Heard.Orders Of(string text)
    {
        var orders = new List<string>();
        var later = false;
        var greeted = false;
        var begun = "";
        var all = text.Split('\n');
        var read = 0;
        for (var number = 0; number < all.Length; number++)
        {
            var line = Plain(all[number]);
            if (line.Length == 0 && begun.Length == 0) continue;
            line = begun + line;
            // A line that a mail program would break goes on behind a backslash.
            begun = line.EndsWith('\\') ? line[..^1].TrimEnd() + " " : "";
            if (begun.Length > 0) continue;
            // "Dear desk," above the first order. A second line, or one that leads in what follows, may say that it must not be done.
            if (orders.Count == 0 && !greeted && IsGreeting(line))
            {
                greeted = true;
                continue;
            }
            // "help" among orders is one of them; a service word alone is none of the secretariat's verbs.
            if (line.Length > Longest || orders.Count == Most || !IsOrder(line) && !IsMistyped(line) && ServiceWords.Of(line) is null)
            {
                later = orders.Count == 0 && all.Skip(number).Take(Most).Any(below => IsOrder(Plain(below)) && Plain(below).Length <= Longest);
                break;
            }
            orders.Add(line);
            read = number + 1;
        }
        if (orders.Count > 0 && orders.TrueForAll(order => ServiceWords.Of(order) is not null)) return new Heard.Orders([], null) { Later = later };
        return new Heard.Orders(orders, string.Join('\n', all.Skip(read)).Trim() is { Length: > 0 } below ? below : null)
        {
            Later = later, Attached = orders.Count == 0 ? [] : [.. all.Skip(read).Select(line => line.Trim()).TakeWhile(line => line.Length > 0)],
        };
    }

    /// <summary>A line that ends like a greeting and is longer is a sentence.</summary>
    private const int LongestGreeting = 40;

    private static bool IsGreeting(string line) => line.Length <= LongestGreeting && (line[^1] is ',' or '!' or '，' or '！' or '،') && AnswerWords.Greets(line);

    /// <summary>"person ad --name …", "call shw 313": it begins with a word of the verbs and goes on as no sentence does. It is tried, and answered with what is wrong.</summary>
    private static bool IsMistyped(string line)
    {
        var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        // "export --out x.json": what reaches into files does not exist by mail, and is refused by name
        if (words.Length > 1 && line.Contains(" --", StringComparison.Ordinal) && Verbs.Subcommands.FirstOrDefault(part => part.Name.Equals(words[0], StringComparison.Ordinal)) is { Subcommands.Count: 0 }) return true;
        // "organisation list": one letter of a long word is wrong, and the second word is right; "will cancel 313 …", "Members list …" and what leads in other lines are sentences
        if (words.Length > 1 && line[^1] is not (':' or '：') && Verbs.Subcommands.Any(part => IsSlip(words[0], part.Name) && part.Subcommands.Any(below => below.Name.Equals(words[1], StringComparison.Ordinal)))) return true;
        return words.Length > 1 && Verbs.Subcommands.FirstOrDefault(part => part.Name.Equals(words[0], StringComparison.Ordinal)) is { Subcommands.Count: > 0 } group
            && (line.Contains(" --", StringComparison.Ordinal) || Mistakes.IsNear(words[1], group.Subcommands.Select(part => part.Name)));
    }

    private static bool IsSlip(string word, string verb) =>
        word.Length >= ShortestSlip && verb.Length >= ShortestSlip && char.IsAsciiLetterLower(word[0]) && word != verb + "s" && Mistakes.IsNear(word, [verb], typos: 1);

    /// <summary>Letters of a word of which one may be wrong: shorter ones become others ("will", "call").</summary>
    private const int ShortestSlip = 7;

    /// <summary>Whether the line begins with a whole verb: "review accept", not "review" alone, which may begin a sentence. A verb of one word must be right to its end.</summary>
    private static bool IsOrder(string line)
    {
        Command verb = Verbs;
        var depth = 0;
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (verb.Subcommands.FirstOrDefault(part => part.Name.Equals(word, StringComparison.Ordinal)) is not { } part) break;
            verb = part;
            depth++;
        }
        // "preview" does something itself, and has "preview stop" below it
        return depth > 0 && (verb.Subcommands.Count == 0 || verb.Action is not null) && (depth > 1 || CommandLine.WrongWith(Verbs, line) is null);
    }

    /// <summary>What mail programs make of typed commands is taken back: curly quotes, long dashes, other blanks, the program's name in front.</summary>
    private static string Plain(string line)
    {
        var text = line.Replace('\u00a0', ' ').Replace('\t', ' ').Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"').Trim();
        text = string.Join(' ', text.Split(' ').Select(word => word.Length > 1 && word[0] is '—' or '–' ? "--" + word.TrimStart('—', '–', '-') : word));
        return Small(text.StartsWith("jcacop ", StringComparison.OrdinalIgnoreCase) ? text[7..].TrimStart() : text);
    }

    /// <summary>"Review list": telephones begin a line with a capital letter. Only where the whole line is an order then; "Review list attached" is a sentence.</summary>
    private static string Small(string line)
    {
        if (line.Length == 0 || !char.IsAsciiLetterUpper(line[0])) return line;
        Command verb = Verbs;
        var words = line.Split(' ');
        for (var i = 0; i < words.Length && verb.Subcommands.FirstOrDefault(part => part.Name.Equals(words[i], StringComparison.OrdinalIgnoreCase)) is { } part; i++) (verb, words[i]) = (part, part.Name);
        return string.Join(' ', words) is var small && IsOrder(small) && CommandLine.WrongWith(Verbs, small) is null ? small : line;
    }
}
