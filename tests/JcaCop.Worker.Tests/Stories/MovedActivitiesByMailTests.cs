using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>An activity of which a house has told is held on other days (docs/decisions/0149).</summary>
public sealed class MovedActivitiesByMailTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";
    private const string Title = "National Conference on Child Online Protection";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task<string> TellAsync() => rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email {Jane}\n"
        + $"activity add --title \"{Title}\" --category event --country AU --start 2013-03-05 --end 2013-03-07 --place Sydney --reported-by {Jane}\n"
        + $"activity add --title \"Safer Internet Week\" --category event --country AU --start 2013-09-09 --end 2013-09-13 --place Perth --reported-by {Jane}");

    private async Task<ActivityEntry> ConferenceAsync() => Assert.Single((await rig.RegisterAsync()).All<ActivityEntry>(), entry => entry.Title == Title);

    [Theory]
    [InlineData("The conference is moved to 12–14 May 2013.", "not all of it could be read with certainty")]
    [InlineData("The National Conference on Child Online Protection has been postponed to 12-14 May 2013.")]
    [InlineData("La conférence est reportée du 12 au 14 mai 2013.", "not all of it could be read with certainty")]
    [InlineData("La National Conference on Child Online Protection se aplaza del 12 al 14 de mayo de 2013.")]
    [InlineData("Конференция National Conference on Child Online Protection переносится на 12–14 мая 2013 года.", "not all of it could be read with certainty")]
    [InlineData("National Conference on Child Online Protection 改期至2013年5月12日至14日举行。")]
    [InlineData("تأجل المؤتمر National Conference on Child Online Protection إلى الفترة من 12 إلى 14 مايو 2013.", "not all of it could be read with certainty")]
    public async Task New_days_change_the_entry_on_record(string words, string? asked = null)
    {
        await TellAsync();
        var mail = await rig.MailAsync(Jane, "Change", words);
        Assert.Equal((asked is null ? MessageState.Processed : MessageState.Held, asked), (mail.Line.State, mail.Line.Reason));
        if (asked is not null) await rig.DeskAsync($"review accept {mail.Line.Id}");
        var moved = await ConferenceAsync();
        Assert.Equal((new DateOnly(2013, 5, 12), new DateOnly(2013, 5, 14), "Sydney"), (moved.Start, moved.End, moved.Place));
        Assert.Equal(2, (await rig.RegisterAsync()).All<ActivityEntry>().Count());
    }

    [Fact]
    public async Task Moved_to_one_day_it_keeps_no_last_day_that_lies_before()
    {
        await TellAsync();
        await rig.MailAsync(Jane, "Change", "The National Conference on Child Online Protection has been postponed to 12 May 2013.");
        var moved = await ConferenceAsync();
        Assert.Equal((new DateOnly(2013, 5, 12), (DateOnly?)null), (moved.Start, moved.End));
    }

    [Theory]
    [InlineData(Jane, "The deadline for papers of the National Conference on Child Online Protection is postponed to 20 February 2013.")]
    [InlineData(Jane, "Our board meeting in the week of the conference is moved to 12 September 2013.")]
    [InlineData(Jane, "The event is moved to 12-14 May 2013.")]
    [InlineData(Jane, "The conference may be moved to 12-14 May 2013.")]
    [InlineData(Jane, "The conference is not moved to 12-14 May 2013.")]
    [InlineData(Jane, "The conference is moved to 12-14 May 2015.")]
    [InlineData("zoe@elsewhere.example", "The National Conference is moved to 12-14 May 2013.")]
    public async Task What_is_not_plain_or_is_anothers_moves_nothing(string from, string words)
    {
        await TellAsync();
        var mail = await rig.MailAsync(from, "Change", words);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.True(mail.Line.Reason?.StartsWith("a person must read it: ", StringComparison.Ordinal) == true || mail.Line.Reason == "not all of it could be read with certainty", mail.Line.Reason);
        Assert.Equal(new DateOnly(2013, 3, 5), (await ConferenceAsync()).Start);
        Assert.Equal(2, (await rig.RegisterAsync()).All<ActivityEntry>().Count());
    }
}
