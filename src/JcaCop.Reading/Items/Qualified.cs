using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Words that take back a part of what a statement says: "no objection, but …", "none except …", "no other organization", "with the rest we agree" (<c>Lexicons/qualified.json</c>).</summary>
internal static class Qualified
{
    private enum Says { Contrast, Except, Provided, Further, Rest, Part }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("qualified").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    /// <summary>A yes, or the lack of an objection, is limited in its own statement, or by a "but" that begins the next one.</summary>
    public static bool IsStance(ItemContext context, TextSpan statement)
    {
        foreach (var hit in Index.FindAll(context.Marked.Folded))
        {
            if (hit.Value == Says.Part)
            {
                if (NamesPart(context, statement, hit)) return true;
                continue;
            }
            if (hit.Start >= statement.Start && hit.End <= statement.End && hit.Value != Says.Further && !IsInName(context, hit) && !IsYes(context, hit)) return true;
            if (hit.Value == Says.Contrast && hit.Start >= statement.End && context.Text.AsSpan(statement.End, hit.Start - statement.End).Trim(Between).IsEmpty) return true;
        }
        return false;
    }

    /// <summary>"Nothing to say on points 1 to 4": the number of a part stands beside its noun. Of an annex the whole is meant.</summary>
    private static bool NamesPart(ItemContext context, TextSpan statement, PhraseHit<Says> noun)
    {
        if (noun.Start < statement.Start || noun.End > statement.End) return false;
        var han = Folding.IsHan(context.Text[noun.Start]);
        if (!han && !Array.Exists(Thanks.Stances, stance => context.Matters.Last(stance, Math.Max(statement.Start, noun.Start - Near), noun.Start) is not null)) return false;
        var behind = context.Text.AsSpan(noun.End, statement.End - noun.End).TrimStart("s \u00a0º°.");
        return behind.Length > 0 && char.IsDigit(behind[0]) || han && noun.Start > statement.Start && char.IsDigit(context.Text[noun.Start - 1]);
    }

    /// <summary>"No comments from our side on points …": so far behind the stance its part begins. UTF-16 units.</summary>
    private const int Near = 50;

    /// <summary>What is denied is all but some that are named, or further ones beside what the mail puts forward.</summary>
    /// <param name="putsForward">Somebody seems to be put forward elsewhere in the mail.</param>
    public static bool IsLack(ItemContext context, TextSpan statement, bool putsForward)
    {
        foreach (var hit in Index.FindAll(context.Marked.Folded))
            if ((hit.Value == Says.Except || hit.Value == Says.Further && putsForward) && hit.Start >= statement.Start && hit.End <= statement.End) return true;
        return false;
    }

    /// <summary>"Sí, apoyamos …": the accent tells yes from if.</summary>
    private static bool IsYes(ItemContext context, PhraseHit<Says> hit) => hit.Length == 2 && context.Text[hit.Start + 1] is 'í' or 'Í';

    private const string Between = " \n\t.。;；";

    /// <summary>除 in 清除, 如 in 例如: one Chinese sign within a longer word.</summary>
    private static bool IsInName(ItemContext context, PhraseHit<Says> hit) =>
        hit.Length == 1 && Folding.IsHan(context.Text[hit.Start]) && hit.Start > 0 && Folding.IsHan(context.Text[hit.Start - 1]) && hit.Value != Says.Contrast;
}
