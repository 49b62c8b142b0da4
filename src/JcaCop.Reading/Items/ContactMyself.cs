using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"I look after the contact myself, and with me Ole Brandt, accountant": the writer is the contact of the house that is put forward, and whoever stands behind "with me" a further person of it.</summary>
/// <remarks>About the second a person is asked: what was read of him or her had been given to the first.</remarks>
internal static class ContactMyself
{
    private static readonly PhraseIndex<string> Index =
        new(LexiconFile.Phrases("nomineeContacts").Where(static entry => entry.Code is "myself" or "withMe").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>From "with me" to the name: a title, an article.</summary>
    private const int LongestLead = 24;

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (items.OfType<Nomination>().ToList() is not [{ Organization.Name: { } house } put]) return items;
        var hits = Index.FindAll(context.Marked.Folded);
        var own = hits.Find(static hit => hit.Value == "myself");
        if (own.Length == 0 || context.Utterances.Find(utterance => utterance.Span.Contains(own.Start)) is not { Block: Paragraph } said) return items;
        if (Utterances.IsOpen(context, said.Span) || SenderPerson.Of(context) is not { Name: { } name } writer) return items;
        var second = Second(context, hits, own.End, said.Span.End);
        var told = put.Contact is { Name: { } contact } && (SameName.Is(contact, name) || name.Contains(contact, StringComparison.OrdinalIgnoreCase));
        if (second is null && !told && put.Contact is { Name: not null }) return items;
        List<Item> settled = [];
        foreach (var item in items)
            switch (item)
            {
                case Nomination when ReferenceEquals(item, put):
                    settled.Add(told && second is null ? put : put with
                    {
                        Contact = writer, Decision = Decision.Review,
                        Evidence = [.. put.Evidence.Where(static one => !one.Field.StartsWith("contact.", StringComparison.Ordinal)),
                            new Evidence("contact.name", context.Source, own.Start, context.Text.Substring(own.Start, own.Length), 0.6)],
                    });
                    if (second is { } further) settled.Add(ContactOfNominee.Seat(further.Person, house, [new Evidence("person.name", context.Source, further.At, further.Person.Name!, 0.6)]));
                    break;
                case Representative { Person.Name: { } seated, Replaces: null } seat when SameName.Is(seated, name) && (second is not null || seat.Person.Email is null || seat.Person.Email == writer.Email) || second is { } other && (seated.Contains(other.Person.Name!, StringComparison.OrdinalIgnoreCase) || SameName.Is(seated, other.Person.Name!)):
                    break;
                default:
                    settled.Add(item);
                    break;
            }
        return settled;
    }

    /// <summary>Whoever stands directly behind "with me", with what the sentence tells of him or her.</summary>
    private static (Person Person, int At)? Second(ItemContext context, List<PhraseHit<string>> hits, int from, int end)
    {
        foreach (var hit in hits)
        {
            if (hit.Value != "withMe" || hit.Start < from || hit.End > end || NamesIn.Find(context, hit.End, end) is not [var name, ..] || name.Start - hit.End > LongestLead) continue;
            var (function, email, phone) = ((string?)null, (string?)null, (string?)null);
            foreach (var part in PartFinder.Find(context, TextSpan.FromBounds(name.End, end), DraftOrigin.Prose))
                switch (part.Kind)
                {
                    case PartKind.Function: function ??= part.Value; break;
                    case PartKind.Email: email ??= part.Value; break;
                    case PartKind.Phone or PartKind.Mobile: phone ??= part.Value; break;
                    default: break;
                }
            return (new Person(name.Value, function, email, phone), name.Start);
        }
        return null;
    }
}
