using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Finds the persons named in a statement, with an honorific or without.</summary>
internal static class NamesIn
{
    private static readonly SearchValues<char> HanStops = LexiconFile.Signs("grammar", "beforeHanName", "、，,：:；;（(");
    private static readonly SearchValues<char> BehindHan = LexiconFile.Signs("grammar", "behindHanName", "、");
    private static readonly WordSet BeforeTown = LexiconFile.Set("grammar", "beforeTown");

    /// <summary>Bare names are tried where the script lets a name begin: at capitals, at Arabic given names, behind Chinese particles.</summary>
    /// <returns>A list that the caller may change.</returns>
    public static List<Mention<string>> Find(ItemContext context, int start, int end)
    {
        // the same sentence is asked for its names by many
        if (context.Names.TryGetValue((start, end), out var known)) return [.. known];
        var found = Search(context, start, end);
        context.Names[(start, end)] = [.. found];
        return found;
    }

    private static List<Mention<string>> Search(ItemContext context, int start, int end)
    {
        var found = PersonNames.Find(context.Marked, start, end);
        for (var i = 0; i < found.Count; i++) found[i] = Cut(context, found[i]);
        var titledHan = found.Exists(static name => Folding.IsHan(name.Value[0]));
        var organizations = OrganizationNames.Find(context.Marked, start, end);
        for (var at = start; at < end; at++)
        {
            if (!MayBegin(context.Text[at]) || !Begins(context, at, start) || Inside(found, at) || Inside(organizations, at)
                    || titledHan && Folding.IsHan(context.Text[at]) && IsLed(context.Text, found, at) || Bare(context, at, end) is not { } name
                    || Overlaps(organizations, name) || Overlaps(found, name))
                continue;
            found.Add(name);
            at = name.End - 1;
        }
        for (var i = 0; i < found.Count; i++) found[i] = WithoutPossessive(found[i]);
        found.RemoveAll(static name => NameShapes.IsStop(name.Value) || HanDenials.Contains(name.Value[0])); // "Tuesday's meeting", 不能到会
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The name without a title that begins at the offset.</summary>
    private static Mention<string>? Bare(ItemContext context, int at, int end)
    {
        var marked = context.Marked;
        if (marked.At(Word.Honorific, at) is { Length: > 1 } || marked.At(Word.Connector, at) is { Length: > 1 } || context.Matters.Begins(Matter.AttendNoun, at)
                || context.Matters.First(Matter.Pleads, at, Math.Min(end, at + 2)) is not null || IsPersonalA(context, at))
            return null;
        return PersonNames.Bare(marked, at, Stop(context, at, end)) is { } name && name.Start == at && Plausible(context, name) ? name : null;
    }

    /// <summary>Words that deny, and begin no Chinese name.</summary>
    private static readonly SearchValues<char> HanDenials = SearchValues.Create("不未没沒勿");

    /// <summary>"Mr X's address" speaks of X.</summary>
    private static Mention<string> WithoutPossessive(Mention<string> name) =>
        name.Value.Length > 4 && (name.Value.EndsWith("'s", StringComparison.Ordinal) || name.Value.EndsWith("’s", StringComparison.Ordinal)) ? name with { Value = name.Value[..^2], Length = name.Length - 2 } : name;

    /// <summary>A title of a person, a post or a verb of replacing ends directly before the name.</summary>
    private static bool EndsAt(ItemContext context, int at)
    {
        foreach (var kind in Titles)
            foreach (var mark in context.Marked.Within(kind, Math.Max(0, at - 8), at)) if (mark.End == at) return true;
        foreach (var lead in Leads) if (at >= lead.Length && context.Text.AsSpan(at - lead.Length, lead.Length).SequenceEqual(lead)) return true; // 同事某某
        return context.Matters.Last(Matter.SeatNoun, Math.Max(0, at - 6), at) is { } seat && seat.End == at;
    }

    /// <summary>同事某某: the name behind such a word; null where none begins the value, or what is left can be no name.</summary>
    /// <param name="joined">A bracket closes before it: 梁静（…）和蒋涛.</param>
    public static string? WithoutLead(string value, bool joined = false)
    {
        if (joined && value.Length is 3 or 4 && value[0] is '和' or '与' or '與' or '及' && NameShapes.Score(value.AsSpan(1)) >= 0.8) return value[1..];
        foreach (var lead in Leads)
            if (lead.Length > 1 && value.Length - lead.Length is >= 2 and <= 4 && value.StartsWith(lead, StringComparison.Ordinal) && NameShapes.Score(value.AsSpan(lead.Length)) >= 0.8) return value[lead.Length..];
        return null;
    }

    private static readonly IReadOnlyList<string> Leads = LexiconFile.Words("grammar", "hanNameLead");

    private static readonly Word[] Titles = [Word.Post, Word.Replace, Word.Designate, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole];

    private static readonly Matter[] Doings = [Matter.Attend, Matter.Absent, Matter.AttendNoun, Matter.Remote, Matter.InPerson, Matter.Remove, Matter.Change, Matter.Renamed];

    private static readonly Matter[] AllMatters = Enum.GetValues<Matter>();

    private static readonly Matter[] Enders = [Matter.Attend, Matter.Absent, Matter.Remove, Matter.Remote, Matter.InPerson, Matter.AttendNoun,
        Matter.Negator, Matter.Change, Matter.Becomes, Matter.Renamed, Matter.Leaves, Matter.Pleads, Matter.Old];

    /// <summary>The first verb, denial or way of taking part that ran into the name ends it.</summary>
    public static Mention<string> Cut(ItemContext context, Mention<string> name)
    {
        var first = name.End;
        foreach (var kind in Enders)
            if ((kind is not (Matter.Negator or Matter.Old) || Folding.IsArabic(name.Value[0])) && context.Matters.First(kind, name.Start + 2, name.End + 12) is { } word) first = Math.Min(first, word.Start);
        if (first == name.End) return name;
        var end = Folding.IsHan(name.Value[0]) ? first : context.Text.LastIndexOf(' ', first - 1, first - name.Start);
        return end > name.Start + 1 ? name with { Value = context.Text[name.Start..end].Trim(), Length = end - name.Start } : name;
    }

    /// <summary>"A Ana Lorca le es imposible": at the head of a sentence the preposition has a capital.</summary>
    private static bool IsPersonalA(ItemContext context, int at)
    {
        var text = context.Text;
        if (text[at] != 'A' || context.Language != "es" || at + 1 >= text.Length || text[at + 1] != ' ') return false;
        while (at > 0 && text[at - 1] is ' ') at--;
        return at == 0 || text[at - 1] is '\n' or '.' or '!' or '?' or ':' or ';' or ',';
    }

    private static bool Inside(List<Mention<string>> names, int at)
    {
        foreach (var name in names) if (at >= name.Start && at < name.End) return true;
        return false;
    }

    private static bool Overlaps(List<Mention<string>> names, in Mention<string> one)
    {
        foreach (var other in names) if (one.Start < other.End && other.Start < one.End) return true;
        return false;
    }

    /// <summary>A name with a title follows directly in Chinese: what stands before it is its post.</summary>
    private static bool IsLed(string text, List<Mention<string>> found, int at)
    {
        foreach (var name in found) if (name.Start > at && name.Start - at < 9 && !text.AsSpan(at, name.Start - at).Contains('、')) return true;
        return false;
    }

    /// <summary>False for most of a text: nothing else need be asked there.</summary>
    private static bool MayBegin(char c) => c < 0x80 ? char.IsAsciiLetterUpper(c) : Folding.IsHan(c) || Folding.IsArabic(c) || char.IsUpper(c);

    private static bool Begins(ItemContext context, int at, int start)
    {
        var text = context.Text;
        var c = text[at];
        if (Folding.IsHan(c))
            return NameShapes.SurnameLength(text.AsSpan(at, Math.Min(2, text.Length - at))) > 0
                && (at == start || !Folding.IsHan(text[at - 1]) || HanStops.Contains(text[at - 1]) || EndsAt(context, at) || IsOwned(text, at));
        if (at > start && (char.IsLetterOrDigit(text[at - 1]) && !(Folding.IsHan(text[at - 1]) && char.IsAsciiLetterUpper(c)) || text[at - 1] is '-' or '\'' or '’' or '@' or '.')) return false;
        if (!Folding.IsArabic(c)) return char.IsUpper(c);
        var stop = at;
        while (stop < text.Length && char.IsLetter(text[stop])) stop++;
        return NameShapes.IsArabicName(text.AsSpan(at, stop - at));
    }

    /// <summary>名录中某某的电话: behind "in" a name of whom something is.</summary>
    private static bool IsOwned(string text, int at) =>
        Inner.Contains(text[at - 1]) && (at + 2 < text.Length && Owner.Contains(text[at + 2]) || at + 3 < text.Length && Owner.Contains(text[at + 3]));

    private static readonly SearchValues<char> Inner = LexiconFile.Signs("grammar", "innerHan", ""), Owner = LexiconFile.Signs("grammar", "ownerHan", "");

    /// <summary>A name ends where a word begins that says what the person does.</summary>
    private static int Stop(ItemContext context, int at, int end)
    {
        if (Folding.IsHan(context.Text[at]))
            for (var behind = at + 2; behind <= at + LongestHan && behind < end; behind++)
                foreach (var word in BehindHanName) if (context.Text.AsSpan(behind, end - behind).StartsWith(word, StringComparison.Ordinal)) return behind; // 张某上个月离职
        foreach (var kind in Doings)
            if (context.Matters.First(kind, at + 2, end) is { } hit) end = WordStart(context.Text, at, hit.Start);
        return end;
    }

    private const int LongestHan = 4;

    private static readonly IReadOnlyList<string> BehindHanName = LexiconFile.Words("grammar", "behindHanNameWord");

    /// <summary>"فسيدخل": a conjunction written with the verb belongs to no name.</summary>
    private static int WordStart(string text, int floor, int at)
    {
        if (!Folding.IsArabic(text[at])) return at;
        while (at > floor && Folding.IsArabic(text[at - 1]) && char.IsLetter(text[at - 1])) at--;
        return at;
    }

    /// <summary>Behind a name without a title comes a sign, a particle or a word that the lexicons know; anything else is a longer word.</summary>
    private static bool HanEnds(ItemContext context, int end)
    {
        if (end >= context.Text.Length || !Folding.IsHan(context.Text[end]) || BehindHan.Contains(context.Text[end])) return true;
        foreach (var kind in AllMatters)
            if (context.Matters.First(kind, end, Math.Min(context.Text.Length, end + 6)) is { } word && word.Start == end) return true;
        return context.Marked.At(Word.Designate, end) is not null || context.Marked.At(Word.Replace, end) is not null || context.Marked.At(Word.ReplacedBy, end) is not null || context.Marked.At(Word.Post, end) is not null;
    }

    /// <summary>由冉冉换为…: between "by" and a verb of replacing stands a name, even one that doubles a character.</summary>
    private static bool IsGiven(ItemContext context, Mention<string> name) =>
        name.Start > 0 && context.Text[name.Start - 1] is '由' or '自' or '从' && name.End < context.Text.Length
            && (context.Marked.At(Word.Replace, name.End) is not null || context.Marked.At(Word.ReplacedBy, name.End) is not null);

    /// <summary>"desde San Salvador", "in Mill Town".</summary>
    private static bool BehindPlaceWord(string text, int at)
    {
        if (at < 3 || text[at - 1] != ' ') return false;
        var word = text.LastIndexOf(' ', at - 2) + 1;
        return BeforeTown.Contains(text.AsSpan(word, at - 1 - word));
    }

    /// <summary>由于, 鉴于: what stands before the preposition, which is a family name elsewhere.</summary>
    private static readonly SearchValues<char> BeforeThan = SearchValues.Create("由鉴鑒基关關对對位属屬源出至限忙急");

    /// <summary>任命, 总工程师: a longer word holds what looks like a name.</summary>
    private static bool IsWord(ItemContext context, Mention<string> name)
    {
        foreach (var kind in Titles)
            foreach (var word in context.Marked.Within(kind, Math.Max(0, name.Start - LongestHan), Math.Min(context.Text.Length, name.End + LongestHan)))
                if (word.Start <= name.Start && word.End >= name.End) return true;
        return false;
    }

    private static bool Plausible(ItemContext context, Mention<string> name)
    {
        var span = new TextSpan(name.Start, name.Length);
        if (Folding.IsHan(name.Value[0]) && (name.Value[0] == name.Value[1] && !IsGiven(context, name) || name.Value[1] == '于' || name.Value[0] is '于' or '於' && name.Start > 0
            && BeforeThan.Contains(context.Text[name.Start - 1]))) return false;
        if (Folding.IsHan(name.Value[0]) && IsWord(context, name)) return false;
        if (NameShapes.Score(name.Value) < (Folding.IsHan(name.Value[0]) ? 0.7 : 0.5)) return false;
        if (context.Matters.Any(Matter.Meeting, span) || context.Matters.Any(Matter.Geneva, span)) return false;
        if (context.Marked.At(Word.Post, name.Start) is { Length: > 3 } || BehindPlaceWord(context.Text, name.Start)) return false;
        // "ул. Якуба Коласа"
        foreach (var street in context.Marked.Within(Word.Street, Math.Max(0, name.Start - 12), name.Start))
            if (name.Start - street.End <= 2 && (street.Length > 2 || context.Text[street.End] == '.' || context.Text[street.End - 1] == '/')
                && !Folding.IsHan(name.Value[0]))
            return false;
        if (Folding.IsHan(name.Value[0]) && !HanEnds(context, name.End)) return false;
        if (context.Marked.Any(Word.Organization, span.Start, span.End) && !Folding.IsHan(name.Value[0])) return false;
        if (!Folding.IsArabic(name.Value[0]) && name.Value.AsSpan().Count(' ') < 2 && Countries.Find(name.Value) is [var country, ..] && country.Length * 10 > name.Length * 7) return false;
        if (Bodies.Find(name.Value).Count > 0) return false;
        return !Circulars.Find(context.Text.Substring(name.Start, Math.Min(name.Length + 8, context.Text.Length - name.Start))).Any() && !context.Emails.AnyFrom(span.Start, span.End);
    }
}
