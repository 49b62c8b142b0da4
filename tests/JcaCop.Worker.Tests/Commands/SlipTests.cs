using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Commands;

/// <summary>What can only be a slip is refused with what is expected: nothing is recorded, and the exit code tells it.</summary>
public sealed class SlipTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task BeginAsync()
    {
        foreach (var line in new[]
        {
            "member add \"Administration of Australia\" --country AU --email itu@ministry.example",
            "person add --name \"Peter Hall\" --email p.hall@ministry.example",
            "organization add --name \"Lantern Trust\" --country AU",
            "seat add \"ITU-T SG17\" --person 1 --from 2012-01-01",
            "meeting open 1 --title \"First\" --date 2012-12-05 --from 9:30 --until 17:30 --place Geneva",
            "activity add --title \"Regional forum\" --start 2012-11-02",
            "call open \"Circular 7\" --kind nomination --title \"About seven\" --deadline 2012-11-09",
        })
            Assert.Equal((0, line), ((await rig.RunAsync(line)).Code, line));
    }

    [Theory]
    [InlineData("seat add \"ITU-T SG99\" --person 1", "no study group")]
    [InlineData("member add \"Group 99\" --body \"ITU-T SG99\"", "no study group")]
    [InlineData("liaison draft \"A\" --text B --information \"ITU-D SG7\"", "no study group")]
    [InlineData("seat add \"ITU-T SG17\" --person 1 --from 2012-05-01", "holds that seat since 2012-01-01")]
    [InlineData("meeting open 2 --title T --date 2012-12-06 --from 18:00 --until 17:00 --place Geneva", "would end at 17:00")]
    [InlineData("meeting set 1 --from 18:00", "would end at 17:30")]
    [InlineData("meeting open 2 --title T --date 2012-12-06 --last-day 2014-12-06 --from 9:00 --until 17:00 --place Geneva", "at most 60 days")]
    [InlineData("meeting open \"\" --title T --date 2012-12-06 --from 9:00 --until 17:00 --place Geneva", "is no number of a meeting")]
    [InlineData("meeting open 2 --title T --date 9999-12-31 --from 9:00 --until 17:00 --place Geneva", "a day from 1900 to 2100")]
    [InlineData("meeting set 1", "Nothing to set")]
    [InlineData("organization set 1", "Nothing to set")]
    [InlineData("organization set 1 --name \"\"", "needs a name")]
    [InlineData("organization set 1 --website nowhere", "takes a web address")]
    [InlineData("organization add --name \"Other Trust\" --country ZZ", "no country code")]
    [InlineData("person set 1 --phone abc", "takes a telephone number")]
    [InlineData("person set 1 --name \"\" --email \"\"", "needs a name or a mail address")]
    [InlineData("member add \"\" --country NZ", "needs a name")]
    [InlineData("activity add --title \"Regional forum\" --start 2012-11-02", "is Regional forum already")]
    [InlineData("liaison draft \"\" --text B --information \"ITU-T SG17\"", "needs a title")]
    [InlineData("liaison draft \"A\" --text B --action \"ITU-T SG17\" --deadline 2012-01-01", "over already")]
    [InlineData("mandate add \"M\" --decided-by \"\"", "needs the body")]
    [InlineData("call open \"Circular 8\" --kind nomination --title \"\" --deadline 2012-11-09", "it is empty")]
    [InlineData("call open \"Circular 8\" --kind nomination --title T --weeks 999999999", "a number from 1 to 520")]
    [InlineData("call open \"Circular 8\" --kind nomination --title T --opened 0001-01-01", "a day from 1900 to 2100")]
    [InlineData("call open \"Circular 8\" --kind nomination --title T --weeks 3 --grace -5", "a number from 0 to 366")]
    [InlineData("call open \"Circular 8\" --kind consultation --title T --weeks 5 --quorum 9", "cannot be reached")]
    [InlineData("call open \"Circular 8\" --kind questionnaire --title T --weeks 5 --question 1=A --question 1=B", "is there twice")]
    [InlineData("call extend 7 --weeks 0", "a number from 1 to 520")]
    [InlineData("call extend 7 --to 9999-12-31", "a day from 1900 to 2100")]
    [InlineData("review accept abc", "ID takes a whole number; 'abc' is none")]
    [InlineData("outbox list --max 0", "a number from 1 to 1000000")]
    public async Task A_slip_is_refused_and_nothing_is_recorded(string line, string why)
    {
        await BeginAsync();
        var before = await rig.Get<Register.Stores.RegisterStore>().SnapshotAsync("g", null, TestContext.Current.CancellationToken);
        var (code, printed) = await rig.RunAsync(line);
        Assert.Equal(2, code);
        Assert.Contains(why, printed, StringComparison.Ordinal);
        var after = await rig.RegisterAsync();
        Assert.Equal((before.Persons.Count, before.Organizations.Count, before.Seats.Count, before.Filed.Count), (after.Persons.Count, after.Organizations.Count, after.Seats.Count, after.Filed.Count));
    }

    [Fact]
    public async Task A_text_in_the_place_of_a_name_is_refused()
    {
        var (code, printed) = await rig.RunAsync($"organization add --name {new string('x', 2_000)}");
        Assert.Equal(2, code);
        Assert.Contains("--name takes at most 1000 characters; there are 2000", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_erased_is_not_erased_again()
    {
        await BeginAsync();
        var mail = await rig.MailAsync("itu@ministry.example", "Greetings", "Dear Sir,\n\nWith reference to Circular 7, we have no organization to nominate.");
        foreach (var what in new[] { $"mail {mail.Line.Id}", "person 1" })
        {
            Assert.Equal((0, what), ((await rig.RunAsync($"erase {what} --yes")).Code, what));
            var (code, printed) = await rig.RunAsync($"erase {what} --yes");
            Assert.Equal((2, what), (code, what));
            Assert.Contains("was erased before", printed, StringComparison.Ordinal);
        }
    }
}
