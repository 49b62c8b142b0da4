using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Takes an entry, cell or sentence apart at its signs and tells what each piece is.</summary>
internal sealed class PartFinder
{
    private const int LongestPhrase = 90;

    /// <summary>Signs that may part two pieces; in running text line ends and wide blanks do not.</summary>
    private static readonly SearchValues<char> ProseSigns = SearchValues.Create("/,،，;；؛：（）\t|。•→():-–—.\u3000");
    private static readonly SearchValues<char> Signs = SearchValues.Create("/,،，;；؛：（）\t|。•→():-–—.\u3000\n ");

    private readonly ItemContext context;
    private readonly MarkedText marked;
    private readonly string text;
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
        var atoms = Atoms(span);
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
            var sign = text.AsSpan(i, end - i).IndexOfAny(origin == DraftOrigin.Prose ? ProseSigns : Signs);
            if (sign != 0)
            {
                i = sign < 0 ? end - 1 : i + sign - 1;
                continue;
            }
            var width = Delimiter(i, span.End);
            if (width == 0) continue;
            Segment(start, i);
            i += width - 1;
            start = i + 1;
        }
        Segment(start, span.End);
        Places();
    }

    /// <summary>"Ramallah, Palestine": a name without title before a country is a place, and what is left of the address follows it.</summary>
    private void Places()
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i].Kind != PartKind.Person || parts[i].Confidence > 0.8 || parts[i + 1].Kind != PartKind.Country || parts[i + 1].Start - parts[i].End > 3) continue;
            var last = i + 2 < parts.Count && parts[i + 2].Kind == PartKind.Address && parts[i + 2].Start - parts[i + 1].End <= 3 ? i + 2 : i + 1;
            parts[i] = new Part(PartKind.Address, MailLayout.Unwrap(text[parts[i].Start..parts[last].End]), parts[i].Start, parts[last].End - parts[i].Start, 0.7);
            parts.RemoveRange(i + 1, last - i);
        }
        for (var i = 1; i < parts.Count; i++)
            while (i > 0 && parts[i].Kind == PartKind.Address && LeadsAddress(parts[i - 1], parts[i]))
            {
                var from = parts[i - 1].Start;
                parts[i] = parts[i] with { Value = MailLayout.Unwrap(text[from..parts[i].End]), Start = from, Length = parts[i].End - from };
                parts.RemoveAt(--i);
            }
    }

    /// <summary>"220013, г. Минск, ул. …": the postal code and, where streets come last, the town directly before the street belong to the address.</summary>
    private bool LeadsAddress(Part before, Part address)
    {
        if (before.Kind != PartKind.Text && !(before is { Kind: PartKind.Person, Confidence: <= 0.8 }) || before.Length > 30 || address.Start - before.End is < 1 or > 3) return false;
        var first = text[address.Start];
        if (Folding.IsHan(first) || text.AsSpan(before.End, address.Start - before.End).Trim() is not ("," or "،")) return false;
        var words = text.AsSpan(before.Start, before.Length);
        if (words.Length <= 7 && !words.ContainsAnyExceptInRange('0', '9') && (words.Length >= 4 || char.IsAsciiLetter(first) && marked.Any(Word.Street, address.Start, Math.Min(address.End, address.Start + 16)))) return true; // "4, rue des Tilleuls"
        if (first is not (>= '\u0400' and <= '\u04ff') && !Folding.IsArabic(first)) return false;
        if (words.StartsWith("г.", StringComparison.Ordinal) || words.StartsWith("гор.", StringComparison.Ordinal)) return true;
        return words.IndexOf(' ') < 0 && before.Kind == PartKind.Text && (char.IsUpper(words[0]) || Folding.IsArabic(words[0]));
    }

    private List<Part> Atoms(TextSpan span)
    {
        var atoms = new List<Part>();
        foreach (ref readonly var email in context.Emails.From(span.Start, span.End))
            if (email.End <= span.End) atoms.Add(new Part(PartKind.Email, email.Value, email.Start, email.Length, email.Confidence));
        var known = atoms.Count;
        foreach (ref readonly var phone in context.Phones.From(span.Start, span.End))
            if (phone.End <= span.End && !Overlaps(atoms, known, phone.Start, phone.End))
                atoms.Add(new Part(KindOf(phone.Value.Kind), phone.Value.Value, phone.Start, phone.Length, phone.Confidence));
        if (atoms.Count > known) atoms.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        known = atoms.Count;
        foreach (ref readonly var site in context.Websites.From(span.Start, span.End))
            if (site.End <= span.End && !Overlaps(atoms, known, site.Start, site.End))
                atoms.Add(new Part(PartKind.Website, site.Value, site.Start, site.Length, site.Confidence));
        if (atoms.Count > known) atoms.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return atoms;
    }

    /// <summary>Whether one of the first atoms, which are in order and stand apart, reaches into the range.</summary>
    private static bool Overlaps(List<Part> atoms, int count, int start, int end)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (atoms[middle].Start < end) low = middle + 1; else high = middle;
        }
        return low > 0 && atoms[low - 1].End > start;
    }

    private static PartKind KindOf(PhoneKind kind) => kind switch
    {
        PhoneKind.Fax => PartKind.Fax,
        PhoneKind.Mobile => PartKind.Mobile,
        PhoneKind.PhoneAndFax => PartKind.PhoneAndFax,
        _ => PartKind.Phone,
    };

    /// <returns>Length of the sign that parts two pieces here; 0 where none stands.</returns>
    private int Delimiter(int i, int end)
    {
        var c = text[i];
        if (c == ',' && LegalFormFollows(i, end)) return 0;
        if (c == '/' && i + 1 < end && text[i + 1] == '/' && (i == 0 || text[i - 1] != ':')) return 2;
        if (c is ',' or '،' or '，' or ';' or '；' or '؛' or '：' or '（' or '）' or '\t' or '|' or '。' or '•' or '→') return 1;
        if (c == '(') return IsShortForm(i, end) ? 0 : 1;
        if (c == ')') return i > 0 && IsShortFormEnd(i) ? 0 : 1;
        if (c == ':') return i + 1 >= end || !char.IsDigit(text[i + 1]) ? 1 : 0;
        if (c == '\n') return origin == DraftOrigin.Prose ? 0 : 1;
        if (c is '-' or '–' or '—' or '/' && i > 0 && char.IsWhiteSpace(text[i - 1]) && (i + 1 >= end || char.IsWhiteSpace(text[i + 1]))) return c == '/' && AfterHonorific(i) ? 0 : 1;
        if (c == '.' && i + 2 < end && text[i + 1] is '-' or '–' && char.IsWhiteSpace(text[i + 2])) return 2; // "Comisión 13.- …"
        if (c == '.' && i + 2 < end && text[i + 1] == '.' && text[i + 2] == '.') { var n = 3; while (i + n < end && text[i + n] == '.') n++; return n; }
        if (c == '\u3000' || c == ' ' && origin != DraftOrigin.Prose && i + 2 < end && text[i + 1] == ' ' && (origin == DraftOrigin.Table || text[i + 2] == ' ')) return 1;
        return 0;
    }

    /// <summary>"Colectivo Marea, A.C.": the legal form belongs to the name before the comma.</summary>
    private bool LegalFormFollows(int comma, int end)
    {
        var at = comma + 1;
        while (at < end && text[at] == ' ') at++;
        if (at >= end || marked.At(Word.LegalForm, at) is not { } form || form.End > end || !char.IsUpper(text[at])) return false;
        return form.End >= end || !char.IsLetterOrDigit(text[form.End]);
    }

    /// <summary>"الفاضلة / …": the stroke stands for a point.</summary>
    private bool AfterHonorific(int stroke)
    {
        var word = stroke - 1;
        while (word > 0 && text[word - 1] == ' ') word--;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return marked.At(Word.Honorific, word) is { } title && title.End >= stroke - 2;
    }

    /// <summary>"(INCO)": a short form belongs to the name before it.</summary>
    private bool IsShortForm(int open, int end)
    {
        var close = text.AsSpan(open, Math.Min(end - open, 16)).IndexOf(')');
        if (close < 3) return false;
        var capitals = 0;
        foreach (var c in text.AsSpan(open + 1, close - 1))
        {
            if (char.IsUpper(c)) capitals++;
            else if (c is ' ' || char.IsDigit(c)) return false;
        }
        return capitals >= 2;
    }

    private bool IsShortFormEnd(int close)
    {
        var open = text.LastIndexOf('(', close, Math.Min(close + 1, 16));
        return open >= 0 && IsShortForm(open, close + 1);
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
        if (parts is [.., { Kind: PartKind.Person } named0] && start - named0.End <= 3 && text.AsSpan(named0.End, start - named0.End).IndexOfAny("(（") >= 0 && NameShapes.Score(words) >= 0.25 && marked.At(Word.Post, start) is null) return;
        if (personNext && marked.At(Word.Honorific, start) is { } alone && alone.End >= end) return;
        var persons = PersonNames.Find(marked, start, end);
        if (persons.Count > 0 && !(personNext && persons[0].Start > start + 4 && !Titled(start, persons[0].Start))) { WithPersons(persons, start, end); personNext = addressNext = false; return; }
        if (personNext && Folding.IsHan(text[start]) && marked.At(Word.Post, start) is not null && PostedNames.Find(marked, start, end) is { } posted)
        {
            personNext = false;
            WithPersons([posted], start, end);
            return;
        }
        if (personNext && PersonNames.Parse(marked, start, end, true) is { Confidence: > 0.25 } named)
        {
            personNext = false;
            parts.Add(new Part(PartKind.Person, named.Value, named.Start, named.Length, named.Confidence));
            Residue(named.End, end);
            return;
        }
        if (Role(start, end)) return;
        if (Labelled(start, end) is { } contact)
        {
            parts.Add(new Part(PartKind.Person, contact.Value, contact.Start, contact.Length, contact.Confidence));
            return;
        }
        if (HanWithBracket(start, end) is { } bracketed)
        {
            WithPersons([bracketed], start, end);
            return;
        }
        if (PostedNames.Find(marked, start, end) is { } holder)
        {
            WithPersons([holder], start, end);
            return;
        }
        Plain(start, end);
    }

    /// <summary>"contact Ben Tau": a label of the contact kind needs no colon before a name.</summary>
    private Mention<string>? Labelled(int start, int end)
    {
        if (end - start > 80 || !char.IsLetter(text[start]) || Folding.IsHan(text[start]) || marked.At(Word.Post, start) is not null || Posts.Head(marked, start, end) == PostHead.Post) return null;
        for (int words = 1, at = start; words <= 6; words++)
        {
            while (at < end && text[at] != ' ') at++;
            if (at >= end - 4) return null;
            if (FieldLabels.Whole(text.AsSpan(start, at - start)) is FieldLabel.Contact or FieldLabel.Person && NameShapes.Score(text.AsSpan(at + 1, end - at - 1)) >= 0.5)
                return new Mention<string>(MailLayout.Unwrap(text[(at + 1)..end]), at + 1, end - at - 1, 0.85);
            at++;
        }
        return null;
    }

    private static readonly Word[] Givers = [Word.Designate, Word.Nominate, Word.By, Word.As];

    /// <summary>"桑吉卓玛（法务专员，…）": two to five characters before a bracket with a post or an address are a name even where no family name is known.</summary>
    private Mention<string>? HanWithBracket(int start, int end)
    {
        if (end >= text.Length || text[end] is not ('（' or '(') || !Folding.IsHan(text[end - 1])) return null;
        foreach (var kind in Givers)
            foreach (var mark in marked.Within(kind, start, end)) if (mark.End < end - 1) start = Math.Max(start, mark.End);
        if (end - start is < 2 or > 5) return null;
        for (var i = start; i < end; i++) if (!Folding.IsHan(text[i]) && text[i] != '·') return null;
        var close = text.AsSpan(end, Math.Min(120, text.Length - end)).IndexOfAny("）)");
        if (close < 4 || marked.Any(Word.Organization, start, end) || marked.Any(Word.Post, start, end) || marked.Any(Word.RepresentativeRole, start, end)) return null;
        var detailed = context.Emails.AnyFrom(end + 1, end + close) || context.Phones.AnyFrom(end + 1, end + close) || marked.Any(Word.Post, end, end + close);
        return detailed ? new Mention<string>(text[start..end], start, end - start, 0.7) : null;
    }

    /// <summary>True where nothing but titles stands before the name.</summary>
    private bool Titled(int start, int name) => marked.At(Word.Honorific, start) is not null && name - start < 30;

    private bool IsName(FieldLabel label, int start, int end) =>
        label is FieldLabel.Place or FieldLabel.City or FieldLabel.Function or FieldLabel.Expert or FieldLabel.Address && personNext && end - start > 3 || marked.At(Word.Post, start) is { } post && post.End >= end && label is not (FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.FocalPoint or FieldLabel.Contact or FieldLabel.Person);

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

    private void WithPersons(List<Mention<string>> persons, int start, int end)
    {
        var from = start;
        foreach (var person in persons)
        {
            var before = person.Start;
            foreach (var title in marked.Within(Word.Honorific, from, person.Start)) { before = title.Start; break; }
            Residue(from, before);
            if (IsNot(start, before)) { from = person.End; continue; }
            parts.Add(new Part(PartKind.Person, person.Value, person.Start, person.Length, person.Confidence));
            from = person.End;
            foreach (var after in marked.Within(Word.HonorificAfter, from, end)) if (after.Start - from <= 1) from = after.End;
        }
        Residue(from, end);
    }

    /// <summary>"not Mr X but …": an article at most stands between.</summary>
    private bool IsNot(int start, int name)
    {
        foreach (var not in marked.Within(Word.Not, Math.Max(start, name - 10), name))
            if (text.AsSpan(not.End, name - not.End).Trim().Length <= 3 && text.AsSpan(not.End, name - not.End).IndexOfAny(",;.") < 0) return true;
        return false;
    }

    /// <summary>What stands beside a name in the same piece: a post, a role, the organization before it.</summary>
    private void Residue(int start, int end)
    {
        var span = TextSpan.FromBounds(start, end).Trim(text);
        if (span.Length < 2) return;
        var found = parts.Count;
        foreach (var organization in OrganizationNames.Find(marked, span.Start, span.End))
            if (Posts.Head(marked, organization.Start, organization.End) != PostHead.Post && !InPost(organization.Start))
                parts.Add(new Part(PartKind.Organization, organization.Value, organization.Start, organization.Length, organization.Confidence));
        var from = parts.Count > found ? parts[^1].End : span.Start;
        RoleMarks(span.Start, span.End);
        if (Posts.Phrase(marked, from, span.End) is { } post && !(Folding.IsArabic(text[post.Start]) && parts.Exists(role => role.Kind == PartKind.Role && role.Start <= post.Start && role.End >= post.End))
            && !(Folding.IsHan(text[post.Start]) && FieldLabels.Whole(post.Value) is FieldLabel.Contact or FieldLabel.Person)) parts.Add(new Part(PartKind.Function, post.Value, post.Start, post.Length, post.Confidence));
    }

    /// <summary>"Dean of the Faculty …" in Arabic and Chinese, where nothing stands between the post and its house.</summary>
    private bool InPost(int start)
    {
        foreach (var post in marked.Within(Word.Post, Math.Max(0, start - 30), start))
            if (Folding.IsArabic(text[start]) && start - post.End == 1) return true;
        return false;
    }

    /// <summary>A short piece that names a role and little else: "en calidad de suplente", "ممثلاً بديلاً". The more particular role counts.</summary>
    private bool Role(int start, int end)
    {
        if (end - start > 60) return false;
        var from = start;
        if (marked.At(Word.Conjunction, from) is { } and && and.End < end && text[and.End] == ' ') from = and.End + 1;
        if (marked.At(Word.As, from) is { } particle && particle.End < end) from = particle.End;
        while (from < end && text[from] == ' ') from++;
        var letters = end - from;
        var covered = 0;
        var alone = false;
        SeatRole? found = null;
        var free = from;
        foreach (var (kind, role) in Roles)
            foreach (var hit in marked.Within(kind, start, end))
            {
                if (hit.End > free) { covered += hit.End - Math.Max(free, hit.Start); free = hit.End; }
                if (kind == Word.ExpertRole && hit.Length < letters) continue;
                alone |= hit.Start <= from && hit.End >= from && letters < 30 && !HasPost(hit.End, end) || hit.Length * 10 >= letters * 6;
                found ??= role;
            }
        if (found is null || !alone && covered * 10 < letters * 6) return false;
        if (Folding.IsHan(text[from]) && free < end && PersonNames.Bare(marked, free, end) is { } named && named.Start == free && named.End == end && NameShapes.Score(named.Value) >= 0.7) return false; // 联系人江帆
        parts.Add(new Part(PartKind.Role, text[start..end], start, end - start, 0.9) { Role = found });
        return true;
    }

    /// <summary>A post behind the role that is no role itself: "represented by its President".</summary>
    private bool HasPost(int from, int end)
    {
        foreach (var post in marked.Within(Word.Post, from, end))
            if (!Array.Exists(Roles, role => marked.At(role.Item1, post.Start) is { } same && same.Length >= post.Length)) return true;
        return false;
    }

    internal static readonly (Word, SeatRole)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.RepresentativeRole, SeatRole.Representative), (Word.ExpertRole, SeatRole.Expert)];

    private void RoleMarks(int start, int end)
    {
        foreach (var (kind, role) in Roles)
            foreach (var hit in marked.Within(kind, start, end))
            {
                if (kind == Word.ExpertRole && text.AsSpan(hit.Start, hit.Length).IndexOf(' ') < 0 && !(Folding.IsHan(text[hit.Start]) && hit.Length > 2)) continue;
                if (kind == Word.RepresentativeRole && parts.Exists(part => part.Kind == PartKind.Role && part.Start <= hit.Start && hit.End <= part.End)) continue;
                parts.Add(new Part(PartKind.Role, text.Substring(hit.Start, hit.Length), hit.Start, hit.Length, 0.85) { Role = role });
                break;
            }
    }

    private void Plain(int start, int end)
    {
        var length = end - start;
        if (addressNext) { addressNext = false; AddAddress(start, end); return; }
        if (length < 40 && !Continues(start) && (Folding.IsHan(text[start]) || marked.At(Word.Street, start) is null) && Country(start, end) is { } country) { parts.Add(new Part(PartKind.Country, country, start, length, 0.9)); return; }
        var head = length <= LongestPhrase ? Posts.Head(marked, start, end) : PostHead.None;
        if (origin == DraftOrigin.Prose && length > 45 || head != PostHead.Post && HasVerb(start, end)) { Prose(start, end); return; }
        var street = origin == DraftOrigin.Prose && Folding.IsHan(text[start]) ? HanStreet(start, end) : marked.Any(Word.Street, start, end);
        var digits = false;
        for (var i = start; i < end; i++) digits |= char.IsDigit(text[i]);
        if (head == PostHead.Post && !(street && digits)) { if (Posts.Phrase(marked, start, end) is { } post) parts.Add(new Part(PartKind.Function, post.Value, post.Start, post.Length, post.Confidence)); return; }
        if ((street && digits || digits && Continues(start)) && !(head == PostHead.Organization && !Continues(start))) { AddAddress(start, end); return; }
        if (head == PostHead.Organization && !Continues(start) && !(Folding.IsArabic(text[start]) && marked.At(Word.Street, start) is { Length: > 2 }))
        {
            if (origin == DraftOrigin.Prose)
            {
                Prose(start, end);
                return;
            }
            var whole = OrganizationNames.Whole(text, start, end);
            if (OrganizationNames.HasStop(text, whole.Start, whole.End) || GoesOn(whole.Value)) { Prose(start, end); return; }
            if (whole.Value.IndexOf(' ') < 0 && !Folding.IsHan(whole.Value[0]) && whole.Value.Length < 14) return;
            parts.Add(new Part(PartKind.Organization, whole.Value, whole.Start, whole.Length, whole.Confidence));
            return;
        }
        if (origin == DraftOrigin.Prose && marked.At(Word.Conjunction, start) is { } and && and.End < end && text[and.End] == ' ') { start = and.End + 1; length = end - start; }
        var score = NameShapes.Score(text.AsSpan(start, length));
        if (score >= 0.5 && !Continues(start))
        {
            personNext = false;
            if (PersonNames.Parse(marked, start, end, false) is { } person) { parts.Add(new Part(PartKind.Person, person.Value, person.Start, person.Length, Math.Min(0.8, score))); return; }
        }
        if (origin == DraftOrigin.Prose && score < 0.5 && parts.Exists(part => part.Kind == PartKind.Organization) && BracketFollows(end) && OrganizationNames.Headless(marked, start, end) is { } listed && listed.Value.Count(c => c == ' ') >= 2)
        {
            parts.Add(new Part(PartKind.Organization, listed.Value, listed.Start, listed.Length, 0.75));
            return;
        }
        if (origin is DraftOrigin.Lines or DraftOrigin.List && parts is [.., { Kind: PartKind.Country } country0] && country0.End <= start && Quoted(start, end) is { } quoted)
        {
            parts.Add(new Part(PartKind.Organization, text[quoted.Start..quoted.End], quoted.Start, quoted.Length, 0.75));
            return;
        }
        if (street && !(origin == DraftOrigin.Prose && Folding.IsHan(text[start])) || Continues(start) && length < 50 && (street || digits || !Folding.IsHan(text[start]))) { AddAddress(start, end); return; }
        Add(PartKind.Text, start, end, 0.5);
    }

    /// <summary>A sentence ends inside, behind a word that is no abbreviation: "Course “A”. It is given by …".</summary>
    private static bool GoesOn(string words)
    {
        for (var at = words.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = words.IndexOf(". ", at + 1, StringComparison.Ordinal))
            if (at > 3 && at + 2 < words.Length && char.IsUpper(words[at + 2]) && (words[at - 1] is '"' or '»' or '”' || char.IsLower(words[at - 1]) && char.IsLower(words[at - 2]) && char.IsLower(words[at - 3]))) return true;
        return false;
    }

    /// <summary>What stands in quotation marks at the beginning of a piece, without them.</summary>
    private TextSpan? Quoted(int start, int end)
    {
        if (text[start] is not ('"' or '“' or '«' or '„' or '「')) return null;
        var close = text.AsSpan(start + 1, end - start - 1).IndexOfAny("\"”»“」");
        return close > 3 ? new TextSpan(start + 1, close) : null;
    }

    /// <summary>Brackets with the contact of a listed organization.</summary>
    private bool BracketFollows(int end)
    {
        while (end < text.Length && text[end] == ' ') end++;
        return end < text.Length && text[end] is '(' or '（';
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
        Residue(start, end);
        if (!parts.Skip(before).Any(part => part.Kind == PartKind.Organization)) Headless(start, end);
        foreach (var hit in marked.Within(Word.Street, start, end))
        {
            if (Folding.IsHan(text[hit.Start]))
            {
                if (HanNumber(hit, end)) { AddAddress(start, end); return; }
                continue;
            }
            if (hit.Length > 2 && HouseNumber(hit, start) is { } number) { AddAddress(number, end); return; }
            for (var i = hit.Start; i < Math.Min(end, hit.End + 12); i++)
                if (char.IsDigit(text[i])) { AddAddress(hit.Start, end); return; }
        }
    }

    /// <summary>"12 Mill Lane": a number of a house, then at most three capital words, then the street.</summary>
    private int? HouseNumber(PhraseHit<Word> street, int start)
    {
        var at = street.Start;
        for (var words = 0; words <= 3; words++)
        {
            var gap = at;
            while (gap > start && text[gap - 1] == ' ') gap--;
            if (gap == at || gap == start) return null;
            var word = gap;
            while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '\'' or '’' or '-')) word--;
            if (word == gap) return null;
            if (char.IsAsciiDigit(text[word])) return gap - word <= 5 ? word : null;
            if (!char.IsUpper(text[word])) return null;
            at = word;
        }
        return null;
    }

    private bool HanStreet(int start, int end)
    {
        foreach (var hit in marked.Within(Word.Street, start, end)) if (HanNumber(hit, end)) return true;
        return false;
    }

    /// <summary>中山大道25号: a figure and a second word of addresses stand closely behind the first.</summary>
    private bool HanNumber(PhraseHit<Word> street, int end)
    {
        foreach (var next in marked.Within(Word.Street, street.End, Math.Min(end, street.End + 24)))
            if (next.Start > street.End && char.IsAsciiDigit(text[next.Start - 1]) && text.AsSpan(Math.Max(0, next.Start - 5), Math.Min(5, next.Start)).IndexOf('第') < 0) return true;
        return false;
    }

    /// <summary>会址已迁往…: a Chinese address begins behind the last verb or particle before it.</summary>
    private int HanAddress(int start, int street)
    {
        foreach (var kind in HanMoves)
            if (context.Matters.Last(kind, start, street) is { } verb) start = Math.Max(start, verb.End);
        foreach (var word in marked.Within(Word.Apart, start, street)) start = Math.Max(start, word.End);
        while (start < street && text[start] is '在' or '于' or '於' or '为' or '為' or '是' or '到' or '至' or '的') start++;
        return start;
    }

    private static readonly Matter[] HanMoves = [Matter.Change, Matter.NewMark, Matter.Becomes];

    /// <summary>A name without a noun that heads it, told by the verb directly before it or by standing alone in capitals.</summary>
    private void Headless(int start, int end)
    {
        var from = -1;
        foreach (var verb in marked.Within(Word.Nominate, start, end)) from = Math.Max(from, verb.End);
        if (from < 0 && origin == DraftOrigin.Prose && parts.Count > 0 && end - start > 12) from = start;
        if (from < 0 || OrganizationNames.Headless(marked, from, end) is not { } name) return;
        parts.Add(new Part(PartKind.Organization, name.Value, name.Start, name.Length, name.Confidence));
    }

    private bool Continues(int start) =>
        parts is [.., { Kind: PartKind.Address } last] && start - last.End <= 3 && text.AsSpan(last.End, start - last.End).IndexOfAny("\n;；)）") < 0;

    private void AddAddress(int start, int end)
    {
        if (Continues(start))
        {
            var last = parts[^1];
            parts[^1] = new Part(PartKind.Address, MailLayout.Unwrap(text[last.Start..end]), last.Start, end - last.Start, last.Confidence);
            return;
        }
        if (origin == DraftOrigin.Prose && Folding.IsHan(text[start]))
            foreach (var street in marked.Within(Word.Street, start, end)) { start = HanAddress(start, street.Start); break; }
        Add(PartKind.Address, start, end, 0.75);
    }

    private void Add(PartKind kind, int start, int end, double confidence) =>
        parts.Add(new Part(kind, MailLayout.Unwrap(text[start..end]), start, end - start, confidence));
}
