using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Stores;

/// <summary>How the schema comes into a database on SQL Server, where several workers may start at the same time.</summary>
public sealed class UpgradeOnSqlServerTests
{
    [Fact]
    public async Task Workers_that_start_at_once_make_one_database_and_each_finds_it_whole()
    {
        var server = TestDatabase.FreshOnSqlServer();
        var workers = Enumerable.Range(0, 3).Select(_ => new SqlServerDatabase(server)).ToList();
        var applied = await Task.WhenAll(workers.Select(worker => Task.Run(worker.Upgrade)));
        Assert.Single(applied, scripts => scripts.Count > 0);
        Assert.All(workers, worker => Assert.Empty(worker.Status().Pending));
        Assert.Empty(workers[0].Upgrade());
        foreach (var worker in workers.Skip(1)) await worker.DisposeAsync();
        await TestDatabase.DropAsync(workers[0]);
    }
}
