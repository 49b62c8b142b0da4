using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"The respective contacts are Ida Holm (…) and Ole Brandt (…)", "for the first, …; for the second, …": contacts that are told behind several organizations belong to them in their order.</summary>
internal static class Respectively
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("respectively").Select(entry => KeyValuePair.Create(entry.Phrase, entry.Language)));

    /// <summary>The words for "respectively", in order.</summary>
    public static List<PhraseHit<string>> Words(ItemContext context) => Index.FindAll(context.Marked.Folded);

    public static void Settle(ItemContext context, Drafts drafts)
    {
        for (var last = drafts.Organizations.Count - 1; last > 0; last--)
        {
            var persons = drafts.Organizations[last].Persons;
            var first = last - persons.Count + 1;
            if (persons.Count < 2 || first < 0 || Enumerable.Range(first, persons.Count - 1).Any(i => drafts.Organizations[i].Persons.Count > 0)) continue;
            var (from, to) = (drafts.Organizations[last].Start, persons[^1].Start + LongestTail);
            if (!Index.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= from && hit.End <= to) && Ordinals.Find(context.Marked.Folded, from, persons[^1].Start).Count < persons.Count) continue;
            var told = persons.ToList();
            persons.Clear();
            for (var i = 0; i < told.Count; i++) drafts.Organizations[first + i].Persons.Add(told[i]);
        }
    }

    /// <summary>So far behind the last name the word may stand.</summary>
    private const int LongestTail = 160;
}
