using JcaCop.Reading;

namespace JcaCop.Register.Deciding;

/// <summary>Finds what in a person's mail a machine cannot have read rightly. Silence about it would look as if the mail said nothing.</summary>
public static class Legibility
{
    /// <summary>The letters themselves are in doubt: names may be wrong, so no item of the mail is recorded without a person.</summary>
    /// <returns>One sentence; null where the bytes are what the mail declares, or UTF-8, which proves itself.</returns>
    public static string? Guessed(MailReading reading) =>
        reading.Mail.Body.Repairs.FirstOrDefault(repair => !repair.EndsWith("utf-8", StringComparison.OrdinalIgnoreCase)) is { } guess
            ? $"its letters had to be guessed: {guess}" : null;

    /// <summary>Something is in the mail that was not read: nothing but a picture, an archive, a broken document, parts nested beyond all use.</summary>
    public static string? Unread(MailReading reading)
    {
        var mail = reading.Mail;
        if (mail.Attachments.FirstOrDefault(attachment => attachment.Listed && attachment.Problem is not null) is { } attachment)
            return $"attachment {attachment.Name} was not read: {attachment.Problem}";
        // what a calendar program answers is read without a word
        return reading.Items.Count == 0 && string.IsNullOrWhiteSpace(mail.Body.Text) && mail.Attachments.All(other => string.IsNullOrWhiteSpace(other.Text))
            ? "no text could be found in it" : null;
    }
}
