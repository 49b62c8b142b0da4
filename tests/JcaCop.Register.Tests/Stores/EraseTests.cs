using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Privacy;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Stores;

public sealed class EraseOnSqliteTests() : EraseTests(TestDatabase.Sqlite());

public sealed class EraseOnSqlServerTests() : EraseTests(TestDatabase.SqlServer());

/// <summary>Whom people mean is found in whatever letters they write it.</summary>
public abstract class EraseTests(Database database) : StoreTests(database)
{
    private Task<EraseOutcome> EraseAsync(long person) => new EraseStore(Database, Time).PersonAsync("g", person, null, "tester", Stop);

    [Fact]
    public async Task Mails_from_an_address_written_in_capitals_are_those_of_its_owner()
    {
        await PassAsync("1@tel.gov.xx", Mails.Raw("1@tel.gov.xx", "Ana.Lopez@TEL.gov.xx"), 0, Mails.Nomination("Safe Net", contact: "Ana Lopez", email: "ana.lopez@tel.gov.xx"));
        Assert.Equal([1], (await EraseAsync(1)).Mails);
    }

    [Theory]
    [InlineData("Élodie Dupré", "Élodie DUPRÉ")]
    [InlineData("Пётр Иванов", "Пётр ИВАНОВ")]
    [InlineData("O'Brien Müller", "O'Brien Müller")]
    public async Task A_name_in_other_letters_than_A_to_Z_goes_from_history_and_from_what_others_wrote(string name, string written)
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Seat("Safe Net", name, email: "someone@safe.example"));
        await PassAsync("2@tel.gov.xx", Mails.Raw("2@tel.gov.xx", "x@gmail.com"), 1, Mails.Seat("Other Net", "Juan Diaz", replaces: written));
        Assert.Contains((await Register.HistoryAsync(EntryKind.Seat, 1, Stop))[0].Fields, field => field.After == name);
        Assert.Null((await EraseAsync(1)).Problem);
        Assert.DoesNotContain((await Register.HistoryAsync(EntryKind.Seat, 1, Stop))[0].Fields, field => field.After == name);
        var item = (await new MessageQueries(Database).ShowAsync(2, Stop))!.Items[0].Json;
        Assert.Contains("Juan Diaz", item, StringComparison.Ordinal);
        Assert.DoesNotContain(written, item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_were_merged_are_erased_as_one_person()
    {
        await PassAsync("1@tel.gov.xx", null, 0, Mails.Seat("Safe Net", "Ana Lopez", email: "ana@safe.example"));
        await PassAsync("2@tel.gov.xx", Mails.Raw("2@tel.gov.xx"), 1, Mails.Seat("Other Net", "Anita Lopez Vega", email: "lopez@other.example"));
        Assert.True((await new DeskStore(Database, Time).DoAsync("g", new DeskOrder("s", "person merge", "", PersonDesk.Needs, draft => PersonDesk.Merge(1, 2, draft)), Stop)).Done);
        Assert.Null((await EraseAsync(1)).Problem);
        Assert.Null((await new KnownStore(Database).OwnAsync("g", "lopez@other.example", Stop)).Person(2));
        Assert.All(await Register.HistoryAsync(EntryKind.Person, 2, Stop), line => Assert.DoesNotContain("lopez", line.After, StringComparison.OrdinalIgnoreCase));
    }
}
