namespace JcaCop.Register.Deciding;

/// <summary>How many automatic answers an address has had. Two services that answer each other stop here.</summary>
/// <param name="WindowStart">When the present window began.</param>
/// <param name="DayStart">Midnight UTC of the day counted.</param>
public sealed record AnswerBudget(DateTimeOffset WindowStart, int WindowCount, DateTimeOffset DayStart, int DayCount)
{
    public static AnswerBudget Fresh { get; } = new(DateTimeOffset.MinValue, 0, DateTimeOffset.MinValue, 0);

    /// <summary>The budget as it stands now: what has run out counts no more.</summary>
    public AnswerBudget At(DateTimeOffset now, TimeSpan window)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var fresh = now < WindowStart || now - WindowStart >= window;
        return new AnswerBudget(fresh ? now : WindowStart, fresh ? 0 : WindowCount, day, DayStart == day ? DayCount : 0);
    }

    public AnswerBudget Spend() => this with { WindowCount = WindowCount + 1, DayCount = DayCount + 1 };
}
