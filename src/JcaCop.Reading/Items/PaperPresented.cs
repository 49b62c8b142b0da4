using JcaCop.Reading.Accepting;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"I shall present it myself in Geneva": whoever presents a document that the mail brings comes to the meeting. A person is asked.</summary>
internal static class PaperPresented
{
    /// <summary>No tag says it: a person is asked.</summary>
    private const double Unsaid = 0.3;

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("presents").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static void Add(ItemContext context, List<Item> items)
    {
        if (context.Source is not null || context.Answers.Meeting is null || !context.Matters.Has(Matter.Contribution) && !context.Matters.Has(Matter.Paper)
            || Papers.Files(context).Count == 0 || Liaisons.MayBe(context.Mail)) return;
        var hits = Index.FindAll(context.Marked.Folded);
        if (hits.Count == 0) return;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || Said(context, hits, span) is not { } verb || Way(context, span) is not { } way) continue;
            if (Utterances.IsOpen(context, span) || context.Matters.Any(Matter.Asks, span) || Denials.Before(context, span.Start, verb.Start)) continue;
            if (Who(context, span, verb.Value) is not { Name: { } name } person || items.Exists(item => IsOf(item, name))) continue;
            var said = new Evidence("person.name", context.Source, verb.Start, context.Text.Substring(verb.Start, verb.Length), Unsaid);
            var coming = new Registration(context.Answers.Meeting, way, person, context.Respondent?.Organization, context.Respondent?.Country) { Evidence = [said] };
            var judged = Confidence.Judge(coming, DraftOrigin.Prose, false, Unsaid);
            items.Add(judged with { Signs = [.. judged.Signs, new Sign("untagged", 1)] });
        }
    }

    /// <summary>What the writer says of himself or herself counts before what is said of others.</summary>
    private static PhraseHit<string>? Said(ItemContext context, List<PhraseHit<string>> hits, TextSpan span)
    {
        var inside = hits.FindAll(hit => hit.Start >= span.Start && hit.End <= span.End);
        if (inside.Exists(static hit => hit.Value == "self")) return inside.Find(static hit => hit.Value == "self");
        return inside.Count > 0 && !context.Matters.Any(Matter.I, span) ? inside[0] : null;
    }

    /// <summary>The way of taking part that the sentence tells; the place of meetings tells presence. Null where it tells none: the document may be presented by whoever is there.</summary>
    private static AttendanceMode? Way(ItemContext context, TextSpan span) =>
        AttendanceModes.Told(context, span) is not { Count: > 0 } told ? null
        : told.Exists(static way => way.Mode == AttendanceMode.Remote) ? AttendanceMode.Remote : AttendanceMode.InPerson; // "myself, over the web"

    /// <summary>The writer, or the only person named in the sentence, with the only address there.</summary>
    private static Person? Who(ItemContext context, TextSpan span, string code)
    {
        var named = NamesIn.Find(context, span.Start, span.End);
        var writer = SenderPerson.Of(context);
        if (code == "self") return writer.Name is { } self && !AttendanceUntagged.IsHouse(self) && named.TrueForAll(name => SameName.Is(name.Value, self)) ? writer : null;
        if (named is not [var one]) return null;
        if (writer.Name is { } own && SameName.Is(one.Value, own)) return writer;
        return new Person(WholeName.Of(context, one.Value), null, context.Emails.From(span.Start, span.End) is [var email] ? email.Value : null, null, null);
    }

    private static bool IsOf(Item item, string name) =>
        item is Registration { Person.Name: { } coming } && SameName.Is(coming, name) || item is Regret { Name: { } away } && SameName.Is(away, name);
}
