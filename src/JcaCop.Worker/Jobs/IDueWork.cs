using JcaCop.Register;

namespace JcaCop.Worker.Jobs;

/// <summary>Work that the calendar starts. It asks the register what is due and not yet done, so that starting it once too often does no harm.</summary>
internal interface IDueWork
{
    /// <returns>What there is to tell, one sentence; null where nothing was due.</returns>
    Task<string?> RunAsync(CancellationToken stop);

    /// <summary>When something will be due, as far as the register tells now. For the virtual clock, which passes over looks at which nothing can be due.</summary>
    /// <returns>UTC; null where nothing is in sight.</returns>
    Task<DateTimeOffset?> NextAsync(CancellationToken stop) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Letters that will leave by themselves until an instant, as far as the register tells now: for <c>preview</c> and the digest.</summary>
    /// <param name="until">UTC.</param>
    Task<IReadOnlyList<ComingLetter>> ComingAsync(Group group, DateTimeOffset until, CancellationToken stop) => Task.FromResult<IReadOnlyList<ComingLetter>>([]);
}
