namespace JcaCop.Post.Letters.Seats;

/// <summary>Reminds the deputy whom an absent addressee named.</summary>
/// <param name="Until">Last day of the absence; null where it is not known.</param>
public sealed record AbsenceDeputyLetter(string Absent, DateOnly? Until, LocalText Reference, LocalText Title, Deadline? Deadline) : Letter("absence-deputy");
