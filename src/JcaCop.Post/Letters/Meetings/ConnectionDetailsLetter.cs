namespace JcaCop.Post.Letters.Meetings;

/// <summary>How a registered remote participant reaches the meeting. For that one person; goes to no list.</summary>
/// <param name="Id">Null where the link is enough.</param>
/// <param name="Phones">Numbers with their place, each as one text.</param>
/// <param name="Opens">From when on the connection can be tried; null where nothing is said.</param>
public sealed record ConnectionDetailsLetter(MeetingFacts Facts, WebLink Link, string? Id, string? Passcode, IReadOnlyList<string> Phones, ZonedTime? Opens, Prose? Text = null)
    : MeetingLetter("connection-details", Facts);
