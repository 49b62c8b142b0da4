using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using MimeKit;
using Xunit;

namespace JcaCop.Post.Tests;

public class LetterPropertyTests
{
    private static readonly LetterWriter Writer = SampleReceipts.Writer();

    private static readonly string[] Nasty =
    [
        "\r\nBcc: victim@example.org\r\n\r\n", "\n.\n", "<script>alert(1)</script>", "</td></table>", "\u202Egnp.exe", "\u2066\u2067", "{{group}}", "{group}",
        "\0\u0001\u001B[31m", "\u2028\u2029\u0085", "=?utf-8?q?=0D=0ABcc:_a@b?=", "\uD800", "\uDC00", "\uFFFE", "\"'`&=", "Straße", "مرحبا", "中文", "\U0001F600",
        "a@example.org>", "<b@example.org", "--=_00112233445566778899aabbccddeeff--",
    ];

    private static Arbitrary<string> Field() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Nasty),
        Gen.Elements(Nasty).ListOf().Select(parts => string.Concat(parts))).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Whatever_a_mail_holds_the_letter_is_one_message_with_our_header_fields_alone() =>
        Prop.ForAll(Field(), Field(), Field(), (subject, name, id) =>
        {
            var item = new Nomination(new Organization(name, "CH", subject, id), new Person(id, name, subject, name));
            var receipt = SampleReceipts.Of("ar") with
            {
                Mail = SampleReceipts.Mail(subject, messageId: id) with { AnswersTo = [subject, id, name] },
                Items = [SampleReceipts.Recorded(item, new FieldChange("contact.name", name, id)), SampleReceipts.Held(item, HeldBecause.Doubt)],
            };
            var letter = Writer.Receipt(receipt, SampleReceipts.Now)!;

            var head = Encoding.Latin1.GetString(letter.Mime);
            head = head[..head.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
            Assert.All(head.Split("\r\n"), line => Assert.Matches(
                @"\A(?:[ \t]\S|(?:From|To|Subject|Date|Message-Id|In-Reply-To|References|Auto-Submitted|X-Auto-Response-Suppress|Content-Language|MIME-Version|Content-Type): )", line));
            Assert.DoesNotContain('\n', head.Replace("\r\n", "", StringComparison.Ordinal));

            var message = MimeMessage.Load(new MemoryStream(letter.Mime));
            Assert.Equal(letter.Subject, message.Subject);
            Assert.Empty(message.Bcc);
            Assert.Equal(2, message.BodyParts.Count());
            Assert.DoesNotContain("<script", message.HtmlBody!, StringComparison.Ordinal);
            Assert.DoesNotContain(message.TextBody! + message.HtmlBody! + message.Subject, c => c is >= '\u202A' and <= '\u202E' or '\u2066' or '\u2067');
            Assert.DoesNotContain(message.TextBody!, c => char.IsControl(c) && c is not ('\r' or '\n'));
            // Every isolate that opens is closed on its own line.
            Assert.All(message.TextBody!.Split('\n'), line => Assert.Equal(line.Count(c => c == '\u2068'), line.Count(c => c == '\u2069')));
            // The letter's structure is that of its template: values open and close nothing.
            Assert.Equal(Tags(message.HtmlBody!, "<bdi"), Tags(message.HtmlBody!, "</bdi>"));
            Assert.Equal(Tags(message.HtmlBody!, "<table"), Tags(message.HtmlBody!, "</table>"));
        });

    [Property(MaxTest = 200)]
    public Property Whatever_a_letter_is_filled_with_it_is_that_letter_and_no_other() =>
        Prop.ForAll(Field(), Field(), Field(), (one, two, three) =>
        {
            var question = new QuestionLetter(AskedMatter.HeldItem, one, two, [new AskedItem(SampleReceipts.Recorded(new Nomination(new Organization(two, "CH", one), new Person(three)), new FieldChange("contact.name", one, two)))])
            {
                Sender = three, Text = one + "\n" + two, Excerpt = three + "\n\n" + one, Choices = [new AnswerChoice("1", (LocalText)three)], ToMember = true,
            };
            var plain = new QuestionLetter(AskedMatter.HeldItem, "x", "x", [new AskedItem(SampleReceipts.Recorded(new Nomination(new Organization("x", "CH", "x"), new Person("x")), new FieldChange("contact.name", "x", "x")))])
            {
                Sender = "x", Text = "x", Excerpt = "x", Choices = [new AnswerChoice("1", (LocalText)"x")], ToMember = true,
            };
            var letter = Writer.Write(question, new LetterAddress("official@example.org", "ar", one), new Dispatch(Sample.Group, Sample.Now)
            {
                Follows = [one, two], Token = ReplyToken.Parse("K7M29QXA"), Attachments = [new LetterAttachment([1], "application/pdf", three)],
            })!;
            var usual = Writer.Write(plain, new LetterAddress("official@example.org", "ar"), new Dispatch(Sample.Group, Sample.Now))!;

            var head = Encoding.Latin1.GetString(letter.Mime);
            head = head[..head.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
            Assert.All(head.Split("\r\n"), line => Assert.Matches(
                @"\A(?:[ \t]\S|(?:From|To|Subject|Date|Message-Id|In-Reply-To|References|Auto-Submitted|X-Auto-Response-Suppress|MIME-Version|Content-Type): )", line));

            var message = MimeMessage.Load(new MemoryStream(letter.Mime));
            Assert.Equal("official@example.org", message.To.Mailboxes.Single().Address);
            Assert.EndsWith("[JCA-COP #K7M2-9QXA]", message.Subject, StringComparison.Ordinal);
            Assert.Equal(3, message.BodyParts.Count());
            Assert.DoesNotContain(message.Attachments.OfType<MimePart>().Single().FileName ?? "", c => c is '/' or '\\' || char.IsControl(c));
            Assert.DoesNotContain(message.TextBody! + message.HtmlBody! + message.Subject, c => c is >= '\u202A' and <= '\u202E' or '\u2066' or '\u2067');
            Assert.All(message.TextBody!.Split('\n'), line => Assert.Equal(line.Count(c => c == '\u2068'), line.Count(c => c == '\u2069')));
            // Values open and close nothing: the tags are those of the template, but for lines of text, isolates and what keeps a code together.
            var other = MimeMessage.Load(new MemoryStream(usual.Mime)).HtmlBody!;
            var page = Regex.Replace(message.HtmlBody!, "<span style=\"white-space:nowrap\">([A-Z0-9-]+)</span>", "$1");
            foreach (var tag in new[] { "table", "tr", "td", "p", "span", "ul", "li", "b", "h1", "h2", "script", "a", "img" })
            {
                Assert.Equal(Tags(page, $"<{tag}>") + Tags(page, $"<{tag} "), Tags(page, $"</{tag}>"));
                if (LetterValue.Of(one) is not null && LetterValue.Of(two) is not null && LetterValue.Of(three) is not null && tag is not ("tr" or "td" or "b"))
                    Assert.True(Tags(other, $"</{tag}>") - Tags(page, $"</{tag}>") is >= -2 and <= 2, tag);
            }
            Assert.Equal(Tags(message.HtmlBody!, "<div"), Tags(message.HtmlBody!, "</div>"));
        });

    [Property(MaxTest = 300)]
    public Property A_value_is_one_line_without_hidden_characters_and_cleaning_it_twice_changes_nothing() =>
        Prop.ForAll(Field(), text =>
        {
            var clean = LetterValue.Clean(text, LetterValue.Longest);
            Assert.Equal(clean, LetterValue.Clean(clean, LetterValue.Longest));
            Assert.True(clean.Length <= LetterValue.Longest);
            Assert.DoesNotContain(clean, c => char.IsControl(c) || c is '\u2028' or '\u2029' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
            Assert.Equal(clean, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)));
        });

    private static int Tags(string html, string tag) => (html.Length - html.Replace(tag, "", StringComparison.Ordinal).Length) / tag.Length;
}
