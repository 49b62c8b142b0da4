using JcaCop.Reading.Accepting;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Who comes or stays away by the verbs of the text alone, where the tags give nobody: a person is asked whether it is meant.</summary>
internal static class AttendanceUntagged
{
    /// <summary>How sure is what only a verb tells.</summary>
    private const double Unsaid = 0.3;

    private static readonly IReadOnlyList<Sign> Untagged = [new Sign("untagged", 1)];

    public static void Add(ItemContext context, List<Item> items)
    {
        var tagged = items.Count > 0;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || Utterances.IsOpen(context, span)) continue;
            foreach (var claim in AttendanceClaim.Find(context, span))
            {
                if (context.Matters.Any(Matter.Asks, claim.Span) || context.Matters.Any(Matter.Remove, claim.Span)) continue;
                // what ends in a colon speaks of those who are listed below
                if (claim.Comes && context.Text[span.End - 1] is not (':' or '：')) Writer(context, claim, items);
                else if (!claim.Comes && context.Meets!.Covers(span)) Excuse(context, claim, tagged, items);
            }
        }
    }

    /// <summary>"I will follow from here": the writer, of whom the words speak, with nobody else named.</summary>
    private static void Writer(ItemContext context, AttendanceClaim claim, List<Item> items)
    {
        if (context.Source is not null || !claim.OfSelf && !context.Matters.Any(Matter.I, claim.Span)) return;
        var way = AttendanceModes.Of(context, claim.Span);
        if (way is null && !(claim.OfSelf && context.Meets!.Covers(claim.Span))) return;
        var person = SenderPerson.Of(context);
        if (person.Name is not { } name || Knows(items, name) || IsHouse(name)) return;
        if (NamesIn.Find(context, claim.Start, claim.End).Exists(other => !SameName.Is(other.Value, name))) return;
        var said = new Evidence("person.name", context.Source, claim.Word.Start, context.Text.Substring(claim.Word.Start, claim.Word.Length), Unsaid);
        Take(context, items, new Registration(context.Answers.Meeting, way ?? Everybody(context), person, context.Respondent?.Organization, context.Respondent?.Country) { Evidence = [said] }, DraftOrigin.Prose);
    }

    /// <summary>Somebody named stays away; where nobody at all is tagged, the writer or the house may be meant.</summary>
    private static void Excuse(ItemContext context, AttendanceClaim claim, bool tagged, List<Item> items)
    {
        var named = NamesIn.Find(context, claim.Start, claim.End);
        var name = claim.OfSelf && SenderPerson.Of(context).Name is { } writer && !IsHouse(writer) ? writer : named.Count > 0 ? named[0].Value : null;
        if (name is null && !tagged && items.Count == 0) name = context.Respondent?.Organization;
        if (name is null || Knows(items, name)) return;
        Take(context, items, new Regret(context.Answers.Meeting, name) { Evidence = [new Evidence("name", context.Source, claim.Word.Start, context.Text.Substring(claim.Word.Start, claim.Word.Length), Unsaid)] }, DraftOrigin.Prose);
    }

    private static void Take(ItemContext context, List<Item> items, Item item, DraftOrigin origin)
    {
        var judged = item is Registration registration ? Confidence.Judge(registration, origin, false, Unsaid) : Confidence.Judge((Regret)item, origin, Unsaid);
        items.Add(judged with { Signs = [.. judged.Signs, .. Untagged] });
    }

    /// <summary>A mail from an office has nobody who could come.</summary>
    private static bool IsHouse(string sender) =>
        RespondentWords.Index.FindAll(sender).Exists(word => word is { Value: RespondentWord.Authority or RespondentWord.Mission, Length: > 4 }) || Lexicons.Folding.IsHan(sender[0]) && ActivityWords.Find(sender).Exists(word => word.Value == ActivityWord.Organization && word.End == sender.Length)
        || Units.IsUnit(sender);

    private static AttendanceMode? Everybody(ItemContext context) => AttendanceModes.Of(context, new TextSpan(0, context.Text.Length));

    private static bool Knows(List<Item> items, string name) =>
        items.Exists(item => item is Registration { Person.Name: { } coming } && SameName.Is(coming, name) || item is Regret { Name: { } away } && SameName.Is(away, name));
}
