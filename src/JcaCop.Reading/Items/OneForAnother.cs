using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"Mr A will attend in place of Mr B", A不能参加，由B代替: one sentence says that somebody comes for somebody who stays away. Both are recorded, or neither.</summary>
public static class OneForAnother
{
    private static readonly Word[] Words = [Word.InPlace, Word.Replace, Word.ReplacedBy];

    /// <summary>The places of those among the items who are taken off in a sentence that also registers somebody in their place.</summary>
    /// <param name="waits">Whether the item of a place waits for a person.</param>
    /// <returns>Only those whose substitute waits while they would not.</returns>
    public static IReadOnlyList<int> LeftBehind(MailReading reading, Func<int, bool> waits)
    {
        var gone = Places(reading, static item => item is Regret or Withdrawal { Of: WithdrawalOf.Registration }, place => !waits(place));
        var coming = Places(reading, static item => item is Registration, waits);
        if (gone.Count == 0 || coming.Count == 0) return [];
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        return [.. from place in gone
                   where coming.Exists(other => context.Utterances.Exists(utterance => Said(reading.Items[place], utterance.Span) && Said(reading.Items[other], utterance.Span)
                       && Array.Exists(Words, word => context.Marked.Any(word, utterance.Span.Start, utterance.Span.End))))
                   select place];
    }

    private const int MostRead = 100_000;

    private static List<int> Places(MailReading reading, Func<Item, bool> sort, Func<int, bool> state) =>
        [.. Enumerable.Range(0, reading.Items.Count).Where(place => sort(reading.Items[place]) && state(place))];

    private static bool Said(Item item, Layout.TextSpan span) => item.Evidence.Any(one => one.Source is null && span.Contains(one.Offset));
}
