using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Both can be reached at …", "the number serves for all three": an address or number that belongs to each of those who were named before.</summary>
internal static class SharedContacts
{
    /// <summary>How many are meant; 0 for all who are named before.</summary>
    private static readonly PhraseIndex<int> Index = new(LexiconFile.Phrases("shared").Where(static entry => char.IsAsciiDigit(entry.Code[0]))
        .Select(entry => KeyValuePair.Create(entry.Phrase, int.Parse(entry.Code, System.Globalization.CultureInfo.InvariantCulture))));

    private static readonly System.Buffers.SearchValues<char> PartEnds = System.Buffers.SearchValues.Create(";；؛");

    /// <summary>So far before the words those who share may be named.</summary>
    private const int Reach = 700;

    public static void Settle(ItemContext context, Drafts drafts)
    {
        Houses(context, drafts);
        if (Index.FindAll(context.Marked.Folded) is not { Count: > 0 } told) return;
        var all = drafts.Persons.Concat(drafts.Organizations.SelectMany(static organization => organization.Persons)).Where(static person => person.Name is not null).OrderBy(static person => person.Start).ToList();
        if (all.Count < 2) return;
        foreach (var word in told)
        {
            if (context.Utterances.Find(said => said.Span.Contains(word.Start)).Span is not { IsEmpty: false } sentence) continue;
            var (start, end) = Part(context.Text, sentence.Start, sentence.End, word.Start);
            var before = all.FindAll(person => person.Start < word.Start && word.Start - person.Start <= Reach);
            var count = word.Value == 0 ? before.Count : word.Value;
            if (before.Count < count || count < 2) continue;
            // whoever is named behind the word has what stands behind the name
            if (all.Find(person => person.Start > word.Start && person.Start < end) is { } next) end = next.Start;
            var from = before[^1].Start + before[^1].Name!.Length is var name && name > start ? word.Start : start;
            foreach (var person in before.Skip(before.Count - count)) Share(context, person, from, end);
        }
    }

    /// <summary>"Ms Holm is the contact person for both": the only contact of several organizations, where the sentence says so.</summary>
    private static void Houses(ItemContext context, Drafts drafts)
    {
        var houses = drafts.Organizations;
        if (houses.Count < 2) return;
        var (contact, owner) = houses.FindAll(static house => house.Persons.Count > 0) switch
        {
            [] when drafts.Persons.FindAll(static person => person is { Body: null, Organization: null, Replaces: null }) is [var free] => (free, null),
            [{ Persons: [var only] } house] => (only, house),
            _ => (null, null),
        };
        if (contact?.Name is not { } name || name.Start < houses[^1].Start || context.Utterances.Find(said => said.Span.Contains(name.Start)).Span is not { IsEmpty: false } sentence) return;
        if (!AllWords.FindAll(context.Marked.Folded).Exists(word => sentence.Contains(word.Start) && (word.Value == 0 || word.Value == houses.Count))) return;
        foreach (var house in houses) if (house != owner) house.Persons.Add(contact.Copy());
        drafts.Persons.Remove(contact);
    }

    private static readonly PhraseIndex<int> AllWords = new(LexiconFile.Phrases("shared").Where(static entry => char.IsAsciiDigit(entry.Code[0]) || entry.Code == "houses")
        .Select(entry => KeyValuePair.Create(entry.Phrase, entry.Code == "houses" ? 2 : int.Parse(entry.Code, System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>What stands between semicolons around the offset.</summary>
    private static (int Start, int End) Part(string text, int start, int end, int at)
    {
        var before = text.AsSpan(start, at - start).LastIndexOfAny(PartEnds);
        var behind = text.AsSpan(at, end - at).IndexOfAny(PartEnds);
        return (start + before + 1, behind < 0 ? end : at + behind);
    }

    private static void Share(ItemContext context, PersonDraft person, int start, int end)
    {
        foreach (var email in context.Emails)
            if (person.Email is null && email.Start >= start && email.End <= end) person.Email = Found.Of(email);
        foreach (var number in Parts.PhoneNumbers.Find(context.Text, Layout.TextSpan.FromBounds(start, end)))
        {
            var found = new Found(number.Value.Value, number.Start, number.Length, number.Confidence);
            if (number.Value.Kind is PhoneKind.Fax or PhoneKind.PhoneAndFax) person.Fax ??= found;
            if (number.Value.Kind is not PhoneKind.Fax) person.Phone ??= found;
        }
    }
}
