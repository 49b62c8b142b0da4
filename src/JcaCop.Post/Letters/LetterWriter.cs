using System.Collections.Concurrent;
using System.Text;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Mail;

namespace JcaCop.Post.Letters;

/// <summary>Writes letters: template, words and values to a message that is ready for the outbox. Pure but for the random id; safe for many threads.</summary>
public sealed class LetterWriter
{
    /// <summary>Bytes of HTML above which Gmail cuts a mail.</summary>
    private const int LongestHtml = 100_000;

    /// <summary>Bytes of HTML that the values of a letter may take at first; halved until the whole is short enough.</summary>
    private const int Room = 72_000;

    private readonly LetterOptions options;
    private readonly Func<string> newId;
    private readonly TemplateFolder folder;
    private readonly ConcurrentDictionary<(string Kind, string Language), LetterSheet> sheets = new();
    private readonly ConcurrentDictionary<string, LetterLanguage> languages = new();
    private readonly Lazy<LetterForm> textForm;
    private readonly Lazy<LetterForm> htmlForm;
    private readonly Lazy<LetterTemplate> textFrame;
    private readonly Lazy<LetterTemplate> htmlFrame;

    /// <param name="newId">Null for <see cref="LetterId.New"/>; tests give fixed ones.</param>
    public LetterWriter(LetterOptions options, Func<string>? newId = null)
    {
        this.options = options;
        this.newId = newId ?? LetterId.New;
        folder = new TemplateFolder(options.TemplateFolder);
        textForm = new(() => LetterForm.Load(folder, html: false));
        htmlForm = new(() => LetterForm.Load(folder, html: true));
        textFrame = new(() => Frame(textForm.Value));
        htmlFrame = new(() => Frame(htmlForm.Value));
    }

    /// <summary>Writes a letter in the addressee's language, with English below another language where the kind wants it.</summary>
    /// <returns>Null where the address is none that a letter can be sent to (<see cref="LetterAddress.CanReceive"/>).</returns>
    /// <exception cref="TemplateException">A template or word file is wrong: nothing is made.</exception>
    public OutgoingLetter? Write(Letter letter, LetterAddress to, Dispatch dispatch)
    {
        if (!to.CanReceive) return null;
        // The secretariat reads its own language, whatever its mails were taken to be in.
        var inside = dispatch.Group.Secretaries.Contains(to.Email, StringComparer.OrdinalIgnoreCase);
        var own = LetterLanguages.For(inside ? null : to.Language, dispatch.Group.LanguageFor(to.Email));
        var parts = (letter.EnglishBelow && !inside ? LetterLanguages.With(own) : [own]).Select(language => SheetOf(letter.Kind, language)).ToList();
        var (title, subject, text, html) = Render(letter, parts, dispatch);

        var id = newId();
        var follows = LetterHead.Thread(dispatch.Follows);
        var head = new LetterHead(
            dispatch.Group, id, to, dispatch.Answers is { } answered
                ? SubjectLine.Of(SubjectLine.Answer(answered.Subject, title), dispatch.Token?.Mark(dispatch.Group.Name))
                : SubjectLine.Of(subject, dispatch.Token?.Mark(dispatch.Group.Name)),
            dispatch.Now,
            dispatch.Answers is not null,
            dispatch.Answers is null ? follows is [.., var last] ? last : null : dispatch.Answers.MessageId,
            dispatch.Answers?.References ?? follows,
            ReplyTo(dispatch, id),
            [.. parts.Select(part => part.Language.Code)])
        {
            Copied = Copied(letter.Kind, to, dispatch),
        };
        return IsForOneReader(letter.Kind, dispatch) ? Letter(head)
            : Letter(head) with { CopiedRoles = dispatch.Group.CopiedRolesOn(letter.Kind), CopiedTo = further => Letter(head with { Copied = [.. head.Copied, .. further.Where(address => new LetterAddress(address).CanReceive)] }) };

        OutgoingLetter Letter(LetterHead of) => new(of.MessageId, dispatch.Group.Key, letter.Kind, dispatch.Group.Address, to.Email, of.Subject, Mime(of))
        {
            About = dispatch.About, Copies = [.. of.Copied.Select(copied => Copy(of, copied))],
        };

        byte[] Mime(LetterHead of) => LetterMime.Write(of, text, html, dispatch.Calendar?.In(parts[0].Language.Code), dispatch.Attachments);

        LetterCopy Copy(LetterHead of, string copied)
        {
            var own = newId();
            var copy = of with { Id = own, ReplyTo = ReplyTo(dispatch, own), InReplyTo = null, References = [] };
            return new LetterCopy(copy.MessageId, copied, Mime(copy));
        }
    }

    /// <summary>Whoever reads a code could use it, and whoever knows a probe could say that it came back.</summary>
    private static bool IsForOneReader(string kind, Dispatch dispatch) => dispatch.Token is not null || LetterKinds.ForOneReader.Contains(kind);

    private static IReadOnlyList<string> Copied(string kind, LetterAddress to, Dispatch dispatch) => IsForOneReader(kind, dispatch) ? []
        : [.. dispatch.Group.CopiedOn(kind).Where(copy => !copy.Equals(to.Email, StringComparison.OrdinalIgnoreCase) && new LetterAddress(copy).CanReceive)];

    private string? ReplyTo(Dispatch dispatch, string id) =>
        options.PlusAddresses ? PlusAddress.Of(dispatch.Group.Address, id, dispatch.Token) ?? PlusAddress.Of(dispatch.Group.Address, id) : null;

    /// <summary>The receipt for a mail, in the sender's language, with English below another language.</summary>
    /// <returns>Null where the mail names no address that can be answered.</returns>
    /// <exception cref="TemplateException">A template or word file is wrong: nothing is made.</exception>
    public OutgoingLetter? Receipt(Receipt receipt, DateTimeOffset now) => receipt.Mail.Sender?.Email is not { } to ? null
        : Write(receipt with { Taken = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, receipt.Group.Zone).DateTime) }, new LetterAddress(to, receipt.Language), new Dispatch(receipt.Group, now) { Answers = AnsweredMail.Of(receipt.Mail) });

    /// <summary>Looks at all kinds in all languages and finds wrong files before a letter needs them.</summary>
    /// <exception cref="TemplateException">What is wrong, and in which file.</exception>
    public void Check()
    {
        foreach (var kind in LetterKinds.All)
            foreach (var language in LetterLanguages.All) _ = SheetOf(kind.Name, language);
        _ = (textFrame.Value, htmlFrame.Value);
    }

    private (string Title, string Subject, string Text, string Html) Render(Letter letter, List<LetterSheet> parts, Dispatch dispatch)
    {
        for (var room = Room / parts.Count; ; room /= 2)
        {
            var views = parts.ConvertAll(part => View(letter, part.Language, dispatch, room));
            var title = LetterValue.Clean(parts[0].Title.Render(views[0]), LetterValue.Longest);
            var html = htmlFrame.Value.Render(LetterFrame.Of(dispatch.Group, title, parts, (part, i) => part.Html.Render(views[i])));
            if (Encoding.UTF8.GetByteCount(html) > LongestHtml && room > 500) continue;
            return (title, parts[0].Subject.Render(views[0]),
                textFrame.Value.Render(LetterFrame.Of(dispatch.Group, title, parts, (part, i) => part.Plain.Render(views[i]))), html);
        }
    }

    private static IDictionary<string, object?> View(Letter letter, LetterLanguage language, Dispatch dispatch, int room)
    {
        var view = new LetterView(language, room).Of(letter.In(language));
        foreach (var (name, value) in new LetterView(language, room).Of(LetterSender.Of(dispatch.Group, dispatch.Token, language.Code))) view.Add(name, value);
        return view;
    }

    private LetterSheet SheetOf(string kind, string language) => sheets.GetOrAdd((kind, language), _ => LetterSheet.Load(
        folder, LetterKinds.Of(kind), languages.GetOrAdd(language, code => LetterLanguage.Load(folder, code)), textForm.Value, htmlForm.Value));

    private static LetterTemplate Frame(LetterForm form) =>
        new LetterTemplate(form.Html ? "html.hbs" : "text.hbs", form.Frame, form.Html, rightToLeft: false);
}
