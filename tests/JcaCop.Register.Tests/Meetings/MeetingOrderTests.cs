using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

/// <summary>Mails about a meeting, one by one in any order and with any repetition, end in the same list of participants.</summary>
public sealed class MeetingOrderTests : MeetingTests
{
    private static readonly Item[] Said =
    [
        Comes("Ana Lopez", AttendanceMode.InPerson), Comes("Juan Diaz", AttendanceMode.Remote, email: "juan@tel.gov.xx"), Comes("Ana Lopez", AttendanceMode.Remote),
        Regrets("Juan Diaz"), Comes("Juan Diaz", AttendanceMode.InPerson), Comes("Ana Lopez", AttendanceMode.Remote), Comes("Li Wei"), Regrets("Li Wei"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Any_order_and_repetition_of_mails_ends_in_the_same_participants(int seed)
    {
        await OpenAsync();
        var order = Enumerable.Range(0, Said.Length).ToArray();
        var random = new Random(seed);
        random.Shuffle(order);
        foreach (var index in order)
        {
            var mail = await SayAsync($"{index}@tel.gov.xx", index + 1, Said[index]);
            Assert.Equal(ItemState.Accepted, mail.Verdict.Items[0].State);
            // The same mail again, under another number of the mailbox: it is known.
            Assert.Empty(await Messages.TakeAsync([Mails.Arrived($"again {index}", Mails.Raw($"{index}@tel.gov.xx"), index + 1)], Stop));
        }
        Assert.Equal(
            [("Ana Lopez", RegistrationState.Registered, AttendanceMode.Remote), ("Juan Diaz", RegistrationState.Registered, AttendanceMode.InPerson), ("Li Wei", RegistrationState.Regrets, (AttendanceMode?)null)],
            (await AllAsync<RegistrationEntry>()).OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Name, one.State, one.Mode)));
    }
}
