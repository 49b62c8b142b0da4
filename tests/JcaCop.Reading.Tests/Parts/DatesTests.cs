using JcaCop.Reading.Parts;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class DatesTests
{
    private static readonly DateOnly Mail = new(2012, 11, 20);

    [Theory]
    [InlineData("2012-08-22", "2012-08-22")]
    [InlineData("2012/8/22", "2012-08-22")]
    [InlineData("2012.8.22", "2012-08-22")]
    [InlineData("22.08.2012", "2012-08-22")]
    [InlineData("22/08/2012", "2012-08-22")]
    [InlineData("22 / 08 / 2012", "2012-08-22")]
    [InlineData("08/22/2012", "2012-08-22")]          // only one order makes a month
    [InlineData("22.08.12 г.", "2012-08-22")]
    [InlineData("Wednesday, 22 August 2012", "2012-08-22")]
    [InlineData("22nd of August, 2012", "2012-08-22")]
    [InlineData("August 22nd, 2012", "2012-08-22")]
    [InlineData("Aug. 22, 2012 18:00", "2012-08-22")]
    [InlineData("22 August 2015:\n1. Ida Holm", "2015-08-22")]  // a list follows the year; no time of day
    [InlineData("22-Aug-2012", "2012-08-22")]
    [InlineData("22-Aug-12", "2012-08-22")]
    [InlineData("22Aug2012", "2012-08-22")]
    [InlineData("mercredi 22 août 2012", "2012-08-22")]
    [InlineData("1er mai 2013", "2013-05-01")]
    [InlineData("el 22 de agosto de 2012", "2012-08-22")]
    [InlineData("22 de setiembre del 2012", "2012-09-22")]
    [InlineData("7 de junio del año 2013", "2013-06-07")]
    [InlineData("22 августа 2012 года", "2012-08-22")]
    [InlineData("22 АВГУСТА 2012 г.", "2012-08-22")]
    [InlineData("22-го августа 2012г.", "2012-08-22")]
    [InlineData("22 أغسطس 2012", "2012-08-22")]
    [InlineData("٢٢ أغسطس ٢٠١٢", "2012-08-22")]
    [InlineData("۲۲ اغسطس ۲۰۱۲م", "2012-08-22")]
    [InlineData("22 أغسطس/آب 2012", "2012-08-22")]
    [InlineData("22 آب (أغسطس) 2012", "2012-08-22")]
    [InlineData("22 آب/أغسطس 2012", "2012-08-22")]
    [InlineData("15 تشرين الثاني 2012", "2012-11-15")]
    [InlineData("15 كانون الأول/ديسمبر 2012", "2012-12-15")]
    [InlineData("15 من شهر جويلية 2012", "2012-07-15")]
    [InlineData("الموافق 3 مايو من عام 2013", "2013-05-03")]
    [InlineData("2012年8月22日", "2012-08-22")]
    [InlineData("2012 年 8 月 22 号", "2012-08-22")]
    [InlineData("２０１２年８月２２日", "2012-08-22")]
    [InlineData("二〇一二年八月二十二日", "2012-08-22")]
    [InlineData("二○一二年十月十日（星期三）", "2012-10-10")]
    [InlineData("于2012年8月22日召开", "2012-08-22")]
    public void A_day_is_read_in_each_customary_form(string text, string expected) =>
        Assert.Equal(new DateReading.Day(DateOnly.Parse(expected, null)), Dates.Parse(text, Mail, null));

    [Theory]
    [InlineData("22-23 September 2015", "2015-09-22", "2015-09-23")]
    [InlineData("22 – 24 September 2015", "2015-09-22", "2015-09-24")]
    [InlineData("from 22 to 24 September 2015", "2015-09-22", "2015-09-24")]
    [InlineData("22 and 23 September 2015", "2015-09-22", "2015-09-23")]
    [InlineData("22, 23 and 24 September 2015", "2015-09-22", "2015-09-24")]
    [InlineData("September 22-24, 2015", "2015-09-22", "2015-09-24")]
    [InlineData("Sept 22 – Oct 3, 2015", "2015-09-22", "2015-10-03")]
    [InlineData("30 April - 4 May 2018", "2018-04-30", "2018-05-04")]
    [InlineData("30 December 2014 - 2 January 2015", "2014-12-30", "2015-01-02")]
    [InlineData("29 December to 2 January 2015", "2014-12-29", "2015-01-02")]
    [InlineData("31st March to 4th April 2014", "2014-03-31", "2014-04-04")]
    [InlineData("du 3 au 5 mai 2013", "2013-05-03", "2013-05-05")]
    [InlineData("du 26 octobre au 6 novembre 2009", "2009-10-26", "2009-11-06")]
    [InlineData("les 3 et 4 mai 2013", "2013-05-03", "2013-05-04")]
    [InlineData("del 20 al 28 de septiembre de 2011", "2011-09-20", "2011-09-28")]
    [InlineData("los días 15 y 16 de marzo de 2012", "2012-03-15", "2012-03-16")]
    [InlineData("del 30 de abril al 4 de mayo de 2012", "2012-04-30", "2012-05-04")]
    [InlineData("с 24 по 28 января 2011 года", "2011-01-24", "2011-01-28")]
    [InlineData("04.03.2013-13.03.2013", "2013-03-04", "2013-03-13")]
    [InlineData("25/03/2013-28/03/2013", "2013-03-25", "2013-03-28")]
    [InlineData("2013.3.4-2013.3.15", "2013-03-04", "2013-03-15")]
    [InlineData("14–23 сентября 2016 года", "2016-09-14", "2016-09-23")]
    [InlineData("с 28 ноября по 2 декабря 2016 г.", "2016-11-28", "2016-12-02")]
    [InlineData("من 22 إلى 24 نوفمبر 2013", "2013-11-22", "2013-11-24")]
    [InlineData("22 و23 نوفمبر 2013", "2013-11-22", "2013-11-23")]
    [InlineData("22-24 نوفمبر/تشرين الثاني 2013", "2013-11-22", "2013-11-24")]
    [InlineData("2013年3月5日至7日", "2013-03-05", "2013-03-07")]
    [InlineData("2012年2月20日-3月2日", "2012-02-20", "2012-03-02")]
    [InlineData("2012年2月20—24日", "2012-02-20", "2012-02-24")]
    [InlineData("2012-02-20 to 2012-02-24", "2012-02-20", "2012-02-24")]
    [InlineData("20/02/2012 - 24/02/2012", "2012-02-20", "2012-02-24")]
    [InlineData("20.02.2012 – 24.02.2012", "2012-02-20", "2012-02-24")]
    [InlineData("20.-24.2.2012", "2012-02-20", "2012-02-24")]
    [InlineData("18-20 июня\n                      2013 года", "2013-06-18", "2013-06-20")] // broken over a line
    public void A_period_is_read_in_each_customary_form(string text, string first, string last) =>
        Assert.Equal(new DateReading.Period(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), Dates.Parse(text, Mail, null));

    [Theory]
    [InlineData("15 March", "2013-03-15")]
    [InlineData("15 September", "2012-09-15")]
    [InlineData("March 15", "2013-03-15")]
    [InlineData("le 3 janvier", "2013-01-03")]
    [InlineData("3月5日", "2013-03-05")]
    [InlineData("5 декабря", "2012-12-05")]
    public void A_date_without_a_year_takes_the_year_nearest_to_the_mail(string text, string expected) =>
        Assert.Equal(new DateReading.Day(DateOnly.Parse(expected, null)), Dates.Parse(text, Mail, null));

    [Theory]
    [InlineData("03/04/2013", "en")]
    [InlineData("May 2013", "en")]
    [InlineData("31 February 2013", "en")]
    [InlineData("2013年5月", "zh")]
    [InlineData("24-22 May 2013", "en")]
    public void A_doubtful_date_is_unclear_and_not_guessed(string text, string language) =>
        Assert.True(Dates.Parse(text, Mail, language) is null or DateReading.Unclear);

    [Fact]
    public void Day_and_month_follow_the_other_dates_of_the_text_and_else_the_language()
    {
        var shown = Dates.Find("03/04/2013 and 25/04/2013", Mail, "en");
        Assert.Equal(new DateOnly(2013, 4, 3), shown[0].Value.First);
        var american = Dates.Find("03/04/2013 and 04/25/2013", Mail, "en");
        Assert.Equal(new DateOnly(2013, 3, 4), american[0].Value.First);
        Assert.Equal(new DateOnly(2013, 4, 3), Dates.Parse("03/04/2013", Mail, "fr")!.First);
    }

    [Theory]
    [InlineData("SG17-LS12 of COM 17")]
    [InlineData("Tel. +41 22 730 6301, ext. 12")]
    [InlineData("Q4/17, Q22-1/1 and clause 3.5.2")]
    [InlineData("you may 3 times")]
    [InlineData("T13-SG16-130114-TD-PLEN-0021")]
    [InlineData("IP 192.168.10.12 port 25")]
    [InlineData("三个月内一些人")]
    [InlineData("18:00-19:30, room 5")]
    public void What_is_no_date_is_not_taken_for_one(string text) => Assert.Empty(Dates.Find(text, Mail, "en"));

    [Fact]
    public void Offsets_are_those_of_the_text()
    {
        const string text = "The meeting of 30 August 2012 (18:00) follows that of 22-23 May 2012.";
        var found = Dates.Find(text, Mail);
        Assert.Equal(["30 August 2012", "22-23 May 2012"], found.Select(mention => text.Substring(mention.Start, mention.Length)));
    }
}
