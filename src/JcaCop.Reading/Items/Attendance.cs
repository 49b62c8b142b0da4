using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Who will come to a meeting and who will not, as one mail tells it; read once for both readers.</summary>
internal sealed class Attendance
{
    /// <summary>A post before a name begins behind one of these.</summary>
    private static readonly System.Buffers.SearchValues<char> PostStarts = System.Buffers.SearchValues.Create(",،，;:由派将將");

    private const string Ours = "们們国國方部局校司院社处處省市协協单單中站署";

    /// <summary>With these a reason begins, no name: 因经费所限.</summary>
    private const string Causes = "因受由经鉴限";

    private static readonly System.Buffers.SearchValues<char> HouseMarks = System.Buffers.SearchValues.Create(",(（，،");

    private readonly ItemContext context;
    private readonly List<Item> items = [];
    private (string Name, TextSpan Where)? body;

    private Attendance(ItemContext context) => this.context = context;

    public static IReadOnlyList<Item> Of(ItemContext context) => context.Attendance ??= Read(context);

    private static IReadOnlyList<Item> Read(ItemContext context)
    {
        if (!Spoken(context.Matters) || context.Answers.Meeting is null && !context.Matters.Has(Matter.Meeting) && !BothWays(context.Matters) || Liaisons.MayBe(context.Mail)) return [];
        var reading = new Attendance(context);
        var topic = new MeetingTopic(context);
        var lists = AttendanceLists.Read(context, topic);
        reading.items.AddRange(lists.SelectMany(list => list.Items));
        foreach (var utterance in context.Utterances)
            if (!lists.Any(list => list.Span.Contains(utterance.Span.Start)) && utterance.Block is not Table && (reading.items.Count > 0 || topic.Covers(utterance.Span))) reading.Statement(utterance);
        if (reading.items.Count == 0) reading.Answered();
        if (reading.body is { } whole && !reading.items.Exists(item => item is Registration)) reading.Regret(whole.Name, whole.Where, 0.55);
        return reading.items;
    }

    private static bool Spoken(Matters words)
    {
        foreach (var kind in (Matter[])[Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Dispatch, Matter.Absent, Matter.AbsentSelf, Matter.Miss, Matter.Delegation, Matter.Remote, Matter.InPerson])
            if (words.Has(kind)) return true;
        return false;
    }

    private static bool BothWays(Matters words) => words.Has(Matter.Remote) && words.Has(Matter.InPerson);

    private void Statement(Utterances.Utterance utterance)
    {
        var span = utterance.Span;
        var claims = AttendanceClaim.Find(context, span);
        // "will be attended by:" announces the list below it
        if (context.Text[span.End - 1] is ':' or '：' && context.Matters.Any(Matter.Delegation, span)) return;
        if (claims.Count == 0 || (Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Example)) != 0) return;
        var self = false;
        var named = false;
        foreach (var claim in claims)
        {
            if (context.Matters.Any(Matter.Uncertain, claim.Span) || context.Matters.Any(Matter.Remove, claim.Span) || context.Matters.Any(Matter.Asks, claim.Span) || context.Matters.Any(Matter.Unchanged, claim.Span)) continue;
            var names = NamesIn.Find(context, claim.Start, claim.End);
            names.RemoveAll(name => IsOrganization(name.Value));
            var joined = names.Count > 0 && WithWriter(claim, names);
            self = joined || OfSelf(claim, names, self);
            // "Mr X is ill and will not come": a clause without a subject goes on about the one before
            if (names.Count == 0 && !self && named && !claim.Comes) continue;
            named |= names.Count > 0;
            if (claim.Comes) Coming(claim, names, self, span); else Missing(claim, names, self, span);
        }
    }

    /// <summary>The writer speaks of himself or herself: by the form of the verb, as its subject, or as that of the clause before ("I cannot come but will follow online").</summary>
    /// <param name="before">What was found of the clause before.</param>
    private bool OfSelf(AttendanceClaim claim, List<Mention<string>> names, bool before)
    {
        if (claim.OfSelf) return true;
        if (names.Count > 0 || claim.Word.Value is Matter.AttendNoun or Matter.Dispatch) return false;
        if (context.Matters.Within(Matter.I, claim.Start, claim.End).Any(IsSingle)) return true;
        if (!claim.ByWay && context.Matters.Any(Matter.Self, claim.Span) && !context.Matters.Any(Matter.Requests, claim.Span)) return true;
        return before;
    }

    /// <summary>我们, 我国, 我方 are more than one.</summary>
    private bool IsSingle(PhraseHit<Matter> writer) =>
        context.Text[writer.End - 1] != '我' || writer.End >= context.Text.Length || !Ours.Contains(context.Text[writer.End], StringComparison.Ordinal);

    /// <summary>"Mr X and I", 我本人和同事X: the writer stands beside those whom the clause names, joined to them.</summary>
    private bool WithWriter(AttendanceClaim claim, List<Mention<string>> names)
    {
        foreach (var writer in context.Matters.Within(Matter.I, claim.Start, claim.End))
            foreach (var name in names)
            {
                var (from, to) = writer.End <= name.Start ? (writer.End, name.Start) : (name.End, writer.Start);
                if (to - from is > 0 and <= 45 && !Clauses.Part(context.Text, from, to) && Joint(from, to)) return true;
            }
        return false;
    }

    private bool Joint(int from, int to)
    {
        foreach (var joint in context.Marked.Within(Word.Conjunction, from, to))
            if (joint.Start - from <= 2 || to - joint.End <= 20) return true;
        return false;
    }

    private void Coming(AttendanceClaim claim, List<Mention<string>> names, bool self, TextSpan sentence)
    {
        if (names.Exists(name => name.Confidence > 0.9)) names.RemoveAll(name => name.Confidence < 0.8);
        names.RemoveAll(name => context.Marked.Within(Word.Replace, claim.Start, name.Start).Any(verb => name.Start - verb.End is >= 0 and < 22 && context.Marked.At(Word.ReplacedBy, verb.Start) is not { Length: > 1 } && context.Matters.First(Matter.Attend, verb.Start, name.Start) is null));
        if (claim.ByWay) names.RemoveAll(name => name.Confidence < 0.8);
        if (self)
        {
            var own = names.Find(name => SenderPerson.Is(context, name.Value));
            var person = SenderPerson.Of(context, own.Value);
            if (person.Name is null) return;
            if (own.Value is not null && Details(own, claim, claim.End, true) is var said) person = person with { Function = person.Function ?? said.Function, Email = person.Email ?? said.Email, Phone = person.Phone ?? said.Phone };
            Add(person, claim, sentence, own.Value is null ? new TextSpan(claim.Word.Start, claim.Word.Length) : new TextSpan(own.Start, own.Length), true);
            names.Remove(own);
            if (!WithWriter(claim, names)) names.RemoveAll(name => name.Confidence < 0.9);
        }
        else if (names.Count == 0 && Mode(claim.Span) is { } told && items is [.., Registration { Mode: null } last] && claim.Start - last.Evidence[0].Offset is > 0 and < 300)
            items[^1] = Judge(last with { Mode = told }, 0.8);
        for (var i = 0; i < names.Count; i++)
        {
            var until = i + 1 < names.Count ? names[i + 1].Start : Math.Max(claim.End, sentence.End);
            var part = TextSpan.FromBounds(names[i].Start, Math.Min(until, claim.End));
            if (SenderPerson.Is(context, names[i].Value) && context.Emails.All(email => !part.Contains(email.Start)) && SenderPerson.Of(context, names[i].Value) is { } writer)
                Add(writer, claim with { Start = part.Start, End = i + 1 < names.Count ? part.End : claim.End }, sentence, new TextSpan(names[i].Start, names[i].Length), true);
            else Add(Details(names[i], claim, until, names.Count == 1), names.Count == 1 ? claim : claim with { Start = part.Start, End = part.End }, sentence, new TextSpan(names[i].Start, names[i].Length), false);
        }
    }

    private Person Details(Mention<string> name, AttendanceClaim claim, int until, bool alone)
    {
        var text = context.Text;
        string? function = null;
        var end = name.End;
        while (end < until && text[end] is not (';' or '；' or '。') && !(text[end] == '\n' && end + 1 < until && text[end + 1] == '\n')) end++;
        foreach (var email in context.Emails) if (email.Start >= name.End && email.Start < end) end = email.Start;
        foreach (var hit in context.Matters.Within(Matter.Attend, name.End, end)) { end = hit.Start; break; }
        var rest = TextSpan.FromBounds(name.End, Math.Min(until, end + 0));
        foreach (var part in PartFinder.Find(context, rest, DraftOrigin.Prose))
            if (part.Kind == PartKind.Function) { function = part.Value; break; }
        function ??= Before(name, claim);
        string? mail = null, phone = null, fax = null;
        var reach = alone ? Reach(name) : until;
        foreach (var email in context.Emails) if (email.Start >= name.End && email.Start < reach) { mail = email.Value; break; }
        foreach (var number in context.Phones)
        {
            if (number.Start < name.End || number.Start >= reach) continue;
            if (number.Value.Kind == PhoneKind.Fax) fax ??= number.Value.Value; else phone ??= number.Value.Value;
        }
        return new Person(name.Value, function, mail, phone, fax);
    }

    /// <summary>A post directly before the name: "our Director, Ms X", 高级工程师X女士.</summary>
    private string? Before(Mention<string> name, AttendanceClaim claim)
    {
        var from = Math.Max(claim.Start, name.Start - 60);
        if (context.Text.AsSpan(from, name.Start - from).LastIndexOfAny(PostStarts) is var cut and >= 0 && name.Start - from - cut > 2) from += cut + 1;
        return Posts.Phrase(context.Marked, from, name.Start) is { } post && name.Start - post.End <= 8 ? post.Value : null;
    }

    /// <summary>How far what follows a name still describes the only person named: to the next person, or the end of the text.</summary>
    private int Reach(Mention<string> name)
    {
        var end = context.Text.Length;
        foreach (var other in PersonNames.Find(context.Marked, name.End, end))
            if (other.Value != name.Value) { end = other.Start; break; }
        return Math.Min(end, name.End + 500);
    }

    private void Missing(AttendanceClaim claim, List<Mention<string>> names, bool self, TextSpan sentence)
    {
        if (self)
        {
            if (SenderPerson.Of(context).Name is { } own) Regret(own, new TextSpan(claim.Word.Start, claim.Word.Length), claim.OfSelf ? 0.85 : 0.78);
            return;
        }
        foreach (var name in names) Regret(name.Value, new TextSpan(name.Start, name.Length), name.Confidence);
        if (names.Count > 0) return;
        var organizations = OrganizationNames.Find(context.Marked, claim.Start, claim.End).FindAll(name => !Causes.Contains(name.Value[0], StringComparison.Ordinal) && !ActivitySmallWords.IsOurs(name.Value));
        if (organizations.Count > 0) Regret(Whole(organizations[0].Value), new TextSpan(organizations[0].Start, organizations[0].Length), 0.7);
        else if (context.Respondent?.Organization is { } own && (sentence.Length < 200 || claim.Word.Length > 8)) body ??= (own, new TextSpan(claim.Word.Start, claim.Word.Length));
    }

    /// <summary>The writer's own organization, or a company: no person, though it looks like a name.</summary>
    private bool IsOrganization(string name) =>
        context.Respondent?.Organization is { } own && (own.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(own, StringComparison.OrdinalIgnoreCase))
        || new MarkedText(name) is var marked && (marked.Any(Word.LegalForm, 1, name.Length) || marked.At(Word.Organization, 0) is not null && !Folding.IsHan(name[0]));

    private string Whole(string name) => context.Respondent?.Organization is { } own && SameName.Is(own, name) ? own : name;

    /// <summary>"Remotely, please": an answer to the question, quoted above it, how one will attend.</summary>
    private void Answered()
    {
        if (context.Answers.Meeting is null || context.Mail.Body.Passages.All(passage => passage.Kind != PassageKind.Quote)) return;
        foreach (var paragraph in context.Layout.Paragraphs)
        {
            if (paragraph.Span.Length > 90 || Mode(paragraph.Span) is not { } mode) continue;
            var word = context.Matters.First(mode == AttendanceMode.Remote ? Matter.Remote : Matter.InPerson, paragraph.Span.Start, paragraph.Span.End)!.Value;
            if (word.Start - paragraph.Span.Start > 8 || Utterances.IsOpen(context, paragraph.Span)) continue;
            var person = SenderPerson.Of(context);
            if (person.Name is null) return;
            Add(person, new AttendanceClaim(word, paragraph.Span.Start, paragraph.Span.End, true, true, true), paragraph.Span, new TextSpan(word.Start, word.Length), true);
            return;
        }
    }

    private void Add(Person person, AttendanceClaim claim, TextSpan sentence, TextSpan where, bool self)
    {
        var known = items.FindIndex(item => item is Registration other && other.Person.Name is { } name && SameName.Is(name, person.Name!));
        if (known >= 0)
        {
            if (Mode(claim.Span) is { } told && items[known] is Registration before) items[known] = Judge(before with { Mode = told }, self ? 0.93 : 0.8);
            return;
        }
        var mode = Mode(claim.Span) ?? (AttendanceModes.Present(context, claim.Span, claim.Word.End) ? AttendanceMode.InPerson : (AttendanceMode?)null) ?? Mode(sentence) ?? OnlyMode();
        var missed = items.FindIndex(item => item is Regret { Name: { } gone } && SameName.Is(gone, person.Name!));
        if (missed >= 0)
        {
            // who cannot come to the room and follows from afar is there
            if (Mode(claim.Span) != AttendanceMode.Remote) return;
            items.RemoveAt(missed);
        }
        items.Add(Judge(new Registration(context.Answers.Meeting, mode, person, Organization(sentence, self, where), context.Respondent?.Country)
        {
            Evidence = [new Evidence("person.name", context.Source, where.Start, where.In(context.Text), self ? 0.9 : 0.8)],
        }, self ? 0.93 : 0.8, context.Emails.Count == 0));
    }

    /// <summary>The house that a name is given with ("X of Y Ltd", "X (Y Ltd, x@…)"), otherwise that of the mail.</summary>
    private string? Organization(TextSpan sentence, bool self, TextSpan where)
    {
        if (!self)
        {
            var end = Math.Min(sentence.End, where.End + 90);
            foreach (var next in NamesIn.Find(context, where.End, end)) { end = next.Start; break; }
            foreach (var name in OrganizationNames.Find(context.Marked, where.End, end))
                if (name.Confidence >= 0.6 && GivenWith(where.End, name) && !Units.IsUnit(name.Value) && !RespondentOrganization.IsPost(context.Marked, name) && !RespondentOrganization.IsAddressee(name.Value)) return Whole(name.Value);
        }
        return context.Respondent?.Organization ?? (self ? null : OrganizationNames.Find(context.Marked, sentence.Start, sentence.End).Select(name => name.Value).FirstOrDefault());
    }

    /// <summary>Between the name and its house stand a bracket, a comma, or a word such as "of"; no verb.</summary>
    private bool GivenWith(int from, Mention<string> house) =>
        house.Start > from && !context.Matters.Any(Matter.Attend, TextSpan.FromBounds(from, house.Start)) && !context.Matters.Any(Matter.Meeting, TextSpan.FromBounds(from, house.Start))
        && (context.Text.AsSpan(from, house.Start - from).IndexOfAny(HouseMarks) >= 0 || context.Marked.Any(Word.Connector, from, house.Start) || Folding.IsArabic(context.Text[house.Start]) && house.Start - from <= 6);

    private void Regret(string name, TextSpan where, double confidence)
    {
        if (items.Exists(item => item is Regret known && SameName.Is(known.Name!, name))) return;
        items.RemoveAll(item => item is Registration { Person.Name: { } registered } && SameName.Is(registered, name));
        var sure = context.Answers.Meeting is not null && confidence >= 0.75;
        items.Add(new Regret(context.Answers.Meeting, name)
        {
            Confidence = sure ? confidence : confidence * 0.7,
            Decision = sure ? Decision.Accept : Decision.Review,
            Evidence = [new Evidence("name", context.Source, where.Start, where.In(context.Text), confidence)],
        });
    }

    private AttendanceMode? Mode(TextSpan span) => AttendanceModes.Of(context, span);

    private AttendanceMode? OnlyMode() => Mode(new TextSpan(0, context.Text.Length));

    /// <param name="addressless">The mail gives no address at all, so that none was lost.</param>
    internal static Registration Judge(Registration registration, double confidence, bool addressless = false)
    {
        var whole = registration.Meeting is not null && registration.Mode is not null && registration.Person.Name is not null && (registration.Person.Email is not null || addressless);
        var sure = whole && confidence >= 0.8;
        return registration with { Confidence = Math.Round(whole ? confidence : confidence * 0.75, 3), Decision = sure ? Decision.Accept : Decision.Review };
    }
}
