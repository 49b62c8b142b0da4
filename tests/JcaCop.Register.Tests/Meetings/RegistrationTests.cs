using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

public sealed class RegistrationTests : MeetingTests
{
    [Fact]
    public async Task A_delegation_is_registered_by_one_note_verbale()
    {
        await OpenAsync();
        var judged = await SayAsync("note", 1, Comes("Ana Lopez", AttendanceMode.InPerson), Comes("Juan Diaz"), Comes("Li Wei", AttendanceMode.Remote, email: "li@tel.gov.xx"));
        Assert.All(judged.Verdict.Items, item => Assert.Equal(ItemState.Accepted, item.State));
        var all = await AllAsync<RegistrationEntry>();
        Assert.Equal([("Ana Lopez", AttendanceMode.InPerson), ("Juan Diaz", (AttendanceMode?)null), ("Li Wei", AttendanceMode.Remote)], all.Select(one => (one.Name, one.Mode)));
        Assert.All(all, one => Assert.Equal((RegistrationState.Registered, "XX", "a.lopez@tel.gov.xx"), (one.State, one.Country, one.ToldBy)));
    }

    [Fact]
    public async Task A_registration_is_changed_and_taken_back_by_later_mails_and_the_newer_word_counts()
    {
        await OpenAsync();
        await SayAsync("first", 1, Comes("Ana Lopez", AttendanceMode.InPerson));
        await SayAsync("change", 5, Comes("Ana Lopez", AttendanceMode.Remote));
        await SayAsync("older, late", 3, Comes("Ana Lopez", AttendanceMode.InPerson));
        Assert.Equal(AttendanceMode.Remote, Assert.Single(await AllAsync<RegistrationEntry>()).Mode);
        await SayAsync("gone", 9, Withdraws("Ana Lopez"));
        Assert.Equal(RegistrationState.Cancelled, Assert.Single(await AllAsync<RegistrationEntry>()).State);
        await SayAsync("older again", 7, Comes("Ana Lopez"));
        Assert.Equal(RegistrationState.Cancelled, Assert.Single(await AllAsync<RegistrationEntry>()).State);
        await SayAsync("back", 11, Comes("Ana Lopez"));
        Assert.Equal(RegistrationState.Registered, Assert.Single(await AllAsync<RegistrationEntry>()).State);
    }

    [Fact]
    public async Task Who_takes_back_a_registration_under_the_own_name_means_the_own_and_not_that_of_a_namesake()
    {
        await OpenAsync();
        await SayAsync("both", 1, Comes("Ana Lopez", email: "a.lopez@tel.gov.xx"), Comes("Ana Lopez", email: "ana@elsewhere.example", organization: "Harbour Helpline"));
        Assert.Equal(2, (await AllAsync<RegistrationEntry>()).Count);
        await SayAsync("gone", 5, Withdraws("Ana Lopez"));
        var person = (await Register.SnapshotAsync("g", null, Stop)).Persons.Single(one => one.Addresses.Any(address => address.Email == "a.lopez@tel.gov.xx"));
        Assert.Equal([person.Id], (await AllAsync<RegistrationEntry>()).Where(one => one.State == RegistrationState.Cancelled).Select(one => one.PersonId ?? 0));
    }

    [Fact]
    public async Task Whoever_comes_instead_of_somebody_is_noted_beside_the_name()
    {
        await OpenAsync();
        await SayAsync("instead", 1, Regrets("Ana Lopez"), Comes("Juan Diaz"));
        var all = await AllAsync<RegistrationEntry>();
        Assert.Equal("Ana Lopez", all.Single(one => one.Name == "Juan Diaz").InsteadOf);
        Assert.Equal(RegistrationState.Regrets, all.Single(one => one.Name == "Ana Lopez").State);
    }

    [Fact]
    public async Task A_meeting_that_the_register_does_not_know_is_a_matter_for_a_person_and_recorded_once_it_is_open()
    {
        var judged = await SayAsync("1", 1, Comes("Ana Lopez"));
        Assert.Equal((ItemState.Held, "the register holds no meeting on 2012-10-15"), (judged.Verdict.Items[0].State, judged.Verdict.Items[0].Why));
        await OpenAsync(announced: false);
        var accepted = await Review.AcceptAsync(judged.Taken.Id, null, "secretary@example.org", null, Stop);
        Assert.Null(accepted.Problem);
        Assert.Equal("Ana Lopez", Assert.Single(await AllAsync<RegistrationEntry>()).Name);
    }

    [Fact]
    public async Task Accepting_a_registration_for_an_unknown_meeting_says_what_is_missing_and_leaves_it_held()
    {
        var judged = await SayAsync("1", 1, Comes("Ana Lopez"));
        var refused = await Review.AcceptAsync(judged.Taken.Id, null, "secretary@example.org", null, Stop);
        Assert.Contains("the register holds no meeting on 2012-10-15", refused.Problem, StringComparison.Ordinal);
        await OpenAsync();
        Assert.Null((await Review.AcceptAsync(judged.Taken.Id, null, "secretary@example.org", null, Stop)).Problem);
        Assert.Single(await AllAsync<RegistrationEntry>());
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_mail_that_names_no_meeting_means_the_only_one_to_come_if_that_was_announced(bool announced, bool accepted)
    {
        await OpenAsync(announced: announced);
        var judged = await SayAsync("1", 1, Comes("Ana Lopez") with { Meeting = null });
        Assert.Equal(accepted ? ItemState.Accepted : ItemState.Held, judged.Verdict.Items[0].State);
    }

    [Fact]
    public async Task A_mail_that_names_no_meeting_waits_where_two_are_to_come()
    {
        await OpenAsync();
        await OpenAsync("2", new DateOnly(2012, 12, 3));
        var judged = await SayAsync("1", 1, Comes("Ana Lopez") with { Meeting = null });
        Assert.StartsWith("it does not say which meeting it means", judged.Verdict.Items[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_registers_for_a_meeting_that_was_cancelled_or_is_over()
    {
        await OpenAsync();
        var late = await SayAsync("late", 60 * 24 * 60, Comes("Ana Lopez"));
        Assert.Equal("1st meeting of JCA-EX is over", late.Verdict.Items[0].Why);
        await OrderAsync(draft => MeetingDesk.Cancel("1", Group, (_, _, _) => [], draft));
        var judged = await SayAsync("1", 1, Comes("Juan Diaz"));
        Assert.Equal("1st meeting of JCA-EX was cancelled", judged.Verdict.Items[0].Why);
    }

    [Fact]
    public async Task A_body_that_excuses_itself_though_it_registered_people_is_a_contradiction()
    {
        await OpenAsync();
        await SayAsync("1", 1, Mails.Nomination("Safe Net", website: "tel.gov.xx"));
        await SayAsync("2", 2, Comes("Ana Lopez", organization: "Safe Net"));
        var judged = await SayAsync("3", 3, Regrets("Safe Net"));
        Assert.Equal("Ana Lopez is registered for Safe Net", judged.Verdict.Items[0].Why);
        await SayAsync("4", 4, Withdraws("Ana Lopez"));
        await SayAsync("5", 5, Regrets("Safe Net"));
        Assert.Contains(await AllAsync<RegistrationEntry>(), one => one is { PersonId: null, Name: "Safe Net", State: RegistrationState.Regrets });
    }
}
