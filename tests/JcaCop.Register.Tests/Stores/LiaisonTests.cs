using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Tests.Stores;

/// <summary>A liaison statement from its arrival or draft to its end.</summary>
public abstract class LiaisonTests(Database database) : StoreTests(database)
{
    private static readonly LiaisonHouse House = new(
        "JCA-COP", ["ITU-T JCA-COP", "JCA-COP"], day => new DateTimeOffset(day.ToDateTime(new TimeOnly(22, 0)), TimeSpan.Zero), "Europe/Zurich");

    private static readonly Liaison Statement = new()
    {
        Reference = "SG17-LS012", From = ["ITU-T SG17"], ForAction = ["ITU-T JCA-COP"], ForInformation = ["ITU-T SG16"], Title = "LS on age verification",
        Deadline = new DateOnly(2012, 10, 1), Confidence = 0.95, Decision = Decision.Accept,
    };

    [Fact]
    public async Task The_same_statement_from_its_sender_and_through_a_delegate_is_one()
    {
        await PassAsync("1@sg17.gov.xx", null, 0, Statement);
        await PassAsync("2@tel.gov.xx", null, 5, Statement with { Reference = "COM 17 – LS 12 – E", Title = "FW: LS on age verification" });
        await PassAsync("3@tel.gov.xx", null, 6, Statement with { Reference = null });
        var filed = Assert.Single(await AllAsync<LiaisonEntry>());
        Assert.Equal(LiaisonState.Received, filed.State);
        Assert.Equal(LiaisonPurpose.Action, filed.PurposeFor(House.Bodies));
        Assert.Equal(LiaisonPurpose.Information, filed.PurposeFor(["3GPP SA3"]));
    }

    [Theory]
    [InlineData("SG17-LS012", "FW: LS on age verification", null, true)]
    [InlineData(null, "LS on age verification", null, true)]
    // Another day, or another title under the number, is something new: who says it is asked for.
    [InlineData("SG17-LS012", "LS on age verification", "2012-11-01", false)]
    [InlineData("SG17-LS012", "LS on filters", null, false)]
    public async Task A_second_copy_from_anybody_asks_for_nobodys_word_and_changes_nothing(string? reference, string title, string? deadline, bool copy)
    {
        await PassAsync("1@sg17.gov.xx", null, 0, Statement);
        var filed = Assert.Single(await AllAsync<LiaisonEntry>());
        var judged = await PassAsync("2", Mails.Raw("2", "delegate@elsewhere.example", "FYI", "FYI"), 5,
            Statement with { Reference = reference, Title = title, Deadline = deadline is null ? Statement.Deadline : DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(copy ? MessageState.Processed : MessageState.Held, judged.Verdict.State);
        Assert.Equal(filed.Version, Assert.Single(await AllAsync<LiaisonEntry>()).Version);
    }

    [Fact]
    public async Task A_statement_for_action_is_owed_until_our_own_statement_answers_it()
    {
        await PassAsync("1@sg17.gov.xx", null, 0, Statement);
        var filed = Assert.Single(await AllAsync<LiaisonEntry>());
        Done(await DoAsync("liaison route", draft => LiaisonDesk.Route(filed.Id, House, [], draft)));
        var owed = Assert.Single(await AllAsync<ObligationEntry>());
        Assert.Equal((ObligationState.Open, "chairman", new DateTimeOffset(2012, 10, 1, 22, 0, 0, TimeSpan.Zero)), (owed.State, owed.Debtor.Role, owed.Deadline!.At));

        Done(await DoAsync("member add", draft => MemberDesk.Add(new MemberEntry(0, "g", "ITU-T SG17", MemberSort.Group, null, "ITU-T SG17", [new PersonAddress("sg17@union.example", Reachability.Unknown)], null, true), rename: false, draft)));
        Done(await DoAsync("liaison draft", draft => LiaisonDesk.Draft(
            new LiaisonDraft("Age verification", "We thank SG17.", [new LiaisonAddressee("ITU-T SG17", LiaisonPurpose.Information)], null, "SG17-LS12", null), "s", draft)));
        var ours = (await AllAsync<LiaisonEntry>())[1];
        Done(await DoAsync("liaison send", draft => LiaisonDesk.Send(ours.Id, House, draft, Write)));

        Assert.Equal(["Answered", "Sent"], (await AllAsync<LiaisonEntry>()).Select(entry => entry.State.ToString()));
        Assert.Equal("JCA-COP-LS1", (await AllAsync<LiaisonEntry>())[1].Number);
        Assert.Equal(ObligationState.Met, Assert.Single(await AllAsync<ObligationEntry>()).State);
        Assert.Equal("sg17@union.example", Assert.Single(await Outbox.ListAsync(null, 10, Stop), letter => letter.Kind == "liaison-out").To);
    }

    [Fact]
    public async Task A_reply_closes_the_request_it_answers_by_itself_and_only_for_its_sender()
    {
        foreach (var body in new[] { "ITU-T SG17", "ITU-T SG16" })
            Done(await DoAsync("member add", draft => MemberDesk.Add(new MemberEntry(0, "g", body, MemberSort.Group, null, body, [new PersonAddress($"{body[^4..].ToLowerInvariant()}@union.example", Reachability.Unknown)], null, true), rename: false, draft)));
        Done(await DoAsync("liaison draft", draft => LiaisonDesk.Draft(new LiaisonDraft(
            "Work on filters", "Please tell us of your work.", [new("ITU-T SG17", LiaisonPurpose.Action), new("ITU-T SG16", LiaisonPurpose.Action)], new DateOnly(2012, 11, 1), null, null), "s", draft)));
        var id = Assert.Single(await AllAsync<LiaisonEntry>()).Id;
        Done(await DoAsync("liaison send", draft => LiaisonDesk.Send(id, House, draft, Write)));
        Assert.Equal(2, (await AllAsync<ObligationEntry>()).Count(owed => owed.Live));

        await PassAsync("1@sg16.gov.xx", null, 10, Statement with { Reference = "SG16-LS3", From = ["ITU-T SG16"], Title = "Reply on filters", InReplyTo = "JCA-COP - LS 01", Deadline = null });
        Assert.Equal((LiaisonState.Sent, 1), ((await AllAsync<LiaisonEntry>())[0].State, (await AllAsync<ObligationEntry>()).Count(owed => owed.Live)));
        await PassAsync("2@sg17.gov.xx", null, 20, Statement with { Reference = "SG17-LS9", Title = "Reply on filters of SG17", InReplyTo = "JCA-COP-LS1", Deadline = null });
        Assert.Equal(LiaisonState.Answered, (await AllAsync<LiaisonEntry>())[0].State);
        Assert.All(await AllAsync<ObligationEntry>(), owed => Assert.Equal(ObligationState.Met, owed.State));
    }

    [Fact]
    public async Task A_statement_to_a_body_without_address_does_not_leave_and_takes_no_number()
    {
        Done(await DoAsync("liaison draft", draft => LiaisonDesk.Draft(new LiaisonDraft("Work on filters", "Text", [new("ETSI", LiaisonPurpose.Comment)], null, null, null), "s", draft)));
        var refused = await DoAsync("liaison send", draft => LiaisonDesk.Send(1, House, draft, Write));
        Assert.Contains("no address is known of ETSI", refused.Problem, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await AllAsync<LiaisonEntry>()).Number);
        Assert.Empty(await Outbox.ListAsync(null, 10, Stop));
    }

    [Fact]
    public async Task Silence_leaves_a_request_open_and_only_a_person_closes_it()
    {
        await PassAsync("1@sg17.gov.xx", null, 0, Statement);
        Done(await DoAsync("liaison route", draft => LiaisonDesk.Route(1, House, [], draft)));
        Time.Advance(TimeSpan.FromDays(400));
        Assert.True(Assert.Single(await AllAsync<ObligationEntry>()).Live);
        Done(await DoAsync("liaison close", draft => LiaisonDesk.Close(1, "secretary", draft)));
        Assert.Equal(ObligationState.Waived, Assert.Single(await AllAsync<ObligationEntry>()).State);
        Assert.Contains("closed already", (await DoAsync("liaison close", draft => LiaisonDesk.Close(1, "secretary", draft))).Problem, StringComparison.Ordinal);
    }

    private async Task<List<T>> AllAsync<T>() where T : FiledEntry => [.. (await Register.SnapshotAsync("g", null, Stop)).All<T>()];

    private Task<DeskOutcome> DoAsync(string verb, Func<DeskDraft, DeskResult> work) =>
        new DeskStore(Database, Time).DoAsync("g", new DeskOrder("secretary", verb, "", LiaisonDesk.Needs, work), Stop);

    private static void Done(DeskOutcome outcome) => Assert.True(outcome.Done, outcome.Problem);

    private static OutgoingLetter Write(LiaisonEntry statement, LiaisonAddressee addressee, MemberEntry member) =>
        new($"{statement.Number}-{member.Id}@group.example", "g", "liaison-out", "group@example.org", member.Addresses[0].Email, statement.Title!, [1]);
}

public sealed class LiaisonOnSqliteTests() : LiaisonTests(TestDatabase.Sqlite());

public sealed class LiaisonOnSqlServerTests() : LiaisonTests(TestDatabase.SqlServer());
