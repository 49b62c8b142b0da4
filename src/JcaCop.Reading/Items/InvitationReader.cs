using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>How somebody who was asked to take part in the work of the group answers.</summary>
public enum InvitationAnswer
{
    /// <summary>"We are pleased to take part in the work."</summary>
    Accepted,
    /// <summary>"We regret that we cannot take part."</summary>
    Declined,
    /// <summary>It speaks of taking part, and on a condition, by way of a question or both ways.</summary>
    Unclear,
}

/// <summary>Reads the answer to an invitation to take part in the work: not to a meeting, which is a registration or regret. Who was invited, the register tells.</summary>
internal static class InvitationReader
{
    /// <summary>What ends a clause for good.</summary>
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(";:؛；：.。");

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("invitations").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>"Is pleased, together with its member schools, to take part": so far behind its verb the object stands.</summary>
    private const int Reach = 70;

    /// <summary>Between "are pleased" and "take part" stands no more than "to" where nothing else is meant: "happy to consider participation" is no yes.</summary>
    private const int Directly = 4;

    /// <summary>The sentences in which the invitation is answered, and how; null where nothing says it.</summary>
    public static (InvitationAnswer Answer, TextSpan Span)? Find(ItemContext context)
    {
        if (context.Answers.Meeting is not null || context.Meets is not null || Liaisons.MayBe(context.Mail)) return null;
        var hits = Index.FindAll(context.Marked.Folded);
        if (!hits.Exists(static hit => hit.Value is "joins" or "invited")) return null;
        var invited = hits.Exists(static hit => hit.Value == "invited") || Index.FindAll(context.Mail.Subject).Exists(static hit => hit.Value == "invited");
        (InvitationAnswer Answer, TextSpan Span)? found = null;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is not Paragraph || context.Matters.Any(Matter.Meeting, span) || Said(context, [.. hits.Where(hit => hit.Start >= span.Start && hit.End <= span.End)], span, invited) is not { } said) continue;
            if (found is { } before && before.Answer != said) return (InvitationAnswer.Unclear, before.Span);
            found ??= (said, span);
        }
        return found;
    }

    private static InvitationAnswer? Said(ItemContext context, List<PhraseHit<string>> hits, TextSpan span, bool invited)
    {
        bool accepts = false, declines = false, plainly = true;
        hits.RemoveAll(will => will.Value == "willing" && hits.Exists(not => not.Value == "unable" && not.Start <= will.Start && will.End <= not.End)); // "will not"
        foreach (var verb in hits)
        {
            if (verb.Value is "joins" or "invited" or "work") continue;
            foreach (var what in hits)
            {
                // "participera": one word says that somebody will, and what
                if (what.Start < verb.Start || what.End < verb.End || what.Start - verb.End > Reach || ClauseBetween(context.Text, verb.End, what.Start)) continue;
                var isInvitation = what.Value == "invited";
                var isWork = what.Value == "joins" && (invited || hits.Exists(work => work.Value == "work" && work.Start >= what.End) || context.BodyIn(what.End, span.End) is not null);
                var meant = verb.Value switch
                {
                    "accept" => isInvitation,
                    "decline" => isInvitation || isWork,
                    "willing" or "unable" => isWork,
                    _ => false,
                };
                if (!meant) continue;
                if (verb.Value is "decline" or "unable" || Denials.Before(context, Math.Max(span.Start, verb.Start - Reach), what.Start)) declines = true;
                else
                {
                    accepts = true;
                    if (verb.Value == "willing" && what.Start - verb.End > (context.Text[what.Start] >= '\u2e80' ? 1 : Directly)) plainly = false;
                }
            }
        }
        if (declines) accepts = false; // "accepts" read out of "cannot accept … but will gladly follow" is no yes
        if (!accepts && !declines) return null;
        var open = Utterances.IsOpen(context, span) || context.Matters.Any(Matter.If, span) || context.Matters.Any(Matter.Asks, span) || NamesIn.Find(context, span.Start, span.End).Count > 0
            || declines && hits.Exists(static hit => hit.Value == "willing") && context.Matters.Any(Matter.But, span);
        // "We cannot take part before June", "will not hesitate to take part": what a no is worth, a person sees.
        return open || declines || !plainly ? InvitationAnswer.Unclear : InvitationAnswer.Accepted;
    }

    /// <summary>A comma may stand in "we are pleased, as a foundation, to take part"; what ends a clause for good may not.</summary>
    private static bool ClauseBetween(string text, int from, int to) => to > from && text.AsSpan(from, to - from).IndexOfAny(ClauseEnds) >= 0;
}
