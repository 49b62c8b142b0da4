using JcaCop.Worker.Settings;
using Xunit;

namespace JcaCop.Worker.Tests.Jobs;

public sealed class WorkerNameTests
{
    [Fact]
    public void A_name_fits_its_column_and_two_directories_have_two_names_however_long_they_are()
    {
        var number = Guid.Parse("3b241101-e2bb-4255-8caf-4136c566a962");
        Assert.Equal("host:/var/lib/jcacop:3b241101-e2bb-4255-8caf-4136c566a962", WorkerName.Of("host", "/var/lib/jcacop", number));
        var deep = "/" + new string('d', 3000);
        var one = WorkerName.Of("host", deep + "/a", number);
        Assert.Equal(WorkerName.Longest, one.Length);
        Assert.Equal(one, WorkerName.Of("host", deep + "/a", number));
        Assert.NotEqual(one, WorkerName.Of("host", deep + "/b", number));
    }

    [Fact]
    public void A_worker_is_known_again_after_a_restart_and_two_that_look_alike_are_told_apart()
    {
        var volumes = Directory.CreateTempSubdirectory("jcacop-identity-").FullName;
        try
        {
            string first;
            using (var one = new WorkerIdentity("host", Path.Combine(volumes, "one")))
            {
                first = one.Name;
                // A verb beside the service, or a second container on the volume.
                using var beside = new WorkerIdentity("host", Path.Combine(volumes, "one"));
                Assert.NotEqual(first, beside.Name);
            }
            using (var again = new WorkerIdentity("host", Path.Combine(volumes, "one"))) Assert.Equal(first, again.Name);

            // Another container has the same host name and sees its own volume under the same path.
            Directory.Move(Path.Combine(volumes, "one"), Path.Combine(volumes, "elsewhere"));
            using (var other = new WorkerIdentity("host", Path.Combine(volumes, "one"))) Assert.NotEqual(first, other.Name);
            Assert.Equal([WorkerIdentity.FileName], Directory.EnumerateFileSystemEntries(Path.Combine(volumes, "one")).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(volumes, recursive: true);
        }
    }

    [Fact]
    public void A_directory_that_cannot_be_written_makes_a_worker_of_its_own()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var one = new WorkerIdentity("host", Path.Combine(file, "below"));
            using var two = new WorkerIdentity("host", Path.Combine(file, "below"));
            Assert.NotEqual(one.Name, two.Name);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
