using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>The title that a meeting was given stands in its letters, and whoever knows of it is told when it changes.</summary>
public sealed class TitledMeetingTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task OpenAsync(string more) => Assert.Equal(0, (await rig.RunAsync($"meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva {more}")).Code);

    [Fact]
    public async Task Each_letter_about_a_meeting_with_a_title_has_it()
    {
        await rig.DeskAsync("member add \"Administration of France\" --country FR --email itu@ministry-fr.example --language fr");
        await OpenAsync("--title \"Plenary on filters\" --link https://conference.example/7");
        await rig.DeskAsync("meeting announce 7\nmeeting register 7 \"Lucy Park\" --email l.park@comms.example --mode remote\nmeeting send-participants 7");
        rig.Clock.SetUtcNow(new(2012, 11, 4, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<MeetingJob>().RunAsync(TestContext.Current.CancellationToken);
        var letters = (await rig.SendAsync()).ToList();
        foreach (var kind in new[] { "Invitation", "Participants", "connect" })
            Assert.Contains(letters, letter => letter.Subject!.Contains(kind, StringComparison.OrdinalIgnoreCase));
        Assert.All(letters, letter => Assert.Contains("Plenary on filters", letter.TextBody, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.Contains("Plenary on filters", letter.HtmlBody, StringComparison.Ordinal));
        Assert.Contains("connection details", (await rig.RunAsync("meeting show 7")).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_was_given_no_title_is_called_by_its_number_alone()
    {
        await rig.DeskAsync("member add \"Administration of France\" --country FR --email itu@ministry-fr.example");
        await OpenAsync("");
        await rig.DeskAsync("meeting announce 7");
        Assert.DoesNotContain("7th meeting", await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_title_is_told_to_all_who_know_of_the_meeting_and_their_calendars_follow()
    {
        await rig.DeskAsync("member add \"Administration of France\" --country FR --email itu@ministry-fr.example --language fr");
        await OpenAsync("--title \"Plenary on filters\"");
        await rig.DeskAsync("meeting announce 7");
        await rig.SendAsync();
        await rig.DeskAsync("meeting set 7 --title \"Plenary on age checks\"");
        var letter = Assert.Single(await rig.SendAsync());
        Assert.Contains("Titre", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Plenary on filters", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Plenary on age checks", letter.TextBody, StringComparison.Ordinal);
        using var bytes = new MemoryStream();
        await letter.WriteToAsync(bytes, TestContext.Current.CancellationToken);
        var calendar = letter.BodyParts.OfType<MimeKit.TextPart>().First(part => part.ContentType.IsMimeType("text", "calendar")).Text;
        Assert.Contains("SEQUENCE:1", calendar, StringComparison.Ordinal);
        Assert.Contains("Plenary on age checks", calendar, StringComparison.Ordinal);
    }
}
