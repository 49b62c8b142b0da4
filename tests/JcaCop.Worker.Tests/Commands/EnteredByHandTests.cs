using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Reading.Items;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>What came by telephone, on paper, or in a mail that was not read is entered by a verb, on the command line as by mail.</summary>
public sealed class EnteredByHandTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Parent"] = "ITU-T SG17" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<string> DoneAsync(string line)
    {
        var (code, printed) = await rig.RunAsync(line);
        Assert.True(code == 0, $"{line}: {printed}");
        return printed;
    }

    private async Task<string> RefusedAsync(string line)
    {
        var (code, printed) = await rig.RunAsync(line);
        Assert.True(code != 0, $"{line}: {printed}");
        return printed;
    }

    private async Task<RegistrationEntry> OfAsync(string name) => (await rig.RegisterAsync()).All<RegistrationEntry>().Single(one => one.Name == name);

    private Task<string> MeetingAsync() => DoneAsync("meeting open 8 --date 2012-11-14 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/8");

    [Fact]
    public async Task Somebody_registered_by_hand_is_a_participant_like_any_other()
    {
        await MeetingAsync();
        await DoneAsync("meeting announce 8");
        Assert.Contains("new registration", await DoneAsync("meeting register 8 \"Lucy Park\" --organization \"Department of Communications\" --country au --mode remote --email l.park@comms.example"), StringComparison.Ordinal);
        var lucy = await OfAsync("Lucy Park");
        Assert.Equal(("Department of Communications", "AU", AttendanceMode.Remote, RegistrationState.Registered), (lucy.Organization, lucy.Country, lucy.Mode, lucy.State));
        Assert.Contains("Lucy Park", await DoneAsync("meeting participants 8"), StringComparison.Ordinal);
        var letters = await rig.LiveUntilAsync(new(2012, 11, 14, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(letters, letter => letter.To.Mailboxes.Any(to => to.Address == "l.park@comms.example") && letter.TextBody!.Contains("https://conference.example/8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registration_is_changed_by_the_same_verb_and_the_rest_of_it_stays()
    {
        await MeetingAsync();
        await DoneAsync("meeting register 8 \"Lucy Park\" --organization \"Department of Communications\" --mode remote --email l.park@comms.example");
        Assert.Contains("remote -> in-person", await DoneAsync("meeting register 8 \"Lucy Park\" --mode in-person"), StringComparison.Ordinal);
        var lucy = await OfAsync("Lucy Park");
        Assert.Equal(("Department of Communications", AttendanceMode.InPerson), (lucy.Organization, lucy.Mode));
        Assert.StartsWith("Nothing changed", await DoneAsync("meeting register 8 \"Lucy Park\" --mode in-person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_excused_comes_no_more_and_who_comes_instead_is_on_the_list()
    {
        await MeetingAsync();
        await DoneAsync("meeting register 8 \"Claire Morvan\" --mode in-person");
        await DoneAsync("meeting register 8 \"Paul Girard\" --instead-of \"Claire Morvan\" --email p.girard@numerique.example");
        Assert.Equal(RegistrationState.Cancelled, (await OfAsync("Claire Morvan")).State);
        Assert.Equal("Claire Morvan", (await OfAsync("Paul Girard")).InsteadOf);
        await DoneAsync("meeting excuse 8 \"Paul Girard\"");
        Assert.Equal(RegistrationState.Cancelled, (await OfAsync("Paul Girard")).State);
        await DoneAsync("meeting register 8 \"Paul Girard\"");
        Assert.Equal(RegistrationState.Registered, (await OfAsync("Paul Girard")).State);
        await DoneAsync("meeting excuse 8 \"ITU-T SG16\"");
        await DoneAsync("meeting excuse 8 \"Nobody Known\"");
        Assert.Equal((RegistrationState.Regrets, null), ((await OfAsync("ITU-T SG16")).State, (await OfAsync("ITU-T SG16")).PersonId));
        Assert.NotNull((await OfAsync("Nobody Known")).PersonId);
    }

    [Fact]
    public async Task What_is_not_plain_of_a_participant_is_refused_and_nothing_is_entered()
    {
        await MeetingAsync();
        await DoneAsync("person add --name \"Wei Chen\" --email wei@one.example");
        await DoneAsync("person add --name \"Wei Chen\" --email wei@two.example");
        Assert.Contains("person 1 and 2", await RefusedAsync("meeting register 8 \"Wei Chen\""), StringComparison.Ordinal);
        Assert.Contains("no meeting 9", await RefusedAsync("meeting register 9 \"Wei Chen\""), StringComparison.Ordinal);
        Assert.Contains("is a body", await RefusedAsync("meeting register 8 \"ITU-T SG16\""), StringComparison.Ordinal);
        Assert.Contains("nobody of the name", await RefusedAsync("meeting register 8 1 --instead-of \"Lucy Park\""), StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).All<RegistrationEntry>());
        await DoneAsync("meeting register 8 2 --organization \"Ministry of Two\"");
        await DoneAsync("member add \"Ministry of Two\" --email two@two.example");
        Assert.Contains("Wei Chen is registered", await RefusedAsync("meeting excuse 8 \"Ministry of Two\""), StringComparison.Ordinal);
    }

    private async Task ConsultationAsync()
    {
        await DoneAsync("member add \"Administration of Australia\" --country AU --email itu@ministry.example");
        await DoneAsync("call open \"TSB Circular 270\" --kind consultation --title \"Terms of reference\" --deadline 2012-10-31 --to administrations --no-letters");
    }

    [Fact]
    public async Task An_answer_by_telephone_counts_and_is_not_reminded()
    {
        await ConsultationAsync();
        rig.Clock.Advance(TimeSpan.FromDays(3));
        await DoneAsync("call answer 270 AU --position objection --text \"Point 3 goes too far.\" --how \"by telephone, Ms Park\" --on 2012-10-02");
        var register = await rig.RegisterAsync();
        var answer = register.All<AnswerEntry>().Single();
        Assert.Equal((PositionTaken.Objection, "Point 3 goes too far."), (answer.Given!.Said.Position, answer.Given.Said.Text));
        Assert.Contains("by telephone, Ms Park", answer.Given.Sender, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Met, register.All<ObligationEntry>().Single(owed => owed.OfKind == EntryKind.Call).State);
        Assert.Contains("Point 3 goes too far.", await DoneAsync("call answers 270"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_answer_is_entered_only_where_it_is_to_replace_the_one_that_stands()
    {
        await ConsultationAsync();
        await DoneAsync("call answer 270 AU --position objection");
        Assert.Contains("--replace", await RefusedAsync("call answer 270 AU --position support"), StringComparison.Ordinal);
        await DoneAsync("call answer 270 AU --position support --replace");
        var answer = (await rig.RegisterAsync()).All<AnswerEntry>().Single();
        Assert.Equal((PositionTaken.Support, PositionTaken.Objection), (answer.Given!.Said.Position, answer.Former.Single().Said.Position));
        Assert.Contains("takes another answer: --position", await RefusedAsync("call answer 270 AU --nothing"), StringComparison.Ordinal);
        Assert.Contains("What does it say", await RefusedAsync("call answer 270 AU"), StringComparison.Ordinal);
        Assert.Contains("lies ahead", await RefusedAsync("call answer 270 AU --position support --on 2012-10-20"), StringComparison.Ordinal);
        Assert.Contains("no member 'XX'", await RefusedAsync("call answer 270 XX --position support"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_questions_are_added_one_after_the_other()
    {
        await DoneAsync("member add \"Administration of Australia\" --country AU --email itu@ministry.example");
        await DoneAsync("call open CL-24/10 --kind questionnaire --title \"Helplines\" --question \"1=Is there one?\" --question \"2=Since when?\" --to administrations --no-letters");
        await DoneAsync("call answer CL-24/10 AU --response \"1=Yes\"");
        await DoneAsync("call answer CL-24/10 AU --response \"2=2010\"");
        Assert.Contains("--replace", await RefusedAsync("call answer CL-24/10 AU --response \"1=No\""), StringComparison.Ordinal);
        Assert.Contains("no question 7", await RefusedAsync("call answer CL-24/10 AU --response \"7=No\""), StringComparison.Ordinal);
        Assert.Equal(["Yes", "2010"], (await rig.RegisterAsync()).All<AnswerEntry>().Single().Given!.Said.Responses.Select(one => one.Text));
    }

    [Fact]
    public async Task A_statement_on_paper_is_passed_on_and_owed_like_one_by_mail()
    {
        await DoneAsync("liaison receive \"Work on filters\" --from \"ITU-T SG16\" --reference SG16-LS45 --action JCA-COP --deadline 2012-11-01");
        Assert.Contains("on record already", await RefusedAsync("liaison receive \"Work on filters\" --from \"ITU-T SG16\" --reference \"SG16 - LS 45\""), StringComparison.Ordinal);
        Assert.Contains("no study group", await RefusedAsync("liaison receive \"Else\" --from \"ITU-T SG99\""), StringComparison.Ordinal);
        var letters = await rig.LiveUntilAsync(new(2012, 10, 1, 14, 0, 0, TimeSpan.Zero));
        Assert.Contains(letters, letter => letter.To.ToString() == TalkRig.Chairman && letter.TextBody!.Contains("SG16-LS45", StringComparison.Ordinal));
        var register = await rig.RegisterAsync();
        Assert.Equal(LiaisonState.Routed, register.All<LiaisonEntry>().Single().State);
        Assert.Single(register.All<ObligationEntry>(), owed => owed.OfKind == EntryKind.Liaison && owed.Live);
    }

    [Fact]
    public async Task An_answer_to_our_statement_entered_by_a_secretarys_mail_closes_what_its_sender_owed()
    {
        await DoneAsync("member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email sg16@sixteen.example");
        await DoneAsync("liaison draft \"Work on filters\" --text \"Please tell.\" --action \"ITU-T SG16\" --deadline 2012-11-01");
        await DoneAsync("liaison send 1");
        Assert.Contains("no liaison statement of ours", await RefusedAsync("liaison receive \"Reply\" --from \"ITU-T SG16\" --reply-to JCA-COP-LS7"), StringComparison.Ordinal);
        var told = await rig.OrderAsync("liaison receive \"Reply on filters\" --from \"ITU-T SG16\" --reply-to JCA-COP-LS1");
        Assert.Contains("Reply on filters", told, StringComparison.Ordinal);
        var register = await rig.RegisterAsync();
        Assert.Equal(LiaisonState.Answered, register.All<LiaisonEntry>().Single(entry => entry.Id == 1).State);
        Assert.DoesNotContain(register.All<ObligationEntry>(), owed => owed.Live && owed.Debtor.Name == "ITU-T SG16");
    }
}
