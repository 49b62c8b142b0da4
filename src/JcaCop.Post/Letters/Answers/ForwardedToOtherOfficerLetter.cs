namespace JcaCop.Post.Letters.Answers;

/// <summary>To whom a mail is passed on because it had not reached them.</summary>
public enum Officer
{
    Chairman,
    Secretariat,
}

/// <summary>Passes on a mail that reached only one of chairman and secretariat (Rec. ITU-T A.1, 2.2.6). The mail goes with it as <c>message/rfc822</c>.</summary>
/// <param name="Reader">Who gets this letter.</param>
/// <param name="Sender">Name and address.</param>
/// <param name="Attachments">Names of the files in the mail.</param>
public sealed record ForwardedToOtherOfficerLetter(Officer Reader, string Sender, string MailSubject, ZonedTime Date, Prose? Text, IReadOnlyList<string> Attachments)
    : Letter("forwarded-to-other-officer")
{
    /// <summary>How large the mail is, "48 MB", where it was too large to be taken whole and does not go with the letter; null where it does.</summary>
    public string? Size { get; init; }

    public override bool EnglishBelow => false;
}
