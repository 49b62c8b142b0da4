using JcaCop.Post.Letters.Message;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Questions to people: one word by mail decides, once, from whoever is entitled.</summary>
public sealed class QuestionTests
{
    private const string Nomination = """
        With reference to TSB Circular 313, we nominate the following organization:

        Organization: Lantern Children's Network
        Country: Australia
        Contact person: Ms Anna Sample
        E-mail: anna.sample@lantern.example
        Telephone: +61 3 5550 0101
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A mail of a stranger is held, and the secretariat is asked about it.</summary>
    private static async Task<(MessageDetails Held, ReplyToken Code)> HeldAsync(TalkRig rig, Answerers? answerers = null, int days = 14)
    {
        var held = await rig.MailAsync("someone@gmail.com", "TSB Circular 313 - nomination", Nomination);
        Assert.Equal(MessageState.Held, held.Line.State);
        var code = ReplyToken.New();
        var until = rig.Clock.GetUtcNow().AddDays(days);
        var question = new QuestionEntry(0, "g", QuestionMatter.HeldMail, QuestionEntry.KeyOfMessage(held.Line.Id), null, null, held.Line.Id, "nomination of Lantern Children's Network",
            [new(AnswerWords.Accept, "review accept {id}"), new(AnswerWords.Reject, "review reject {id}")], answerers ?? Answerers.Secretariat, [], rig.Clock.GetUtcNow(), until);
        var asked = await rig.Get<QuestionStore>().AskAsync(question, new IssuedCode(QuestionCode.HashOf("g", code.Code), TalkRig.Secretary, until), "digest", Stop);
        Assert.True(asked.Done);
        return (held, code);
    }

    private static string Subject(ReplyToken code) => $"Re: To decide [JCA-COP #{code}]";

    [Theory]
    [InlineData("accept")]
    [InlineData("Accept.\n\nThanks,\nInes")]
    [InlineData("Accept. Thanks, Ines")]
    [InlineData("Oui, merci.")]
    [InlineData("j'accepte, merci")]
    [InlineData("同意")]
    [InlineData("принять")]
    [InlineData("موافق")]
    [InlineData("Acepto\n\n> reject\n> On Monday the desk wrote:")]
    public async Task One_word_in_any_of_the_languages_records_what_was_held_in_that_persons_name(string word)
    {
        await using var rig = new TalkRig();
        var (held, code) = await HeldAsync(rig);
        var answer = await rig.MailAsync(TalkRig.Secretary, Subject(code), word, TalkRig.Passed);
        Assert.Equal(MessageState.Processed, answer.Line.State);
        var organization = Assert.Single((await rig.RegisterAsync()).Organizations);
        Assert.All(await rig.Get<RegisterStore>().HistoryAsync(EntryKind.Organization, organization.Id, Stop), line => Assert.Equal(TalkRig.Secretary, line.AcceptedBy));
        Assert.Equal(MessageState.Processed, (await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!.Line.State);
        var question = Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>());
        Assert.Equal((QuestionState.Answered, TalkRig.Secretary, "accept", answer.Line.Id), (question.State, question.AnsweredBy, question.Word, question.AnswerMessageId));
    }

    [Theory]
    [InlineData("To decide {0}")]
    [InlineData("{0}")]
    [InlineData("Re: {0} please")]
    public async Task The_code_counts_in_a_subject_into_which_somebody_copied_it(string subject)
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await rig.MailAsync(TalkRig.Secretary, string.Format(System.Globalization.CultureInfo.InvariantCulture, subject, code), "accept", TalkRig.Passed);
        Assert.Single((await rig.RegisterAsync()).Organizations);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("Yes.\n\nThanks,\nInes")]
    [InlineData("1")]
    public async Task A_word_that_names_no_question_waits_for_a_person_where_something_is_asked_of_its_writer(string word)
    {
        await using var rig = new TalkRig();
        await HeldAsync(rig);
        var answer = await rig.MailAsync(TalkRig.Secretary, "Re: To decide", word, TalkRig.Passed);
        Assert.Equal(MessageState.Held, answer.Line.State);
        Assert.Contains("which one, or how, is not plain", answer.Line.Reason, StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        // Of somebody else nothing is asked.
        Assert.Equal(MessageState.Processed, (await rig.MailAsync("itu@ministry.example", "Thanks", "ok")).Line.State);
    }

    [Fact]
    public async Task The_code_counts_in_the_reply_address_too_and_no_says_no()
    {
        await using var rig = new TalkRig();
        var (held, code) = await HeldAsync(rig);
        await rig.MailAsync(TalkRig.Secretary, "Re: To decide", "No", TalkRig.Passed, to: PlusAddress.Of(TalkRig.Desk, LetterId.New(), code));
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        Assert.Equal("Held", ItemState(held));
        Assert.Equal("Rejected", ItemState((await rig.Get<MessageQueries>().ShowAsync(held.Line.Id, Stop))!));
    }

    [Fact]
    public async Task Each_line_of_an_answer_to_a_digest_decides_what_its_code_names()
    {
        await using var rig = new TalkRig();
        var (_, first) = await HeldAsync(rig);
        var other = await rig.MailAsync("else@gmail.com", "TSB Circular 313", Nomination.Replace("Lantern", "Harbour", StringComparison.Ordinal).Replace("Anna", "Berta", StringComparison.Ordinal));
        var second = ReplyToken.New();
        var until = rig.Clock.GetUtcNow().AddDays(3);
        await rig.Get<QuestionStore>().AskAsync(new QuestionEntry(0, "g", QuestionMatter.HeldMail, QuestionEntry.KeyOfMessage(other.Line.Id), null, null, other.Line.Id, "Harbour",
            [new("accept", "review accept {id}"), new("reject", "review reject {id}")], Answerers.Secretariat, [], rig.Clock.GetUtcNow(), until),
            new IssuedCode(QuestionCode.HashOf("g", second.Code), TalkRig.Secretary, until), "digest", Stop);
        await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"accept {first}\n{second} - reject\n", TalkRig.Passed);
        Assert.Equal("Lantern Children's Network", Assert.Single((await rig.RegisterAsync()).Organizations).Name);
        Assert.All((await rig.RegisterAsync()).All<QuestionEntry>(), question => Assert.Equal(QuestionState.Answered, question.State));
    }

    [Fact]
    public async Task A_value_behind_a_code_corrects_that_entry_and_one_that_fits_nothing_is_told_alone()
    {
        await using var rig = new TalkRig();
        var (_, first) = await HeldAsync(rig);
        var codes = await MoreAsync(rig);
        var mail = await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"{first} accept\n{codes[0]} organization: Harbour Trust\n{codes[1]} colour: blue\n", TalkRig.Passed);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        Assert.Equal(["Harbour Trust", "Lantern Children's Network"], (await rig.RegisterAsync()).Organizations.Select(organization => organization.Name).Order());
        var told = await rig.SendTextAsync();
        Assert.Contains("'colour: blue' says nothing that a nomination holds", told, StringComparison.Ordinal);
        Assert.Contains("colour: blue: Meadow", told, StringComparison.Ordinal);
        Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>(), question => question.State == QuestionState.Open);
    }

    /// <summary>Questions about mails of two strangers more, each with its code.</summary>
    private static async Task<List<ReplyToken>> MoreAsync(TalkRig rig)
    {
        var until = rig.Clock.GetUtcNow().AddDays(3);
        var codes = new List<ReplyToken>();
        foreach (var (name, contact) in new[] { ("Harbour", "Berta"), ("Meadow", "Clara") })
        {
            var other = await rig.MailAsync($"{contact.ToLowerInvariant()}@gmail.com", "TSB Circular 313",
                Nomination.Replace("Lantern", name, StringComparison.Ordinal).Replace("Anna", contact, StringComparison.Ordinal));
            codes.Add(ReplyToken.New());
            await rig.Get<QuestionStore>().AskAsync(new QuestionEntry(0, "g", QuestionMatter.HeldMail, QuestionEntry.KeyOfMessage(other.Line.Id), null, null, other.Line.Id, name,
                [new("accept", "review accept {id}"), new("reject", "review reject {id}")], Answerers.Secretariat, [], rig.Clock.GetUtcNow(), until),
                new IssuedCode(QuestionCode.HashOf("g", codes[^1].Code), TalkRig.Secretary, until), "digest", Stop);
        }
        await rig.SendAsync();
        return codes;
    }

    [Theory]
    [InlineData("{0} accept\n{1} accpet\n{2} accept\n\nThanks!", "what is to be done is not plain")]
    [InlineData("Dear colleagues,\n\n{0} accept\nAAAA-BBBB accept\n{2} accept\n{2} accept", "no question has the code AAAA-BBBB")]
    [InlineData("{0} accept\n{2} accept\n{1} accept\nbut only once the ministry has confirmed it", "may belong to it")]
    [InlineData("{0} accept\n{1} accept\n{2} accept\n{1} reject", "another line says something else of it")]
    [InlineData("{0} accept\n{2} accept\n{1} 7", "'7' is no answer to this question")]
    public async Task Of_an_answer_line_by_line_all_that_is_plain_is_carried_out_and_the_rest_is_named_to_its_writer(string text, string named)
    {
        await using var rig = new TalkRig();
        var (_, first) = await HeldAsync(rig);
        var codes = await MoreAsync(rig);
        var mail = await rig.MailAsync(TalkRig.Secretary, "Re: Digest", string.Format(System.Globalization.CultureInfo.InvariantCulture, text, first, codes[0], codes[1]), TalkRig.Passed);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        Assert.Equal(["Lantern Children's Network", "Meadow Children's Network"], (await rig.RegisterAsync()).Organizations.Select(organization => organization.Name).Order());
        Assert.Contains(named, await rig.SendTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Harbour", Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>(), question => question.State == QuestionState.Open).Title);
    }

    [Theory]
    [InlineData("{0} accpet\n{1} acept", "what is to be done is not plain")]
    [InlineData("Not before Friday:\n{0} accept\n{1} accept", "may speak of all that stands below it")]
    [InlineData("AAAA-BBBB accept", "no question has the code AAAA-BBBB")]
    public async Task Lines_of_which_none_is_plain_wait_for_a_person_and_are_named_to_their_writer(string text, string named)
    {
        await using var rig = new TalkRig();
        var (_, first) = await HeldAsync(rig);
        var codes = await MoreAsync(rig);
        var mail = await rig.MailAsync(TalkRig.Secretary, "Re: Digest", string.Format(System.Globalization.CultureInfo.InvariantCulture, text, first, codes[0]), TalkRig.Passed);
        await AssertNothingAsync(rig, mail, "which one, or how, is not plain");
        Assert.Contains(named, await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_under_a_secretarys_address_without_our_servers_word_decide_nothing_and_are_not_answered()
    {
        await using var rig = new TalkRig();
        var (_, first) = await HeldAsync(rig);
        var codes = await MoreAsync(rig);
        await AssertNothingAsync(rig, await rig.MailAsync(TalkRig.Secretary, "Re: Digest", $"{first} accept\n{codes[0]} accpet"), "our mail server");
        Assert.Empty(await rig.SendAsync());
    }

    [Fact]
    public async Task The_secretariat_reads_its_own_language_alone_whatever_its_mail_was_taken_to_be_in()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "Question", "Bonjour,\n\nPourriez-vous nous dire quand commence la réunion ?\n\nCordialement", TalkRig.Passed);
        var told = await rig.SendTextAsync();
        Assert.NotEmpty(told);
        Assert.DoesNotContain("Votre", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("your", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_code_is_used_once()
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await rig.MailAsync(TalkRig.Secretary, Subject(code), "reject", TalkRig.Passed);
        var again = await rig.MailAsync(TalkRig.Secretary, Subject(code), "accept", TalkRig.Passed);
        await AssertNothingAsync(rig, again, "has answered it before");
    }

    [Fact]
    public async Task After_its_time_a_code_decides_nothing()
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig, days: 2);
        rig.Clock.Advance(TimeSpan.FromDays(2));
        await AssertNothingAsync(rig, await rig.MailAsync(TalkRig.Secretary, Subject(code), "accept", TalkRig.Passed), "the time to answer it is over");
        Assert.Equal(1, await rig.Get<QuestionStore>().ExpireAsync("g", Stop));
        Assert.Equal(QuestionState.Expired, Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>()).State);
    }

    [Fact]
    public async Task Whoever_got_the_code_passed_on_decides_nothing_and_neither_does_a_quotation()
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await AssertNothingAsync(rig, await rig.MailAsync("jane@ministry.example", Subject(code), "accept", "Authentication-Results: mx.union.example; dmarc=pass"), "not entitled");
        var quoted = await rig.MailAsync("jane@ministry.example", "Re: To decide", $"Is this for us?\n\n> To decide [JCA-COP #{code}]\n> accept {code}\n");
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        Assert.NotEqual("command-result", (await rig.LettersAsync()).FirstOrDefault(letter => letter.CauseMessageId == quoted.Line.Id)?.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Authentication-Results: mx.union.example; dmarc=fail")]
    [InlineData("Authentication-Results: elsewhere.example; dmarc=pass")]
    public async Task A_secretarys_address_without_our_servers_word_decides_nothing(string? headers)
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await AssertNothingAsync(rig, await rig.MailAsync(TalkRig.Secretary, Subject(code), "accept", headers), "our mail server");
    }

    [Theory]
    [InlineData("accept\nreject")]
    [InlineData("Please do not accept this before we have spoken with the ministry.")]
    [InlineData("accept\n\nbut only if the ministry confirms it first, which I doubt very much at present")]
    [InlineData("3")]
    public async Task More_than_a_word_is_read_by_a_person(string text)
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await AssertNothingAsync(rig, await rig.MailAsync(TalkRig.Secretary, Subject(code), text, TalkRig.Passed), "it answers a question");
        Assert.True(Assert.Single((await rig.RegisterAsync()).All<QuestionEntry>()).Live);
    }

    [Fact]
    public async Task A_seat_answers_for_its_own_matter_from_its_own_address()
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig, new Answerers(false, false, ["jane@ministry.example"]));
        await AssertNothingAsync(rig, await rig.MailAsync(TalkRig.Secretary, Subject(code), "accept", TalkRig.Passed), "not entitled");
        await rig.MailAsync("Jane@Ministry.example", Subject(code), "oui", "Authentication-Results: mx.union.example; dmarc=none");
        Assert.Single((await rig.RegisterAsync()).Organizations);
    }

    [Fact]
    public async Task Values_given_in_the_answer_take_the_place_of_what_was_read()
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await rig.MailAsync(TalkRig.Secretary, Subject(code), "Telephone: +61 2 5550 9999\nContact person: Anna Sampler", TalkRig.Passed);
        var person = Assert.Single((await rig.RegisterAsync()).Persons);
        Assert.Equal(("Anna Sampler", "+61 2 5550 9999", "anna.sample@lantern.example"), (person.Name, person.Phone, person.Email));
    }

    [Fact]
    public async Task An_absence_that_answers_a_question_is_no_answer()
    {
        await using var rig = new TalkRig();
        var (_, code) = await HeldAsync(rig);
        await rig.MailAsync(TalkRig.Secretary, $"Automatic reply: To decide [JCA-COP #{code}]", "accept", TalkRig.Passed + "\nAuto-Submitted: auto-replied");
        Assert.Empty((await rig.RegisterAsync()).Organizations);
    }

    private static string ItemState(MessageDetails mail) => Assert.Single(mail.Items).State.ToString();

    private static async Task AssertNothingAsync(TalkRig rig, MessageDetails mail, string why)
    {
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Contains(why, mail.Line.Reason, StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
    }
}
