using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Mails that wait for a person: whoever has written is not reminded, and the secretariat hears of each.</summary>
public sealed class WaitingMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string House = "liaison@standards-house.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Mailboxes:0:SizeLimit"] = "65536" });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static List<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => [.. letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address))];

    [Fact]
    public async Task A_statement_in_reply_that_waits_ends_the_reminders_rejected_it_lets_them_go_on_and_accepted_it_settles_what_its_committee_owed()
    {
        await rig.OrderAsync($"member add ETSI --sort external --body ETSI --email {House}");
        await rig.OrderAsync("liaison draft \"age verification\" --action ETSI --deadline 2012-11-30 --text \"Please send your work plan.\"");
        await rig.OrderAsync("liaison send 1");
        var reminded = await rig.LiveUntilAsync(new(2012, 11, 17, 0, 0, 0, TimeSpan.Zero));
        Assert.Single(To(reminded, House), letter => letter.Subject!.StartsWith("Reminder", StringComparison.Ordinal));

        // Who writes is not known to speak for the body: it waits.
        var reply = await rig.MailAsync("officer@elsewhere.example", "Reply", "Please find our reply.\n\nLiaison statement\nTitle: Reply LS on age verification\nSource: ETSI TC HF\nTo: JCA-COP\nReply to: JCA-COP-LS1\nDate: 16 November 2012\n\nThe work plan will be published in June.");
        Assert.Equal(MessageState.Held, reply.Line.State);
        Assert.DoesNotContain("liaison-1-2012-11-30-2", (await rig.RunAsync("preview --days 20")).Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(To(await rig.LiveUntilAsync(new(2012, 11, 25, 0, 0, 0, TimeSpan.Zero)), House), letter => letter.Subject!.StartsWith("Reminder", StringComparison.Ordinal));

        await rig.OrderAsync($"review replay {reply.Line.Id}");
        await rig.OrderAsync($"review reject {reply.Line.Id}");
        Assert.Single(To(await rig.LiveUntilAsync(new(2012, 11, 29, 0, 0, 0, TimeSpan.Zero)), House), letter => letter.Subject!.Contains("JCA-COP-LS1", StringComparison.Ordinal) && letter.Subject.StartsWith("Reminder", StringComparison.Ordinal));

        var again = await rig.MailAsync("officer@elsewhere.example", "Reply again", "Liaison statement\nTitle: Reply LS on age verification, once more\nSource: ETSI TC HF\nTo: JCA-COP\nReply to: JCA-COP-LS1\nDate: 29 November 2012\n\nThe work plan will be published in July.");
        await rig.OrderAsync($"review accept {again.Line.Id}");
        Assert.Equal(ObligationState.Met, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.Debtor.Name == "ETSI").State);
        Assert.Equal(LiaisonState.Answered, Assert.Single((await rig.RegisterAsync()).All<LiaisonEntry>(), entry => entry.Way == LiaisonWay.Outgoing).State);
    }

    [Fact]
    public async Task Another_bodys_statement_and_a_mere_question_end_no_reminders()
    {
        await rig.OrderAsync($"member add ETSI --sort external --body ETSI --email {House}");
        await rig.OrderAsync("liaison draft \"age verification\" --action ETSI --deadline 2012-11-30 --text \"Please send your work plan.\"");
        await rig.OrderAsync("liaison send 1");
        var statement = Assert.Single(await rig.LettersAsync(), letter => letter.Kind == "liaison-out");
        await rig.MailAsync(House, "Re: statement", "When is the deadline for your work plan?", $"In-Reply-To: <{statement.InternetId}>");
        await rig.MailAsync("other@elsewhere.example", "LS", MailTexts.Statement("SG16-LS050", "LS on age verification", "FOR INFORMATION TO: JCA-COP\nIN REPLY TO: JCA-COP-LS1", "JCA-COP"));
        Assert.Equal(2, To(await rig.LiveUntilAsync(new(2012, 11, 25, 0, 0, 0, TimeSpan.Zero)), House).Count(letter => letter.Subject!.StartsWith("Reminder", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_answers_after_the_closing_date_is_told_so_and_that_only_the_secretariat_can_count_it()
    {
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Jane}\nmember add \"Administration of New Zealand\" --country NZ --email {Kiri}\n"
            + "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31\ncall open \"TSB Circular 271\" --kind consultation --title \"Establishment of JCA-EY\" --deadline 2012-10-31 --late count");
        await rig.MailAsync(Kiri, "TSB Circular 270", "With reference to TSB Circular 270, the Administration of New Zealand supports the establishment of JCA-EX.");
        Assert.DoesNotContain("after the closing date", Assert.Single(To(await rig.SendAsync(), Kiri), letter => letter.Subject!.StartsWith("Re:", StringComparison.Ordinal)).TextBody, StringComparison.Ordinal);
        await rig.LiveUntilAsync(new(2012, 11, 4, 0, 0, 0, TimeSpan.Zero));
        await rig.MailAsync(Jane, "TSB Circular 270", "With reference to TSB Circular 270, the Administration of Australia objects to the establishment of JCA-EX.");
        Assert.Contains("only if the secretariat so decides", Assert.Single(To(await rig.SendAsync(), Jane)).TextBody, StringComparison.Ordinal);
        await rig.MailAsync(Jane, "TSB Circular 271", "With reference to TSB Circular 271, the Administration of Australia supports the establishment of JCA-EY.");
        var counted = Assert.Single(To(await rig.SendAsync(), Jane)).TextBody;
        Assert.Contains("after the closing date", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("so decides", counted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_was_set_aside_stands_in_the_digest_with_its_sender_and_a_word_lets_it_go_the_whole_way_or_ends_it()
    {
        var big = await rig.MailAsync(Jane, "A large file", string.Concat(Enumerable.Repeat("a line of a large mail\n", 4_000)));
        Assert.Equal((MessageState.SetAside, Jane, "A large file", "g"), (big.Line.State, big.Line.Sender, big.Line.Subject, big.Line.Group));
        var nameless = await rig.TakeAsync("To: desk@union.example\r\nSubject: hello\r\nDate: Mon, 1 Oct 2012 10:00:00 +0200\r\n\r\nWe nominate nobody.\r\n");
        Assert.Equal((MessageState.Held, "it names no sender: nobody can be answered"), (nameless.Line.State, nameless.Line.Reason));

        var digest = To(await rig.LiveUntilAsync(new(2012, 10, 2, 12, 0, 0, TimeSpan.Zero)), TalkRig.Secretary).Last();
        Assert.Contains("decisions waiting: 2", digest.Subject, StringComparison.Ordinal);
        var line = digest.TextBody!.ReplaceLineEndings("\n").Split('\n').Single(text => text.Contains("A large file", StringComparison.Ordinal));
        Assert.Contains(Jane, digest.TextBody, StringComparison.Ordinal);
        await rig.MailAsync(TalkRig.Secretary, "Re: digest", $"{line.Split(' ')[0]} reject", TalkRig.Passed);
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(big.Line.Id, Stop))!.Line.State);
    }

    [Fact]
    public async Task Of_a_mail_too_large_to_be_read_the_chairman_hears_who_had_not_got_it_and_its_sender_is_told_that_it_waits()
    {
        var large = string.Concat(Enumerable.Repeat("a line of a large mail\n", 4_000));
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Jane}");
        await rig.MailAsync(Jane, "Study with annexes", large);
        var told = Assert.Single(To(await rig.SendAsync(), TalkRig.Chairman));
        Assert.Equal("Forwarded: Study with annexes", told.Subject);
        Assert.Contains("0.1 MB", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("Study with annexes", (await rig.RunAsync("review list")).Printed, StringComparison.Ordinal);

        // The chairman has it already, a machine wrote it, or its sender may be somebody else.
        await rig.MailAsync(Jane, "To both", large, to: $"{rig.Address}, {TalkRig.Chairman}");
        await rig.MailAsync(Jane, "By a machine", large, "Auto-Submitted: auto-replied");
        await rig.MailAsync(Jane, "By somebody", large, $"Authentication-Results: {TalkRig.Server}; dmarc=fail header.from=ministry.example");
        Assert.Empty(To(await rig.SendAsync(), TalkRig.Chairman));

        await rig.MailAsync(Jane, "status", "status");
        var status = Assert.Single(To(await rig.SendAsync(), Jane)).TextBody!;
        Assert.Contains("Received and not read yet", status, StringComparison.Ordinal);
        Assert.Contains("Study with annexes", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_tells_what_changed_first_in_an_entry_and_a_new_entry_in_one_line()
    {
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Jane}\ncall open \"TSB Circular 271\" --kind contacts --title \"Contacts\" --deadline 2012-10-31");
        await rig.OrderAsync("call waive 271 AU --why \"answered by telephone\"");
        var digest = To(await rig.LiveUntilAsync(new(2012, 10, 2, 12, 0, 0, TimeSpan.Zero)), TalkRig.Secretary).Last().TextBody!;
        Assert.Contains("Member – Administration of Australia: new", digest, StringComparison.Ordinal);
        Assert.Contains("TSB Circular 271, Administration of Australia – State: no longer asked for (previously: open)", digest.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("Member – Administration of Australia – Country", digest, StringComparison.Ordinal);
    }
}
