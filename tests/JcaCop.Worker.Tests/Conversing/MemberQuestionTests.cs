using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Members are asked what they alone can say: whether a mail from a strange address speaks for them, and which of two answers counts.</summary>
public sealed class MemberQuestionTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string Stranger = "assistant.of.kiri@gmail.com";

    private readonly TalkRig rig = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<IReadOnlyList<MimeMessage>> AskedAsync()
    {
        await rig.SendAsync();
        await rig.WorkAsync(typeof(MemberQuestionsJob));
        return await rig.SendAsync();
    }

    private static string AddressOf(MimeMessage letter) => letter.To.Mailboxes.Single().Address;

    private Task<MessageDetails> AnswerAsync(MimeMessage letter, string word, string? from = null) =>
        rig.MailAsync(from ?? AddressOf(letter), $"Re: {letter.Subject}", word, from is null && AddressOf(letter) == TalkRig.Secretary ? TalkRig.Passed : null, to: letter.ReplyTo.Mailboxes.First().Address);

    private async Task<MessageDetails> NominatedByStrangerAsync(string language = "en")
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri} --language {language}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync(Stranger, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, the Administration of New Zealand nominates the following organization:

            Organization: Harbour Helpline
            Country: New Zealand
            Contact person: Mr Berto Sample
            E-mail: berto@harbour.example
            Telephone: +64 4 555 0101
            """);
        Assert.Equal(MessageState.Held, held.Line.State);
        return held;
    }

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
    public async Task A_strangers_no_comment_counts_for_the_member_once_its_contact_has_said_so()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        await rig.MailAsync(Stranger, "TSB Circular 270", "The Administration of New Zealand has no objection to the establishment of JCA-EX.");
        var letter = Assert.Single(await AskedAsync());
        Assert.Equal(Kiri, AddressOf(letter));
        await AnswerAsync(letter, "oui");
        var register = await rig.RegisterAsync();
        Assert.Equal("no objection", Assert.Single(register.All<AnswerEntry>()).Given!.Said.Gist);
        Assert.Equal(ObligationState.Met, register.All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).State);
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
    public async Task A_forged_answer_that_contradicts_the_one_that_stands_is_put_to_nobody()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        await rig.MailAsync("first@council.example", "TSB Circular 270", "The Administration of New Zealand has no objection to the establishment of JCA-EX.");
        var forged = await rig.MailAsync(Kiri, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.", $"Authentication-Results: {TalkRig.Server}; dmarc=fail");
        Assert.Equal(MessageState.Held, forged.Line.State);
        Assert.Empty(await AskedAsync());
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
            await rig.MailAsync($"someone{i}@gmail.com", "TSB Circular 313 - nomination", $"The Administration of New Zealand nominates the following organization:\n\nOrganization: Harbour House {i}\nCountry: New Zealand\nContact person: Ms Ana Sample{(char)('a' + i)}\nE-mail: ana{i}@harbour{i}.example\n");
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

    [Theory]
    [InlineData("en", "no objection", "objection")]
    [InlineData("fr", "sans objection", "objection")]
    [InlineData("es", "sin objeción", "objeción")]
    [InlineData("ru", "нет возражений", "возражение")]
    [InlineData("ar", "لا اعتراض", "اعتراض")]
    [InlineData("zh", "无异议", "反对")]
    public async Task Which_of_two_contradicting_answers_counts_is_asked_in_the_members_language_and_one_word_settles_the_call(string language, string first, string second)
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri} --language {language}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        await rig.MailAsync("first@council.example", "TSB Circular 270", "The Administration of New Zealand has no objection to the establishment of JCA-EX.");
        var held = await rig.MailAsync("second@council.example", "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        Assert.Equal(MessageState.Held, held.Line.State);
        var letters = await AskedAsync();
        Assert.Equal(new[] { TalkRig.Secretary, Kiri }.Order(), letters.Select(AddressOf).Order());
        var letter = letters.Single(one => AddressOf(one) == Kiri);
        var asked = letter.TextBody;
        foreach (var told in new[] { first, second, "first@council.example", "second@council.example" }) Assert.Contains(told, asked, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await AskedAsync());

        await AnswerAsync(letter, "2");
        var answer = Assert.Single((await rig.RegisterAsync()).All<AnswerEntry>());
        Assert.Equal(("objection", 0, 1), (answer.Given!.Said.Gist, answer.Waiting.Count, answer.Former.Count));
        // The secretary, who was asked too, says the same: nobody need look at it. The other word would have to be looked at.
        var same = letters.Single(one => AddressOf(one) == TalkRig.Secretary);
        Assert.Equal(MessageState.Processed, (await AnswerAsync(same, "2")).Line.State);
        Assert.Equal(MessageState.Held, (await AnswerAsync(same, "1")).Line.State);
        Assert.Equal("objection", Assert.Single((await rig.RegisterAsync()).All<AnswerEntry>()).Given!.Said.Gist);
    }

    [Fact]
    public async Task The_first_answer_stands_where_the_member_says_so()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        await rig.MailAsync("first@council.example", "TSB Circular 270", "The Administration of New Zealand has no objection to the establishment of JCA-EX.");
        var held = await rig.MailAsync("second@council.example", "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        await AnswerAsync((await AskedAsync()).Single(one => AddressOf(one) == Kiri), "1");
        var answer = Assert.Single((await rig.RegisterAsync()).All<AnswerEntry>());
        Assert.Equal(("no objection", 0), (answer.Given!.Said.Gist, answer.Waiting.Count));
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Line.State);
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
        await rig.MailAsync(Stranger, "TSB Circular 313 - nomination", "The Administration of New Zealand nominates the following organization:\n\nOrganization: Quay Institute\nCountry: New Zealand\nContact person: Ms Ana Sample\nE-mail: ana@quay.example\n");
        Assert.Contains("Quay Institute", Assert.Single(await AskedAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_mail_is_put_to_the_member_though_another_house_has_written_many()
    {
        await NominatedByStrangerAsync();
        for (var i = 0; i < 12; i++)
            await rig.MailAsync($"someone{i}@gmail.com", "TSB Circular 313 - nomination", $"The Administration of New Zealand nominates the following organization:\n\nOrganization: Harbour House {i}\nCountry: New Zealand\nContact person: Ms Ana Sample{(char)('a' + i)}\nE-mail: ana{i}@harbour{i}.example\n");
        await rig.MailAsync("assistant@bureau.example", "TSB Circular 313 - nomination", "The Administration of New Zealand nominates the following organization:\n\nOrganization: Quay Institute\nCountry: New Zealand\nContact person: Ms Ana Sample\nE-mail: ana@quay.example\n");
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

    /// <summary>A ministry's own nomination would settle the circular; so does the word by which it takes one over.</summary>
    [Theory]
    [InlineData("en", "No, this organization is not nominated by us.")]
    [InlineData("fr", "Non, cette organisation n'a pas été désignée par nous.")]
    [InlineData("es", "No, esta organización no fue propuesta por nosotros.")]
    [InlineData("ru", "Нет, мы этого не направляли.")]
    [InlineData("ar", "لا، لم نرشح هذه المنظمة.")]
    [InlineData("zh", "不，我们没有提名该组织。")]
    public async Task A_no_about_a_strangers_nomination_is_understood_and_answers_no_circular(string language, string answer)
    {
        var held = await NominatedByStrangerAsync(language);
        var no = await AnswerAsync(Assert.Single(await AskedAsync()), answer);
        Assert.Equal((MessageState.Processed, null), (no.Line.State, no.Line.Reason));
        Assert.Equal(ItemState.Rejected, Assert.Single((await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Items).State);
        Assert.Equal(ObligationState.Open, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
    }

    [Theory]
    [InlineData("No, this organization is not nominated by us; whoever wrote it is unknown here.")]
    [InlineData("We have not nominated anybody of that name, and we know of no such organization.")]
    [InlineData("No organization of ours. We have nothing to nominate.")]
    public async Task What_a_member_says_of_a_strangers_nomination_in_more_words_waits_and_answers_no_circular(string answer)
    {
        await NominatedByStrangerAsync();
        var no = await AnswerAsync(Assert.Single(await AskedAsync()), answer);
        Assert.Equal(MessageState.Held, no.Line.State);
        Assert.Equal(ObligationState.Open, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<AnswerEntry>(), entry => entry.Voices.Any(voice => voice.Messages.Contains(no.Line.Id)));
    }

    [Theory]
    [InlineData("The Administration of New Zealand nominates the following organization with reference to TSB Circular 313:")]
    [InlineData("The Administration of New Zealand nominates the following organization:")]
    [InlineData("We nominate the following organization with reference to TSB Circular 313:")]
    [InlineData("We nominate the following organization:")]
    public async Task A_nomination_that_the_member_confirms_settles_its_call(string lead)
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync(Stranger, "Nomination", $"{lead}\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\n");
        Assert.Equal(MessageState.Held, held.Line.State);
        await AnswerAsync(Assert.Single(await AskedAsync()), "Yes");
        var register = await rig.RegisterAsync();
        Assert.Equal("Harbour Helpline", Assert.Single(register.Organizations).Name);
        Assert.Equal(ObligationState.Met, register.All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).State);
        Assert.Equal(Kiri, (await rig.Get<RegisterStore>().HistoryAsync(EntryKind.Organization, register.Organizations[0].Id, Stop))[0].AcceptedBy);
        var answer = register.All<AnswerEntry>().Single(one => one.Given is not null);
        Assert.Equal("Administration of New Zealand", answer.Respondent);
        Assert.All(register.All<AnswerEntry>(), one => Assert.Empty(one.Waiting));
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Line.State);
    }

    [Fact]
    public async Task The_secretariats_word_settles_the_call_of_the_member_in_whose_name_a_mail_was_written()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync(Stranger, "Nomination", "Dear colleagues,\n\nwe nominate the following organization:\n\nOrganization: Harbour Helpline\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\n\nKind regards,\nTane Sample\nAdministration of New Zealand");
        Assert.Equal("Administration of New Zealand", held.Answer!.Respondent);
        await rig.OrderAsync($"review accept {held.Line.Id}");
        Assert.Equal(ObligationState.Met, (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).State);
    }

    [Fact]
    public async Task The_secretariats_word_on_what_an_organization_put_forward_settles_no_call_of_its_countrys_administration()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync("tane@rights.example", "Nomination", "Dear colleagues,\n\nwe nominate the following organization:\n\nOrganization: Harbour Helpline\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\n\nKind regards,\nTane Sample\nChild Rights Fund, New Zealand\n");
        await rig.OrderAsync($"review accept {held.Line.Id}");
        var register = await rig.RegisterAsync();
        Assert.Equal("Harbour Helpline", Assert.Single(register.Organizations).Name);
        Assert.Equal(ObligationState.Open, register.All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).State);
    }

    [Fact]
    public async Task The_secretariats_word_on_an_organization_that_put_itself_forward_settles_nobodys_call()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync("berto.harbour@gmail.com", "Nomination", "We put forward our organization.\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto.harbour@gmail.com\n");
        await rig.OrderAsync($"review accept {held.Line.Id}");
        var register = await rig.RegisterAsync();
        Assert.Single(register.Organizations);
        Assert.Equal(ObligationState.Open, register.All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).State);
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
    public async Task Of_one_contradiction_one_question_is_open_and_secretaries_get_a_few_on_one_day()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        await rig.MailAsync("first@council.example", "TSB Circular 270", "The Administration of New Zealand has no objection to the establishment of JCA-EX.");
        for (var i = 0; i < 8; i++) await rig.MailAsync($"other{i}@council.example", "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        var letters = await AskedAsync();
        Assert.Equal(new[] { TalkRig.Secretary, Kiri }.Order(), letters.Select(AddressOf).Order());
        Assert.Empty(await AskedAsync());
        // Answered, the next one that contradicts what stands is asked about; never more than a few to anybody on one day.
        var all = letters.Count(one => AddressOf(one) == TalkRig.Secretary);
        for (var i = 0; i < 8 && letters.Count > 0; i++)
        {
            await AnswerAsync(letters.First(one => AddressOf(one) == Kiri), "1");
            letters = [.. (await AskedAsync()).Where(one => one.Subject!.Contains("270", StringComparison.Ordinal) && one.ReplyTo.Count > 0)];
            all += letters.Count(one => AddressOf(one) == TalkRig.Secretary);
        }
        Assert.Equal(5, all);
    }

    [Fact]
    public async Task The_sixth_contradiction_of_a_day_is_put_to_the_secretariat_on_the_next()
    {
        (string Name, string Code)[] members = [("Australia", "AU"), ("France", "FR"), ("Kenya", "KE"), ("Canada", "CA"), ("Mexico", "MX"), ("Japan", "JP")];
        await rig.OrderAsync(string.Concat(members.Select(one => $"member add \"Administration of {one.Name}\" --country {one.Code} --email first@{one.Code}.example --email second@{one.Code}.example\n"))
            + "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        foreach (var (name, code) in members)
        {
            await rig.MailAsync($"first@{code}.example", "TSB Circular 270", $"The Administration of {name} has no comments on TSB Circular 270.");
            await rig.MailAsync($"second@{code}.example", "TSB Circular 270", $"The Administration of {name} objects to the establishment of JCA-EX.");
        }
        var letters = await AskedAsync();
        Assert.Equal(5, letters.Count(one => AddressOf(one) == TalkRig.Secretary));
        Assert.All(letters, one => Assert.Contains("1. The Administration of", one.TextBody, StringComparison.Ordinal));
        // the secretariat was asked of the first five: what the sixth is asked stays open
        await AnswerAsync(letters.First(one => AddressOf(one).EndsWith($"@{members[0].Code}.example", StringComparison.OrdinalIgnoreCase)), "The second one counts.");
        rig.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(TalkRig.Secretary, AddressOf(Assert.Single(await AskedAsync(), one => one.Subject!.Contains("270", StringComparison.Ordinal) && one.ReplyTo.Count > 0)));
        Assert.DoesNotContain(await AskedAsync(), one => one.ReplyTo.Count > 0);
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
}
