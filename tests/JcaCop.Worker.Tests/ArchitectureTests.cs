using System.Reflection;

namespace JcaCop.Worker.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] Way = ["JcaCop.Reading", "JcaCop.Register", "JcaCop.Post", "jcacop"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void References_run_one_way_along_the_stages(int stage)
    {
        var assembly = Assembly.Load(Way[stage]);
        var known = assembly.GetReferencedAssemblies().Select(name => name.Name).Intersect(Way).ToList();
        Assert.DoesNotContain(known, name => Array.IndexOf(Way, name) >= stage);
    }

    [Theory]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Microsoft.Data.SqlClient")]
    [InlineData("Dapper")]
    [InlineData("MailKit")]
    [InlineData("System.Net.Sockets")]
    [InlineData("Microsoft.Extensions.Options")]
    public void Reading_knows_no_database_network_or_setting(string forbidden)
    {
        var assembly = Assembly.Load("JcaCop.Reading");
        Assert.DoesNotContain(assembly.GetReferencedAssemblies(), name => name.Name == forbidden);
    }
}
