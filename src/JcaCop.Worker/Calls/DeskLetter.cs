using System.Text;
using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Mail;
using MimeKit;

namespace JcaCop.Worker.Calls;

/// <summary>A plain letter to the secretariat itself, in English.</summary>
internal static class DeskLetter
{
    public static OutgoingLetter Write(Group group, string to, string subject, string text, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Subject = subject, Date = now, MessageId = LetterId.MessageId(LetterId.New(), group.Address),
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(new MailboxAddress(group.Name, group.Address));
        message.To.Add(new MailboxAddress(null, to));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, bytes);
        return new OutgoingLetter(message.MessageId, group.Key, "call-waits", group.Address, to, subject, bytes.ToArray());
    }
}
