using System.Text;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;
using MimeKit;

namespace JcaCop.Worker.Conversing;

/// <summary>The letters of the conversation.</summary>
public sealed class TalkLetters(LetterWriter writer)
{
    public LetterWriter Writer => writer;

    /// <summary>What was done for each line of a mail.</summary>
    public static OutgoingLetter? Result(Group group, MailReading reading, IReadOnlyList<OrderOutcome> results, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var result in results)
            text.Append("> ").Append(result.Line).Append('\n').Append(result.Printed.TrimEnd()).Append("\n\n");
        return Plain(group, "command-result", reading.Mail, text.ToString(), now);
    }

    public static OutgoingLetter? Help(Group group, MailReading reading, DateTimeOffset now) =>
        Plain(group, "help", reading.Mail, $"Write to {group.Address} in your own words. 'status' tells what is on record for you.\n", now);

    public static OutgoingLetter? Status(Group group, MailReading reading, Known own, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var person in own.PersonsWithEmail(reading.Mail.Sender!.Email)) text.Append(person.Name ?? person.Email).Append('\n');
        return Plain(group, "status", reading.Mail, text.ToString(), now);
    }

    private static OutgoingLetter? Plain(Group group, string kind, ReceivedMail answers, string text, DateTimeOffset now)
    {
        if (answers.Sender is not { } to || !new LetterAddress(to.Email).CanReceive) return null;
        var id = LetterId.MessageId(LetterId.New(), group.Address);
        var message = new MimeMessage { Subject = SubjectLine.Answer(answers.Subject, kind), Date = now, MessageId = id, Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress(group.Name, group.Address));
        message.To.Add(new MailboxAddress(null, to.Email));
        if (AnsweredMail.Of(answers).MessageId is { } answered) message.InReplyTo = answered;
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return new OutgoingLetter(id, group.Key, kind, group.Address, to.Email, message.Subject, bytes.ToArray());
    }
}
