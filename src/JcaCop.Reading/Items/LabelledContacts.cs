using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"1. Safe Trust, New Delhi. Contact: Dr Rao, trustee, rao@…": whoever stands behind "contact:" in the line of an organization that is put forward is its contact, and holds no seat; a town is nobody.</summary>
internal static class LabelledContacts
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.3;

    /// <summary>"Contact: Prof. Dr. (Ms) ": between the label and the name. UTF-16 units.</summary>
    private const int LongestTitle = 16;

    private static readonly PhraseIndex<bool> Labels = new(LexiconFile.Words("labels", "Contact").Select(static label => KeyValuePair.Create(label, true)));

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (!items.Any(static item => item is Nomination)) return items;
        List<Item> settled = [.. items];
        for (var i = 0; i < settled.Count; i++)
            if (settled[i] is Nomination { Contact: { Name: { } name, Email: null, Phone: null } contact } nomination && CountryPlaces.IsCity(name))
                settled[i] = nomination with { Contact = contact with { Name = null } is var left && left == new Person(null) ? null
                    : left, Evidence = [.. nomination.Evidence.Where(static one => one.Field != "contact.name")] };
        foreach (var seat in items.OfType<Representative>().Where(static seat => seat is { Replaces: null, Role: null or SeatRole.FocalPoint or SeatRole.Representative }))
        {
            if (seat.Evidence.FirstOrDefault(static one => one.Field == "person.name") is not { Source: null, Offset: var at } || !IsLabelled(context.Text, at)) continue;
            var (start, end) = Line(context.Text, at);
            var own = settled.FindIndex(item => item is Nomination && item.Evidence.Any(one => one.Field == "organization.name" && one.Source == null && one.Offset >= start && one.Offset < at));
            if (own >= 0 && settled[own] is Nomination { Contact: null or { Email: null } } put) settled[own] = With(put, seat);
            else if (own < 0 && Head(context, start, at) is { } house && settled.Exists(item => item is Nomination))
                settled.Add(With((Nomination)Confidence.Judge(new Nomination(new Organization(house.Value, null, null), null)
                {
                    Evidence = [new Evidence("organization.name", null, house.Start, context.Text.Substring(house.Start, house.Length), house.Confidence)],
                }, DraftOrigin.List, Unsaid), seat));
            else continue;
            settled.Remove(seat);
        }
        return settled;
    }

    private static Nomination With(Nomination put, Representative seat) => put with
    {
        Contact = seat.Person, Decision = Decision.Review,
        Evidence = [.. put.Evidence.Where(static one => !one.Field.StartsWith("contact.", StringComparison.Ordinal)),
            .. seat.Evidence.Where(static one => one.Field.StartsWith("person.", StringComparison.Ordinal)).Select(static one => one with { Field = "contact." + one.Field["person.".Length..] })],
    };

    /// <summary>A label for contacts, and its colon, lead to the name.</summary>
    private static bool IsLabelled(string text, int at)
    {
        var before = text[Math.Max(0, at - 60)..at];
        var colon = before.LastIndexOfAny([':', '：']);
        return colon > 0 && before.Length - colon <= LongestTitle && Labels.FindAll(before).Exists(label => label.End <= colon && string.IsNullOrWhiteSpace(before[label.End..colon]));
    }

    private static (int Start, int End) Line(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = text.IndexOf('\n', at);
        return (start, end < 0 ? text.Length : end);
    }

    /// <summary>What heads the entry of a list, up to its first sign.</summary>
    private static Mention<string>? Head(ItemContext context, int start, int at)
    {
        if (context.Layout.BlockAt(at) is not Listing listing || !listing.Entries.Any(entry => entry.Text.Contains(at))) return null;
        var entry = listing.Entries.First(one => one.Text.Contains(at));
        var from = Math.Max(start, entry.Text.Start);
        var cut = context.Text.AsSpan(from, at - from).IndexOfAny(Signs);
        var name = cut <= 0 ? "" : context.Text.Substring(from, cut).Trim();
        return name.Length < ShortestHouse ? null : new Mention<string>(name, from, cut, 0.6);
    }

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(".,;:(（，。；：");

    private const int ShortestHouse = 4;
}
