using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

/// <summary>Two meetings are open; a mail that gives no day may still say which one it means.</summary>
public sealed class NamedMeetingTests : MeetingTests
{
    private static readonly Registration Ana = new(null, null, new Person("Ana Lopez"), "Administration of Xland", "XX") { Confidence = 0.95, Decision = Decision.Accept };

    private async Task OpenTwoAsync()
    {
        await OpenAsync("7");
        var told = new MeetingOrder("8") { FirstDay = new DateOnly(2012, 12, 3), From = new(9, 30), Until = new(17, 30), Place = "Geneva", Title = "Workshop on age verification" };
        Assert.True((await OrderAsync(draft => MeetingDesk.Open(told, Group, draft))).Done);
        Assert.True((await OrderAsync(draft => MeetingDesk.Announce("8", Group, (_, _, _) => [], draft))).Done);
    }

    private Task<JudgedMail> WriteAsync(string body, params IReadOnlyList<Item> items) => PassAsync("1", Mails.Raw("1@tel.gov.xx", subject: "Registration", body: body), 1, items);

    [Theory]
    [InlineData("Please register me for the eighth meeting.", "8")]
    [InlineData("I am coming to the 7th meeting of JCA-EX.", "7")]
    [InlineData("I shall come to the workshop on age verification.", "8")]
    [InlineData("Veuillez m'inscrire à la réunion n° 8.", "8")]
    [InlineData("Les ruego que me inscriban en la séptima reunión.", "7")]
    [InlineData("Прошу зарегистрировать меня на восьмое собрание.", "8")]
    [InlineData("أرجو تسجيلي في الاجتماع الثامن.", "8")]
    [InlineData("请为我注册第八次会议。", "8")]
    [InlineData("Please register me for the eighth meeting. Thank you for the report of the seventh meeting.", "8")]
    public async Task Who_calls_a_meeting_by_number_or_title_is_registered_for_that_one(string body, string number)
    {
        await OpenTwoAsync();
        var judged = await WriteAsync(body, Ana);
        Assert.Equal((ItemState.Accepted, number), (judged.Verdict.Items[0].State, await NumberAsync()));
        Assert.NotNull(Assert.IsType<Registration>(judged.Verdict.Items[0].Item).Meeting);
    }

    [Theory]
    [InlineData("Please register me for the meeting.", "it does not say which meeting it means")]
    [InlineData("Please register me for the seventh meeting and the eighth meeting.", "it names several meetings")]
    [InlineData("Please register me for the ninth meeting.", "it names meeting 9, which the register does not hold")]
    [InlineData("I read the report of the seventh meeting. Please register me.", "it does not say which meeting it means")]
    [InlineData("Please register me. The third meeting of ITU-T Study Group 17 was good.", "it does not say which meeting it means")]
    public async Task Where_the_words_leave_it_open_a_person_is_asked_and_can_say_which(string body, string why)
    {
        await OpenTwoAsync();
        var judged = await WriteAsync(body, Ana);
        Assert.Equal(ItemState.Held, judged.Verdict.Items[0].State);
        Assert.StartsWith(why, judged.Verdict.Items[0].Why, StringComparison.Ordinal);
        var refused = await Review.AcceptAsync(judged.Taken.Id, null, "secretary@example.org", null, Stop);
        Assert.Contains("say which (field meeting", refused.Problem, StringComparison.Ordinal);
        Assert.Null((await Review.AcceptAsync(judged.Taken.Id, [0], "secretary@example.org", [("meeting", "2012-12-03")], null, Stop)).Problem);
        Assert.Equal("8", await NumberAsync());
    }

    [Fact]
    public async Task A_number_that_contradicts_the_day_is_a_question_to_a_person()
    {
        await OpenTwoAsync();
        var judged = await WriteAsync("Please register me for the seventh meeting.", Ana with { Meeting = new DateOnly(2012, 12, 3) });
        Assert.Equal((ItemState.Held, "it speaks of a meeting on 2012-12-03, and names 7th meeting of JCA-EX"), (judged.Verdict.Items[0].State, judged.Verdict.Items[0].Why));
    }

    [Fact]
    public async Task Regrets_and_contributions_go_to_the_meeting_that_is_called_by_number_also_where_a_person_accepts_them()
    {
        await OpenTwoAsync();
        var judged = await WriteAsync("I cannot come to the seventh meeting.", new Regret(null, "Ana Lopez") { Confidence = 0.95, Decision = Decision.Accept },
            new Contribution("Filters at home", "Administration of Xland", null, []) { Confidence = 0.5, Decision = Decision.Review });
        Assert.Equal((RegistrationState.Regrets, "7"), (Assert.Single(await AllAsync<RegistrationEntry>()).State, await NumberAsync()));
        Assert.Equal(ItemState.Held, judged.Verdict.Items[1].State);
        Assert.Null((await Review.AcceptAsync(judged.Taken.Id, null, "secretary@example.org", null, Stop)).Problem);
        var meeting = (await AllAsync<MeetingEntry>()).Single(one => one.Number == "7");
        Assert.Equal(meeting.Id, Assert.Single(await AllAsync<DocumentEntry>()).MeetingId);
    }

    private async Task<string> NumberAsync()
    {
        var entry = Assert.Single(await AllAsync<RegistrationEntry>());
        return (await AllAsync<MeetingEntry>()).Single(meeting => meeting.Id == entry.MeetingId).Number;
    }
}
