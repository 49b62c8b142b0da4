using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>A reply to a receipt, in new words, changes what the receipt showed.</summary>
public sealed class ReplyTests
{
    private const string Jane = "jane@ministry.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string> NominatedAsync(TalkRig rig, string from = Jane)
    {
        await rig.MailAsync(from, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, we nominate the following organization:

            Organization: Lantern Children's Network
            Country: Australia
            Contact person: Ms Anna Sample
            E-mail: anna.sample@lantern.example
            """);
        return Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "receipt").InternetId;
    }

    private static async Task<string> DesignatedAsync(TalkRig rig)
    {
        await rig.MailAsync(Jane, "TSB Circular 278 - representatives", """
            In reply to TSB Circular 278, the Department of Communications has designated the following persons for ITU-T Study Group 17:

            Representative: Mr Peter Hall, Head of Unit, peter.hall@ministry.example
            Expert: Ms Ann Marsh, Adviser, ann.marsh@ministry.example

            Yours sincerely,
            Jane Example
            Department of Communications
            """);
        Assert.Equal(2, (await rig.RegisterAsync()).Seats.Count);
        return Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "receipt").InternetId;
    }

    private static Task<MessageDetails> ReplyAsync(TalkRig rig, string letter, string text, string from = Jane) =>
        rig.MailAsync(from, "Re: TSB Circular 313 - nomination", text + "\n\n> Dear Sir/Madam,\n> Telephone: +41 22 730 5111\n", $"In-Reply-To: <{letter}>");

    [Theory]
    [InlineData("The function of Mr Hall is \"Deputy Head of Unit\", not \"Head of Unit\".")]
    [InlineData("La fonction de M. Hall est « Deputy Head of Unit » et non « Head of Unit ».")]
    [InlineData("El cargo del Sr. Hall es «Deputy Head of Unit» y no «Head of Unit».")]
    [InlineData("Должность г-на Hall — «Deputy Head of Unit», а не «Head of Unit».")]
    public async Task A_function_is_corrected_by_what_stands_in_quotation_marks_beside_the_old_one(string text)
    {
        await using var rig = new TalkRig();
        var reply = await ReplyAsync(rig, await DesignatedAsync(rig), text);
        Assert.Equal((MessageState.Processed, null), (reply.Line.State, reply.Line.Reason));
        var register = await rig.RegisterAsync();
        Assert.Equal("Deputy Head of Unit", Assert.Single(register.Persons, person => person.Name == "Peter Hall").Function);
        // A deputy of a unit is no alternate of the seat.
        Assert.DoesNotContain(register.Seats, seat => seat.Role == SeatRole.Alternate);
    }

    [Theory]
    [InlineData("Function: Director")]
    [InlineData("Fonction : Director")]
    [InlineData("职务：Director")]
    public async Task A_function_that_was_missing_is_added_behind_its_label(string text)
    {
        await using var rig = new TalkRig();
        await ReplyAsync(rig, await NominatedAsync(rig), text);
        Assert.Equal("Director", Assert.Single((await rig.RegisterAsync()).Persons).Function);
    }

    [Theory]
    [InlineData("Her telephone number is +61 3 5550 0101.")]
    [InlineData("+61 3 5550 0101")]
    [InlineData("Telephone: +61 3 5550 0101")]
    [InlineData("Son numéro de téléphone est le +61 3 5550 0101.")]
    [InlineData("Номер телефона: +61 3 5550 0101")]
    [InlineData("电话：+61 3 5550 0101")]
    public async Task A_phone_that_was_missing_is_added_by_a_reply_and_shown(string text)
    {
        await using var rig = new TalkRig();
        var reply = await ReplyAsync(rig, await NominatedAsync(rig), text);
        Assert.Equal(MessageState.Processed, reply.Line.State);
        var person = Assert.Single((await rig.RegisterAsync()).Persons);
        Assert.Equal(("Anna Sample", "+61 3 5550 0101"), (person.Name, person.Phone));
        Assert.Single((await rig.RegisterAsync()).Organizations);
        Assert.Contains("+61 3 5550 0101", await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_value_is_a_correction_with_before_and_after()
    {
        await using var rig = new TalkRig();
        var letter = await NominatedAsync(rig);
        await ReplyAsync(rig, letter, "Her e-mail is not anna.sample@lantern.example but anna@lantern.example.");
        var person = Assert.Single((await rig.RegisterAsync()).Persons);
        Assert.Equal("anna@lantern.example", person.Email);
        var change = (await rig.Get<RegisterStore>().HistoryAsync(EntryKind.Person, person.Id, Stop))[^1];
        Assert.Contains(new FieldChange("email", "anna.sample@lantern.example", "anna@lantern.example"), change.Fields);
        await rig.SendAsync();
    }

    [Theory]
    [InlineData("The second person is the alternate.")]
    [InlineData("Ms Marsh is the alternate.")]
    [InlineData("La deuxième personne est la suppléante.")]
    [InlineData("La segunda persona es la suplente.")]
    public async Task The_second_person_is_the_alternate(string text)
    {
        await using var rig = new TalkRig();
        await ReplyAsync(rig, await DesignatedAsync(rig), text);
        var register = await rig.RegisterAsync();
        Assert.Equal(2, register.Seats.Count);
        var seat = register.Seats.Single(one => register.Person(one.PersonId)!.Name == "Ann Marsh");
        Assert.Equal((SeatRole.Alternate, null), (seat.Role, seat.Until));
        Assert.Equal(SeatRole.Representative, register.Seats.Single(one => one.Id != seat.Id).Role);
        var change = (await rig.Get<RegisterStore>().HistoryAsync(EntryKind.Seat, seat.Id, Stop))[^1];
        Assert.Contains(new FieldChange("role", "Expert", "Alternate"), change.Fields);
    }

    [Fact]
    public async Task Of_whom_it_speaks_must_be_plain()
    {
        await using var rig = new TalkRig();
        var reply = await ReplyAsync(rig, await DesignatedAsync(rig), "The telephone number is +61 3 5550 0101.");
        Assert.Equal(MessageState.Held, reply.Line.State);
        Assert.All((await rig.RegisterAsync()).Persons, person => Assert.Null(person.Phone));
    }

    [Fact]
    public async Task Somebody_else_who_answers_the_receipt_corrects_nothing()
    {
        await using var rig = new TalkRig();
        await ReplyAsync(rig, await NominatedAsync(rig), "Her telephone number is +61 3 5550 0101.", "someone@gmail.com");
        Assert.Null(Assert.Single((await rig.RegisterAsync()).Persons).Phone);
    }

    [Fact]
    public async Task The_reply_address_alone_tells_what_is_answered()
    {
        await using var rig = new TalkRig();
        var letter = await NominatedAsync(rig);
        var path = Assert.Single(await rig.SendAsync()).ReplyTo.Mailboxes.Single().Address;
        Assert.StartsWith($"desk+r.{letter.Split('@')[0]}", path, StringComparison.Ordinal);
        await rig.MailAsync(Jane, "phone", "Her telephone number is +61 3 5550 0101.", to: path);
        Assert.Equal("+61 3 5550 0101", Assert.Single((await rig.RegisterAsync()).Persons).Phone);
    }

    [Fact]
    public async Task The_story_of_a_nomination_completed_corrected_and_confirmed_by_one_word()
    {
        await using var rig = new TalkRig();
        var letter = await NominatedAsync(rig, "someone@gmail.com");
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        var reply = await ReplyAsync(rig, letter, "Her telephone number is +61 3 5550 0101.", "someone@gmail.com");
        Assert.Equal(MessageState.Held, reply.Line.State);
        Assert.Equal("nomination", Assert.Single(reply.Items).Type);
        // What the first mail said waits with the second, once.
        Assert.Equal(reply.Line.Id, Assert.Single(await rig.Get<MessageQueries>().WaitingAsync(10, Stop)).Id);
        await rig.MailAsync(TalkRig.Secretary, "to do", $"review accept {reply.Line.Id}", TalkRig.Passed);
        var person = Assert.Single((await rig.RegisterAsync()).Persons);
        Assert.Equal(("Anna Sample", "+61 3 5550 0101", "anna.sample@lantern.example"), (person.Name, person.Phone, person.Email));
    }
}
