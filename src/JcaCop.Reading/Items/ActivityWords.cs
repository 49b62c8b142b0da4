using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What a word says about an activity.</summary>
internal enum ActivityWord
{
    Legal, Technical, Educational, Policy, Strategic, Event,
    /// <summary>A noun that names an activity without its category (week, campaign, guide).</summary>
    Noun,
    /// <summary>Heads the part of a mail that lists activities.</summary>
    Section,
    /// <summary>Heads another part.</summary>
    OtherSection,
    /// <summary>Stands before the name of the organizer.</summary>
    Organizer,
    /// <summary>The same at the head of a part; inside a title it may belong to it ("decree on the organization of …").</summary>
    OrganizerFirst,
    /// <summary>Stands behind the name of the organizer.</summary>
    OrganizerBehind,
    Organization,
    /// <summary>Stands before a place.</summary>
    Place,
    /// <summary>A house in which something takes place.</summary>
    Venue,
    /// <summary>A document for a meeting: no activity.</summary>
    Paper,
}

/// <summary>The words of <c>Lexicons/activities</c>.</summary>
internal static class ActivityWords
{
    private static readonly PhraseIndex<ActivityWord> Index = new(
        LexiconFile.Phrases("activities/words").SelectMany(static entry => Forms(entry).Select(form => KeyValuePair.Create(form, Enum.Parse<ActivityWord>(entry.Code)))));

    /// <summary>Nouns also in the accusative, in which a verb of holding has them in Russian and Arabic.</summary>
    private static IEnumerable<string> Forms((string Code, string Language, string Phrase) entry)
    {
        yield return entry.Phrase;
        if (entry.Code is not (nameof(ActivityWord.Noun) or nameof(ActivityWord.Event) or nameof(ActivityWord.Educational))) yield break;
        if (entry.Language == "ru" && RussianAccusative.Of(entry.Phrase) is { } form) yield return form;
        if (entry.Language == "ar" && !entry.Phrase.Contains(' ', StringComparison.Ordinal) && entry.Phrase[^1] is not ('ة' or 'ا' or 'ت')) yield return entry.Phrase + "ا";
    }

    public static List<PhraseHit<ActivityWord>> Find(string text) => Index.FindAll(text);

    public static List<PhraseHit<ActivityWord>> Find(FoldedText text) => Index.FindAll(text);

    /// <summary>A noun or category of an activity stands there; false is certain, and asks nothing of the passage itself.</summary>
    public static bool NamesAny(ItemContext context, TextSpan span)
    {
        foreach (var hit in Index.FindAll(context.Marked.Folded))
            if (hit.Start >= span.Start && hit.End <= span.End && IsHeld(hit.Value)) return true;
        return false;
    }

    public static bool IsCategory(ActivityWord word) => word <= ActivityWord.Event;

    /// <summary>A noun of what is held or done, or one that tells its category.</summary>
    public static bool IsHeld(ActivityWord word) => word == ActivityWord.Noun || IsCategory(word);

    public static ActivityCategory Category(ActivityWord word) => word switch
    {
        ActivityWord.Legal => ActivityCategory.Legal,
        ActivityWord.Technical => ActivityCategory.Technical,
        ActivityWord.Educational => ActivityCategory.Educational,
        ActivityWord.Policy => ActivityCategory.Policy,
        ActivityWord.Strategic => ActivityCategory.Strategic,
        _ => ActivityCategory.Event,
    };

    /// <summary>The category of a heading, prefix or cell that says little else; null where words of none or of several stand in it.</summary>
    public static ActivityCategory? Named(string text)
    {
        var hits = Find(text).Where(hit => IsCategory(hit.Value)).ToList();
        if (hits.Count == 0) return null;
        var longest = hits.MaxBy(hit => hit.Length);
        var kinds = hits.Select(hit => hit.Value).Distinct().ToList();
        if (kinds.Count > 1 && hits.Where(hit => hit.Value != longest.Value).Any(hit => hit.Start >= longest.End || hit.End <= longest.Start)) return Category(hits[0].Value);
        return Category(longest.Value);
    }

    /// <summary>The category that the words of a title make plain: "workshop" before "training", the noun that heads it before what it is about.</summary>
    public static ActivityCategory? OfTitle(string title)
    {
        var outside = WithoutQuotes(title);
        var hits = Find(outside.Trim().Length > 3 ? outside : title).Where(hit => IsCategory(hit.Value)).ToList();
        if (hits.Count == 0) return null;
        if (hits.Find(hit => hit.Value == ActivityWord.Educational) is { Length: > 0 } training
                && !hits.Exists(hit => hit.Value == ActivityWord.Legal && hit.Start < training.Start) && hits.Exists(hit => hit.Value == ActivityWord.Event))
            return ActivityCategory.Event;
        return Category(hits.MinBy(hit => hit.Start).Value);
    }

    /// <summary>A law, policy, strategy or event by the noun that heads its title: the last word in English and Chinese, the first in the others; null for anything else, as what surrounds the title tells more.</summary>
    public static ActivityCategory? Head(string title)
    {
        var bare = title.TrimEnd(')', '）');
        var bracket = bare.Length < title.Length ? bare.LastIndexOfAny(['(', '（']) : -1;
        if (bracket > 0) bare = bare[..bracket].TrimEnd(); // 条例（草案）
        foreach (var hit in Find(bare))
            if (hit.Value is ActivityWord.Legal or ActivityWord.Policy or ActivityWord.Strategic or ActivityWord.Event
                && (hit.Start == 0 && hit.Length < bare.Length
                    || hit.End == bare.Length && hit.Start > 0 && (Folding.IsHan(bare[^1]) || char.IsUpper(bare[hit.Start]) && char.IsAscii(bare[hit.Start]))))
                return Category(hit.Value);
        return null;
    }

    private static string WithoutQuotes(string title)
    {
        var open = title.IndexOfAny(['"', '“', '«', '„', '《', '「']);
        return open < 0 ? title : title[..open];
    }
}
