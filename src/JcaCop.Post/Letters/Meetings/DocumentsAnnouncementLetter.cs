namespace JcaCop.Post.Letters.Meetings;

public enum DocumentState
{
    Added,
    Revised,
}

/// <param name="Name">Number with revision: <c>DOC065</c>.</param>
/// <param name="Source">Null where it is not known.</param>
/// <param name="Address">Where it can be fetched; null where only the folder is public.</param>
public sealed record AnnouncedDocument(string Name, string Title, string? Source, DocumentState State, WebLink? Address = null);

/// <summary>Tells that the documents of a meeting are there (Rec. ITU-T A.1, 3.3.3, by analogy: 7 calendar days before).</summary>
/// <param name="Folder">Address of all documents; null where there is none.</param>
public sealed record DocumentsAnnouncementLetter(MeetingName Meeting, IReadOnlyList<AnnouncedDocument> Documents, WebLink? Folder) : Letter("documents-announcement")
{
    /// <summary>The title that the meeting was given; null for none.</summary>
    public LocalText? Given => Meeting.Title is { } title ? (LocalText)title : null;
}
