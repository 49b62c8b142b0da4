using System.Globalization;

namespace JcaCop.Worker.Simulation;

/// <summary>The last words of a simulation: figures, and what to open.</summary>
internal sealed class SimulationSummary(Scenario scenario, SimulationFolder folder, Timeline timeline, IReadOnlyList<string> mailboxes, TimeSpan took)
{
    public void Write(TextWriter terminal)
    {
        var letters = Count(folder.Sent);
        var held = mailboxes.Sum(box => Count(Path.Combine(folder.Mailbox(box), "Held")));
        var aside = mailboxes.Sum(box => Count(Path.Combine(folder.Mailbox(box), "Set aside")));
        terminal.WriteLine();
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{scenario.Name}: {scenario.Mails.Count} mails, {Told(TimelineWord.Recorded)} items recorded, {held} mails held, {aside} set aside, {letters} letters sent, in {took.TotalSeconds:0.0} s."));
        terminal.WriteLine("Open:");
        terminal.WriteLine($"  the register    {Path.Combine(folder.Register, "organizations.csv")}  (persons, seats, messages beside it)");
        if (letters > 0) terminal.WriteLine($"  the letters     {folder.Sent}");
        foreach (var box in mailboxes)
        {
            Line("held mails  ", Path.Combine(folder.Mailbox(box), "Held"));
            Line("set aside   ", Path.Combine(folder.Mailbox(box), "Set aside"));
        }
        terminal.WriteLine($"  the timeline    {folder.Timeline}");
        if (held + aside > 0) terminal.WriteLine($"What waits for a person: jcacop review list --data {Quoted(folder.Path)}");

        void Line(string what, string path)
        {
            if (Count(path) > 0) terminal.WriteLine($"  the {what}{path}");
        }
    }

    private int Told(TimelineWord word) => timeline.Counts.GetValueOrDefault(word);

    private static int Count(string path) => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.eml").Count() : 0;

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
