using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Calendar programs answer invitations with a part that no reader sees (RFC 5546, 3.2.3).</summary>
public class CalendarReplyTests
{
    [Fact]
    public void Whoever_declines_in_the_calendar_stays_away()
    {
        var away = Assert.IsType<Regret>(Assert.Single(Read("DECLINED").Items));
        Assert.Equal((new DateOnly(2015, 4, 13), "Hawa Kamara", Decision.Accept), (away.Meeting, away.Name, away.Decision));
    }

    [Fact]
    public void Whoever_accepts_in_the_calendar_comes()
    {
        var coming = Assert.IsType<Registration>(Assert.Single(Read("ACCEPTED").Items));
        Assert.Equal((new DateOnly(2015, 4, 13), "Hawa Kamara", "h.kamara@ministry.example", null, Decision.Accept), (coming.Meeting, coming.Person.Name, coming.Person.Email, coming.Mode, coming.Decision));
    }

    [Fact]
    public void What_somebody_else_accepts_is_for_a_person()
    {
        var coming = Assert.IsType<Registration>(Assert.Single(Read("ACCEPTED", "CN=Idris Bangura:mailto:i.bangura@ministry.example").Items));
        Assert.Equal(("Idris Bangura", "i.bangura@ministry.example", Decision.Review), (coming.Person.Name, coming.Person.Email, coming.Decision));
    }

    [Fact]
    public void A_tentative_answer_is_neither_and_a_person_hears_of_it()
    {
        var reading = Read("TENTATIVE");
        Assert.Empty(reading.Items);
        Assert.Equal(["an invitation is answered with TENTATIVE"], reading.AttentionReasons);
    }

    [Fact]
    public void What_is_written_beside_it_is_read_and_nobody_stays_away_twice() =>
        Assert.Single(Read("DECLINED", words: "I regret that I cannot attend the JCA-COP meeting of 13 April 2015.\n\nHawa Kamara").Items.OfType<Regret>());

    [Theory]
    [InlineData("METHOD:REQUEST")] // an invitation passed on
    [InlineData("METHOD:PUBLISH")]
    public void Only_a_reply_answers(string method) => Assert.Empty(Read("ACCEPTED", method: method).Items);

    private static MailReading Read(string status, string attendee = "CN=\"Hawa Kamara\":mailto:h.kamara@minis\n try.example", string words = "", string method = "METHOD:REPLY")
    {
        var mail = $"""
            From: Hawa Kamara <h.kamara@ministry.example>
            To: desk@union.example
            Subject: Answer: Seventh meeting of JCA-COP
            Date: Mon, 23 Mar 2015 09:00:00 +0000
            Message-ID: <reply@ministry.example>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            {words}

            --b
            Content-Type: text/calendar; charset=utf-8; method={method["METHOD:".Length..]}

            BEGIN:VCALENDAR
            {method}
            VERSION:2.0
            BEGIN:VTIMEZONE
            DTSTART:19701025T030000
            END:VTIMEZONE
            BEGIN:VEVENT
            ATTENDEE;PARTSTAT={status};{attendee}
            UID:7@union.example
            DTSTART;TZID=Europe/Zurich:20150413T093000
            END:VEVENT
            END:VCALENDAR
            --b--

            """.ReplaceLineEndings("\r\n");
        return MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken);
    }
}
