using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads "Y in place of X": who comes, and whom he or she replaces.</summary>
internal static class Replacement
{
    /// <summary>Sets the person replaced on the person who comes, and takes the one who goes out of the drafts.</summary>
    public static void Read(ItemContext context, TextSpan span, DraftAssembler assembler, Passage passage)
    {
        var marked = context.Marked;
        foreach (var verb in marked.Within(Word.Replace, span.Start, span.End))
        {
            var inverted = marked.Within(Word.ReplacedBy, verb.Start, Math.Min(span.End, verb.End + 1)).Any(mark => mark.Start == verb.Start && mark.Length > 1);
            var after = NameAfter(marked, verb.End, span.End);
            var before = NameBefore(marked, span.Start, verb.Start);
            var leaves = inverted ? before : after;
            var comes = inverted ? after : before;
            if (leaves is not { } old) continue;
            assembler.Replace(comes is { } name ? Found.Of(name) : null, Found.Of(old), passage);
            return;
        }
    }

    private static Mention<string>? NameAfter(MarkedText marked, int start, int end)
    {
        var persons = PersonNames.Find(marked, start, Math.Min(end, start + 90));
        if (persons.Count > 0 && persons[0].Start - start < 25) return persons[0];
        return PersonNames.Bare(marked, start, end);
    }

    private static Mention<string>? NameBefore(MarkedText marked, int start, int end)
    {
        var persons = PersonNames.Find(marked, start, end);
        if (persons.Count > 0) return persons[0];
        return PersonNames.BareBefore(marked, start, end);
    }
}
