using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"We would need more time until 15 February", "demande de prolongation": somebody asks to answer later.</summary>
internal static class MoreTime
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("pleas").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>The statement speaks of more time, asks for it or needs it, and is not about how long something else lasts ("extension of the mandate").</summary>
    public static bool IsAsked(ItemContext context, TextSpan span)
    {
        var hits = Index.FindAll(context.Marked.Folded);
        foreach (var time in hits)
        {
            if (time.Value != "time" || time.Start < span.Start || time.End > span.End || Denials.Before(context, Math.Max(span.Start, time.Start - Near), time.Start)) continue;
            // "su extensión cambió: 294-7800 ext. 12" is a telephone's; elsewhere the number is where the writer can be reached
            if (context.Phones.Exists(phone => phone.Start >= time.End && phone.Start < span.End && !IsApart(context.Text, time, phone.Start))) continue;
            if (context.Matters.Within(Matter.Topic, span.Start, span.End).Any(topic => !hits.Exists(own => own.Value == "time" && topic.Start >= own.Start && topic.End <= own.End))) return false;
            if (IsAnothers(context, hits, span, time)) continue;
            if (hits.Exists(need => need.Value is "need" or "plea" && need.Start >= span.Start && need.End <= span.End)
                || context.Matters.Any(Matter.Pleads, span) || context.Matters.Any(Matter.Requests, span)) return true;
        }
        return false;
    }

    /// <summary>"The Youth Assembly asked for more time and has not decided yet": whoever tells what another house asked of the writer asks for nothing.</summary>
    private static bool IsAnothers(ItemContext context, List<PhraseHit<string>> hits, TextSpan span, PhraseHit<string> time)
    {
        var told = hits.Find(past => past.Value == "hasAsked" && past.Start >= span.Start && past.End <= time.Start + 1);
        if (told.Length == 0 || context.Matters.Within(Matter.Pleads, span.Start, span.End).Any(plea => plea.Start >= told.End || plea.End <= told.Start)) return false;
        return OrganizationNames.Find(context.Marked, span.Start, told.Start) is [var house, ..] && house.Start - span.Start <= LongestArticle
            && !(context.Respondent?.Organization is { } own && (own.Contains(house.Value, StringComparison.OrdinalIgnoreCase) || house.Value.Contains(own, StringComparison.OrdinalIgnoreCase)))
            && !Units.IsUnit(house.Value);
    }

    /// <summary>"The ", "Además, la ".</summary>
    private const int LongestArticle = 14;

    /// <summary>
    /// What is asked ends before the number: at a comma; where the word may be a telephone's ("Ms Birch's extension has changed, note …"), at a bracket or semicolon, or with the day until which time is asked.
    /// </summary>
    private static bool IsApart(string text, PhraseHit<string> time, int phone)
    {
        var between = text.AsSpan(time.End, phone - time.End);
        return Folding.Plain(text.Substring(time.Start, time.Length)).StartsWith(OfTelephones, StringComparison.Ordinal) ? between.IndexOfAny(ClauseEnds) >= 0 || between.ContainsAnyInRange('0', '9')
            : between.IndexOfAny(ClauseEnds) >= 0 || between.IndexOfAny(Commas) >= 0;
    }

    /// <summary>Extension, extended, extensión.</summary>
    private const string OfTelephones = "exten";

    /// <summary>A colon parts nothing.</summary>
    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(";(؛；。（"), Commas = System.Buffers.SearchValues.Create(",،，");

    /// <summary>So near before the words a denial stands: "no extension is needed".</summary>
    private const int Near = 20;
}
