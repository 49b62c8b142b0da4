using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

public sealed class SyncedTests : IDisposable
{
    private const int Full = 2, Off = 0;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcacop-synced-");

    [Fact]
    public async Task The_register_of_a_service_waits_for_the_disk_at_each_commit() => Assert.Equal(Full, await SynchronousAsync(new SqliteDatabase(File)));

    [Fact]
    public async Task A_register_that_nobody_misses_does_not_wait_for_the_disk() => Assert.Equal(Off, await SynchronousAsync(new SqliteDatabase(File) { Synced = false }));

    public void Dispose() => folder.Delete(recursive: true);

    private string File => Path.Combine(folder.FullName, "register.db");

    /// <summary>What the connection that writes is set to.</summary>
    private static async Task<int> SynchronousAsync(SqliteDatabase opened)
    {
        await using var database = opened;
        database.Upgrade();
        return await database.WriteAsync(async session => (await session.FirstOrDefaultAsync<Setting>(Statement.Of("SELECT synchronous AS Value FROM pragma_synchronous", "")))!.Value, TestContext.Current.CancellationToken);
    }

    private sealed record Setting
    {
        public required int Value { get; init; }
    }
}
