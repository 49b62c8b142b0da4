using System.Text;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Wording;
using MimeKit;
using Xunit;

namespace JcaCop.Post.Tests;

public class LetterWriterTests
{
    private static readonly CallLetter Call = new(CallPurpose.Consultation, "TSB Circular 270", "New activity", "First line\nsecond\n\nnext", new Deadline(new(2012, 4, 27), Sample.Geneva), new CallRule(Silence.Approves));

    private static readonly Dispatch Plain = new(Sample.Group, Sample.Now);

    [Fact]
    public void A_letter_that_is_due_by_itself_is_marked_as_generated_and_bounces_and_absences_may_come_back()
    {
        var message = Load(Call, Plain);
        Assert.Equal("TSB Circular 270: New activity", message.Subject);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("DR, RN, NRN", message.Headers["X-Auto-Response-Suppress"]);
        Assert.Null(message.InReplyTo);
        Assert.Null(message.Headers[HeaderId.ListId]);
        Assert.Equal("An Official", message.To.Mailboxes.Single().Name);
    }

    [Theory]
    [InlineData("Reply to SG2-LS14", "SG2-LS14", true)]
    [InlineData("K7M2-9QXA: decide", "K7M2-9QXA", true)]
    [InlineData("Statement JCA-COP-LS12", "JCA-COP-LS12", true)]
    [InlineData("Work of JCA-COP", "JCA-COP", true)]
    [InlineData("Call +41 22 555 01 99", "+41 22 555 01 99", true)]
    [InlineData("Work of Anne-Marie", "Anne-Marie", false)]               // a name
    [InlineData("Forum COORD-COP", "COORD-COP", false)]                   // too long for a phone's column, where names are long
    [InlineData("Ask A-1@example.org", "A-1", false)]                     // an address
    [InlineData("See JCA-COP-LS12-ANNEX-4", "JCA-COP-LS12-ANNEX-4", false)] // too long for a phone's column
    public void A_code_or_number_is_not_broken(string title, string code, bool whole) =>
        Assert.Equal(whole, Load(Call with { Title = title }, Plain).HtmlBody!.Contains($"<span style=\"white-space:nowrap\">{code}</span>", StringComparison.Ordinal));

    [Theory]
    [InlineData("fr", "Activité conjointe de coordination sur la protection en ligne des enfants")]
    [InlineData("en", "Joint Coordination Activity on Child Online Protection")]
    public void A_letter_is_signed_with_the_name_that_the_group_has_in_its_language(string language, string name) =>
        Assert.Contains($"\n{name}\njcacop@example.int", Load(Call, Plain, to: new LetterAddress("official@example.org", language)).TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void A_letter_is_signed_in_english_where_the_group_has_no_name_in_its_language() =>
        Assert.Contains($"\n{Sample.Group.FullName}\n", Load(Call, Plain with { Group = Sample.Group with { FullNames = new Dictionary<string, string>() } }, to: new LetterAddress("official@example.org", "fr")).TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void A_letter_to_the_list_names_it() =>
        Assert.Equal("<jcacop.lists.example.int>", Load(Call, Plain, to: new LetterAddress("JcaCop@lists.example.int")).Headers[HeaderId.ListId]);

    [Theory]
    [InlineData("1@[192.0.2.1]", true)]   // a domain literal
    [InlineData("Vt@[{L%3", false)]       // one that never ends
    [InlineData("a[b]@example.org", false)]
    [InlineData("a@[b]c]", false)]
    public void An_id_that_cannot_stand_in_our_header_is_left_out(string id, bool stands) =>
        Assert.Equal(stands ? id : null, Load(Call, Plain with { Follows = [id] }).InReplyTo);

    [Fact]
    public void A_copy_goes_to_those_of_its_kind_alone_and_never_twice_to_one()
    {
        var group = Sample.Group with { Cc = new Dictionary<string, IReadOnlyList<string>> { ["call"] = ["counsellor@example.int", "Official@example.org"], ["digest"] = ["other@example.int"] } };
        var message = Load(Call, Plain with { Group = group }, to: new LetterAddress("official@example.org"));
        Assert.Equal(["counsellor@example.int"], message.Cc.Mailboxes.Select(one => one.Address));
        Assert.Empty(Load(Call, Plain).Cc);
    }

    [Fact]
    public void A_copy_is_a_letter_of_its_own_that_tells_no_Message_ID_of_its_addressees_letters()
    {
        var group = Sample.Group with { Cc = new Dictionary<string, IReadOnlyList<string>> { ["call"] = ["counsellor@example.int", "jcacop@lists.example.int"] } };
        var writer = new LetterWriter(new LetterOptions { PlusAddresses = true });
        var letter = writer.Write(Call, new LetterAddress("official@example.org"), Plain with { Group = group, Follows = ["first@example.int"] })!;
        Assert.Equal(["counsellor@example.int", "jcacop@lists.example.int"], letter.Copies.Select(copy => copy.To));
        Assert.Equal(3, letter.Copies.Select(copy => copy.MessageId).Append(letter.MessageId).Distinct().Count());
        foreach (var copy in letter.Copies)
        {
            var text = Encoding.ASCII.GetString(copy.Mime);
            Assert.DoesNotContain(letter.MessageId[..letter.MessageId.IndexOf('@', StringComparison.Ordinal)], text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("first@example.int", text, StringComparison.Ordinal);
            var message = MimeMessage.Load(new MemoryStream(copy.Mime), TestContext.Current.CancellationToken);
            Assert.Equal(copy.MessageId, message.MessageId);
            Assert.Equal(copy.MessageId, PlusAddress.LetterOf(group.Address, message.ReplyTo.Mailboxes.Single().Address));
            Assert.Equal(["official@example.org", "counsellor@example.int", "jcacop@lists.example.int"], message.GetRecipients().Select(one => one.Address));
        }
    }

    [Fact]
    public void A_reminder_stands_below_the_letters_it_follows()
    {
        var message = Load(Call, Plain with { Follows = ["first@example.int", "second@example.int"] });
        Assert.Equal("second@example.int", message.InReplyTo);
        Assert.Equal(["first@example.int", "second@example.int"], message.References);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public void An_answer_takes_subject_and_thread_of_the_mail()
    {
        var message = Load(Call, Plain with { Answers = AnsweredMail.Of(SampleReceipts.Mail("AW: question")) });
        Assert.Equal("Re: question", message.Subject);
        Assert.Equal("auto-replied", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("abc.123@example.org", message.InReplyTo);
    }

    [Fact]
    public void A_code_stands_in_the_reply_address_and_at_the_end_of_the_subject()
    {
        var token = ReplyToken.Parse("k7m2-9qxa")!;
        var message = Load(Call with { Title = new string('x', 500) }, Plain with { Token = token }, new LetterOptions { PlusAddresses = true });
        Assert.EndsWith("… [JCA-COP #K7M2-9QXA]", message.Subject!, StringComparison.Ordinal);
        Assert.InRange(message.Subject!.Length, 100, 180);
        var path = message.ReplyTo.Mailboxes.Single().Address;
        Assert.Equal("jcacop+r.00112233445566778899aabbccddeeff.k7m29qxa@example.int", path);
        Assert.Equal(token, PlusAddress.TokenOf("jcacop@example.int", path));
        Assert.Equal(message.MessageId, PlusAddress.LetterOf("jcacop@example.int", path));
        Assert.Equal(token, ReplyToken.InSubject("Re: " + message.Subject));
    }

    [Theory]
    [InlineData("K7M2-9QXA", "K7M29QXA")]
    [InlineData("k7m2 9qxa", "K7M29QXA")]
    [InlineData("k7mi-9qxo", "K7M19QX0")]   // letters that look like digits
    [InlineData("K7M2-9QX", null)]
    [InlineData("K7M2-9QXU", null)]         // no U in the alphabet
    [InlineData("K7M2-9QXAA", null)]
    [InlineData("", null)]
    public void A_code_is_read_as_people_retype_it(string text, string? code) => Assert.Equal(code, ReplyToken.Parse(text)?.Code);

    [Theory]
    [InlineData("Re: TSB Circular #313", null)]
    [InlineData("AW: question [JCA-COP #K7M2-9QXA] (urgent)", "K7M29QXA")]
    [InlineData("[ext] Re: x [JCA-COP #K7M2-", null)]
    [InlineData("C# 12345678 and [CWG-COP # k7m2-9qxa]", "K7M29QXA")]
    public void A_code_is_found_in_the_subject_of_an_answer(string subject, string? code) => Assert.Equal(code, ReplyToken.InSubject(subject)?.Code);

    [Fact]
    public void New_codes_can_be_read_back()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => ReplyToken.New()).ToList();
        Assert.Equal(200, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, ReplyToken.Parse(code.ToString())));
    }

    [Fact]
    public void An_invitation_stands_as_an_alternative_with_its_method_and_as_a_file()
    {
        var ics = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n");
        var message = Load(Call, Plain with { Calendar = new CalendarPart("REQUEST", ics), Attachments = [new([1, 2], "application/pdf", "../agenda\r\n.pdf")] });
        var mixed = Assert.IsType<Multipart>(message.Body);
        Assert.Equal("mixed", mixed.ContentType.MediaSubtype);
        var alternatives = Assert.IsType<MultipartAlternative>(mixed[0]);
        Assert.Equal(["text/plain", "text/html", "text/calendar"], alternatives.Select(part => part.ContentType.MimeType));
        var calendar = (TextPart)alternatives[2];
        Assert.Equal(("REQUEST", "utf-8"), (calendar.ContentType.Parameters["method"], calendar.ContentType.Charset));
        Assert.StartsWith("BEGIN:VCALENDAR", calendar.Text, StringComparison.Ordinal);
        var files = message.Attachments.OfType<MimePart>().ToList();
        Assert.Equal([("application/ics", "invite.ics"), ("application/pdf", "agenda .pdf")], files.Select(file => (file.ContentType.MimeType, file.FileName)));
        Assert.Equal(ics, Content(files[0]));
        Assert.Equal(new byte[] { 1, 2 }, Content(files[1]));
    }

    [Fact]
    public void The_lines_of_a_text_stay_lines_and_each_has_its_direction()
    {
        var message = Load(Call with { Text = "First\nمرحبا <b>\n\n\n\nlast  \n" }, Plain);
        Assert.Contains("First\n\u2068مرحبا <b>\u2069\n\nlast\n", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<div dir=\"rtl\" align=\"right\" style=\"text-align:right\">مرحبا &lt;b&gt;", message.HtmlBody!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.example.int/jca?a=1&b=\"", "<a class=\"blue\" dir=\"ltr\" style=\"color:#0b4f86\" href=\"https://www.example.int/jca?a&#x3D;1&amp;b&#x3D;%22\">https://www.example.int/<wbr>jca?<wbr>a&#x3D;1&amp;<wbr>b&#x3D;&quot;</a>")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("https://user@example.int/", "https://user@<wbr>example.int/")]   // names a host that it is not
    [InlineData("www.example.int", "www.example.int")]
    public void Only_plain_web_addresses_become_links(string address, string html)
    {
        var page = Load(Call with { Website = address }, Plain).HtmlBody!;
        var start = page.IndexOf("Further information: ", StringComparison.Ordinal) + 21;
        Assert.Equal(html, page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("programmes@childline.example", "programmes@<wbr>childline.example")]
    [InlineData("DOC001_draft_agenda_of_May.docx", "DOC001_<wbr>draft_<wbr>agenda_<wbr>of_<wbr>May.docx")]
    [InlineData("a.rather.long.address.of.somebody@office.example", "a.rather.long.address.<wbr>of.somebody@<wbr>office.example")]
    [InlineData("a@b.example", "a@b.example")]   // fits on any line
    [InlineData("https://www.example.int/jca//x", "https://www.example.int/<wbr>jca//x")]
    [InlineData("meeting open 7 --date 2012-11-05 --place Geneva", "meeting open 7 <span style=\"white-space:nowrap\">--date</span> <span style=\"white-space:nowrap\">2012-11-05</span> <span style=\"white-space:nowrap\">--place</span> Geneva")]
    public void What_is_longer_than_a_line_of_a_phone_breaks_between_its_parts(string title, string html) =>
        Assert.Contains(html, Load(Call with { Title = title }, Plain).HtmlBody!, StringComparison.Ordinal);

    [Fact]
    public void A_letter_of_too_many_lines_is_cut_below_what_mail_clients_cut_and_says_so()
    {
        var many = Call with { Questions = [.. Enumerable.Range(0, 4_000).Select(i => (LocalText)$"<Question> {i}")] };
        var message = Load(many, Plain, to: new LetterAddress("official@example.org", "ar"));
        Assert.InRange(Encoding.UTF8.GetByteCount(message.HtmlBody!), 30_000, 100_000);
        Assert.Matches("Not shown here: 3[0-9]{3}", message.TextBody);
    }

    [Fact]
    public void A_list_that_was_shortened_says_how_much_it_leaves_out()
    {
        var many = Call with { Questions = Shortened.Of(Enumerable.Range(0, 43).Select(i => (LocalText)$"Question number {i}"), 40) };
        var text = Load(many, Plain).TextBody!;
        Assert.Contains("Question number 39", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Question number 40", text, StringComparison.Ordinal);
        Assert.Contains("Not shown here: 3", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call/en.json", "{deadline}", "{deadlin}", "call/en.json, sentence 'deadline': there is no value 'deadlin'. There are: purpose, reference,")]
    [InlineData("call/fr.json", "\"deadline\"", "\"dedline\"", "call/fr.json has no sentence 'deadline', which call/call.hbs asks for; nor has language/fr.json.")]
    [InlineData("call/fr.json", "\"ask.contacts\"", "\"ask.contact\"", "call/fr.json has no sentence 'ask.contacts', which call/call.hbs asks for; nor has language/fr.json.")]
    [InlineData("call/fr.json", "{reference}", "{{reference}}", "call/fr.json, sentence 'subject': a sentence writes {name} for a value, not {{name}}.")]
    [InlineData("call/call.hbs", "{{#if website}}", "{{#if webside}}", "call/call.hbs: there is no value 'webside'. There are:")]
    [InlineData("call/call.hbs", "{{text}}", "{{{text}}}", "call/call.hbs: values are written {{name}}, never with three braces.")]
    [InlineData("call/call.hbs", "{{#if website}}", "{{#if purpose.nominate}}", "call/call.hbs: there is no 'nominate' in 'purpose'. There are: nomination, contacts, consultation, questionnaire.")]
    [InlineData("call/call.hbs", "{{#if website}}", "{{#if purpose}}", "call/call.hbs: {{#if purpose}} asks for a choice; ask for one of purpose.nomination,")]
    [InlineData("call/call.hbs", "{{#if website}}", "{{#when website}}", "call/call.hbs: {{#when website}} is not understood.")]
    [InlineData("call/call.hbs", "{{#each annexes}}", "{{#each website}}", "call/call.hbs: {{#each website}}, but 'website' is no list.")]
    [InlineData("call/call.hbs", "{{this}}", "{{annexes}}", "call/call.hbs: 'annexes' is no value that can be written.")]
    [InlineData("call/call.hbs", "<subtitle>", "<subtitel>", "call/call.hbs uses an element that text.hbs does not have: [subtitel].")]
    [InlineData("call/call.hbs", "{{/if}}", "", "call/call.hbs: {{#if}} is not closed.")]
    [InlineData("language/es.json", "\"greeting\"", "\"greting\"", "has no sentence 'greeting', which receipt/receipt.hbs asks for; nor has language/es.json.")]
    [InlineData("language/es.json", "\"endOfDay\"", "\"endofday2\"", "language/es.json: ")]
    [InlineData("letter.hbs", "{content}", "", "letter.hbs needs {content} once.")]
    public void A_wrong_file_of_the_operator_is_named_before_any_letter_is_made(string path, string right, string wrong, string told)
    {
        var folder = Directory.CreateTempSubdirectory("jcacop-templates-");
        try
        {
            var file = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var own = new TemplateFolder(null).Read(path);
            var changed = own.Replace(right, wrong, StringComparison.Ordinal);
            Assert.NotEqual(own, changed);
            File.WriteAllText(file, changed);
            var message = Assert.Throws<TemplateException>(new LetterWriter(new LetterOptions { TemplateFolder = folder.FullName }).Check).Message;
            Assert.Contains(told, message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_kind_without_a_choice_made_says_nothing_of_it() =>
        Assert.DoesNotContain("approved", Load(Call with { Rule = null }, Plain).TextBody, StringComparison.Ordinal);

    private static byte[] Content(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static MimeMessage Load(Letter letter, Dispatch dispatch, LetterOptions? options = null, LetterAddress? to = null)
    {
        var made = SampleReceipts.Writer(options).Write(letter, to ?? new LetterAddress("official@example.org", null, "An Official"), dispatch)!;
        return MimeMessage.Load(new MemoryStream(made.Mime), TestContext.Current.CancellationToken);
    }
}
