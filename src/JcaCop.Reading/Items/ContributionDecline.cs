using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Tells whether a sentence says that a contribution will not be handed in. Whoever says it may come to the meeting all the same.</summary>
internal static class ContributionDecline
{
    /// <summary>How far before the verb the word may stand that denies it.</summary>
    private const int Reach = 70;

    private const int HanReach = 14;

    /// <summary>A verb of handing in is denied, and no other verb of the sentence speaks of coming: "we cannot submit the contribution, nor attend" says both.</summary>
    public static bool Is(ItemContext context, TextSpan sentence)
    {
        var words = context.Matters;
        if (!words.Any(Matter.Contribution, sentence) || words.Any(Matter.Attend, sentence) || words.Any(Matter.AttendSelf, sentence) || words.Any(Matter.Miss, sentence)) return false;
        foreach (var verb in words.Within(Matter.Submit, sentence.Start, sentence.End))
            if (Denials.Before(context, Math.Max(sentence.Start, verb.Start - (Folding.IsHan(context.Text[verb.Start]) ? HanReach : Reach)), verb.Start)) return true;
        return false;
    }
}
