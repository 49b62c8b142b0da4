using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What was known on a day is shown for that day by every verb that shows, whatever has changed since.</summary>
public sealed class AnyDayTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<string> ShownAsync(string order)
    {
        var (code, printed) = await rig.RunAsync(order);
        Assert.True(code == 0, $"{order}: {printed}");
        return printed;
    }

    /// <summary>On 1 October all is entered; from 3 October on everything is otherwise.</summary>
    private async Task ChangeAllAsync()
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            member add "Administration of New Zealand" --country NZ --email {Kiri}
            organization add --name "Safe Net Trust" --country NZ
            organization add --name "Safe Net Trust Ltd" --country NZ
            person add --name "Anna Sample" --email anna@house.example
            person add --name "Ben Ray" --email ben@house.example
            seat add "ITU-T SG17" --person 1 --from 2012-01-01
            call open "TSB Circular 270" --kind consultation --title "Establishment of JCA-EX" --deadline 2012-10-31
            meeting open 7 --date 2012-12-11 --from 14:00 --until 17:00 --place Geneva
            document reserve "Draft agenda" --meeting 7
            """);
        await rig.MailAsync(Jane, "TSB Circular 270", "The Administration of Australia objects to the establishment of JCA-EX.");
        rig.Clock.Advance(TimeSpan.FromDays(2));
        await rig.OrderAsync("""
            person set 1 --name "Anna Example"
            organization merge 1 2
            seat end 1 --until 2012-10-02
            seat add "ITU-T SG17" --person 2 --from 2012-10-03
            member remove "Administration of New Zealand"
            meeting set 7 --place Nairobi
            """);
        await rig.MailAsync(Jane, "TSB Circular 270", "The Administration of Australia withdraws its objection and supports the establishment of JCA-EX.");
    }

    [Theory]
    [InlineData("person list", "Anna Sample", "Anna Example")]
    [InlineData("person show 1", "Anna Sample", "Anna Example")]
    [InlineData("organization list", "Safe Net Trust Ltd", "-")]
    [InlineData("seat list", "Anna Sample", "Ben Ray")]
    [InlineData("seat show 1", "2012-01-01", "2012-10-02")]
    [InlineData("member list", "Administration of New Zealand", "-")]
    [InlineData("call list", "TSB Circular 270", "-")]
    [InlineData("call show 270", "1 objection", "-")]
    [InlineData("call tally 270", "if it had closed then", "if it closed now")]
    [InlineData("call answers 270", "objection", "support")]
    [InlineData("meeting list", "Geneva", "Nairobi")]
    [InlineData("meeting show 7", "Geneva", "Nairobi")]
    [InlineData("document list", "Draft agenda", "-")]
    [InlineData("document show DOC001", "reserved", "-")]
    public async Task A_verb_that_shows_tells_what_was_known_on_the_day_and_not_what_came_later(string verb, string then, string later)
    {
        await ChangeAllAsync();
        var shown = await ShownAsync($"{verb} --as-of 2012-10-01");
        Assert.Contains(then, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(later == "-" ? "2012-10-03" : later, shown, StringComparison.Ordinal);
        if (later != "-") Assert.Contains(later, await ShownAsync(verb == "call list" ? "call list --all" : verb), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person show 2")]
    [InlineData("meeting show 7")]
    [InlineData("call show 270")]
    public async Task What_was_not_on_record_on_the_day_is_not_shown(string verb)
    {
        await ChangeAllAsync();
        Assert.NotEqual(0, (await rig.RunAsync($"{verb} --as-of 2012-09-30")).Code);
    }

    [Fact]
    public async Task Who_was_erased_is_named_on_no_day()
    {
        await ChangeAllAsync();
        await ShownAsync("erase person 1 --yes");
        foreach (var verb in new[] { "person list", "person show 1", "seat list", "seat show 1", "export persons" })
            foreach (var day in new[] { "2012-10-01", "2012-10-03" })
            {
                var printed = (await rig.RunAsync($"{verb} --as-of {day}")).Printed;
                Assert.DoesNotContain("Anna", printed, StringComparison.Ordinal);
                Assert.DoesNotContain("anna@house.example", printed, StringComparison.Ordinal);
            }
    }
}
