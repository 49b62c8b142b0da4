using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>One look of the calendar.</summary>
/// <param name="Ran">Jobs that ran to their end.</param>
/// <param name="Letters">That the look brought.</param>
/// <param name="Before">Open obligations, and what was done about them.</param>
internal sealed record YearLook(IReadOnlySet<Type> Ran, IReadOnlyList<OutboxLine> Letters, IReadOnlyDictionary<long, RemindedObligation> Before, IReadOnlyDictionary<long, RemindedObligation> After)
{
    public IEnumerable<OutboxLine> Of(string kind) => Letters.Where(letter => letter.Kind == kind);
}

/// <summary>A part of the story: draws what happens, knows what happened, and holds what the service does against it.</summary>
internal abstract class YearSubject(ChanceYear year)
{
    protected ChanceYear Year { get; } = year;

    protected YearDice Dice => Year.Dice;

    public abstract void Draw();

    /// <summary>Whether what is owed has been given, or is not owed any more: nobody is reminded of it.</summary>
    public virtual bool IsSettled(ObligationEntry owed) => false;

    /// <summary>Holds a look of the calendar against the story.</summary>
    public virtual Task HoldAsync(YearLook look) => Task.CompletedTask;

    /// <summary>The clock is right, and the job ran to its end: what could be done must be done.</summary>
    protected bool MustBeDone(YearLook look, Type job) => Year.IsRight && look.Ran.Contains(job);

    protected static void Must(bool holds, string otherwise) => ChanceYear.Must(holds, otherwise);
}
