using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"This year the Lark Society holds the following:", "activities of the Lark Society:": whose the entries below a lead-in are.</summary>
internal static class ActivityLeads
{
    /// <summary>"of the", "de la", "في" and the like between the word for activities and the name.</summary>
    private const int LongestJoint = 8;

    /// <summary>Of the text of <paramref name="context"/>; the line that ends with a colon.</summary>
    /// <returns>Null where the lead-in names none or several, or says of the one named something else, as that it reports.</returns>
    public static string? Organizer(ItemContext context, MarkedLine line)
    {
        var end = line.Start + line.Text.Length;
        if (line.Text[^1] is not (':' or '：') || end > context.Text.Length) return null;
        var sentence = SentenceSplitter.Split(context.Text, TextSpan.FromBounds(line.Start, end)).LastOrDefault();
        if (sentence.IsEmpty) return null;
        var houses = OrganizationNames.Find(context.Marked, sentence.Start, sentence.End).FindAll(static house => Bodies.Find(house.Value).Count == 0);
        if (houses is not [var house] || Tells.FindAll(context.Text[house.End..sentence.End]).Count > 0) return null;
        return ActivityHolder.In(context, sentence.Start, sentence.In(context.Text), TextSpan.FromBounds(sentence.Length, sentence.Length)) ?? (IsOwner(context, sentence, house) ? house.Value : null);
    }

    /// <summary>"The Observatory brings to your notice:", 提供如下: the house reports, and need not hold what it reports.</summary>
    private static readonly PhraseIndex<bool> Tells = new(LexiconFile.Words("activities/small", "Tells").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>"activities of the Lark Society", 百灵基金会2013年活动: nothing but small words, a year or "the" between.</summary>
    private static bool IsOwner(ItemContext context, TextSpan sentence, Mention<string> house)
    {
        foreach (var hit in ActivityWords.Find(sentence.In(context.Text)))
        {
            if (hit.Value != ActivityWord.Section) continue;
            var (start, end) = (sentence.Start + hit.Start, sentence.Start + hit.End);
            var (from, until) = Folding.IsHan(house.Value[0]) ? (house.End, start) : (end, house.Start);
            if (until >= from && until - from <= LongestJoint && context.Text.AsSpan(from, until - from).IndexOfAnyExcept(Joining) < 0) return true;
        }
        return false;
    }

    private static readonly System.Buffers.SearchValues<char> Joining = System.Buffers.SearchValues.Create(" '’abcdefghijklmnopqrstuvwxyzàéвсодляпри的年度之0123456789");
}
