using JcaCop.Worker.Jobs;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Periodic;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Jobs;

/// <summary>What is made up for when a service comes up, and what asks again, keeps to working days and office hours.</summary>
public sealed class WorkingDayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mandate_is_not_told_of_on_the_Saturday_on_which_the_service_comes_up()
    {
        await using var rig = new TalkRig();
        await rig.RunAsync("mandate add \"Terms of reference of 2012\" --decided-by \"ITU-T SG17\" --until 2013-04-30");
        At(rig, 2013, 2, 2, 3);
        Assert.Null(await rig.Get<MandateJob>().RunAsync(Stop));
        At(rig, 2013, 2, 4, 8);
        Assert.NotNull(await rig.Get<MandateJob>().RunAsync(Stop));
    }

    [Fact]
    public async Task A_call_is_not_closed_on_a_day_off()
    {
        await using var rig = new TalkRig();
        await rig.RunAsync("member add \"Administration of Chile\" --country CL --email itu@subtel.example");
        await rig.RunAsync("call open \"Circular 9\" --kind consultation --title \"About nine\" --deadline 2012-11-01");
        // Friday was the day; the service comes up on Saturday.
        At(rig, 2012, 11, 3, 9);
        Assert.Null(await rig.Get<CallClosingJob>().RunAsync(Stop));
        At(rig, 2012, 11, 5, 8);
        Assert.NotNull(await rig.Get<CallClosingJob>().RunAsync(Stop));
    }

    [Fact]
    public async Task The_chairman_is_asked_again_about_a_draft_in_office_hours_each_time_a_week_after_the_last()
    {
        await using var rig = await DraftedAsync();
        // Drafted late on a Saturday; shown at once.
        Assert.NotNull(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        // A week later it is Saturday night again: Monday does as well.
        At(rig, 2012, 10, 13, 21);
        Assert.Null(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        // The service was down until Wednesday of the week in which he would have been asked a third time.
        At(rig, 2012, 10, 24, 9);
        Assert.NotNull(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        Assert.Null(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        At(rig, 2012, 10, 30, 9);
        Assert.Null(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        At(rig, 2012, 10, 31, 10);
        Assert.NotNull(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
    }

    [Fact]
    public async Task A_chairman_who_is_away_is_asked_again_when_he_is_back()
    {
        await using var rig = await DraftedAsync();
        Assert.NotNull(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        At(rig, 2012, 10, 8, 9);
        await rig.MailAsync(TalkRig.Chairman, "Automatic reply: your letter", "I am out of the office until 18 October 2012.",
            $"Auto-Submitted: auto-replied\nIn-Reply-To: <{(await rig.LettersAsync()).First(letter => letter.To == TalkRig.Chairman).InternetId}>");
        At(rig, 2012, 10, 16, 9);
        Assert.Null(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
        At(rig, 2012, 10, 18, 9);
        Assert.NotNull(await rig.Get<LiaisonApprovalJob>().RunAsync(Stop));
    }

    private static async Task<TalkRig> DraftedAsync()
    {
        var rig = new TalkRig();
        At(rig, 2012, 10, 6, 21);
        await rig.RunAsync("member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email sg16@sixteen.example");
        Assert.Equal(0, (await rig.RunAsync("liaison draft \"work on filters\" --action \"ITU-T SG16\" --deadline 2012-12-20 --text \"Please tell.\"")).Code);
        return rig;
    }

    private static void At(TalkRig rig, int year, int month, int day, int hour) => rig.Clock.SetUtcNow(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero));
}
