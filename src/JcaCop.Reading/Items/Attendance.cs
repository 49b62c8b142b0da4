using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>Who will come to a meeting and who will not, as the tags of one text tell it; read once for both readers.</summary>
internal static class Attendance
{
    /// <summary>Between a post and the meeting before it: they part the two.</summary>
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(".،:(؛\n");

    public static IReadOnlyList<Item> Of(ItemContext context) => context.Attendance ??= Read(context);

    private static List<Item> Read(ItemContext context)
    {
        var items = new List<Item>();
        if (context.Meets is null)
        {
            AttendanceAsked.Add(context, items);
            WishedComing.Add(context, items);
            PaperPresented.Add(context, items);
            CalendarReply.Add(context, items);
            DelegateLine.Add(context, items);
            return items;
        }
        var drafts = TaggedAttendance.Of(context);
        SharedHouse.Settle(context, drafts);
        foreach (var said in drafts)
        {
            var draft = HinderedJourney.Of(context, said);
            if (!draft.Comes && draft.Head.Place.Origin is DraftOrigin.Prose && TookPart.SpeaksOfLast(context, draft.Head.Place.Span)) draft = draft with { Unsure = true };
            if (draft.Comes && IsOpen(context, draft)) continue; // a person is asked: the sentence calls for attention
            if (draft.Comes) Coming(context, draft, items); else Missing(context, draft, items);
        }
        AttendanceUntagged.Add(context, items);
        StoodInFor.Settle(context, items);
        AttendanceInstead.Add(context, items);
        AttendanceAsked.Add(context, items);
        WishedComing.Add(context, items);
        PaperPresented.Add(context, items);
        NeitherNor.Add(context, items);
        EachsWay.Settle(context, items);
        TwoMeetings.Add(context, items);
        UnchangedComing.Settle(context, items);
        CalendarReply.Add(context, items);
        DelegateLine.Add(context, items);
        items.RemoveAll(item => Unlisted.IsTitleCalledOff(context, item));
        return items;
    }

    /// <summary>"Subject to my ministry's leave I shall come": a condition on the writer's own coming is nothing to record.</summary>
    private static bool IsOpen(ItemContext context, AttendeeDraft draft) =>
        draft.Person.Origin == DraftOrigin.Prose && draft.Head.Kind is PieceKind.Claim or PieceKind.Writer && (context.Matters.Any(Matter.Uncertain, draft.Head.Place.Span)
            || Utterances.AwaitsLeave(context, draft.Head.Place.Span));

    private static void Coming(ItemContext context, AttendeeDraft draft, List<Item> items)
    {
        var own = draft.Person;
        var affiliation = Affiliation(context, own) ?? (draft.Organization is null ? EntryHouses.Of(context, draft) ?? HouseBeside.Of(context, own) : null);
        own.Function = BehindMeeting(context, own.Function);
        if (own.Function is { } post && ((draft.Organization ?? affiliation)?.Value ?? context.Respondent?.Organization) is { } comesFor) own.Function = OwnPost.Bare(context, post, comesFor);
        var told = Seats.Person(own);
        var writes = own.Name is null || SenderPerson.Is(context, own.Name.Value) && own.Email is null;
        if (writes && draft.Organization is null && context.Respondent?.Organization is null) affiliation ??= OwnHouse.Of(context);
        var person = writes ? Completed(told, SenderPerson.Of(context, own.Name?.Value)) : told;
        if (person.Name is null) return;
        person = Whole(context, person);
        if (person.Name is null) return;
        var mode = draft.Mode is { } way ? Enum.Parse<AttendanceMode>(way.Value) : Everybody(context, draft);
        if (items.FindIndex(item => item is Registration { Person.Name: { } name } && SameName.Is(name, person.Name)) is >= 0 and var known)
        {
            var first = (Registration)items[known];
            items[known] = first with { Mode = first.Mode ?? mode, Person = Completed(first.Person, person) };
            return;
        }
        if (items.FindIndex(item => item is Regret { Name: { } gone } && SameName.Is(gone, person.Name)) is >= 0 and var missed)
        {
            // who cannot come to the room and follows from afar is there
            if (mode != AttendanceMode.Remote) return;
            items.RemoveAt(missed);
        }
        var evidence = new List<Evidence>();
        Seats.Note(evidence, context, "person", own);
        if (own.Name is null) evidence.Insert(0, draft.Head.Found.As("person.name", context.Text, context.Source));
        if (draft.Mode is { } said) evidence.Add(said.As("mode", context.Text, context.Source));
        if (draft.Organization is { } house) evidence.Add(house.As("organization", context.Text, context.Source));
        var organization = (draft.Organization ?? affiliation) is { } named ? Whole(context, named.Value)
            : EntryHouses.IsOthers(context, draft) ? null : context.Respondent?.Organization;
        // "Board Member": a post with the noun of a house in it
        if (organization is not null && organization == person.Function) organization = EntryHouses.IsOthers(context, draft) || draft.Organization is null ? null : context.Respondent?.Organization;
        var coming = new Registration(context.Answers.Meeting, mode, person, organization, context.Respondent?.Country) { Evidence = evidence };
        Add(items, Confidence.Judge(coming, own.Origin, draft.Mode is not null, own.Sure), draft);
    }

    /// <summary>"Ms Holm will attend": who is seated in full above is meant, with what is told there.</summary>
    private static Person Whole(ItemContext context, Person person)
    {
        if (person.Name is not { } name || WholeName.Of(context, name) is var whole && whole == name) return person;
        var seat = Seats.Of(context).Seated.Find(seat => seat.Person.Name is { } seated && SameName.Is(seated.Value, whole));
        return seat is null ? person with { Name = whole } : Completed(person with { Name = whole }, Seats.Person(seat.Person));
    }

    /// <summary>What the text says of all who come; in a list, what stands in another's entry is that person's alone.</summary>
    private static AttendanceMode? Everybody(ItemContext context, AttendeeDraft draft)
    {
        var whole = new TextSpan(0, context.Text.Length);
        if (AttendanceModes.Of(context, whole, way => OwnWay.IsAnothers(context, draft.Head, way.Start)) is not { } mode
            || draft.Person.Origin is not (DraftOrigin.List or DraftOrigin.Table)) return AttendanceModes.Of(context, whole, way => OwnWay.IsAnothers(context, draft.Head, way.Start));
        var others = context.Told.Where(static one => one.Tag == Tag.Attending && one.Piece.Place.Origin is DraftOrigin.List or DraftOrigin.Table).Select(static one => one.Piece.Place).ToList();
        return AttendanceModes.Words(context, whole).All(word => others.Exists(place => place.Span.Contains(word.Start))) ? null : mode;
    }

    private static void Missing(ItemContext context, AttendeeDraft draft, List<Item> items)
    {
        var name = draft.Person.Name?.Value ?? (draft.IsWriter ? SenderPerson.Of(context).Name : context.Respondent?.Organization ?? SenderPerson.Of(context).Name);
        if (name is null || IsOfPaper(context, draft.Head.Start)) return;
        if (draft.Head.Kind == PieceKind.Person) name = WholeName.Of(context, name);
        if (draft.Head.Kind == PieceKind.Organization) name = Whole(context, name);
        if (items.Exists(item => item is Regret { Name: { } known } && SameName.Is(known, name) || item is Registration { Person.Name: { } coming } && SameName.Is(coming, name))) return;
        var regret = Confidence.Judge(
            new Regret(context.Answers.Meeting, name) { Evidence = [draft.Head.Found.As("name", context.Text, context.Source)] }, draft.Person.Origin, draft.Person.Sure);
        Add(items, regret, draft);
    }

    private static void Add(List<Item> items, Item item, AttendeeDraft draft) =>
        items.Add(draft.Unsure ? item with { Signs = [.. item.Signs, new Accepting.Sign(HinderedJourney.Open, 1)] } : item);

    /// <summary>"We regret that we cannot submit the contribution": what will not come is a document.</summary>
    private static bool IsOfPaper(ItemContext context, int head) =>
        context.Utterances.Find(utterance => utterance.Span.Contains(head)).Span is { IsEmpty: false } sentence && ContributionDecline.Is(context, sentence);

    internal static Person Completed(Person person, Person spare) => new(
        person.Name ?? spare.Name, person.Function ?? spare.Function, person.Email ?? spare.Email, person.Phone ?? spare.Phone, person.Fax ?? spare.Fax, person.Address ?? spare.Address);

    /// <summary>"Head of Programmes at the X Line": the organization that a post names is whom the person comes for, and no part of the post.</summary>
    private static Found? Affiliation(ItemContext context, PersonDraft person)
    {
        if (person.Function is not { Length: > 0 } post) return null;
        foreach (var name in OrganizationNames.Find(context.Marked, post.Start, post.Start + post.Length))
        {
            if (name.Confidence < SureName || Units.IsUnit(name.Value) || name.Start == post.Start && name.Length == post.Length) continue;
            var rest = name.Start > post.Start ? Posts.Phrase(context.Marked, post.Start, name.Start) : Posts.Phrase(context.Marked, name.End, post.Start + post.Length);
            if (rest is not { } left) continue;
            person.Function = Found.Of(left);
            return Found.Of(name);
        }
        return null;
    }

    /// <summary>"зарегистрировать на девятое собрание JCA-COP начальника управления": the post begins behind the meeting.</summary>
    private static Found? BehindMeeting(ItemContext context, Found? post)
    {
        if (post is null || IsOfMeeting(context, post)) return null;
        var end = post.Start + post.Length;
        foreach (var meeting in context.Matters.Within(Matter.Meeting, post.Start, end))
        {
            if (context.BodyIn(meeting.End, end) is not { } body) continue;
            foreach (var noun in context.Marked.Within(Lexicons.Word.Post, body.End, end))
                if (context.Text.AsSpan(body.End, noun.Start - body.End).Trim().Length < LongestLead) return new Found(MailLayout.Unwrap(context.Text[noun.Start..end]), noun.Start, end - noun.Start, post.Confidence);
        }
        return post;
    }

    /// <summary>"الاجتماع المقرر في 19 نوفمبر": "scheduled", said of the meeting directly before it, is spelled like "rapporteur", and nobody's post.</summary>
    private static bool IsOfMeeting(ItemContext context, Found post)
    {
        if (context.Text[post.Start] is < '\u0600' or > '\u06ff') return false;
        foreach (var meeting in context.Matters.Within(Matter.Meeting, Math.Max(0, post.Start - LongestOrdinal), post.Start))
            if (context.Text.AsSpan(meeting.End, post.Start - meeting.End).IndexOfAny(ClauseMarks) < 0) return true;
        return false;
    }

    /// <summary>"الاجتماع الثالث ".</summary>
    private const int LongestOrdinal = 24;

    /// <summary>"заместителя", "the": between the meeting and the post.</summary>
    private const int LongestLead = 14;

    private const double SureName = 0.6;

    private static string Whole(ItemContext context, string name) =>
        context.Respondent?.Organization is { } own && SameName.Is(own, name) && !Units.IsUnit(own) && !FullName.AddsCountry(name, own) ? own : FullName.Of(context, name);
}
