using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Accepting;

/// <summary>Whether what was read is said under a condition, beside a denial, or of something else than the coordination activity: a person is asked.</summary>
internal static class SaidOfAnother
{
    /// <summary>"meeting of ", "réunion de la ": what may stand between the noun of a meeting and whose it is. UTF-16 units.</summary>
    private const int LongestJoint = 12;

    /// <summary>"representative of Kenya in ITU-T SG17": so far behind the role stands the body.</summary>
    private const int Reach = 80;

    /// <param name="reading">The text that the item was found in.</param>
    public static bool Is(ItemContext reading, Item item) => item switch
    {
        Nomination => IsBesideDenial(reading, item) || IsLedInOpenly(reading, item),
        Representative seat => IsLedInOpenly(reading, item) || seat.Body is { } body && (BeginsWithPost(body) || IsOfCountryIn(reading, seat, body)),
        Position { Taken: PositionTaken.Support or PositionTaken.NoObjection } => DeclineReader.IsDeferred(reading),
        Registration or Regret => IsOfAnothersMeeting(reading, item),
        _ => false,
    };

    /// <summary>"We propose no organization. The X Foundation has declined": a house is named in a sentence that puts nobody forward, beside one that says so.</summary>
    private static bool IsBesideDenial(ItemContext reading, Item item) =>
        First(reading, item) is { } at && reading.Utterances.Find(utterance => utterance.Span.Contains(at)) is { Block: Paragraph } own && !Passage.Of(reading.Marked, own.Span).Does(Intents.Nominate)
            && reading.DeniesNomination;

    /// <summary>"Australia intends to nominate the following once our minister has agreed:" above a form or list.</summary>
    private static bool IsLedInOpenly(ItemContext reading, Item item)
    {
        if (First(reading, item) is not { } at || reading.Layout.BlockAt(at) is not (Form or Listing or Table)) return false;
        var block = reading.Layout.BlockAt(at)!.Span;
        var lead = reading.Utterances.LastOrDefault(utterance => utterance.Span.End <= block.Start && utterance.Block is Paragraph);
        return !lead.Span.IsEmpty && lead.Span.Of(reading.Text).TrimEnd() is [.., ':' or '：']
            && (AwaitedEnds.In(reading, lead.Span) || Utterances.IsOpen(reading, lead.Span) && Passage.Of(reading.Marked, lead.Span).Does(Intents.Nominate));
    }

    /// <summary>"Chef du Service juridique de l'ARTP": what somebody is, and nobody's body.</summary>
    private static bool BeginsWithPost(string body) => new MarkedText(body) is var marked && marked.At(Word.Post, 0) is not null && marked.At(Word.Organization, 0) is null;

    private static bool IsOfCountryIn(ItemContext reading, Representative seat, string body)
    {
        if (Bodies.Parse(body) is null || seat.Evidence.FirstOrDefault(one => one.Field == "body" && one.Source == reading.Source) is not { } said) return false;
        var from = Math.Max(0, said.Offset - Reach);
        return reading.Matters.Last(Matter.SeatNoun, from, said.Offset) is { } role && Countries.Find(reading.Text[role.End..said.Offset]) is [{ Start: <= LongestJoint }, ..];
    }

    /// <summary>A coordination activity may be the one that the mail is written to: which it is, the reader of a mail does not know.</summary>
    private const string Activity = "ITU-T JCA-";

    /// <summary>"the meeting of Study Group 17 on 30 October": on the day of ours another group may meet.</summary>
    private static bool IsOfAnothersMeeting(ItemContext reading, Item item)
    {
        if (First(reading, item) is not { } at || reading.Utterances.Find(utterance => utterance.Span.Contains(at)).Span is not { IsEmpty: false } span) return false;
        if (reading.BodyMentions.Any(body => span.Contains(body.Start) && Bodies.IsAddressee(body.Value))) return false;
        return reading.Matters.Within(Matter.Meeting, span.Start, span.End).Any(meeting => reading.BodyMentions.Any(body =>
            !body.Value.StartsWith(Activity, StringComparison.Ordinal) && body.Start >= meeting.End && body.Start - meeting.End <= LongestJoint && !Clauses.Part(reading.Text, meeting.End, body.Start)));
    }

    private static int? First(ItemContext reading, Item item) =>
        item.Evidence.Where(one => one.Source == reading.Source).Select(static one => (int?)one.Offset).DefaultIfEmpty(null).Min();
}
