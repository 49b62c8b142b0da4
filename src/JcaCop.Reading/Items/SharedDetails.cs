using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>One address or number of several: "letters to both organizations go to …", "same telephone", "Tel.: as above". What both of two persons share: <see cref="SharedContacts"/>.</summary>
internal static class SharedDetails
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("shared").Where(static entry => entry.Code is "houses" or "phone" or "email").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));
    private static readonly HashSet<string> Above = new(LexiconFile.Words("shared", "above").Select(Plain), StringComparer.Ordinal);

    /// <summary>So far before or behind the words stands what they speak of.</summary>
    private const int Near = 60;

    /// <summary>So far above the words stand those whom they mean.</summary>
    private const int Far = 900;

    /// <param name="persons">Those who are put forward or come, in the order of the text.</param>
    /// <param name="houses">The organizations put forward; none where only persons are asked for.</param>
    public static void Settle(ItemContext context, IReadOnlyList<PersonDraft> persons, IReadOnlyList<OrganizationDraft> houses)
    {
        if (persons.Count == 0 && houses.Count == 0) return;
        foreach (var hit in Index.FindLongest(context.Marked.Folded))
        {
            if (hit.Value == "houses") Houses(context, houses, hit);
            else Same(persons, hit);
        }
        foreach (var block in context.Layout.Blocks) if (block is Form form) Fields(context, persons, form);
    }

    /// <summary>"Letters to both organizations go to …": the contacts of those named last before the words.</summary>
    private static void Houses(ItemContext context, IReadOnlyList<OrganizationDraft> houses, PhraseHit<string> words)
    {
        var before = houses.Where(house => house.Start < words.Start && words.Start - house.Start < Far).ToList();
        if (before.Count < 2 || Told(context, words) is not { } told) return;
        foreach (var house in before.Skip(before.Count - 2))
            Give(house.Persons.Count > 0 ? house.Persons[0] : house.Nameless ??= new PersonDraft(null, house.Origin) { Sure = house.Sure }, told);
    }

    private static void Give(PersonDraft person, (Found? Email, Found? Phone) told)
    {
        if (told.Email is { } email) person.Email ??= email;
        if (told.Phone is { } phone) person.Phone ??= phone;
    }

    /// <summary>The address or number directly behind the words, or, where none is, directly before them in the sentence.</summary>
    private static (Found? Email, Found? Phone)? Told(ItemContext context, PhraseHit<string> words)
    {
        var end = SentenceEnd(context.Text, words.End);
        foreach (ref readonly var email in context.Emails.From(words.End, Math.Min(end, words.End + Near))) return (Found.Of(email), Number(context, email.End, Math.Min(end, email.End + Joined)));
        if (Number(context, words.End, Math.Min(end, words.End + Near)) is { } phone) return (null, phone);
        var start = Math.Max(SentenceStart(context.Text, words.Start), words.Start - Near);
        Found? last = null;
        foreach (ref readonly var email in context.Emails.From(start, words.Start)) last = Found.Of(email);
        if (last is not null) return context.Text[last.Start - 1] is '(' or '（' && context.Text.AsSpan(last.Start, words.Start - last.Start).ContainsAny(')', '）') ? null : (last, null);
        return null;
    }

    /// <summary>", " or " and tel. ".</summary>
    private const int Joined = 20;

    private static Found? Number(ItemContext context, int start, int end)
    {
        foreach (ref readonly var phone in context.Phones.From(start, end))
            if (phone.Value.Kind is PhoneKind.Phone or PhoneKind.Mobile or PhoneKind.PhoneAndFax) return new Found(phone.Value.Value, phone.Start, phone.Length, phone.Confidence);
        return null;
    }

    private static int SentenceEnd(string text, int at)
    {
        var last = Math.Min(text.Length, at + Near + Joined);
        for (; at < last; at++)
        {
            if (text[at] is '。' or '；' or ';' || text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n') return at;
            if (text[at] is '.' or '!' or '?' or '؟' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && at > 3 && !char.IsUpper(text[at - 1]) && text.AsSpan(at - 3, 3).IndexOf(' ') < 0)
                return at;
        }
        return last;
    }

    private static int SentenceStart(string text, int at)
    {
        var first = Math.Max(0, at - Near);
        while (at > first && text[at - 1] is not ('。' or ';' or '；') && !(text[at - 1] == '\n' && at > 1 && text[at - 2] == '\n') && !(text[at - 1] == ' ' && at > 1 && text[at - 2] == '.')) at--;
        return at;
    }

    /// <summary>"same telephone": the person named last has the number of the one before.</summary>
    private static void Same(IReadOnlyList<PersonDraft> persons, PhraseHit<string> words)
    {
        var last = -1;
        for (var i = 0; i < persons.Count; i++) if (persons[i].Name is { } name && name.Start < words.Start && words.Start - name.Start < Far && (last < 0 || name.Start > persons[last].Start)) last = i;
        if (last < 0 || Before(persons, persons[last]) is not { } first) return;
        if (words.Value == "phone") persons[last].Phone ??= first.Phone; else persons[last].Email ??= first.Email;
    }

    private static PersonDraft? Before(IReadOnlyList<PersonDraft> persons, PersonDraft person) =>
        persons.Where(other => other.Name is not null && other.Start < person.Start).MaxBy(other => other.Start);

    /// <summary>A field that says "as above" holds what the person of the record above has.</summary>
    private static void Fields(ItemContext context, IReadOnlyList<PersonDraft> persons, Form form)
    {
        foreach (var field in form.Fields)
        {
            if (field.Label is not (FieldLabel.Phone or FieldLabel.Mobile or FieldLabel.Email or FieldLabel.Fax) || !IsAbove(context.Text.AsSpan(field.Value.Start, field.Value.Length))) continue;
            var person = persons.Where(one => one.Name is { } name && name.Start < field.Value.Start).MaxBy(one => one.Start);
            if (person is null || Before(persons, person) is not { } first) continue;
            if (field.Label is FieldLabel.Email) person.Email ??= first.Email;
            else if (field.Label is FieldLabel.Fax) person.Fax ??= first.Fax;
            else person.Phone ??= first.Phone;
        }
    }

    private static bool IsAbove(ReadOnlySpan<char> value) => value.Trim().Length is > 1 and < 25 && Above.Contains(Plain(value.ToString()));

    private static string Plain(string phrase) => Folding.Plain(phrase).Trim(' ', '.', '(', ')', '（', '）', '。');
}
