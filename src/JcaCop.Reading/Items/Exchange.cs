using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"Please take it off and enter the Heron Trust instead": in one sentence something goes and something else comes in its place.</summary>
internal static class Exchange
{
    private enum Word { PutIn, Several }

    private static readonly PhraseIndex<Word> Index = new(LexiconFile.Words("exchange", "putIn").Select(static phrase => KeyValuePair.Create(phrase, Word.PutIn))
        .Concat(LexiconFile.Words("exchange", "several").Select(static phrase => KeyValuePair.Create(phrase, Word.Several))));

    /// <summary>Where, behind a verb of removing, the statement of what comes begins; null where nothing comes.</summary>
    /// <param name="from">End of the verb of removing.</param>
    /// <returns>Start and end of the word that puts in, or that points back to what goes.</returns>
    public static TextSpan? Comes(ItemContext context, int from, int end)
    {
        TextSpan? first = null;
        void Take(int start, int stop) { if (start >= from && stop <= end && !Replacement.IsDenied(context.Text, start) && (first is not { } known || start < known.Start)) first = TextSpan.FromBounds(start, stop); }
        foreach (var hit in Index.FindAll(context.Marked.Folded))
            if (hit.Value == Word.PutIn && !(context.Marked.At(Lexicons.Word.Nominate, hit.Start) is { } longer && longer.End > hit.End)) Take(hit.Start, hit.End); // "put forward"
        foreach (var hit in context.Marked.Within(Lexicons.Word.Nominate, from, end))
            if (context.Marked.Any(Lexicons.Word.Conjunction, Math.Max(from, hit.Start - LongestLead), hit.Start)) Take(hit.Start, hit.End);
        foreach (var hit in context.Marked.Within(Lexicons.Word.InPlace, from, end)) Take(hit.Start, hit.End);
        return first;
    }

    /// <summary>The word that puts something in, where the sentence removes something before it; the last of those that follow each other ("in its place enter").</summary>
    public static TextSpan? In(ItemContext context, TextSpan span)
    {
        if (context.Matters.First(Matter.Remove, span.Start, span.End) is not { } verb || Utterances.IsOpen(context, span) || Comes(context, verb.End, span.End) is not { } put) return null;
        while (Comes(context, put.End, span.End) is { } next && next.Start - put.End <= LongestLead) put = next;
        return put;
    }

    /// <summary>"and to enter": so much stands between "and" and the verb.</summary>
    private const int LongestLead = 14;

    /// <summary>"Cancel both registrations", "leurs inscriptions", تسجيلهما: whoever goes is more than one.</summary>
    public static bool OfSeveral(ItemContext context, TextSpan span)
    {
        foreach (var hit in Index.FindAll(context.Marked.Folded)) if (hit.Value == Word.Several && hit.Start >= span.Start && hit.End <= span.End) return true;
        return false;
    }
}
