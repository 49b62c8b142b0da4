using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A questionnaire, told through mail alone: the secretariat opens it by a mail, members answer in their own words, one adds, one has nothing to say, one is silent; the answers are gathered by a mail.</summary>
public sealed class QuestionnairesByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string Lin = "lin@regulator.example";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:OfficialDomains:regulator.example"] = "SG" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static string To(IEnumerable<MimeMessage> letters, string address) =>
        string.Join("\n====\n", letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address)).Select(letter => $"{letter.Subject}\n{letter.TextBody}"));

    [Fact]
    public async Task Whose_answer_waits_on_the_last_day_of_a_questionnaire_is_not_told_as_silent_and_counts_once_it_is_accepted()
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            member add "Administration of New Zealand" --country NZ --email {Kiri}
            call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Is there a hotline?" --question "2=Which law applies?"
            """);
        // Nobody knows the address: what it says for New Zealand waits for a person.
        var held = await rig.MailAsync("someone@elsewhere.example", "TSB Circular 320: questionnaire",
            "Dear Sir,\n\nPlease find the answers of the Administration of New Zealand to the questionnaire of TSB Circular 320:\n\n1. Yes, since 2009.\n2. The Children Act of 2010.\n\nKind regards,\nSam Example\nAdministration of New Zealand");
        Assert.Equal(MessageState.Held, held.Line.State);

        // Closing waits for the decision: nobody is told meanwhile that New Zealand has said nothing.
        var letters = await rig.LiveUntilAsync(new(2012, 11, 5, 12, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("No answer", To(letters, TalkRig.Chairman), StringComparison.Ordinal);
        Assert.DoesNotContain("No answer: Administration of New Zealand", To(letters, TalkRig.Secretary), StringComparison.Ordinal);
        Assert.Contains("0 of 2", await rig.OrderAsync("call show 320"), StringComparison.Ordinal);
        await rig.OrderAsync($"review accept {(await rig.RegisterAsync()).All<AnswerEntry>().Single().Waiting[0].Messages[0]}");
        var after = await rig.OrderAsync("call show 320");
        Assert.Contains("1 of 2", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_in_part_is_told_as_such_when_the_questionnaire_closes()
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            member add "Administration of New Zealand" --country NZ --email {Kiri}
            call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Hotline?" --question "2=Law?" --question "3=Body?"
            """);
        var part = await rig.MailAsync(Jane, "TSB Circular 320: answers",
            "Dear Sir/Madam,\n\nPlease find Australia's answers to TSB Circular 320:\n\n1. Yes, run by the Commissioner.\n2. Online Safety Act 2011.\n3. To follow.\n\nJane");
        if (part.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {part.Line.Id}");
        Assert.Contains("not answered: Administration of Australia (3)", (await rig.OrderAsync("call tally 320")).ReplaceLineEndings(" "), StringComparison.Ordinal);
        var letters = await rig.LiveUntilAsync(new(2012, 11, 20, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(ObligationState.Partial, (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Country == "AU").State);
        var told = To(letters, TalkRig.Secretary).ReplaceLineEndings(" ");
        Assert.Contains("Answered in part; the rest did not come: Administration of Australia (3).", told, StringComparison.Ordinal);
        Assert.Contains("1 of 2 answered, 1 of these in part", told, StringComparison.Ordinal);
        Assert.Contains("Of these in part", To(letters, TalkRig.Chairman), StringComparison.Ordinal);
        Assert.Contains("partial", (await rig.RunAsync("call show 320 --json")).Printed, StringComparison.Ordinal);

        // The rest, weeks later, under its number alone: nothing is left open.
        var rest = await rig.MailAsync(Jane, "TSB Circular 320", "Dear colleagues,\n\n3. The eSafety Commissioner.\n\nJane");
        Assert.Equal((MessageState.Processed, null), (rest.Line.State, rest.Line.Reason));
        Assert.Equal(ObligationState.MetLate, (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Country == "AU").State);
        var given = (await rig.RegisterAsync()).All<AnswerEntry>().Single().Given!.Said;
        Assert.Equal((3, 0), (given.Responses.Count, given.Awaited.Count));
        Assert.DoesNotContain("partial", (await rig.RunAsync("call show 320 --json")).Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The remaining answers to the questionnaire of TSB Circular 320: 3. The Commissioner. 4. 312 reports.")]
    [InlineData("Voici les réponses restantes au questionnaire de la Circulaire TSB 320 : 3. Le Commissaire. 4. 312 signalements.")]
    [InlineData("Las respuestas restantes al cuestionario de la Circular TSB 320: 3. El Comisionado. 4. 312 denuncias.")]
    [InlineData("Остальные ответы на вопросник Циркуляра 320 БСЭ: 3. Уполномоченный. 4. 312 сообщений.")]
    [InlineData("الإجابات المتبقية على استبيان الرسالة المعممة 320 لمكتب تقييس الاتصالات: 3. المفوض. 4. 312 بلاغا.")]
    [InlineData("关于电信标准化局第320号通函问卷的其余答复：3. 专员。4. 312件举报。")]
    public async Task The_rest_of_an_answer_sent_in_a_mail_of_its_own_completes_it_without_a_person(string words)
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Hotline?" --question "2=Law?" --question "3=Body?" --question "4=Reports?"
            """);
        var first = await rig.MailAsync(Jane, "TSB Circular 320: answers", "Dear Sir/Madam,\n\nPlease find Australia's answers to TSB Circular 320:\n\n1. Yes, run by the Commissioner.\n2. Online Safety Act 2011.\n\nThe other answers will follow.\n\nJane");
        if (first.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {first.Line.Id}");
        var rest = await rig.MailAsync(Jane, "Answers", words);
        Assert.Equal((MessageState.Processed, null), (rest.Line.State, rest.Line.Reason));
        Assert.Equal(["1", "2", "3", "4"], (await rig.RegisterAsync()).All<AnswerEntry>().Single().Given!.Said.Responses.Select(response => response.Number).Order(StringComparer.Ordinal));
        Assert.Equal(ObligationState.Met, (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Debtor.Country == "AU").State);
    }

    [Theory]
    [InlineData("Dans notre réponse à la Circulaire TSB 320, la réponse à la question 4 doit se lire 321 et non 312.")]
    [InlineData("In our answers to TSB Circular 320, the answer to question 4 should read 321 and not 312.")]
    [InlineData("En nuestra respuesta a la Circular TSB 320, la respuesta a la pregunta 4 debe decir 321 y no 312.")]
    [InlineData("В нашем ответе на Циркуляр 320 БСЭ ответ на вопрос 4 следует читать 321, а не 312.")]
    [InlineData("关于电信标准化局第320号通函，我们对问题4的答复应为321，而非312。")]
    [InlineData("بالإشارة إلى الرسالة المعممة رقم 320، فإن الجواب على السؤال 4 يجب أن يكون 321 وليس 312.")]
    public async Task A_second_part_adds_to_the_first_and_one_answer_is_put_right_in_a_sentence_once_a_person_accepts_it(string correction)
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Hotline?" --question "2=Law?" --question "3=Body?" --question "4=Reports?"
            """);
        var first = await rig.MailAsync(Jane, "TSB Circular 320: answers", "Dear Sir/Madam,\n\nPlease find Australia's answers to TSB Circular 320:\n\n1. Yes, run by the Commissioner.\n2. Online Safety Act 2011.\n\nJane");
        if (first.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {first.Line.Id}");
        var second = await rig.MailAsync(Jane, "TSB Circular 320", "Dear Sir/Madam,\n\nAs promised, the remaining answers to TSB Circular 320:\n\n3. The Commissioner.\n4. 312 reports.\n\nJane");
        if (second.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {second.Line.Id}");
        Assert.Equal("1=Yes, run by the Commissioner.|2=Online Safety Act 2011.|3=The Commissioner.|4=312 reports.", await GivenAsync());
        var third = await rig.MailAsync(Jane, "TSB Circular 320", correction);
        Assert.Equal(MessageState.Held, third.Line.State);
        await rig.OrderAsync($"review accept {third.Line.Id}");
        Assert.Equal("1=Yes, run by the Commissioner.|2=Online Safety Act 2011.|3=The Commissioner.|4=321", await GivenAsync());

        async Task<string> GivenAsync() => string.Join('|', (await rig.RegisterAsync()).All<AnswerEntry>().Single().Given!.Said.Responses.OrderBy(response => response.Number, StringComparer.Ordinal).Select(response => $"{response.Number}={response.Text}"));
    }

    [Fact]
    public async Task Answers_come_by_number_are_added_to_and_gathered_and_who_is_silent_is_reminded()
    {
        await rig.MailAsync(TalkRig.Secretary, "Questionnaire", $"""
            member add "Administration of Australia" --country AU --email {Jane}
            member add "Administration of New Zealand" --country NZ --email {Kiri}
            member add "Administration of Singapore" --country SG --email {Lin}
            call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Is there a hotline?" --question "2=Which law applies?" --question "3=Who teaches it?"
            """, TalkRig.Passed);
        var opened = await rig.SendAsync();
        Assert.Contains("new call 1 TSB Circular 320", To(opened, TalkRig.Secretary), StringComparison.Ordinal);
        foreach (var member in new[] { Jane, Kiri, Lin })
        {
            Assert.Contains("Is there a hotline?", To(opened, member), StringComparison.Ordinal);
            Assert.Contains("Which law applies?", To(opened, member), StringComparison.Ordinal);
        }

        await rig.MailAsync(Jane, "TSB Circular 320: questionnaire", "Dear Sir,\n\nAnswers to the questionnaire of TSB Circular 320:\n\n1. Yes, since 2008.\n2. The Online Safety Act of 2011.\n\nKind regards,\nJane Example");
        Assert.Contains("The Online Safety Act of 2011", To(await rig.SendAsync(), Jane), StringComparison.Ordinal);
        await rig.MailAsync(Kiri, "TSB Circular 320: questionnaire", "Dear Sir,\n\nAnswers to the questionnaire of TSB Circular 320:\n\n1. Not yet; a hotline of the police is planned for the second half of next year, together with two neighbouring countries.\n2. See below.\n\nKind regards,\nKiri Example");
        await rig.SendAsync();
        await rig.MailAsync(Kiri, "TSB Circular 320: questionnaire", "Dear Sir,\n\nFurther to our answers to the questionnaire of TSB Circular 320:\n\n2. The Children Act.\n3. All schools do.\n\nKind regards,\nKiri Example");
        Assert.Contains("The Children Act", To(await rig.SendAsync(), Kiri), StringComparison.Ordinal);

        var gathered = await rig.OrderAsync("call answers 320 --by-question");
        foreach (var answer in new[] { "1. Is there a hotline?", "Administration of Australia, Australia (AU): Yes, since 2008.", "together with two neighbouring countries.", "2. Which law applies?", "The Online Safety Act of 2011", "The Children Act", "3. Who teaches it?", "All schools do." })
            Assert.Contains(answer, gathered.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("See below", gathered, StringComparison.Ordinal);
        Assert.Contains("Administration of Singapore", await rig.OrderAsync("call show 320"), StringComparison.Ordinal);

        var letters = await rig.LiveUntilAsync(new(2012, 11, 20, 12, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("National approaches", To(letters, Jane), StringComparison.Ordinal);
        Assert.DoesNotContain("National approaches", To(letters, Kiri), StringComparison.Ordinal);
        Assert.Contains("31 October 2012", To(letters, Lin), StringComparison.Ordinal);
        var call = Assert.Single((await rig.RegisterAsync()).All<CallEntry>());
        Assert.Equal((CallState.Closed, CallOutcome.Collected), (call.State, call.Result!.Sheet.Outcome));
        foreach (var office in new[] { TalkRig.Chairman, TalkRig.Secretary }) Assert.Contains("TSB Circular 320", To(letters, office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_short_answer_is_no_silence_a_person_reads_it()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 320\" --kind questionnaire --title \"National approaches\" --deadline 2012-10-31 --question \"1=Is there a hotline?\" --question \"2=Which law applies?\"");
        Assert.Equal(MessageState.Held, (await rig.MailAsync(Kiri, "TSB Circular 320: questionnaire", "Answers to the questionnaire of TSB Circular 320:\n\n1. Not yet.")).Line.State);
        Assert.Equal(MessageState.Processed, (await rig.MailAsync(Kiri, "TSB Circular 320: questionnaire", "We have received TSB Circular 320. Thank you.")).Line.State);
    }
}
