using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What is over stays over: a seat that ended, an address that a member no longer has, a deadline that had passed.</summary>
public sealed class EndsAndLatenessTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task A_seat_that_a_mail_gives_until_a_day_ends_by_itself_and_its_holder_is_written_to_no_more()
    {
        var mail = await rig.MailAsync(Jane, "TSB Circular 278", "In reply to TSB Circular 278, the Department of Communications has designated Mr Peter Hall (peter.hall@elsewhere.example) as its representative until the end of the study period on 31 October 2012.\n\nJane Example\nDepartment of Communications");
        if (mail.Line.State == MessageState.Held)
        {
            Assert.Equal("not all of it could be read with certainty", mail.Line.Reason);
            await rig.DeskAsync($"review accept {mail.Line.Id}");
        }
        var seat = Assert.Single((await rig.RegisterAsync()).Seats);
        Assert.True(seat.HoldsOn(new DateOnly(2012, 10, 31)));
        Assert.False(seat.HoldsOn(new DateOnly(2012, 11, 1)));
        await rig.LiveUntilAsync(new(2012, 11, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.DeskAsync("member add \"ITU-T SG17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example\nmeeting open 7 --date 2013-01-15 --from 9:30 --until 12:30 --place Geneva\nmeeting announce 7");
        Assert.DoesNotContain(await rig.SendAsync(), letter => letter.To.ToString().Contains("peter.hall@elsewhere.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_came_late_stays_late_whatever_is_added_to_it()
    {
        await rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Jane}\n"
            + "call open \"TSB Circular 320\" --kind questionnaire --title \"National approaches\" --deadline 2012-10-10 --grace 60 --question \"1=Hotline?\" --question \"2=Law?\" --question \"3=Body?\"");
        await rig.SendAsync();
        rig.Clock.SetUtcNow(new(2012, 10, 11, 8, 0, 0, TimeSpan.Zero));
        await rig.MailAsync(Jane, "TSB Circular 320: questionnaire", "Answers to the questionnaire of TSB Circular 320:\n\n1. Yes, since 2008.\n2. The Online Safety Act.\n3. The Commissioner.");
        Assert.Equal(ObligationState.MetLate, await OwedAsync());
        rig.Clock.Advance(TimeSpan.FromDays(1));
        await rig.MailAsync(Jane, "TSB Circular 320: questionnaire", "Further to our answers to the questionnaire of TSB Circular 320:\n\n2. The Online Safety Act of 2011.\n3. The Commissioner for eSafety.");
        Assert.Equal(ObligationState.MetLate, await OwedAsync());
        await rig.LiveUntilAsync(new(2013, 1, 10, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(CallState.Closed, Assert.Single((await rig.RegisterAsync()).All<CallEntry>()).State);
        Assert.Equal(ObligationState.MetLate, await OwedAsync());
    }

    private async Task<ObligationState> OwedAsync() => (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Country == "AU" && owed.OfKind == EntryKind.Call).State;

    [Fact]
    public async Task From_an_address_that_a_member_had_once_nothing_is_recorded_in_its_name()
    {
        await rig.DeskAsync("member add \"Cable Labs\" --email old.office@gmail.com\ncall open \"TSB Circular 400\" --kind consultation --title \"Proposal\" --deadline 2012-10-31");
        await rig.DeskAsync("member add \"Cable Labs\" --email new.office@gmail.com");
        Assert.Equal(["new.office@gmail.com"], Assert.Single((await rig.RegisterAsync()).All<MemberEntry>()).Addresses.Select(address => address.Email));
        const string Words = "Cable Labs supports the proposal of TSB Circular 400.\n\nAnn Hall\nCable Labs";
        var former = await rig.MailAsync("old.office@gmail.com", "TSB Circular 400", Words);
        Assert.Equal(MessageState.Held, former.Line.State);
        Assert.StartsWith(Judge.Announced, former.Line.Reason, StringComparison.Ordinal);
        Assert.Null((await rig.RegisterAsync()).All<AnswerEntry>().SingleOrDefault()?.Given);
        var present = await rig.MailAsync("new.office@gmail.com", "TSB Circular 400", Words);
        Assert.Equal((MessageState.Processed, null), (present.Line.State, present.Line.Reason));
        Assert.NotNull((await rig.RegisterAsync()).All<AnswerEntry>().Single().Given);
    }
}
