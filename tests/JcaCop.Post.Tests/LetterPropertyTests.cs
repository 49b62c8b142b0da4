using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Post.Letters;
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
