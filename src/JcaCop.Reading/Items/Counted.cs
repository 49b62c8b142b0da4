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
        if (organizations == 0 && persons < 2) return null;
        var hits = Index.FindAll(context.Marked.Folded);
        foreach (var number in hits)
        {
            if (number.Value.Length > 1) continue;
            var announced = number.Value[0] - '0';
            foreach (var noun in hits)
            {
                if (noun.Value.Length == 1 || noun.Start < number.End || noun.Start - number.End > 22 || Clauses.Part(context.Text, number.End, noun.Start)) continue;
                var read = noun.Value == "organizations" ? organizations : persons;
                if (read != announced && (read >= 2 || read == 1 && PutsForward(context, number.Start))) return context.Text[number.Start..noun.End];
            }
        }
        return null;
    }

    /// <summary>"We nominate two organizations": of those that a sentence puts forward one may not be all that was read; "both organizations" may be anybody's.</summary>
    private static bool PutsForward(ItemContext context, int number)
    {
        foreach (var verb in context.Marked.Within(Word.Nominate, Math.Max(0, number - LongestVerb), number))
            if (!Clauses.Part(context.Text, verb.End, number)) return true;
        return false;
    }

    private const int LongestVerb = 25;
}
