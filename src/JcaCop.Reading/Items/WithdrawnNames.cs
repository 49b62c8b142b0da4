using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Whom a statement that something is to be removed means: names beside the verb, those it points back to, the entries of a list below it. Pure.</summary>
internal static class WithdrawnNames
{
    /// <summary>How far above the statement the one it points back to may have been named.</summary>
    public const int Above = 320;

    /// <summary>"Mr X is no longer representative of the Ministry, please delete his name": who had the seat, not the house.</summary>
    public static List<(Mention<string> Name, bool Organization)> Meant(ItemContext context, TextSpan span, List<(Mention<string> Name, bool Organization)> before)
    {
        while (before.Count > 1 && IsOfSeat(context, before[^1]) && !before[^2].Organization) before.RemoveAt(before.Count - 1);
        return Last(context, span, before);
    }

    /// <summary>The one named last; where the statement speaks of several, all that "and" or a comma joins to it.</summary>
    private static List<(Mention<string> Name, bool Organization)> Last(ItemContext context, TextSpan span, List<(Mention<string> Name, bool Organization)> names)
    {
        var first = names.Count - 1;
        if (Exchange.OfSeveral(context, span))
            while (first > 0 && names[first - 1].Organization == names[first].Organization && names[first].Name.Start - names[first - 1].Name.End <= LongestJoint
                    && context.Text.AsSpan(names[first - 1].Name.End, names[first].Name.Start - names[first - 1].Name.End).IndexOfAny(".;؛；。") < 0) first--;
        return first < 0 ? [] : names.GetRange(first, names.Count - first);
    }

    /// <summary>", and Ms ": what joins two names.</summary>
    private const int LongestJoint = 14;

    /// <summary>The house directly behind the noun of a seat is whom the seat is of.</summary>
    public static bool IsOfSeat(ItemContext context, (Mention<string> Name, bool Organization) named) => named.Organization && IsOfSeat(context, named.Name.Start);

    public static bool IsOfSeat(ItemContext context, int house) =>
        context.Matters.Last(Matter.SeatNoun, Math.Max(0, house - SeatReach), house) is { } seat && house - seat.End <= LongestOf;

    /// <summary>"representative of the": no more stands between the noun of the seat and the house.</summary>
    private const int SeatReach = 40, LongestOf = 8;

    /// <summary>"Please remove from the list:" and the entries below.</summary>
    public static List<(Mention<string> Name, bool Organization)> Listed(ItemContext context, TextSpan span)
    {
        var found = new List<(Mention<string> Name, bool Organization)>();
        var after = span.End;
        while (after < context.Text.Length && char.IsWhiteSpace(context.Text[after])) after++;
        if (after >= context.Text.Length || context.Layout.BlockAt(after) is not Listing listing || listing.Span.Start > after) return found;
        foreach (var entry in listing.Entries)
            if (Between(context, entry.Text.Start, entry.Text.End) is [var first, ..]) found.Add(first);
        return found;
    }

    /// <summary>"Mr X has left. Please remove his name": the one named in the sentences before.</summary>
    public static List<(Mention<string> Name, bool Organization)> Earlier(ItemContext context, TextSpan span, bool person, bool organization)
    {
        var names = Between(context, Math.Max(0, span.Start - Above), span.Start);
        if (person) names.RemoveAll(name => name.Organization);
        if (organization) names.RemoveAll(name => !name.Organization);
        names.RemoveAll(name => name.Organization && context.Respondent?.Organization is { } own && SameName.Is(own, name.Name.Value));
        return Last(context, span, names);
    }

    /// <summary>All persons and houses named between the offsets, in order.</summary>
    public static List<(Mention<string> Name, bool Organization)> Between(ItemContext context, int start, int end)
    {
        var names = OrganizationNames.Find(context.Marked, start, end).FindAll(name => name.Confidence >= 0.5 && Bodies.Find(name.Value).Count == 0)
            .ConvertAll(name => (name: WithoutList(context, WithoutNoun(context, Bare(name))), true));
        foreach (var quoted in Quotations.Find(context.Text, start, end))
            if (!char.IsLower(quoted.Value[0]) && !names.Exists(other => quoted.Start < other.name.End && other.name.Start < quoted.End)) names.Add((Headed(context.Text, quoted, start), true));
        foreach (var person in NamesIn.Find(context, start, end))
            if (!names.Exists(other => person.Start < other.Item1.End && other.Item1.Start < person.End)) names.Add((person, false));
        names.RemoveAll(name => !Stands(context, name.Item1));
        names.Sort(static (a, b) => a.Item1.Start.CompareTo(b.Item1.Start));
        return names;
    }

    /// <summary>"Выдвижение Ассоциации …": the noun for what is taken back is no part of the name.</summary>
    private static Mention<string> WithoutNoun(ItemContext context, Mention<string> name)
    {
        foreach (var noun in context.Matters.Within(Matter.CandidateNoun, name.Start, name.End))
        {
            if (noun.Start != name.Start || noun.End + 1 >= name.End || context.Text[noun.End] != ' ' || !char.IsUpper(context.Text[noun.End + 1])) continue;
            return new Mention<string>(MailLayout.Unwrap(context.Text[(noun.End + 1)..name.End]), noun.End + 1, name.End - noun.End - 1, name.Confidence);
        }
        return name;
    }

    /// <summary>"the Fundación X de la lista": where it is taken off is no part of its name.</summary>
    private static Mention<string> WithoutList(ItemContext context, Mention<string> name)
    {
        if (context.Matters.First(Matter.ListNoun, name.Start + 1, name.End) is not { } list || list.End != name.End || Folding.IsHan(name.Value[0])) return name;
        var end = list.Start - 1;
        while (end > name.Start)
        {
            var word = context.Text.LastIndexOfAny([' ', '\n'], end - 1, end - name.Start) + 1;
            if (word <= name.Start || end - word > LongestSmallWord || !char.IsLower(context.Text[word])) break;
            end = word - 1;
        }
        return new Mention<string>(MailLayout.Unwrap(context.Text[name.Start..end]), name.Start, end - name.Start, name.Confidence);
    }

    /// <summary>"from", "de la": what joins the list to the verb.</summary>
    private const int LongestSmallWord = 4;

    /// <summary>"The said organization" is no name, nor is what holds a verb or the end of a sentence.</summary>
    private static bool Stands(ItemContext context, Mention<string> name) =>
        ActivitySmallWords.Pointing(name.Value) == 0 && !context.Marked.Any(Word.Nominate, name.Start, name.End)
        && !context.Utterances.Exists(utterance => utterance.Span.Contains(name.Start) && utterance.Span.End < name.End);

    /// <summary>Capital words directly before the quotation marks belong to the name: Fundacja "X".</summary>
    private static Mention<string> Headed(string text, Mention<string> quoted, int floor)
    {
        var start = quoted.Start - 1;
        for (var words = 0; words < 3 && start > floor + 1 && text[start - 1] == ' '; words++)
        {
            var word = start - 1;
            while (word > floor && char.IsLetter(text[word - 1])) word--;
            if (word >= start - 1 || !char.IsUpper(text[word])) break;
            start = word;
        }
        return start == quoted.Start - 1 ? quoted : new Mention<string>(MailLayout.Unwrap(text[start..Math.Min(text.Length, quoted.End + 1)]), start, quoted.End + 1 - start, quoted.Confidence);
    }

    /// <summary>Chinese particles before a name: 对…的提名.</summary>
    private static Mention<string> Bare(Mention<string> name) =>
        name.Length > 3 && name.Value[0] is '对' or '對' or '把' or '将' or '將' or '向' or '请' or '由' or '对' ? name with { Value = name.Value[1..], Start = name.Start + 1, Length = name.Length - 1 } : name;
}
