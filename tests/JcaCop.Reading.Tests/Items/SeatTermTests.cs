using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>From when until when a seat is given, in the six languages; all persons and houses are invented.</summary>
public class SeatTermTests
{
    [Theory]
    [InlineData("en", "Lark Society designates Ms Thea Longstaff (longstaff@lark.example.uk) as its representative as of 1 October 2015, in place of Mr Piers Hallam.", "Thea Longstaff", "2015-10-01", null)]
    [InlineData("en", "Lark Society has designated Ms Thea Longstaff (longstaff@lark.example.uk) as its representative until the end of the study period on 31 December 2016.", "Thea Longstaff", null, "2016-12-31")]
    [InlineData("fr", "À compter du 1er octobre 2015, l'Association Alouette désigne Mme Odile Tancrède (tancrede@alouette.example.fr) comme sa représentante.", "Odile Tancrède", "2015-10-01", null)]
    [InlineData("fr", "L'Association Alouette désigne Mme Odile Tancrède (tancrede@alouette.example.fr) comme sa représentante jusqu'au 31 décembre 2016.", "Odile Tancrède", null, "2016-12-31")]
    [InlineData("es", "La Fundación Calandria designa a la Sra. Berta Quiroga (quiroga@calandria.example.es) como su representante a partir del 1 de octubre de 2015.", "Berta Quiroga", "2015-10-01", null)]
    [InlineData("ru", "Фонд «Жаворонок» назначает Ольгу Петровну Смирнову (smirnova@zhavoronok.example.ru) своим представителем с 1 октября 2015 года.", "Ольга Петровна Смирнова", "2015-10-01", null)]
    [InlineData("zh", "百灵基金会自2015年10月1日起指派柳如烟女士（liu@bailing.example.cn）为其代表。", "柳如烟", "2015-10-01", null)]
    [InlineData("ar", "تعيّن جمعية القبرة السيدة ليلى حداد (layla@qubbara.example.jo) ممثلة لها اعتباراً من 1 أكتوبر 2015.", "ليلى حداد", "2015-10-01", null)]
    [InlineData("en", "Norway designates Ms Thea Longstaff (longstaff@lark.example.no) as its representative in Study Group 17 until 31 October 2015.", "Thea Longstaff", null, "2015-10-31")]
    [InlineData("en", "Norway designates Ms Thea Longstaff (longstaff@lark.example.no) as its representative in ITU-T Study Group 17 until 31 October 2015.", "Thea Longstaff", null, "2015-10-31")]
    public void A_designation_tells_its_first_or_last_day(string language, string passage, string name, string? from, string? until)
    {
        var seat = Assert.Single(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Representative>(), seat => seat.Person.Name == name);
        Assert.Equal((from, until), (seat.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), seat.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Who_is_named_in_the_same_sentence_without_a_day_begins_with_the_other()
    {
        var seats = SentenceMail.Under("JCA-COP", "en",
            "Lark Society appoints Ms Thea Longstaff (longstaff@lark.example.uk) as its representative from 1 October 2015, and Mr Piers Hallam (hallam@lark.example.uk) as alternate.").Items.OfType<Representative>().ToList();
        Assert.Equal([new DateOnly(2015, 10, 1), new DateOnly(2015, 10, 1)], seats.Select(seat => seat.From!.Value));
    }

    [Theory]
    // What the predecessor's seat lasted, the days of a meeting, and a day that can be read two ways are no term.
    [InlineData("Lark Society designates Ms Thea Longstaff (longstaff@lark.example.uk) as its representative in place of Mr Piers Hallam, who held the seat until 30 September 2015.", Decision.Review)]
    [InlineData("Lark Society designates Ms Thea Longstaff (longstaff@lark.example.uk) as its representative from 03/04/2016.", Decision.Review)]
    [InlineData("Ms Thea Longstaff (longstaff@lark.example.uk) is the representative of Lark Society. She was on leave until the meeting of 10 September 2015.", null)]
    public void A_day_that_is_not_plainly_the_holders_is_not_taken(string passage, Decision? decision)
    {
        var seat = Assert.Single(SentenceMail.Under("JCA-COP", "en", passage).Items.OfType<Representative>());
        Assert.Equal((null, null), (seat.From, seat.Until));
        if (decision is { } expected) Assert.Equal(expected, seat.Decision);
    }

    [Theory]
    [InlineData("Norway withdraws Mr Piers Hallam as its representative in ITU-T Study Group 17. His last day is 31 October 2015.", Decision.Review)]
    [InlineData("Norway withdraws Mr Piers Hallam as its representative in ITU-T Study Group 17.", Decision.Accept)]
    public void A_seat_that_is_given_up_beside_a_day_to_come_that_no_rule_reads_does_not_end_at_once_without_a_person(string passage, Decision decision)
    {
        var gone = Assert.Single(SentenceMail.Under("JCA-COP", "en", passage).Items.OfType<Withdrawal>());
        Assert.Equal(("Piers Hallam", (DateOnly?)null, decision), (gone.Name, gone.Until, gone.Decision));
    }
}
