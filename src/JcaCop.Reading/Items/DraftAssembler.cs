using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Joins parts, in the order of the text, to organizations and persons.</summary>
/// <remarks>
/// A detail belongs to the person or organization that was named last; a post or role that stands before its person waits for it.
/// A new entry, row or record closes the person; a new organization closes the organization before it.
/// </remarks>
internal sealed class DraftAssembler(ItemContext context)
{
    private OrganizationDraft? organization;
    private PersonDraft? person;
    private Found? waitingFunction;
    private (SeatRole Role, Found Where)? waitingRole;
    private Found? waitingEmail;
    private (PhoneKind Kind, Found Number)? waitingPhone;
    private Found? bodyHeading;

    /// <summary>The organization named with the role that waits for its person.</summary>
    private Found? roleHouse;
    private string? countryHeading;
    private Found? subject;
    private bool fresh = true;

    public List<OrganizationDraft> Organizations { get; } = [];

    public List<PersonDraft> Persons { get; } = [];

    /// <summary>The next words name a person: a label said so.</summary>
    public bool PersonNext { get; set; }

    public bool HasBody => bodyHeading is not null;

    public bool HasPerson => person is not null || waitingRole is not null;

    public bool HasRole => waitingRole is not null;

    public bool ExpectsPerson => bodyHeading is not null || waitingRole is not null;

    /// <summary>The coordination activity itself and its secretariat are addressed, never represented.</summary>
    public static bool IsAddressee(string body) => body is "ITU-T JCA-COP" or "TSB" or "ITU" or "ITU-T" or "CWG-COP" or "ITU Council";

    public void Entry()
    {
        person = null;
        waitingFunction = null;
        waitingEmail = null;
        waitingPhone = null;
        roleHouse = null;
        fresh = true;
    }

    public void Record()
    {
        Entry();
        organization = null;
        waitingRole = null;
        bodyHeading = null;
    }

    public void Close()
    {
        Record();
        subject = null;
    }

    public void Sentence(Passage passage)
    {
        if (organization is not null && (passage.Intents & (Intents.Designate | Intents.Nominate)) == Intents.Designate && GivesRole(passage) && Oneself.IsOurs(context, passage.Span.Start, passage.Span.End))
        {
            organization = null;
            person = null;
        }
        person = (passage.Intents & (Intents.Designate | Intents.Replace | Intents.Withdraw)) != 0 && organization is null ? null : person;
        if (organization is not null && (passage.Intents & (Intents.Designate | Intents.Nominate)) == Intents.Designate && Represents(passage)) (organization, person) = (null, null);
        waitingFunction = null;
        waitingRole = null;
        subject = null;
        fresh = true;
    }

    /// <summary>The sentence gives a seat of one's own, no contact of an organization named before.</summary>
    private bool Represents(Passage passage) =>
        context.Marked.Any(Word.RepresentativeRole, passage.Span.Start, passage.Span.End) && !context.Marked.Any(Word.FocalRole, passage.Span.Start, passage.Span.End) && Oneself.IsOurs(context, passage.Span.Start, passage.Span.End);

    /// <summary>The house that writes puts itself forward, and what follows describes it.</summary>
    public void Own(Found name)
    {
        if (organization is not null) return;
        Organization(name, DraftOrigin.Prose, default);
        organization!.SelfNamed = true;
    }

    /// <summary>The organization named behind a person in a form of seats is that person's own.</summary>
    /// <returns>False where no person waits for one.</returns>
    public bool Belongs(Found name)
    {
        if (person is null || organization is not null || person.Organization is not null) return false;
        person.Organization = name;
        return true;
    }

    /// <summary>A post that waited for its person waits no longer.</summary>
    public void Forget() => waitingFunction = null;

    public void Finish() => Record();

    public void Take(List<Part> parts, DraftOrigin origin, Passage passage)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            switch (part.Kind)
            {
                case PartKind.Organization:
                    if (origin == DraftOrigin.Prose) ProseOrganization(part, passage);
                    else if (waitingRole is not null && i > 0 && parts[i - 1].Kind == PartKind.Role && part.Start - parts[i - 1].End is >= 0 and <= 12 && !NewLine(parts[i - 1].End, part.Start)) roleHouse = part.Found;
                    else if (organization is not null && person is null && i > 0 && parts[i - 1].Kind == PartKind.Organization && Joined(parts[i - 1], part)) organization.Name = new Found(MailLayout.Unwrap(context.Text[organization.Name.Start..part.End]), organization.Name.Start, part.End - organization.Name.Start, 0.85);
                    else if (organization is not null && organization.Name.Start + organization.Name.Length > part.Start - 3 && person is null && !fresh) { }
                    else if (person is not null && person.Function is { } post && part.Start - post.Start - post.Length <= 3 && !NewLine(post.Start + post.Length, part.Start)) ExtendFunction(part);
                    else if (person is not null && person.Function is null && !NewLine(person.Start, part.Start) && origin == DraftOrigin.List && Persons.Contains(person)) person.Organization = part.Found;
                    else Organization(part.Found, origin, passage);
                    break;
                case PartKind.Person:
                    Person(part.Found, origin, passage, parts, i);
                    break;
                case PartKind.Function:
                    FunctionPart(part, parts, i);
                    break;
                case PartKind.Role:
                    RolePart(part, parts, i, origin);
                    break;
                case PartKind.Email:
                    Email(part.Found);
                    break;
                case PartKind.Phone or PartKind.Mobile or PartKind.Fax or PartKind.PhoneAndFax:
                    Phone(part.Kind switch { PartKind.Mobile => PhoneKind.Mobile, PartKind.Fax => PhoneKind.Fax, PartKind.PhoneAndFax => PhoneKind.PhoneAndFax, _ => PhoneKind.Phone }, part.Found);
                    break;
                case PartKind.Website:
                    if (organization is not null) organization.Website ??= part.Found;
                    break;
                case PartKind.Address:
                    if (organization is { Address: null } && (origin != DraftOrigin.Prose || part.Start - organization.Name.Start < 400)) organization.Address = part.Found;
                    break;
                case PartKind.Country:
                    if (origin is DraftOrigin.Lines or DraftOrigin.List && i + 1 < parts.Count && parts[i + 1].Kind == PartKind.Organization) CountryHeading(part.Value);
                    else Country(part.Found);
                    break;
                case PartKind.Text:
                    if (person is { Function: null, Name: not null } && i > 0 && parts[i - 1].Kind == PartKind.Person && parts[i - 1].Start == person.Name.Start && Apposed(parts[i - 1], part, i + 1 < parts.Count ? parts[i + 1] : null)) person.Function = part.Found;
                    else if (organization is not null && person is null && i > 0 && parts[i - 1].Kind == PartKind.Organization && part.Value.Length > 3 && !part.Value.Any(char.IsLower) && Joined(parts[i - 1], part))
                        organization.Name = new Found(MailLayout.Unwrap(context.Text[organization.Name.Start..part.End]), organization.Name.Start, part.End - organization.Name.Start, 0.85);
                    break;
                case PartKind.Nil:
                    waitingRole = null;
                    break;
            }
            fresh = false;
        }
        if (origin == DraftOrigin.Prose) Respectively(parts, passage);
    }

    /// <summary>"X and Y, as representative and alternate": as many roles behind the last person as there are persons are theirs in that order.</summary>
    private void Respectively(List<Part> parts, Passage passage)
    {
        var seated = Persons.FindAll(draft => draft.Start >= passage.Span.Start && draft.Start < passage.Span.End);
        if (seated.Count < 2) return;
        var tail = seated[^1].Start;
        foreach (var part in parts) if (part.Kind is not (PartKind.Role or PartKind.Text or PartKind.Label)) tail = Math.Max(tail, part.End);
        var roles = new List<(PhraseHit<Word> Hit, SeatRole Role)>();
        foreach (var (kind, role) in PartFinder.Roles)
            foreach (var hit in context.Marked.Within(kind, tail, passage.Span.End))
                if (!roles.Exists(other => hit.Start < other.Hit.End && other.Hit.Start < hit.End)) roles.Add((hit, role));
        if (roles.Count != seated.Count) return;
        roles.Sort(static (a, b) => a.Hit.Start.CompareTo(b.Hit.Start));
        for (var i = 0; i + 1 < roles.Count; i++)
            if (roles[i + 1].Hit.Start - roles[i].Hit.End > 25) return;
        for (var i = 0; i < roles.Count; i++) seated[i].Role = roles[i].Role;
    }

    /// <summary>A few small words between the signs behind a name tell the post, whatever they are: "chargé de mission", "مكلف بمهمة".</summary>
    private bool Apposed(Part name, Part words, Part? next)
    {
        var text = context.Text;
        var gap = text.AsSpan(name.End, Math.Max(0, words.Start - name.End)).Trim();
        if (gap is not ("," or "،" or "，" or "(" or "（" or "-" or "–" or "—") || words.Length > 60 || words.Length < 3) return false;
        var first = text[words.Start];
        if (Folding.IsHan(first) ? gap is not ("(" or "（") || words.Length > 14 : char.IsUpper(first)) return false;
        if (text.AsSpan(words.Start, words.Length).ContainsAnyInRange('0', '9') || OrganizationNames.HasStop(text, words.Start - 2, words.End) || NameShapes.Score(text.AsSpan(words.Start, words.Length)) >= 0.5) return false;
        if (Folding.IsArabic(first) && (first == 'و' || NameShapes.IsArabicName(FirstWord(words.Value)) || NameShapes.IsStop(FirstWord(words.Value)))) return false;
        if (words.Value.Count(c => c == ' ') > 6 || context.Marked.At(Word.Connector, words.Start) is not null || context.Marked.At(Word.Conjunction, words.Start) is not null) return false;
        foreach (var kind in NoPost) if (context.Marked.Any(kind, words.Start, words.End)) return false;
        return next is { Kind: PartKind.Email or PartKind.Phone or PartKind.Mobile or PartKind.Fax or PartKind.Label } told && told.Start - words.End < 30;
    }

    private static ReadOnlySpan<char> FirstWord(string words) => words.AsSpan(0, words.IndexOf(' ') is > 0 and var blank ? blank : words.Length);

    private static readonly Word[] NoPost = [Word.Designate, Word.Nominate, Word.Replace, Word.Withdraw, Word.Register, Word.Regret, Word.Street, Word.Avoid, Word.Not];

    /// <summary>A name that runs on behind a comma or, in capitals, on the next line.</summary>
    private bool Joined(Part first, Part second)
    {
        var between = context.Text.AsSpan(first.End, Math.Max(0, second.Start - first.End));
        return between.Length <= 40 && between.Trim() is "" or "," && (!between.Contains('\n') || !first.Value.Any(char.IsLower) && !second.Value.Any(char.IsLower));
    }

    private bool NewLine(int start, int end) => end > start && context.Text.AsSpan(start, end - start).Contains('\n');

    private void ExtendFunction(Part part)
    {
        var post = person!.Function!;
        person.Function = post with { Value = MailLayout.Unwrap(context.Text[post.Start..part.End]), Length = part.End - post.Start };
    }

    public void Organization(Found name, DraftOrigin origin, Passage passage)
    {
        if (origin is DraftOrigin.Lines or DraftOrigin.List && RespondentOrganization.IsAddressee(name.Value)) return;
        if (organization is { Persons.Count: 0, Nameless: null, Website: null, Address: null } && origin is DraftOrigin.Form or DraftOrigin.Table && organization is not null
            && char.IsAsciiLetter(name.Value[0]) != char.IsAsciiLetter(organization.Name.Value[0]) && organization.Origin == origin) return;
        organization = new OrganizationDraft(name, origin) { Nominated = true };
        if (countryHeading is not null) organization.Country = name with { Value = countryHeading };
        Organizations.Add(organization);
        person = null;
        waitingRole = null;
        waitingFunction = null;
    }

    private void ProseOrganization(Part part, Passage passage)
    {
        if (part.Confidence < 0.6 || IsOneself(part.Value) && !Object(part, passage) && !Joins(part, passage) || IsSecretariat(part)) { subject ??= part.Confidence >= 0.5 && !IsSecretariat(part) ? part.Found : null; return; }
        var seats = (passage.Intents & (Intents.Designate | Intents.Nominate)) == Intents.Designate && GivesRole(passage);
        var proposed = (Joins(part, passage) || Listing && !seats && part.Confidence > 0.7 && (passage.Moods & (Moods.Negated | Moods.Conditional)) == 0 || passage.Does(Intents.Nominate)) && (Joins(part, passage) || Proposed(part.Start, passage.Span.Start, passage.Span.End));
        if (!proposed) { subject ??= part.Found; return; }
        if (organization is not null && Same(organization.Name.Value, part.Value)) return;
        Organization(part.Found, DraftOrigin.Prose, passage);
    }

    /// <summary>A verb of putting forward stands directly before the name: whoever is proposed is not the one who writes, unless the signature says so.</summary>
    private bool Object(Part name, Passage passage)
    {
        if (!passage.Does(Intents.Nominate) || (context.Mail.Body.Signature ?? "").Contains(name.Value, StringComparison.OrdinalIgnoreCase) || (context.Mail.Sender?.Name ?? "").Contains(name.Value, StringComparison.OrdinalIgnoreCase)) return false;
        if (Oneself.IsOurs(context, passage.Span.Start, passage.Span.End)) return false;
        foreach (var verb in context.Marked.Within(Word.Nominate, Math.Max(passage.Span.Start, name.Start - 60), name.Start))
            if (context.Text.AsSpan(verb.End, name.Start - verb.End).IndexOfAny(";؛。") < 0) return true;
        return false;
    }

    /// <summary>"The Trust X, in Leeds, wishes to join": the first name before the verb puts itself forward; not where it joins a meeting.</summary>
    private bool Joins(Part name, Passage passage)
    {
        if (!passage.Does(Intents.Nominate) || context.Answers.Meeting is not null && context.Matters.Any(Matter.Meeting, passage.Span)) return false;
        foreach (var verb in context.Marked.Within(Word.Join, name.End, passage.Span.End))
            if (verb.Start - name.End <= LongestApposition && context.Text.AsSpan(name.End, verb.Start - name.End).IndexOfAny(";:؛") < 0 && !context.Marked.Any(Word.Organization, name.End, verb.Start)) return true;
        return false;
    }

    private const int LongestApposition = 90;

    /// <summary>A sentence that gives someone a role puts no organization forward.</summary>
    private bool GivesRole(Passage passage) =>
        context.Marked.Any(Word.FocalRole, passage.Span.Start, passage.Span.End) || context.Marked.Any(Word.AlternateRole, passage.Span.Start, passage.Span.End);

    /// <summary>The nearest verb before a name decides: "withdraws the candidature of X and proposes Y".</summary>
    private bool Proposed(int at, int from, int passageEnd)
    {
        var verb = -1;
        foreach (var hit in context.Marked.Within(Word.Nominate, from, at)) verb = Math.Max(verb, hit.Start);
        if (verb < 0 && !Listing) return Passive(at, passageEnd);
        foreach (var hit in context.Marked.Within(Word.Withdraw, from, at))
            if (hit.Start > verb || verb - hit.End <= 14 && context.Text.AsSpan(hit.End, Math.Max(0, verb - hit.End)).IndexOfAny(",;)") < 0 && !context.Marked.Any(Word.Conjunction, hit.End, verb)) return false;
        return true;
    }

    /// <summary>"The Trust X should be invited": the verb behind the name is in the passive.</summary>
    private bool Passive(int at, int end)
    {
        foreach (var verb in context.Marked.Within(Word.Nominate, at, end))
        {
            var words = context.Text.AsSpan(verb.Start, verb.Length);
            foreach (var auxiliary in Auxiliaries) if (words.StartsWith(auxiliary, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static readonly string[] Auxiliaries = ["be ", "is ", "are ", "to be ", "should be ", "brought ", "soit ", "soient ", "être ", "est ", "sont ", "sea ", "sean ", "es ", "быть ", "была ", "был ", "были "];

    public bool IsOneself(string name) => context.Respondent?.Organization is { } own && Same(own, name);

    private bool IsSecretariat(Part name)
    {
        foreach (var body in context.BodyMentions)
        {
            if (body.Start >= name.End) break;
            if (body.Start >= name.Start && body.End <= name.End ? body.Length * 3 > name.Length : body.Start <= name.Start && body.End >= name.End) return true;
        }
        return false;
    }

    public static bool Same(string a, string b)
    {
        var x = Folding.Plain(a).Trim();
        var y = Folding.Plain(b).Trim();
        return x == y || x.Length > 8 && y.Length > 8 && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal));
    }

    private void Person(Found name, DraftOrigin origin, Passage passage, List<Part> parts, int at)
    {
        if (person?.Name is { } open && Same(open.Value, name.Value)) return;
        if (origin == DraftOrigin.Prose && (!Wanted(passage, parts) || Remains(name, passage, parts, at))) return;
        person = new PersonDraft(name, origin) { Body = bodyHeading, Function = waitingFunction, Email = waitingEmail };
        if (waitingRole is not null && roleHouse is { } house)
        {
            person.Organization = house;
            roleHouse = null;
            person.Role = waitingRole.Value.Role;
            person.Designated = true;
            waitingRole = null;
            Persons.Add(person);
            return;
        }
        if (waitingRole is { } role) { person.Role = role.Role; person.Designated = true; }
        if (waitingPhone is { } phone) SetPhone(phone.Kind, phone.Number);
        waitingFunction = null;
        waitingRole = null;
        waitingEmail = null;
        waitingPhone = null;
        PersonNext = false;
        if (organization is not null && person.Role is null && bodyHeading is null) organization.Persons.Add(person);
        else
        {
            person.Organization = organization?.Name ?? (passage.Does(Intents.Designate) ? subject : null);
            person.OrganizationIsSubject = organization is null;
            Persons.Add(person);
        }
        person.Designated |= passage.Does(Intents.Designate | Intents.Replace) || bodyHeading is not null;
    }

    /// <summary>"X, Director, remains our representative" changes nothing.</summary>
    private bool Remains(Found name, Passage passage, List<Part> parts, int at)
    {
        if ((passage.Intents & (Intents.Replace | Intents.Nominate)) != 0) return false;
        var next = parts.FindIndex(at + 1, part => part.Kind == PartKind.Person);
        foreach (var verb in context.Marked.Within(Word.Remain, name.Start + name.Length, next < 0 ? passage.Span.End : parts[next].Start))
            return context.Text.AsSpan(name.Start + name.Length, verb.Start - name.Start - name.Length).IndexOfAny(";؛") < 0;
        return false;
    }

    /// <summary>In prose a person counts where the sentence designates, proposes or tells whom to reach.</summary>
    private bool Wanted(Passage passage, List<Part> parts) =>
        (passage.Intents & (Intents.Designate | Intents.Nominate | Intents.Replace)) != 0 || organization is not null && parts.Exists(part => part.Kind is PartKind.Email or PartKind.Phone or PartKind.Mobile or PartKind.Function or PartKind.Label);

    private void FunctionPart(Part part, List<Part> parts, int at)
    {
        part = WithBrackets(part);
        var personFollows = at + 1 < parts.Count && parts[at + 1].Kind == PartKind.Person && parts[at + 1].Start - part.End < 25;
        if (person is { Function: null } && !(personFollows && part.Start - (person.Name?.Start ?? 0) > 60 && parts[at + 1].Start - part.End <= 12)) person.Function = part.Found;
        else if (person?.Function is { } post && part.Start - post.Start - post.Length <= 3 && part.Start > post.Start && !NewLine(post.Start + post.Length, part.Start)) ExtendFunction(part);
        else waitingFunction = part.Found;
    }

    private static readonly System.Buffers.SearchValues<char> NoField = System.Buffers.SearchValues.Create("@,;:\n");

    /// <summary>"Deputy Director (Networks)": a word or two in brackets directly behind the post tell its field.</summary>
    private Part WithBrackets(Part post)
    {
        var text = context.Text;
        if (post.End + 3 >= text.Length || text[post.End] != ' ' || text[post.End + 1] != '(') return post;
        var close = text.AsSpan(post.End, Math.Min(34, text.Length - post.End)).IndexOf(')');
        if (close < 5) return post;
        var inside = text.AsSpan(post.End + 2, close - 2);
        if (inside.ContainsAnyInRange('0', '9') || inside.IndexOfAny(NoField) >= 0 || !char.IsUpper(inside[0]) || NameShapes.Score(inside) >= 0.5 && inside.Contains(' ') || Countries.Parse(inside.ToString()) is not null) return post;
        return post with { Value = MailLayout.Unwrap(text[post.Start..(post.End + close + 1)]), Length = post.Length + close + 1 };
    }

    public void Function(Found function)
    {
        if (person is not null) person.Function ??= function;
        else waitingFunction = function;
    }

    public void Role(SeatRole role, Found where)
    {
        Entry();
        waitingRole = (role, where);
    }

    /// <summary>A role in a column or field of its own: that of the person named before it, otherwise of the next.</summary>
    public void RoleField(SeatRole role, Found where)
    {
        if (person is null) { waitingRole = (role, where); return; }
        person.Role ??= role;
        person.Designated = true;
        Independent(person);
    }

    /// <summary>True inside a part of the mail whose heading announces organizations.</summary>
    public bool Listing { get; set; }

    private void RolePart(Part part, List<Part> parts, int at, DraftOrigin origin)
    {
        if (origin == DraftOrigin.Prose && part.Role == SeatRole.Representative && organization is { Origin: DraftOrigin.Prose, Nominated: true } && part.Start - organization.Name.Start - organization.Name.Length is >= 0 and <= 12) return;
        var personFollows = at + 1 < parts.Count && parts[at + 1].Kind == PartKind.Person && parts[at + 1].Start - part.End <= 25;
        if (origin == DraftOrigin.Prose && person is not null && DashFollows(part.End) && parts.Skip(at + 1).Any(next => next.Kind == PartKind.Person && next.Start - part.End < 90)) { waitingRole = (part.Role!.Value, part.Found); person = null; return; }
        if (part.Role == SeatRole.FocalPoint && ContactOf(part, origin)) return;
        if (origin == DraftOrigin.Prose && person is { Role: { } given } && part.Start > person.Start && Given(part))
        {
            if (given == part.Role) return;
            if (given == SeatRole.Representative && !personFollows) { person.Role = part.Role; return; }
        }
        if (person is { Role: null } && part.Start > person.Start && (!personFollows || origin == DraftOrigin.Prose && Given(part) && Backward(part, parts[at + 1])))
        {
            person.Role = part.Role;
            person.Designated = true;
            Independent(person);
        }
        else if (!(person?.Role is not null && part.Start > person.Start && !personFollows && part.Role == SeatRole.Representative)) waitingRole = (part.Role!.Value, part.Found);
    }

    /// <summary>"а запасным — …": the role is that of the person who is named behind the dash.</summary>
    private bool DashFollows(int at)
    {
        while (at < context.Text.Length && context.Text[at] is ' ' or '\n') at++;
        return at < context.Text.Length && context.Text[at] is '—' or '–';
    }

    /// <summary>"… as its representative", "ممثلاً", "представителем": said of the person before, even where another follows.</summary>
    private bool Given(Part role)
    {
        if (Folding.IsArabic(role.Value[0])) return true;
        foreach (var particle in context.Marked.Within(Word.As, Math.Max(0, role.Start - 24), role.End))
            if (role.Start - particle.End <= 1) return true;
        return role.Value[0] is >= '\u0400' and <= '\u04ff' && Array.Exists(Instrumental, ending => role.Value.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Where another person follows, an "and" tells whose the role is: behind the role it parts the persons, before the role it goes with the one who follows.</summary>
    private bool Backward(Part role, Part next)
    {
        var text = context.Text;
        var between = text.AsSpan(role.End, Math.Max(0, next.Start - role.End));
        if (Folding.IsArabic(role.Value[0]) && between.IndexOfAny(RoleEnds) < 0 && !context.Marked.Any(Word.Conjunction, role.End, next.Start) && !between.TrimStart().StartsWith("و")) return false; // "بصفة خبير السيد X"
        if (between.IndexOfAny(";؛；") >= 0 || context.Marked.Any(Word.Conjunction, role.End, next.Start) || between.TrimStart(" ،,").StartsWith("و")) return true;
        return Folding.IsArabic(role.Value[0]) && !(role.Start > 0 && (text[role.Start - 1] == 'و' || role.Start > 1 && text[role.Start - 2] == 'و'));
    }

    private static readonly System.Buffers.SearchValues<char> RoleEnds = System.Buffers.SearchValues.Create(",;:؛،().");

    private static readonly string[] Instrumental = ["ем", "ём", "ом", "ым", "ей", "ой"];

    /// <summary>The contact point of an organization that is put forward here is its contact, no seat; our own is a seat.</summary>
    private bool ContactOf(Part role, DraftOrigin origin)
    {
        if (organization is not { Nominated: true, Persons.Count: 0, Nameless: null } || origin is DraftOrigin.Form or DraftOrigin.Table || IsOneself(organization.Name.Value)) return false;
        return !Oneself.IsOurs(context, Math.Max(0, role.Start - 14), role.Start + role.Length + 40) && !context.BodyMentions.Any(body => body.Start >= role.Start && body.Start <= role.Start + role.Length + 40);
    }

    /// <summary>A person with a role is designated, no contact of the organization that was named before.</summary>
    private void Independent(PersonDraft designated)
    {
        if (organization is null || !organization.Persons.Remove(designated)) return;
        designated.Organization = organization.Name;
        Persons.Add(designated);
    }

    private void Email(Found email)
    {
        if (context.Marked.Within(Word.Avoid, Math.Max(0, email.Start - 40), email.Start).Any(avoid => email.Start - avoid.End <= 12)) return;
        if (person is not null) person.Email ??= email;
        else if (organization is not null) Nameless().Email ??= email;
        else waitingEmail ??= email;
    }

    public void Phone(PhoneKind kind, Found number)
    {
        if (person is null && organization is null) { waitingPhone ??= (kind, number); return; }
        person ??= Nameless();
        SetPhone(kind, number);
        if (person.Name is null) person = null;
    }

    private void SetPhone(PhoneKind kind, Found number)
    {
        if (kind is PhoneKind.Fax or PhoneKind.PhoneAndFax) person!.Fax ??= number;
        if (kind is PhoneKind.Phone or PhoneKind.PhoneAndFax or PhoneKind.Mobile) person!.Phone ??= number;
    }

    private PersonDraft Nameless() => organization!.Nameless ??= new PersonDraft(null, organization.Origin);

    public void Country(Found country)
    {
        if (organization is not null) organization.Country ??= country;
    }

    /// <summary>"Honduras:" before an organization places what follows.</summary>
    public void CountryHeading(string country)
    {
        countryHeading = country;
        organization = null;
        person = null;
    }

    public void Address(Found address)
    {
        if (organization is not null) organization.Address ??= address;
        else if (person is not null) person.Address ??= address;
    }

    public void Body(Found body)
    {
        bodyHeading = body;
        if (person is not null) { person.Body ??= body; Independent(person); }
    }

    public void BodyHeading(Found body)
    {
        Entry();
        organization = null;
        waitingRole = null;
        bodyHeading = body;
    }

    public void NamePart(Found part)
    {
        if (person is { Name: { } name } && part.Start - name.Start - name.Length is > 0 and < 60)
            person.Name = name with { Value = $"{name.Value} {part.Value}" };
        else Person(part, DraftOrigin.Form, default, [], 0);
    }

    /// <param name="comes">The new person's name; null where the sentence's own person is meant.</param>
    public void Replace(Found? comes, Found leaves, Passage passage)
    {
        foreach (var gone in Persons.FindAll(draft => draft.Name is { } name && Same(name.Value, leaves.Value) && draft.Start >= passage.Span.Start)) { Persons.Remove(gone); Inherit(gone, comes, passage); }
        organization?.Persons.RemoveAll(draft => draft.Name is { } name && Same(name.Value, leaves.Value));
        var target = comes is null ? Persons.FindLast(draft => draft.Start >= passage.Span.Start) ?? (Persons.Count > 0 ? Persons[^1] : null) : Persons.FindLast(draft => draft.Name is { } name && Same(name.Value, comes.Value));
        if (target is null && comes is not null)
        {
            target = new PersonDraft(comes, DraftOrigin.Prose) { Body = bodyHeading, Email = waitingEmail, Role = waitingRole?.Role, Function = waitingFunction is { } post && post.Start > comes.Start ? post : null };
            if (waitingPhone is { } phone) target.Phone = phone.Number;
            waitingEmail = null;
            waitingPhone = null;
            Persons.Add(target);
        }
        if (target is null) return;
        if (target.Name is { } own && Same(own.Value, leaves.Value)) return;
        target.Replaces ??= leaves;
        if (target.Role is null or SeatRole.Representative && OnlyRole(passage) is { } seat) target.Role = seat;
        target.Designated = true;
        person = target;
    }

    /// <summary>"X leaves as our alternate; in his place comes Y": the seat is the one that the sentence names, where it names no other.</summary>
    private SeatRole? OnlyRole(Passage passage)
    {
        SeatRole? only = null;
        foreach (var (kind, role) in Particular)
        {
            if (!context.Marked.Any(kind, passage.Span.Start, passage.Span.End)) continue;
            if (only is not null) return null;
            only = role;
        }
        return only is not null && Persons.Count(person => person.Start >= passage.Span.Start && person.Start < passage.Span.End) == 1 ? only : null;
    }

    private static readonly (Word, SeatRole)[] Particular = [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint)];

    /// <summary>What was taken for the one who goes, because it stood behind his name, belongs to the one who comes.</summary>
    private void Inherit(PersonDraft gone, Found? comes, Passage passage)
    {
        var heir = comes is null ? Persons.FindLast(draft => draft.Start >= passage.Span.Start) : Persons.FindLast(draft => draft.Name is { } name && Same(name.Value, comes.Value));
        if (heir is null && comes is not null) Persons.Add(heir = new PersonDraft(comes, DraftOrigin.Prose) { Body = bodyHeading });
        if (heir is null) return;
        heir.Email ??= gone.Email;
        heir.Phone ??= gone.Phone;
        heir.Fax ??= gone.Fax;
        heir.Role ??= gone.Role;
    }

    public void Replaces(Found replaced)
    {
        if (person is not null) person.Replaces ??= replaced;
    }
}
