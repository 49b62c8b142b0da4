using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"We would like to join", "Lark Society asks to be on the list": whoever wishes to be among the organizations puts its own house forward.</summary>
internal static class WantsToJoin
{
    /// <summary>"We would like to join": wishing and joining in one clause, said of no meeting.</summary>
    public static bool Says(ItemContext context, List<PhraseHit<string>> hits)
    {
        if (context.Meets is not null || context.Respondent?.Organization is null && OwnHouse.Of(context) is null) return false;
        foreach (var wish in hits)
        {
            if (wish.Value == "houseWants" && !IsOwnHouse(context, wish.Start)) continue;
            var reach = wish.Value == "wants" && hits.Exists(our => our.Value == "our" && our.Start >= wish.End && our.Start - wish.End <= Wish) ? FarWish : Wish;
            bool Joins(PhraseHit<string> join) =>
                (join.Value == "joins" || join.Value == "joinsCall" && context.Answers is { Circular: not null, Meeting: null }) && join.Start >= wish.End - 1 && join.Start - wish.End <= reach
                    && (wish.Value != "houseWants" || join.Start - wish.End <= Beside)
                    && (reach > Wish ? !EndsBetween(context, wish.End, join.Start) && !NamesOthers(context, wish.End, join.Start) : !Clauses.Part(context.Text, wish.End, join.Start));
            if (wish.Value is "wants" or "houseWants" && hits.Exists(Joins)
                    && context.Passages.FirstOrDefault(passage => passage.Span.Contains(wish.Start)) is { Span.Length: > 0 } said
                    && (said.Moods & (Moods.Past | Moods.Negated)) == 0 && WishedComing.Find(context, said.Span) is null
                    && !Utterances.IsOpen(context, said.Span) && (said.Intents & (Intents.Withdraw | Intents.Correct)) == 0) return true;
        }
        return false;
    }

    private const int Wish = 30;

    /// <summary>"Lark Society asks every school to join": whoever stands between is who is to join.</summary>
    private const int Beside = 8;

    /// <summary>"we should be glad if our association, THE NAME (the country), were chosen".</summary>
    private const int FarWish = 120;

    /// <summary>"Our association and Blue Horizon Foundation discussed joining": it is no wish of one house alone.</summary>
    private static bool NamesOthers(ItemContext context, int from, int to)
    {
        var own = context.Respondent?.Organization ?? OwnHouse.Of(context)?.Value;
        bool IsOwn(string name) => own is not null && (own.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(own, StringComparison.OrdinalIgnoreCase));
        return OrganizationNames.Find(context.Marked, from, to).Exists(name => !IsOwn(name.Value));
    }

    private static bool EndsBetween(ItemContext context, int from, int to) => !context.Passages.Any(passage => passage.Span.Contains(from) && passage.Span.Contains(to));

    /// <summary>"Lark Society wishes to be on the list": the writer's own house stands before the wish, with nothing or an apposition between.</summary>
    private static bool IsOwnHouse(ItemContext context, int wish)
    {
        if (context.Respondent?.Organization is not { Length: > 4 } own || context.Passages.FirstOrDefault(passage => passage.Span.Contains(wish)) is not { Span.Length: > 0 } said) return false;
        var at = context.Text.IndexOf(own, said.Span.Start, wish - said.Span.Start, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at - said.Span.Start <= LongestArticle && OrganizationNames.Find(context.Marked, at + own.Length, wish).Count == 0 && NamesIn.Find(context, at + own.Length, wish).Count == 0;
    }

    /// <summary>"The ", "L'", "По поручению: ".</summary>
    private const int LongestArticle = 16;
}
