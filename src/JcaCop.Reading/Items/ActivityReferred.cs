using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"The said organisation will hold …", المنظمة المذكورة: whoever holds an activity is the only organization that the mail puts forward.</summary>
internal static class ActivityReferred
{
    private static readonly PhraseIndex<bool> Index = new(LexiconFile.Words("activities/small", "Referred").Select(static words => KeyValuePair.Create(words, true)));

    /// <returns>Null where the sentence of the activity points back to nobody, or the mail puts forward none or several.</returns>
    public static string? Of(ItemContext context, TextSpan activity)
    {
        foreach (var hit in Index.FindAll(context.Marked.Folded))
            if (hit.Start < activity.Start && activity.Start - hit.End <= Longest && context.Text.AsSpan(hit.End, activity.Start - hit.End).IndexOfAny(Ends) < 0)
                return Seats.Of(context).Nominated is [var only] ? only.Name.Value : null;
        return Seats.Of(context).Nominated is [{ Name.Value: var name }] && Folding.IsHan(name[^1]) && Points(context, name, activity.Start) ? name : null;
    }

    /// <summary>该促进会: "this" before the noun in which the name ends.</summary>
    private static bool Points(ItemContext context, string name, int activity)
    {
        for (var length = ShortestNoun; length <= LongestNoun && length < name.Length; length++)
            foreach (var pointer in HanPointers)
                if (context.Text.LastIndexOf(pointer + name[^length..], Math.Max(0, activity - 1), Math.Min(Math.Max(0, activity), Longest), StringComparison.Ordinal) is >= 0 and var at
                        && context.Text.AsSpan(at, activity - at).IndexOfAny(Ends) < 0) return true;
        return false;
    }

    private const int ShortestNoun = 2, LongestNoun = 6;

    private static readonly string[] HanPointers = ["该", "該", "上述"];

    /// <summary>So near before the name of the activity stands its subject.</summary>
    private const int Longest = 80;

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(".;:。；؛\n");
}
