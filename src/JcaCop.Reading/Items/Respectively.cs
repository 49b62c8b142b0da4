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
        Gather(context, drafts);
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

    /// <summary>"Contact of the second: …": a focal point of no other body, told by number behind several organizations, is the contact of one of them.</summary>
    private static void Gather(ItemContext context, Drafts drafts)
    {
        if (drafts.Organizations.Count < 2) return;
        var last = drafts.Organizations[^1];
        foreach (var person in drafts.Persons.FindAll(person => person is { Role: SeatRole.FocalPoint, Body: null, Organization: null, Replaces: null, Name: not null } && person.Start > last.Start))
        {
            if (Ordinals.Find(context.Marked.Folded, Math.Max(last.Start, person.Start - LongestNumber), person.Start).Count == 0) continue;
            last.Persons.Add(person);
            drafts.Persons.Remove(person);
        }
        last.Persons.Sort(static (one, other) => one.Start.CompareTo(other.Start));
    }

    /// <summary>"Contact person of the second organization: Ms ".</summary>
    private const int LongestNumber = 60;

    /// <summary>So far behind the last name the word may stand.</summary>
    private const int LongestTail = 160;
}
