using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A nomination that came incomplete and waits, and what a second mail may complete or settle of it (docs/decisions/0163).</summary>
public sealed class IncompleteNominationTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private const string Whole = "Organization: Lantern Childrens Network\nCountry: Australia\nContact person: Ms Anna Sampel\nTelephone: +61 3 5550 0100\nE-mail: anna@lantern.example";

    private async Task<MessageDetails> AgainAsync(MessageDetails mail) => (await rig.Get<MessageQueries>().ShowAsync(mail.Line.Id, TestContext.Current.CancellationToken))!;

    [Fact]
    public async Task What_came_incomplete_goes_on_waiting_though_a_second_mail_says_more_of_it()
    {
        var first = await rig.MailAsync(Jane, "TSB Circular 313", "With reference to TSB Circular 313, the Administration of Australia nominates:\n\nOrganization: Lantern Childrens Network\nCountry: Australia\nContact person: Ms Anna Sampel\nFunction: Director");
        Assert.Equal(MessageState.Held, first.Line.State);
        await rig.SendAsync();
        rig.Clock.Advance(TimeSpan.FromDays(1));
        // "Function: Director" stands in the first alone.
        await rig.MailAsync(Jane, "TSB Circular 313", $"With reference to TSB Circular 313, the Administration of Australia nominates:\n\n{Whole}");
        Assert.Equal(MessageState.Held, (await AgainAsync(first)).Line.State);
    }

    [Theory]
    [InlineData("Further to our nomination, the telephone number of Ms Anna Sampel (Lantern Childrens Network) is +61 3 5550 0100 and her e-mail address is anna@lantern.example.")]
    [InlineData("En complément de notre réponse, l’adresse électronique de Mme Anna Sampel (Lantern Childrens Network) est anna@lantern.example, téléphone +61 3 5550 0100.")]
    [InlineData("Como complemento de nuestra respuesta, el correo electrónico de la Sra. Anna Sampel (Lantern Childrens Network) es anna@lantern.example, teléfono +61 3 5550 0100.")]
    public async Task What_a_sentence_completes_that_names_both_is_recorded_with_it(string sentence)
    {
        var first = await rig.MailAsync(Jane, "TSB Circular 313", "With reference to TSB Circular 313, the Administration of Australia nominates:\n\nOrganization: Lantern Childrens Network\nCountry: Australia\nContact person: Ms Anna Sampel");
        Assert.Equal(MessageState.Held, first.Line.State);
        await rig.SendAsync();
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var second = await rig.MailAsync(Jane, "TSB Circular 313", sentence);
        Assert.True(second.Line.State == MessageState.Processed, second.Line.Reason);
        Assert.Equal("Lantern Childrens Network", Assert.Single((await rig.RegisterAsync()).Organizations).Name);
        Assert.Equal("anna@lantern.example", Assert.Single((await rig.RegisterAsync()).Persons).Addresses[0].Email);
        Assert.Equal(MessageState.Processed, (await AgainAsync(first)).Line.State);
    }

    [Fact]
    public async Task A_sentence_that_names_the_contact_alone_confirms_nothing_of_the_first()
    {
        await rig.MailAsync(Jane, "TSB Circular 313", "With reference to TSB Circular 313, the Administration of Australia nominates:\n\nOrganization: Lantern Childrens Network\nCountry: Australia\nContact person: Ms Anna Sampel");
        await rig.SendAsync();
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var second = await rig.MailAsync(Jane, "TSB Circular 313", "Further to our nomination, the telephone number of Ms Sampel is +61 3 5550 0100.");
        Assert.Equal(MessageState.Held, second.Line.State);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
    }
}
