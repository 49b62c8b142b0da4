using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Accepting;

/// <summary>Whether the name of a person or house, as it was read, holds words that are none of it or lacks some that stand beside it in the text: such a name is asked about, however sure the reading.</summary>
internal static class BrokenName
{
    private const int LongestShort = 5, ShortestNoun = 5;

    private static readonly WordSet Leads = LexiconFile.Set("brokenNames", "leads"), Joins = LexiconFile.Set("brokenNames", "joins");

    /// <param name="reading">The text that the item was found in.</param>
    public static bool Is(ItemContext reading, Item item) => item switch
    {
        Representative seat => OfPerson(reading, seat, "person.name", seat.Person.Name) || OfHouse(reading, seat.Body),
        Registration coming => OfPerson(reading, coming, "person.name", coming.Person.Name),
        Nomination house => OfPerson(reading, house, "contact.name", house.Contact?.Name) || OfHouse(reading, house.Organization.Name),
        Regret gone => OfEither(reading, gone, gone.Name),
        Withdrawal gone => OfEither(reading, gone, gone.Name),
        _ => false,
    };

    private static bool OfEither(ItemContext reading, Item item, string? name) =>
        name is not null && (new MarkedText(name) is var marked && (marked.At(Word.Organization, 0) is not null || SameName.Is(reading.Respondent?.Organization ?? "", name) || marked.Any(Word.LegalForm, 0, name.Length))
            ? OfHouse(reading, name) : OfPerson(reading, item, "name", name));

    private static bool OfPerson(ItemContext reading, Item item, string field, string? name)
    {
        if (name is null) return false;
        if (BeginsHouse(name, reading.Respondent?.Organization) || item is Registration { Organization: var own } && BeginsHouse(name, own)) return true;
        if (Folding.IsHan(name[0])) return false;
        if (name.Split(' ') is not { Length: > 1 } words) return GoesOn(reading, item, field, name);
        return Holds(name, words) || IsGivenAndPatronymic(words)
            || item.Evidence.FirstOrDefault(one => one.Field == field && one.Source == reading.Source) is { } said && said.Offset + name.Length <= reading.Text.Length
                && reading.Text.AsSpan(said.Offset, name.Length).SequenceEqual(name) && Lacks(reading.Text, said.Offset, said.Offset + name.Length);
    }

    /// <summary>珊瑚海 of 珊瑚海科技有限公司: what the name of a house begins with is taken for a person.</summary>
    private static bool BeginsHouse(string name, string? house) => house is not null && house.Length > name.Length && house.StartsWith(name, StringComparison.Ordinal);

    /// <summary>One word of a name behind which another follows: it is cut short.</summary>
    private static bool GoesOn(ItemContext reading, Item item, string field, string name) =>
        item.Evidence.FirstOrDefault(one => one.Field == field && one.Source == reading.Source) is { } said && said.Offset + name.Length + 1 < reading.Text.Length
            && reading.Text.AsSpan(said.Offset, name.Length).SequenceEqual(name) && reading.Text[said.Offset + name.Length] == ' '
            && reading.Text[said.Offset + name.Length + 1] is var next && (char.IsUpper(next) || Folding.IsArabic(next));

    /// <summary>"a Ana Lorca", "Лунина приглашена", "Deputy Minister Ida Holm": a small word at either end, a post or a noun of houses at the head.</summary>
    private static bool Holds(string name, string[] words)
    {
        if (Folding.IsArabic(name[0])) return Joins.Contains(words[0]); // "ولد محمدو": the given name stands before it
        if (IsSmall(words[0]) || IsSmall(words[^1])) return true;
        var marked = new MarkedText(name);
        foreach (var kind in (Word[])[Word.Post, Word.Organization])
            foreach (var noun in marked.Within(kind, 0, name.Length))
                if (noun.Start == 0 && noun.Length >= ShortestNoun && (noun.End == name.Length || name[noun.End] == ' ')) return true;
        return false;
    }

    private static bool IsSmall(string word) =>
        word.Length > 0 && char.IsLower(word[0]) && !NameShapes.IsParticle(word) && !NameShapes.IsChildOf(word) && !Joins.Contains(word) && !word.AsSpan().ContainsAny('\'', '’', '-');

    /// <summary>"Виктор Григорьевич": by these two alone nobody is on record.</summary>
    private static bool IsGivenAndPatronymic(string[] words)
    {
        if (words.Length != 2 || words[1].Length < 6) return false;
        foreach (var ending in (string[])["овна", "евна", "инична"]) if (words[1].EndsWith(ending, StringComparison.Ordinal)) return true;
        foreach (var ending in (string[])["ович", "евич"])
            if (words[1].EndsWith(ending, StringComparison.Ordinal) && words[1][..^4] is var stem
                && (RussianNominative.IsGiven(stem) || RussianNominative.IsGiven(stem.TrimEnd('ь') + "ий") || RussianNominative.IsGiven(stem + "й"))) return true;
        return false;
    }

    /// <summary>"El Hadji" before it, "bin" behind it: the name begins earlier or goes on.</summary>
    private static bool Lacks(string text, int start, int end)
    {
        if (start > 1 && text[start - 1] == ' ')
        {
            var from = start - 1;
            while (from > 0 && char.IsLetter(text[from - 1])) from--;
            if (Leads.Contains(text.AsSpan(from, start - 1 - from)) && !char.IsLower(text[from])) return true;
        }
        if (end + 2 >= text.Length || text[end] != ' ') return false;
        var to = end + 1;
        while (to < text.Length && char.IsLetter(text[to])) to++;
        return Joins.Contains(text.AsSpan(end + 1, to - end - 1));
    }

    private static bool OfHouse(ItemContext reading, string? name)
    {
        if (name is null || Folding.IsHan(name[0]) && !Says(name)) return false;
        return BeginsInside(name) || Says(name) || EndsInPlace(name) || IsWrapped(reading.Text, name) || IsShort(reading, name);
    }

    /// <summary>"AND INTERNET STUDIES".</summary>
    private static bool BeginsInside(string name) =>
        char.IsUpper(name[0]) && new MarkedText(name).At(Word.Conjunction, 0) is { Length: > 1 } and
            && and.End < name.Length && name[and.End] == ' ' && name.AsSpan(0, and.End).IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>"Changes to the Lark Council", 原名“百灵会”: what is said of the house ran into its name.</summary>
    private static bool Says(string name)
    {
        var words = new Matters(Folding.Fold(name));
        return words.Begins(Matter.Change, 0) || words.Begins(Matter.Remove, 0) || words.Begins(Matter.Renamed, 0) || Folding.IsHan(name[0]) && words.Begins(Matter.Old, 0);
    }

    /// <summary>"Lark Council (Oslo, Norway)": where it is.</summary>
    private static bool EndsInPlace(string name)
    {
        if (name[^1] != ')' || name.LastIndexOf('(') is not (> 0 and var open)) return false;
        var inside = name[(open + 1)..^1];
        return inside.Contains(',', StringComparison.Ordinal) && inside.Split(',') is [var town, ..] && (CountryPlaces.IsCity(town.Trim()) || Countries.Parse(town) is not null);
    }

    /// <summary>"KENYA ASSOCIATION OF SERVICE" above "OPERATORS": a name in capitals was broken by the end of a line.</summary>
    private static bool IsWrapped(string text, string name)
    {
        if (name.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 || !char.IsAsciiLetterUpper(name[0])) return false;
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at < 3) return false;
        var end = at - 1;
        while (end > 0 && text[end] == ' ') end--;
        if (text[end] != '\n' && end == at - 2) return WordBefore(text, end + 1) is { Length: > 1 } beside && IsCapital(beside) && !beside.Contains('.', StringComparison.Ordinal);
        return text[end] == '\n' && new MarkedText(name).At(Word.Organization, 0) is null && WordBefore(text, end) is { Length: > 1 } above && IsCapital(above);
    }

    private static string WordBefore(string text, int end)
    {
        var from = end;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1])) from--;
        return text[from..end];
    }

    private static bool IsCapital(string word) => word.All(static c => c is >= 'A' and <= 'Z' or ',' or '&');

    /// <summary>"Lark Panel" of "UN Lark Panel": elsewhere in the mail a short name in capitals stands directly before it.</summary>
    private static bool IsShort(ItemContext reading, string name)
    {
        if (new MarkedText(name).At(Word.Organization, 0) is not null) return false; // "ONG Observatoire …": the noun begins the name
        var text = reading.Source is null ? reading.Mail.Body.Text : reading.Text;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (at < 3 || text[at - 1] != ' ') continue;
            var word = WordBefore(text, at - 1);
            if (word.Length is > 1 and <= LongestShort && word.All(static c => char.IsUpper(c))) return true;
        }
        return false;
    }
}
