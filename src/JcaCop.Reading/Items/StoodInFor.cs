using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Mr Hassan will attend in place of Ms Khaled, who sends her regrets": grammar tells who comes and who stays away, whatever was read of either.</summary>
/// <remarks>What is turned round, or added, is so unsure that a person is asked.</remarks>
internal static class StoodInFor
{
    private const double Unsaid = 0.3;

    public static void Settle(ItemContext context, List<Item> items)
    {
        foreach (var (span, block) in context.Utterances)
        {
            if (block is not Paragraph || Utterances.IsOpen(context, span)) continue;
            if (Replacement.Occurs(context.Marked, span))
            {
                if (Comes(context, span) && context.Meets is { } meets && meets.Covers(span) && Replacement.Find(context, span) is ({ } leaves, { } comes)) Turn(context, items, span, leaves, comes);
            }
            else Clause(context, items, span);
        }
    }

    private static bool Comes(ItemContext context, TextSpan span) => context.Matters.Any(Matter.Attend, span) || context.Matters.Any(Matter.Travel, span);

    private static void Turn(ItemContext context, List<Item> items, TextSpan span, Mention<string> leaves, Mention<string> comes)
    {
        var regret = items.FindIndex(item => item is Regret { Name: { } name } && SameName.Is(name, comes.Value) && IsIn(context, item, span));
        var coming = items.FindIndex(item => item is Registration { Person.Name: { } name } && IsOf(name, leaves) && IsIn(context, item, span));
        if (regret < 0 && coming < 0) return;
        if (regret >= 0) items[regret] = Registered(context, span, comes);
        if (coming >= 0 && items.Exists(item => item is Regret { Name: { } name } && IsOf(name, leaves))) items.RemoveAt(coming);
        else if (coming >= 0) items[coming] = Away(context, leaves);
        if (!items.Exists(item => item is Registration { Person.Name: { } name } && SameName.Is(name, comes.Value))) items.Add(Registered(context, span, comes));
        if (!items.Exists(item => item is Regret { Name: { } name } && IsOf(name, leaves))) items.Add(Away(context, leaves));
    }

    /// <summary>The name as it stands in the text, or in the nominative that was found for it.</summary>
    private static bool IsOf(string name, Mention<string> mention) => SameName.Is(name, mention.Value) || name.AsSpan().CommonPrefixLength(mention.Value) >= Math.Min(name.Length, mention.Value.Length) - LongestEnding;

    /// <summary>Of a Russian name what a case may add or take.</summary>
    private const int LongestEnding = 2;

    /// <summary>"Ms Ruiz will attend; Mr Gómez, who is registered, cannot": whose part of the sentence tells of coming, and of nothing that keeps from it, comes.</summary>
    private static void Clause(ItemContext context, List<Item> items, TextSpan span)
    {
        if (context.Text.AsSpan(span.Start, span.Length).IndexOfAny(";；؛") < 0) return;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not Regret { Name: { } name } || !IsIn(context, items[i], span)) continue;
            var at = items[i].Evidence[0].Offset;
            var part = Part(context.Text, span, at);
            if (!context.Matters.Any(Matter.Attend, part) || Array.Exists(Keeping, word => context.Matters.Any(word, part)) || NamesIn.Find(context, part.Start, part.End) is not [var only]
                || !SameName.Is(only.Value, name)) continue;
            items[i] = Registered(context, part, only);
        }
    }

    private static readonly Matter[] Keeping = [Matter.Absent, Matter.AbsentSelf, Matter.Negator, Matter.Miss, Matter.Leaves];

    private static TextSpan Part(string text, TextSpan span, int at)
    {
        var before = text.AsSpan(span.Start, at - span.Start).LastIndexOfAny(";；؛");
        var behind = text.AsSpan(at, span.End - at).IndexOfAny(";；؛");
        return TextSpan.FromBounds(before < 0 ? span.Start : span.Start + before + 1, behind < 0 ? span.End : at + behind);
    }

    private static bool IsIn(ItemContext context, Item item, TextSpan span) => item.Evidence.Any(proof => proof.Source == context.Source && span.Contains(proof.Offset));

    private static Item Registered(ItemContext context, TextSpan span, Mention<string> person) =>
        Confidence.Judge(new Registration(context.Answers.Meeting, AttendanceModes.Of(context, span), new Person(person.Value), context.Respondent?.Organization, context.Respondent?.Country)
        {
            Evidence = [new Evidence("person.name", context.Source, person.Start, context.Text.Substring(person.Start, person.Length), person.Confidence)],
        }, DraftOrigin.Prose, modeTold: false, Unsaid);

    private static Item Away(ItemContext context, Mention<string> person) =>
        Confidence.Judge(new Regret(context.Answers.Meeting, person.Value)
        {
            Evidence = [new Evidence("name", context.Source, person.Start, context.Text.Substring(person.Start, person.Length), person.Confidence)],
        }, DraftOrigin.Prose, Unsaid);
}
