using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>How a sentence that may correct something is parted, and when it is no correction but gives somebody a seat.</summary>
internal static class CorrectionSentences
{
    /// <summary>What stands between semicolons in running text may change other details of somebody else; so may what follows a comma, where another name and another value stand behind it.</summary>
    public static IEnumerable<Utterances.Utterance> Of(ItemContext context, Utterances.Utterance utterance)
    {
        var start = utterance.Span.Start;
        if (utterance.Block is Paragraph)
            foreach (var cut in Cuts(context, utterance.Span))
            {
                yield return utterance with { Span = TextSpan.FromBounds(start, cut).Trim(context.Text) };
                start = cut + 1;
            }
        if (start < utterance.Span.End) yield return utterance with { Span = TextSpan.FromBounds(start, utterance.Span.End).Trim(context.Text) };
    }

    private static List<int> Cuts(ItemContext context, TextSpan span)
    {
        var cuts = new List<int>();
        for (var i = span.Start; i < span.End - 1; i++) if (context.Text[i] is '；' or '؛' || context.Text[i] == ';' && ChangesAnother(context, span, i)) cuts.Add(i);
        if (cuts.Count > 0 || !context.Matters.Any(Matter.Change, span) || Appoints(context, span) || Passage.Of(context.Marked, span).Does(Intents.Nominate)
                || PartFinder.Roles.Any(role => context.Marked.Any(role.Item1, span.Start, span.End)))
            return cuts;
        List<int> values = [.. context.Emails.Where(email => span.Contains(email.Start)).Select(email => email.Start), .. context.Phones.Where(phone => span.Contains(phone.Start)).Select(phone => phone.Start)];
        if (values.Count < 2) return cuts;
        List<int> names = [.. NamesIn.Find(context, span.Start, span.End)
            .Select(name => name.Start), .. OrganizationNames.Find(context.Marked, span.Start, span.End).Where(name => name.Confidence >= 0.6)
            .Select(name => name.Start)];
        names.Sort();
        foreach (var name in names.Skip(1))
        {
            // a value of the one before, then a comma, then this name, then its own value
            if (!values.Exists(value => value > name)) continue;
            var before = values.Where(value => value < name).DefaultIfEmpty(-1).Max();
            if (before < 0 || cuts.Exists(cut => cut > before) || !names.Exists(other => other < before)) continue;
            var comma = context.Text.AsSpan(before, name - before).LastIndexOfAny(",;،，");
            if (comma >= 0) cuts.Add(before + comma);
        }
        return cuts;
    }

    /// <summary>Somebody is named on both sides of the semicolon, and words of change stand behind it.</summary>
    private static bool ChangesAnother(ItemContext context, TextSpan span, int cut) =>
        (context.Matters.First(Matter.Change, cut, span.End) is not null || context.Matters.First(Matter.Becomes, cut, span.End) is not null)
            && NamesIn.Find(context, cut + 1, span.End).Count > 0 && NamesIn.Find(context, span.Start, cut).Count > 0;

    /// <summary>A replacement, a nomination or a seat given in this sentence is no correction.</summary>
    public static bool Appoints(ItemContext context, TextSpan span)
    {
        if (Replacement.Marks(context.Marked, span.Start, span.End).Any(mark => mark.Kind == Word.InPlace) && NamesIn.Find(context, span.Start, span.End).Count > 0) return true;
        // 代表由甲改为乙: one person for another
        if (PartFinder.Roles.Any(role => context.Marked.Any(role.Item1, span.Start, span.End)) && Replacement.Marks(context.Marked, span.Start, span.End).Any(mark => mark.Kind == Word.ReplacedBy
                && NamesIn.Find(context, Math.Max(span.Start, mark.Hit.Start - 12), mark.Hit.Start).Count > 0 && NamesIn.Find(context, mark.Hit.End, Math.Min(span.End, mark.Hit.End + 12)).Count > 0)) return true;
        foreach (var verb in context.Marked.Within(Word.Replace, span.Start, span.End))
        {
            var from = Math.Max(span.Start, verb.Start - 60);
            if (NamesIn.Find(context, verb.End, Math.Min(span.End, verb.End + 50)).Count > 0 && (NamesIn.Find(context, from, verb.Start).Count > 0 || !context.Phones.AnyFrom(span.Start, span.End))) return true;
        }
        foreach (var change in context.Matters.Within(Matter.Change, span.Start, span.End))
            if (context.Matters.First(Matter.SeatNoun, change.End, Math.Min(span.End, change.End + 20)) is { } seat && seat.Start - change.End <= 2
                    && context.Matters.First(Matter.Old, span.Start, change.Start) is null)
                return true;
        if (context.Matters.Any(Matter.SeatNoun, span) && context.Matters.Any(Matter.Old, span) && NamesIn.Find(context, span.Start, span.End).Count > 1) return true;
        var passage = Passage.Of(context.Marked, span);
        return passage.Does(Intents.Nominate) && !context.Matters.Any(Matter.Change, span) && !context.Matters.Any(Matter.Renamed, span);
    }
}
