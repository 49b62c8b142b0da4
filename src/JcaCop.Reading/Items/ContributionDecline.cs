using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Tells whether a sentence says that a contribution will not be handed in. Whoever says it may come to the meeting all the same.</summary>
internal static class ContributionDecline
{
    /// <summary>How far before the verb the word may stand that denies it.</summary>
    private const int Reach = 70;

    private const int HanReach = 14;

    /// <summary>How far from the verb the contribution stands that is taken back: "withdraws its contribution", "the contribution DOC012 is hereby withdrawn".</summary>
    private const int TakenBackReach = 60;

    /// <summary>A contribution that came is taken back; no seat, nomination or registration is, and nobody named stands between.</summary>
    public static bool Withdraws(ItemContext context, TextSpan sentence)
    {
        var words = context.Matters;
        if (!words.Any(Matter.Contribution, sentence) || words.Any(Matter.SeatNoun, sentence) || words.Any(Matter.CandidateNoun, sentence) || words.Any(Matter.RegistrationNoun, sentence)) return false;
        foreach (var verb in words.Within(Matter.Remove, sentence.Start, sentence.End))
        {
            var paper = words.First(Matter.Contribution, verb.End, Math.Min(sentence.End, verb.End + TakenBackReach)) ?? words.Last(Matter.Contribution, Math.Max(sentence.Start, verb.Start - TakenBackReach), verb.Start);
            if (paper is not { } taken) continue;
            var (from, to) = taken.Start > verb.End ? (verb.End, taken.Start) : (taken.End, verb.Start);
            if (!Clauses.Part(context.Text, from, to) && NamesIn.Find(context, from, to).Count == 0 && !Denials.Before(context, Math.Max(sentence.Start, verb.Start - HanReach), verb.Start)) return true;
        }
        return false;
    }

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
