using JcaCop.Reading;
using JcaCop.Reading.Parts;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>All calls that the new words of a mail cite: "TSB Circulars 270 and 271". Pure.</summary>
internal static class CitedCalls
{
    /// <summary>How far behind a circular's number the next one of the same list may stand; UTF-16 units.</summary>
    private const int Reach = 24;

    public static IReadOnlyList<CallEntry> Of(MailReading reading, Known known)
    {
        if (known.All<CallEntry>().Take(2).Count() < 2) return [];
        var text = $"{reading.Mail.Subject}\n{reading.Mail.Body.ReplyText}";
        return [.. Circulars.Find(text).SelectMany(mention => Numbers(text, mention).Prepend(mention.Value)).Select(number => CallMatch.Named(number, known)).OfType<CallEntry>()
            .Concat(known.All<CallEntry>().Where(call => CallNumber.IsCited(call.Number, text))).DistinctBy(call => call.Id)];
    }

    /// <summary>Those that are open and that the member has still to answer.</summary>
    /// <param name="but">The call that the mail is judged to answer.</param>
    /// <param name="at">When the mail arrived, UTC.</param>
    public static IReadOnlyList<CallEntry> Owed(MailReading reading, CallEntry but, MemberEntry member, Known known, DateTimeOffset at) =>
        [.. Of(reading, known).Where(call => call.Id != but.Id && call.Live && call.OpenedAt <= at
            && known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id)).Any()
            && CallPlacing.Entry(known, call.Id, member.Id, null)?.Given is null)];

    /// <summary>The numbers that follow one in a list: "270, 271 and 272".</summary>
    private static IEnumerable<string> Numbers(string text, Mention<string> first)
    {
        for (var (at, since) = (first.End, first.End); at < text.Length && at - since < Reach && text[at] is not ('\n' or '.' or ':' or ';' or '。' or '：'); at++)
        {
            if (!char.IsDigit(text[at])) continue;
            var end = at;
            while (end < text.Length && char.IsDigit(text[end])) end++;
            if (!char.IsLetter(text[at - 1]) || text[at - 1] > '\u02ff') yield return text[at..end];
            (at, since) = (end - 1, end);
        }
    }
}
