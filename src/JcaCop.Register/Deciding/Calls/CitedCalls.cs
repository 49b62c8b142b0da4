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

    /// <summary>Signs between the numbers of a list; a dash joins the ends of a range.</summary>
    private const string Signs = ",/&-–、，،";

    /// <summary>Stands behind each number of a Chinese list: 第270号和第271号通函.</summary>
    private const string Counted = "号第";

    /// <summary>Words between the last two numbers of a list, in six languages.</summary>
    private static readonly HashSet<string> And = new(StringComparer.OrdinalIgnoreCase) { "and", "et", "y", "и", "و", "和", "及", "与" };

    public static IReadOnlyList<CallEntry> Of(MailReading reading, Known known) => known.All<CallEntry>().Take(2).Count() < 2 ? [] : InWords(reading, known);

    /// <summary>The same, though there is one call alone.</summary>
    public static IReadOnlyList<CallEntry> InWords(MailReading reading, Known known) => InText($"{reading.Mail.Subject}\n{reading.Mail.Body.ReplyText}", known);

    /// <summary>All that a text cites.</summary>
    public static IReadOnlyList<CallEntry> InText(string text, Known known)
    {
        var dates = Dates.Find(text).Select(date => date.Start).ToHashSet();
        return [.. Circulars.Find(text).SelectMany(mention => Numbers(text, mention, dates).Prepend(mention.Value)).Select(number => CallMatch.Named(number, known)).OfType<CallEntry>()
            .Concat(known.All<CallEntry>().Where(call => CallNumber.IsCited(call.Number, text))).DistinctBy(call => call.Id)];
    }

    /// <summary>Those that are open and that the member has still to answer.</summary>
    /// <param name="but">The call that the mail is judged to answer.</param>
    /// <param name="at">When the mail arrived, UTC.</param>
    public static IReadOnlyList<CallEntry> Owed(MailReading reading, CallEntry but, MemberEntry member, Known known, DateTimeOffset at) =>
        [.. Of(reading, known).Where(call => call.Id != but.Id && call.Live && call.OpenedAt <= at
            && known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id)).Any()
            && CallPlacing.Entry(known, call.Id, member.Id, null)?.Given is null)];

    /// <summary>The numbers that follow one in a list: "270, 271 and 272". A list goes on over its signs and the words for "and" alone: the numbers of a date behind it are none of it.</summary>
    private static IEnumerable<string> Numbers(string text, Mention<string> first, HashSet<int> dates)
    {
        for (var at = Next(text, first.End); at < text.Length && char.IsDigit(text[at]) && !dates.Contains(at); at = Next(text, at))
        {
            var end = at;
            while (end < text.Length && char.IsDigit(text[end])) end++;
            yield return text[at..end];
            at = end;
        }
    }

    /// <summary>Where the list goes on behind a number; the end of the text where it does not.</summary>
    private static int Next(string text, int since)
    {
        var joined = false;
        for (var at = since; at < text.Length && at - since < Reach;)
        {
            if (char.IsDigit(text[at])) return joined ? at : text.Length;
            var end = at + 1;
            if (char.IsLetter(text[at]))
            {
                while (end < text.Length && char.IsLetter(text[end]) && !IsCharacter(text[at])) end++;
                var word = text[at..end];
                if (!And.Contains(word) && !Counted.Contains(word, StringComparison.Ordinal)) return text.Length;
                joined |= And.Contains(word);
            }
            else if (Signs.Contains(text[at], StringComparison.Ordinal)) joined = true;
            else if (text[at] == '\n' || !char.IsWhiteSpace(text[at])) return text.Length;
            at = end;
        }
        return text.Length;
    }

    /// <summary>Chinese words stand without blanks; those of a list are of one character.</summary>
    private static bool IsCharacter(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
