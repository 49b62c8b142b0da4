namespace JcaCop.Post.Letters.Meetings;

/// <summary>Thanks for the news that somebody does not come.</summary>
/// <param name="Names">As one text.</param>
/// <param name="RegistrationWithdrawn">True where they had been registered.</param>
public sealed record RegretReceiptLetter(MeetingName Meeting, string Names, bool RegistrationWithdrawn) : Letter("regret-receipt");
