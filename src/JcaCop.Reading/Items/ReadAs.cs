using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>A correction in the manner of a corrigendum, with the old text and the new in one sentence: "For X read Y", "Léase Y en lugar de X", “X”应为“Y”.</summary>
internal static class ReadAs
{
    internal enum Side { Old, New }

    /// <summary>Words that join the old value and the new one stand at most that far apart.</summary>
    private const int Longest = 140;

    private const int Gap = 3;

    private static readonly PhraseIndex<Side> Index = new(LexiconFile.Phrases("corrigenda")
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Side>(entry.Code, ignoreCase: true))));

    /// <summary>The words before old values and new ones; none at all where none stands before a new one.</summary>
    public static List<PhraseHit<Side>> Words(FoldedText text) => Index.FindLongest(text) is var hits && hits.Exists(static hit => hit.Value == Side.New) ? hits : [];

    /// <param name="Old">What holds no more, as written.</param>
    /// <param name="New">What is to stand there.</param>
    internal readonly record struct Pair(Mention<string> Old, Mention<string> New);

    /// <returns>The two texts; null where the statement does not tell both, or more than two.</returns>
    public static Pair? Find(ItemContext context, TextSpan span)
    {
        var text = context.Text;
        if (context.Corrigenda.Count == 0) return null;
        var hits = context.Corrigenda.FindAll(hit => span.Contains(hit.Start));
        if (hits.FindAll(static hit => hit.Value == Side.New) is not [var now]) return null;
        if (!hits.Exists(static hit => hit.Value == Side.Old) && Persons(context, span, now) is { } renamed) return renamed;
        if (Value(context, now.End, hits.Find(hit => hit.Start >= now.End) is { Length: > 0 } stop ? stop.Start : span.End) is not { } fresh) return null;
        if (hits.FindLast(hit => hit.Value == Side.Old && hit.End <= now.Start && now.Start - hit.End <= Longest) is { Length: > 0 } before)
            return Value(context, before.End, now.Start) is { } old && Ends(text, old.End, now.Start) ? Made(old, fresh) : null;
        if (hits.Find(hit => hit.Value == Side.Old && hit.Start >= fresh.End) is { Length: > 0 } behind && Ends(text, fresh.End, behind.Start))
            return Value(context, behind.End, span.End) is { } old ? Made(old, fresh) : null;
        // “海欧”应为“海鸥”: what is quoted directly before the word
        return Quotations.Find(text, span.Start, now.Start).LastOrDefault() is { Length: > 0 } quoted && now.Start - quoted.End <= Gap && IsQuoted(text, fresh) ? Made(quoted, fresh) : null;
    }

    /// <summary>"Farah Lim should now read Farah Lim-Oduya": two names directly round the words, that share a word, need no marks.</summary>
    private static Pair? Persons(ItemContext context, TextSpan span, PhraseHit<Side> now) =>
        NamesIn.Find(context, span.Start, now.Start) is [.., var old] && now.Start - old.End is >= 0 and <= Gap && NamesIn.Find(context, now.End, span.End) is [var fresh, ..] && fresh.Start - now.End is >= 0 and <= Gap
            && old.Value.Split(' ').Intersect(fresh.Value.Split(' ', '-')).Any() ? Made(old, fresh) : null;

    /// <summary>Whether the place lies in a statement that tells an old text and a new one.</summary>
    public static bool Holds(ItemContext context, int at) => context.Corrigenda.Count > 0 && context.Utterances.Exists(utterance => utterance.Span.Contains(at) && Find(context, utterance.Span) is not null);

    private static Pair? Made(Mention<string> old, Mention<string> fresh) =>
        string.Equals(old.Value, fresh.Value, StringComparison.Ordinal) ? null : new Pair(old, fresh);

    /// <summary>Nothing but signs, and a word for "please" or the like, between the value and what comes behind it.</summary>
    private static bool Ends(string text, int end, int next)
    {
        var joint = text.AsSpan(end, next - end);
        if (joint.IndexOf('(') is >= 0 and <= Gap and var open && joint.IndexOf(')') is var close && close > open) return joint.Length - (close - open) <= LongestJoint;
        return joint.Length <= LongestJoint && joint.IndexOfAny('\n', ';') < 0;
    }

    private const int LongestJoint = 14;

    private static bool IsQuoted(string text, Mention<string> value) => value.Start > 0 && char.IsPunctuation(text[value.Start - 1]);

    /// <summary>What is quoted first between the offsets, or all that stands there up to the end of its clause.</summary>
    private static Mention<string>? Value(ItemContext context, int start, int end)
    {
        var text = context.Text;
        foreach (var quoted in Quotations.Find(text, start, end)) if (quoted.Start - start <= LongestJoint) return quoted;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ':' or '：' or ',' or '،')) start++;
        if (start < end && char.IsUpper(text[start]) && Clauses.End(text, start, end) is var clause && clause < end) end = clause; // ", and my address is …" tells of another thing
        foreach (var email in context.Emails) if (email.Start >= start && email.End <= end) return email.Start - start <= LongestJoint ? email : null;
        foreach (var phone in context.Phones) if (phone.Start >= start && phone.End <= end) return phone.Start - start <= LongestJoint ? new Mention<string>(phone.Value.Value, phone.Start, phone.Length, phone.Confidence) : null;
        foreach (var site in context.Websites) if (site.Start >= start && site.End <= end) return site.Start - start <= LongestJoint ? site : null;
        if (start >= end || !char.IsUpper(text[start])) return null; // without quotation marks only names and posts with capitals are told from other words
        var stop = Clauses.End(text, start, end);
        while (stop > start && (char.IsWhiteSpace(text[stop - 1]) || char.IsPunctuation(text[stop - 1]))) stop--;
        return stop - start is >= 3 and <= 100 ? new Mention<string>(MailLayout.Unwrap(text[start..stop]), start, stop - start, 0.7) : null;
    }
}
