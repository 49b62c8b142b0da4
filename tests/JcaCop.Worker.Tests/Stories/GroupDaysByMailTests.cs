using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Half past midnight in Geneva is half past ten of the day before by UTC: the day is that of the group.</summary>
public sealed class GroupDaysByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private void AfterMidnight() => rig.Clock.SetUtcNow(new DateTimeOffset(2012, 10, 1, 22, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_seat_that_is_given_after_midnight_begins_on_the_new_day_and_one_that_is_given_up_ends_on_it()
    {
        AfterMidnight();
        var told = await rig.MailAsync(Jane, "TSB Circular 278", "In reply to TSB Circular 278, the Department of Communications has designated Mr Peter Hall, Head of Unit, peter.hall@ministry.example, as its representative for ITU-T Study Group 17.\n\nJane Example\nDepartment of Communications");
        if (told.Line.State == MessageState.Held) await rig.DeskAsync($"review accept {told.Line.Id}");
        Assert.Equal(new DateOnly(2012, 10, 2), Assert.Single((await rig.RegisterAsync()).Seats).From);
        rig.Clock.Advance(TimeSpan.FromDays(3));
        var gone = await rig.MailAsync(Jane, "TSB Circular 278", "The Department of Communications withdraws Mr Peter Hall as its representative for ITU-T Study Group 17.\n\nJane Example\nDepartment of Communications");
        if (gone.Line.State == MessageState.Held) await rig.DeskAsync($"review accept {gone.Line.Id}");
        Assert.Equal(new DateOnly(2012, 10, 5), Assert.Single((await rig.RegisterAsync()).Seats).Until);
    }

    [Fact]
    public async Task A_person_who_is_erased_after_midnight_leaves_the_seat_on_the_new_day()
    {
        await rig.DeskAsync("person add --name \"Ann Hall\" --email ann@elsewhere.example\nseat add \"ITU-T SG17\" --person 1 --from 2012-09-01");
        AfterMidnight();
        await rig.DeskAsync("erase person 1 --yes");
        Assert.Equal(new DateOnly(2012, 10, 2), Assert.Single((await rig.RegisterAsync()).Seats).Until);
    }
}
