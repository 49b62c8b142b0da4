using JcaCop.Worker.Commands;
using JcaCop.Worker.Tests.Conversing;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>Lists and reports as files for Word and Excel, by the verbs.</summary>
public sealed class DocumentVerbsTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17" });
    private readonly string folder = Directory.CreateTempSubdirectory("jcacop-documents-").FullName;

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string In(string name) => Path.Combine(folder, name);

    [Fact]
    public async Task Tables_are_written_as_workbooks_and_a_year_as_a_document()
    {
        await rig.RunAsync("member add \"Ministry of Australia\" --country AU --email post@ministry.example");
        Assert.Equal(0, (await rig.RunAsync("call open \"Circular 9\" --kind nomination --title \"Organizations\" --to administrations")).Code);
        foreach (var line in new[] { $"export --out {In("register.xlsx")}", $"call answers 9 --out {In("follow-up.xlsx")}", $"report annual 2012 --out {In("annual.docx")}" })
        {
            var (code, printed) = await rig.RunAsync(line);
            Assert.True(code == ExitCode.Ok, printed);
            var file = line[(line.IndexOf("--out ", StringComparison.Ordinal) + 6)..];
            Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..2]);
        }
        Assert.Equal(ExitCode.Usage, (await rig.RunAsync("export members --format xlsx")).Code);
        Assert.Equal(ExitCode.Usage, (await rig.RunAsync($"report annual 2012 --out {In("annual.pdf")}")).Code);
        Assert.Equal(ExitCode.Usage, (await rig.RunAsync($"report annual 2031 --out {In("annual.docx")}")).Code);
    }

    [Fact]
    public async Task A_list_of_nobody_is_not_sent()
    {
        Assert.Equal(ExitCode.Usage, (await rig.RunAsync("meeting send-participants 7")).Code);
        await rig.RunAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva");
        var (planned, why) = await rig.RunAsync("meeting send-participants 7");
        Assert.Equal(ExitCode.Usage, planned);
        Assert.Contains("is planned", why, StringComparison.Ordinal);
        await rig.RunAsync("meeting announce 7");
        Assert.Contains("nobody is registered", (await rig.RunAsync("meeting send-participants 7")).Printed, StringComparison.Ordinal);
    }
}
