using JcaCop.Worker.Watching;

namespace JcaCop.Worker.Tests.Jobs;

public sealed class MemoryAtRestTests : IDisposable
{
    private const long Much = 10 * MemoryAtRest.Worthwhile;

    private readonly MemoryAtRest memory = new(TimeProvider.System);

    public void Dispose() => memory.Dispose();

    [Fact]
    public void Memory_is_given_back_once_when_work_is_over()
    {
        Assert.False(memory.IsDue(Much)); // it works
        Assert.False(memory.IsDue(2 * Much)); // still
        Assert.True(memory.IsDue((2 * Much) + 1000));
        Assert.False(memory.IsDue((2 * Much) + 2000));
    }

    [Fact]
    public void What_a_resting_service_allocates_little_by_little_is_given_back_when_it_is_worth_it()
    {
        const long little = MemoryAtRest.AtWork / 2;
        var times = Enumerable.Range(1, 64).Count(look => memory.IsDue(look * little));
        Assert.Equal(64 * little / MemoryAtRest.Worthwhile, times);
    }
}
