using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Somebody who took part is erased: the others get their letters, and nothing is written to nobody.</summary>
public sealed class ErasedPeopleTests : IAsyncDisposable
{
    private const string Ann = "ann.hall@ministry.example";
    private const string Bob = "bob.reid@council.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task RegisteredAsync()
    {
        await rig.DeskAsync($"person add --name \"Ann Hall\" --email {Ann}\nperson add --name \"Bob Reid\" --email {Bob}\nseat add \"ITU-T SG17\" --person 1\nseat add \"ITU-T SG16\" --person 2\n"
            + "meeting open 1 --date 2012-11-05 --from 9:30 --until 12:30 --place Geneva --remote --link https://connect.example/jca\nmeeting announce 1");
        await rig.MailAsync(Ann, "Meeting", "I will attend the meeting on 5 November 2012 remotely.\n\nBest regards,\nAnn Hall");
        await rig.MailAsync(Bob, "Meeting", "I will attend the meeting on 5 November 2012 remotely.\n\nBest regards,\nBob Reid");
        Assert.Equal(2, (await rig.RegisterAsync()).All<RegistrationEntry>().Count(one => one.State == RegistrationState.Registered));
    }

    [Fact]
    public async Task The_others_get_the_connection_details_and_nobody_is_written_to_under_a_stub()
    {
        await RegisteredAsync();
        await rig.DeskAsync("erase person 1 --yes");
        Assert.DoesNotContain("(erased)", (await rig.RunAsync("preview --days 40")).Printed, StringComparison.Ordinal);
        var left = await rig.LiveUntilAsync(new(2012, 11, 5, 8, 0, 0, TimeSpan.Zero));
        Assert.Contains(left, letter => letter.To.ToString().Contains(Bob, StringComparison.Ordinal) && letter.TextBody?.Contains("https://connect.example/jca", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(left, letter => letter.To.ToString().Contains("erased", StringComparison.Ordinal) || letter.To.ToString().Contains(Ann, StringComparison.Ordinal));
        Assert.Contains("(erased)", (await rig.RunAsync("meeting participants 1")).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_for_which_they_were_registered_can_be_called_off()
    {
        await RegisteredAsync();
        await rig.DeskAsync("erase person 1 --yes");
        Assert.Equal(ExitCode.Ok, (await rig.RunAsync("meeting cancel 1")).Code);
        Assert.Contains(await rig.SendAsync(), letter => letter.To.ToString().Contains(Bob, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_they_wrote_and_nobody_has_decided_can_be_ended_but_not_recorded()
    {
        await rig.DeskAsync($"person add --name \"Ann Hall\" --email {Ann}\nmeeting open 1 --date 2012-11-05 --from 9:30 --until 12:30 --place Geneva\nmeeting announce 1");
        var mail = await rig.MailAsync(Ann, "Contribution", "We shall submit a contribution on age checks to the meeting on 5 November 2012.\n\nBest regards,\nAnn Hall");
        Assert.Equal(MessageState.Held, mail.Line.State);
        await rig.DeskAsync("erase person 1 --yes");
        var (code, printed) = await rig.RunAsync($"review accept {mail.Line.Id}");
        Assert.NotEqual(ExitCode.Ok, code);
        Assert.Contains("erased", printed, StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).All<DocumentEntry>());
        Assert.Equal(ExitCode.Ok, (await rig.RunAsync($"review reject {mail.Line.Id}")).Code);
    }

    [Fact]
    public async Task Why_a_mail_of_theirs_waits_quotes_it_no_longer()
    {
        await rig.DeskAsync($"person add --name \"Ann Hall\" --email {Ann}");
        var mail = await rig.MailAsync(Ann, "Network", "The violet heron of our neighbours is called Perivale.");
        Assert.Contains("Perivale", mail.Line.Reason, StringComparison.Ordinal);
        await rig.DeskAsync("erase person 1 --yes");
        Assert.Equal("a person must read it", (await rig.Get<Register.Stores.MessageQueries>().ShowAsync(mail.Line.Id, TestContext.Current.CancellationToken))!.Line.Reason);
    }
}
