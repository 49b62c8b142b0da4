using JcaCop.Post.Letters.Message;
using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Questions;
using MimeKit;

namespace JcaCop.Worker.Conversing;

/// <summary>Tells whether a mail speaks to the service itself. Pure. Only a person's mail does, and only its own new text: what is quoted or forwarded is somebody else's word.</summary>
internal static class Listening
{
    /// <summary>More recipients than a person writes to; a hostile header ends here.</summary>
    private const int MostRecipients = 200;

    private static readonly string[] DeliveryFields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <returns>Null where the mail is one like any other.</returns>
    public static Heard? Hear(MailReading reading, Group group)
    {
        if (reading is not { Sort: { Kind: MailKind.Human } or { ByTextAlone: true }, Mail.Sender: { } sender }) return null;
        var text = reading.Mail.Body.ReplyText;
        // Days from and until stand in orders as they do in absences: no machine writes verbs.
        if (IsOfficer(sender.Email, group) && OrderLines.Of(text) is { } orders && (orders.Lines.Count > 0 || orders.Later && IsSecretary(sender.Email, group))) return orders;
        if (reading.Sort.Kind != MailKind.Human) return null;
        var codes = Codes(reading.Mail, group);
        var answer = AnswerReader.Read(text, sender);
        var lines = IsOfficer(sender.Email, group) ? AnswerReader.ByLine(text, sender) : [];
        if (codes.Count > 0 || lines.Count > 0 || answer?.Lines.Any(line => line.Code is not null) == true) return new Heard.Reply(codes, answer) { Lines = lines };
        // "No comments" on a draft is no position on a circular: what it answers, the conversation knows.
        if (IsOfficer(sender.Email, group) && reading.Mail.AnswersTo.Count > 0 && !reading.Mail.Attachments.Any(attachment => attachment.Listed)
            && AnswerReader.IsUnchanged(text, sender)) return new Heard.Reply([], answer);
        // What can be recorded of a mail goes before a word in it: "Instructions" may be its heading.
        if (reading.Items.Count == 0 && ServiceWords.In(reading.Mail) is { } word) return new Heard.Word(word);
        // "Accept" and nothing else may be meant for a question of ours, though it names none.
        if (answer is { Lines.Count: > 0, Fields.Count: 0 } && reading.Items.Count == 0) return new Heard.Reply([], answer);
        // An office's reply in other words: whether the letter above it asks something, the conversation knows.
        return IsOfficer(sender.Email, group) && reading.Items.Count == 0 && reading.Mail.AnswersTo.Count > 0 ? new Heard.Reply([], null) : null;
    }

    /// <summary>Whether the address is that of the chairman or of somebody at the secretariat. Who says so in From may be somebody else.</summary>
    public static bool IsOfficer(string email, Group group) => IsSecretary(email, group) || Same(email, group.Chairman);

    public static bool IsSecretary(string email, Group group) => group.Secretaries.Any(secretary => Same(email, secretary));

    public static bool Same(string? one, string? other) => one is not null && other is not null && one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Codes of questions in the addresses and the subject.</summary>
    public static IReadOnlyList<string> Codes(ReceivedMail mail, Group group) =>
    [
        .. Recipients(mail).Select(address => PlusAddress.TokenOf(group.Address, address)).Append(ReplyToken.InSubject(mail.Subject))
            .OfType<ReplyToken>().Select(token => token.Code).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>All addresses to which the mail went, as far as it tells.</summary>
    public static IEnumerable<string> Recipients(ReceivedMail mail) =>
        mail.To.Concat(mail.Cc).Select(address => address.Email)
            .Concat(mail.Mime.Headers.Where(header => DeliveryFields.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
                .SelectMany(header => InternetAddressList.TryParse(header.Value, out var list) ? list.Mailboxes.Select(box => box.Address) : []))
            .Take(MostRecipients);
}
