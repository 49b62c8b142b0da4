using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A second mail that completes or corrects the first in few words, in the thread of our receipt or in none (docs/decisions/0138).</summary>
public sealed class SecondMailsByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Stranger = "secretary@elsewhere.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static string Nomination(string contact, string email = "contact@lantern.example") => $"""
        With reference to TSB Circular 313, the Administration of Australia nominates the following organization:

        Organization: Lantern Children's Network
        Country: Australia
        Contact person: {contact}
        E-mail: {email}
        """;

    private async Task<PersonEntry> ContactAsync() => Assert.Single((await rig.RegisterAsync()).Persons);

    [Theory]
    [InlineData("Mr Tom Okafor", "Dear colleagues,\n\nFurther to my message, Mr Okafor's telephone number is +61 2 6555 0147.\n\nJane Sample")]
    [InlineData("Mme Claire VAN DAMME-LEROY", "Bonjour,\n\nComme convenu, voici le numéro de téléphone de Mme Leroy : +61 2 6555 0147.\n\nCordialement")]
    [InlineData("Sra. María José Peña Rojas", "Olvidé indicar el teléfono de la Sra. Peña: +61 2 6555 0147.")]
    [InlineData("Соколова Елена Викторовна", "В дополнение к письму сообщаем телефон Е.В. Соколовой: +61 2 6555 0147.")]
    [InlineData("李晓梅", "您好！\n\n补充一下，李晓梅女士的电话是 +61 2 6555 0147。")]
    [InlineData("الدكتورة مريم بنت سعيد البلوشية", "تحية طيبة،\n\nإلحاقاً برسالتنا السابقة، رقم هاتف الدكتورة مريم البلوشية هو +61 2 6555 0147.")]
    public async Task Whoever_adds_a_number_in_a_mail_of_its_own_completes_what_the_first_mail_told(string contact, string second)
    {
        await rig.MailAsync(Jane, "TSB Circular 313", Nomination(contact));
        Assert.Null((await ContactAsync()).Phone);
        var added = await rig.MailAsync(Jane, "TSB Circular 313", second);
        Assert.True(added.Line.State == MessageState.Processed, added.Line.Reason);
        Assert.Equal("+61 2 6555 0147", (await ContactAsync()).Phone);
        Assert.Contains("+61 2 6555 0147", await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_has_refused_is_not_brought_back_by_a_number_that_is_added_to_it()
    {
        var told = await rig.MailAsync(Stranger, "TSB Circular 313", Nomination("Mr Tom Okafor"));
        Assert.Equal(MessageState.Held, told.Line.State);
        var receipt = Assert.Single(await rig.SendAsync());
        await rig.DeskAsync($"review reject {told.Line.Id}");
        await rig.MailAsync(Stranger, "Re: TSB Circular 313", "Mr Okafor's telephone number is +61 2 6555 0147.", $"In-Reply-To: <{receipt.MessageId}>");
        await rig.MailAsync(Stranger, "TSB Circular 313", "Mr Okafor's telephone number is +61 2 6555 0148.");
        Assert.Empty((await rig.RegisterAsync()).Organizations);
    }

    [Fact]
    public async Task What_waits_of_the_first_mail_goes_on_waiting_whole_with_what_the_second_adds()
    {
        var told = await rig.MailAsync(Stranger, "TSB Circular 313", Nomination("Mr Tom Okafor"));
        await rig.SendAsync();
        var added = await rig.MailAsync(Stranger, "TSB Circular 313", "Further to my message, Mr Okafor's telephone number is +61 2 6555 0147.");
        Assert.Equal(MessageState.Held, added.Line.State);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        await rig.DeskAsync($"review accept {added.Line.Id}\nreview accept {told.Line.Id}");
        Assert.Equal("+61 2 6555 0147", (await ContactAsync()).Phone);
        Assert.Single((await rig.RegisterAsync()).Organizations);
    }

    [Fact]
    public async Task Who_only_pretends_to_be_the_sender_completes_nothing_and_takes_nothing_away_that_waits()
    {
        var told = await rig.MailAsync(Stranger, "TSB Circular 313", Nomination("Mr Tom Okafor"));
        var forged = await rig.MailAsync(Stranger, "TSB Circular 313", "Further to my message, Mr Okafor's telephone number is +61 2 6555 0147.", $"Authentication-Results: {TalkRig.Server}; dmarc=fail header.from=elsewhere.example");
        Assert.Equal(MessageState.Held, forged.Line.State);
        await rig.DeskAsync($"review reject {forged.Line.Id}\nreview accept {told.Line.Id}");
        Assert.Single((await rig.RegisterAsync()).Organizations);
        Assert.Null((await ContactAsync()).Phone);
    }

    [Fact]
    public async Task A_correction_that_names_whom_it_corrects_reaches_what_still_waits()
    {
        var told = await rig.MailAsync(Stranger, "TSB Circular 313", Nomination("Mr Tom Okafor"));
        var receipt = Assert.Single(await rig.SendAsync());
        var corrected = await rig.MailAsync(Stranger, $"Re: {receipt.Subject}", "The e-mail address of Tom Okafor has changed to tom@lantern.example.", $"In-Reply-To: <{receipt.MessageId}>");
        Assert.DoesNotContain("not plain which entry", corrected.Line.Reason ?? "", StringComparison.Ordinal);
        await rig.DeskAsync($"review accept {corrected.Line.Id}\nreview accept {told.Line.Id}");
        Assert.Equal("tom@lantern.example", (await ContactAsync()).Email);
    }

    [Theory]
    // Somebody else's number, or one of nobody in particular; whoever has left is completed by nothing.
    [InlineData("My telephone number is +61 2 6555 0147.\n\nJane Sample")]
    [InlineData("Mr Okafor has left the organization. Please use +61 2 6555 0147.")]
    [InlineData("Mr Okafor asked us to tell you that Ms Petra Lind, telephone +61 2 6555 0147, will call.")]
    [InlineData("Is Mr Okafor's telephone number +61 2 6555 0147?")]
    public async Task A_number_that_may_be_somebody_elses_is_given_to_nobody(string second)
    {
        await rig.MailAsync(Jane, "TSB Circular 313", Nomination("Mr Tom Okafor"));
        await rig.MailAsync(Jane, "TSB Circular 313", second);
        Assert.Null((await rig.RegisterAsync()).Persons.Single(person => person.Name == "Tom Okafor").Phone);
    }

    [Fact]
    public async Task Nobody_else_completes_what_a_sender_told()
    {
        await rig.MailAsync(Jane, "TSB Circular 313", Nomination("Mr Tom Okafor"));
        await rig.MailAsync(Stranger, "TSB Circular 313", "Further to our message, Mr Okafor's telephone number is +61 2 6555 0147.");
        Assert.Null((await ContactAsync()).Phone);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_mails_end_in_one_register_whether_they_come_one_by_one_or_together(bool together)
    {
        string Raw(string id, string body) => $"From: {Jane}\r\nTo: {TalkRig.Desk}\r\nSubject: TSB Circular 313\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <{id}@ministry.example>\r\n"
            + $"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n";
        await rig.DeliverAsync("one", Raw("one", Nomination("Mr Tom Okafor")), rig.Clock.GetUtcNow());
        if (!together) await rig.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.DeliverAsync("two", Raw("two", "Further to my message, Mr Okafor's telephone number is +61 2 6555 0147."), rig.Clock.GetUtcNow());
        rig.Clock.Advance(TimeSpan.FromSeconds(2));
        await rig.DrainAsync();
        Assert.Equal("+61 2 6555 0147", (await ContactAsync()).Phone);
    }

    private string Paper(string id, string text, string file, string headers = "") => $"""
        {headers}From: {Jane}
        To: {TalkRig.Desk}
        Subject: Contribution
        Date: {rig.Clock.GetUtcNow():r}
        Message-ID: <{id}@ministry.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {text}
        --b
        Content-Type: text/plain; name="{file}"
        Content-Disposition: attachment; filename="{file}"
        Content-Transfer-Encoding: base64

        SGVscGxpbmUgbnVtYmVycwo=
        --b--

        """.ReplaceLineEndings("\r\n");

    [Fact]
    public async Task A_new_file_in_reply_to_the_receipt_of_a_contribution_that_waits_comes_in_its_place()
    {
        await rig.OrderAsync("meeting open 1 --date 2012-11-30 --from 18:00 --until 19:30 --place Geneva --remote\nmeeting announce 1");
        await rig.SendAsync();
        var first = await rig.TakeAsync(Paper("first", "Dear secretariat,\n\nplease find attached a contribution on helpline numbers for the JCA-COP meeting on 30 November 2012.", "helplines.txt"));
        Assert.Equal(MessageState.Held, first.Line.State);
        var receipt = Assert.Single(await rig.SendAsync(), letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal));
        var second = await rig.TakeAsync(Paper("second",
            "We found an error in table 2; attached is a corrected version which replaces the one I sent on Friday.", "helplines v2.txt", $"In-Reply-To: <{receipt.MessageId}>\r\n"));
        Assert.Equal(MessageState.Held, second.Line.State);
        Assert.Equal(MessageState.Processed, (await rig.Get<Register.Stores.MessageQueries>().ShowAsync(first.Line.Id, TestContext.Current.CancellationToken))!.Line.State);
        await rig.DeskAsync($"review accept {second.Line.Id}");
        Assert.Equal(["helplines v2.txt"], Assert.Single((await rig.RegisterAsync()).All<DocumentEntry>()).Revisions.Single().Files.Select(file => file.Attachment));
    }

    [Theory]
    [InlineData("Bonjour,\n\nstatut\n\nC. Van Damme\nAttaché", "status")]
    [InlineData("help\n\nJane Sample\nHead of Unit\n+61 2 6271 0101", "help")]
    // A sentence below the word is what the mail is about.
    [InlineData("help\n\nOur hotline is down.", "receipt")]
    public async Task A_service_word_is_one_with_a_name_and_an_office_below_it(string text, string kind)
    {
        await rig.MailAsync(Jane, "Question", text);
        Assert.Equal(kind, Assert.Single(await rig.LettersAsync()).Kind);
    }
}
