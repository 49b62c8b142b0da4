using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Whose call a word settles on what was written in a member's name.</summary>
public sealed class MemberCallTests : MemberTalk
{
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
}
