namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>What is left to chance in a year.</summary>
/// <param name="eventful">Whether everything that may happen does: each die then falls on the side on which something happens.</param>
internal sealed class YearDice(int seed, bool eventful)
{
    public static readonly DateTimeOffset Start = new(2015, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset End = Start.AddDays(365);

    private readonly Random random = new(seed);

    public bool IsEventful => eventful;

    public int Next(int sides) => random.Next(sides);

    public int Next(int from, int until) => random.Next(from, until);

    /// <summary>A die with so many sides; one of them makes it happen.</summary>
    public bool Happens(int sides) => random.Next(sides) == 0 || eventful;

    public int Some(int sides) => random.Next(sides) is var some && some == 0 && eventful ? 1 : some;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public DateTimeOffset Chance(int firstDay, int lastDay) => Start.AddMinutes(random.Next(firstDay * 1440, lastDay * 1440));

    public DateTimeOffset Between(DateTimeOffset from, DateOnly last) => Between(from, new DateTimeOffset(last.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero));

    public DateTimeOffset Between(DateTimeOffset from, DateTimeOffset until) => from.AddMinutes(random.Next(1, Math.Max(2, (int)(until - from).TotalMinutes)));
}
