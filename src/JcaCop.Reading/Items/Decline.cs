namespace JcaCop.Reading.Items;

/// <summary>What a mail says that there is none of: an answer too, though it holds nothing to record.</summary>
public enum Decline
{
    /// <summary>No organization, expert or representative to put forward.</summary>
    Nomination,
    /// <summary>No work or activity to tell of.</summary>
    Activity,
    /// <summary>No comment on what is consulted on.</summary>
    Comment,
}
