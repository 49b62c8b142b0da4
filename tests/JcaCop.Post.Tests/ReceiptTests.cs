using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using MimeKit;
using Xunit;

namespace JcaCop.Post.Tests;

public class ReceiptTests
{
    public static TheoryData<string> Languages => [.. LetterLanguages.All];

    [Theory, MemberData(nameof(Languages))]
    public void The_text_of_a_receipt_reads_in_each_language_as_its_golden_file_says(string language) =>
        Golden.Match($"receipt-{language}.txt", Load(SampleReceipts.Of(language)).TextBody!);

    [Theory, MemberData(nameof(Languages))]
    public void The_HTML_of_a_receipt_reads_in_each_language_as_its_golden_file_says(string language) =>
        Golden.Match($"receipt-{language}.html", Load(SampleReceipts.Of(language)).HtmlBody!);

    [Theory, MemberData(nameof(Languages))]
    public void Every_kind_of_item_and_every_field_has_a_label_in_each_language(string language)
    {
        var spoken = LetterLanguage.Load(new TemplateFolder(null), language);
        var words = spoken.Items;
        foreach (var item in AllItems.Full)
            foreach (var field in new ItemFields(spoken).Of(item))
            {
                Assert.Contains(field.Field, words.Fields.Keys);
                Assert.NotEqual("", field.Text);
            }
        Assert.Equal(12, AllItems.Full.Select(words.Type).Distinct().Count());
    }

    [Fact]
    public void The_header_says_that_a_machine_answers_and_what()
    {
        var message = Load(SampleReceipts.Of("fr"));
        Assert.Equal("Re: Circulaire 313", message.Subject);
        Assert.Equal("auto-replied", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("DR, RN, NRN, OOF, AutoReply", message.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal("fr, en", message.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("abc.123@example.org", message.InReplyTo);
        Assert.Equal(["circular-313@example.int", "abc.123@example.org"], message.References);
        Assert.Equal("jcacop@example.int", message.From.Mailboxes.Single().Address);
        Assert.Equal("official@example.org", message.To.Mailboxes.Single().Address);
        Assert.Equal("00112233445566778899aabbccddeeff@example.int", message.MessageId);
        Assert.Empty(message.ReplyTo);
        Assert.Equal(SampleReceipts.Now, message.Date);
    }

    [Fact]
    public void Where_the_group_has_plus_addresses_the_answer_names_its_letter()
    {
        var letter = SampleReceipts.Writer(new LetterOptions { PlusAddresses = true }).Receipt(SampleReceipts.Of("en"), SampleReceipts.Now)!;
        var path = MimeMessage.Load(new MemoryStream(letter.Mime), TestContext.Current.CancellationToken).ReplyTo.Mailboxes.Single().Address;
        Assert.Equal("jcacop+r.00112233445566778899aabbccddeeff@example.int", path);
        Assert.Equal(letter.MessageId, PlusAddress.LetterOf("jcacop@example.int", path.ToUpperInvariant()));
        Assert.Null(PlusAddress.LetterOf("jcacop@example.int", "jcacop+other@example.int"));
        Assert.Null(PlusAddress.LetterOf("other@example.int", path));
    }

    [Theory]
    [InlineData("de", "en")]
    [InlineData("en", "en")]
    [InlineData("zh", "zh, en")]
    public void Who_writes_in_another_language_is_answered_in_English(string written, string answered) =>
        Assert.Equal(answered, Load(SampleReceipts.Of("en") with { Language = written }).Body!.Headers[HeaderId.ContentLanguage]);

    [Theory]
    [InlineData(false, "placed on file")]
    [InlineData(true, "A member of the secretariat will read it")]
    public void A_mail_without_items_is_told_what_becomes_of_it(bool attention, string sentence)
    {
        var receipt = SampleReceipts.Items() with { Attention = attention };
        var text = Load(receipt).TextBody;
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Corrections", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Re: RE: 回复：Circular 313", "Re: Circular 313")]
    [InlineData("AW: Réf : x", "Re: x")]
    [InlineData("Отв[3]: الرد: Vá: x", "Re: x")]
    [InlineData("Fwd: Circular", "Re: Fwd: Circular")]
    [InlineData("Research plan", "Re: Research plan")]
    [InlineData("", "Acknowledgement of receipt")]
    [InlineData("Re: ", "Acknowledgement of receipt")]
    [InlineData("a\r\nBcc: victim@example.org", "Re: a Bcc: victim@example.org")]
    [InlineData("=?utf-8?q?=0D=0ABcc:_a@b?=", "Re: = ?utf-8?q?=0D=0ABcc:_a@b?=")]
    [InlineData("\u202Etxt.exe", "Re: txt.exe")]
    public void The_subject_is_that_of_the_mail_after_one_reply_mark(string subject, string expected) =>
        Assert.Equal(expected, SubjectLine.Answer(subject, "Acknowledgement of receipt"));

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    [InlineData("a@b@example.org")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a b@example.org")]
    public void A_sender_that_cannot_be_addressed_gets_no_receipt(string? sender) =>
        Assert.Null(SampleReceipts.Writer().Receipt(SampleReceipts.Of("en") with { Mail = SampleReceipts.Mail(sender: sender) }, SampleReceipts.Now));

    [Fact]
    public void A_letter_of_hundreds_of_long_entries_stays_below_what_mail_clients_cut()
    {
        var long_ = new string('儿', 5000) + "&<>\"";
        var items = Enumerable.Range(0, 300).Select(_ => (Item)new Nomination(new Organization(long_, "CH", long_, long_), new Person(long_, long_, long_))).ToArray();
        var message = Load(SampleReceipts.Items(items) with { Language = "zh" });
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(message.HtmlBody!), 10_000, 100_000);
        Assert.Contains("来函中另有", message.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operator_replaces_a_sentence_and_a_wrong_placeholder_refuses_to_send()
    {
        var folder = Directory.CreateTempSubdirectory("jcacop-templates-");
        try
        {
            var own = Path.Combine(folder.FullName, "receipt");
            Directory.CreateDirectory(own);
            var english = new StreamReader(typeof(LetterWriter).Assembly.GetManifestResourceStream("Templates/receipt/en.json")!).ReadToEnd();

            File.WriteAllText(Path.Combine(own, "en.json"), english.Replace("Corrections", "Is <this> right?", StringComparison.Ordinal));
            var letter = SampleReceipts.Writer(new LetterOptions { TemplateFolder = folder.FullName }).Receipt(SampleReceipts.Of("en"), SampleReceipts.Now)!;
            var message = MimeMessage.Load(new MemoryStream(letter.Mime), TestContext.Current.CancellationToken);
            Assert.Contains("Is <this> right?", message.TextBody!, StringComparison.Ordinal);
            Assert.Contains("Is &lt;this&gt; right?", message.HtmlBody!, StringComparison.Ordinal);

            File.WriteAllText(Path.Combine(own, "en.json"), english.Replace("{date}", "{dat}", StringComparison.Ordinal));
            var broken = SampleReceipts.Writer(new LetterOptions { TemplateFolder = folder.FullName });
            Assert.Contains("dat", Assert.Throws<TemplateException>(() => broken.Receipt(SampleReceipts.Of("en"), SampleReceipts.Now)).Message, StringComparison.Ordinal);

            File.WriteAllText(Path.Combine(own, "en.json"), english.Replace("\"thanks\"", "\"thnks\"", StringComparison.Ordinal));
            Assert.Contains("thanks", Assert.Throws<TemplateException>(SampleReceipts.Writer(new LetterOptions { TemplateFolder = folder.FullName }).Check).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MimeMessage Load(Receipt receipt)
    {
        var letter = SampleReceipts.Writer().Receipt(receipt, SampleReceipts.Now)!;
        return MimeMessage.Load(new MemoryStream(letter.Mime), TestContext.Current.CancellationToken);
    }
}
