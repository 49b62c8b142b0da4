using JcaCop.Register.Entries;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>The terms of reference by version, told through mail alone.</summary>
public sealed class MandateByMailTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<List<MandateEntry>> VersionsAsync() => [.. (await rig.RegisterAsync()).All<MandateEntry>().OrderBy(one => one.From)];

    private async Task<List<(string, string, ObligationState)>> OwedAsync() =>
        [.. (await rig.RegisterAsync()).All<ObligationEntry>().Select(owed => (owed.Title, owed.Deadline!.Rule, owed.State))];

    [Fact]
    public async Task The_end_and_the_review_are_owed_a_new_version_takes_the_place_of_the_old_and_each_stays_readable_as_of_its_time()
    {
        await rig.OrderAsync("mandate add \"Terms of reference of 2012\" --decided-by \"ITU-T SG17, Circular 278\" --decided-on 2012-04-30 --until 2012-10-20 --review 2013-06-04 --officer \"Chairman=Ann Marsh\"",
            "1 Scope\n\nThe activity coordinates work on examples.");
        var first = Assert.Single(await VersionsAsync());
        Assert.Equal((new DateOnly(2012, 4, 30), "ITU-T SG17", "1 Scope\n\nThe activity coordinates work on examples."), (first.From, first.Parent, first.Text));
        Assert.Equal([("End of the mandate's lifetime", "end of 2012-10-20, Europe/Zurich", ObligationState.Open), ("Review of the mandate", "end of 2013-06-04, Europe/Zurich", ObligationState.Open)], await OwedAsync());

        var letters = await rig.LiveUntilAsync(new(2012, 10, 16, 20, 0, 0, TimeSpan.Zero));
        Assert.Contains(letters, letter => letter.To.ToString() == TalkRig.Secretary && letter.TextBody!.Contains("20 October 2012", StringComparison.Ordinal));

        Assert.Contains("a new version begins after it", await rig.OrderAsync("mandate add earlier --from 2012-01-01 --decided-by x"), StringComparison.Ordinal);
        await rig.OrderAsync("mandate add \"Terms of reference of 2012, revised\" --from 2012-10-16 --decided-by TSAG --until 2016-12-31");
        var both = await VersionsAsync();
        Assert.Equal([(MandateState.Superseded, new DateOnly(2012, 10, 15)), (MandateState.Adopted, new DateOnly(2016, 12, 31))], both.Select(one => (one.State, one.Until!.Value)));
        Assert.Equal([("End of the mandate's lifetime", "end of 2016-12-31, Europe/Zurich", ObligationState.Open)], (await OwedAsync()).Where(owed => owed.Item3 == ObligationState.Open));
        Assert.Contains("Terms of reference of 2012, revised", await rig.OrderAsync("mandate list --find \"in force\""), StringComparison.Ordinal);
        Assert.DoesNotContain("revised", await rig.OrderAsync("mandate list --as-of 2012-10-05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_took_place_names_the_next_one_and_the_end_of_the_activity_leaves_nothing_owed()
    {
        await rig.OrderAsync("mandate add \"Terms of reference\" --decided-by \"ITU-T SG17\" --from 2012-04-30 --until 2013-04-30 --review 2012-12-03");
        await rig.OrderAsync("mandate review 1 --decided-by \"TSAG, 4 June 2013\" --until 2016-12-31 --next 2017-05-01");
        Assert.Equal(["end of 2016-12-31, Europe/Zurich", "end of 2017-05-01, Europe/Zurich"], (await OwedAsync()).Where(owed => owed.Item3 == ObligationState.Open).Select(owed => owed.Item2));
        await rig.OrderAsync("mandate review 1 --decided-by \"TSAG, 2 March 2015\"");
        Assert.Equal(new DateOnly(2017, 5, 1), (await VersionsAsync())[0].Review);
        Assert.Contains("TSAG, 4 June 2013", await rig.OrderAsync("mandate show 1"), StringComparison.Ordinal);
        Assert.Contains("before it begins", await rig.OrderAsync("mandate set 1 --until 2011-01-01"), StringComparison.Ordinal);
        await rig.OrderAsync("mandate end 1 --on 2015-06-30 --decided-by TSAG");
        Assert.Equal((MandateState.Ended, new DateOnly(2015, 6, 30)), ((await VersionsAsync())[0].State, (await VersionsAsync())[0].Until!.Value));
        Assert.DoesNotContain(await OwedAsync(), owed => owed.Item3 == ObligationState.Open);
        Assert.Contains("is ended already", await rig.OrderAsync("mandate end 1 --on 2015-07-01 --decided-by TSAG"), StringComparison.Ordinal);
    }
}
