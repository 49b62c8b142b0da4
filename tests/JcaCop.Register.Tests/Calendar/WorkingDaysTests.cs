using System.Globalization;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2012-04-27", true)]    // the Friday on which the consultation on JCA-COP closed
    [InlineData("2012-04-28", false)]   // Saturday
    [InlineData("2012-04-06", false)]   // Good Friday
    [InlineData("2012-04-09", false)]   // Easter Monday
    [InlineData("2012-05-17", false)]   // Ascension
    [InlineData("2012-05-28", false)]   // Whit Monday
    [InlineData("2012-09-06", false)]   // Genevese fast
    [InlineData("2012-12-25", false)]
    [InlineData("2013-01-01", false)]
    [InlineData("2008-03-21", false)]   // one of the earliest Good Fridays
    [InlineData("2038-04-26", false)]   // one of the latest Easter Mondays
    [InlineData("2012-05-29", true)]
    public void The_house_works_from_Monday_to_Friday_without_its_holidays(string day, bool works) =>
        Assert.Equal(works, WorkingDays.Geneva.IsWorking(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void The_working_day_after_the_Friday_of_the_consultation_is_Monday_30_April() =>
        Assert.Equal(new DateOnly(2012, 4, 30), WorkingDays.Geneva.After(new DateOnly(2012, 4, 27), 1));

    [Fact]
    public void Settings_add_days_on_which_nobody_works()
    {
        var eid = new DateOnly(2012, 8, 20);
        Assert.True(WorkingDays.Geneva.IsWorking(eid));
        Assert.False(WorkingDays.With([eid]).IsWorking(eid));
    }

    [Fact]
    public void Every_zone_of_a_country_is_known_here()
    {
        var utc = TimeZoneInfo.Utc;
        Assert.Equal("Australia/Sydney", CountryZones.Of("AU", utc).Id);
        Assert.Equal("Europe/Moscow", CountryZones.Of("RU", utc).Id);
        Assert.Equal(utc, CountryZones.Of(null, utc));
        Assert.Equal(utc, CountryZones.Of("XX", utc));
    }

    [Theory]
    [InlineData("2012-04-27", 0, "2012-04-30")]    // the consultation on JCA-COP: Friday, then Monday
    [InlineData("2012-04-05", 0, "2012-04-10")]    // the Thursday before Easter
    [InlineData("2012-12-10", 14, "2012-12-26")]   // the days of grace end on Christmas
    [InlineData("2014-09-10", 0, "2014-09-12")]    // the Genevese fast
    public void A_call_is_decided_on_the_first_working_day_after_its_deadline_and_the_days_of_grace(string last, int grace, string decided)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
        var call = new CallEntry(1, "g", "Circular 7", CallSort.Consultation, "Title", DateTimeOffset.MinValue, ClosingDay.EndOf(DateOnly.ParseExact(last, "yyyy-MM-dd", null), zone), [], CallState.Open) { GraceDays = grace };
        Assert.Equal(decided, ClosingDay.Of(call, zone, WorkingDays.Geneva)!.Value.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("th-TH")]   // years of the Buddha
    [InlineData("ar-SA")]   // years of the Hijra
    [InlineData("fa-IR")]
    public void The_rule_of_a_deadline_is_written_the_same_in_the_calendar_of_any_country(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("end of 2012-04-27, Etc/UTC", ClosingDay.EndOf(new DateOnly(2012, 4, 27), TimeZoneInfo.FindSystemTimeZoneById("Etc/UTC")).Rule);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
