using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Accepting;

/// <summary>What is said under a condition, beside a denial or of another group's meeting is never recorded without a person.</summary>
public sealed class SaidOfAnotherTests
{
    private static MailReading Read(string text, string subject) => Sorting.Mails.Plain("Ida Holm <iholm@post.example.au>", subject, text);

    [Theory]
    [InlineData("TSB Circular 313", "Dear Sir,\n\nWith reference to TSB Circular 313, Australia intends to nominate the following organization once our minister has agreed:\n\nOrganization: Lark Kids\nContact: Dr Oona Marsh\nE-mail: o.marsh@lark.example\nTelephone: +61 3 5550 0100")]
    [InlineData("Circular TSB 313", "En relación con la Circular TSB 313, España no propone ninguna organización por el momento. La Fundación Calandria en Línea (contacto: Irma Solano, irma@calandria.example) ha declinado participar.")]
    [InlineData("CE 17", "Je ne pourrai pas participer à la réunion de la Commission d'études 17 le 30 octobre 2012.\n\nIda Holm")]
    [InlineData("CE 16", "Asistiré presencialmente a la reunión de la Comisión de Estudio 16 el 30 de octubre de 2012.\n\nIda Holm")]
    [InlineData("Our people", "For your information, Ms Ada Quill (a.quill@lark.example) is the representative of Kenya in ITU-T Study Group 17.")]
    public void It_waits(string subject, string text) => Assert.DoesNotContain(Read(text, subject).Items, item => item.Decision == Decision.Accept);

    [Fact]
    public void The_meeting_of_a_coordination_activity_may_be_ours() =>
        Assert.Equal(Decision.Accept, Assert.Single(Read("I regret that I will not be able to attend the meeting of JCA-EX on 5 November 2012.\n\nIda Holm", "JCA-EX meeting of 5 November 2012").Items).Decision);

    [Theory]
    [InlineData("Please remove Ms Ada Quill from the mailing list; she remains Australia's representative.")]
    [InlineData("Nous vous prions de retirer M. Odilon Marais de la liste de diffusion. Il reste notre représentant.")]
    [InlineData("Просим исключить Кузнецова П. И. из списка рассылки. Он остаётся нашим представителем.")]
    public void Who_gets_no_more_letters_gives_up_no_seat(string text)
    {
        var reading = Read(text, "list");
        Assert.DoesNotContain(reading.Items, item => item is Withdrawal);
        Assert.True(reading.NeedsAttention);
    }

    [Fact]
    public void An_entry_of_a_list_of_which_nothing_was_read_is_shown()
    {
        var reading = Read("Kenya nominates:\n1. And Justice for Larks (contact: Ms Ada Quill, ada@ajl.example, +254 20 555 0160)\n2. Heron Trust (contact: Mr Ole Brandt, ole@heron.example, +254 20 555 0161)\n\nHolm", "Circular 313");
        Assert.True(reading.Items.OfType<Nomination>().Count() == 2 || reading.NeedsAttention);
    }
}
