namespace JcaCop.Register.Mail;

/// <summary>Where the mails of one mailbox lie, as far as the register knows.</summary>
/// <param name="Inbox">Keys of what still lies where it came in: waiting to be judged, or judged and not moved yet.</param>
/// <param name="Misfiled">Filed to wait for a person, and decided since; their move on is due.</param>
public sealed record MailboxPlaces(IReadOnlyDictionary<string, MessageState> Inbox, long Processed, long Held, long SetAside, long Misfiled);
