using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>A year of calls, mails and mishaps by chance: whatever happens, the rules of the calendar hold.</summary>
public sealed class YearTests
{
    /// <summary>Names how many years are played; more than a build has time for.</summary>
    private const string Variable = "JCACOP_YEARS";

    private const int Customary = 12;

    [Fact]
    public void A_year_of_downtime_kills_wrong_clocks_bounces_and_absences_keeps_the_rules()
    {
        var years = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : Customary;
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            foreach (var (what, count) in PlayAsync(seed).GetAwaiter().GetResult()) seen[what] = seen.GetValueOrDefault(what) + count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(years));
        // The dice must have brought what the property speaks of, or it holds for nothing.
        foreach (var what in new[] { "reminder", "escalation", "kill", "absence", "bounce", "answer", "down", "wrong clock", "extension", "two workers" })
            Assert.True(seen.GetValueOrDefault(what) > 0, $"no {what} in {string.Join(", ", seen)}");
    }

    private static async Task<Dictionary<string, int>> PlayAsync(int seed)
    {
        await using var year = new ChanceYear(seed);
        await year.PlayAsync();
        return year.Seen;
    }
}
