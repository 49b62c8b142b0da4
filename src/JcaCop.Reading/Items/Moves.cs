using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The Heron Forum has moved to 61/3 Horton Place and its site is now …", X已遷往…: the new address, whatever its street is called, and the words before the verb.</summary>
internal static class Moves
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("moves").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>"moved in April to": so much stands between the verb and its preposition.</summary>
    private const int LongestGap = 24;

    private const int Shortest = 5, Longest = 140;

    /// <summary>Small words between what joins and the word for another detail: "and its site".</summary>
    private const int LongestJoint = 16, Comma = 10;

    /// <returns>Where the clause of the mover begins and ends, and the address; null where nobody moves to a place with a number.</returns>
    public static (TextSpan Mover, Part Address)? Find(ItemContext context, TextSpan span)
    {
        var words = Index.FindAll(context.Marked.Folded);
        foreach (var verb in words)
        {
            if (verb.Value != "moved" || verb.Start < span.Start || verb.End >= span.End || words.Exists(longer => longer.Value == "moved" && longer.Start <= verb.Start && longer.End > verb.End)) continue;
            var han = Folding.IsHan(context.Text[verb.Start]);
            if ((han ? verb.End : Behind(context, words, verb.End, span.End)) is not { } start) continue;
            while (start < span.End && (char.IsWhiteSpace(context.Text[start]) || context.Text[start] is ':' or '：' or '«' or '"' or '“')) start++;
            var end = End(context, words, start, span.End);
            if (end - start is < Shortest or > Longest || !context.Text.AsSpan(start, end - start).ContainsAnyInRange('0', '9') || MovedDays.IsDay(context.Text[start..end])) continue;
            var from = span.Start;
            for (var at = verb.Start - 1; at >= span.Start; at--) if (Clauses.Ends.Contains(context.Text[at])) { from = at + 1; break; }
            return (TextSpan.FromBounds(from, verb.Start), new Part(PartKind.Address, MailLayout.Unwrap(context.Text[start..end]), start, end - start, 0.75));
        }
        return null;
    }

    /// <summary>Behind the preposition that leads to the new place.</summary>
    private static int? Behind(ItemContext context, List<PhraseHit<string>> words, int verb, int end)
    {
        foreach (var to in words.Where(word => word.Value == "to" && word.Start >= verb && word.Start - verb <= LongestGap && word.End < end).OrderByDescending(static word => word.End))
            if (char.IsWhiteSpace(context.Text[to.End]) && context.Text.AsSpan(to.End).TrimStart() is [var first, ..]
                    && (char.IsUpper(first) || char.IsDigit(first) || first > LastCased || context.Marked.At(Word.Street, to.End + 1) is not null))
                return to.End;
        return null;
    }

    /// <summary>Scripts behind it have no capitals.</summary>
    private const char LastCased = '\u052f';

    /// <summary>Before the next detail, with the comma or "and" that joins it.</summary>
    private static int End(ItemContext context, List<PhraseHit<string>> words, int start, int end)
    {
        var text = context.Text;
        var stop = text.AsSpan(start, end - start).IndexOfAny(Folding.IsHan(text[start]) ? ";；؛。，" : ";；؛。");
        if (stop >= 0) end = start + stop;
        foreach (ref readonly var site in context.Websites.From(start, end)) end = Math.Min(end, site.Start);
        foreach (ref readonly var email in context.Emails.From(start, end)) end = Math.Min(end, email.Start);
        foreach (ref readonly var phone in context.Phones.From(start, end)) if (text.AsSpan(phone.Start, phone.Length).IndexOf('+') >= 0) end = Math.Min(end, phone.Start);
        foreach (var detail in words)
        {
            if (detail.Value != "detail" || detail.Start <= start || detail.Start >= end) continue;
            var cut = detail.Start;
            foreach (var and in context.Marked.Within(Word.Conjunction, Math.Max(start, detail.Start - LongestJoint), detail.Start)) cut = Math.Min(cut, and.Start);
            var comma = text.AsSpan(start, cut - start).LastIndexOfAny(",،，");
            if (cut == detail.Start && comma >= 0 && cut - start - comma <= Comma) cut = start + comma;
            end = cut;
            break;
        }
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '،' or '，' or '.' or ';' or '»' or '"' or '”' or '(')) end--;
        return end;
    }
}
