using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>What a reader of items may know: the mail, its language, whom it speaks for and what it answers.</summary>
/// <param name="Text">The new and forwarded text with everything else blanked, so that offsets are those of the body (<see cref="Text.MailBody.Readable"/>).</param>
/// <param name="Year">The day that dates without a year are nearest to: the mail's own date; null where it has none.</param>
public sealed record ItemContext(ReceivedMail Mail, string Language, Respondent? Respondent, Answers Answers, string Text, DateOnly? Year)
{
    private MailLayout? layout;
    private IReadOnlyList<Mention<string>>? emails;

    /// <summary>Lines and blocks of <see cref="Text"/>; laid out when first asked for.</summary>
    public MailLayout Layout => layout ??= MailLayout.Of(Text);

    /// <summary>All e-mail addresses of <see cref="Text"/>, in order.</summary>
    public IReadOnlyList<Mention<string>> Emails => emails ??= EmailAddresses.Find(Text);
}
