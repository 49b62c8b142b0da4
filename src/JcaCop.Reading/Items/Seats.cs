using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>The nominations and seats of a mail, as its tags and the words of its writer about himself or herself tell them.</summary>
internal sealed class Seats
{
    public List<OrganizationDraft> Nominated { get; } = [];

    public List<Seat> Seated { get; } = [];

    /// <summary>Sentences that tell the post of somebody who is seated or put forward as a contact.</summary>
    public IReadOnlyList<TextSpan> PostsTold { get; private set; } = [];

    public static Seats Of(ItemContext context) => context.Seats ??= Read(context);

    private static Seats Read(ItemContext context)
    {
        var seats = new Seats();
        var drafts = TaggedDrafts.Of(context);
        Oneself.Complete(context, drafts);
        Predecessors.Complete(context, drafts);
        Respectively.Settle(context, drafts);
        RespectiveSeats.Settle(context, drafts);
        SharedDetails.Settle(context, [.. drafts.Persons.Concat(drafts.Organizations.SelectMany(house => house.Persons)).OrderBy(person => person.Start)], drafts.Organizations);
        Contacts(drafts);
        seats.PostsTold = PostTold.Settle(context, drafts);
        LoneDetails.Settle(context, drafts);
        SharedContacts.Settle(context, drafts);
        NumberBeside.Settle(context, drafts.Persons);
        foreach (var organization in drafts.Organizations)
        {
            if (seats.Nominated.Exists(other => SameName.Is(other.Name.Value, organization.Name.Value))) continue;
            seats.Nominated.Add(organization);
            foreach (var further in organization.Persons.Skip(1)) if (Complete(further)) seats.Seated.Add(new Seat(further, organization.Name.Value, SeatRole.FocalPoint, true, true));
        }
        foreach (var person in drafts.Persons)
        {
            if (person.Name is { } house && RespondentWords.Says(house.Value, RespondentWord.Mission)) continue; // the writer's display name is a house's
            if (person.Name is not { } name || seats.Seated.Exists(other => other.Person.Name is { } known && SameName.Is(known.Value, name.Value))) continue;
            if (person.Role is null && IsExpert(person.Function)) (person.Role, person.Function) = (SeatRole.Expert, null); // "d'intervenir comme expert"
            var (body, named) = Body(context, person);
            seats.Seated.Add(new Seat(person, body, person.Role ?? SeatRole.Representative, named, person.Role is not null));
        }
        // "Organization: Harbour Board" over a form that seats its people: a house of which nothing else is told is not put forward
        seats.Nominated.RemoveAll(house => house is { SelfNamed: false, Origin: DraftOrigin.Form, Persons.Count: 0, Nameless: null, Website: null, Address: null }
            && seats.Seated.Exists(seat => seat.Body is { } body && SameName.Is(body, house.Name.Value)));
        return seats;
    }

    /// <summary>The focal point of an organization put forward without a contact is its contact (SCHEMA: its first person).</summary>
    private static void Contacts(Drafts drafts)
    {
        foreach (var organization in drafts.Organizations)
        {
            if (organization.Persons.Count > 0 || organization.Nameless is { Email: not null }) continue;
            var own = drafts.Persons.FindAll(person => person is { Name: not null, Replaces: null, Role: null or SeatRole.FocalPoint, Organization: { } named } && SameName.Is(named.Value, organization.Name.Value));
            organization.Persons.AddRange(own);
            drafts.Persons.RemoveAll(own.Contains);
        }
    }

    private static bool IsExpert(Found? post) => post is { Length: > 1 } && new Lexicons.MarkedText(post.Value).At(Lexicons.Word.ExpertRole, 0) is { } role && role.End == post.Value.Length;

    private static bool Complete(PersonDraft person) => person.Name is not null && (person.Email is not null || person.Phone is not null || person.Function is not null || person.Fax is not null);

    /// <summary>Code of the body or the organization as the text names it for this person; otherwise whom the mail speaks for.</summary>
    private static (string? Name, bool Named) Body(ItemContext context, PersonDraft person)
    {
        var own = context.Respondent?.Organization;
        if (person.Body is { } body) return (body.Value, true);
        if (BodyWords.IsGroupNoun(person.Organization?.Value ?? own) && (context.Respondent?.Body ?? OnlyGroup(context)) is { } group)
            return (group, person.Organization is not null); // "the Study Group will be served by"
        if (person.Organization is { } named)
            return (own is not null && SameName.Is(own, named.Value) && !Units.IsUnit(own) && !FullName.AddsCountry(named.Value, own) && !IsCut(own, named.Value) ? own : FullName.Of(context, named.Value), true);
        return (context.Respondent?.Body ?? OnlyBody(context)
            ?? (own is not null && RespondentWords.Says(own, RespondentWord.Mission) && Authority(context, person) is { } authority
                ? FullName.Of(context, authority) : null)
            ?? (BodyBehindRole.Of(context, person) is { } told && own?.Contains(told, StringComparison.OrdinalIgnoreCase) != true ? told : null)
            ?? own ?? (Signed(context) is { } signed ? Bodies.Parse(signed) ?? signed : null), false);
    }

    /// <summary>"MINISTERE DU DEVELOPPEMENT" in a letterhead of several lines: the text names the house in full.</summary>
    private static bool IsCut(string own, string named) =>
        named.Length > own.Length && own.Contains(' ', StringComparison.Ordinal) && !own.Any(char.IsLower) && own.Any(char.IsUpper) && named.Any(char.IsLower)
        && SameName.Fold(named).StartsWith(SameName.Fold(own), StringComparison.Ordinal);

    /// <summary>The one body that the text names beside the coordination activity; null where it names none or several.</summary>
    private static string? OnlyBody(ItemContext context)
    {
        string? only = null;
        foreach (var body in context.BodyMentions)
        {
            if (Bodies.IsAddressee(body.Value) || body.Value == only) continue;
            if (only is not null) return null;
            only = body.Value;
        }
        return only;
    }

    /// <summary>The one study group that text and subject name; Questions and working parties are its own.</summary>
    private static string? OnlyGroup(ItemContext context)
    {
        var groups = context.BodyMentions.Select(static body => body.Value)
            .Concat(Bodies.Find(context.Mail.Subject).Select(static body => body.Value))
            .Where(static body => !Bodies.IsAddressee(body) && body.Contains(" SG", StringComparison.Ordinal)).Distinct().Take(2).ToList();
        return groups is [var only] ? only : null;
    }

    /// <summary>A mission hands on what an authority at home decides: the one that the paragraph of the person names nearest, otherwise the first that the text names; null where it names none.</summary>
    private static string? Authority(ItemContext context, PersonDraft person)
    {
        string? first = null, near = null;
        var least = int.MaxValue;
        foreach (var name in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
        {
            if (name.Confidence < SureName || !RespondentWords.Says(name.Value, RespondentWord.Authority)
                    || RespondentWords.Says(name.Value, RespondentWord.Mission) || RespondentWords.Says(name.Value, RespondentWord.Host)
                    || RespondentOrganization.IsAddressee(name.Value))
                continue;
            first ??= name.Value;
            var distance = name.Start > person.Start ? name.Start - person.Start : person.Start - name.End;
            if (distance >= least || context.Text.AsSpan(Math.Min(name.Start, person.Start), Math.Abs(name.Start - person.Start)).Contains("\n\n", StringComparison.Ordinal)) continue;
            (least, near) = (distance, name.Value);
        }
        return near ?? first;
    }

    private const double SureName = 0.8;

    /// <summary>The organization in the lines under the text, where nothing else tells whom the mail speaks for.</summary>
    private static string? Signed(ItemContext context)
    {
        if (context.Mail.Body.Signature is not { Length: > 3 } signature) return null;
        var lines = new ItemContext(context.Mail, context.Language, context.Respondent, context.Answers, signature, context.Year);
        foreach (var part in PartFinder.Find(lines, new Layout.TextSpan(0, signature.Length), DraftOrigin.Lines))
            if (part.Kind == PartKind.Organization && !RespondentOrganization.IsDecoration(part.Value)) return part.Value;
        return null;
    }

    public static Person Person(PersonDraft draft) =>
        new(draft.Name?.Value, PostEnds.Of(draft.Function)?.Value, draft.Email?.Value, draft.Phone?.Value, draft.Fax?.Value, draft.Address?.Value);

    public static void Fill(PersonDraft person, PersonDraft spare)
    {
        person.Email ??= spare.Email;
        person.Phone ??= spare.Phone;
        person.Fax ??= spare.Fax;
    }

    public static void Note(List<Evidence> evidence, ItemContext context, string path, PersonDraft person)
    {
        void Add(string field, Found? found) { if (found is not null) evidence.Add(found.As($"{path}.{field}", context.Text, context.Source)); }
        Add("name", person.Name);
        Add("function", PostEnds.Of(person.Function));
        Add("email", person.Email);
        Add("phone", person.Phone);
        Add("fax", person.Fax);
        Add("address", person.Address);
    }
}

/// <summary>A person with the body that he or she stands for.</summary>
/// <param name="Named">True where the text says it of the person; false where the body follows from whom the mail speaks for.</param>
/// <param name="RoleTold">True where words give the role; false where it is supposed.</param>
internal sealed record Seat(PersonDraft Person, string? Body, SeatRole Role, bool Named, bool RoleTold);
