using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Substantive comments are answered by the adjusted proposal that all addressees get, and by nothing else.</summary>
public sealed class AdjustedProposalsTests : IAsyncDisposable
{
    private const string Jeanne = "jeanne@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string Members = $"member add \"Administration of Australia\" --country AU --email {Jeanne} --language fr\nmember add \"Administration of New Zealand\" --country NZ --email {Kiri}\n";
    private const string Consultation = "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static IReadOnlyList<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => [.. letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address))];

    private async Task<CallEntry> CallAsync() => Assert.Single((await rig.RegisterAsync()).All<CallEntry>());

    /// <summary>New Zealand objects, and the closing is put off to 29 November.</summary>
    private async Task PutOffAsync()
    {
        await rig.OrderAsync(Members + Consultation);
        await rig.MailAsync(Kiri, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task While_nobody_has_got_the_adjusted_proposal_an_objection_stands_nobody_is_reminded_and_the_closing_waits_for_a_person()
    {
        await PutOffAsync();
        var tally = await rig.OrderAsync("call tally 270");
        Assert.Contains("not made available again yet", tally, StringComparison.Ordinal);
        Assert.Contains("not approved: substantive comments", tally, StringComparison.Ordinal);
        await rig.SendAsync();
        var letters = await rig.LiveUntilAsync(new(2012, 12, 6, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(CallState.Open, (await CallAsync()).State);
        Assert.Empty(To(letters, Jeanne));
        Assert.Contains("call adjust \"TSB Circular 270\"", Assert.Single(To(letters, TalkRig.Secretary), letter => letter.Subject!.Contains("cannot be closed yet", StringComparison.Ordinal)).TextBody, StringComparison.Ordinal);
        await rig.OrderAsync("call close 270");
        Assert.Equal((CallState.Closed, CallOutcome.NotApproved), ((await CallAsync()).State, (await CallAsync()).Result!.Sheet.Outcome));
    }

    [Fact]
    public async Task The_adjusted_proposal_goes_to_all_who_objected_too_and_from_it_the_new_round_counts()
    {
        await PutOffAsync();
        await rig.SendAsync();
        await rig.MailAsync(TalkRig.Secretary, "Orders", "call adjust 270\n\nThe group coordinates, and makes no studies.", TalkRig.Passed);
        var told = await rig.SendAsync();
        var french = Assert.Single(To(told, Jeanne));
        Assert.StartsWith("Proposition adaptée", french.Subject, StringComparison.Ordinal);
        Assert.Contains("aucune réponse de votre part", french.TextBody, StringComparison.Ordinal);
        var objector = Assert.Single(To(told, Kiri)).TextBody!.ReplaceLineEndings(" ");
        Assert.Contains("The group coordinates, and makes no studies.", objector, StringComparison.Ordinal);
        Assert.Contains("please say so again", objector, StringComparison.Ordinal);
        // Four weeks from the day on which it was made available.
        Assert.Contains("30 November 2012", objector, StringComparison.Ordinal);
        Assert.Contains("adjusted", await rig.OrderAsync("call show 270"), StringComparison.Ordinal);

        await rig.LiveUntilAsync(new(2012, 12, 4, 12, 0, 0, TimeSpan.Zero));
        var result = (await CallAsync()).Result!;
        Assert.Equal(CallOutcome.Approved, result.Sheet.Outcome);
        Assert.Contains("made available to all addressees again on 2 November 2012", result.Circular, StringComparison.Ordinal);
        Assert.Contains("not repeated on the adjusted proposal: 1.", result.Circular, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_objected_is_reminded_of_the_adjusted_proposal_as_long_as_it_says_nothing_on_it()
    {
        await rig.OrderAsync(Members + Consultation);
        await rig.MailAsync(Kiri, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        await rig.MailAsync(Jeanne, "Circulaire TSB 270", "L'Administration de l'Australie s'oppose à la création de la JCA-EX.");
        await rig.LiveUntilAsync(new(2012, 11, 2, 12, 0, 0, TimeSpan.Zero));
        await rig.OrderAsync("call adjust 270", "The group coordinates, and makes no studies.");
        var reminded = await rig.LiveUntilAsync(new(2012, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var reminder = Assert.Single(To(reminded, Kiri), letter => letter.Subject!.StartsWith("Reminder", StringComparison.Ordinal));
        Assert.Contains("please say so again", reminder.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("No reply from you", reminder.TextBody, StringComparison.Ordinal);
        Assert.Contains("veuillez le redire", Assert.Single(To(reminded, Jeanne), letter => letter.Subject!.StartsWith("Rappel", StringComparison.Ordinal)).TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);

        // Whoever says it again, and whose comment asks for nothing by the secretariat's word, owes nothing more.
        await rig.MailAsync(Kiri, "TSB Circular 270", "On TSB Circular 270: the Administration of New Zealand still objects to the establishment of JCA-EX.");
        await rig.OrderAsync("call comment 270 AU --substantive no");
        Assert.All((await rig.RegisterAsync()).All<ObligationEntry>(), owed => Assert.Equal(ObligationState.Met, owed.State));
        Assert.DoesNotContain(await rig.LiveUntilAsync(new(2012, 11, 30, 12, 0, 0, TimeSpan.Zero)),
            letter => letter.Subject!.Contains("270", StringComparison.Ordinal) && letter.To.Mailboxes.Any(to => to.Address is Jeanne or Kiri));
        await rig.LiveUntilAsync(new(2012, 12, 4, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(CallOutcome.NotApproved, (await CallAsync()).Result!.Sheet.Outcome);
    }

    [Fact]
    public async Task Without_a_text_or_a_proposal_nothing_is_adjusted_and_what_was_sent_by_other_means_is_only_noted()
    {
        await PutOffAsync();
        Assert.Contains("What is the adjusted proposal?", await rig.OrderAsync("call adjust 270"), StringComparison.Ordinal);
        Assert.Null((await CallAsync()).Adjusted);
        await rig.OrderAsync("call adjust 270 --no-letters");
        Assert.Equal(new DateOnly(2012, 11, 2), (await CallAsync()).Adjusted!.On);
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "call-adjusted");
        await rig.OrderAsync("call open \"TSB Circular 313\" --kind nomination --title \"Nomination\" --no-letters");
        Assert.Contains("is no consultation", await rig.OrderAsync("call adjust 313 --text x"), StringComparison.Ordinal);
    }
}
