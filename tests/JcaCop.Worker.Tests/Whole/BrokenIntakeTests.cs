namespace JcaCop.Worker.Tests.Whole;

/// <summary>A service that dies while it takes a mail, and is started again, ends where one ends that never died: register, history, letters, audit, files.</summary>
public sealed class BrokenIntakeTests
{
    [Fact]
    public async Task Whatever_statement_it_dies_before_each_mail_ends_as_if_nothing_had_happened()
    {
        using var walk = await CrashWalk.BeginAsync();
        // Mails go the same way for the most part: of each three neighbours every statement has its turn.
        foreach (var (index, mail) in AllMails.Mails.Index()) await walk.DieTakingAsync(mail, 1 + (index % 3), every: 3);
        foreach (var mail in AllMails.About(await walk.SendAsync())) await walk.DieTakingAsync(mail);
        Assert.True(walk.Deaths > 250, $"it died only {walk.Deaths} times");
    }
}
