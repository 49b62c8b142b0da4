using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"KindClicks has a new website, and our contact is now Mr Tom Ibsen, director": what changes is the organization's;
/// whoever is named is its contact from now on, and nobody whose details were on record.</summary>
internal static class NewContacts
{
    private static readonly PhraseIndex<bool> Now = new(LexiconFile.Phrases("newContacts").Select(static entry => KeyValuePair.Create(entry.Phrase, true)));

    /// <summary>From the words to the name: a title, a colon.</summary>
    private const int LongestLead = 14;

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        foreach (var reading in context.Readings)
            foreach (var lead in Now.FindLongest(reading.Marked.Folded))
                if (Person(reading, lead.End) is { } person) items = House(reading, person, items) is { } house ? Put(reading, items, person, house) : Doubt(items, person.Value);
        return items;
    }

    /// <summary>Whoever stands directly behind the words.</summary>
    private static Piece? Person(ItemContext context, int from) =>
        context.Told.Select(static one => one.Piece).FirstOrDefault(piece => piece.Kind == PieceKind.Person && piece.Start >= from && piece.Start - from <= LongestLead);

    /// <summary>The organization that the sentence names before; where it names none, the only one of which something changes, else the one that writes.</summary>
    private static string? House(ItemContext context, Piece person, IReadOnlyList<Item> items)
    {
        var span = person.Place.Span;
        if (OrganizationNames.Find(context.Marked, span.Start, person.Start).FindLast(name => name.Confidence >= SureName && !RespondentOrganization.IsAddressee(name.Value)) is { Length: > 0 } named) return named.Value;
        foreach (var change in context.Matters.Within(Matter.Change, span.Start, person.Start)) if (Subject(context, span.Start, change.Start) is { } own) return own;
        return Capitals(context, span.Start, person.Start) ?? Changed(items) ?? context.Respondent?.Organization;
    }

    /// <summary>"The address of the Heron Trust has changed to …. The contact has changed as well: it is now Ms Holm."</summary>
    private static string? Changed(IReadOnlyList<Item> items) => items.OfType<Correction>().Where(static item => item.Organization is not null).Select(static item => item.Name).Distinct().ToList() is [{ } only] ? only : null;

    /// <summary>"The telephone of Bright Web is now …": two capital words or more inside the sentence, of nobody.</summary>
    private static string? Capitals(ItemContext context, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
            if (char.IsUpper(context.Text[at]) && context.Text[at - 1] == ' ' && OrganizationNames.Headless(context.Marked, at, end) is { } name && name.Start == at
                    && !context.Told.Any(one => one.Piece.Kind is PieceKind.Person or PieceKind.Body && one.Piece.Overlaps(name.Start, name.End))) return name.Value;
        return null;
    }

    private const double SureName = 0.6;

    /// <summary>"that KindClicks has changed": the capital words before the verb, inside the sentence.</summary>
    private static string? Subject(ItemContext context, int start, int end)
    {
        var text = context.Text;
        while (end > start && text[end - 1] == ' ') end--;
        var stop = end;
        for (var words = 0; words < MostAuxiliaries; words++) // "has a": between the name and the words of change
        {
            var word = stop;
            while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '-' or '\'' or '’')) word--;
            if (word == stop || word == start) return null;
            if (char.IsUpper(text[word]))
            {
                var value = text[word..stop];
                return NameShapes.IsStop(value) || Countries.Find(value).Count > 0 || CountryPlaces.IsCity(value) ? null : value;
            }
            stop = word;
            while (stop > start && text[stop - 1] == ' ') stop--;
        }
        return null;
    }

    private const int MostAuxiliaries = 4;

    /// <summary>Whose contact it is nobody tells: a person is asked.</summary>
    private static IReadOnlyList<Item> Doubt(IReadOnlyList<Item> items, string name) =>
        [.. items.Select(item => item is Correction { Name: { } whose } && SameName.Is(whose, name) ? item with { Signs = [.. item.Signs, Unsure] } : item)];

    private static Accepting.Sign Unsure => new("newContact", 1);

    private static IReadOnlyList<Item> Put(ItemContext context, IReadOnlyList<Item> items, Piece person, string house)
    {
        var name = person.Value;
        // "The Trust has moved to …. Our contact is now Ms X": read as if the Trust were put forward
        var put = context.Marked.Any(Word.Nominate, person.Place.Span.Start, person.Place.Span.End) ? null
            : items.OfType<Nomination>().FirstOrDefault(item => item.Contact?.Name is { } contact && SameName.Is(contact, name));
        house = put?.Organization.Name ?? RussianNouns.House(house);
        var theirs = items.OfType<Correction>().Where(item => item is { Letters: false, Name: { } whose } && SameName.Is(whose, name)).ToList();
        var its = items.OfType<Correction>().FirstOrDefault(item => item is { Letters: false, Name: { } whose } && SameName.Is(whose, house));
        var first = its ?? theirs.FirstOrDefault();
        if (first is null || put is null && theirs.Count == 0 && items.Any(item => item is not Correction && IsAbout(item, name))) return items;
        var details = context.Told.Select(static one => one.Piece).Where(piece => piece.Place.Shares(person.Place) && piece.Start > person.End).TakeWhile(static piece => piece.Kind != PieceKind.Person).ToList();
        var told = theirs.Aggregate(new Person(name), static (whole, one) => one.Person is { } part ? Attendance.Completed(whole, part) : whole) with { Name = name };
        told = told with { Function = told.Function ?? Value(PieceKind.Function), Email = told.Email ?? Value(PieceKind.Email), Phone = told.Phone ?? Value(PieceKind.Phone) ?? Value(PieceKind.Mobile) };
        var joined = first with
        {
            Name = house, Person = its?.Person is { } standing ? Attendance.Completed(told, standing) : told,
            Organization = its?.Organization ?? theirs.Select(static one => one.Organization).FirstOrDefault(static one => one is not null),
            Decision = Decision.Review,
            Evidence = [.. first.Evidence, new Evidence("person.name", context.Source, person.Start, name, person.Confidence)],
            Signs = [.. first.Signs, Unsure],
        };
        return [.. items.Select(item => ReferenceEquals(item, first) ? joined : item).Where(item => ReferenceEquals(item, joined)
            || !ReferenceEquals(item, put) && !(item is Correction correction && theirs.Contains(correction)) && !(item is Representative { Replaces: null } && IsAbout(item, name)))];

        string? Value(PieceKind kind) => details.Find(piece => piece.Kind == kind)?.Value;
    }

    private static bool IsAbout(Item item, string name) => item switch
    {
        Nomination nomination => nomination.Contact?.Name is { } contact && SameName.Is(contact, name),
        Representative seat => seat.Person.Name is { } seated && SameName.Is(seated, name),
        Registration coming => coming.Person.Name is { } one && SameName.Is(one, name),
        _ => false,
    };
}
