using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Reads "we have nothing to nominate", "no activity to report", "we have no comments".</summary>
/// <remarks>A denial, what is denied, and a word of offering or having stand in one statement that is no question, no condition, and leaves nothing open.</remarks>
internal static class DeclineReader
{
    private enum Sign { Nothing, Lack, Candidate, Deed, Offer, Pending, Alone, Later }

    /// <summary>Between a denial and what it denies, in UTF-16 units: farther apart they belong to different clauses.</summary>
    private const int Reach = 60;

    private static readonly SearchValues<char> Ends = SearchValues.Create(";!?。；？！");

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,:;!?()\n。，：；？！،؛؟");

    /// <summary>Letters of "been" or "to us": behind a denial they say nothing of their own.</summary>
    private const int Most = 4;

    private const int HanWeight = 3;

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("declines").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code))));

    /// <param name="items">What the mail puts forward: of that it has something.</param>
    public static IReadOnlyList<Decline> Read(ItemContext context, IReadOnlyList<Item> items)
    {
        var found = new SortedSet<Decline>();
        foreach (var reading in context.Readings) ReadOne(reading, found);
        if (items.Any(item => item is Nomination or Representative) || PutsForward(context)) found.Remove(Decline.Nomination);
        if (items.Any(item => item is Activity)) found.Remove(Decline.Activity);
        if (items.Any(item => item is Position) || IsDeferred(context)) found.Remove(Decline.Comment);
        return [.. found];
    }

    /// <summary>"On Circular 270 we shall write separately": what lets a part pass is not the whole answer.</summary>
    internal static bool IsDeferred(ItemContext context) =>
        Index.FindAll(context.Marked.Folded).Exists(static sign => sign.Value == Sign.Later) || CitesBehind(context);

    /// <summary>"We have no comments on the minutes. Circular 270 is still being studied": the circular is spoken of in a statement of its own behind the stance.</summary>
    private static bool CitesBehind(ItemContext context)
    {
        var stance = context.Utterances.FindIndex(utterance => Takes(context, utterance.Span));
        return stance >= 0 && !Cites(context, context.Utterances[stance].Span) && context.Utterances.Skip(stance + 1)
            .Any(utterance => Cites(context, utterance.Span) && utterance.Span.Of(context.Text).TrimEnd() is not [.., ':' or '：'] && !Takes(context, utterance.Span));
    }

    private static bool Takes(ItemContext context, TextSpan span) => Array.Exists(Thanks.Stances, word => context.Matters.Any(word, span));

    private static bool Cites(ItemContext context, TextSpan span) => PlainStance.Cited(context, span.Start, span.End) is not null;

    /// <summary>Whether the mail says that nobody is put forward, whatever it names beside that.</summary>
    internal static bool DeniesNomination(ItemContext context)
    {
        var found = new SortedSet<Decline>();
        ReadOne(context, found);
        return found.Contains(Decline.Nomination);
    }

    /// <summary>"No objection to the meeting being held in October", "nothing to add to the comments of France": what is let pass is a meeting, or what others say, and nothing that is consulted on.</summary>
    private static bool IsToAnother(ItemContext context, int start, int end) =>
        context.Matters.First(Matter.Comment, start, end) is { } others && context.Matters.Within(Matter.NoObjection, start, end).All(lets => lets.Start > others.Start || lets.End < others.End)
        || context.Matters.First(Matter.Meeting, start, end) is { } meeting && !context.Marked.Any(Word.Conjunction, start, meeting.Start) && context.Matters.First(Matter.Topic, start, end) is null && context.Matters.First(Matter.Proposal, start, end) is null
            && context.Matters.First(Matter.Consultation, start, end) is null;

    /// <summary>An address that is not the writer's own stands in the text: somebody is named, though nothing was read of it.</summary>
    private static bool PutsForward(ItemContext context) =>
        context.Emails.Exists(email => !email.Value.Equals(context.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase) && context.Mail.Body.ReplyText.Contains(email.Value, StringComparison.OrdinalIgnoreCase));

    private static void ReadOne(ItemContext context, SortedSet<Decline> found)
    {
        List<PhraseHit<Sign>> signs = [.. Index.FindAll(context.Marked.Folded).OrderBy(static sign => sign.Start)];
        var putsForward = PutsForward(context) || context.Passages.Any(static passage => passage.Does(Intents.Nominate) && (passage.Moods & Moods.Negated) == 0);
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span;
            if (Utterances.IsOpen(context, span) || context.Matters.Any(Matter.Asks, span) || context.Matters.Any(Matter.Complains, span)) continue;
            // "Correction: our representative's name is Li Na, not Li Nu" denies nothing that was asked
            if (context.Matters.Any(Matter.Change, span) && context.Matters.Any(Matter.Old, span) && NamesIn.Find(context, span.Start, span.End).Count > 0) continue;
            var here = Within(signs, span);
            if (context.Matters.First(Matter.NoObjection, span.Start, span.End) is { } lets && !Qualified.IsStance(context, span) && !IsToAnother(context, lets.End, span.End)) found.Add(Decline.Comment);
            if (here.Exists(sign => sign.Value == Sign.Pending)) continue;
            if (TermsOver.SpeaksOf(context, span)) continue; // "no successor yet"
            if (Qualified.IsLack(context, span, putsForward)) continue; // "no other organization", "none except …"
            if (here.Exists(sign => sign.Value == Sign.Nothing || sign.Value == Sign.Alone && IsAll(context.Text, span, sign))) found.Add(Decline.Nomination);
            if (!here.Exists(sign => sign.Value == Sign.Offer)) continue;
            if (Denied(context.Text, span, here, Sign.Candidate)) found.Add(Decline.Nomination);
            if (Denied(context.Text, span, here, Sign.Deed)) found.Add(Decline.Activity);
        }
    }

    /// <summary>"Nil.": the mail says that one word and no other.</summary>
    private static bool IsAll(string text, TextSpan span, PhraseHit<Sign> word) =>
        text.AsSpan().Trim().Length <= span.Length && !HasLetters(text.AsSpan(span.Start, word.Start - span.Start)) && !HasLetters(text.AsSpan(word.End, span.End - word.End));

    private static bool HasLetters(ReadOnlySpan<char> words)
    {
        foreach (var c in words) if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    /// <param name="signs">In order of their start: a list of thousands of entries must not be searched whole for each of them.</param>
    private static List<PhraseHit<Sign>> Within(List<PhraseHit<Sign>> signs, TextSpan span)
    {
        int low = 0, high = signs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (signs[middle].Start < span.Start) low = middle + 1;
            else high = middle;
        }
        var here = new List<PhraseHit<Sign>>();
        for (var i = low; i < signs.Count && signs[i].Start < span.End; i++)
            if (signs[i].End <= span.End) here.Add(signs[i]);
        return here;
    }

    private static bool Denied(string text, TextSpan span, List<PhraseHit<Sign>> signs, Sign what)
    {
        foreach (var lack in signs.Where(sign => sign.Value == Sign.Lack))
        {
            bool? last = null;
            foreach (var denied in signs.Where(sign => sign.Value == what))
            {
                var (from, to) = lack.End <= denied.Start ? (lack.End, denied.Start) : (denied.End, lack.Start);
                if (from <= to && to - from <= Reach && text.AsSpan(from, to - from).IndexOfAny(Ends) < 0
                    && (lack.End <= denied.Start || (last ??= SaysNoMore(text, span, signs, lack)))) return true;
            }
        }
        return false;
    }

    /// <summary>Behind what is denied ("candidates we do not have") the clause ends with the denial: "our representative does not have access", "by fax, not by mail" deny something else.</summary>
    private static bool SaysNoMore(string text, TextSpan span, List<PhraseHit<Sign>> signs, PhraseHit<Sign> lack)
    {
        var rest = text.AsSpan(lack.End, Math.Min(span.End - lack.End, Reach)).IndexOfAny(ClauseEnds) is >= 0 and var end ? lack.End + end : Math.Min(span.End, lack.End + Reach);
        var near = signs.Where(sign => sign.Start >= lack.Start && sign.Start < rest).ToList();
        var weight = 0;
        for (var at = lack.End; at < rest; at++)
            if (char.IsLetterOrDigit(text[at]) && !near.Exists(sign => sign.Start <= at && at < sign.End)) weight += Folding.IsHan(text[at]) ? HanWeight : 1;
        return weight <= Most;
    }
}
