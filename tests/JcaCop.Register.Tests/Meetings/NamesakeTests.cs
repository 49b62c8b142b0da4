using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

/// <summary>Many bear one name. Whoever is known in one house is not the namesake whom another names; both are proposed to a person as one.</summary>
public sealed class NamesakeTests : MeetingTests
{
    private const string Theirs = "desk@sg17-desk.example";

    private static readonly JudgePolicy Judging = Policy with { Official = new OfficialDomains([new("sg17-desk.example", "ITU-T SG17"), new("tel.gov.xx", "XX")]) };

    private async Task ReadAsync(string id, string from, int minute, params IReadOnlyList<Item> items)
    {
        var (taken, reading) = await TakeAsync(id, Mails.Raw(id, from), minute, items);
        var known = await new KnownStore(Database).AboutAsync("g", [reading], Judging.Official, Stop);
        var judged = JcaCop.Register.Deciding.Judge.DecideAll([(taken, reading)], known, Judging, Time.GetUtcNow());
        Assert.All(judged[0].Verdict.Items, item => Assert.Equal((ItemState.Accepted, ""), (item.State, item.State == ItemState.Accepted ? "" : item.Why)));
        Assert.True((await Records.RecordAsync(judged, "g", Stop)).Recorded);
    }

    [Theory]
    [InlineData("علي حسن")]
    [InlineData("Иван Петров")]
    [InlineData("李娜")]
    [InlineData("Peter Hall")]
    public async Task A_States_delegate_is_not_the_holder_of_a_seat_elsewhere_whichever_mail_is_read_first(string name)
    {
        await OpenAsync();
        Assert.True((await OrderAsync(draft => MemberDesk.Add(new MemberEntry(0, "g", "Administration of Xland", MemberSort.Administration, "XX", null, [], null, true), false, draft))).Done);
        var seat = Mails.Seat("ITU-T SG17", name, email: "holder@sg17-desk.example");
        var delegated = Comes(name, AttendanceMode.Remote, organization: "State Agency of Posts") with { Country = null, Person = new Person(name, "engineer") };
        await ReadAsync("seat", Theirs, 1, seat);
        await ReadAsync("delegate", "a.lopez@tel.gov.xx", 5, delegated);
        await CheckAsync();
        // Of the next meeting the delegation is heard first.
        await OpenAsync("2", Day.AddDays(60));
        await ReadAsync("delegate again", "a.lopez@tel.gov.xx", 9, delegated with { Meeting = Day.AddDays(60) });
        await ReadAsync("seat again", Theirs, 11, seat);
        await CheckAsync();

        async Task CheckAsync()
        {
            var register = await Register.SnapshotAsync("g", null, Stop);
            Assert.Equal([("holder@sg17-desk.example", null), (null, "engineer")], register.Persons.OrderBy(person => person.Id).Select(person => (person.Email, person.Function)));
            Assert.All(register.All<RegistrationEntry>(), entry => Assert.Equal(("XX", (long?)register.Persons.Max(person => person.Id)), (entry.Country, entry.PersonId)));
            Assert.Equal(register.Persons.Min(person => person.Id), Assert.Single(register.Seats).PersonId);
            Assert.Equal("the same name, and nothing that tells them apart", Assert.Single(Duplicates.Find(register)).Why);
        }
    }

    [Fact]
    public async Task The_delegation_that_is_heard_first_leaves_the_seat_to_its_own_holder()
    {
        await OpenAsync();
        await ReadAsync("delegate", "a.lopez@tel.gov.xx", 5, Comes("Peter Hall", organization: "State Agency of Posts"));
        await ReadAsync("seat", Theirs, 1, Mails.Seat("ITU-T SG17", "Peter Hall", email: "holder@sg17-desk.example"));
        var register = await Register.SnapshotAsync("g", null, Stop);
        Assert.Equal(2, register.Persons.Count);
        Assert.NotEqual(register.All<RegistrationEntry>().Single().PersonId, Assert.Single(register.Seats).PersonId);
    }

    [Fact]
    public async Task An_address_in_common_makes_one_person_of_two_houses()
    {
        await OpenAsync();
        await ReadAsync("seat", Theirs, 1, Mails.Seat("ITU-T SG17", "Peter Hall", email: "p.hall@tel.gov.xx"));
        await ReadAsync("delegate", "a.lopez@tel.gov.xx", 5, Comes("Peter Hall", email: "p.hall@tel.gov.xx", organization: "State Agency of Posts"));
        Assert.Single((await Register.SnapshotAsync("g", null, Stop)).Persons);
    }

    [Fact]
    public void Namesakes_at_two_organizations_are_proposed_as_one()
    {
        PersonEntry Of(long id, long organization) => new(id, "g", "Ana Lopez", null, organization, [], null, null, null);
        Assert.Equal("the same name at two organizations", Assert.Single(Duplicates.Find(new RegisterSnapshot([], [Of(1, 1), Of(2, 2)], []))).Why);
    }
}
