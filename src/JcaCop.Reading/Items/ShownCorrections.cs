using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads an answer to a receipt that puts right names, functions or addresses that it showed, in any words; only where every statement of it is plain (docs/decisions/0154).</summary>
internal static class ShownCorrections
{
    /// <param name="shown">Those whom the receipt showed, in its order.</param>
    /// <param name="target">Of whom a statement speaks, where it says so.</param>
    /// <param name="other">Takes an e-mail address, a number or a website from a statement; false where that is not plain.</param>
    /// <returns>What is put right; empty where nothing of the sort is said, or anything beside it was not understood.</returns>
    public static IReadOnlyList<ShownSentence.Change> Read(
        ItemContext context, IReadOnlyList<(string? Person, string? Function, string? Address, string? House, string? HouseAddress)> shown, Func<TextSpan, int?> target, Func<TextSpan, bool> other)
    {
        List<ShownValue> values = [];
        for (var index = 0; index < shown.Count; index++)
        {
            if (shown[index].Person is { } name)
                values.AddRange([new(index, ShownField.PersonName, name), new(index, ShownField.Function, shown[index].Function), new(index, ShownField.PersonAddress, shown[index].Address)]);
            if (shown[index].House is { } house) values.AddRange([new(index, ShownField.HouseName, house), new(index, ShownField.HouseAddress, shown[index].HouseAddress)]);
        }
        if (shown.Any(static one => one.HouseAddress is not null)) values.RemoveAll(static value => value is { Field: ShownField.PersonAddress, Text: null });
        else values.RemoveAll(static value => value.Text is null && value.Field is not ShownField.Function);
        List<ShownSentence.Change> changes = [];
        IReadOnlyCollection<ShownWord> pending = [];
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span.Trim(context.Text);
            if (span.IsEmpty || !span.Of(context.Text).ContainsAnyLetter()) continue;
            if (IsOpen(context, span) || RemovesSomebody(context, span) || context.Matters.Any(Matter.Absent, span)) return [];
            if (context.Emails.AnyFrom(span.Start, span.End) || context.Phones.AnyFrom(span.Start, span.End) || context.Websites.AnyFrom(span.Start, span.End))
            {
                if (!other(span)) return [];
                continue;
            }
            var sentence = new ShownSentence(context, span, values, pending, target(span));
            if ((ShownNameOrder.Find(context, span, values) ?? sentence.Read()) is { } change)
            {
                if (changes.Exists(one => one.Value == change.Value) || NamesAnother(context, span, change, shown) || !IsPlain(context, span, change, shown)) return [];
                changes.Add(change);
                pending = [];
            }
            else if (sentence.Complains is { Count: > 0 } complaint) pending = complaint;
            else if (!IsCourtesy(context, span)) return [];
        }
        return pending.Count > 0 ? [] : changes;
    }

    /// <summary>"Is to be removed"; not "is no longer X but Y", which says of a text that it is wrong.</summary>
    private static bool RemovesSomebody(ItemContext context, TextSpan span) =>
        context.Matters.Any(Matter.Remove, span) && ShownWords.Find(context.Marked.Folded, span.Start, span.End).FindAll(static word => word.Value == ShownWord.Wrong) is var wrong
            && context.Matters.Within(Matter.Remove, span.Start, span.End).Any(verb => !wrong.Exists(word => word.Start <= verb.Start && verb.End <= word.End));

    /// <summary>A question, or something that may or may not be; an example is none here: whoever corrects a receipt gives values that are meant.</summary>
    private static bool IsOpen(ItemContext context, TextSpan span) =>
        context.Matters.Any(Matter.Uncertain, span) || context.Matters.Any(Matter.Asks, span) || (Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Conditional)) != 0;

    /// <summary>The sentence holds next to nothing but what is meant, the words that put it right and the texts themselves: "if it is misspelt", "from January", "do not change it", "check whether" leave more.</summary>
    private static bool IsPlain(ItemContext context, TextSpan span, ShownSentence.Change change, IReadOnlyList<(string? Person, string? Function, string? Address, string? House, string? HouseAddress)> shown)
    {
        var words = ShownWords.Find(context.Marked.Folded, span.Start, span.End);
        // "should you …" is a condition; "it should read" says how
        if (context.Matters.Within(Matter.If, span.Start, span.End).Any(condition => !words.Exists(word => word.Value is ShownWord.Right or ShownWord.Wrong && word.Start <= condition.Start && condition.End <= word.End)) || context.Matters.Any(Matter.Negator, span) && !words.Exists(static word => word.Value is ShownWord.Wrong or ShownWord.Slip)) return false;
        if (words.Exists(word => word.Value is ShownWord.Changing && Denials.Before(context, span.Start, word.Start))) return false;
        var known = Folding.Plain(string.Join(' ', shown.SelectMany(static one => new[] { one.Person, one.Function, one.Address, one.House, one.HouseAddress }).Append(change.Text)));
        var left = 0;
        for (var at = span.Start; at < span.End;)
        {
            if (!char.IsLetterOrDigit(context.Text[at])) { at++; continue; }
            if (words.Find(word => word.Start <= at && at < word.End) is { Length: > 0 } hit) { at = hit.End; continue; }
            var end = at;
            while (end < span.End && char.IsLetterOrDigit(context.Text[end]) && !words.Exists(word => word.Start == end)) end++;
            var word = Folding.Plain(context.Text[at..end]).Trim();
            if ((char.IsDigit(context.Text[at]) || end - at > (context.Text[at] >= '\u2e80' ? 2 : 3)) && !known.Contains(Stem(word), StringComparison.Ordinal)) left++;
            at = end;
        }
        return left <= MostBeside;
    }

    /// <summary>Words beside them of which a plain sentence needs no more: "please", "his".</summary>
    private const int MostBeside = 2;

    /// <summary>Somebody is named who was not shown, and is not the right name either.</summary>
    private static bool NamesAnother(ItemContext context, TextSpan span, ShownSentence.Change change, IReadOnlyList<(string? Person, string? Function, string? Address, string? House, string? HouseAddress)> shown)
    {
        var known = Folding.Plain(string.Join(' ', shown.SelectMany(static one => new[] { one.Person, one.House, one.Address, one.HouseAddress }).Append(change.Text)));
        var words = ShownWords.Find(context.Marked.Folded, span.Start, span.End);
        return NamesIn.Find(context, span.Start, span.End).Exists(name => name.Value.Split(' ').Any(word => word.Length > 2 && char.IsUpper(word[0])
            && !words.Exists(told => told.Length >= word.Length && Folding.Plain(context.Text.Substring(told.Start, told.Length)).Contains(Folding.Plain(word), StringComparison.Ordinal)) && !known.Contains(Stem(Folding.Plain(word).Trim()), StringComparison.Ordinal))
            && !change.Text.Contains(name.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Анны, Анна: without an ending.</summary>
    private static string Stem(string word) => word.Length > 3 && word[0] is >= '\u0400' and <= '\u04ff' ? word[..Math.Max(3, word.Length - 2)] : word;

    private static bool IsCourtesy(ItemContext context, TextSpan span) =>
        span.Length <= LongestCourtesy && (context.Matters.Any(Matter.Courtesy, span) || context.Matters.Any(Matter.Pleasantry, span)
            || ShownWords.Find(context.Marked.Folded, span.Start, span.End) is { Count: > 0 } words && words.TrueForAll(static word => word.Value == ShownWord.Thanks)) && NamesIn.Find(context, span.Start, span.End).Count == 0
        || SenderPerson.Of(context).Name is { } writer && SameName.Is(span.In(context.Text), writer);

    private const int LongestCourtesy = 120;

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (char.IsLetterOrDigit(c)) return true;
        return false;
    }
}
