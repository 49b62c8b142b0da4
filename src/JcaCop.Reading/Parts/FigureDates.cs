using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Dates whose month is a figure: 2012-08-22, 22.08.2012, 2012年8月22日.</summary>
internal readonly ref struct FigureDates
{
    private readonly DateScanner scanner;

    /// <summary>Two figures are a year only where the day of the mail is near; null where it is unknown.</summary>
    private readonly DateOnly? near;

    public FigureDates(DateScanner scanner, DateOnly? near)
    {
        this.scanner = scanner;
        this.near = near;
    }

    public bool YearFirst(int year, ref int end, out RawDay day)
    {
        day = default;
        var at = scanner.Blanks(end);
        if (scanner.At(at) == '年')
        {
            var next = scanner.Blanks(at + 1);
            var monthEnd = scanner.Number(next, out var month, out _);
            var unit = monthEnd < 0 ? -1 : scanner.Blanks(monthEnd);
            if (unit < 0 || scanner.At(unit) != '月' || month is < 1 or > 12) return false;
            end = DayAfterHanMonth(unit + 1, out var dayOfMonth);
            day = new RawDay(year, month, dayOfMonth);
            return true;
        }
        var separator = scanner.At(end);
        if (separator is not ('-' or '/' or '.')) return false;
        var second = scanner.Number(end + 1, out var numericMonth, out var monthDigits);
        if (second < 0 || monthDigits > 2 || numericMonth is < 1 or > 12 || scanner.At(second) != separator) return false;
        var third = scanner.Number(second + 1, out var numericDay, out var dayDigits);
        if (third < 0 || dayDigits > 2 || numericDay is < 1 or > 31) return false;
        if (scanner.At(third) is '-' or '/' && DateScanner.Digit(scanner.At(third + 1)) >= 0 && !Period(third, separator)) return false;
        end = third;
        day = new RawDay(year, numericMonth, numericDay);
        return true;
    }

    public bool Numeric(int first, int at, out int end, out RawDay day)
    {
        day = default;
        end = at;
        var spaced = scanner.At(at) == ' ' && scanner.At(at + 1) is '/' or '.' && scanner.At(at + 2) == ' ';
        var separator = scanner.At(spaced ? at + 1 : at);
        if (separator is not ('.' or '/' or '-' or '\u2010' or '\u2011' or '–')) return false;
        var next = scanner.Number(at + (spaced ? 3 : 1), out var second, out var digits);
        if (next < 0 || digits > 2 || second is < 1 or > 31 || Han(at + 1)) return false;
        if (spaced)
        {
            if (scanner.At(next) != ' ' || scanner.At(next + 1) != separator || scanner.At(next + 2) != ' ') return false;
            next += 2;
        }
        else if (scanner.At(next) != separator) return false;
        var last = scanner.Number(next + 1, out var year, out var yearDigits);
        if (last < 0 || yearDigits is not (2 or 4) || yearDigits == 4 && !IsYear(year)) return false;
        if (scanner.At(last) is '-' or '/' or '.' && DateScanner.Digit(scanner.At(last + 1)) >= 0 && !Period(last, separator)) return false;
        if (yearDigits == 2 && (near is not { } mail || Math.Abs(2000 + year - mail.Year) > 15 || char.IsLetter(scanner.At(last)))) return false;
        if (first > 12 && second > 12) return false;
        day = new RawDay(yearDigits == 2 ? 2000 + year : year, second, first, separator != '.', yearDigits == 2);
        if (!day.Swappable && second > 12) return false;
        end = AfterYear(last);
        return true;
    }

    /// <summary>"04.03.2013-13.03.2013": the hyphen without blanks parts two days whose own parts another sign parts.</summary>
    private bool Period(int hyphen, char separator)
    {
        if (scanner.At(hyphen) != '-' || separator == '-') return false;
        var first = scanner.Number(hyphen + 1, out _, out _);
        if (first < 0 || scanner.At(first) != separator) return false;
        var second = scanner.Number(first + 1, out _, out _);
        return second > 0 && scanner.At(second) == separator && DateScanner.Digit(scanner.At(second + 1)) >= 0;
    }

    /// <summary>8月22日, with the year left out.</summary>
    public bool HanMonth(int month, int at, out int end, out RawDay day)
    {
        day = default;
        end = scanner.Blanks(at);
        if (scanner.At(end) != '月' || month > 12 || scanner.At(end + 1) is '份' or '底' or '初' or '中') return false;
        end = DayAfterHanMonth(end + 1, out var dayOfMonth);
        day = new RawDay(0, month, dayOfMonth);
        return dayOfMonth > 0;
    }

    /// <returns>The end of the day, or of the month where no day follows.</returns>
    private int DayAfterHanMonth(int at, out int day)
    {
        var end = scanner.Number(scanner.Blanks(at), out day, out var digits);
        if (end < 0 || digits > 2 || day is < 1 or > 31) { day = 0; return at; }
        var unit = scanner.Blanks(end);
        if (scanner.At(unit) is '日' or '号' or '號') return unit + 1;
        if (DateScanner.IsDash(scanner.At(unit)) || scanner.At(unit) is '至' or '到') return end;
        day = 0;
        return at;
    }

    public int AfterYear(int at)
    {
        var next = scanner.Blanks(at);
        var end = scanner.Small(next, DateRole.AfterYear);
        if (end < 0) return at;
        return scanner.At(end) == '.' && end - next <= 2 && Folding.IsArabic(scanner.At(next)) is false ? end + 1 : end;
    }

    public bool Han(int at) => Folding.IsHan(scanner.At(at));

    public static bool IsYear(int value) => value is >= 1900 and <= 2100;
}
