using JcaCop.Reading.Accepting;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using Xunit;

namespace JcaCop.Register.Tests;

public sealed class EntryJsonTests
{
    private static readonly Person Ana = new("Ana Lopez", "Director", "ana@safe.example", "1", "2", "Street 1");

    public static TheoryData<Item, string> Items => new()
    {
        { new Nomination(new Organization("Safe Net", "XX", "safe.example", "Street 1"), Ana), "\"type\":\"nomination\"" },
        { new Representative("ITU-T SG17", SeatRole.FocalPoint, Ana, "Juan Diaz"), "\"role\":\"focal-point\"" },
        { new Withdrawal(WithdrawalOf.Representative, "Ana Lopez"), "\"of\":\"representative\"" },
        { new Correction("Ana Lopez", Ana, null), "\"type\":\"correction\"" },
        { new Liaison { Reference = "LS45", From = ["ITU-T SG17"], ForAction = ["IETF"], Title = "T", Deadline = new DateOnly(2012, 9, 1), Contact = Ana, Files = ["a.docx"] }, "\"deadline\":\"2012-09-01\"" },
        { new Activity("Week") { Category = ActivityCategory.Event, Start = new DateOnly(2012, 9, 1), Country = "XX" }, "\"category\":\"event\"" },
        { new Position(PositionTaken.NoObjection, "the agenda"), "\"position\":\"no-objection\"" },
        { new Questionnaire([new QuestionnaireResponse("1", "نعم")]), "نعم" },
        { new Registration(new DateOnly(2012, 8, 30), AttendanceMode.InPerson, Ana, "Safe Net", "XX"), "\"mode\":\"in-person\"" },
        { new Regret(new DateOnly(2012, 8, 30), "Ana Lopez"), "\"type\":\"regret\"" },
        { new Contribution("T", "Safe Net", null, ["c.docx"]), "\"files\":[\"c.docx\"]" },
        { new Report(null, "T", []), "\"type\":\"report\"" },
    };

    [Theory, MemberData(nameof(Items), DisableDiscoveryEnumeration = true)]
    public void An_item_is_read_back_as_it_was_written_in_the_shape_of_the_schema(Item item, string part)
    {
        var sure = item with { Confidence = 0.875, Decision = Decision.Accept };
        var json = EntryJson.Write(sure);
        Assert.Contains(part, json, StringComparison.Ordinal);
        Assert.Equivalent(sure, EntryJson.ReadItem(json), strict: true);
        Assert.Equal(json, EntryJson.Write(EntryJson.ReadItem(json)));
    }

    [Fact]
    public void What_the_reader_says_of_its_own_work_is_no_part_of_what_is_recorded() =>
        Assert.DoesNotContain("unread", EntryJson.Write(new Regret(new DateOnly(2012, 8, 30), "Ana Lopez") { Signs = [new Sign("unread", 0.5)] }), StringComparison.Ordinal);

    [Fact]
    public void An_entry_is_read_back_as_it_was_written()
    {
        var stamps = new Dictionary<string, DateTimeOffset> { ["phone"] = Mails.Start };
        var person = new PersonEntry(3, "g", "Ana Lopez", null, 4, [new Entries.PersonAddress("ana@safe.example", Reachability.Doubtful)], "1", null, null) { Stamps = stamps, Version = 2 };
        Assert.Equivalent(person, EntryJson.ReadEntry<PersonEntry>(EntryJson.Write(person)), strict: true);
        var seat = new SeatEntry(1, "g", "ITU-T SG17", SeatRole.FocalPoint, 3, null, new DateOnly(2012, 9, 1), null, null, "a@tel.gov.xx", Mails.Start);
        Assert.Equal(seat, EntryJson.ReadEntry<SeatEntry>(EntryJson.Write(seat)) with { Stamps = seat.Stamps });
    }

    [Fact]
    public void A_rule_that_puts_nothing_off_is_read_back_as_one()
    {
        var call = new CallEntry(1, "g", "Circular 7", CallSort.Consultation, "Title", Mails.Start, null, ["all"], CallState.Open) { Rule = DecisionRule.ConsentBySilence with { ExtensionDays = null } };
        Assert.Null(EntryJson.ReadEntry<CallEntry>(EntryJson.Write(call)).Rule!.ExtensionDays);
    }
}
