namespace JcaCop.Post.Pages;

/// <summary>A part of the public pages.</summary>
public enum PageSection { Home, Meetings, Documents, Representatives, Liaisons, Activities, Participate }
