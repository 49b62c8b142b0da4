using JcaCop.Register;
using System.Globalization;
using JcaCop.Register.Mail;

namespace JcaCop.Worker.Simulation;

/// <summary>The last words of a simulation: figures, and what to open.</summary>
internal sealed class SimulationSummary(
    Scenario scenario, SimulationFolder folder, Timeline timeline, IReadOnlyDictionary<MessageState, long> states, TimeSpan took)
{
    public void Write(TextWriter terminal)
    {
        var letters = Directory.Exists(folder.Sent) ? Directory.EnumerateFiles(folder.Sent, "*.eml").Count() : 0;
        var waiting = states[MessageState.Held] + states[MessageState.SetAside];
        terminal.WriteLine();
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{scenario.Name}: {Counted.Of(scenario.Mails.Count, "mail")}, {Counted.Of(timeline.Counts.GetValueOrDefault(TimelineWord.Recorded), "item")} recorded without a person, {Counted.Of(states[MessageState.Processed], "mail")} processed, {states[MessageState.Held]} held, {states[MessageState.SetAside]} set aside, {Counted.Of(letters, "letter")} sent, in {took.TotalSeconds:0.0} s."));
        terminal.WriteLine("Open:");
        terminal.WriteLine($"  the register    {Path.Combine(folder.Register, "organizations.csv")}  (persons, seats, messages beside it)");
        if (letters > 0) terminal.WriteLine($"  the letters     {folder.Sent}");
        terminal.WriteLine($"  the pages       {Path.Combine(folder.Pages, "index.html")}");
        if (waiting > 0) terminal.WriteLine($"  the held mails  {folder.Held}  (why each waits: {WaitingMails.List})");
        terminal.WriteLine($"  the timeline    {folder.Timeline}");
        if (waiting > 0) terminal.WriteLine($"To decide:        jcacop review list --data {Quoted(folder.Path)}");
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
