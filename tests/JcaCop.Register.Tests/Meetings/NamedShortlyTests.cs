using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

/// <summary>Delegates are named in full when they are registered, and shortly afterwards.</summary>
public sealed class NamedShortlyTests : MeetingTests
{
    [Theory]
    [InlineData("Орлова Татьяна Викторовна", "Т. В. Орлова")]
    [InlineData("Sergei Viktorovich Laptev", "S. V. Laptev")]
    [InlineData("Ibrahim KONÉ", "Koné")]
    [InlineData("Lucy Park", "Mr Park")]
    [InlineData("张伟", "张处长")]
    [InlineData("نورة القحطاني", "السيدة القحطاني")]
    public async Task A_regret_by_a_short_name_takes_back_the_delegate_in_whichever_order_the_mails_are_read(string full, string told)
    {
        await OpenAsync();
        await SayAsync("note", 1, Comes(full, AttendanceMode.Remote), Comes("Ana Lopez"));
        await SayAsync("gone", 5, Regrets(told));
        await OpenAsync("2", Day.AddDays(60));
        await SayAsync("gone again", 9, Regrets(told) with { Meeting = Day.AddDays(60) });
        await SayAsync("note, late", 7, Comes(full, AttendanceMode.Remote, Day.AddDays(60)));
        var all = await AllAsync<RegistrationEntry>();
        Assert.Equal([(full, RegistrationState.Regrets), (full, RegistrationState.Regrets)], all.Where(one => one.Name != "Ana Lopez").Select(one => (one.Name, one.State)));
        Assert.Equal(2, (await Register.SnapshotAsync("g", null, Stop)).Persons.Count);
    }

    [Fact]
    public async Task A_regret_that_is_read_before_the_registration_is_the_same_delegates()
    {
        await OpenAsync();
        await SayAsync("gone", 5, Regrets("Т. В. Орлова"));
        await SayAsync("note, late", 1, Comes("Орлова Татьяна Викторовна", AttendanceMode.Remote));
        Assert.Equal(("Орлова Татьяна Викторовна", RegistrationState.Regrets), (await AllAsync<RegistrationEntry>()).Select(one => (one.Name, one.State)).Single());
        Assert.Equal("Орлова Татьяна Викторовна", Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Persons).Name);
    }

    [Fact]
    public async Task A_registration_is_taken_back_by_a_surname_in_another_case()
    {
        await OpenAsync();
        await SayAsync("note", 1, Comes("Орлова Татьяна Викторовна"));
        await SayAsync("gone", 5, Withdraws("Т. В. Орловой"));
        Assert.Equal(RegistrationState.Cancelled, Assert.Single(await AllAsync<RegistrationEntry>()).State);
    }

    [Fact]
    public async Task Where_two_of_the_delegation_may_be_meant_a_person_says_who()
    {
        await OpenAsync();
        await SayAsync("note", 1, Comes("Tatiana Orlov"), Comes("Timur Orlov"));
        var judged = await SayAsync("gone", 5, Regrets("T. Orlov"));
        Assert.Equal((ItemState.Held, "T. Orlov may be Tatiana Orlov (a.lopez@tel.gov.xx), Timur Orlov (a.lopez@tel.gov.xx)"), (judged.Verdict.Items[0].State, judged.Verdict.Items[0].Why));
        Assert.Contains("say the name in full", (await Review.AcceptAsync(judged.Taken.Id, null, "secretary@example.org", null, Stop)).Problem, StringComparison.Ordinal);
        Assert.Null((await Review.AcceptAsync(judged.Taken.Id, [], "secretary@example.org", [("name", "Timur Orlov")], null, Stop)).Problem);
        Assert.Equal([("Tatiana Orlov", RegistrationState.Registered), ("Timur Orlov", RegistrationState.Regrets)], (await AllAsync<RegistrationEntry>()).Select(one => (one.Name, one.State)));
    }

    [Fact]
    public async Task Whoever_another_house_has_registered_is_not_taken_back_without_a_person()
    {
        await OpenAsync();
        var theirs = await PassAsync("theirs", Mails.Raw("theirs", from: "desk@sg17-desk.example"), 1, Comes("Ivan Petrov", organization: "ITU-T SG17") with { Country = null });
        Assert.Null((await Review.AcceptAsync(theirs.Taken.Id, null, "secretary@example.org", null, Stop)).Problem);
        var judged = await SayAsync("gone", 5, Regrets("I. Petrov"));
        Assert.Equal((ItemState.Held, "I. Petrov may be Ivan Petrov (desk@sg17-desk.example), whom another house has registered"), (judged.Verdict.Items[0].State, judged.Verdict.Items[0].Why));
    }

    [Fact]
    public async Task A_delegate_who_is_named_again_by_initials_stays_one()
    {
        await OpenAsync();
        await SayAsync("note", 1, Comes("Sergei Viktorovich Laptev", AttendanceMode.InPerson));
        await SayAsync("change", 5, Comes("S. V. Laptev", AttendanceMode.Remote));
        Assert.Equal(("Sergei Viktorovich Laptev", AttendanceMode.Remote), (await AllAsync<RegistrationEntry>()).Select(one => (one.Name, one.Mode!.Value)).Single());
        var judged = await SayAsync("who?", 7, Comes("Laptev"));
        Assert.Equal("Laptev may be Sergei Viktorovich Laptev, who is on record", judged.Verdict.Items[0].Why);
    }
}
