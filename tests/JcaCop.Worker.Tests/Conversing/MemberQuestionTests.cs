using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>A member is asked what it alone can say: whether a mail from a strange address speaks for it.</summary>
public sealed class MemberQuestionTests : MemberTalk
{
    private const string Jane = "jane@ministry.example";

    [Fact]
    public async Task The_registered_contact_confirms_with_one_word_what_a_stranger_wrote_in_the_name_of_the_member()
    {
        var held = await NominatedByStrangerAsync();
        var letter = Assert.Single(await AskedAsync());
        Assert.Equal(Kiri, AddressOf(letter));
        Assert.Contains("Harbour Helpline", letter.Subject, StringComparison.Ordinal);
        foreach (var told in new[] { Stranger, "Berto Sample", "+64 4 555 0101" }) Assert.Contains(told, letter.TextBody, StringComparison.Ordinal);
        Assert.Empty(await AskedAsync());

        await AnswerAsync(letter, "Yes\n\nKiri");
        var register = await rig.RegisterAsync();
        Assert.Equal("Harbour Helpline", Assert.Single(register.Organizations).Name);
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Line.State);
        Assert.All(await rig.Get<RegisterStore>().HistoryAsync(EntryKind.Organization, register.Organizations[0].Id, Stop), line => Assert.Equal(Kiri, line.AcceptedBy));
        var letters = await rig.SendAsync();
        var thanks = Assert.Single(letters, told => AddressOf(told) == Kiri);
        Assert.Contains("the register follows it", thanks.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("new organization", thanks.TextBody, StringComparison.Ordinal);
        Assert.Contains(letters, told => AddressOf(told) == Stranger && told.TextBody!.Contains("Harbour Helpline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_wrote_it_cannot_confirm_it_and_no_takes_nothing()
    {
        await NominatedByStrangerAsync();
        var letter = Assert.Single(await AskedAsync());
        Assert.Equal(MessageState.Held, (await AnswerAsync(letter, "accept", from: Stranger)).Line.State);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        await AnswerAsync(letter, "reject");
        var register = await rig.RegisterAsync();
        Assert.Empty(register.Organizations);
        Assert.True(register.All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).Live);
    }

    [Fact]
    public async Task A_member_says_yes_or_no_and_values_beside_the_word_record_nothing()
    {
        await NominatedByStrangerAsync();
        var letter = Assert.Single(await AskedAsync());
        Assert.Equal(MessageState.Held, (await AnswerAsync(letter, "Yes\n\nOrganization: Quay Institute\nCountry: Australia")).Line.State);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        await AnswerAsync(letter, "Yes");
        Assert.Equal("Harbour Helpline", Assert.Single((await rig.RegisterAsync()).Organizations).Name);
    }

    [Fact]
    public async Task A_word_that_comes_after_the_secretariat_has_decided_waits_for_a_person_and_is_not_thanked()
    {
        var held = await NominatedByStrangerAsync();
        var letter = Assert.Single(await AskedAsync());
        await rig.OrderAsync($"review accept {held.Line.Id}");
        await rig.SendAsync();
        Assert.Equal(MessageState.Held, (await AnswerAsync(letter, "reject")).Line.State);
        Assert.DoesNotContain(await rig.SendAsync(), told => AddressOf(told) == Kiri && told.TextBody!.Contains("the register follows it", StringComparison.Ordinal));
        Assert.Single((await rig.RegisterAsync()).Organizations);
    }

    [Fact]
    public async Task A_forged_mail_is_put_to_nobody()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}");
        await rig.MailAsync(Kiri, "TSB Circular 313 - nomination", "The Administration of New Zealand nominates:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nE-mail: berto@harbour.example", $"Authentication-Results: {TalkRig.Server}; dmarc=fail");
        Assert.Empty(await AskedAsync());
    }

    [Fact]
    public async Task Many_strangers_in_a_members_name_do_not_fill_its_mailbox()
    {
        await NominatedByStrangerAsync();
        for (var i = 0; i < 8; i++)
            await rig.MailAsync($"someone{i}@gmail.com", "TSB Circular 313 - nomination", $"The Administration of New Zealand nominates the following organization:\n\nOrganization: Harbour House {i}\nCountry: New Zealand\nContact person: Ms Ana Sample{(char)('a' + i)}\nE-mail: ana{i}@harbour{i}.example\nTelephone: +64 4 555 01{i:00}\n");
        Assert.Equal(5, (await AskedAsync()).Count);
        Assert.Empty(await AskedAsync());
        rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(4, (await AskedAsync()).Count);
    }

    [Fact]
    public async Task A_person_whose_phone_another_member_would_change_is_asked()
    {
        await rig.MailAsync(Jane, "TSB Circular 313 - nomination", "The Administration of Australia nominates:\n\nOrganization: Lantern Network\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: office@shared.example\nTelephone: +61 3 5550 0101");
        Assert.Equal("+61 3 5550 0101", Assert.Single((await rig.RegisterAsync()).Persons).Phone);
        await rig.MailAsync(Kiri, "TSB Circular 313 - nomination", "The Administration of New Zealand nominates:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Ms Anna Sample\nE-mail: office@shared.example\nTelephone: +64 4 555 0199");
        Assert.Equal("+61 3 5550 0101", Assert.Single((await rig.RegisterAsync()).Persons).Phone);
        var letter = Assert.Single(await AskedAsync());
        Assert.Equal("office@shared.example", AddressOf(letter));
        Assert.Contains("now on record: +61 3 5550 0101", letter.TextBody, StringComparison.Ordinal);
        await AnswerAsync(letter, "accept");
        var register = await rig.RegisterAsync();
        Assert.Equal("+64 4 555 0199", Assert.Single(register.Persons).Phone);
        // Whoever proposed it hears what is on record now, and not what was there before.
        var told = Assert.Single(await rig.SendAsync(), one => AddressOf(one) == Kiri).TextBody;
        Assert.Contains("+64 4 555 0199", told, StringComparison.Ordinal);
        Assert.DoesNotContain("+61 3 5550 0101", told, StringComparison.Ordinal);
        Assert.Equal(2, register.Organizations.Count);
    }

    [Fact]
    public async Task Nobody_but_the_secretariat_is_asked_where_the_settings_say_so()
    {
        await using var quiet = new TalkRig(over: new Dictionary<string, string?> { ["Judging:AskMembers"] = "false" });
        await quiet.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}");
        await quiet.MailAsync(Stranger, "Nomination", "The Administration of New Zealand nominates:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example");
        await quiet.SendAsync();
        await quiet.WorkAsync(typeof(MemberQuestionsJob));
        Assert.Empty(await quiet.SendAsync());
    }

    [Fact]
    public async Task Mails_that_wait_by_the_thousand_keep_no_member_from_being_asked()
    {
        var at = rig.Clock.GetUtcNow();
        for (var i = 0; i <= MemberQuestionsJob.MostMails; i++)
            await rig.DeliverAsync($"waiting-{i}", $"From: someone@elsewhere.example\r\nTo: {TalkRig.Desk}\r\nSubject: A question {i}\r\nDate: {at:r}\r\nMessage-ID: <{i}@elsewhere.example>\r\n\r\nCould you please tell us when you will answer our letter?\r\n", at);
        await rig.DrainAsync();
        await NominatedByStrangerAsync();
        Assert.Equal(MemberQuestionsJob.MostMails + 2, (await rig.Get<MessageQueries>().HeldAsync("g", 2_000, Stop)).Count);
        Assert.Empty(await AskedAsync());
        Assert.Contains("Harbour Helpline", Assert.Single(await AskedAsync()).Subject, StringComparison.Ordinal);
        Assert.Empty(await AskedAsync());

        // What is too old to be asked about takes nobody's place.
        rig.Clock.Advance(TimeSpan.FromDays(15));
        await rig.MailAsync(Stranger, "TSB Circular 313 - nomination", "The Administration of New Zealand nominates the following organization:\n\nOrganization: Quay Institute\nCountry: New Zealand\nContact person: Ms Ana Sample\nE-mail: ana@quay.example\nTelephone: +64 4 555 0101\n");
        Assert.Contains("Quay Institute", Assert.Single(await AskedAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_mail_is_put_to_the_member_though_another_house_has_written_many()
    {
        await NominatedByStrangerAsync();
        for (var i = 0; i < 12; i++)
            await rig.MailAsync($"someone{i}@gmail.com", "TSB Circular 313 - nomination", $"The Administration of New Zealand nominates the following organization:\n\nOrganization: Harbour House {i}\nCountry: New Zealand\nContact person: Ms Ana Sample{(char)('a' + i)}\nE-mail: ana{i}@harbour{i}.example\nTelephone: +64 4 555 01{i:00}\n");
        await rig.MailAsync("assistant@bureau.example", "TSB Circular 313 - nomination", "The Administration of New Zealand nominates the following organization:\n\nOrganization: Quay Institute\nCountry: New Zealand\nContact person: Ms Ana Sample\nE-mail: ana@quay.example\nTelephone: +64 4 555 0101\n");
        Assert.Contains(await AskedAsync(), letter => letter.Subject!.Contains("Quay Institute", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Yes, this is ours.", "accept")]
    [InlineData("fr", "Oui, c'est bien nous", "accepter")]
    [InlineData("es", "Sí, es nuestra", "aceptar")]
    [InlineData("ru", "Да, это наше", "принять")]
    [InlineData("ar", "نعم، هذا منا", "قبول")]
    [InlineData("zh", "是的，是我们的", "接受")]
    public async Task A_yes_with_a_phrase_that_adds_nothing_counts_and_the_thanks_tell_it_in_the_members_words(string language, string answer, string word)
    {
        await NominatedByStrangerAsync(language);
        var letter = Assert.Single(await AskedAsync());
        Assert.Equal(MessageState.Processed, (await AnswerAsync(letter, answer)).Line.State);
        Assert.Equal("Harbour Helpline", Assert.Single((await rig.RegisterAsync()).Organizations).Name);
        var thanks = Assert.Single(await rig.SendAsync(), told => AddressOf(told) == Kiri).TextBody;
        Assert.Contains(word, thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_an_earlier_reading_is_asked_no_more_and_its_code_is_spent()
    {
        var held = await NominatedByStrangerAsync();
        var first = Assert.Single(await AskedAsync());
        await rig.OrderAsync($"review replay {held.Line.Id}");
        await rig.DrainAsync();
        Assert.Equal(QuestionState.Withdrawn, Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>()).State);
        // It waits as before: the member is asked anew, and the old letter decides nothing.
        var second = Assert.Single(await AskedAsync(), letter => AddressOf(letter) == Kiri);
        Assert.Equal(MessageState.Held, (await AnswerAsync(first, "accept")).Line.State);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        await AnswerAsync(second, "accept");
        Assert.Single((await rig.RegisterAsync()).Organizations);
        Assert.Empty(await AskedAsync());
    }

    [Fact]
    public async Task A_replay_that_records_by_itself_leaves_no_question_open()
    {
        var held = await NominatedByStrangerAsync();
        var letter = Assert.Single(await AskedAsync());
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --email {Stranger}\nreview replay {held.Line.Id}");
        await rig.DrainAsync();
        var register = await rig.RegisterAsync();
        Assert.Single(register.Organizations);
        Assert.DoesNotContain(register.All<QuestionEntry>(), question => question.Live);
        Assert.Equal(MessageState.Held, (await AnswerAsync(letter, "reject")).Line.State);
        Assert.Single((await rig.RegisterAsync()).Organizations);
    }

    [Fact]
    public async Task What_is_said_in_a_members_name_is_not_put_to_the_contact_that_a_stranger_has_named()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}");
        // Anybody may put the own organization forward, and its own contact with it.
        var own = await rig.MailAsync("berto@harbour.example", "Our organization", "We nominate the following organization:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nWebsite: www.harbour.example\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example");
        Assert.Equal((MessageState.Processed, null), (own.Line.State, own.Line.Reason));
        Assert.Equal("berto@harbour.example", Assert.Single((await rig.RegisterAsync()).Persons).Email);
        var held = await rig.MailAsync(Stranger, "Nomination", "Dear colleagues,\n\nwe nominate the following organization:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\n\nKind regards,\nTane Sample\nAdministration of New Zealand");
        Assert.StartsWith("announced:", held.Line.Reason, StringComparison.Ordinal);
        Assert.Equal([Kiri], (await AskedAsync()).Select(AddressOf));
    }

    [Fact]
    public async Task What_an_officer_writes_for_others_is_put_to_no_member()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}");
        var held = await rig.MailAsync(TalkRig.Chairman, "Nomination", "The Administration of New Zealand nominates the following organization:\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\n");
        Assert.Equal(MessageState.Held, held.Line.State);
        Assert.Empty(await AskedAsync());
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("Oui")]
    public async Task A_word_without_the_code_counts_below_the_letter_of_the_only_question_where_our_server_knows_the_sender(string word)
    {
        var held = await NominatedByStrangerAsync();
        var letter = Assert.Single(await AskedAsync(), letter => AddressOf(letter) == Kiri);
        var proved = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=council.example\r\nIn-Reply-To: <{letter.MessageId}>";
        await rig.MailAsync(Kiri, "Re: our nomination", word, $"In-Reply-To: <{letter.MessageId}>");
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        await rig.MailAsync(Kiri, "Re: our nomination", word, proved);
        Assert.Single((await rig.RegisterAsync()).Organizations);
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Line.State);
    }

    [Fact]
    public async Task A_word_without_the_code_below_another_letter_decides_nothing()
    {
        await NominatedByStrangerAsync();
        await AskedAsync();
        await rig.MailAsync(Kiri, "status", "status");
        var other = Assert.Single(await rig.SendAsync(), letter => AddressOf(letter) == Kiri);
        await rig.MailAsync(Kiri, "Re: status", "Yes", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=council.example\r\nIn-Reply-To: <{other.MessageId}>");
        Assert.Empty((await rig.RegisterAsync()).Organizations);
    }
}
