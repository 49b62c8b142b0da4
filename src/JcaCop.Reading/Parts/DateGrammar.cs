using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Reads one date that begins at, or just before, a number. Every step goes forward, so a text costs time in proportion to its length.</summary>
internal readonly ref struct DateGrammar(ReadOnlySpan<char> text, DateOnly? near)
{
    public DateScanner Scanner { get; } = new(text);

    private FigureDates Figures => new(Scanner, near);

    /// <summary>The first place after the number here.</summary>
    public int PastNumber(int at)
    {
        if (DateScanner.Digit(Scanner.At(at)) < 0) return at + 1;
        while (DateScanner.Digit(Scanner.At(at)) >= 0) at++;
        return at;
    }

    /// <param name="floor">End of the date before: what stands before it is not looked at.</param>
    public bool TryRead(int at, int floor, out RawDate date)
    {
        date = default;
        if (!MayBegin(at)) return false;
        var end = Scanner.Number(at, out var value, out var digits);
        if (end < 0) return false;
        return MonthBefore(at, floor, out var monthStart, out var month, out var shortened)
            ? MonthFirst(at, end, value, digits, monthStart, month, shortened, out date)
            : FromNumber(at, out date);
    }

    private bool FromNumber(int at, out RawDate date)
    {
        date = default;
        if (Whole(at, out var end, out var first, out var weak))
        {
            var tail = Tail(end, first, out var last);
            date = new RawDate(at, tail < 0 ? end : tail, first, tail < 0 ? null : last, weak);
            return true;
        }
        return SharedMonth(at, out date);
    }

    /// <summary>No part of a longer number, code or word: SG17, 3.5.2012, +41-22.</summary>
    private bool MayBegin(int at)
    {
        var before = Scanner.At(at - 1);
        if (before == '\0' || Folding.IsHan(before) || Folding.IsArabic(before) && DateScanner.Digit(before) < 0) return true;
        if (char.IsLetterOrDigit(before) || before is '_' or '+' or '#' or '$' or '€') return false;
        if (before is '-' or '/' or '.' or '!' or '=' or '&') return !char.IsLetterOrDigit(Scanner.At(at - 2)) || Folding.IsHan(Scanner.At(at - 2));
        return true;
    }

    /// <summary>A date with day and month of its own: 2012-08-22, 22.08.2012, 22 August 2012, 2012年8月22日.</summary>
    private bool Whole(int at, out int end, out RawDay day, out bool weak)
    {
        day = default;
        weak = false;
        end = Scanner.Number(at, out var value, out var digits);
        if (end < 0) return false;
        if (digits == 4 && FigureDates.IsYear(value)) return Figures.YearFirst(value, ref end, out day);
        if (digits > 2 || value is < 1 or > 31) return false;
        if (Figures.Numeric(value, end, out var numericEnd, out day)) { end = numericEnd; return true; }
        if (Figures.HanMonth(value, end, out var hanEnd, out day)) { end = hanEnd; return true; }
        var afterDay = PastOrdinal(end);
        var name = MonthAfter(afterDay, out var month, out var shortened);
        if (name < 0) return false;
        var yearEnd = Year(name, out var year, Scanner.At(afterDay) is '-' && Scanner.At(name) is '-');
        end = yearEnd < 0 ? name : yearEnd;
        day = new RawDay(year, month, value, ShortYear: year is > 0 and < 100) with { Year = FullYear(year) };
        weak = shortened;
        return true;
    }

    /// <summary>The month's name after a day: "22 August", "22 de agosto", "22-Aug", "22nd of August".</summary>
    private int MonthAfter(int at, out int month, out bool shortened)
    {
        var next = Scanner.Blanks(at);
        if (next == at && Scanner.At(at) is '-' or '.' or '‑') next = Scanner.Blanks(at + 1);
        var end = Scanner.Month(next, out month, out shortened);
        for (var words = 0; end < 0 && words < 3; words++)
        {
            var of = Scanner.Small(next, DateRole.Of);
            if (of < 0) return -1;
            next = Scanner.Blanks(of);
            end = Scanner.Month(next, out month, out shortened);
        }
        return end;
    }

    /// <summary>The year after a month's name.</summary>
    /// <param name="two">Two digits are a year (22-Aug-12).</param>
    /// <returns>Its end, or -1 where none follows.</returns>
    private int Year(int at, out int year, bool two = false)
    {
        year = 0;
        var next = Scanner.Blanks(at);
        if (Scanner.At(next) is ',' or '،' or '.' or '-' or '/') next = Scanner.Blanks(next + 1);
        for (var words = 0; words < 3 && Scanner.Small(next, DateRole.Of) is >= 0 and var of; words++) next = Scanner.Blanks(of);
        var apostrophe = Scanner.At(next) is '\'' or '’';
        var end = Scanner.Number(apostrophe ? next + 1 : next, out var value, out var digits);
        if (end < 0 || Scanner.At(end) is ':' && DateScanner.Digit(Scanner.At(end + 1)) >= 0 || Figures.Han(next)) return -1; // "16 January 10:30"; a list may follow "16 January 2014:"
        if (digits == 4 && FigureDates.IsYear(value) || digits == 2 && (two || apostrophe)) { year = value; return Figures.AfterYear(end); }
        return -1;
    }

    /// <summary>The second end of a period after a full first one.</summary>
    private int Tail(int at, RawDay first, out RawDay last)
    {
        last = default;
        var next = Scanner.Blanks(at);
        int start;
        if (DateScanner.IsDash(Scanner.At(next)) || Scanner.At(next) is '至' or '到') start = Scanner.Blanks(next + 1);
        else if (Scanner.Small(next, DateRole.To) is >= 0 and var word) start = Scanner.Blanks(word);
        else return -1;
        if (Scanner.Small(start, DateRole.Of) is >= 0 and var article) start = Scanner.Blanks(article);
        if (Whole(start, out var end, out last, out _))
        {
            if (last.Day == 0 || last.Year != 0 && first.Year > last.Year) return -1;
            if (last.Year == 0) last = last with { Year = first.Year };
            return end;
        }
        if (Scanner.Month(start, out var month, out _) is >= 0 and var monthEnd)
        {
            var dayEnd = Scanner.Number(Scanner.Blanks(monthEnd), out var day, out var dayDigits);
            if (dayEnd < 0 || dayDigits > 2 || day is < 1 or > 31) return -1;
            var yearEnd = Year(PastOrdinal(dayEnd), out var year);
            last = new RawDay(year == 0 ? first.Year : year, month, day);
            return yearEnd < 0 ? dayEnd : yearEnd;
        }
        // 3月5日至7日
        var number = Scanner.Number(start, out var lastDay, out var digits);
        if (number < 0 || digits > 2 || lastDay <= first.Day || lastDay > 31 || Scanner.At(Scanner.Blanks(number)) is not ('日' or '号' or '號')) return -1;
        last = first with { Day = lastDay };
        return Scanner.Blanks(number) + 1;
    }

    /// <summary>Days that share a month: 22-23 September 2015, с 22 по 24 ноября, 22, 23 and 24 May, 22.-24.9.2015.</summary>
    private bool SharedMonth(int at, out RawDate date)
    {
        date = default;
        var end = Scanner.Number(at, out var firstDay, out var digits);
        if (end < 0 || digits > 2 || firstDay is < 1 or > 31 || Figures.Han(at)) return false;
        end = PastOrdinal(end);
        for (var days = 0; days < 5; days++)
        {
            var next = Scanner.Blanks(end);
            if (Scanner.At(next) == '.' && DateScanner.IsDash(Scanner.At(next + 1))) next++;
            int start;
            if (DateScanner.IsDash(Scanner.At(next)) || Scanner.At(next) is '/' or ',' or '&' or '،') start = Scanner.Blanks(next + 1);
            else if (Scanner.Small(next, DateRole.To | DateRole.And) is >= 0 and var word) start = Scanner.Blanks(word);
            else return false;
            for (var more = 0; more < 2 && Scanner.Small(start, DateRole.And | DateRole.Of) is >= 0 and var and; more++) start = Scanner.Blanks(and);
            if (Whole(start, out var whole, out var last, out var weak))
            {
                if (last.Day <= firstDay && last.Month > 0 && !last.Swappable) return false;
                date = new RawDate(at, whole, last with { Day = firstDay }, last, weak);
                return last.Day > 0;
            }
            end = Scanner.Number(start, out var day, out digits);
            if (end < 0 || digits > 2 || day is < 1 or > 31) return false;
            end = PastOrdinal(end);
        }
        return false;
    }

    /// <summary>August 22, 2012; Sept 22-24; "August 2012" is a month without a day.</summary>
    private bool MonthFirst(int at, int end, int value, int digits, int monthStart, int month, bool shortened, out RawDate date)
    {
        date = default;
        if (digits == 4 && FigureDates.IsYear(value))
        {
            date = new RawDate(monthStart, Figures.AfterYear(end), new RawDay(value, month, 0), null);
            return true;
        }
        if (digits > 2 || value is < 1 or > 31 || Scanner.At(end) is ':' or '%' || Scanner.At(end) == '/' && DateScanner.Digit(Scanner.At(end + 1)) >= 0) return FromNumber(at, out date);
        if (MonthAfter(PastOrdinal(end), out _, out _) >= 0) return FromNumber(at, out date);
        end = PastOrdinal(end);
        var first = new RawDay(0, month, value);
        var lastDay = value;
        for (var next = Scanner.Blanks(end); DateScanner.IsDash(Scanner.At(next)) || Scanner.Small(next, DateRole.To | DateRole.And) >= 0;)
        {
            var start = Scanner.Blanks(DateScanner.IsDash(Scanner.At(next)) ? next + 1 : Scanner.Small(next, DateRole.To | DateRole.And));
            var second = Scanner.Number(start, out var day, out var secondDigits);
            if (second < 0 || secondDigits > 2 || day <= lastDay || day > 31 || Scanner.At(second) == ':' || MonthAfter(second, out _, out _) >= 0) break;
            lastDay = day;
            end = PastOrdinal(second);
            next = Scanner.Blanks(end);
        }
        var yearEnd = Year(end, out var year);
        if (yearEnd >= 0) { end = yearEnd; first = first with { Year = FullYear(year) }; }
        if (lastDay != value)
        {
            date = new RawDate(monthStart, end, first, first with { Day = lastDay }, shortened);
            return true;
        }
        var tail = Tail(end, first, out var last);
        date = new RawDate(monthStart, tail < 0 ? end : tail, first, tail < 0 ? null : last, shortened);
        return true;
    }

    private bool MonthBefore(int at, int floor, out int start, out int month, out bool shortened)
    {
        (start, month, shortened) = (at, 0, false);
        var last = at - 1;
        while (last >= floor && Scanner.At(last) is ' ' or '\u00a0' or '.' or ',' && at - last < 4) last--;
        if (last < floor || last == at - 1 || !char.IsLetter(Scanner.At(last)) || Figures.Han(last)) return false;
        start = last;
        while (start > floor && char.IsLetter(Scanner.At(start - 1)) && last - start < 12) start--;
        var end = Scanner.Month(start, out month, out shortened);
        if (end < last + 1) return false;
        // "you may 3 times": an English month is written with a capital
        return Scanner.At(start) is not (>= 'a' and <= 'z') || last - start > 3;
    }

    private int PastOrdinal(int at)
    {
        var start = Scanner.At(at) is '-' or '‑' ? at + 1 : at;
        if (!char.IsLetter(Scanner.At(start)) && Scanner.At(start) is not ('º' or 'ª' or '°')) return at;
        if (Scanner.At(start) is 'º' or 'ª' or '°') return start + 1;
        var end = Scanner.Small(start, DateRole.Ordinal);
        return end < 0 ? at : end;
    }

    private static int FullYear(int year) => year is > 0 and < 100 ? 2000 + year : year;
}
