using System.Globalization;
using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Simulation;

/// <summary>Tells what happens as it happens: on the terminal, with colours where it is one, and line by line in <c>timeline.txt</c>.</summary>
/// <param name="zone">In which times are told.</param>
internal sealed class Timeline(TextWriter file, TextWriter terminal, bool colours, TimeZoneInfo zone)
{
    private const int WordWidth = 11;
    private readonly SortedDictionary<TimelineWord, int> counts = [];

    public IReadOnlyDictionary<TimelineWord, int> Counts => counts;

    /// <param name="text">May come from a mail: control characters are taken out before a terminal sees them.</param>
    public void Tell(DateTimeOffset at, TimelineWord word, string text)
    {
        counts[word] = counts.GetValueOrDefault(word) + 1;
        var when = TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var shown = word.ToString().ToLowerInvariant() is var name && word == TimelineWord.SetAside ? "set aside" : name;
        var plain = Printable.Line(text);
        file.WriteLine($"{when}  {shown.PadRight(WordWidth)} {plain}");
        terminal.WriteLine(colours
            ? $"\e[2m{when}\e[0m  \e[{Colour(word)}m{shown.PadRight(WordWidth)}\e[0m {plain}"
            : $"{when}  {shown.PadRight(WordWidth)} {plain}");
    }

    /// <summary>A line below the last, without time: what a verb printed.</summary>
    public void Add(string text)
    {
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            file.WriteLine($"                  {Printable.Line(line)}");
            terminal.WriteLine(colours ? $"                  \e[2m{Printable.Line(line)}\e[0m" : $"                  {Printable.Line(line)}");
        }
    }

    private static string Colour(TimelineWord word) => word switch
    {
        TimelineWord.History => "1;37",
        TimelineWord.Mail => "36",
        TimelineWord.Recorded => "32",
        TimelineWord.Held => "33",
        TimelineWord.SetAside => "31",
        TimelineWord.Letter => "34",
        TimelineWord.Trouble => "1;31",
        _ => "0",
    };
}

/// <summary>What a line of the timeline is about.</summary>
internal enum TimelineWord
{
    /// <summary>What people did: the story's own words.</summary>
    History,
    /// <summary>A mail came in and was sorted.</summary>
    Mail,
    /// <summary>An item of it stands in the register.</summary>
    Recorded,
    /// <summary>An item, or the mail itself, waits for a person.</summary>
    Held,
    /// <summary>A mail could not be read.</summary>
    SetAside,
    /// <summary>A letter left.</summary>
    Letter,
    /// <summary>A line of the scenario was done.</summary>
    Verb,
    /// <summary>A job of the calendar had something to say.</summary>
    Job,
    /// <summary>Something went wrong; the story goes on.</summary>
    Trouble,
}
