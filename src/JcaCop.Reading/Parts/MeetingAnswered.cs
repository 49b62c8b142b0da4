using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Tells the first day of the meeting that a mail is about, where it speaks of attending it or of its papers.</summary>
internal static class MeetingAnswered
{
    /// <returns>The day, and whether the words say that it is of a meeting which the mail answers; otherwise that is only supposed.</returns>
    public static (DateOnly? Day, bool Said) Tell(ReceivedMail mail, List<PhraseHit<ReferenceWord>> subject, List<PhraseHit<ReferenceWord>> fresh, string language)
    {
        if (Liaisons.MayBe(mail)) return (null, true);
        DateOnly? written = mail.WrittenAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null;
        var text = mail.Body.Readable;
        var dates = Dates.Find(text, written, language);
        var subjectDates = Dates.Find(mail.Subject, written, language);
        var attending = Has(fresh, ReferenceWord.Attending) || Has(subject, ReferenceWord.Attending);
        var told = Beside(text, fresh, dates);
        // "Will there be interpretation at the meeting of 5 September?" is about it, whoever comes
        bool About(DateOnly? day) => attending || told?.Value.First == day && text.AsSpan().IndexOfAny(Asking) >= 0;
        // "Meeting of 5 November" above "the meeting of 12 November 2013": the year that nobody wrote is a guess
        if (Beside(mail.Subject, subject, subjectDates) is { } headed)
        {
            var day = told is { } full && full.Value.First != headed.Value.First && HasYear(text, full) && !HasYear(mail.Subject, headed) ? full.Value.First : headed.Value.First;
            return (day, About(day));
        }
        if (told is { } only) return (only.Value.First, About(only.Value.First));
        if (Quoted(mail, written, language, dates) is var (quoted, named)) return (quoted, attending && (named || Has(fresh, ReferenceWord.Meeting) || Has(subject, ReferenceWord.Meeting)));
        return (Only(subjectDates.Concat(dates.Where(date => !IsDeadline(text, date) && !IsDateLine(text, date, written) && !Ends(text, date) && !IsOfActivity(text, date, fresh))), written), false);
    }

    private static readonly System.Buffers.SearchValues<char> Asking = System.Buffers.SearchValues.Create("?？؟");

    /// <summary>The one day to come that a mail names.</summary>
    private static DateOnly? Only(IEnumerable<Mention<DateReading>> dates, DateOnly? written)
    {
        DateOnly? only = null;
        foreach (var date in dates)
        {
            if (date.Value.First is not { } day || day < written) continue;
            if (only is not null && only != day) return null;
            only = day;
        }
        return only;
    }

    /// <summary>"Libreville, 12 May 2026" on a line of its own, of the day of the mail or nearly so: the letter's own date.</summary>
    private static bool IsDateLine(string text, Mention<DateReading> date, DateOnly? written)
    {
        if (date.Value.First is not { } day || written is not { } sent || Math.Abs(day.DayNumber - sent.DayNumber) > FewDays) return false;
        var start = date.Start == 0 ? 0 : text.LastIndexOf('\n', date.Start - 1) + 1;
        var end = text.IndexOf('\n', date.End);
        if (end < 0) end = text.Length;
        var before = text.AsSpan(start, date.Start - start).Trim();
        var behind = text.AsSpan(date.End, end - date.End).Trim();
        return before.Length <= LongestPlace && before.IndexOfAny(".:;(") < 0 && behind is "" or ".";
    }

    private const int FewDays = 7, LongestPlace = 30;

    /// <summary>"2. Activities: annual forum on safer networks, York, 7 February": the day of what a country reports, in a line that speaks of no meeting.</summary>
    private static bool IsOfActivity(string text, Mention<DateReading> date, List<PhraseHit<ReferenceWord>> fresh)
    {
        var start = date.Start == 0 ? 0 : text.LastIndexOf('\n', date.Start - 1) + 1;
        var end = text.IndexOf('\n', date.End) is >= 0 and var turn ? turn : text.Length;
        return !fresh.Exists(word => word.Start >= start && word.Start < end && (word.Value is ReferenceWord.Meeting or ReferenceWord.Attending))
            && text.AsSpan(start, date.Start - start).IndexOfAny(':', '：') is > 1 and var colon && ActivityWords.Find(text[start..(start + colon)]).Exists(static hit => hit.Value == ActivityWord.Section);
    }

    /// <summary>"From 15 October Ida Holm represents us", 自10月15日起: since when something holds is no day of a meeting.</summary>
    internal static bool Begins(string text, Mention<DateReading> date) => IsLed(text, date, BeginsBefore, BeginsBehind);

    /// <summary>"Until 31 October Ida Holm represents us": nor is the day until which it holds.</summary>
    private static bool Ends(string text, Mention<DateReading> date) => IsLed(text, date, EndsBefore, []);

    private static bool IsLed(string text, Mention<DateReading> date, IReadOnlyList<string> wordsBefore, IReadOnlyList<string> wordsBehind)
    {
        if (date.Value is not DateReading.Day) return false;
        var before = text.AsSpan(0, date.Start).TrimEnd();
        var behind = text.AsSpan(date.End).TrimStart();
        foreach (var word in wordsBehind) if (behind.StartsWith(word, StringComparison.Ordinal)) return true;
        foreach (var word in wordsBefore)
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || Folding.IsHan(word[0]) || !char.IsLetter(before[before.Length - word.Length - 1]))) return true;
        return false;
    }

    private static readonly IReadOnlyList<string> BeginsBefore = LexiconFile.Words("seatTerms", "from"), BeginsBehind = LexiconFile.Words("seatTerms", "fromBehind"),
        EndsBefore = LexiconFile.Words("seatTerms", "until");

    private static bool Has(List<PhraseHit<ReferenceWord>> words, ReferenceWord kind) => words.Exists(word => word.Value == kind);

    /// <summary>"meeting of the Joint Coordination Activity on Child Online Protection (JCA-COP) on 10 September" is as long as that.</summary>
    private const int FarthestDate = 90;

    /// <summary>A date in the clause of a word for meeting.</summary>
    private static Mention<DateReading>? Beside(string text, List<PhraseHit<ReferenceWord>> words, IReadOnlyList<Mention<DateReading>> dates)
    {
        (Mention<DateReading> Date, int Far)? nearest = null; // "further to our letter of 25 August, … the meeting of 22 September"
        foreach (var date in dates)
        {
            if (date.Value.First is null) continue;
            bool? deadline = null;
            foreach (var word in words)
            {
                if (word.Value != ReferenceWord.Meeting && !(word.Value == ReferenceWord.Attending && word.Length > 8 && NamesMeeting(text, word))) continue;
                var (from, to) = word.End <= date.Start ? (word.End, date.Start) : (date.End, word.Start);
                if (from > to || to - from > FarthestDate) continue;
                if (text.AsSpan(from, to - from).IndexOfAny("!?;。；") < 0 && text.AsSpan(from, to - from).IndexOf("\n\n") < 0 && !(nearest?.Far <= to - from)
                    && !(deadline ??= IsDeadline(text, date))) nearest = (date, to - from);
            }
        }
        return nearest?.Date;
    }

    /// <summary>The year of a date is written out: as four digits, as the third of its numbers, or with its own word.</summary>
    private static bool HasYear(string text, Mention<DateReading> date)
    {
        var (numbers, digits) = (0, 0);
        foreach (var c in text.AsSpan(date.Start, date.Length))
        {
            if (!char.IsDigit(c))
            {
                if (c == '年') return true;
                digits = 0;
                continue;
            }
            if (digits++ == 0) numbers++;
            if (digits == 4 || numbers == 3 && digits == 2) return true;
        }
        return false;
    }

    /// <summary>"تقرير الاجتماع": a phrase of attending that holds the word for meeting.</summary>
    private static bool NamesMeeting(string text, PhraseHit<ReferenceWord> phrase) =>
        ReferenceWords.Index.FindAll(text.Substring(phrase.Start, phrase.Length)).Exists(word => word.Value == ReferenceWord.Meeting);

    /// <summary>A meeting that only the quoted invitation dates, where the new words name its day or no day at all.</summary>
    private static (DateOnly Day, bool Named)? Quoted(ReceivedMail mail, DateOnly? written, string language, IReadOnlyList<Mention<DateReading>> dates)
    {
        var whole = mail.Body.Text;
        if (whole.Length <= mail.Body.Readable.AsSpan().Trim().Length) return null;
        var words = ReferenceWords.Index.FindLongest(whole);
        if (!Has(words, ReferenceWord.Meeting) || Beside(whole, words, Dates.Find(whole, written, language))?.Value.First is not { } day) return null;
        var named = dates.Any(date => date.Value.First == day);
        return named || dates.All(date => date.Value.First is null) ? (day, named) : null;
    }

    private static bool IsDeadline(string text, Mention<DateReading> date) => Deadlines.IsDeadline(text, date);
}
