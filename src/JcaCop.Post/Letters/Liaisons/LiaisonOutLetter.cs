namespace JcaCop.Post.Letters.Liaisons;

public sealed record LiaisonContact(string Name, string? Role, string? Organization, string? Phone, string? Email);

/// <summary>An outgoing liaison statement in the form of Rec. ITU-T A.1, 1.5.1, as text.</summary>
/// <param name="Number">Own: <c>JCA-COP-LS5</c>.</param>
/// <param name="Questions">Null where it concerns no Question, as usual for a coordination activity.</param>
/// <param name="Source">Group, and the meeting at which it was prepared.</param>
/// <param name="ForAction">Bodies as one text; null for none. One of the three is given.</param>
/// <param name="Approval">Who approved it at which level, and when.</param>
/// <param name="InReplyTo">Number and title of the statement answered; null for none.</param>
/// <param name="Attachments">Names of what is attached.</param>
public sealed record LiaisonOutLetter(
    string Number, string? Questions, LocalText Source, string Title, string? ForAction, string? ForComment, string? ForInformation, LocalText Approval,
    Deadline? Deadline, IReadOnlyList<LiaisonContact> Contacts, string? InReplyTo, Prose Text, IReadOnlyList<string> Attachments) : Letter("liaison-out");
