namespace JcaCop.Reading.Text;

/// <summary>Tells the language of the new text.</summary>
/// <remarks>
/// Scripts are weighed first: the longer text of a mail in two languages decides. Latin, Cyrillic and Arabic are then told apart by
/// their frequent small words and letters. Names and addresses of another script weigh little, because small words are missing there.
/// </remarks>
public static class LanguageDetector
{
    private const double EnoughEvidence = 2.5;

    /// <returns>ISO 639-1 code; <c>en</c> where nothing can be told.</returns>
    public static string Detect(string text) => LanguageEvidence.Of(text).Best(out _) ?? "en";

    /// <summary>Detects the language of a mail whose new text may be a word or two: subject, signature and the rest of the body help out.</summary>
    /// <remarks>The rest may be the letter that is answered: it never outweighs the script in which the new text itself is written.</remarks>
    public static string Detect(MailBody body, string subject)
    {
        var evidence = LanguageEvidence.Of(Translated.Blank(body.ReplyText));
        var best = evidence.Best(out var strength);
        if (strength >= EnoughEvidence || best is not null && evidence.IsPlain) return best!;
        var own = evidence.Written;
        evidence = evidence.WithBrief(body.ReplyText);
        best = evidence.Best(out strength);
        if (strength >= EnoughEvidence || best is not null && evidence.IsPlain) return best!;
        var frame = BriefReply.Frame(body);
        foreach (var more in new[] { subject, body.Signature ?? "", frame, body.Readable, body.Text })
        {
            // what follows is the letter that is answered, which is often in another language
            if (ReferenceEquals(more, body.Readable) && frame.Length > 0 && best is not null && evidence.IsPlain) return best;
            var further = evidence.With(LanguageEvidence.Of(more).WithBrief(more), 0.6);
            if (own is not null && further.Written != own) continue;
            evidence = further;
            best = evidence.Best(out strength);
            if (strength >= EnoughEvidence) return best!;
        }
        return best ?? "en";
    }
}
