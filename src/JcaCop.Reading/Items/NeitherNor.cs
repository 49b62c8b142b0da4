using JcaCop.Reading.Accepting;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Neither Ms Holm nor Mr Brandt will be able to attend": who is joined by "nor" to somebody who stays away stays away, too.</summary>
internal static class NeitherNor
{
    /// <summary>How sure is what only the conjunction tells.</summary>
    private const double Unsaid = 0.3;

    private static readonly HashSet<string> Nor = [.. LexiconFile.Words("grammar", "nor")];

    /// <summary>" nor my colleague Mr ".</summary>
    private const int LongestJoint = 24;

    public static void Add(ItemContext context, List<Item> items)
    {
        foreach (var (span, _) in context.Utterances)
        {
            var away = items.FindAll(item => item is Regret && item.Evidence.Any(proof => proof.Source == context.Source && span.Contains(proof.Offset)));
            var names = NamesIn.Find(context, span.Start, span.End);
            if (away.Count == 0)
            {
                Both(context, items, span, names);
                continue;
            }
            for (var i = 0; i + 1 < names.Count; i++)
            {
                if (!IsNor(context, names[i].End, names[i + 1].Start)) continue;
                var (one, other) = (Is(items, names[i].Value), Is(items, names[i + 1].Value));
                if (one == other || items.Exists(item => item is Registration { Person.Name: { } comes } && (SameName.Is(comes, names[i].Value) || SameName.Is(comes, names[i + 1].Value)))) continue;
                items.Add(Missing(context, one ? names[i + 1] : names[i]));
                Apart(context, items, span);
            }
            if (!context.Matters.Any(Matter.I, span) || SenderPerson.Of(context).Name is not { } writer || Is(items, writer)) continue;
            foreach (var self in context.Matters.Within(Matter.I, span.Start, span.End))
                if (names.Exists(name => Is(items, name.Value) && (IsNor(context, self.End, name.Start) || IsNor(context, name.End, self.Start))))
                {
                    items.Add(Missing(context, new Mention<string>(writer, self.Start, self.Length, Unsaid)));
                    Apart(context, items, span);
                    break;
                }
        }
    }

    /// <summary>"We cannot manage it, neither I nor Ida Holm": where both are named, "we" are the two, and no house stays away besides.</summary>
    private static void Apart(ItemContext context, List<Item> items, TextSpan span) =>
        items.RemoveAll(item => item is Regret { Name: { } house } && context.Respondent?.Organization == house && item.Evidence.Any(proof => span.Contains(proof.Offset))
            && !context.Text.AsSpan(span.Start, span.Length).Contains(house, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Ни я, ни Ида Холм быть не сможем": where both words are said of persons and the sentence speaks of the meeting, neither of the two comes, whatever its verb.</summary>
    private static void Both(ItemContext context, List<Item> items, TextSpan span, List<Mention<string>> names)
    {
        if (context.Source is not null || names.Count == 0 || !context.Meets!.Covers(span) || !SpeaksOfComing(context, span)) return;
        var told = names.ConvertAll(static name => (Name: name, Mine: false));
        if (context.Matters.Any(Matter.I, span) && SenderPerson.Of(context).Name is { } writer)
            foreach (var self in context.Matters.Within(Matter.I, span.Start, span.End)) told.Add((new Mention<string>(writer, self.Start, self.Length, Unsaid), true));
        told.Sort(static (a, b) => a.Name.Start.CompareTo(b.Name.Start));
        for (var i = 0; i + 1 < told.Count; i++)
        {
            var (one, other) = (told[i].Name, told[i + 1].Name);
            if (!IsNor(context, one.End, other.Start) || !IsFirst(context, span.Start, one.Start) || told[i].Mine && told[i + 1].Mine) continue;
            // "…, neither I nor Ida Holm. will there be a recording?": the question behind is another sentence
            var stop = context.Text.AsSpan(other.End, span.End - other.End).IndexOfAny(Stops);
            if (Utterances.IsOpen(context, TextSpan.FromBounds(span.Start, stop < 0 ? span.End : other.End + stop + 1))) continue;
            foreach (var who in new[] { one, other })
                if (!Is(items, who.Value) && !items.Exists(item => item is Registration { Person.Name: { } comes } && SameName.Is(comes, who.Value))) items.Add(Missing(context, who));
            return;
        }
    }

    private static bool SpeaksOfComing(ItemContext context, TextSpan span) =>
        context.Matters.Any(Matter.Attend, span) || context.Matters.Any(Matter.Absent, span) || Present.FindAll(Folding.Fold(context.Text[span.Start..span.End])).Count > 0;

    private static readonly PhraseIndex<string> Present = new(LexiconFile.Words("grammar", "bePresent").Select(static word => KeyValuePair.Create(word, word)));

    /// <summary>"neither", "ni", "ни" directly before the first, or before the title at the name.</summary>
    private static bool IsFirst(ItemContext context, int start, int at)
    {
        var before = context.Text[Math.Max(start, at - LongestLead)..at];
        foreach (var word in before.Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries)) if (First.Contains(word)) return true;
        return false;
    }

    private static readonly WordSet First = LexiconFile.Set("grammar", "neitherFirst");

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(".!?。！？؟");

    /// <summary>"neither our colleague Mr ".</summary>
    private const int LongestLead = 24;

    private static Item Missing(ItemContext context, Mention<string> who)
    {
        var regret = Confidence.Judge(new Regret(context.Answers.Meeting, who.Value) { Evidence = [new Evidence("name", context.Source, who.Start, context.Text.Substring(who.Start, who.Length), Unsaid)] }, DraftOrigin.Prose, Unsaid);
        return regret with { Signs = [.. regret.Signs, new Sign("untagged", 1)] };
    }

    private static bool Is(List<Item> items, string name) => items.Exists(item => item is Regret { Name: { } away } && SameName.Is(away, name));

    private static bool IsNor(ItemContext context, int from, int to)
    {
        if (to <= from || to - from > LongestJoint) return false;
        foreach (var word in context.Text[from..to].Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries)) return Nor.Contains(word);
        return false;
    }
}
