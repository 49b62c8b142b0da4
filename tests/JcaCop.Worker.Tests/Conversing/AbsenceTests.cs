using System.Globalization;
using JcaCop.Register.Entries;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Who is away, for whom, and what waits meanwhile.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public async Task An_absence_is_kept_and_puts_the_reminders_off()
    {
        await using var rig = new TalkRig();
        var letter = await ReachTests.SeatedAsync(rig);
        await rig.MailAsync(ReachTests.Seat, "Automatic reply: Circular 7", "I am out of the office until 15 October 2012. In urgent cases please contact ann.marsh@ministry.example.",
            $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter}>");
        var absence = Assert.Single((await rig.RegisterAsync()).All<AbsenceEntry>());
        Assert.Equal((ReachTests.Seat, new DateOnly(2012, 10, 15), "ann.marsh@ministry.example"), (absence.Address, absence.Until, absence.Deputy));
        var owed = Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>());
        Assert.Equal(DateTimeOffset.Parse("2012-10-14T22:00:00Z", CultureInfo.InvariantCulture), owed.NotBefore);
        await rig.MailAsync("stranger@else.example", "Automatic reply", "I am out of the office until 20 October 2012.", "Auto-Submitted: auto-replied");
        Assert.Single((await rig.RegisterAsync()).All<AbsenceEntry>());
    }

    [Theory]
    [InlineData("The ITU desk <office@ministry.example>", "Mr Peter Hall is away until 15 October 2012; his deputy is Ms Ann Marsh (ann.marsh@ministry.example).", true)]
    [InlineData("The ITU desk <office@ministry.example>", "Peter Hall est absent jusqu'au 15 octobre 2012. En son absence, veuillez contacter Mme Ann Marsh (ann.marsh@ministry.example).", true)]
    // Nobody on record, of another house, or the deputy and not the one who writes.
    [InlineData("The ITU desk <office@ministry.example>", "Mr Paul Hale is away until 15 October 2012; his deputy is Ms Ann Marsh (ann.marsh@ministry.example).", false)]
    [InlineData("The desk <office@else.example>", "Mr Peter Hall is away until 15 October 2012; his deputy is Ms Ann Marsh (ann.marsh@ministry.example).", false)]
    public async Task An_office_that_tells_who_of_it_is_away_speaks_for_that_person_and_not_for_itself(string office, string text, bool noted)
    {
        await using var rig = new TalkRig();
        await ReachTests.SeatedAsync(rig);
        Assert.Equal(0, (await rig.RunAsync("member add \"Administration of New Zealand\" --country NZ --email office@ministry.example")).Code);
        var mail = await rig.MailAsync(office, "Re: Circular 7", text);
        Assert.Equal("AutoReply", mail.Line.Kind);
        var register = await rig.RegisterAsync();
        Assert.Equal(noted ? [(ReachTests.Seat, new DateOnly(2012, 10, 15), "ann.marsh@ministry.example")] : [], register.All<AbsenceEntry>().Select(absence => (absence.Address, absence.Until!.Value, absence.Deputy)));
        Assert.Equal(noted, Assert.Single(register.All<ObligationEntry>()).NotBefore is not null);

        // Said again, it is the same absence.
        await rig.MailAsync(office, "Re: Circular 7", text.Replace("15", "20", StringComparison.Ordinal));
        Assert.Equal(noted ? [new DateOnly(2012, 10, 20)] : [], (await rig.RegisterAsync()).All<AbsenceEntry>().Select(absence => absence.Until!.Value));
    }

    [Fact]
    public async Task Whoever_was_shown_a_letter_by_an_answer_to_all_is_away_for_nobody_else()
    {
        await using var rig = new TalkRig();
        var letter = await ReachTests.SeatedAsync(rig);
        const string text = "I am out of the office until 15 October 2012. In urgent cases please contact vice@presidency.example.";
        await rig.MailAsync("reader@presidency.example", "Automatic reply: Re: Circular 7", text, $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter}>");
        await rig.MailAsync("ann.marsh@ministry.example", "Automatic reply: Re: Circular 7", text, $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter}>");
        var register = await rig.RegisterAsync();
        // A colleague who is on record is away for herself.
        Assert.Equal(["ann.marsh@ministry.example"], register.All<AbsenceEntry>().Select(absence => absence.Address));
        Assert.Null(Assert.Single(register.All<ObligationEntry>()).NotBefore);

        // The mailbox itself, or one of the house that is not on record, says it of where we wrote.
        await rig.MailAsync("p.hall@mail.ministry.example", "Automatic reply: Circular 7", text, $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter}>");
        Assert.NotNull(Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).NotBefore);
    }

    [Fact]
    public async Task Where_somebody_else_reads_the_members_mail_reminders_go_on()
    {
        await using var rig = new TalkRig();
        var letter = await ReachTests.SeatedAsync(rig, "itu@ministry.example");
        await rig.MailAsync(ReachTests.Seat, "Automatic reply: Circular 7", "I am out of the office until 15 October 2012.", $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letter}>");
        Assert.Single((await rig.RegisterAsync()).All<AbsenceEntry>());
        Assert.Null(Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).NotBefore);
    }
}
