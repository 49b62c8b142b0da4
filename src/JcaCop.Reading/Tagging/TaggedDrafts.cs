using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>Joins tagged pieces to the organizations and persons that they describe.</summary>
internal sealed class TaggedDrafts
{
    /// <summary>How sure a detail is that only its place tells.</summary>
    private const double Unsaid = 0.5;

    private readonly ItemContext context;
    private readonly Drafts drafts;
    private readonly PersonsMeant meant;
    private readonly List<Piece> waiting = [];
    private readonly Dictionary<PersonDraft, Place> places = [];

    /// <summary>The organization that further contacts, an address and a site belong to; null where none is open.</summary>
    private OrganizationDraft? organization;

    /// <summary>Whom details belong to: the organization's own where null.</summary>
    private PersonDraft? person;
    private PersonDraft? contactAhead;
    private PersonDraft? seated;

    /// <summary>The person named last is read by another reader, and so is what belongs to him or her.</summary>
    private bool others;
    /// <summary>Where the head named last stands.</summary>
    private Place? record;
    private Piece? body;
    private Piece? role;

    /// <summary>Where the role told last and the person who has it stand on one line: the next body begins anew.</summary>
    private Place? roleTaken;

    /// <summary>"SG17 (alternate) - A\nSG2 - B": a role between a body and its person is not the next body's, which begins a line of its own.</summary>
    private bool IsOfBody(Piece? role, Piece? before, Piece body) =>
        role is not null && before is not null && role.Start > before.Start && body.Start > role.End && context.Text.AsSpan(role.End, body.Start - role.End).Contains('\n');
    private Found? replaced;
    private double replacedSure;
    private Action<int>? extend;

    /// <summary>Those who were given a predecessor that another sentence names.</summary>
    private readonly HashSet<PersonDraft> heirs = [];

    private TaggedDrafts(ItemContext context)
    {
        this.context = context;
        drafts = new Drafts();
        meant = new PersonsMeant(context, drafts);
    }

    public static Drafts Of(ItemContext context)
    {
        var joined = new TaggedDrafts(context);
        for (var i = 0; i < context.Told.Count; i++) joined.Take(context.Told[i].Piece, TurnedRole.Of(context, context.Told, i), context.Told[i].Sure);
        // "The former representative, …, has left."
        if (joined.replaced is { } gone && joined.replacedSure > Unsaid
                && joined.drafts.Persons.FindAll(person => person is { Designated: true, Replaces: null, Role: not SeatRole.Alternate }) is [var heir]
                && heir.Name is { } next && !SameName.Is(next.Value, gone.Value))
            heir.Replaces = gone;
        var beside = new RolesBeside(context);
        foreach (var (person, place) in joined.places) if (person is { Role: null, Designated: true, Name: { } name })
            person.Role = beside.Of(name, place) ?? (person.Replaces is { } before ? beside.Former(before) : null) ?? ExpertOffered.Of(context, name);
        joined.Inherit(beside);
        foreach (var (person, place) in joined.places) HanSuccession.Settle(context, person, place.Origin == DraftOrigin.Prose);
        return joined.drafts;
    }

    /// <summary>"Ida Holm represents us. Her predecessor, Jan Lund, has retired. Ole Brandt is her alternate.": who goes was no alternate, and made way for the one before.</summary>
    private void Inherit(RolesBeside beside)
    {
        foreach (var heir in heirs)
            if (heir is { Role: SeatRole.Alternate, Replaces: { } gone } && beside.Former(gone) is not SeatRole.Alternate
                    && drafts.Persons.FindAll(one => one is { Designated: true, Replaces: null, Role: not SeatRole.Alternate, Name: { } name }
                        && name.Start < gone.Start) is [var first])
                (first.Replaces, heir.Replaces) = (gone, null);
    }

    private void Take(Piece piece, Tag tag, double sure)
    {
        if (tag is not (Tag.Attending or Tag.Absent) && piece.Kind is PieceKind.Mode or PieceKind.Claim) return;
        switch (tag)
        {
            case Tag.Organization when RespondentOrganization.IsAddressee(piece.Value):
                break;
            case Tag.Organization:
                Organization(piece, sure);
                break;
            case Tag.Contact when organization is null && meant.Of(piece) is { } spoken:
                person = spoken;
                others = false;
                break;
            case Tag.Contact when organization is not null:
                Begin(Person(piece, sure));
                organization.Persons.Add(person!);
                break;
            case Tag.ContactAhead:
                organization = null;
                contactAhead = Person(piece, sure);
                Begin(contactAhead);
                break;
            case Tag.Seated:
                Seat(piece, sure);
                break;
            case Tag.NominationDetail or Tag.SeatDetail or Tag.CorrectedDetail:
                if (!others) Belongs(piece, sure);
                break;
            case Tag.NominationDetailAhead or Tag.SeatDetailAhead:
                waiting.Add(piece);
                break;
            case Tag.BodyAhead:
                if (roleTaken is { } taken && (!taken.Shares(piece.Place) || SentenceParts.Parts(context, role?.End ?? 0, piece.Start) || IsOfBody(role, body, piece))) role = null;
                body = piece;
                break;
            case Tag.Body:
                foreach (var one in drafts.Persons) if (one == seated || one.Body is null && one.Organization is null && IsBeside(one, piece)) Represent(one, piece);
                break;
            case Tag.RoleAhead:
                role = piece;
                roleTaken = null;
                break;
            case Tag.Role:
                if (meant.Speaks(piece) is { } spokenOf) spokenOf.Role = piece.Seat;
                else if (seated is not null && !meant.IsAnothers(piece, seated)) seated.Role = piece.Seat;
                break;
            case Tag.Replaced:
                if (meant.Subject(piece) is { } heir) heir.Replaces ??= piece.Found;
                else if (seated is { Replaces: null } && (IsBeside(seated, piece) || piece.Place.Origin is DraftOrigin.Form && places[seated].Block == piece.Place.Block)) seated.Replaces = piece.Found;
                else (replaced, replacedSure) = (piece.Found, sure);
                break;
            case Tag.Continued:
                extend?.Invoke(piece.End);
                break;
            case Tag.Attending or Tag.Corrected or Tag.Withdrawn or Tag.Absent:
                others = true;
                waiting.Clear();
                break;
        }
        if (tag is not Tag.None)
        {
            if (tag is Tag.Organization or Tag.Contact or Tag.Seated) record = piece.Place;
            return;
        }
        extend = null;
        if (piece.Kind == PieceKind.Person && meant.Of(piece) is { } known) { person = known; others = false; }
        if (record is not null && !others && InRecord(piece.Place)) Field(piece);
    }

    /// <summary>A form is one record: what stands in it belongs to the head before it, even where nothing else says so.</summary>
    private bool InRecord(Place place) => place.Block == record!.Block && place.Origin == DraftOrigin.Form && record.Origin == DraftOrigin.Form;

    private void Field(Piece piece)
    {
        if (piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax
                || piece is { Kind: PieceKind.Function, Place.Label: FieldLabel.Function } or { Kind: PieceKind.Address, Place.Label: FieldLabel.Address })
            Belongs(piece, Unsaid);
        else if (piece is { Kind: PieceKind.Person, Place.Label: FieldLabel.Contact or FieldLabel.Person } && organization is { Persons.Count: 0 })
        {
            Begin(Person(piece, Unsaid));
            organization.Persons.Add(person!);
        }
    }

    private void Organization(Piece piece, double sure)
    {
        // "at the Trust you may also write to …": the noun alone speaks of one that is put forward
        if (!piece.Value.Contains(' ', StringComparison.Ordinal) && piece.Value.Length > 4
            && drafts.Organizations.FindLast(known => known.Name.Value.Length > piece.Value.Length
                && known.Name.Value.Split(' ').Contains(piece.Value, StringComparer.OrdinalIgnoreCase)) is { } house)
        {
            organization = house;
            person = null;
            others = false;
            return;
        }
        organization = new OrganizationDraft(piece.Found, piece.Place.Origin) { Nominated = true, Sure = sure };
        drafts.Organizations.Add(organization);
        person = contactAhead;
        others = false;
        if (contactAhead is not null) organization.Persons.Add(contactAhead);
        contactAhead = null;
        Waiting();
        var named = organization;
        extend = end => named.Name = named.Name.Until(context, end);
    }

    private void Begin(PersonDraft next)
    {
        person = next;
        others = false;
        Waiting();
    }

    private void Waiting()
    {
        foreach (var piece in waiting) Belongs(piece, 1);
        waiting.Clear();
    }

    private void Seat(Piece piece, double sure)
    {
        // "Ms Holm may be reached …" speaks of Ida Holm, who is seated already
        if (piece.Kind == PieceKind.Person && meant.Of(piece) is { } same)
        {
            if (piece.Place.Origin == DraftOrigin.Table && places.TryGetValue(same, out var row) && !row.Shares(piece.Place)) return; // "alternate to Ms Holm" in another's row
            seated = person = same;
            same.Replaces ??= replaced;
            replaced = null;
            others = false;
            return;
        }
        seated = Person(piece, sure);
        if (piece.Kind == PieceKind.Writer && seated.Name is { } self && drafts.Persons.Find(known => known.Name is { } name && SameName.Is(name.Value, self.Value)) is { } oneself)
        {
            seated = person = oneself;
            if (role is not null && Carries(role.Place, piece.Place)) oneself.Role ??= role.Seat;
            others = false;
            return;
        }
        seated.Designated = true;
        if (role is not null && Carries(role.Place, piece.Place))
        {
            seated.Role = role.Seat;
            if (role.Place.Shares(piece.Place)) roleTaken = role.Place;
        }
        seated.Replaces = replaced;
        if (replaced is not null && !piece.Place.Span.Contains(replaced.Start)) heirs.Add(seated);
        replaced = null;
        if (seated is { Replaces: null, Role: not SeatRole.Alternate } && piece.Place.Origin == DraftOrigin.Prose
                && Oneself.Goes(context, piece.Place.Span.Start, piece.Place.Span.End) is { } writer && piece.Kind != PieceKind.Writer)
            seated.Replaces = Found.Of(writer);
        organization = null;
        if (body is not null) Represent(seated, body);
        drafts.Persons.Add(seated);
        Begin(seated);
    }

    /// <summary>Addresses of several persons told in one place: the only one without an address whose name this one spells, where it does not spell that of the person named last.</summary>
    private PersonDraft? Spelled(string email)
    {
        if (person?.Name is not { } last || AddressAgreement.Person(last.Value, email)) return null;
        var spelled = drafts.Persons.FindAll(known => known is { Email: null, Name: { } name } && (AddressAgreement.Spells(name.Value, email) || name.Value[0] > LastLatin
            && AddressAgreement.Person(name.Value, email)));
        return spelled is [var only] ? only : null;
    }

    /// <summary>"E-mail: a@… and b@…, respectively", apart from the persons: the next of those who have none.</summary>
    private PersonDraft? NextInOrder(Piece email)
    {
        if (person is not { Email: { } taken, Name: not null }
                || taken.Start + taken.Length is var end && (email.Start <= end || email.Start - end > Joined)
                || context.Told.Any(one => one.Piece.Kind == PieceKind.Person && one.Piece.Place.Shares(email.Place)))
            return null;
        var at = drafts.Persons.IndexOf(person);
        return at < 0 ? null : drafts.Persons.Skip(at + 1).FirstOrDefault(known => known is { Email: null, Designated: true });
    }

    /// <summary>A comma or "and" stands between the two.</summary>
    private const int Joined = 6;

    /// <summary>Names in scripts behind it are spelled in an address by their sound.</summary>
    private const char LastLatin = '\u024f';

    /// <summary>A role told inside a sentence is not that of a person in another paragraph; one over a list or form is that of all in it.</summary>
    private static bool Carries(Place said, Place named) => said.Block == named.Block || said.Origin != DraftOrigin.Prose || named.Origin != DraftOrigin.Prose;

    private static void Represent(PersonDraft whose, Piece piece)
    {
        if (piece.Kind == PieceKind.Body) whose.Body = piece.Found;
        else whose.Organization = piece.Found;
    }

    private bool IsBeside(PersonDraft named, Piece piece) => places[named].Shares(piece.Place);

    private PersonDraft Person(Piece piece, double sure)
    {
        var named = piece.Kind == PieceKind.Writer ? Oneself.Writer(context, piece.Start, piece.Length) : new PersonDraft(piece.Found, piece.Place.Origin);
        named.Sure = sure;
        places[named] = piece.Place;
        extend = end => named.Name = named.Name!.Until(context, end);
        return named;
    }

    private void Belongs(Piece piece, double sure)
    {
        if (piece.Kind == PieceKind.Email && (Spelled(piece.Value) ?? NextInOrder(piece)) is { } whose) person = whose;
        if (organization is not null && piece.Kind == PieceKind.Website) organization.Website ??= piece.Found;
        else if (organization is not null && piece.Kind == PieceKind.Address && piece.Value.Any(char.IsLetterOrDigit))
        {
            if (organization.Address is not null) return;
            organization.Address = piece.Place.Origin is DraftOrigin.Table ? piece.Found : AddressLines.Whole(context, piece.Found);
            var addressed = organization;
            extend = end => addressed.Address = addressed.Address!.Until(context, end);
        }
        else if (person is not null) extend = PersonDetails.Add(context, person, piece, sure) ?? extend;
        else if (organization is not null) extend = PersonDetails.Add(context, organization.Nameless ??= new PersonDraft(null, organization.Origin) { Sure = organization.Sure }, piece, sure) ?? extend;
    }
}
