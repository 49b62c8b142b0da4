using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"I volunteer with the Heron Trust, and the committee asked me to put our name forward": a house that offers itself, in the words of people who write no official letters.</summary>
internal static class SelfOffered
{
    /// <summary>Comma, article and possessive between a post and the name before or behind it.</summary>
    private const int Beside = 3;

    /// <summary>With the possessive before it, in UTF-16 units.</summary>
    public const int LongestPost = 60;

    /// <summary>The words put the writer's house forward now, and ask nothing.</summary>
    public static bool Says(ItemContext context, List<PhraseHit<string>> hits)
    {
        if (context.Meets is not null) return false;
        var house = OwnHouse.Of(context) is not null;
        if (!house && (context.Respondent?.Organization is null || context.Answers.Circular is null)) return false;
        foreach (var hit in hits)
            if (hit.Value == "offers" && context.Passages.FirstOrDefault(passage => passage.Span.Contains(hit.Start)) is { Span.Length: > 0 } said
                    && (said.Moods & Moods.Negated) == 0 && (said.Intents & (Intents.Withdraw | Intents.Correct)) == 0 && (said.Moods & (Moods.Question | Moods.Example)) == 0
                    && !Denials.Before(context, said.Span.Start, hit.Start) && WishedComing.Find(context, said.Span) is null) return true;
        return false;
    }

    /// <summary>What the writer's own house is called: as the text says it before whom the mail speaks for, as a volunteer signs with a first name.</summary>
    public static string? House(ItemContext context, List<PhraseHit<string>> hits)
    {
        if (OwnNames.Apposed(context, hits) is { } apposed) return apposed;
        var own = context.Respondent?.Organization;
        if (OwnHouse.Of(context)?.Value is not { } told) return own;
        return own is null || !Units.IsUnit(told) && !SameName.Is(own, told) && !own.Contains(told, StringComparison.OrdinalIgnoreCase) ? told : own;
    }

    /// <summary>"Our contact is Moira Tandy, trustee, moira@…": the name without a title that stands nearest before an address or number of the sentence, with the post beside it.</summary>
    public static void Named(ItemContext context, OrganizationDraft organization, TextSpan sentence, int detail)
    {
        if (NamesIn.Find(context, sentence.Start, detail) is not { Count: > 0 } names) return;
        var name = names[^1];
        if (SameName.Is(name.Value, organization.Name.Value)) return;
        var person = new PersonDraft(Found.Of(name), DraftOrigin.Prose);
        foreach (var part in PartFinder.Find(context, sentence, DraftOrigin.Prose))
            if (part.Kind == PartKind.Function && (part.Start >= name.End && part.Start - name.End <= Beside || part.End <= name.Start && name.Start - part.End <= Beside)) person.Function = part.Found;
        organization.Persons.Add(person);
    }

    /// <summary>"our coordinator, Moira Tandy": the post between the possessive and the comma before the name.</summary>
    public static Found? Ahead(ItemContext context, int from, int name)
    {
        var end = name;
        while (end > from && context.Text[end - 1] is ' ' or ',' or '\n' or '،') end--;
        if (name - end is < 2 or > Beside || !context.Text.AsSpan(end, name - end).ContainsAny(",،")) return null;
        foreach (var possessive in Possessives)
        {
            var at = context.Text.LastIndexOf(possessive, end, end - from, StringComparison.OrdinalIgnoreCase);
            if (at <= from || char.IsLetter(context.Text[at - 1])) continue;
            var start = at + possessive.Length;
            if (start < end && context.Text.AsSpan(start, end - start).IndexOfAny(",;:()") < 0 && context.Marked.Any(Word.Post, start, end))
                return new Found(MailLayout.Unwrap(context.Text[start..end]), start, end - start, 0.8);
        }
        return null;
    }

    private static readonly string[] Possessives = [.. LexiconFile.Words("grammar", "ownPossessive").Select(static word => word + " ")];
}
