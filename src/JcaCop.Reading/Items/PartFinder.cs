using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Takes an entry, cell or sentence apart at its signs and tells what each piece is.</summary>
internal sealed class PartFinder
{
    private const int LongestPhrase = 90;

    private readonly ItemContext context;
    private readonly MarkedText marked;
    private readonly string text;
    private readonly StreetWords streets;
    private readonly PartNames names;
    private readonly PartNeighbours neighbours;
    private readonly List<Part> parts = [];
    private readonly DraftOrigin origin;
    private bool personNext;
    private bool addressNext;

    private PartFinder(ItemContext context, DraftOrigin origin, bool personNext)
    {
        this.context = context;
        this.origin = origin;
        this.personNext = personNext;
        marked = context.Marked;
        text = context.Text;
        streets = new StreetWords(context);
        names = new PartNames(context);
        neighbours = new PartNeighbours(parts, marked);
    }

    /// <param name="personFirst">True where a label says that the first words name a person.</param>
    public static List<Part> Find(ItemContext context, TextSpan span, DraftOrigin origin, bool personFirst = false)
    {
        var finder = new PartFinder(context, origin, personFirst);
        finder.Run(span);
        return finder.parts;
    }

    private void Run(TextSpan span)
    {
        var start = span.Start;
        var signs = new PartSigns(marked, origin);
        var atoms = PartAtoms.Of(context, span);
        var next = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (next < atoms.Count && i == atoms[next].Start)
            {
                Segment(start, i);
                parts.Add(atoms[next]);
                personNext = false;
                i = atoms[next].End - 1;
                start = i + 1;
                while (++next < atoms.Count && atoms[next].Start <= i) { }
                continue;
            }
            // most characters part nothing: go on to the next that may, or to the next atom
            var end = next < atoms.Count && atoms[next].Start > i ? atoms[next].Start : span.End;
            var sign = signs.Next(i, end);
            if (sign != 0)
            {
                i = sign < 0 ? end - 1 : i + sign - 1;
                continue;
            }
            var width = signs.LengthAt(i, span.End);
            if (width == 0) continue;
            Segment(start, i);
            i += width - 1;
            start = i + 1;
        }
        Segment(start, span.End);
        PartPlaces.Settle(parts, marked);
    }

    private void Segment(int start, int end)
    {
        var span = TextSpan.FromBounds(start, end).Trim(text);
        if (span.IsEmpty) return;
        start = span.Start;
        end = span.End;
        while (end > start && text[end - 1] is '.' && !(end - start > 2 && text[end - 3] is '.' or ' ')) end--;
        if (end - start < 1) return;
        var words = text.AsSpan(start, end - start);
        if (end - start <= 60 && FieldLabels.Whole(words) is { } label && !IsName(label, start, end)) { Label(label, start, end); return; }
        if (marked.At(Word.Nil, start) is { } nil && nil.End >= end - 1) { Add(PartKind.Nil, start, end, 0.9); return; }
        if (parts is [.., { Kind: PartKind.Person } named0] && start - named0.End <= 3
            && text.AsSpan(named0.End, start - named0.End).IndexOfAny("(（") >= 0 && NameShapes.Score(words) >= 0.25
            && marked.At(Word.Post, start) is null) return;
        if (personNext && marked.At(Word.Honorific, start) is { } alone && alone.End >= end) return;
        var persons = PersonNames.Find(marked, start, end);
        if (persons.Count > 0
            && !(personNext && persons[0].Start > start + 4 && !Titled(start, persons[0].Start)
                && NameShapes.Score(text.AsSpan(start, persons[0].Start - start).Trim()) > 0)) { neighbours.Persons(persons, start,
                end); personNext = addressNext = false; return; }
        if (personNext && Folding.IsHan(text[start]) && marked.At(Word.Post, start) is not null && PostedNames.Find(marked, start, end) is { } posted)
        {
            personNext = false;
            neighbours.Persons([posted], start, end);
            return;
        }
        if (personNext && PersonNames.Parse(marked, start, end, true) is { Confidence: > 0.25 } named)
        {
            personNext = false;
            parts.Add(new Part(PartKind.Person, named.Value, named.Start, named.Length, named.Confidence));
            neighbours.Residue(named.End, end);
            return;
        }
        if (PartRoles.Whole(parts, marked, start, end)) return;
        if (names.Labelled(start, end) is { } contact)
        {
            parts.Add(new Part(PartKind.Person, contact.Value, contact.Start, contact.Length, contact.Confidence));
            return;
        }
        if (names.BeforeBracket(start, end) is { } bracketed)
        {
            neighbours.Persons([bracketed], start, end);
            return;
        }
        if (PostedNames.Find(marked, start, end) is { } holder)
        {
            neighbours.Persons([holder], start, end);
            return;
        }
        Plain(start, end);
    }

    /// <summary>True where nothing but titles stands before the name.</summary>
    private bool Titled(int start, int name)
    {
        if (name - start >= 30) return false;
        if (marked.At(Word.Honorific, start) is not null) return true;
        foreach (var title in marked.Within(Word.Honorific, start, name)) return Articles.Contains(text[start..title.Start]); // "la Licda. …"
        return false;
    }

    private static readonly IReadOnlyList<string> Articles = LexiconFile.Words("grammar", "article");

    private bool IsName(FieldLabel label, int start, int end) =>
        label is FieldLabel.Place or FieldLabel.City or FieldLabel.Function or FieldLabel.Expert or FieldLabel.Address && personNext
                && end - start > 3
            || marked.At(Word.Post, start) is { } post && post.End >= end
                && label is not (FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.FocalPoint or FieldLabel.Contact or FieldLabel.Person);

    private void Label(FieldLabel label, int start, int end)
    {
        personNext = label is FieldLabel.Contact or FieldLabel.Person or FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.FocalPoint or FieldLabel.Expert or FieldLabel.PersonAndFunction;
        addressNext = label is FieldLabel.Address;
        if (RoleOf(label) is { } role) parts.Add(new Part(PartKind.Role, text[start..end], start, end - start, 0.9) { Role = role });
        else Add(PartKind.Label, start, end, 0.9);
    }

    public static SeatRole? RoleOf(FieldLabel label) => label switch
    {
        FieldLabel.Representative => SeatRole.Representative,
        FieldLabel.Alternate => SeatRole.Alternate,
        FieldLabel.FocalPoint => SeatRole.FocalPoint,
        FieldLabel.Expert => SeatRole.Expert,
        _ => null,
    };

    internal static readonly (Word, SeatRole)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.RepresentativeRole, SeatRole.Representative), (Word.ExpertRole, SeatRole.Expert)];

    /// <summary>"c/o School of Computing, P.O. Box 9": whose rooms the post goes to.</summary>
    private static readonly IReadOnlyList<string> CareOf = LexiconFile.Words("grammar", "careOf");

    private void Plain(int start, int end)
    {
        var length = end - start;
        if (addressNext) { addressNext = false; AddAddress(start, end); return; }
        if (length < 40 && !Continues(start) && (Folding.IsHan(text[start]) || marked.At(Word.Street, start) is null)
            && Country(start, end) is { } country) { parts.Add(new Part(PartKind.Country, country, start, length, 0.9)); return; }
        var head = length <= LongestPhrase ? Posts.Head(marked, start, end) : PostHead.None;
        if (origin == DraftOrigin.Prose && length > 45 || head != PostHead.Post && HasVerb(start, end)) { Prose(start, end); return; }
        var street = origin == DraftOrigin.Prose && Folding.IsHan(text[start]) ? streets.HanStreet(start, end) : marked.Any(Word.Street, start, end);
        var digits = false;
        for (var i = start; i < end; i++) digits |= char.IsDigit(text[i]);
        if (head == PostHead.Post && !(street && digits)) { if (Posts.Phrase(marked, start, end) is { } post) parts.Add(new Part(PartKind.Function, post.Value, post.Start, post.Length, post.Confidence)); return; }
        if (digits && marked.At(Word.Located, start) is { } seat && seat.End + 1 < end && HouseNumbers.Named(text.AsSpan(seat.End + 1, end - seat.End - 1))) { AddAddress(seat.End + 1, end); return; }
        if (CareOf.Any(care => text.AsSpan(start, length).StartsWith(care, StringComparison.OrdinalIgnoreCase))) { AddAddress(start, end); return; }
        if (digits && !Folding.IsHan(text[start]) && parts.Count > 0 && (HouseNumbers.Ends(text, start, end) || HouseNumbers.Begins(text, start, end))) { AddAddress(start, end); return; }
        if ((street && digits || digits && Continues(start)) && !(head == PostHead.Organization && !Continues(start))) { AddAddress(start, end); return; }
        if (digits && head == PostHead.Organization && origin != DraftOrigin.Prose && HouseNumbers.Alone(text.AsSpan(start, length))) { AddAddress(start, end); return; }
        if (head == PostHead.Organization && !Continues(start) && !(Folding.IsArabic(text[start]) && marked.At(Word.Street, start) is { Length: > 2 }))
        {
            if (origin == DraftOrigin.Prose)
            {
                Prose(start, end);
                return;
            }
            if (marked.At(Word.Conjunction, start) is { } joins && joins.End + 1 < end && text[joins.End] == ' ' && char.IsUpper(text[joins.End + 1])) start = joins.End + 1;
            if ((Folding.IsArabic(text[start]) || marked.Any(Word.Conjunction, start, end)) && OrganizationNames.Joined(marked, start, end) is { } several)
            {
                foreach (var one in several) parts.Add(new Part(PartKind.Organization, one.Value, one.Start, one.Length, one.Confidence));
                return;
            }
            var whole = OrganizationNames.Whole(text, start, end);
            if (OrganizationNames.HasStop(text, whole.Start, whole.End) || PartEdges.GoesOn(whole.Value)) { Prose(start, end); return; }
            if (whole.Value.IndexOf(' ') < 0 && !Folding.IsHan(whole.Value[0]) && whole.Value.Length < 14) return;
            parts.Add(new Part(PartKind.Organization, whole.Value, whole.Start, whole.Length, whole.Confidence));
            return;
        }
        if (origin == DraftOrigin.Prose && marked.At(Word.Conjunction, start) is { } and && and.End < end && text[and.End] == ' ') { start = and.End + 1; length = end - start; }
        if (origin is DraftOrigin.Prose or DraftOrigin.List && PartEdges.Led(marked, start, end) is { } led) { start = led; length = end - start; }
        var score = NameShapes.Score(text.AsSpan(start, length));
        if (score >= 0.5 && !Continues(start) && !(marked.At(Word.Street, start) is { Length: > 2 } way && way.End < end && text[way.End] == ' '))
        {
            personNext = false;
            if (PersonNames.Parse(marked, start, end, false) is { } person) { parts.Add(new Part(PartKind.Person, person.Value, person.Start, person.Length, Math.Min(0.8, score))); return; }
        }
        if (origin == DraftOrigin.Prose && score < 0.5 && parts.Exists(part => part.Kind == PartKind.Organization) && PartEdges.BracketFollows(text, end)
            && OrganizationNames.Headless(marked, start, end) is { } listed && listed.Value.Count(c => c == ' ') >= 2)
        {
            parts.Add(new Part(PartKind.Organization, listed.Value, listed.Start, listed.Length, 0.75));
            return;
        }
        if (origin is DraftOrigin.Lines or DraftOrigin.List && parts is [.., { Kind: PartKind.Country } country0] && country0.End <= start && PartEdges.Quoted(text, start, end) is { } quoted)
        {
            parts.Add(new Part(PartKind.Organization, text[quoted.Start..quoted.End], quoted.Start, quoted.Length, 0.75));
            return;
        }
        if (street && !(origin == DraftOrigin.Prose && Folding.IsHan(text[start]))
            || Continues(start) && length < 50
                && !(digits is false && char.IsLower(text[start]) && text[start] < '\u0400' && text.AsSpan(start, length).Contains(' '))
                && (street || digits || !Folding.IsHan(text[start]))) { AddAddress(start, end); return; }
        Add(PartKind.Text, start, end, 0.5);
    }

    /// <summary>The country where the piece names nothing else.</summary>
    private string? Country(int start, int end)
    {
        foreach (ref readonly var country in context.CountryMentions.From(start, end))
            if (country.End <= end && country.Length * 10 >= (end - start) * 6) return country.Value;
        return null;
    }

    private bool HasVerb(int start, int end) =>
        marked.Any(Word.Nominate, start, end) || marked.Any(Word.Designate, start, end) || marked.Any(Word.Withdraw, start, end) || marked.Any(Word.Replace, start, end);

    private void Prose(int start, int end)
    {
        var before = parts.Count;
        neighbours.Residue(start, end);
        Headless(start, end, before);
        foreach (var hit in marked.Within(Word.Street, start, end))
        {
            if (Folding.IsHan(text[hit.Start]))
            {
                if (streets.HanNumber(hit, end)) { AddAddress(start, end); return; }
                continue;
            }
            if (hit.Length > 2 && streets.HouseNumber(hit, start) is { } number) { AddAddress(number, end); return; }
            for (var i = hit.Start; i < Math.Min(end, hit.End + 12); i++)
                if (char.IsDigit(text[i])) { AddAddress(hit.Start, end); return; }
            if (hit.Length > 3 && hit.End < end && HouseNumbers.FollowsNames(text.AsSpan(hit.End, end - hit.End))) { AddAddress(hit.Start, end); return; }
        }
    }

    /// <summary>A name without a noun that heads it, told by the verb directly before it or by standing alone in capitals.</summary>
    private void Headless(int start, int end, int before)
    {
        foreach (var verb in marked.Within(Word.Nominate, start, end).Reverse())
        {
            if (parts.Skip(before).Any(part => part.Kind == PartKind.Organization && part.End > verb.End)) return;
            if (OrganizationNames.Headless(marked, verb.End, end) is not { } put) continue;
            parts.Add(new Part(PartKind.Organization, put.Value, put.Start, put.Length, put.Confidence));
            return;
        }
        if (origin != DraftOrigin.Prose || parts.Count == 0 || end - start <= 12
            || parts.Skip(before).Any(part => part.Kind == PartKind.Organization)
            || OrganizationNames.Headless(marked, start, end) is not { } name) return;
        if (name.Value.Count(c => c == ' ') == 1 && NameShapes.Score(name.Value) >= 0.5) return; // "Ida Holm remains …"
        parts.Add(new Part(PartKind.Organization, name.Value, name.Start, name.Length, name.Confidence));
    }

    private bool Continues(int start) =>
        parts is [.., { Kind: PartKind.Address } last] && start - last.End <= 3 && (text.AsSpan(last.End, start - last.End).IndexOfAny("\n;；)）") < 0
            || origin is DraftOrigin.Prose or DraftOrigin.List && text.AsSpan(last.End, start - last.End).TrimEnd() is "," or "،"); // a mail program broke the line behind the comma

    private void AddAddress(int start, int end)
    {
        if (Continues(start))
        {
            var last = parts[^1];
            parts[^1] = new Part(PartKind.Address, MailLayout.Unwrap(text[last.Start..end]), last.Start, end - last.Start, last.Confidence);
            return;
        }
        if (origin == DraftOrigin.Prose && Folding.IsHan(text[start]))
            foreach (var street in marked.Within(Word.Street, start, end)) { start = streets.HanAddress(start, street.Start); break; }
        Add(PartKind.Address, start, end, 0.75);
    }

    private void Add(PartKind kind, int start, int end, double confidence) =>
        parts.Add(new Part(kind, MailLayout.Unwrap(text[start..end]), start, end - start, confidence));
}
