using System.CommandLine;
using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Worker.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary><c>jcacop call open</c>: registers a call and sends its letters, or registers one that was sent by other means.</summary>
internal static class CallOpening
{
    internal const int LongestText = 8_000;

    public static Verb Make(IServiceSource services)
    {
        var number = new Argument<string>("NUMBER") { Description = "As written in the letter: 'TSB Circular 313', DM-10/1008." };
        var sort = Choice.Of<CallSort>("--kind", $"{Choice.Words<CallSort>()}.", "KIND", required: true);
        var title = new Option<string>("--title") { Description = "Its subject, in English or the only language there is.", Required = true, HelpName = "TEXT" };
        var titles = new Option<string[]>("--title-in") { Description = "The subject in a further language, as in 'fr=Nouvelle activité'; may be repeated.", HelpName = "LANGUAGE=TEXT" };
        var texts = new Option<string[]>("--text-in") { Description = "Paragraphs of the letter in a language, as in 'en=The Chairman …'; paragraphs are parted by \\n\\n; may be repeated.", HelpName = "LANGUAGE=TEXT" };
        var questions = new Option<string[]>("--question") { Description = "A question of a questionnaire, as in '1=Is there a hotline?'; may be repeated.", HelpName = "NUMBER=TEXT" };
        var translated = new Option<string[]>("--question-in") { Description = "A question in a further language, as in 'fr:1=Existe-t-il une ligne d’écoute ?'; may be repeated.", HelpName = "LANGUAGE:NUMBER=TEXT" };
        var to = new Option<string[]>("--to") { Description = $"Addressees: {string.Join(", ", CallDesk.Roles.Keys)}, or members by name, body code or country; may be repeated. Default: administrations.",
            HelpName = "WHO" };
        var deadline = new Option<string?>("--deadline") { Description = "Last day on which an answer is in time (yyyy-MM-dd), to its end in the group's zone.", HelpName = "DAY" };
        var weeks = new Option<int?>("--weeks") { Description = "Deadline so many weeks after the opening, instead of --deadline.", HelpName = "N" }.Between(1, GroupTime.MostWeeks);
        var opened = new Option<string?>("--opened") { Description = "Day on which it was sent, where that is not today.", HelpName = "DAY" };
        var grace = new Option<int?>("--grace") { Description = "Days after the deadline during which it stays open for late answers. Default: 0 for a consultation, otherwise 14.", HelpName = "DAYS" }.Between(0, 366);
        var sent = new Option<bool>("--no-letters") { Description = "It was sent by other means: only register it." };
        var rule = new RuleOptions();
        var verb = new Verb("open", "Open a call: letters go to the addressees, and each of them owes an answer.",
            "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations active in child online protection\" --no-letters",
            "call open \"TSB Circular 278\" --kind contacts --title \"New joint coordination activity\" --deadline 2012-08-22 --to administrations --to \"ITU-T SG16\"",
            "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-COP\" --weeks 5 --silence approval",
            "call open \"TSB Circular 280\" --kind consultation --title \"Revised terms of reference\" --weeks 8 --silence nothing --quorum 25% --share 70%",
            "call open \"TSB Circular 320\" --kind questionnaire --title \"National approaches\" --deadline 2013-02-01 --question \"1=Is there a hotline?\" --question \"2=Which law applies?\"",
            "call open \"TSB Circular 321\" --kind questionnaire --title \"Hotlines\" --question \"1=Is there a hotline?\" --question-in \"fr:1=Existe-t-il une ligne d’écoute ?\"")
        { number, sort, title, titles, texts, questions, translated, to, deadline, weeks, opened, grace, sent };
        rule.AddTo(verb);
        return DeskVerb.Changing(verb, services, line =>
        {
            var zone = line.Group.Zone;
            var clock = line.Services.GetRequiredService<TimeProvider>();
            var at = line.Value(opened) is { } day ? ClosingDay.StartOf(GroupTime.Day(day, "--opened"), zone) : clock.GetUtcNow();
            if (at > clock.GetUtcNow()) throw new Refusal(ExitCode.Usage, "--opened lies in the future; a call is opened when it is sent.");
            if (line.Value(deadline) is not null && line.Value(weeks) is not null) throw new Refusal(ExitCode.Usage, "--deadline and --weeks exclude each other.");
            var asked = line.Value(sort)!.Value;
            var last = line.Value(deadline) is { } end ? GroupTime.Day(end, "--deadline")
                : line.Value(weeks) is { } count ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).AddDays(7 * count) : (DateOnly?)null;
            var decided = rule.Read(line);
            if (asked != CallSort.Consultation && decided is not null) throw new Refusal(ExitCode.Usage, "A rule of decision goes with --kind consultation only.");
            if (asked == CallSort.Consultation && last is null) throw new Refusal(ExitCode.Usage, "A consultation needs --deadline or --weeks.");
            var others = Pairs(line.Value(translated), "--question-in").Select(pair => (Place: pair.Key.Split(':', 2, StringSplitOptions.TrimEntries), Text: pair.Value)).ToList();
            if (others.FirstOrDefault(one => one.Place is not [var language, _] || !LetterLanguages.All.Contains(language)) is { Place: { } wrong })
                throw new Refusal(ExitCode.Usage, $"--question-in takes LANGUAGE:NUMBER=TEXT, as in 'fr:1=…'; '{string.Join(':', wrong)}' names none of the languages {string.Join(", ", LetterLanguages.All)}.");
            if (others.FirstOrDefault(one => !Pairs(line.Value(questions), "--question").Any(pair => pair.Key.Equals(one.Place[1], StringComparison.OrdinalIgnoreCase))) is { Place: { } unasked })
                throw new Refusal(ExitCode.Usage, $"--question-in: there is no --question {unasked[1]}.");
            if (asked != CallSort.Questionnaire && line.Value(questions) is { Length: > 0 }) throw new Refusal(ExitCode.Usage, "--question goes with --kind questionnaire only.");
            if (line.Value(title)!.Trim().Length == 0) throw new Refusal(ExitCode.Usage, "--title takes the subject of the call; it is empty.");
            if (asked == CallSort.Invitation && !line.Value(sent)) throw new Refusal(ExitCode.Usage, "Invitations are sent by the meeting's own letters; register one here with --no-letters.");
            var told = new CallEntry(0, line.Group.Key, line.Value(number).Trim(), asked, line.Value(title)!.Trim(), at, last is { } final ? ClosingDay.EndOf(final, zone) : null,
                line.Value(to) is { Length: > 0 } named ? named : ["administrations"], CallState.Open)
            {
                Titles = InLanguages(line.Value(titles), "--title-in"), Texts = InLanguages(line.Value(texts), "--text-in"),
                Questions = [.. Pairs(line.Value(questions), "--question").Select(pair => new CallQuestion(pair.Key, pair.Value) { Texts = TextsOf(pair.Key, others) })],
                Rule = asked == CallSort.Consultation ? decided ?? DecisionRule.ConsentBySilence : null,
                GraceDays = line.Value(grace) ?? (asked == CallSort.Consultation ? 0 : 14),
            };
            var silent = line.Value(sent);
            var letters = line.Services.GetRequiredService<CallLetters>();
            return new DeskOrder(line.Who, "call open", told.Number, [.. CallDesk.Whole, EntryKind.Person, EntryKind.Seat], draft =>
                CallDesk.Open(told, draft, (call, members) => silent ? [] : letters.Open(line.Group, call, members, draft.Known, draft.Now)));
        });
    }

    private static Dictionary<string, string> TextsOf(string number, IEnumerable<(string[] Place, string Text)> others) =>
        others.Where(one => one.Place[1].Equals(number, StringComparison.OrdinalIgnoreCase)).ToDictionary(one => one.Place[0], one => one.Text);

    internal static Dictionary<string, string> InLanguages(string[]? given, string option)
    {
        var found = new Dictionary<string, string>();
        foreach (var (language, text) in Pairs(given, option))
        {
            if (!LetterLanguages.All.Contains(language)) throw new Refusal(ExitCode.Usage, $"{option}: '{language}' is none of the languages {string.Join(", ", LetterLanguages.All)}.");
            found[language] = text.Replace("\\n", "\n", StringComparison.Ordinal);
        }
        return found;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string[]? given, string option)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in given ?? [])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == text.Length - 1) throw new Refusal(ExitCode.Usage, $"{option} takes a name, '=' and a text; '{text}' is none.");
            if (text.Length > LongestText) throw new Refusal(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{option}: a text is at most {LongestText} characters long."));
            var name = text[..equals].Trim();
            if (!names.Add(name)) throw new Refusal(ExitCode.Usage, $"{option}: '{name}' is there twice.");
            yield return KeyValuePair.Create(name, text[(equals + 1)..].Trim());
        }
    }
}
