using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Department of Online Safety, Ministry of Communications": the department and the house that it belongs to are one organization, as the mail names it, for whoever comes or is designated from there.</summary>
internal static class UnitHouses
{
    /// <summary>From the name of the person to the house; a longer way leads to somebody else's.</summary>
    private const int Reach = 220;

    private const double Likely = 0.6;

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items) => [.. items.Select(item => item switch
    {
        Registration { Organization: { } house } coming when Whole(context, item, house) is { } whole => coming with { Organization = whole },
        Representative { Body: { } body } seat when Bodies.Find(body).Count == 0 && Whole(context, item, body) is { } whole => seat with { Body = whole },
        _ => item,
    })];

    private static string? Whole(ItemContext context, Item item, string house)
    {
        var text = context.Text;
        if (item.Evidence.FirstOrDefault(static proof => proof.Field is "person.name") is not { Source: null } name) return null;
        var from = Math.Min(text.Length, name.Offset + name.Text.Length);
        var at = text.IndexOf(house, from, Math.Min(Reach, text.Length - from), StringComparison.Ordinal);
        if (at < 0) return null;
        var end = at + house.Length;
        if (Units.IsUnit(house)) return After(context, end) is { } above ? MailLayout.Unwrap(text[at..above]) : null;
        return Before(context, from, at) is { } unit ? MailLayout.Unwrap(text[unit..end]) : null;
    }

    /// <summary>Where the unit begins that stands directly before the house, behind the name of the person and with a comma between.</summary>
    private static int? Before(ItemContext context, int from, int house)
    {
        var comma = house - 1;
        while (comma > from && char.IsWhiteSpace(context.Text[comma])) comma--;
        if (comma <= from || context.Text[comma] is not (',' or '،')) return null;
        return OrganizationNames.Find(context.Marked, from, comma).FindLast(name => name.Confidence >= Likely && name.End == comma && Units.IsUnit(name.Value)) is { Length: > 0 } unit ? unit.Start : null;
    }

    /// <summary>Where the house ends that stands directly behind the unit and a comma, on its line or the next.</summary>
    private static int? After(ItemContext context, int unit)
    {
        var start = unit;
        while (start < context.Text.Length && context.Text[start] == ' ') start++;
        if (start >= context.Text.Length || context.Text[start] is not (',' or '،')) return null;
        start++;
        while (start < context.Text.Length && char.IsWhiteSpace(context.Text[start])) start++;
        var end = Clauses.End(context.Text, start, Math.Min(context.Text.Length, start + Reach));
        if (context.Text.AsSpan(start, end - start).IndexOf('\n') is > 0 and var turn) end = start + turn;
        return OrganizationNames.Find(context.Marked, start, end) is [{ Confidence: >= Likely } house, ..] && house.Start == start && !Units.IsUnit(house.Value) ? house.End : null;
    }
}
