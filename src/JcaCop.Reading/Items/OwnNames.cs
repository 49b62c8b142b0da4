using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>What the writer's own house is called, where the name stands at the words for it.</summary>
internal static class OwnNames
{
    /// <summary>"Our association, NAME, …": the name directly behind the words for oneself.</summary>
    public static string? Apposed(ItemContext context, List<PhraseHit<string>> hits)
    {
        foreach (var hit in hits)
        {
            if (hit.Value == "weAre"
                    && OrganizationNames.Headless(context.Marked, hit.End, Math.Min(context.Text.Length, hit.End + LongestName)) is { } ours
                    && ours.Start - hit.End <= LongestArticle && ours.Value.Count(c => c == ' ') >= 2)
                return ours.Value;
            if (hit.Value != "our") continue;
            var at = hit.End;
            while (at < context.Text.Length && context.Text[at] == ' ') at++;
            if (at >= context.Text.Length || context.Text[at] is not (',' or ':' or '«' or '"' or '“' or '「' or '《' or '،' or '(' or '（')) continue;
            if (context.Text[at] is '(' or '（')
            {
                var close = context.Text.AsSpan(at, Math.Min(80, context.Text.Length - at)).IndexOfAny(")）");
                if (close > 4 && OrganizationNames.Find(context.Marked, at + 1, at + close) is [{ Confidence: > 0.6 } inside, ..] && inside.Start == at + 1) return inside.Value;
                continue;
            }
            var end = Math.Min(context.Text.Length, at + 120);
            if (OrganizationNames.Find(context.Marked, at, end) is [{ Confidence: > 0.6 } named, ..] && named.Start - at < 6) return named.Value;
            if (OrganizationNames.Headless(context.Marked, at + 1, end) is { } apposed) return apposed.Value;
        }
        return null;
    }

    private const int LongestName = 120;
    private const int LongestArticle = 6;
}
