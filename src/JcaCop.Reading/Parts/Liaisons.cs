using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds the liaison statement that a mail carries, in its text or in an attached document.</summary>
internal static class Liaisons
{
    /// <summary>Words without which a text is no liaison statement; looked for in one quick pass.</summary>
    private static readonly Lexicons.TextMarks Marks = new(
        "liaison", "LS ", "LS/", "-LS", "coordinaci", "взаимодействи", "بيان اتصال", "بيان الاتصال", "بيان تنسيق", "联络声明", "联络函", "聯絡聲明", "聯絡函", "联络文件");

    public static bool MayBe(ReceivedMail mail) => FormOf(mail) is not null;

    /// <summary>The form in the mail's text, or in its first attachment that has one; null where the mail is no liaison statement.</summary>
    public static LiaisonForm? FormOf(ReceivedMail mail)
    {
        if (!mail.LiaisonSought) (mail.LiaisonForm, mail.LiaisonSought) = (Find(mail), true);
        return mail.LiaisonForm;
    }

    private static LiaisonForm? Find(ReceivedMail mail)
    {
        if (!Marked(mail)) return null;
        var named = CallsItselfLiaison(mail.Subject) || CallsItselfLiaison(mail.Body.Readable);
        if (named && LiaisonForm.Read(mail.Body.Readable, null) is { IsForm: true } own) return own;
        // whom it asks to act and whom it informs tell what a form is that nothing calls a liaison statement
        if (!named && LiaisonForm.Read(mail.Body.Readable, null) is { IsForm: true } plain && (plain.Purposes > 1 || plain.IsWhole)) return plain;
        // a form whose first lines look like the head of a quoted mail (From, To, Date) is all that the mail holds
        if (named && mail.Body.Readable.AsSpan().Trim().Length < 120 && LiaisonForm.Read(mail.Body.Text, null) is { IsForm: true } cut) return cut;
        foreach (var attachment in mail.Attachments)
            if (attachment.Text is { Length: > 0 and < 400_000 } text && (named || CallsItselfLiaison(text)) && LiaisonForm.Read(text, attachment.Name) is { IsForm: true } attached)
                return attached;
        return named ? LiaisonProse.Read(mail) : null;
    }

    private static bool Marked(ReceivedMail mail) =>
        Marks.Occur(mail.Subject) || Marks.Occur(mail.Body.Readable);

    private static bool CallsItselfLiaison(string text) =>
        RespondentWords.Index.FindAll(Folding.Head(text, 4000)).Exists(word => word.Value == RespondentWord.Liaison);

    /// <summary>The body that sends the statement: its code, or its name as written.</summary>
    public static string? SourceOf(ReceivedMail mail) => FormOf(mail) is { } form && LiaisonReader.From(mail, form) is [var first, ..] ? first : null;

    /// <summary>Reference of the statement that this one answers.</summary>
    public static string? AnsweredBy(ReceivedMail mail) => FormOf(mail) is { } form ? LiaisonReader.InReplyTo(form) : null;

    /// <summary>Why a person must look at the statement, though its fields may all be right: a deadline that is no day.</summary>
    public static string? Doubt(ReceivedMail mail) => FormOf(mail) is { } form ? LiaisonReader.Doubt(mail, form) : null;
}
