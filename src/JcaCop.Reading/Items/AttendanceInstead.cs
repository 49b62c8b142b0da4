using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Ms Holm will come in my place": who is stood in for stays away, though no verb says it.</summary>
internal static class AttendanceInstead
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.3;

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("instead").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static void Add(ItemContext context, List<Item> items)
    {
        if (context.Source is not null || Index.FindAll(context.Marked.Folded) is not { Count: > 0 } told) return;
        if (SenderPerson.Of(context).Name is not { } writer || !writer.Contains(' ', StringComparison.Ordinal) && !Folding.IsHan(writer[0])) return;
        if (items.Exists(item => item is Regret { Name: { } away } && SameName.Is(away, writer) || item is Registration { Person.Name: { } coming } && SameName.Is(coming, writer))) return;
        foreach (var words in told)
        {
            if (context.Utterances.Find(utterance => utterance.Span.Contains(words.Start)).Span is not { IsEmpty: false } sentence || Utterances.IsOpen(context, sentence)) continue;
            if (!items.Exists(item => item is Registration && item.Evidence.Any(evidence => sentence.Contains(evidence.Offset)))) continue;
            items.Add(Confidence.Judge(new Regret(context.Answers.Meeting, writer)
            {
                Evidence = [new Evidence("name", context.Source, words.Start, context.Text.Substring(words.Start, words.Length), Unsaid)],
            }, DraftOrigin.Prose, Unsaid));
            return;
        }
    }
}
