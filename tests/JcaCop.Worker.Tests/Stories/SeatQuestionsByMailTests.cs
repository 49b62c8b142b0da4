using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The holder of a seat answers the yearly question with more than a word; a person accepts it, and nobody is asked again.</summary>
public sealed class SeatQuestionsByMailTests : IAsyncDisposable
{
    private const string Peter = "p.hall@ministry.example";
    private const string Proved = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=ministry.example\n";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<MessageDetails> AnswerAsync(string words)
    {
        await rig.OrderAsync($"person add --name \"Peter Hall\" --email {Peter}\nseat add \"ITU-T SG17\" --person 1 --from 2012-01-01\nmember add \"Administration of Australia\" --country AU --email itu@ministry.example");
        rig.Clock.SetUtcNow(new(2013, 10, 2, 4, 0, 0, TimeSpan.Zero));
        var asked = (await rig.LiveUntilAsync(new(2013, 10, 25, 14, 0, 0, TimeSpan.Zero))).First(letter => To(letter, Peter));
        var mail = await rig.MailAsync($"Peter Hall <{Peter}>", "Re", $"{words}\n\nPeter Hall", $"{Proved}In-Reply-To: <{asked.MessageId}>");
        if (mail.Line.State == MessageState.Held) await rig.SendAsync();
        return mail;
    }

    private static bool To(MimeMessage letter, string address) => letter.To.Mailboxes.Any(to => to.Address == address);

    private async Task<ObligationState> OwedAsync() => Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Matter == ObligationMatter.ConfirmSeat).State;

    private async Task AssertQuietAsync() => Assert.DoesNotContain(await rig.LiveUntilAsync(rig.Clock.GetUtcNow().AddDays(30)), letter => letter.Subject is { } subject && (subject.Contains("details", StringComparison.Ordinal) || subject.Contains("overdue", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Yes, but my telephone has changed to +61 2 5550 0144.")]
    [InlineData("Oui, mais mon numéro de téléphone est désormais le +61 2 5550 0144.")]
    [InlineData("نعم، ما زلت ممثل اللجنة، لكن هاتفي تغير إلى ‎+61 2 5550 0144.")]
    public async Task New_details_beside_the_yes_confirm_the_seat_as_soon_as_they_are_recorded(string words)
    {
        var mail = await AnswerAsync(words);
        if (mail.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {mail.Line.Id}");
        var register = await rig.RegisterAsync();
        Assert.Equal("+61 2 5550 0144", Assert.Single(register.Persons).Phone);
        Assert.Equal(2013, Assert.Single(register.Seats).ConfirmedAt?.Year);
        Assert.Equal(ObligationState.Met, await OwedAsync());
        await AssertQuietAsync();
    }

    [Theory]
    [InlineData("已不再担任代表，现由赵凯（zhao.kai@ministry.example）接任。")]
    [InlineData("I am no longer the representative. The new representative is Ms Ann Marsh (ann.marsh@ministry.example).")]
    public async Task Whoever_is_named_beside_the_no_comes_in_the_holders_place(string words)
    {
        var mail = await AnswerAsync(words);
        Assert.Equal(MessageState.Held, mail.Line.State);
        await rig.OrderAsync($"review accept {mail.Line.Id}");
        var seats = (await rig.RegisterAsync()).Seats;
        Assert.NotNull(Assert.Single(seats, seat => seat.PersonId == 1).Until);
        Assert.NotEqual(1, Assert.Single(seats, seat => seat.Until is null).PersonId);
        Assert.Equal(ObligationState.Waived, await OwedAsync());
        await AssertQuietAsync();
    }

    [Theory]
    [InlineData("--field \"replaces=Peter Hall\"", 1, ObligationState.Waived)]
    [InlineData("--field word=accept", 2, ObligationState.Met)]
    public async Task Where_the_holder_names_another_for_the_seat_and_does_not_say_whether_to_go_a_person_must_say_it(string said, int holders, ObligationState owed)
    {
        var mail = await AnswerAsync("We designate Ms Ann Marsh (ann.marsh@ministry.example) as our representative.");
        Assert.Equal(MessageState.Held, mail.Line.State);
        var refused = await rig.RunAsync($"review accept {mail.Line.Id}");
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Single((await rig.RegisterAsync()).Seats);
        Assert.Equal(ExitCode.Ok, (await rig.RunAsync($"review accept {mail.Line.Id} {said}")).Code);
        Assert.Equal(holders, (await rig.RegisterAsync()).Seats.Count(seat => seat.Until is null));
        Assert.Equal(owed, await OwedAsync());
    }

    [Fact]
    public async Task An_answer_of_which_nothing_was_read_is_not_filed_before_a_person_has_said_what_it_means()
    {
        var mail = await AnswerAsync("Oui, jusqu'à fin juin 2014 ; ensuite M. Yann Le Goff (y.legoff@ministry.example) me succédera.");
        Assert.Equal(MessageState.Held, mail.Line.State);
        var refused = await rig.RunAsync($"review accept {mail.Line.Id}");
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.DoesNotContain("reject'", refused.Printed, StringComparison.Ordinal);
        await rig.OrderAsync("seat end 1 --until 2014-06-30 --why \"end of term\"");
        Assert.Equal(ExitCode.Ok, (await rig.RunAsync($"review accept {mail.Line.Id} --field word=accept")).Code);
        Assert.Equal(ObligationState.Met, await OwedAsync());
        Assert.NotNull(Assert.Single((await rig.RegisterAsync()).Seats).Until);
    }
}
