using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What the sentence above a line of delegates says of them: "The following will not attend:", "Please cancel the registration of:".</summary>
internal static class DelegateLead
{
    public enum Says
    {
        Coming,
        /// <summary>Something is called off or somebody stays away, and it is not plain who: a person is asked.</summary>
        Open,
        Away,
        Cancelled,
    }

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create(",;，；،؛");

    /// <param name="label">Where the line begins.</param>
    public static Says Of(ItemContext context, int label)
    {
        var end = context.Text.AsSpan(0, label).TrimEnd().Length;
        if (end == 0) return Says.Coming;
        var above = context.Utterances.FindLast(utterance => utterance.Span.Contains(end - 1)).Span;
        var lead = above.IsEmpty ? TextSpan.FromBounds(context.Text.LastIndexOf('\n', end - 1) + 1, end) : TextSpan.FromBounds(above.Start, Math.Min(above.End, end));
        if (lead.IsEmpty) return Says.Coming;
        // a field whose label says it all: "Not attending: (new line) Delegates: A, B"
        if (Word(context, lead) is not var (said, at) || said == Says.Coming) return Says.Coming;
        var names = NamesIn.Find(context, lead.Start, lead.End);
        // "as our Minister cannot travel, the delegation will be:" tells of somebody else
        return names.Count > 0 || context.Text.AsSpan(at, lead.End - at).TrimEnd(" \n:：").ContainsAny(ClauseEnds) || TookPart.SpeaksOfLast(context, lead) ? Says.Open : said;
    }

    /// <summary>The word that says so, and where it ends.</summary>
    private static (Says Said, int End)? Word(ItemContext context, TextSpan lead)
    {
        if (context.Matters.First(Matter.Remove, lead.Start, lead.End) is { } gone && !Denials.Before(context, lead.Start, gone.Start)) return (Says.Cancelled, gone.End);
        foreach (var kind in (Matter[])[Matter.Absent, Matter.AbsentSelf, Matter.Miss])
            if (context.Matters.First(kind, lead.Start, lead.End) is { } away) return (kind == Matter.Miss && Denials.Before(context, lead.Start, away.Start) ? Says.Coming : Says.Away, away.End);
        foreach (var kind in (Matter[])[Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Travel, Matter.InPerson])
            foreach (var word in context.Matters.Within(kind, lead.Start, lead.End)) if (Denials.Before(context, lead.Start, word.Start)) return (Says.Away, word.End);
        return null;
    }
}
