using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>A year of calls, mails and mishaps by chance: whatever happens, the rules of the calendar hold.</summary>
public sealed class YearTests
{
    /// <summary>Names how many years are played; more than a build has time for.</summary>
    private const string Variable = "JCACOP_YEARS";

    private const int Customary = 10;

    /// <summary>Seeds of years into which everything is put that may happen; what the dice leave open differs.</summary>
    public static TheoryData<int> Eventful => [1, 2, 3];

    [Fact]
    public void A_year_of_downtime_kills_wrong_clocks_bounces_and_absences_keeps_the_rules()
    {
        var years = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : Customary;
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            PlayAsync(seed, eventful: false).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(years));
    }

    /// <summary>What the property speaks of must be able to happen, or it holds for nothing: here it does, whatever the dice of the day.</summary>
    [Theory, MemberData(nameof(Eventful))]
    public async Task A_year_in_which_everything_happens_keeps_the_rules(int seed)
    {
        var seen = await PlayAsync(seed, eventful: true);
        foreach (var what in new[] { "reminder", "escalation", "kill", "absence", "bounce", "answer", "down", "wrong clock", "extension", "two workers" })
            Assert.True(seen.GetValueOrDefault(what) > 0, $"no {what} in {string.Join(", ", seen)}");
    }

    private static async Task<Dictionary<string, int>> PlayAsync(int seed, bool eventful)
    {
        await using var year = new ChanceYear(seed, eventful);
        await year.PlayAsync();
        return year.Seen;
    }
}
