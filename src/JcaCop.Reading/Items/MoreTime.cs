using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

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
            // "su extensión cambió: 294-7800 ext. 12" is a telephone's
            if (context.Phones.Exists(phone => phone.Start >= time.End && phone.Start < span.End)) continue;
            if (context.Matters.Within(Matter.Topic, span.Start, span.End).Any(topic => !hits.Exists(own => own.Value == "time" && topic.Start >= own.Start && topic.End <= own.End))) return false;
            if (hits.Exists(need => need.Value is "need" or "plea" && need.Start >= span.Start && need.End <= span.End)
                || context.Matters.Any(Matter.Pleads, span) || context.Matters.Any(Matter.Requests, span)) return true;
        }
        return false;
    }

    /// <summary>So near before the words a denial stands: "no extension is needed".</summary>
    private const int Near = 20;
}
