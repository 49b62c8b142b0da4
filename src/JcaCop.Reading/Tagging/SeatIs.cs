using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"Our representative in JCA-COP will be Ms Holm", "Mr Lund is appointed as our representative": a verb of being or of naming, and nothing else but small words, joins person and role.</summary>
internal static class SeatIs
{
    private const int LongestLead = 60, LongestVerb = 45;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(",;()،؛，（");

    private static readonly string[] Copulas = Words("isRepresentative"), Passives = Words("isNamed");

    public static bool Told(ItemContext context, Piece role, Piece person) => role.End < person.Start ? Is(context, role, person) : Becomes(context, person, role);

    /// <summary>The role, and nothing but the verb and a title before the name.</summary>
    private static bool Is(ItemContext context, Piece role, Piece person)
    {
        if (person.Start - role.End > LongestLead || context.Text.AsSpan(role.End, person.Start - role.End).IndexOfAny(Signs) >= 0) return false;
        var end = person.Start;
        foreach (var title in context.Marked.Within(Word.Honorific, role.End, person.Start)) end = Math.Min(end, title.Start);
        var words = Folding.Plain(context.Text[role.End..end]).TrimEnd();
        return Array.Exists(Copulas, verb => words.EndsWith(verb, StringComparison.Ordinal)
            && (words.Length == verb.Length || Folding.IsHan(verb[0]) || !char.IsLetter(words[^(verb.Length + 1)])));
    }

    /// <summary>The name, directly behind it (or behind a title that follows it) the verb, and then the role; not of what has been for long.</summary>
    private static bool Becomes(ItemContext context, Piece person, Piece role)
    {
        if (role.Start < person.End || role.Start - person.End > LongestVerb || context.Text.AsSpan(person.End, role.Start - person.End).IndexOfAny(Signs) >= 0) return false;
        if ((Passage.Of(context.Marked, person.Place.Span).Moods & Moods.Past) != 0) return false;
        var start = person.End;
        foreach (var title in context.Marked.Within(Word.HonorificAfter, person.End, role.Start)) if (title.Start - person.End <= 1) start = title.End;
        var words = Folding.Plain(context.Text[start..role.Start]).TrimStart();
        return Array.Exists(Passives, verb => words.StartsWith(verb, StringComparison.Ordinal) && (words.Length == verb.Length || Folding.IsHan(verb[0]) || !char.IsLetter(words[verb.Length])));
    }

    /// <summary>"Ms Holm (holm@example.org) is our representative": the name, a bracket at most, and directly before the role words that say whose he or she is.</summary>
    public static bool IsOurs(ItemContext context, Piece person, Piece role)
    {
        if (role.Start < person.End) return false;
        var between = context.Text.AsSpan(person.End, role.Start - person.End);
        var (open, close) = (between.IndexOfAny('(', '（'), between.IndexOfAny(')', '）'));
        if (open >= 0 && close > open) between = string.Concat(between[..open], between[(close + 1)..]);
        var words = Folding.Plain(string.Concat(between, role.Value)).Trim(' ', '\n', '-', '–', '—');
        return Array.Exists(Ours, said => words.StartsWith(said, StringComparison.Ordinal));
    }

    private static readonly string[] Ours = Words("isOur");

    private static string[] Words(string kind) => [.. LexiconFile.Words("grammar", kind).Select(static words => Folding.Plain(words).Trim())];
}
