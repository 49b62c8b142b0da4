using JcaCop.Reading;
using JcaCop.Reading.Parts;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>All calls that the new words of a mail cite: "TSB Circulars 270 and 271". Pure.</summary>
internal static class CitedCalls
{
    public static IReadOnlyList<CallEntry> Of(MailReading reading, Known known) => known.All<CallEntry>().Take(2).Count() < 2 ? [] : InWords(reading, known);

    /// <summary>The same, though there is one call alone.</summary>
    public static IReadOnlyList<CallEntry> InWords(MailReading reading, Known known) => InText($"{reading.Mail.Subject}\n{reading.Mail.Body.ReplyText}", known);

    /// <summary>All that a text cites.</summary>
    public static IReadOnlyList<CallEntry> InText(string text, Known known)
    {
        var dates = Dates.Find(text).Select(date => date.Start).ToHashSet();
        return [.. Circulars.Find(text).SelectMany(mention => CircularLists.After(text, mention, dates).Select(next => next.Value).Prepend(mention.Value)).Select(number => CallMatch.Named(number, known)).OfType<CallEntry>()
            .Concat(known.All<CallEntry>().Where(call => CallNumber.IsCited(call.Number, text))).DistinctBy(call => call.Id)];
    }

    /// <summary>Those that are open and that the member has still to answer.</summary>
    /// <param name="but">The call that the mail is judged to answer.</param>
    /// <param name="at">When the mail arrived, UTC.</param>
    public static IReadOnlyList<CallEntry> Owed(MailReading reading, CallEntry but, MemberEntry member, Known known, DateTimeOffset at) =>
        [.. Of(reading, known).Where(call => call.Id != but.Id && call.Live && call.OpenedAt <= at
            && known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id)).Any()
            && CallPlacing.Entry(known, call.Id, member.Id, null)?.Given is null)];
}
