using JcaCop.Register.Deciding;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Conversing;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Members and the secretariat are asked which of two contradicting answers counts.</summary>
public sealed class ContradictionQuestionTests : MemberTalk
{
    [Fact]
    public async Task A_forged_answer_that_contradicts_the_one_that_stands_is_put_to_nobody()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31 --silence nothing");
        await rig.MailAsync("first@council.example", "TSB Circular 270", "The Administration of New Zealand has no objection to the establishment of JCA-EX.");
        var forged = await rig.MailAsync(Kiri, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.", $"Authentication-Results: {TalkRig.Server}; dmarc=fail");
        Assert.Equal(MessageState.Held, forged.Line.State);
        Assert.Empty(await AskedAsync());
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
}
