using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Canada withdraws its objection and supports the proposal": an earlier word on a consultation is taken back, and another one is said in its place (docs/decisions/0148). Pure.</summary>
public static class LiftedObjections
{
    private const double Told = 0.9;

    private const int MostRead = 20_000;

    private enum Sign { Reservation, NoLonger, Content, Condition }

    private static readonly PhraseIndex<Sign> Signs = new(LexiconFile.Phrases("liftedObjections").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    /// <summary>
    /// The reading with the position that stands from now on, where the mail takes an objection or a reservation back and says in other words what it thinks. Where it only takes it back, nothing
    /// but that is read: whether the member supports, a person asks.
    /// </summary>
    /// <param name="consulted">Title of what is consulted on, of which the mail is known to speak.</param>
    public static MailReading Read(MailReading reading, string consulted)
    {
        if (reading.Sort.Kind != MailKind.Human || !reading.Items.All(static item => item is Position or Withdrawal { Of: WithdrawalOf.Nomination }) || reading.Mail.Body.Readable.Length > MostRead) return reading;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, reading.Mail.Body.Readable, null);
        TextSpan? lifted = null;
        PositionTaken? stance = null;
        foreach (var (span, _) in context.Utterances)
        {
            if (Utterances.IsOpen(context, span)) continue;
            if (Lifts(context, span) is { } lifts)
            {
                if (!lifts) return reading;
                lifted ??= span;
                // "Once point 3 is deleted", "we hear that Fiji …": not yet, or somebody else's word
                if (Signs.FindAll(context.Marked.Folded).Exists(hit => hit.Value == Sign.Condition && span.Contains(hit.Start)) || NamesAnother(context, span)) return reading;
            }
            // Whoever has another objection left, or narrows what is said, is read by a person.
            if (Qualified.IsStance(context, span) || PositionReader.Stances(context, span).Any(static taken => taken is PositionTaken.Objection or PositionTaken.Comment)) return WithoutNomination(reading, lifted);
            foreach (var taken in PositionReader.Stances(context, span)) stance = stance == PositionTaken.Support ? stance : taken;
            if (stance is null && Signs.FindAll(context.Marked.Folded).Exists(hit => hit.Value == Sign.Content && span.Contains(hit.Start)) && !Negated(context, span)) stance = PositionTaken.NoObjection;
        }
        if (lifted is not { } proof || stance is not { } now) return WithoutNomination(reading, lifted);
        var position = new Position(now, reading.Items.OfType<Position>().FirstOrDefault()?.Of ?? consulted)
        {
            Lifts = true, Confidence = Told, Decision = Decision.Accept, Evidence = [new Evidence("position", null, proof.Start, proof.In(context.Text), Told)],
        };
        var reasons = Attention.Reasons(context, [position]);
        return reading with { Items = [position], Declines = [.. reading.Declines.Where(static decline => decline != Decline.Comment)], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>Whether a sentence takes an objection or a reservation back.</summary>
    /// <returns>False where it says that none is; null where it speaks of no such thing.</returns>
    internal static bool? Lifts(ItemContext context, TextSpan span)
    {
        foreach (var objection in context.Matters.Within(Matter.Objection, span.Start, span.End))
            if (StanceWords.Lifted(context, objection, span) is { } said) return said;
        foreach (var sign in Signs.FindAll(context.Marked.Folded))
        {
            if (sign.Start < span.Start || sign.End > span.End) continue;
            if (sign.Value == Sign.NoLonger) return true;
            if (sign.Value == Sign.Reservation && StanceWords.IsLifted(context, sign.Start, sign.End, span) is { } told) return told;
        }
        return null;
    }

    /// <summary>Whether a sentence names another State than the writer's.</summary>
    private static bool NamesAnother(ItemContext context, TextSpan span) =>
        Countries.Find(context.Text[span.Start..span.End]).Any(country => country.Value != context.Respondent?.Country);

    private static bool Negated(ItemContext context, TextSpan span) => Signs.FindAll(context.Marked.Folded).Exists(hit => hit.Value == Sign.Content && span.Contains(hit.Start)
        && Denials.Before(context, Math.Max(span.Start, hit.Start - Near), hit.Start));

    private const int Near = 12;

    /// <summary>What "the Administration of Canada withdraws its …" takes back is no organization that was put forward.</summary>
    private static MailReading WithoutNomination(MailReading reading, TextSpan? lifted) =>
        lifted is null || !reading.Items.Any(static item => item is Withdrawal) ? reading : reading with { Items = [.. reading.Items.Where(static item => item is not Withdrawal)] };
}
