using System.Text;
using JcaCop.Reading.Items;
using MimeKit;

namespace JcaCop.Reading.Tests.Attachments;

/// <summary>Mails that Outlook wrapped into winmail.dat: the text is in it as compressed RTF, the files with their long names.</summary>
public sealed class TnefTests
{
    private const string Table = "Name\tPosition\tOrganization\tE-mail\tParticipation\nMs Oona Fairweather\tProgramme Director\tLark Society\tfairweather@lark.example.uk\tremote\nMr Tobias Renwick\tEngineer\tLark Society\trenwick@lark.example.uk\tin person\n";

    [Fact]
    public void A_text_that_is_only_in_the_winmail_is_read()
    {
        const string rtf = @"{\rtf1\ansi\ansicpg1252\fromtext \fbidis \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fmodern Courier New;}}{\colortbl\red0\green0\blue0;}\uc1\pard\plain\deftab360 \f0\fs20 Dear colleagues,\par
\par
In reply to Circular 313 we nominate the Lark Society; its contact will be Ms Oona Fairweather, Programme Director (fairweather@lark.example.uk, +44 113 555 0142).\par
\par
Kind regards,\par
Ren\'e9 Kettlewell\par
}";
        var reading = Read(null, new TnefFile("Circular 313").Message(rtf).ToArray());
        Assert.Equal("en", reading.Language);
        var nomination = Assert.Single(reading.Items.OfType<Nomination>());
        Assert.Equal("Lark Society", nomination.Organization.Name);
        Assert.Equal("Oona Fairweather", nomination.Contact?.Name);
        Assert.Contains("René Kettlewell", reading.Mail.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Mail.Attachments, file => file.Listed);
    }

    [Fact]
    public void Html_that_Outlook_wrapped_into_its_rtf_is_read_once()
    {
        const string rtf = @"{\rtf1\ansi\ansicpg1252\fromhtml1 \fbidis \deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl\red0\green0\blue0;}\uc1\pard\plain\deftab360 \f0\fs24
{\*\htmltag19 <html>}{\*\htmltag34 <head>}{\*\htmltag41 </head>}{\*\htmltag50 <body>}
{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dear colleagues,\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}
{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 In reply to Circular 313 we nominate the Lark Society; its contact will be Ms Oona Fairweather, Programme Director (fairweather@lark.example.uk).\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}
{\*\htmltag58 </body>}{\*\htmltag27 </html>}}";
        var reading = Read(null, new TnefFile("Circular 313").Message(rtf).ToArray());
        var nomination = Assert.Single(reading.Items.OfType<Nomination>());
        Assert.Equal(("Lark Society", "fairweather@lark.example.uk"), (nomination.Organization.Name, nomination.Contact?.Email));
        Assert.DoesNotContain("htmltag", reading.Mail.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", reading.Mail.Body.Text, StringComparison.Ordinal);
        Assert.Equal(2, reading.Mail.Body.Text.Split("Lark Society").Length);
    }

    [Fact]
    public void Files_in_the_winmail_keep_their_long_names_and_are_read()
    {
        var tnef = new TnefFile("JCA-COP").Message(@"{\rtf1\ansi\fromtext Those who will attend the JCA-COP meeting of 10 September 2015 are in the table.\par}")
            .File("DELEGA~1.TSV", "Delegation à la réunion 代表团.tsv", "text/tab-separated-values", Encoding.UTF8.GetBytes(Table))
            .File("PHOTO~1.JPG", "Photo of the delegation.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]);
        var reading = Read("Those who will attend the JCA-COP meeting of 10 September 2015 are in the table.", tnef.ToArray());
        Assert.Equal(["Delegation à la réunion 代表团.tsv", "Photo of the delegation.jpg"], reading.Mail.Attachments.Select(file => file.Name));
        Assert.Equal(["Oona Fairweather Remote", "Tobias Renwick InPerson"], reading.Items.OfType<Registration>().Select(one => $"{one.Person.Name} {one.Mode}"));
    }

    [Fact]
    public void A_winmail_cut_off_anywhere_breaks_nothing()
    {
        var whole = new TnefFile("JCA-COP").Message(@"{\rtf1\ansi\fromtext Hello.\par}").File("A.TSV", "A long name.tsv", "text/plain", Encoding.UTF8.GetBytes(Table)).ToArray();
        for (var length = 0; length < whole.Length; length += 7) Assert.NotNull(Read("See the table.", whole[..length]));
    }

    /// <param name="text">Beside the winmail; null where it is all that the mail holds.</param>
    private static MailReading Read(string? text, byte[] winmail)
    {
        var mime = new MimeMessage { Subject = "JCA-COP", Date = new DateTimeOffset(2015, 8, 24, 10, 0, 0, TimeSpan.FromHours(2)), MessageId = "tnef@lark.example.uk" };
        mime.From.Add(new MailboxAddress("Rene Kettlewell", "kettlewell@lark.example.uk"));
        mime.To.Add(new MailboxAddress("", "tsbjcacop@itu.int"));
        var part = new MimePart("application", "ms-tnef") { FileName = "winmail.dat", ContentTransferEncoding = ContentEncoding.Base64, Content = new MimeContent(new MemoryStream(winmail)) };
        mime.Body = text is null ? part : new Multipart("mixed") { new TextPart("plain") { Text = text + "\n" }, part };
        using var raw = new MemoryStream();
        mime.WriteTo(raw);
        raw.Position = 0;
        return MailReader.Read(raw);
    }
}
