using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"We propose the Heron Trust. Ida Holm, coordinator, would be your first point of contact; when she travels you can turn to Ole Brandt": whoever the next sentences name
/// as a contact, and not as the writer's, is the contact of the only house that is put forward, and holds no seat of the writer's house.</summary>
internal static class ContactOfNominee
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.3;

    private static readonly PhraseIndex<string> Index =
        new(LexiconFile.Phrases("nomineeContacts").Where(static entry => entry.Code is "contact" or "turn" or "ours").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (items.OfType<Nomination>().ToList() is not [{ Contact: null or { Name: null, Email: null, Phone: null } } put] || put.Organization.Name is not { } house
                || put.Evidence.FirstOrDefault(static one => one.Field == "organization.name") is not { Source: null, Offset: var named }) return items;
        var hits = Index.FindAll(context.Marked.Folded);
        List<Item> settled = [.. items];
        Representative? contact = null;
        foreach (var seat in items.OfType<Representative>())
        {
            if (seat is not { Replaces: null, From: null, Until: null, Person.Name: not null } || seat.Evidence.FirstOrDefault(static one => one.Field == "person.name") is not { Source: null, Offset: var at } || at < named) continue;
            if (context.Utterances.Find(utterance => utterance.Span.Contains(at)) is not { Block: Paragraph } said || !IsTheirs(context, seat, house, said.Span, named)) continue;
            bool Says(string what) => hits.Exists(hit => hit.Value == what && hit.Start >= Math.Max(said.Span.Start, named) && hit.End <= said.Span.End);
            if (Says("ours")) continue;
            if (contact is null)
            {
                if (!Says("contact")) continue;
                contact = seat;
                settled[settled.IndexOf(put)] = put with
                {
                    Contact = seat.Person, Decision = Decision.Review,
                    Evidence = [.. put.Evidence.Where(static one => !one.Field.StartsWith("contact.", StringComparison.Ordinal)),
                        .. seat.Evidence.Where(static one => one.Field.StartsWith("person.", StringComparison.Ordinal)).Select(static one => one with { Field = "contact." + one.Field["person.".Length..] })],
                };
                settled.Remove(seat);
            }
            else if ((Says("contact") || Says("turn")) && Domain(seat.Person.Email) == Domain(contact.Person.Email))
                settled[settled.IndexOf(seat)] = Seat(seat.Person, house, seat.Evidence);
        }
        return settled;
    }

    /// <summary>A further person to turn to in the house.</summary>
    internal static Representative Seat(Person person, string house, IReadOnlyList<Evidence> evidence) =>
        (Representative)Confidence.Judge(new Representative(house, SeatRole.FocalPoint, person) { Evidence = evidence }, DraftOrigin.Prose, true, false, null, Unsaid);

    /// <summary>The sentence names no other body or house for the person, and the address is not the writer's, but where the writer's own house is put forward.</summary>
    private static bool IsTheirs(ItemContext context, Representative seat, string house, TextSpan said, int named)
    {
        var own = context.Respondent?.Organization is { } writes && (SameName.Is(writes, house) || house.Contains(writes, StringComparison.OrdinalIgnoreCase));
        if (!own && (seat.Person.Email is null || Domain(seat.Person.Email) == Domain(MailAuthor.Of(context.Mail).Email))) return false;
        if (seat.Body is { } body && (context.BodyIn(said.Start, said.End) is { } code && !Bodies.IsAddressee(code.Value)
            || !SameName.Is(body, house) && context.Text.AsSpan(Math.Max(said.Start, named + house.Length), Math.Max(0, said.End - Math.Max(said.Start, named + house.Length))).Contains(body, StringComparison.OrdinalIgnoreCase))) return false;
        return true;
    }

    private static string? Domain(string? address) => address?.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? address[(at + 1)..].ToLowerInvariant() : null;
}
