using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads "Y in place of X": who comes, and whom he or she replaces.</summary>
/// <remarks>
/// Three sorts of words: before the one who goes ("in place of"), before the one who comes ("is succeeded by"), and those that point
/// back to somebody named before ("in her place"), who may stand in the sentence above.
/// </remarks>
internal static class Replacement
{
    /// <summary>How far above the sentence the one who goes may have been named.</summary>
    private const int Above = 260;

    private const int Near = 30;
    private const int Far = 170;

    /// <summary>Words of replacing, the longest of those that begin at one place.</summary>
    public static IEnumerable<(Word Kind, PhraseHit<Word> Hit)> Marks(MarkedText marked, int start, int end)
    {
        var marks = new List<(Word Kind, PhraseHit<Word> Hit)>();
        foreach (var kind in Kinds)
            foreach (var hit in marked.Within(kind, start, end)) if (!IsDenied(marked.Text, hit.Start) && !ValueFollows(marked.Text, hit.End, end)) marks.Add((kind, hit));
        marks.Sort(static (a, b) => a.Hit.Start != b.Hit.Start ? a.Hit.Start.CompareTo(b.Hit.Start) : b.Hit.Length.CompareTo(a.Hit.Length));
        var last = -1;
        foreach (var mark in marks)
        {
            if (mark.Hit.Start < last) continue;
            last = mark.Hit.End;
            yield return mark;
        }
    }

    /// <summary>邮箱改为 a@b.example, "its number is replaced by 555 01 00": a number or address comes, and nobody.</summary>
    public static bool ValueFollows(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or ':' or '：' or '\u00a0' or '(') at++;
        if (at >= end) return false;
        if (char.IsDigit(text[at]) || text[at] == '+') return true;
        for (var stop = at; stop < end && text[stop] < '\u0080' && !char.IsWhiteSpace(text[stop]); stop++) if (text[stop] == '@') return true;
        return false;
    }

    /// <summary>不再另派: Chinese denies directly before the word.</summary>
    public static bool IsDenied(string text, int word)
    {
        if (word == 0 || !Folding.IsHan(text[word])) return false;
        for (var at = word - 1; at >= 0 && at >= word - LongestDenial && Folding.IsHan(text[at]); at--) if (text[at] is '不' or '未' or '无' or '無' or '没' or '沒' or '毋') return true;
        return false;
    }

    /// <summary>不再, 暂不, 无须.</summary>
    private const int LongestDenial = 2;

    private static readonly Word[] Kinds = [Word.InPlace, Word.ReplacedBy, Word.Replace];

    /// <summary>Any word of replacing stands there; without one there is nothing to look for.</summary>
    public static bool Occurs(MarkedText marked, TextSpan span)
    {
        foreach (var kind in Kinds) if (marked.Any(kind, span.Start, span.End)) return true;
        return false;
    }

    /// <returns>Who goes, and who comes where the sentence names that person; null where nobody is replaced.</returns>
    public static (Mention<string> Leaves, Mention<string>? Comes)? Find(ItemContext context, TextSpan span)
    {
        foreach (var (kind, verb) in Marks(context.Marked, span.Start, span.End))
        {
            if (kind == Word.InPlace && Oneself.Goes(context, verb.Start, verb.End) is { } writer) return NamesIn.Find(context, span.Start, span.End) is [var heir, ..] ? Pair(writer, heir) : null;
            var names = NamesIn.Find(context, span.Start, span.End);
            names.RemoveAll(name => name.Start < verb.End && verb.Start < name.End);
            var before = names.FindAll(name => name.End <= verb.Start);
            var after = names.FindAll(name => name.Start >= verb.End && name.Start - verb.End < Far);
            if (kind is Word.InPlace or Word.ReplacedBy && LeadsToWriter(context, verb))
            {
                if ((before.Count > 0 ? before[^1] : Earlier(context, span)) is { } gone) return (gone, null);
                continue;
            }
            var found = kind switch
            {
                Word.InPlace => PointingBack(context, span, verb, before, after),
                Word.ReplacedBy => Pair(before.Count > 0 ? before[^1] : Earlier(context, span), after.Count > 0 ? after[0] : null),
                _ => Replacing(context, verb, before, after),
            };
            if (found is not null) return found;
        }
        return null;
    }

    /// <summary>"lo reemplaza la suscrita", 改由我本人: words that lead to whoever comes end at the words for the writer.</summary>
    private static bool LeadsToWriter(ItemContext context, PhraseHit<Word> verb) =>
        Oneself.Words(context).Any(writer => writer.Start > verb.Start && writer.Start - verb.End <= 2);

    /// <summary>The same for words of the writer that begin at the offset.</summary>
    public static bool LeadsTo(ItemContext context, TextSpan span, int writer) =>
        Marks(context.Marked, span.Start, span.End).Any(mark => mark.Kind is Word.InPlace or Word.ReplacedBy && mark.Hit.Start < writer && writer - mark.Hit.End <= 2);

    private static (Mention<string>, Mention<string>?)? Pair(Mention<string>? leaves, Mention<string>? comes) =>
        leaves is { } old && comes is { } next && !SameName.Is(old.Value, next.Value) ? (old, next) : null;

    /// <summary>"X has left; in his place comes Y", "the new contact is Y in place of the aforesaid".</summary>
    private static (Mention<string>, Mention<string>?)? PointingBack(ItemContext context, TextSpan span, PhraseHit<Word> verb, List<Mention<string>> before, List<Mention<string>> after)
    {
        if (after.Count > 0) return Pair(before.Count > 0 ? before[0] : Earlier(context, span), after[0]);
        if (before.Count > 1) return Pair(before[0], before[^1]);
        if (before.Count == 1 && Earlier(context, span) is { } earlier && !Leaves(context, before[0], verb)) return Pair(earlier, before[0]);
        Mention<string>? gone = before.Count == 1 ? before[0] : Earlier(context, span);
        return gone is { } old ? (old, null) : null;
    }

    /// <summary>A word of leaving stands between the name and the words that point back to it.</summary>
    private static bool Leaves(ItemContext context, Mention<string> name, PhraseHit<Word> verb) =>
        context.Matters.First(Matter.Leaves, name.End, verb.Start) is not null || context.Marked.Any(Word.Withdraw, name.End, verb.Start);

    /// <summary>"Y in place of X", "replace X by Y", "in place of X, Y".</summary>
    private static (Mention<string>, Mention<string>?)? Replacing(ItemContext context, PhraseHit<Word> verb, List<Mention<string>> before, List<Mention<string>> after)
    {
        if (after.Count == 0) return before.Count > 1 && context.Marked.Any(Word.By, before[^2].End, before[^1].Start) ? Pair(before[^2], before[^1]) : null; // 原代表甲由乙接替
        var near = after[0].Start - verb.End < Near || before.Count == 0;
        if (!near) return null;
        if (after.Count > 1 && (before.Count == 0 || Exchanged(context, after[0], after[1]))) return Pair(after[0], after[1]);
        if (before.Count > 0 && IsFormer(context, before[^1]) && !IsFormer(context, after[0])) return Pair(before[^1], after[0]); // "Нашего прежнего эксперта X сменила Y"
        Mention<string>? comes = before.Count > 0 ? before[^1] : null;
        return comes is { } next && SameName.Is(next.Value, after[0].Value) ? null : (after[0], comes);
    }

    private static bool IsFormer(ItemContext context, Mention<string> name) =>
        context.Matters.Last(Matter.Former, Math.Max(0, name.Start - 34), name.Start) is { } old && !Clauses.Part(context.Text, old.End, name.Start);

    private static bool Exchanged(ItemContext context, Mention<string> first, Mention<string> second) =>
        second.Start - first.End < Near && context.Marked.Any(Word.By, first.End, second.Start);

    private static Mention<string>? Earlier(ItemContext context, TextSpan span)
    {
        var names = NamesIn.Find(context, Math.Max(0, span.Start - Above), span.Start);
        return names.Count == 0 ? null : names[^1];
    }
}
