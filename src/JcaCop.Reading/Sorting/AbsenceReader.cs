using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Sorting;

/// <summary>Reads from an absence until when somebody is away and who stands in.</summary>
public static class AbsenceReader
{
    /// <summary>How far behind "back on", "until" or "on leave" a date may stand, in UTF-16 units: one clause.</summary>
    private const int Reach = 70;

    /// <summary>How far before such a word, in languages that put it behind the date.</summary>
    private const int ReachBefore = 12;

    /// <summary>How far before the deputy's address the name may stand, and how far around it "included".</summary>
    private const int NameReach = 60, IncludedReach = 24;

    private static readonly string[] IncludedWords = [.. LexiconFile.Words("Sorting/marks", "included")];

    /// <returns>Null where the text speaks of no absence.</returns>
    public static Absence? Read(MailSigns signs)
    {
        if (!signs.TextHas(Sign.Away) && !signs.SubjectHas(Sign.AwaySubject)) return null;
        var (address, name) = Deputy(signs);
        return new Absence(Until(signs), address, name) { Of = AbsentPerson.Name(signs) is { } away && away != name ? away : null };
    }

    /// <summary>
    /// The first day back: the latest that a word of return or an "until" names, the day after where it is included, otherwise the day after the period of
    /// the absence. Doubtful dates give none.
    /// </summary>
    private static DateOnly? Until(MailSigns signs)
    {
        var written = signs.Mail.WrittenAt is { } at ? DateOnly.FromDateTime(at.DateTime) : (DateOnly?)null;
        var language = LanguageDetector.Detect(signs.Text);
        var dates = DatesFrom(signs.Text, written, language);
        DateOnly? latest = null;
        foreach (var hit in signs.InText)
        {
            if (hit.Value is not (Sign.Back or Sign.Away) || Beside(signs.Text, dates, hit) is not { Value.Last: { } day } date) continue;
            var period = date.Value is DateReading.Period;
            if (hit.Value == Sign.Away && !period) continue;
            var first = period || IsIncluded(signs.Text, date) ? day.AddDays(1) : day;
            if (latest is null || first > latest) latest = first;
        }
        if (latest is not null) return latest;
        if (dates is [{ Value: DateReading.Period { Stop: var end } }]) return end.AddDays(1);
        return signs.SubjectHas(Sign.AwaySubject) && DatesFrom(signs.Mail.Subject, written, language) is [var told] ? told.Value is DateReading.Period { Stop: var stop } ? stop.AddDays(1) : told.Value.Last : null;
    }

    /// <summary>Dates from the day of the mail on; without a day of the mail, all.</summary>
    private static List<Mention<DateReading>> DatesFrom(string text, DateOnly? written, string language) =>
        [.. Dates.Find(text, written, language).Where(date => date.Value.Last is { } last && (written is null || last >= written))];

    /// <summary>The date behind the word in its sentence; otherwise the one directly before it ("5月20日恢复上班", "20 Mayıs tarihinde döneceğim").</summary>
    private static Mention<DateReading>? Beside(string text, List<Mention<DateReading>> dates, PhraseHit<Sign> hit)
    {
        foreach (var date in dates)
            if (date.Start >= hit.Start && date.Start - hit.End <= Reach && !Parts(text, hit.End, date.Start, ".!\n。！؟")) return date;
        foreach (var date in dates)
            if (date.End <= hit.Start && hit.Start - date.End <= ReachBefore && !Parts(text, date.End, hit.Start, ".,;!\n，。；、")) return date;
        return null;
    }

    private static bool Parts(string text, int from, int to, string signs)
    {
        for (var i = from; i < to; i++)
            if (signs.Contains(text[i]) && (text[i] != '.' || (i + 1 < text.Length && text[i + 1] == ' ' && i + 2 < text.Length && !char.IsDigit(text[i + 2])))) return true;
        return false;
    }

    private static bool IsIncluded(string text, Mention<DateReading> date)
    {
        var from = Math.Max(0, date.Start - IncludedReach);
        var around = text.AsSpan(from, Math.Min(text.Length, date.End + IncludedReach) - from);
        foreach (var word in IncludedWords)
            if (around.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>The first address in the text that is neither the sender's nor ours, and the name before it; a titled name alone where no address stands in the sentence of urgent matters.</summary>
    private static (string? Address, string? Name) Deputy(MailSigns signs)
    {
        foreach (var (at, address) in FailureText.Addresses(signs.Text))
        {
            if (string.Equals(address, signs.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase)) continue;
            if (signs.Mail.To.Any(box => string.Equals(address, box.Email, StringComparison.OrdinalIgnoreCase))) continue;
            var from = Math.Max(0, at - NameReach);
            var marked = new MarkedText(signs.Text);
            return (address, PersonNames.Find(marked, from, at) is [.., var titled] ? titled.Value : PersonNames.BareBefore(marked, from, at)?.Value);
        }
        foreach (var hit in signs.InText)
            if (hit.Value == Sign.Urgent && PersonNames.Find(new MarkedText(signs.Text), hit.Start, Math.Min(signs.Text.Length, hit.End + NameReach)) is [var named, ..])
                return (null, named.Value);
        return (null, null);
    }
}
