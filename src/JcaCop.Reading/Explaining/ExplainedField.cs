namespace JcaCop.Reading.Explaining;

/// <summary>One value of a reading, where in the mail it comes from, and why it is there.</summary>
/// <param name="Item">Number of the item, from 1; null for what is said of the mail as a whole.</param>
/// <param name="Field">Type and path: <c>nomination.contact.email</c>, <c>respondent.country</c>.</param>
/// <param name="Value">As in the answer; one element of a list at a time.</param>
/// <param name="Confidence">0 to 1, of this field alone; null where the reader states none.</param>
/// <param name="Why">How the passage was found, or what the value follows from.</param>
/// <param name="Passage">Null where the value stands nowhere in the mail as a run of text.</param>
public sealed record ExplainedField(int? Item, string Field, string Value, double? Confidence, string Why, ExplainedPassage? Passage);

/// <summary>A run of the mail.</summary>
/// <param name="Source">Null for the body, <c>subject</c>, or the name of an attachment.</param>
/// <param name="Offset">In UTF-16 units of that text; of the body it is what <c>read --text</c> prints.</param>
/// <param name="Text">As written.</param>
public sealed record ExplainedPassage(string? Source, int Offset, int Length, string Text);

/// <summary>Names of the texts of a mail that are neither the body nor an attachment.</summary>
public static class PassageSource
{
    public const string Subject = "subject";
}
