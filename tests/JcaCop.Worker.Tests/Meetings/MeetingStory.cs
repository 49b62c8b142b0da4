using System.Text;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;
using Xunit;

namespace JcaCop.Worker.Tests.Meetings;

/// <summary>A seventh meeting on 5 November 2012 with the service's own intake and jobs; the clock stands at 1 October.</summary>
public abstract class MeetingStory : IAsyncDisposable
{
    private protected const string Minister = "h.kamara@ministry.example";

    /// <summary>The clock stands at 1 October 2012.</summary>
    private protected readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:List"] = "list@union.example", ["Groups:g:Copies:0"] = "ITU-T TSAG" });

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task OpenAsync()
    {
        Assert.Equal(0, (await rig.RunAsync("member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email sg17@union.example")).Code);
        Assert.Equal(0, (await rig.RunAsync("member add \"Ministry of Australia\" --country AU --email post@ministry.example --language fr")).Code);
        Assert.Equal(0, (await rig.RunAsync("meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7 --details \"Code 55\"")).Code);
    }

    private protected async Task<IReadOnlyList<MimeMessage>> DueAsync(string day)
    {
        rig.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day, null), new TimeOnly(9, 0), TimeSpan.Zero));
        await SettleAsync(rig.Get<ArchiveJob>());
        await SettleAsync(rig.Get<MeetingJob>());
        return await rig.SendAsync();
    }

    /// <summary>A job finds nothing more to do after a few runs at one time.</summary>
    private protected static async Task SettleAsync(IDueWork work)
    {
        for (var runs = 0; await work.RunAsync(TestContext.Current.CancellationToken) is { } told; runs++) Assert.True(runs < 10, told);
    }

    private protected static IEnumerable<string> To(IEnumerable<MimeMessage> letters) => letters.Select(letter => letter.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal);

    private protected static string Raw(TalkRig rig, string from, string subject, string body, string file, string content) =>
        $"From: {from}\r\nTo: {TalkRig.Desk}\r\nSubject: {subject}\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <{Guid.NewGuid():N}@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + $"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n--x\r\nContent-Type: application/octet-stream; name=\"{file}\"\r\nContent-Disposition: attachment; filename=\"{file}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\r\n--x--\r\n";
}
