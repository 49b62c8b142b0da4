using System.Globalization;
using System.Text.Json;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Calls;

/// <summary>A story of a call, told by verbs and mails alone, and what stands in the register at its end.</summary>
internal sealed class CallStory : IDisposable
{
    private readonly DataFolder folder = new();
    private readonly List<string> lines = [];
    private int mails;

    public CallStory() => Write("settings.json", """
        { "Groups": { "jca-ex": { "Name": "JCA-EX", "FullName": "Joint Coordination Activity on Examples", "Address": "desk@jca.example", "Parent": "ITU-T SG17",
          "TimeZone": "Europe/Zurich", "Secretaries": [ "counsellor@secretariat.example" ], "Chairman": "chair@chairman.example" } } }
        """);

    public void Dispose() => folder.Dispose();

    /// <summary>Administrations of these countries, each with an address in a domain of its own.</summary>
    public CallStory Members(params string[] countries)
    {
        foreach (var country in countries)
            lines.Add($"2012-01-02 09:00 member add \"Administration of {JcaCop.Reading.Parts.CountryTitles.Of(country, "en")}\" --country {country} --email itu@ministry-{country.ToLowerInvariant()}.example");
        return this;
    }

    public CallStory At(string time, string verb)
    {
        lines.Add($"{time} {verb}");
        return this;
    }

    /// <param name="time">UTC, as in <c>2012-04-02 10:00</c>.</param>
    public CallStory Mail(string time, string from, string subject, string body)
    {
        var number = ++mails;
        var at = DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        Write($"mail/{number:00}.eml", $"From: Sender {number} <{from}>\nTo: desk@jca.example\nSubject: {subject}\nDate: {at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\n"
            + $"Message-ID: <{number}.{from}>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n\nSender {number}\n");
        return this;
    }

    public async Task PlayAsync()
    {
        Write("commands.txt", string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n");
        var run = await Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"));
        Assert.True(run.Code == 0, run.Error + run.Output);
    }

    public string Timeline => File.ReadAllText(folder.In("result", "timeline.txt"));

    /// <summary>Rows of a table of the register as it stands at the end.</summary>
    public IReadOnlyList<Dictionary<string, string>> Table(string name) =>
        [.. JsonSerializer.Deserialize<List<Dictionary<string, JsonElement>>>(File.ReadAllText(folder.In("result", "register", $"{name}.json")))!
            .Select(row => row.ToDictionary(cell => cell.Key, cell => cell.Value.ToString()))];

    public Dictionary<string, string> Call => Assert.Single(Table("calls"));

    /// <summary>How a country's administration stands: <c>met</c>, <c>open</c>.</summary>
    public string Owes(string country) => Assert.Single(Table("obligations"), row => row.GetValueOrDefault("country") == country)["state"];

    /// <summary>Letters of a kind that left, as the timeline tells them.</summary>
    public IReadOnlyList<string> Letters(string kind) => [.. Timeline.Split('\n').Where(line => line.Contains($"letter      {kind} to ", StringComparison.Ordinal))];

    /// <summary>The texts of the letters to an address, decoded.</summary>
    public IReadOnlyList<string> LettersTo(string address) =>
    [
        .. Directory.EnumerateFiles(folder.In("result", "sent"), "*.eml").Order(StringComparer.Ordinal).Select(file => MimeKit.MimeMessage.Load(file))
            .Where(letter => letter.To.Mailboxes.Any(to => to.Address == address) && letter.Subject?.Contains("decisions waiting", StringComparison.Ordinal) != true).Select(letter => $"{letter.Subject}\n{letter.TextBody}"),
    ];

    private void Write(string name, string text)
    {
        var file = folder.In("story", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
