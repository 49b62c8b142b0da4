using System.Globalization;

namespace JcaCop.Reading.Parts;

/// <summary>Finds dates and periods in texts of six languages.</summary>
public static class Dates
{
    /// <summary>All dates of a text in their order; they do not overlap.</summary>
    /// <param name="near">The mail's own date: a date without a year takes the year that brings it nearest. Null leaves such dates unclear.</param>
    /// <param name="language">ISO 639-1 code of the text; it decides between day and month in 03/04/2013 where the text itself does not. Null decides nothing.</param>
    public static IReadOnlyList<Mention<DateReading>> Find(string text, DateOnly? near = null, string? language = null)
    {
        var grammar = new DateGrammar(text, near);
        List<RawDate>? raw = null;
        for (int at = 0, floor = 0; (at = grammar.Scanner.NextNumber(at)) >= 0;)
        {
            if (grammar.TryRead(at, floor, out var date))
            {
                (raw ??= []).Add(date);
                at = floor = date.End;
            }
            else at = grammar.PastNumber(at);
        }
        if (raw is null) return [];
        var order = OrderIn(raw, language);
        return [.. raw.Select(date => new Mention<DateReading>(date.Read(text, near, order), date.Start, date.End - date.Start, date.Confidence(order)))];
    }

    /// <summary>Reads a cell or field that should be a date, weekday and time beside it allowed.</summary>
    /// <returns>Null where no date is in it; unclear where two different ones are.</returns>
    public static DateReading? Parse(string cell, DateOnly? near = null, string? language = null)
    {
        var found = Find(cell, near, language);
        if (found.Count == 0) return null;
        var days = found.Where(mention => mention.Value is not DateReading.Unclear).ToList();
        if (days.Count == 0) return found[0].Value;
        return days.TrueForAll(mention => mention.Value == days[0].Value) ? days[0].Value : new DateReading.Unclear(cell, "two dates");
    }

    /// <summary>Day before month or month before day in numeric dates: what the dates of the same text show, else the language's custom.</summary>
    private static NumericOrder OrderIn(List<RawDate> raw, string? language)
    {
        var dayFirst = raw.Exists(date => date.Shows(NumericOrder.DayFirst));
        var monthFirst = raw.Exists(date => date.Shows(NumericOrder.MonthFirst));
        if (dayFirst != monthFirst) return dayFirst ? NumericOrder.DayFirst : NumericOrder.MonthFirst;
        if (dayFirst) return NumericOrder.Unknown;
        return language is "fr" or "es" or "ru" or "ar" ? NumericOrder.CustomaryDayFirst : NumericOrder.Unknown;
    }
}

/// <summary>What decides whether 03/04/2013 is April or March.</summary>
internal enum NumericOrder { Unknown, DayFirst, MonthFirst, CustomaryDayFirst }

/// <summary>A day as written: a part that is missing is 0.</summary>
/// <param name="Swappable">Written with numbers and a stroke or hyphen, so that day and month may be meant the other way round.</param>
internal readonly record struct RawDay(int Year, int Month, int Day, bool Swappable = false, bool ShortYear = false)
{
    public bool Ambiguous => Swappable && Day <= 12 && Month <= 12 && Day != Month;

    public RawDay Ordered(NumericOrder order) =>
        Swappable && (Month > 12 || order == NumericOrder.MonthFirst && Day <= 12) ? this with { Day = Month, Month = Day } : this;
}

/// <summary>A date as written, before the year is filled in and the order of numbers is decided.</summary>
internal readonly record struct RawDate(int Start, int End, RawDay First, RawDay? Last, bool Weak = false)
{
    public bool Shows(NumericOrder order) => Shows(First, order) || Last is { } last && Shows(last, order);

    private static bool Shows(RawDay day, NumericOrder order) =>
        day.Swappable && (order == NumericOrder.DayFirst ? day.Day > 12 && day.Month <= 12 : day.Month > 12 && day.Day <= 12);

    public double Confidence(NumericOrder order)
    {
        if (First.Day == 0) return 0.6;
        var confidence = 0.97;
        if (First.Ambiguous && order == NumericOrder.CustomaryDayFirst) confidence = 0.9;
        if ((Last ?? First).Year == 0) confidence = Weak ? 0.6 : 0.85;
        if (First.ShortYear) confidence = Math.Min(confidence, 0.85);
        return confidence;
    }

    public DateReading Read(string text, DateOnly? near, NumericOrder order)
    {
        var written = text[Start..End];
        if (First.Day == 0) return new DateReading.Unclear(written, "no day");
        if (order == NumericOrder.Unknown && (First.Ambiguous || Last is { Ambiguous: true }))
            return new DateReading.Unclear(written, "day and month could be either way round");
        var first = First.Ordered(order);
        var last = (Last ?? First).Ordered(order);
        if (last.Year == 0 && first.Year != 0) last = last with { Year = first.Year };
        if (last.Year == 0)
        {
            if (near is not { } mail) return new DateReading.Unclear(written, "no year");
            last = last with { Year = NearestYear(last.Month, last.Day, mail) };
        }
        if (first.Year == 0)
            first = first with { Year = first.Month > last.Month ? last.Year - 1 : last.Year };
        if (Day(first) is not { } start || Day(last) is not { } stop) return new DateReading.Unclear(written, "no such day");
        if (start == stop) return new DateReading.Day(start);
        return stop > start ? new DateReading.Period(start, stop) : new DateReading.Unclear(written, "ends before it begins");
    }

    private static DateOnly? Day(RawDay day) =>
        DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int NearestYear(int month, int day, DateOnly near)
    {
        var best = near.Year;
        var distance = int.MaxValue;
        for (var year = near.Year - 1; year <= near.Year + 1; year++)
        {
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) continue;
            var days = Math.Abs(new DateOnly(year, month, day).DayNumber - near.DayNumber);
            if (days < distance) (best, distance) = (year, days);
        }
        return best;
    }
}
