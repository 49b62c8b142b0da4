using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Sorting;

/// <summary>Reads from an absence until when somebody is away and who stands in.</summary>
public static class AbsenceReader
{
    /// <summary>How far behind "back on", "until" or "on leave" a date may stand, in UTF-16 units: one clause.</summary>
    private const int Reach = 70;

    /// <returns>Null where the text speaks of no absence.</returns>
    public static Absence? Read(MailSigns signs) =>
        signs.TextHas(Sign.Away) || signs.SubjectHas(Sign.AwaySubject) || signs.TextHas(Sign.Back) ? new Absence(Until(signs), Deputy(signs)) : null;

    /// <summary>The first day back: the day that a word of return names, the day after a period or after "until … included". Doubtful dates give none.</summary>
    private static DateOnly? Until(MailSigns signs)
    {
        var written = signs.Mail.WrittenAt is { } at ? DateOnly.FromDateTime(at.DateTime) : (DateOnly?)null;
        var dates = Dates.Find(signs.Text, written).Where(date => date.Value.Last is { } last && (written is null || last >= written)).ToList();
        if (dates.Count == 0) return null;

        foreach (var hit in signs.InText.Where(static hit => hit.Value == Sign.Back))
            if (Behind(dates, hit) is { Value: { Last: { } day } } date)
                return date.Value is DateReading.Period || IsIncluded(signs.Text, date) ? day.AddDays(1) : day;
        foreach (var hit in signs.InText.Where(static hit => hit.Value == Sign.Away))
            if (Behind(dates, hit) is { Value: DateReading.Period { Stop: var stop } })
                return stop.AddDays(1);
        return dates is [{ Value: DateReading.Period { Stop: var end } }] ? end.AddDays(1) : null;
    }

    private static Mention<DateReading>? Behind(List<Mention<DateReading>> dates, PhraseHit<Sign> hit)
    {
        foreach (var date in dates)
            if (date.Start >= hit.Start && date.Start - hit.End <= Reach)
                return date;
        return null;
    }

    private static bool IsIncluded(string text, Mention<DateReading> date)
    {
        var after = text.AsSpan(date.End, Math.Min(16, text.Length - date.End));
        foreach (var word in (ReadOnlySpan<string>)["inclus", "incl", "включительно", "einschl", "compreso"])
            if (after.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>The first address in the text that is neither the sender's nor ours.</summary>
    private static string? Deputy(MailSigns signs)
    {
        foreach (var (_, address) in FailureText.Addresses(signs.Text))
        {
            if (string.Equals(address, signs.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase)) continue;
            if (signs.Mail.To.Any(box => string.Equals(address, box.Email, StringComparison.OrdinalIgnoreCase))) continue;
            return address;
        }
        return null;
    }
}
