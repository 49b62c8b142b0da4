using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Text;
using JcaCop.Register;
using MimeKit;

namespace JcaCop.Post.Tests;

/// <summary>Receipts of invented people, with all that a receipt can show.</summary>
internal static class SampleReceipts
{
    public static readonly DateTimeOffset Now = new(2012, 8, 22, 9, 30, 0, TimeSpan.Zero);

    public static Group Group { get; } = new(
        "jca-cop", "JCA-COP", "Joint Coordination Activity on Child Online Protection", "jcacop@example.int", null, "ITU-T SG17",
        TimeZoneInfo.Utc, ["secretary@example.int"], "chairman@example.int");

    public static ReceivedMail Mail(string subject = "Nomination", string? sender = "official@example.org", string? messageId = "abc.123@example.org") => new(
        messageId, new DateTimeOffset(2012, 8, 21, 17, 5, 0, TimeSpan.FromHours(2)), sender is null ? null : new MailAddress("An Official", sender),
        [], [], [], subject, MailBody.Empty, [], new Dictionary<string, string>(), new MimeMessage())
    { AnswersTo = ["circular-313@example.int"] };

    public static ReceiptItem Recorded(Item item, params FieldChange[] changes) => new(item, Standing.Recorded, null, changes);

    public static ReceiptItem Held(Item item, HeldBecause because) => new(item, Standing.Held, because, []);

    public static LetterWriter Writer(LetterOptions? options = null) => new(options ?? new LetterOptions(), () => "00112233445566778899aabbccddeeff");

    public static Receipt Of(string language) => ReceiptSamples.Mixed(language) with { Group = Group };

    public static Receipt Items(params Item[] items) => new(Group, Mail(), "en", [.. items.Select(item => Recorded(item))], false);
}
