using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Whoever was asked by a circular is told when its closing date moves or it is called off.</summary>
public sealed class MovedCallsTests : IAsyncDisposable
{
    private const string Jeanne = "jeanne@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string Members = $"member add \"Administration of Australia\" --country AU --email {Jeanne} --language fr\nmember add \"Administration of New Zealand\" --country NZ --email {Kiri}\n";
    private const string Open = "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-10";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static IReadOnlyList<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => [.. letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address))];

    private Task AnswerAsync() => rig.MailAsync(Kiri, "TSB Circular 313", "Dear Sir,\n\nWith reference to TSB Circular 313, we have no organization to nominate.");

    [Fact]
    public async Task A_new_closing_date_is_told_once_to_whoever_owes_and_to_whom_it_brings_in_time_each_in_their_language()
    {
        await rig.OrderAsync(Members + Open);
        await rig.LiveUntilAsync(new(2012, 10, 12, 8, 0, 0, TimeSpan.Zero));
        await rig.MailAsync(Kiri, "TSB Circular 313", "With reference to TSB Circular 313, the Administration of New Zealand nominates the following organization:\n\nOrganization: Lantern Children's Network\nCountry: New Zealand\nContact person: Ms Anna Sample\nE-mail: anna.sample@lantern.example");
        await rig.SendAsync();

        await rig.MailAsync(TalkRig.Secretary, "Orders", "call extend 313 --to 2012-10-31 --why \"Corrigendum 1\"", TalkRig.Passed);
        var told = await rig.SendAsync();
        var french = Assert.Single(To(told, Jeanne));
        Assert.StartsWith("Nouvelle date limite", french.Subject, StringComparison.Ordinal);
        Assert.Contains("31 octobre 2012", french.TextBody, StringComparison.Ordinal);
        Assert.Contains("Corrigendum 1", french.TextBody, StringComparison.Ordinal);
        Assert.Contains("is now in time", Assert.Single(To(told, Kiri)).TextBody, StringComparison.Ordinal);

        await rig.OrderAsync("call extend 313 --to 2012-10-31");
        Assert.Equal(2, (await rig.LettersAsync()).Count(letter => letter.Kind == "call-extended"));

        // A fortnight before the new day is 17 October; who answered is left in peace.
        var reminders = To(await rig.LiveUntilAsync(new(2012, 10, 31, 20, 0, 0, TimeSpan.Zero)), Jeanne);
        Assert.Equal(["2012-10-17", "2012-10-24", "2012-10-29", "2012-10-31"], reminders.Select(letter => letter.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(To(await rig.LiveUntilAsync(new(2012, 11, 1, 20, 0, 0, TimeSpan.Zero)), Kiri));
    }

    [Fact]
    public async Task No_reminder_follows_on_the_heels_of_the_letter_that_moved_the_closing_date()
    {
        await rig.OrderAsync(Members + Open);
        rig.Clock.SetUtcNow(new(2012, 10, 8, 20, 0, 0, TimeSpan.Zero));
        await rig.OrderAsync("call extend 313 --to 2012-10-16");
        var letters = To(await rig.LiveUntilAsync(new(2012, 10, 16, 20, 0, 0, TimeSpan.Zero)), Jeanne);
        // The step of a week before, 9 October, passes.
        Assert.Equal([12, 16], letters.Select(letter => letter.Date.Day));
    }

    [Fact]
    public async Task Who_holds_a_circular_that_is_called_off_is_told_once_whether_he_has_answered_or_not()
    {
        await rig.OrderAsync(Members + Open);
        await AnswerAsync();
        await rig.SendAsync();
        await rig.MailAsync(TalkRig.Secretary, "Orders", "call cancel 313 --why \"replaced by Circular 314\"", TalkRig.Passed);
        var told = await rig.SendAsync();
        Assert.Contains("Aucune réponse n’est plus attendue", Assert.Single(To(told, Jeanne)).TextBody, StringComparison.Ordinal);
        var thanked = Assert.Single(To(told, Kiri)).TextBody!;
        Assert.Contains("Thank you for your reply", thanked, StringComparison.Ordinal);
        Assert.Contains("replaced by Circular 314", thanked, StringComparison.Ordinal);
        Assert.Contains("cancelled", await rig.OrderAsync("call cancel 313"), StringComparison.Ordinal);
        await rig.LiveUntilAsync(new(2012, 11, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await rig.LettersAsync()).Count(letter => letter.Kind == "call-cancelled"));
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "call-reminder" && letter.CreatedAt > new DateTimeOffset(2012, 10, 2, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("call extend 313 --to 2012-10-31")]
    [InlineData("call cancel 313")]
    public async Task Nobody_is_written_to_whom_the_circular_has_never_reached_and_who_that_is_is_told(string order)
    {
        await rig.OrderAsync(Members + Open + " --no-letters");
        var told = await rig.OrderAsync(order);
        Assert.Contains("Not told", told, StringComparison.Ordinal);
        Assert.Contains("Administration of Australia; Administration of New Zealand", told, StringComparison.Ordinal);
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind is "call-extended" or "call-cancelled");
    }

    [Theory]
    [InlineData("call extend 313 --to 2012-10-31 --no-letters")]
    [InlineData("call cancel 313 --no-letters")]
    public async Task The_secretariat_may_tell_them_itself(string order)
    {
        await rig.OrderAsync(Members + Open);
        await rig.OrderAsync(order);
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind is "call-extended" or "call-cancelled");
    }

    [Fact]
    public async Task Whoever_answers_a_circular_that_was_called_off_is_told_so()
    {
        await rig.OrderAsync(Members + Open);
        await rig.OrderAsync("call cancel 313 --no-letters");
        await rig.SendAsync();
        await AnswerAsync();
        var receipt = Assert.Single(To(await rig.SendAsync(), Kiri));
        Assert.Contains("was called off before", receipt.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
