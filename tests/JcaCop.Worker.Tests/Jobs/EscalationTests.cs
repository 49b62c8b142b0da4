using JcaCop.Register.Entries;
using JcaCop.Worker.Digests;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>What the secretariat hears of a debtor whose matter it takes over: silent, away, or never reached.</summary>
public sealed class EscalationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beside_each_overdue_matter_stands_whether_letters_reach_the_debtor()
    {
        await using var rig = new TalkRig();
        foreach (var (country, name, email) in new[] { ("AU", "Australia", "itu@ministry.example"), ("CL", "Chile", "itu@subtel.example"), ("KE", "Kenya", "itu@authority.example") })
            Assert.Equal(0, (await rig.RunAsync($"member add \"Administration of {name}\" --country {country} --email {email}")).Code);
        Assert.Equal(0, (await rig.RunAsync("call open \"Circular 7\" --kind nomination --title \"About seven\" --deadline 2012-11-09")).Code);
        await rig.SendAsync();
        var letters = await rig.LettersAsync();
        // Chile's mailbox is full and Kenya's officer is away, both past the deadline.
        var chile = letters.Single(letter => letter.To == "itu@subtel.example").InternetId;
        rig.Clock.SetUtcNow(new DateTimeOffset(2012, 11, 8, 8, 0, 0, TimeSpan.Zero));
        await rig.TakeAsync(ReachTests.Bounce(rig.Clock.GetUtcNow(), chile, "itu@subtel.example", "4.2.2", null));
        await rig.MailAsync("itu@authority.example", "Automatic reply: Circular 7", "I am out of the office until 3 December 2012.", "Auto-Submitted: auto-replied");
        await rig.Get<DigestJob>().RunAsync(Stop);
        var digest = (await rig.SendAsync()).Last(letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal)).TextBody!;
        Assert.Contains("not reached by mail: Chile", digest, StringComparison.Ordinal);
        Assert.Contains("away: Kenya", digest, StringComparison.Ordinal);

        var text = (await rig.LiveUntilAsync(new DateTimeOffset(2012, 11, 13, 12, 0, 0, TimeSpan.Zero)))
            .Single(letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal) && letter.Subject!.Contains("overdue", StringComparison.Ordinal)).TextBody!;
        Assert.Contains("no letter to this address came back lately", About("Australia"), StringComparison.Ordinal);
        Assert.Contains("letters come back", About("Chile"), StringComparison.Ordinal);
        Assert.Contains("itu@subtel.example", About("Chile"), StringComparison.Ordinal);
        Assert.Contains("away, back on 3 December 2012", About("Kenya"), StringComparison.Ordinal);

        string About(string country)
        {
            var from = text.IndexOf($"Administration of {country}", StringComparison.Ordinal);
            Assert.True(from >= 0, text);
            var next = text.IndexOf("Administration of", from + 1, StringComparison.Ordinal);
            return next < 0 ? text[from..] : text[from..next];
        }
    }

    [Fact]
    public async Task The_digest_tells_how_often_somebody_was_reminded_and_that_letters_arrive()
    {
        await using var rig = new TalkRig();
        await rig.RunAsync("person add --name \"Peter Hall\" --email peter.hall@ministry.example");
        await rig.RunAsync("seat add \"ITU-T SG17\" --person 1 --from 2012-10-01");
        rig.Clock.SetUtcNow(new DateTimeOffset(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        await rig.Get<JcaCop.Worker.Periodic.SeatConfirmationJob>().RunAsync(Stop);
        for (var looks = 0; looks < 60 * 6; looks++)
        {
            rig.Clock.Advance(TimeSpan.FromHours(4));
            await rig.Get<RemindersJob>().RunAsync(Stop);
        }
        Assert.True((await rig.RegisterAsync()).All<ObligationEntry>().Single().Live);
        await rig.RunAsync("member add \"Administration of Chile\" --country CL --email itu@subtel.example");
        await rig.Get<DigestJob>().RunAsync(Stop);
        var digest = (await rig.SendAsync()).Last(letter => letter.Subject!.Contains("decisions waiting", StringComparison.Ordinal)).TextBody!;
        Assert.Contains("reminders: 5", digest, StringComparison.Ordinal);
        Assert.Contains("no letter to this address came back lately", digest, StringComparison.Ordinal);
    }
}
