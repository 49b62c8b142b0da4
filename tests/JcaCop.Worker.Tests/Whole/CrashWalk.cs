using System.Globalization;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>Goes on step by step; each step is done once without trouble, and once for each of its statements, or some, by a service that dies before it and is started again.</summary>
/// <param name="data">Data directory of the service as it stands now.</param>
internal sealed class CrashWalk(string data) : IDisposable
{
    /// <summary>Statements before which a service has died.</summary>
    public int Deaths { get; private set; }

    public void Dispose() => Directory.Delete(data, recursive: true);

    /// <summary>A walk that begins where everything is open of which the mails speak.</summary>
    public static async Task<CrashWalk> BeginAsync()
    {
        await using var service = new WholeService(null, AllMails.Start);
        foreach (var verb in AllMails.Verbs)
        {
            var (code, printed) = await service.Rig.RunAsync(verb);
            Assert.True(code == 0, $"{verb}: {printed}");
        }
        return new CrashWalk(await service.EndAsync());
    }

    /// <summary>Takes a mail and dies nowhere.</summary>
    public async Task TakeAsync(StoryMail mail)
    {
        await using var service = new WholeService(data, mail.At.AddSeconds(2));
        await service.Rig.DeliverAsync(mail.FileName, mail.Raw, mail.At);
        await service.Rig.DrainAsync();
        await service.EndAsync();
    }

    /// <summary>Takes a mail, and dies on the way.</summary>
    /// <param name="every">Before each so-manieth statement, beginning with <paramref name="first"/>.</param>
    public async Task DieTakingAsync(StoryMail mail, int first = 1, int every = 1)
    {
        await using (var service = new WholeService(data, mail.At))
        {
            await service.Rig.DeliverAsync(mail.FileName, mail.Raw, mail.At);
            await service.EndAsync();
        }
        await DieAsync(mail.Name, mail.At.AddSeconds(2), rig => rig.DrainAsync(), first, every);
    }

    /// <summary>Sends what is due, and dies nowhere: what became of a letter that was on its way is unknown by design.</summary>
    /// <returns>Message-ID of a circular that left.</returns>
    public async Task<string> SendAsync()
    {
        await using var service = new WholeService(data, AllMails.Start.AddHours(30));
        await service.Rig.SendAsync();
        var letter = (await service.Rig.LettersAsync()).First(one => one.Kind == "call").InternetId;
        await service.EndAsync();
        return letter;
    }

    public async Task DieAsync(string step, DateTimeOffset at, Func<TalkRig, Task> act, int first = 1, int every = 1)
    {
        var (after, began, statements) = await StraightAsync(at, act);
        var wanted = await WholeState.OfAsync(after);
        Assert.True(statements > 0, step);
        for (var n = first; n <= statements; n += every)
        {
            Deaths++;
            var dying = new WholeService(WholeService.Copy(data), at, began + n);
            await dying.Rig.StartAsync();
            await Record.ExceptionAsync(() => act(dying.Rig));
            var next = new WholeService(await dying.EndAsync(), at);
            await next.Rig.StartAsync();
            await act(next.Rig);
            var left = await next.EndAsync();
            var difference = WholeState.Difference(wanted, await WholeState.OfAsync(left));
            Directory.Delete(left, recursive: true);
            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"{step}, statement {n} of {statements}:\n{difference}"));
        }
        Directory.Delete(data, recursive: true);
        data = after;
    }

    private async Task<(string After, int Began, int Statements)> StraightAsync(DateTimeOffset at, Func<TalkRig, Task> act)
    {
        await using var service = new WholeService(WholeService.Copy(data), at);
        await service.Rig.StartAsync();
        var began = service.Statements;
        await act(service.Rig);
        var statements = service.Statements - began;
        return (await service.EndAsync(), began, statements);
    }
}
