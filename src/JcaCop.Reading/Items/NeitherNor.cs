using JcaCop.Reading.Accepting;
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
            if (away.Count == 0) continue;
            var names = NamesIn.Find(context, span.Start, span.End);
            for (var i = 0; i + 1 < names.Count; i++)
            {
                if (!IsNor(context, names[i].End, names[i + 1].Start)) continue;
                var (one, other) = (Is(items, names[i].Value), Is(items, names[i + 1].Value));
                if (one == other || items.Exists(item => item is Registration { Person.Name: { } comes } && (SameName.Is(comes, names[i].Value) || SameName.Is(comes, names[i + 1].Value)))) continue;
                items.Add(Missing(context, one ? names[i + 1] : names[i]));
            }
            if (SenderPerson.Of(context).Name is not { } writer || Is(items, writer)) continue;
            foreach (var self in context.Matters.Within(Matter.I, span.Start, span.End))
                if (names.Exists(name => Is(items, name.Value) && (IsNor(context, self.End, name.Start) || IsNor(context, name.End, self.Start))))
                {
                    items.Add(Missing(context, new Mention<string>(writer, self.Start, self.Length, Unsaid)));
                    break;
                }
        }
    }

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
