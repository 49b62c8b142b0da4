using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Items;

/// <summary>Tells what looks like a request and is told by an item already: why somebody is taken off ("she did not get her visa; please cancel her registration"), or that a report is to be passed on.</summary>
internal static class Settled
{
    public static bool Is(ItemContext context, IReadOnlyList<Item> items, TextSpan span, string reason) => reason switch
    {
        "request" => TakenOff(context, items, span, Matter.Requests),
        "condition" => !context.Matters.Any(Matter.If, span) && !context.Matters.Any(Matter.Proviso, span) && TakenOff(context, items, span, Matter.Uncertain),
        "question" => items.Any(static item => item is Report) && context.Matters.Any(Matter.Send, span) && !context.Matters.Any(Matter.Requests, span),
        _ => false,
    };

    /// <summary>Whoever is named, or the writer, is taken off, and the words that called for attention stand in a clause of their own, which asks for nothing, or are the very words of taking off.</summary>
    private static bool TakenOff(ItemContext context, IReadOnlyList<Item> items, TextSpan span, Matter calling)
    {
        if (!items.Any(static item => item is Withdrawal) || !context.Matters.Any(Matter.Remove, span) || !context.Matters.Any(Matter.Pleads, span)) return false;
        foreach (var word in context.Matters.Within(calling, span.Start, span.End))
        {
            var removal = context.Matters.Within(Matter.Remove, span.Start, span.End).Any(verb => verb.Start < word.End && word.Start < verb.End);
            if (!removal && Asks(context, Clause(context.Text, span, word.Start, word.End))) return false;
        }
        return true;
    }

    private static bool Asks(ItemContext context, TextSpan clause) => context.Matters.Any(Matter.Pleads, clause) || context.Matters.Any(Matter.Remove, clause);

    private static TextSpan Clause(string text, TextSpan span, int start, int end)
    {
        var before = text.AsSpan(span.Start, start - span.Start).LastIndexOfAny(Clauses.Ends);
        var behind = text.AsSpan(end, span.End - end).IndexOfAny(Clauses.Ends);
        return TextSpan.FromBounds(span.Start + before + 1, behind < 0 ? span.End : end + behind);
    }
}
