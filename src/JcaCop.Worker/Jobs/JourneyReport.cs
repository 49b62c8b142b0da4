namespace JcaCop.Worker.Jobs;

/// <summary>What became of the mails of one journey.</summary>
/// <param name="Taken">New in the register.</param>
/// <param name="Postponed">Could not be recorded now; they wait for a later try.</param>
/// <param name="Moved">Out of the inbox, repeated deliveries among them.</param>
public sealed record JourneyReport(int Taken, int Processed, int Held, int SetAside, int Postponed, int Moved)
{
    public static JourneyReport Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    public static JourneyReport operator +(JourneyReport one, JourneyReport other) => new(
        one.Taken + other.Taken, one.Processed + other.Processed, one.Held + other.Held,
        one.SetAside + other.SetAside, one.Postponed + other.Postponed, one.Moved + other.Moved);
}
