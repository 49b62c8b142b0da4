using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Tells which drafts of a mail are nominations and which are seats, by the rules of judgement in <c>corpus/SCHEMA.md</c>.</summary>
internal sealed class Seats
{
    public List<OrganizationDraft> Nominated { get; } = [];

    public List<Seat> Seated { get; } = [];

    public static Seats Of(ItemContext context) => context.Seats ??= Read(context);

    private static Seats Read(ItemContext context)
    {
        var seats = new Seats();
        var purpose = MailPurpose.Of(context);
        if (!purpose.Nominates && !purpose.Designates) return seats;
        var drafts = DraftReader.Read(context);
        Oneself.Complete(context, drafts);
        foreach (var organization in drafts.Organizations)
        {
            var seated = drafts.Persons.Any(person => person.Organization == organization.Name);
            if (!purpose.Nominates || seated && organization.Persons.Count == 0) continue;
            if (organization.Origin != DraftOrigin.Prose && drafts.IsOneself(organization.Name.Value) && organization.Persons.Count == 0 && organization.Nameless is null && organization.Website is null) continue;
            if (organization.Origin == DraftOrigin.Lines && purpose.OnlyMends && organization.Persons.Count == 0) continue;
            if (seats.Nominated.Exists(other => DraftAssembler.Same(other.Name.Value, organization.Name.Value))) continue;
            if (organization is { Persons.Count: 0, Nameless: null, Website: null, Origin: not DraftOrigin.Form and not DraftOrigin.Table } && (organization.Address is null || organization.Origin == DraftOrigin.Prose)) continue;
            seats.Nominated.Add(organization);
            Prefer(organization.Persons);
            foreach (var further in organization.Persons.Skip(1)) if (Complete(further)) seats.Seated.Add(new Seat(further, organization.Name.Value, SeatRole.FocalPoint, true, true));
        }
        foreach (var person in drafts.Persons)
        {
            if (!purpose.Designates || !person.Designated && !purpose.DesignatesByDefault || !Complete(person) && person.Role is null && person.Replaces is null) continue;
            if (seats.Seated.Exists(other => other.Person.Name is { } name && DraftAssembler.Same(name.Value, person.Name!.Value))) continue;
            if (person is { Role: SeatRole.Expert, Function: { } post } && context.Marked.At(Word.ExpertRole, post.Start) is { } same && same.Length >= post.Length) person.Function = null;
            var (body, named) = Body(context, person);
            seats.Seated.Add(new Seat(person, body, person.Role ?? SeatRole.Representative, named, person.Role is not null));
        }
        return seats;
    }

    private static bool Complete(PersonDraft person) => person.Name is not null && (person.Email is not null || person.Phone is not null || person.Function is not null || person.Fax is not null);

    /// <summary>A body that came out by its name takes the code that the text gives it elsewhere.</summary>
    private static (string? Name, bool Named) Body(ItemContext context, PersonDraft person)
    {
        var (name, named) = NameOfBody(context, person);
        if (name is null || Bodies.Find(name) is not [var body, ..] || body.Length * 10 < name.Length * 8 || body.Value == name) return (name, named);
        foreach (var mention in context.BodyMentions)
            if (!DraftAssembler.IsAddressee(mention.Value) && mention.Length > body.Length) return (mention.Value, named);
        return (name, named);
    }

    /// <summary>Code of the body, otherwise the organization as named, in its full form; last whom the mail speaks for.</summary>
    private static (string? Name, bool Named) NameOfBody(ItemContext context, PersonDraft person)
    {
        if (person.Body is { } body) return (body.Value, true);
        var own = context.Respondent?.Organization;
        if (person.Origin == DraftOrigin.Prose && Represented.JoinedTo(context, person) is { } joined) return (joined, true);
        if (person.Origin == DraftOrigin.Prose && Represented.BodyBeside(context, person) is { } code) return (code, true);
        if (person.Origin == DraftOrigin.Prose && person.Organization is { } before && person.Role is not null && Represented.InSentence(context, person, before.Start) is { } designating) return (designating, true);
        if (person.Organization is { } named && !person.OrganizationIsSubject) return (own is not null && DraftAssembler.Same(own, named.Value) && !Units.IsUnit(own) ? own : Represented.Full(context, named.Value), true);
        if (context.Respondent?.Body is { } officers) return (officers, false);
        if (Represented.By(context, person) is { Name: { } represented } by) return (represented, by.Direct);
        return (own ?? person.Organization?.Value ?? Signed(context), false);
    }

    /// <summary>The organization in the lines under the text, where nothing else tells whom the mail speaks for.</summary>
    private static string? Signed(ItemContext context)
    {
        if (context.Mail.Body.Signature is not { Length: > 3 } signature) return null;
        var lines = new ItemContext(context.Mail, context.Language, context.Respondent, context.Answers, signature, context.Year);
        foreach (var part in PartFinder.Find(lines, new Layout.TextSpan(0, signature.Length), DraftOrigin.Lines))
            if (part.Kind == PartKind.Organization) return part.Value;
        return null;
    }

    public static Person Person(PersonDraft draft) =>
        new(draft.Name?.Value, draft.Function?.Value, draft.Email?.Value, draft.Phone?.Value, draft.Fax?.Value, draft.Address?.Value);

    /// <summary>A bare run of capital words gives way to the person whom the text addresses by title and details.</summary>
    public static void Prefer(List<PersonDraft> persons)
    {
        if (persons is [{ Name.Confidence: < 0.9 } first, ..] && !Complete(first) && persons.FindIndex(Complete) is > 0 and var better) persons.RemoveRange(0, better);
    }

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
        Add("function", person.Function);
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

/// <summary>What a mail as a whole is for, as far as organizations and persons go.</summary>
internal readonly record struct MailPurpose(bool Nominates, bool Designates, bool DesignatesByDefault)
{
    /// <summary>The words correct or withdraw and put nothing forward: lines with an organization are somebody's signature.</summary>
    public bool OnlyMends { get; init; }

    /// <summary>Three answers under the numbers of their questions: who answers is no nominee.</summary>
    private static bool IsQuestionnaire(ItemContext context)
    {
        var answers = 0;
        foreach (var line in context.Layout.Lines)
        {
            var words = line.Span.Of(context.Text);
            if (words.Length > 3 && words[0] is 'Q' or 'В' or 'P' or '问' or '問' or 'س' && (char.IsDigit(words[1]) || words[1] is ' ' or '题' && char.IsDigit(words[2]))) answers++;
        }
        return answers >= 3;
    }

    public static MailPurpose Of(ItemContext context)
    {
        var intents = Intents.None;
        foreach (var passage in context.Readings.SelectMany(reading => reading.Passages))
        {
            if ((passage.Moods & Moods.Question) != 0) continue;
            intents |= passage.Intents;
        }
        var subject = Passage.Of(new MarkedText(context.Mail.Subject), new Layout.TextSpan(0, context.Mail.Subject.Length)).Intents;
        var circular = context.Answers.Circular;
        var registers = ((intents | subject) & Intents.Register) != 0;
        var nominates = circular == "313" || ((intents | subject) & Intents.Nominate) != 0;
        var designates = circular == "278" || ((intents | subject) & (Intents.Designate | Intents.Replace)) != 0;
        if (registers && circular is null && context.Answers.Meeting is not null) return new MailPurpose(false, false, false);
        if (circular is null && IsQuestionnaire(context)) return new MailPurpose(false, false, false);
        if (context.Answers.Liaison is not null) return new MailPurpose(false, false, false);
        return new MailPurpose(nominates && circular != "278" || circular == "278" && (intents & Intents.Nominate) != 0 && (subject & Intents.Designate) == 0 && (intents & Intents.Designate) == 0, designates, circular == "278") { OnlyMends = (intents & (Intents.Correct | Intents.Withdraw)) != 0 && (intents & (Intents.Nominate | Intents.Designate)) == 0 };
    }
}
