using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Liaisons;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register;

namespace JcaCop.Post.Documents;

/// <summary>An outgoing liaison statement in the form of Rec. ITU-T A.1, figure 1-1, as a document, in English: liaison statements of ITU-T are. Its words are those of the letter that carries it.</summary>
public sealed class LiaisonForm(LetterOptions options)
{
    private readonly Lazy<(Words Own, LetterLanguage Language)> words = new(() =>
    {
        var folder = new TemplateFolder(options.TemplateFolder);
        return (Words.Load(folder, "liaison-out", LetterLanguages.English), LetterLanguage.Load(folder, LetterLanguages.English));
    });

    /// <summary>File name of a statement: its number with <c>.docx</c>.</summary>
    public static string FileName(string number) => string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')) + ".docx";

    /// <exception cref="TemplateException">A word file is wrong: nothing is made.</exception>
    public LetterAttachment Write(LiaisonOutLetter statement, Group group, DateTimeOffset at)
    {
        var document = new WordDocument(new WordHead($"{statement.Number}: {statement.Title}", group.Name, at, statement.Number, group.FullName))
            .Facts([(Word("question"), statement.Questions ?? Word("dash")), (Word("source"), Shown(statement.Source)), (Word("label.title"), statement.Title)])
            .Title(Word("title"))
            .Facts(
            [
                (Word("label.forAction"), statement.ForAction ?? Word("dash")), (Word("label.forComment"), statement.ForComment ?? Word("dash")), (Word("label.forInformation"), statement.ForInformation ?? Word("dash")),
                (Word("approval"), Shown(statement.Approval)), (Word("label.deadline"), statement.Deadline is { } day ? Shown(day) : Word("dash")),
                .. statement.InReplyTo is { } answered ? new[] { (Word("inReplyTo"), answered) } : [],
                .. statement.Contacts.Select(contact => (Word("label.contact"), string.Join('\n', Lines(contact)))),
            ])
            .Prose(statement.Text.Text.In(words.Value.Language));
        // The form itself is no attachment of its own.
        var attached = statement.Attachments.Where(name => name != FileName(statement.Number)).ToList();
        if (attached.Count > 0) document.Heading(Word("attached"), 3).Points(attached);
        return new LetterAttachment(document.Write(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileName(statement.Number));
    }

    private IEnumerable<string> Lines(LiaisonContact contact) => new[]
    {
        contact.Name, contact.Role, contact.Organization,
        contact.Phone is { } phone ? $"{Word("label.phone")}: {phone}" : null, contact.Email is { } email ? $"{Word("label.email")}: {email}" : null,
    }.OfType<string>();

    private string Word(string key) =>
        words.Value.Own.Find(key) ?? words.Value.Language.Sentence(key)
        ?? throw new TemplateException($"{words.Value.Own.Path} has no sentence '{key}'; nor has {words.Value.Language.Path}.");

    private string Shown(Shown value) => value.In(words.Value.Language);
}
