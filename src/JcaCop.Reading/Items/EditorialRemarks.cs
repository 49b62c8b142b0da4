using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"In clause 2, “organisation” should read “organization”": a remark on the text of a document that is consulted on, and no correction of anybody's details.</summary>
internal static class EditorialRemarks
{
    private static readonly PhraseIndex<string> Clauses = new(LexiconFile.Phrases("stances").Where(static entry => entry.Code == "clause").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Language)));

    /// <summary>" no. ", "第".</summary>
    private const int LongestGap = 6;

    /// <summary>The items without corrections of words in a numbered part of a text, where the mail answers a circular.</summary>
    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (context.Answers.Circular is null || !items.Any(static item => item is Correction)) return items;
        var parts = Clauses.FindAll(context.Marked.Folded);
        if (parts.Count == 0) return items;
        return [.. items.Where(item => item is not Correction { Person: null } correction || IsName(correction.Name) || IsName(correction.Organization?.Name)
            || correction.Evidence.FirstOrDefault(static one => one.Source is null) is not { } told || !IsOfText(context, parts, told.Offset))];
    }

    /// <summary>"Heron Trust" has changed its name, wherever it stood; a word in small letters has not.</summary>
    private static bool IsName(string? text) => text is [var first, ..] && !char.IsLower(first);

    private static bool IsOfText(ItemContext context, List<PhraseHit<string>> parts, int at)
    {
        foreach (var (span, block) in context.Utterances)
            if (block is not (Form or Table) && span.Contains(at))
                return parts.Exists(part => part.Start >= span.Start && part.End <= span.End && IsNumbered(context.Text, part)) && Quotations.Find(context.Text, span.Start, span.End).Any();
        return false;
    }

    /// <summary>"clause 2", "п. 3.1", 第2条.</summary>
    private static bool IsNumbered(string text, PhraseHit<string> part)
    {
        if (part.Value == "zh") return part.Start > 0 && (char.IsDigit(text[part.Start - 1]) || text[part.Start - 1] is >= '一' and <= '十' or '百') || part.End < text.Length && char.IsDigit(text[part.End]);
        for (var i = part.End; i < text.Length && i - part.End < LongestGap && text[i] is not ('\n' or ','); i++) if (char.IsDigit(text[i])) return true;
        return false;
    }
}
