using System.Buffers;
using System.Collections.Concurrent;
using JcaCop.Reading.Parts;
using JcaCop.Register.Mail;

namespace JcaCop.Post.Letters;

/// <summary>Writes letters: template, words and values to a message that is ready for the outbox. Pure but for the random id; safe for many threads.</summary>
public sealed class LetterWriter
{
    private const string ReceiptName = "receipt";

    /// <summary>What an address must not hold to stand in our headers as it is: quoting, comments, literals and lists need none of our receipts.</summary>
    private static readonly SearchValues<char> Specials = SearchValues.Create("<>()\",;:\\[]");

    private readonly LetterOptions options;
    private readonly Func<string> newId;
    private readonly TemplateFolder folder;
    private readonly ConcurrentDictionary<string, ReceiptSet> sets = new();
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
        textFrame = new(() => LetterTemplate.Frame(textForm.Value));
        htmlFrame = new(() => LetterTemplate.Frame(htmlForm.Value));
    }

    /// <summary>The receipt for a mail, in the sender's language, with English below another language.</summary>
    /// <returns>Null where the mail names no address that can be answered.</returns>
    /// <exception cref="TemplateException">A template or word file is wrong: nothing is made.</exception>
    public OutgoingLetter? Receipt(Receipt receipt, DateTimeOffset now)
    {
        if (receipt.Mail.Sender?.Email is not { } to || !CanAnswer(to)) return null;
        var languages = LetterLanguages.With(LetterLanguages.For(receipt.Language));
        var day = DateOnly.FromDateTime((receipt.Mail.WrittenAt ?? TimeZoneInfo.ConvertTime(now, receipt.Group.Zone)).DateTime);
        var sets = languages.Select(SetOf).ToList();
        var subject = AnswerSubject.Of(receipt.Mail.Subject, sets[0].Title);
        var id = newId();
        var head = new LetterHead(
            receipt.Group, id, to, subject, now,
            receipt.Mail.MessageId is { } answered && LetterHead.IsMessageId(answered) ? answered : null,
            LetterHead.ReferencesTo(receipt.Mail),
            options.PlusAddresses ? PlusAddress.Of(receipt.Group.Address, id) : null,
            languages);
        var models = sets.Select(set => set.Text.Of(receipt, day)).ToList();
        var mime = LetterMime.Write(
            head,
            textFrame.Value.Render(LetterFrame.Of(receipt.Group.Name, sets, (set, i) => set.Plain.Render(models[i]))),
            htmlFrame.Value.Render(LetterFrame.Of(receipt.Group.Name, sets, (set, i) => set.Html.Render(models[i]))));
        return new OutgoingLetter(head.MessageId, receipt.Group.Key, ReceiptName, receipt.Group.Address, to, subject, mime);
    }

    /// <summary>Loads all languages and finds wrong files before a letter needs them.</summary>
    /// <exception cref="TemplateException">What is wrong, and in which file.</exception>
    public void Check()
    {
        foreach (var language in LetterLanguages.All) _ = SetOf(language);
        _ = (textFrame.Value, htmlFrame.Value);
    }

    /// <summary>One plain address that SMTP without SMTPUTF8 can carry, and nothing that could run on into another header field.</summary>
    private static bool CanAnswer(string address) =>
        address.Length is > 2 and <= 254 && !address.AsSpan().ContainsAnyExceptInRange('!', '~') && !address.AsSpan().ContainsAny(Specials)
        && address.IndexOf('@') is > 0 and var at && at == address.LastIndexOf('@') && at < address.Length - 1;

    private ReceiptSet SetOf(string language) => sets.GetOrAdd(language, Load);

    private ReceiptSet Load(string language)
    {
        var items = ItemWords.Load(folder, language);
        var words = Words.Load(folder, ReceiptName, language);
        return new ReceiptSet(
            language,
            items.Direction,
            words["title"],
            new ReceiptText(items, words, code => CountryTitles.Of(code, language)),
            LetterTemplate.Letter(folder, textForm.Value, ReceiptName, language, words, items.RightToLeft),
            LetterTemplate.Letter(folder, htmlForm.Value, ReceiptName, language, words, items.RightToLeft));
    }
}
