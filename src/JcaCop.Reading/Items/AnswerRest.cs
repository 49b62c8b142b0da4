using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Yes. But the phone is …": what an answer below a quoted question tells besides, on the same lines, and nothing was read of.</summary>
internal static class AnswerRest
{
    /// <returns>The first such part that names somebody, or tells an address or number; null where there is none.</returns>
    public static TextSpan? Find(ItemContext context, IReadOnlyList<Item> items)
    {
        foreach (var (answer, _) in QuotedQuestions.Answered(context))
        {
            var end = EndOfParagraph(context.Text, answer);
            foreach (var utterance in context.Utterances)
                foreach (var part in Sentences(context.Text, TextSpan.FromBounds(Math.Max(utterance.Span.Start, answer.Start), Math.Min(utterance.Span.End, end))))
                    if (!items.Any(item => Told(context, item, part)) && Tells(context, part)) return part;
        }
        return null;
    }

    /// <summary>A blank line ends what was answered: below it stand greetings and the name.</summary>
    private static int EndOfParagraph(string text, TextSpan answer)
    {
        var start = answer.Start;
        while (start < answer.End && char.IsWhiteSpace(text[start])) start++;
        var blank = text.IndexOf("\n\n", start, answer.End - start, StringComparison.Ordinal);
        return blank < 0 ? answer.End : blank;
    }

    /// <summary>A word and a full stop, which do not end a sentence elsewhere, do so in an answer: "Yes. But …".</summary>
    private static IEnumerable<TextSpan> Sentences(string text, TextSpan span)
    {
        if (span.End <= span.Start) yield break;
        var from = span.Start;
        for (var at = span.Start; at + 1 < span.End; at++)
            if (text[at] is '。' or '！' || text[at] is '.' or '!' && char.IsWhiteSpace(text[at + 1]) && at - from > 1)
            {
                yield return TextSpan.FromBounds(from, at + 1);
                from = at + 1;
            }
        yield return TextSpan.FromBounds(from, span.End);
    }

    /// <summary>Something of the item was read there, or what it holds is written there.</summary>
    private static bool Told(ItemContext context, Item item, TextSpan part) => item.Evidence.Any(said => said.Source is null && part.Contains(said.Offset))
        || Persons(item).Any(person => person.Email is { } email && part.In(context.Text).Contains(email, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Person> Persons(Item item)
    {
        if (item switch { Registration one => one.Person, Representative one => one.Person, Correction one => one.Person, Nomination one => one.Contact, _ => null } is { } person) yield return person;
    }

    private static bool Tells(ItemContext context, TextSpan part) =>
        context.Emails.AnyFrom(part.Start, part.End) || Parts.PhoneNumbers.Find(context.Text, part).Count > 0
        || NamesIn.Find(context, part.Start, part.End).Exists(name => !(context.Mail.Sender?.Name is { } writer && SameName.Is(name.Value, writer)));
}
