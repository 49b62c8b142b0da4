using System.Globalization;
using System.Reflection;
using System.Text.Json;
using JcaCop.Register;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Calendars;

/// <summary>What an entry of a calendar says in one language (<c>calendar-words.json</c>).</summary>
internal sealed record CalendarWords(string Meeting, string MeetingWithoutNumber, string Remote, string Connection, string Agenda, string Colon, string Stop)
{
    private static readonly Dictionary<string, CalendarWords> All = Load();

    /// <param name="language">ISO 639-1; English where it is none of the six.</param>
    public static CalendarWords In(string language) => All.GetValueOrDefault(language) ?? All["en"];

    /// <summary>The languages that the file holds.</summary>
    internal static IReadOnlyCollection<string> Languages => All.Keys;

    /// <summary>The title that the secretariat gave stays as it was written; where there is none, the number names the meeting.</summary>
    public string Title(MeetingEntry meeting, Group group, bool english) => english || MeetingDesk.TitleGiven(meeting, group) is not null ? meeting.Title
        : (int.TryParse(meeting.Number, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? Meeting : MeetingWithoutNumber)
            .Replace("{number}", meeting.Number, StringComparison.Ordinal).Replace("{group}", group.Name, StringComparison.Ordinal);

    private static Dictionary<string, CalendarWords> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("calendar-words.json") ?? throw new InvalidOperationException("The resource calendar-words.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, CalendarWords>>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("calendar-words.json is empty.");
    }
}
