using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"I will come to Geneva, he will connect remotely": of two who are registered, each comes as the sentence says of the one for whom the pronoun stands.</summary>
internal static class EachsWay
{
    private enum Sign { Self, Other, Turned }

    /// <summary>Between "instead" and the way, in UTF-16 units.</summary>
    private const int Near = 2;

    private const double Supposed = 0.3;

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("eachsWay").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    public static void Settle(ItemContext context, List<Item> items)
    {
        if (context.Source is not null || items.Count == 0 || SenderPerson.Of(context).Name is not { } writer) return;
        var signs = Index.FindAll(context.Marked.Folded);
        Turn(context, items, signs, writer);
        var people = items.Select((item, place) => (Item: item as Registration, Place: place)).Where(static one => one.Item is not null).ToList();
        if (people.Count != 2 || people.FindIndex(one => one.Item!.Person.Name is { } name && SameName.Is(name, writer)) is not (>= 0 and var own)) return;
        foreach (var (span, _) in context.Utterances)
            if (!Utterances.IsOpen(context, span) && Ways(context, span, signs) is (var self, var other) && self != other)
            {
                items[people[own].Place] = people[own].Item! with { Mode = self };
                items[people[1 - own].Place] = people[1 - own].Item! with { Mode = other };
                return;
            }
    }

    /// <summary>How the writer comes, and how the other one does; null where the sentence does not tell both.</summary>
    private static (AttendanceMode Self, AttendanceMode Other)? Ways(ItemContext context, TextSpan span, List<PhraseHit<Sign>> signs)
    {
        var said = signs.FindAll(sign => sign.Value != Sign.Turned && sign.Start >= span.Start && sign.End <= span.End);
        said.RemoveAll(sign => said.Exists(longer => longer.Length > sign.Length && longer.Start <= sign.Start && longer.End >= sign.End));
        said.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        AttendanceMode? self = null, other = null;
        foreach (var (index, sign) in said.Index())
        {
            var ways = AttendanceModes.Told(context, TextSpan.FromBounds(sign.End, index + 1 < said.Count ? said[index + 1].Start : span.End)).Select(static one => one.Mode).Distinct().ToList();
            if (ways is not [var way]) continue;
            if (sign.Value == Sign.Self) self ??= way; else other ??= way;
        }
        return self is { } own && other is { } theirs ? (own, theirs) : null;
    }

    /// <summary>新日期我无法到场，改为线上参加: whoever cannot be in the room, and takes part from afar instead, comes.</summary>
    private static void Turn(ItemContext context, List<Item> items, List<PhraseHit<Sign>> signs, string writer)
    {
        var place = items.FindIndex(item => item is Regret { Name: { } name } && SameName.Is(name, writer));
        if (place < 0 || items[place].Evidence is not [var told, ..] || context.Utterances.Find(utterance => utterance.Span.Contains(told.Offset)).Span is not { IsEmpty: false } span) return;
        foreach (var way in context.Matters.Within(Matter.Remote, span.Start, span.End))
            if (signs.Exists(sign => sign.Value == Sign.Turned && sign.End <= way.Start && way.Start - sign.End <= Near && sign.Start > told.Offset))
            {
                items[place] = new Registration(((Regret)items[place]).Meeting, AttendanceMode.Remote, SenderPerson.Of(context), context.Respondent?.Organization, context.Respondent?.Country)
                {
                    Confidence = Supposed, Signs = items[place].Signs,
                    Evidence = [told with { Field = "person.name" }, new Evidence("mode", context.Source, way.Start, context.Text.Substring(way.Start, way.Length), Supposed)],
                };
                return;
            }
    }
}
