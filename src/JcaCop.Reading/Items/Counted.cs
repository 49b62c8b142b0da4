using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Compares how many organizations or persons a sentence announces with how many were read.</summary>
internal static class Counted
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("counts").Select(entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <returns>The passage that announces another number; null where none does.</returns>
    public static string? Contradiction(ItemContext context, IReadOnlyList<Item> items)
    {
        var organizations = items.Count(item => item is Nomination);
        var persons = items.Count(item => item is Registration);
        if (organizations < 2 && persons < 2) return null;
        var hits = Index.FindAll(context.Marked.Folded);
        foreach (var number in hits)
        {
            if (number.Value.Length > 1) continue;
            var announced = number.Value[0] - '0';
            foreach (var noun in hits)
            {
                if (noun.Value.Length == 1 || noun.Start < number.End || noun.Start - number.End > 22 || Clauses.Part(context.Text, number.End, noun.Start)) continue;
                var read = noun.Value == "organizations" ? organizations : persons;
                if (read >= 2 && read != announced) return context.Text[number.Start..noun.End];
            }
        }
        return null;
    }
}
