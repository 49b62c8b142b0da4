using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Words beside a stance that turn it: an objection that is taken back, and what somebody proposes instead of what is consulted on (<c>Lexicons/stances.json</c>).</summary>
internal static class StanceWords
{
    private enum Says { Lifted, ObjectionNoun, Counter, Read, NoneFollows }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("stances").Where(static entry => entry.Code is not ("objectionNoun" or "issuer" or "clause"))
        .Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    private static readonly string[] Nouns = [.. LexiconFile.Words("stances", "objectionNoun").Select(static noun => Folding.Plain(noun))];

    /// <summary>So far before or behind the noun stands the verb: in Arabic whoever takes it back stands between.</summary>
    private const int Before = 60, Behind = 40;

    /// <summary>"withdraws its earlier objection", "تسحب مصر اعتراضها", "the objection … is withdrawn": in one clause, and the objection is a noun.</summary>
    /// <returns>False where the verb is denied: the objection stands; null where no such verb is told of it.</returns>
    public static bool? Lifted(ItemContext context, PhraseHit<Matter> objection, TextSpan span)
    {
        var word = Folding.Plain(context.Text.Substring(objection.Start, objection.Length));
        return Array.Exists(Nouns, noun => word.Contains(noun, StringComparison.Ordinal)) ? IsLifted(context, objection.Start, objection.End, span) : null;
    }

    /// <summary>The same of another noun for what stands against a proposal.</summary>
    /// <inheritdoc cref="Lifted"/>
    public static bool? IsLifted(ItemContext context, int start, int end, TextSpan span)
    {
        foreach (var verb in Index.FindAll(context.Marked.Folded))
        {
            if (verb.Value != Says.Lifted || verb.Start < span.Start || verb.End > span.End) continue;
            var (from, to) = verb.End <= start ? (verb.End, start) : (end, verb.Start);
            if (to < from || to - from > (verb.End <= start ? Before : Behind) || Clauses.Part(context.Text, from, to) || context.Marked.Any(Word.Conjunction, from, to)) continue;
            return !Denials.Before(context, Math.Max(span.Start, verb.Start - Near), verb.Start);
        }
        return null;
    }

    /// <summary>Whether words hold a verb of taking back: "withdraws its objection" tells by itself of no approval.</summary>
    public static bool Lifts(ItemContext context, int start, int end) => Index.FindAll(context.Marked.Folded).Exists(verb => verb.Value == Says.Lifted && verb.Start >= start && verb.End <= end);

    /// <summary>"Возражений по проекту … не имеем", "Objeciones al plan no tenemos": the noun begins the sentence, and at its end stands that there is none.</summary>
    public static bool IsDeniedBehind(ItemContext context, PhraseHit<Matter> noun, TextSpan span)
    {
        if (noun.Start - span.Start > FrontedLead) return false;
        foreach (var none in Index.FindAll(context.Marked.Folded))
            if (none.Value == Says.NoneFollows && none.Start >= noun.End && none.End <= span.End && span.End - none.End <= LongestTail && context.Text.AsSpan(noun.End, none.Start - noun.End).IndexOfAny(":;：；") < 0
                    && (context.Text[noun.Start] is < '\u0400' or > '\u04ff' || Folding.Plain(context.Text.Substring(noun.Start, noun.Length)).EndsWith("ий", StringComparison.Ordinal))) return true;
        return false;
    }

    /// <summary>"D'", "По существу "; and ".", " у нас".</summary>
    private const int FrontedLead = 8, LongestTail = 12;

    /// <summary>So near before its verb stands a denial: "does not withdraw its objection".</summary>
    private const int Near = 14;

    /// <summary>Where words of proposing something else begin; null where none stand between the offsets.</summary>
    public static int? Counter(ItemContext context, int start, int end)
    {
        int? first = null;
        foreach (var hit in Index.FindAll(context.Marked.Folded))
            if (hit.Value == Says.Counter && hit.Start >= start && hit.End <= end && !(first <= hit.Start)) first = hit.Start;
        return first;
    }

    /// <summary>Behind the last verb of having read what is consulted on; null where none stands between the offsets. Words of Chinese alone, where no blank parts verb and object.</summary>
    public static int? Read(ItemContext context, int start, int end)
    {
        int? last = null;
        foreach (var hit in Index.FindAll(context.Marked.Folded))
            if (hit.Value == Says.Read && hit.Start >= start && hit.End <= end && !(last >= hit.End)) last = hit.End;
        return last;
    }

    /// <summary>"to the new name": the small word that the verb asks for is no part of what is consulted on.</summary>
    public static string WithoutLead(string said)
    {
        var blank = said.IndexOf(' ', StringComparison.Ordinal);
        return blank is > 0 and <= LongestLead && blank < said.Length - 3 ? said[(blank + 1)..].Trim() : said;
    }

    private const int LongestLead = 3;
}
