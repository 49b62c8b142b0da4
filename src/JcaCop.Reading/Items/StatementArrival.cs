using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// Knows a mail that tells no more than that a liaison statement of ours has arrived, and what becomes of it: received, posted, to be considered by whom and when, no official position.
/// It answers nothing and asks nothing. Neither does a mail of thanks.
/// </summary>
public static class StatementArrival
{
    private enum Sign { Statement, Arrived, Handled, Unofficial, Contrast }

    private static readonly PhraseIndex<Sign> Signs = new(LexiconFile.Phrases("liaisons/arrival").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code))));

    /// <summary>An acknowledgement is shorter; an answer may begin with thanks and go on for pages. UTF-16 units.</summary>
    private const int Longest = 2_000;

    /// <param name="reading">Of a mail in reply to a statement of ours, or that cites its number.</param>
    public static bool Is(MailReading reading)
    {
        var text = reading.Mail.Body.Readable;
        if (reading.Sort.Kind != MailKind.Human || reading.Items.Count + reading.Declines.Count > 0 || text.Length > Longest || reading.Mail.Attachments.Any(file => file.Listed)
            || !reading.AttentionReasons.All(Attention.MayAnswer)) return false;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text, null);
        var arrived = false;
        foreach (var utterance in context.Utterances)
        {
            if (Thanks.IsGreeting(context, utterance.Span)) continue;
            if (!Tells(context, utterance.Span, ref arrived)) return false;
        }
        return true;
    }

    /// <summary>Whether something is said to follow, to be with others still, or to be otherwise than one would think: no answer is plain beside it.</summary>
    internal static bool PutsOff(FoldedText text) => Signs.FindAll(text).Exists(static sign => sign.Value is Sign.Handled or Sign.Contrast or Sign.Unofficial);

    /// <param name="arrived">A sentence before told that the statement has arrived, or this one does.</param>
    private static bool Tells(ItemContext context, TextSpan span, ref bool arrived)
    {
        var signs = Signs.FindAll(context.Marked.Folded).FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
        if (signs.Exists(static sign => sign.Value == Sign.Unofficial)) return true;
        // What follows on a "but" is what the mail was written for.
        if (context.Matters.Any(Matter.Negator, span) || signs.Exists(static sign => sign.Value == Sign.Contrast)) return false;
        var statement = signs.Exists(static sign => sign.Value == Sign.Statement) || LiaisonReferences.First(context.Text, span.Start, span.Length) is not null;
        if (signs.Exists(static sign => sign.Value is Sign.Arrived or Sign.Handled) || statement && context.Matters.Any(Matter.Receipt, span))
        {
            if (!statement && !arrived) return false;
            return arrived = true;
        }
        return Thanks.IsThanks(context, span);
    }
}
