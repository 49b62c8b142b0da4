namespace JcaCop.Register.Entries;

/// <summary>One field of an entry before and after.</summary>
/// <param name="Field">As in the JSON of an item: <c>contact.email</c> is <c>email</c> of a person entry.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where nothing is left.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What one accepted item did to one entry: the line of a receipt, and a row of the history.</summary>
/// <param name="Title">Name of the organization or person, for a seat the body and the person's name.</param>
/// <param name="Before">Null where the entry is new.</param>
/// <param name="After">The whole entry from now on.</param>
/// <param name="ItemPosition">Which item of the mail, from 0; <see cref="OfMail"/> where the mail as a whole made the change.</param>
public sealed record RegisterChange(
    EntryKind Kind, string Title, RegisterEntry? Before, RegisterEntry After, IReadOnlyList<FieldChange> Fields, int ItemPosition)
{
    /// <summary>The change follows from the mail as a whole: that it answers a call.</summary>
    public const int OfMail = -1;

    public bool IsNew => Before is null;
}
