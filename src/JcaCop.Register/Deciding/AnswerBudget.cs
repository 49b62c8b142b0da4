namespace JcaCop.Register.Deciding;

/// <summary>How many automatic answers an address has had. Two services that answer each other stop here.</summary>
/// <param name="WindowStart">When the present window began.</param>
/// <param name="DayStart">Midnight UTC of the day counted.</param>
public sealed record AnswerBudget(DateTimeOffset WindowStart, int WindowCount, DateTimeOffset DayStart, int DayCount)
{
    public static AnswerBudget Fresh { get; } = new(DateTimeOffset.MinValue, 0, DateTimeOffset.MinValue, 0);

    /// <summary>
    /// The budget as it stands now. What was spent falls by half with each window that has passed, so that an address that always
    /// spends all gets less; the day's count ends with the day.
    /// </summary>
    public AnswerBudget At(DateTimeOffset now, TimeSpan window)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var passed = now < WindowStart ? 0 : Math.Min(31, (long)((now - WindowStart) / window));
        return new AnswerBudget(passed == 0 && now >= WindowStart ? WindowStart : now, WindowCount >> (int)passed, day, DayStart == day ? DayCount : 0);
    }

    public AnswerBudget Spend() => this with { WindowCount = WindowCount + 1, DayCount = DayCount + 1 };
}
