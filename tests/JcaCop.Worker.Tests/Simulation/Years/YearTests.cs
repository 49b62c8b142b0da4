using System.Collections.Concurrent;
using System.Globalization;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>A year of calls, meetings, statements, seats, mails and mishaps by chance: whatever happens, the rules of the calendar hold.</summary>
public sealed class YearTests
{
    /// <summary>Names how many years are played; more than a build has time for.</summary>
    private const string Variable = "JCACOP_YEARS";

    /// <summary>Names the seed of the first year, the others follow it; otherwise all are drawn.</summary>
    private const string First = "JCACOP_YEARS_FROM";

    private const int Customary = 4;

    /// <summary>Seeds of years into which everything is put that may happen; what the dice leave open differs.</summary>
    public static TheoryData<int> Eventful => [1, 2];

    [Fact]
    public async Task A_year_of_downtime_kills_wrong_clocks_bounces_and_absences_keeps_the_rules()
    {
        var broken = new ConcurrentBag<string>();
        var first = Told(First);
        var seeds = Enumerable.Range(0, Told(Variable) ?? Customary).Select(n => first + n ?? Random.Shared.Next());
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ChanceYear.Stop }, async (seed, _) =>
        {
            try
            {
                await PlayAsync(seed, eventful: false);
            }
            catch (InvalidOperationException failure)
            {
                broken.Add(failure.Message);
            }
        });
        Assert.True(broken.IsEmpty, string.Join("\n\n", broken.Order(StringComparer.Ordinal)));
    }

    /// <summary>What the property speaks of must be able to happen, or it holds for nothing: here it does, whatever the dice of the day.</summary>
    [Theory, MemberData(nameof(Eventful))]
    public async Task A_year_in_which_everything_happens_keeps_the_rules(int seed)
    {
        var seen = await PlayAsync(seed, eventful: true);
        foreach (var what in new[] { "reminder", "escalation", "kill", "absence", "bounce", "answer", "down", "wrong clock", "extension", "two workers", "meeting-announcement", "contributions-call", "report-request", "routed", "seat asked", "mandate told", "digest", "bounce of another", "contribution announced", "deputy", "report refused", "calendar entry" })
            Assert.True(seen.GetValueOrDefault(what) > 0, $"no {what} in {string.Join(", ", seen)}");
    }

    private static int? Told(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : null;

    private static async Task<Dictionary<string, int>> PlayAsync(int seed, bool eventful)
    {
        await using var year = new ChanceYear(seed, eventful);
        await year.PlayAsync();
        return year.Seen;
    }
}
