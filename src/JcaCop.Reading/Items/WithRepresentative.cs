using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The Administration designates Mr X as representative to SG17 and Ms Y as alternate": of a sentence that names one body, all are seated there, and nobody in whoever designates them (docs/decisions/0168).</summary>
internal static class WithRepresentative
{
    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Representative { Role: SeatRole.Alternate }) || items.Count(static item => item is Representative) < 2) return items;
        return [.. items.Select(item => item is Representative seat && Named(context, items, seat) is { } body
            ? seat with { Body = body.Value, Evidence = [.. seat.Evidence.Where(static proof => proof.Field != "body"), new Evidence("body", null, body.Start, context.Text.Substring(body.Start, body.Length), Likely)] } : item)];
    }

    private const double Likely = 0.8;

    /// <summary>The one body of the sentence in which somebody else has a seat of the pair; null where the seat has it, where its house is told behind the name, or where the sentence names several.</summary>
    private static Mention<string>? Named(ItemContext context, IReadOnlyList<Item> items, Representative seat)
    {
        if (seat.Body is not { } house || Bodies.Parse(house) is not null || Span(context, seat) is not { } span || Name(seat) is not { } name) return null;
        if (context.Text.IndexOf(house, name, Math.Max(0, span.End - name), StringComparison.OrdinalIgnoreCase) >= 0) return null;
        var bodies = context.BodyMentions.Where(body => span.Contains(body.Start) && !Bodies.IsAddressee(body.Value)).ToList();
        if (bodies.Count == 0 || bodies.Exists(body => body.Value != bodies[0].Value)) return null;
        return items.Any(item => item is Representative other && !ReferenceEquals(other, seat) && other.Body == bodies[0].Value && Span(context, other) == span
            && (other.Role == SeatRole.Alternate) != (seat.Role == SeatRole.Alternate)) ? bodies[0] : null;
    }

    private static int? Name(Representative seat) => seat.Evidence.FirstOrDefault(static proof => proof.Field == "person.name") is { Source: null } name ? name.Offset : null;

    private static TextSpan? Span(ItemContext context, Representative seat) =>
        Name(seat) is { } at && context.Utterances.Find(utterance => utterance.Span.Contains(at)) is { Block: Paragraph } said ? said.Span : null;
}
