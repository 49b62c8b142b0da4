using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Knows the sentence in which the body that was asked answers our liaison statement in plain prose: "we inform you that …", "has examined your request and agrees …", "in reply to your statement, …" (<c>Lexicons/liaisons/informing.json</c>).</summary>
/// <remarks>Such words also announce an answer, hand the statement on or say that it has come. Where anything of the sort stands anywhere in the mail, a person decides whether this is the answer.</remarks>
internal static class LiaisonInforms
{
    private enum Sign
    {
        /// <summary>Leads to what is told: "we inform you that".</summary>
        Informs,
        /// <summary>What became of the request, and what came of that.</summary>
        Examined, Concludes,
        /// <summary>Begins the sentence that answers.</summary>
        ReplyTo,
        /// <summary>What we sent.</summary>
        Request,
        /// <summary>An answer is put off, the statement arrived or was handed on, or nothing could be said.</summary>
        Defers,
    }

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("liaisons/informing").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code))));

    /// <summary>How far behind "in reply to" what is answered stands, and the comma behind that. UTF-16 units.</summary>
    private const int Reach = 120;

    /// <summary>Fewest letters of what is told; a Han character says as much as three.</summary>
    private const int Shortest = 18, ShortestWord = 6;

    /// <param name="threaded">The mail answers our letter, and need not name the statement.</param>
    /// <returns>The sentence that answers; null where none does so plainly.</returns>
    public static TextSpan? Find(ItemContext context, MailReading reading, bool threaded)
    {
        var folded = context.Marked.Folded;
        var signs = Index.FindLongest(folded);
        if (signs.Exists(static sign => sign.Value == Sign.Defers) || StatementArrival.PutsOff(folded) || !reading.AttentionReasons.All(Attention.MayAnswer)
            || context.Utterances.Exists(utterance => Utterances.IsOpen(context, utterance.Span) || context.Matters.Any(Matter.If, utterance.Span))) return null;
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span;
            if (utterance.Block is not Paragraph) continue;
            var own = signs.FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
            var names = LiaisonReferences.First(context.Text, span.Start, span.Length) is not null;
            var ours = threaded || names || own.Exists(static sign => sign.Value == Sign.Request) || context.Utterances.Exists(other => other.Span.End <= span.Start && LiaisonReferences.First(context.Text, other.Span.Start, other.Span.Length) is not null);
            if (!ours) continue;
            foreach (var sign in own)
                if (Told(context, span, own, sign, names) is { } at && Letters(context.Text.AsSpan(at, span.End - at)) >= (sign.Value == Sign.Examined ? ShortestWord : Shortest) && !Thanks.IsThanks(context, TextSpan.FromBounds(at, span.End))) return span;
        }
        return null;
    }

    /// <summary>Where what the sentence tells begins; null where the word leads to nothing of the sort.</summary>
    private static int? Told(ItemContext context, TextSpan span, List<PhraseHit<Sign>> own, PhraseHit<Sign> sign, bool names) => sign.Value switch
    {
        Sign.Informs when !Denials.Before(context, span.Start, sign.Start) => sign.End,
        Sign.Examined when own.Exists(static one => one.Value == Sign.Request) || names => own.Find(one => one.Value == Sign.Concludes && one.Start >= sign.End) is { Length: > 0 } concludes ? concludes.Start : null,
        Sign.ReplyTo when own.Exists(one => one.Value == Sign.Request && one.Start >= sign.End && one.Start - sign.End <= Reach) || names || own.Exists(static one => one.Value == Sign.Request) => Behind(context.Text, sign.End, span.End),
        _ => null,
    };

    /// <summary>Behind the first comma: "in reply to your statement X, …".</summary>
    private static int? Behind(string text, int from, int end)
    {
        var comma = text.AsSpan(from, Math.Min(Reach, end - from)).IndexOfAny(",，،");
        return comma < 0 ? null : from + comma + 1;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text) if (char.IsLetter(c)) count += Folding.IsHan(c) ? 3 : 1;
        return count;
    }
}
