using MimeKit;
using MimeKit.Utils;

namespace JcaCop.Worker.Simulation;

/// <summary>Reads a scenario folder whole before anything runs, and tells all its mistakes at once, each with file and line.</summary>
/// <param name="zone">In which the times of <c>commands.txt</c> are meant, where a line names no offset.</param>
/// <param name="wrongWith">What is wrong with the words of a command line; null where nothing is. The story's own verbs are not asked for.</param>
internal sealed class ScenarioReader(TimeZoneInfo zone, Func<string, string?> wrongWith)
{
    public const string SettingsFile = "settings.json";
    public const string CommandsFile = "commands.txt";
    public const string MailFolder = "mail";

    private static readonly EnumerationOptions AnyCase = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };

    public ScenarioReading Read(string folder)
    {
        var errors = new List<string>();
        if (!Directory.Exists(folder)) return new ScenarioReading.Wrong([$"{folder}: there is no such folder."]);

        var settings = Path.Combine(folder, SettingsFile);
        if (!File.Exists(settings)) errors.Add($"{SettingsFile}: is missing from {folder}. Where the shipped settings do, it holds {{}} and no more.");
        var lines = ReadLines(Path.Combine(folder, CommandsFile), errors);
        var mails = ReadMails(Path.Combine(folder, MailFolder), errors);
        if (errors.Count == 0 && lines.Count == 0 && mails.Count == 0)
            errors.Add($"{folder}: nothing happens here: neither a line in {CommandsFile} nor a mail in {MailFolder}/.");

        return errors.Count > 0
            ? new ScenarioReading.Wrong(errors)
            : new ScenarioReading.Found(new Scenario(new DirectoryInfo(folder).Name, Path.GetFullPath(settings), lines, mails));
    }

    private List<ScenarioLine> ReadLines(string file, List<string> errors)
    {
        var lines = new List<ScenarioLine>();
        if (!File.Exists(file)) return lines;
        var number = 0;
        foreach (var raw in File.ReadLines(file))
        {
            number++;
            var text = raw.Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            switch (ScenarioTime.Read(text, zone))
            {
                case ScenarioTime.Wrong wrong:
                    errors.Add($"{CommandsFile}:{number}: {wrong.Why}");
                    break;
                case ScenarioTime.Found found when found.Rest.Length == 0:
                    errors.Add($"{CommandsFile}:{number}: after the time there is no verb.");
                    break;
                case ScenarioTime.Found found:
                    var space = found.Rest.IndexOfAny([' ', '\t']);
                    var line = space < 0
                        ? new ScenarioLine(number, found.At, found.Rest, "")
                        : new ScenarioLine(number, found.At, found.Rest[..space], found.Rest[space..].Trim());
                    if (lines.Count > 0 && line.At < lines[^1].At)
                        errors.Add($"{CommandsFile}:{number}: the time lies before that of line {lines[^1].Number}; a story goes forward.");
                    // A mark that is not closed would take the rest of the line for one word, and the complaint would be about what seems to lack then.
                    if (line.Verb != StoryVerb.Note && line.Rest.Count(c => c == '"') % 2 == 1) errors.Add($"{CommandsFile}:{number}: a quotation mark is not closed.");
                    else if ((StoryVerb.Is(line.Verb) ? StoryVerb.WrongWith(line.Verb, line.Rest) : StoryVerb.Senseless(line.Verb) ?? wrongWith(line.Text)) is { } why) errors.Add($"{CommandsFile}:{number}: {why}");
                    lines.Add(line);
                    break;
            }
        }
        return lines;
    }

    private static List<ScenarioMail> ReadMails(string folder, List<string> errors)
    {
        var mails = new List<ScenarioMail>();
        if (!Directory.Exists(folder)) return mails;
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml", AnyCase).Order(StringComparer.Ordinal))
        {
            var shown = $"{MailFolder}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}";
            switch (ReadMail(file))
            {
                case { } mail when mails.Exists(other => other.Name == mail.Name):
                    errors.Add($"{shown}: another mail has the same file name; each needs its own.");
                    break;
                case { } mail:
                    mails.Add(mail);
                    break;
                default:
                    errors.Add($"{shown}: has no Date header that can be read (RFC 5322: 'Date: Thu, 30 Aug 2012 18:00:00 +0200'); it tells when the mail arrives.");
                    break;
            }
        }
        return [.. mails.OrderBy(mail => mail.At).ThenBy(mail => mail.Name, StringComparer.Ordinal)];
    }

    /// <summary>Only the header is looked at: a body may be as broken as the story wants it.</summary>
    private static ScenarioMail? ReadMail(string file)
    {
        HeaderList headers;
        try
        {
            using var stream = File.OpenRead(file);
            headers = HeaderList.Load(stream);
        }
        catch (FormatException)
        {
            return null;
        }
        if (headers[HeaderId.Date] is not { } written || !DateUtils.TryParse(written, out var date)) return null;
        return new ScenarioMail(Path.GetFullPath(file), Path.GetFileName(file), date.ToUniversalTime(), [.. Recipients(headers).Distinct()]);
    }

    private static IEnumerable<string> Recipients(HeaderList headers)
    {
        foreach (var header in headers)
        {
            if (header.Id is not (HeaderId.To or HeaderId.Cc) && header.Field is not ("Delivered-To" or "X-Original-To")) continue;
            if (!InternetAddressList.TryParse(header.Value, out var list)) continue;
            foreach (var box in list.Mailboxes) yield return box.Address.ToLowerInvariant();
        }
    }
}
