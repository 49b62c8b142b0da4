using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"All are from the Harbour Authority", 以上人员均来自…: a sentence of its own tells the house of all who are named above it.</summary>
internal static class SharedHouse
{
    private static readonly PhraseIndex<string> Index =
        new(LexiconFile.Phrases("shared").Where(static entry => entry.Code is "all" or "belong").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>Small words before those for all, between them and the verb, and between the verb and the name.</summary>
    private const int LongestLead = 4, LongestGap = 14;

    /// <summary>Gives the house to whoever comes, is named above the sentence and has none of his or her own.</summary>
    public static void Settle(ItemContext context, List<AttendeeDraft> drafts)
    {
        if (drafts.Count(static one => one.Comes) < 2) return;
        List<PhraseHit<string>>? words = null;
        foreach (var utterance in context.Utterances)
        {
            if (utterance.Block is not Paragraph || utterance.Span.Start < drafts[0].Head.End || Utterances.IsOpen(context, utterance.Span)) continue;
            words ??= Index.FindAll(context.Marked.Folded);
            if (House(context, words, utterance.Span) is not { } house) continue;
            foreach (var one in drafts)
                if (one.Comes && one.Head.End <= utterance.Span.Start && (one.Organization is null || utterance.Span.Contains(one.Organization.Start))) one.Organization = house;
        }
    }

    /// <summary>The name behind the words for all and a verb of belonging, which begin the sentence.</summary>
    private static Found? House(ItemContext context, List<PhraseHit<string>> words, TextSpan span)
    {
        foreach (var all in words)
        {
            if (all.Value != "all" || all.Start < span.Start || all.Start - span.Start > LongestLead) continue;
            foreach (var verb in words)
            {
                if (verb.Value != "belong" || verb.Start < all.End || verb.Start - all.End > LongestGap || verb.End >= span.End) continue;
                var names = OrganizationNames.Find(context.Marked, verb.End, span.End);
                if ((names.Count > 0 ? names[0] : OrganizationNames.Headless(context.Marked, verb.End, span.End)) is { } name && name.Start - verb.End <= LongestGap) return Found.Of(Whole(context.Text, name, span.End));
            }
        }
        return null;
    }

    /// <summary>"Subdirección General de …": a noun that stands for many units has the rest of its clause for its name.</summary>
    private static Mention<string> Whole(string text, Mention<string> name, int end)
    {
        if (name.Value.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(name.Value[0])) return name;
        var whole = OrganizationNames.Whole(text, name.Start, Clauses.End(text, name.Start, end));
        return whole.Length <= LongestName && !OrganizationNames.HasStop(text, whole.Start, whole.End) ? whole with { Confidence = name.Confidence } : name;
    }

    private const int LongestName = 100;
}
