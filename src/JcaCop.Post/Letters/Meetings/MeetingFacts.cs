namespace JcaCop.Post.Letters.Meetings;

/// <summary>When and where a meeting takes place, as letters show it.</summary>
/// <param name="Name">How letters call it.</param>
/// <param name="Times">The first in the zone of the place or of the secretariat; others for readers elsewhere.</param>
/// <param name="Place">Null for an electronic meeting.</param>
/// <param name="WorkingLanguages">Null where nothing needs to be said.</param>
public sealed record MeetingFacts(MeetingName Name, IReadOnlyList<ZonedSpan> Times, PlaceName? Place, LocalText? Room = null, LanguageNames? WorkingLanguages = null);

/// <param name="Number"><c>4</c>, <c>4.1</c>.</param>
/// <param name="Documents">Numbers as one text; null for none.</param>
public sealed record AgendaLine(string Number, LocalText Title, string? Documents = null);

/// <summary>A letter about one meeting; its facts are the letter's own values in the template.</summary>
public abstract record MeetingLetter(string Kind, MeetingFacts Facts) : Letter(Kind)
{
    public MeetingName Meeting => Facts.Name;
    /// <summary>The title that the meeting was given; null for none.</summary>
    public LocalText? Given => Facts.Name.Title is { } title ? (LocalText)title : null;
    public IReadOnlyList<ZonedSpan> Times => Facts.Times;
    public PlaceName? Place => Facts.Place;
    public LocalText? Room => Facts.Room;
    public LanguageNames? WorkingLanguages => Facts.WorkingLanguages;
}
