using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Somebody writes of the own seat, part or address; a person accepts it, and it is so.</summary>
public sealed class OwnWordsByMailTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task Whoever_leaves_a_house_and_a_seat_takes_back_the_seat_and_not_the_house()
    {
        await rig.OrderAsync("organization add --name \"Kids Online Foundation\" --country AU\nperson add --name \"Mia Turner\" --email mia@kids.example\nseat add \"ITU-T SG16\" --person 1 --from 2012-01-01");
        var mail = await rig.MailAsync("Mia Turner <mia@kids.example>", "Leaving", "Dear Secretariat,\n\nI will leave the Kids Online Foundation on 31 October 2012 and can no longer represent Study Group 16 after that day.\n\nMia Turner");
        Assert.Equal(MessageState.Held, mail.Line.State);
        await rig.OrderAsync($"review accept {mail.Line.Id}");
        var register = await rig.RegisterAsync();
        Assert.Equal(new DateOnly(2012, 11, 1), Assert.Single(register.Seats).Until);
        Assert.NotEqual(OrganizationState.Withdrawn, Assert.Single(register.Organizations).State);
    }

    [Fact]
    public async Task Whoever_changes_from_one_body_to_another_holds_the_one_seat_until_the_other_begins()
    {
        await rig.OrderAsync("person add --name \"Ken Sato\" --email ken.sato@lab.example\nseat add \"ITU-T SG16\" --person 1 --from 2012-01-01");
        var mail = await rig.MailAsync("Ken Sato <ken.sato@lab.example>", "Change", "Dear Secretariat,\n\nI move from Study Group 16 to Study Group 2. From 1 December 2012 I will represent ITU-T SG2 instead of ITU-T SG16.\n\nKen Sato");
        await rig.OrderAsync($"review accept {mail.Line.Id}");
        var seats = (await rig.RegisterAsync()).Seats.OrderBy(seat => seat.Id).ToList();
        Assert.Equal([("ITU-T SG16", new DateOnly(2012, 12, 1)), ("ITU-T SG2", (DateOnly?)null)], seats.Select(seat => (seat.Body, seat.Until)));
        Assert.Equal(new DateOnly(2012, 12, 1), seats[1].From);
    }

    [Fact]
    public async Task An_alternate_who_becomes_representative_is_no_alternate_any_more()
    {
        await rig.OrderAsync("person add --name \"Diego Paredes\" --email d.paredes@andina.example\nseat add \"ITU-T SG16\" --person 1 --role alternate --from 2012-01-01");
        var mail = await rig.MailAsync("sec@sg16.example", "Change in SG16 representation", "Dear colleagues,\n\nMr Diego Paredes, until now alternate, becomes the representative of SG16 in JCA-COP.\n\nSecretariat of SG16");
        await rig.OrderAsync($"review accept {mail.Line.Id}");
        var register = await rig.RegisterAsync();
        Assert.Equal(SeatRole.Representative, Assert.Single(register.Seats, seat => seat.Until is null).Role);
        Assert.Equal("Diego Paredes", Assert.Single(register.Persons).Name);
    }

    [Theory]
    [InlineData("itu@ministry.example", "Australia's administration is now the Department of Digital Affairs; all circulars should go to itu@digital-au.example.")]
    [InlineData("itu@ministry.example", "自即日起，所有函件请发送至 itu@digital-au.example。")]
    [InlineData("itu@ministry.example", "Toutes les circulaires doivent désormais être adressées à itu@digital-au.example.")]
    public async Task Where_a_member_wants_its_letters_they_go_once_a_person_has_accepted_it(string from, string words)
    {
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {from}");
        var mail = await rig.MailAsync(from, "New address", $"{words}\n\nDepartment of Communications");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Equal(from, Assert.Single(Assert.Single((await rig.RegisterAsync()).All<MemberEntry>()).Addresses).Email);
        var told = await rig.OrderAsync($"review accept {mail.Line.Id}");
        Assert.DoesNotContain("Nothing was recorded", told, StringComparison.Ordinal);
        Assert.Equal("itu@digital-au.example", Assert.Single(Assert.Single((await rig.RegisterAsync()).All<MemberEntry>()).Addresses).Email);
    }
}
