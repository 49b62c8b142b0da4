using JcaCop.Reading;
using JcaCop.Register.Deciding.Calls;

namespace JcaCop.Register.Deciding;

/// <summary>A mail of which something waits for a person.</summary>
/// <param name="Known">What the register holds about it, in the hands of the caller.</param>
/// <param name="Language">Of the mail, ISO 639-1; null where it was not told.</param>
/// <param name="Items">Those that are held.</param>
/// <param name="Answer">What waits of it as an answer to a call; null where nothing does.</param>
/// <param name="NeedsAttention">The mail as a whole must be read by a person.</param>
public sealed record HeldMail(Known Known, MailContext Mail, MailAddress Sender, string? Language, IReadOnlyList<ItemVerdict> Items, CallAnswer? Answer, bool NeedsAttention);
