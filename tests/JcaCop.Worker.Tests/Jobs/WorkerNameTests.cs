using JcaCop.Worker.Settings;
using Xunit;

namespace JcaCop.Worker.Tests.Jobs;

public sealed class WorkerNameTests
{
    [Fact]
    public void A_name_fits_its_column_and_two_directories_have_two_names_however_long_they_are()
    {
        Assert.Equal("host:/var/lib/jcacop", WorkerName.Of("host", "/var/lib/jcacop"));
        var deep = "/" + new string('d', 3000);
        var one = WorkerName.Of("host", deep + "/a");
        Assert.Equal(WorkerName.Longest, one.Length);
        Assert.Equal(one, WorkerName.Of("host", deep + "/a"));
        Assert.NotEqual(one, WorkerName.Of("host", deep + "/b"));
    }
}
