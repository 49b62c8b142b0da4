using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Who will come to a meeting and who will not, as one mail tells it; read once for both readers.</summary>
internal sealed class Attendance
{
    /// <summary>What a statement says of those whom it names.</summary>
    private readonly record struct Claim(PhraseHit<Matter> Word, int Start, int End)
    {
        public bool Comes => Word.Value is Matter.Attend or Matter.AttendSelf;

        public bool OfSelf => Word.Value is Matter.AttendSelf or Matter.AbsentSelf;

        public TextSpan Span => TextSpan.FromBounds(Start, End);
    }

    /// <summary>A post before a name begins behind one of these.</summary>
    private static readonly System.Buffers.SearchValues<char> PostStarts = System.Buffers.SearchValues.Create(",،，;:由派将將");

    private readonly ItemContext context;
    private readonly List<Item> items = [];
    private (string Name, TextSpan Where)? body;

    private Attendance(ItemContext context) => this.context = context;

    public static IReadOnlyList<Item> Of(ItemContext context) => context.Attendance ??= Read(context);

    private static IReadOnlyList<Item> Read(ItemContext context)
    {
        var words = context.Matters;
        var spoken = words.Has(Matter.Attend) || words.Has(Matter.AttendSelf) || words.Has(Matter.Absent) || words.Has(Matter.AbsentSelf) || words.Has(Matter.Delegation) || words.Has(Matter.Remote) || words.Has(Matter.InPerson);
        if (!spoken || context.Answers.Meeting is null && !words.Has(Matter.Meeting) && !(words.Has(Matter.Remote) && words.Has(Matter.InPerson)) || Liaisons.MayBe(context.Mail)) return [];
        var reading = new Attendance(context);
        var lists = AttendanceLists.Read(context);
        reading.items.AddRange(lists.SelectMany(list => list.Items));
        foreach (var utterance in Utterances.Of(context))
            if (!lists.Any(list => list.Span.Contains(utterance.Span.Start)) && utterance.Block is not Table) reading.Statement(utterance);
        if (reading.items.Count == 0) reading.Answered();
        if (reading.body is { } whole && !reading.items.Exists(item => item is Registration)) reading.Regret(whole.Name, whole.Where, 0.55);
        return reading.items;
    }

    private void Statement(Utterances.Utterance utterance)
    {
        var span = utterance.Span;
        var claims = Claims(span);
        if (claims.Count == 0 || (Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Example)) != 0) return;
        foreach (var claim in claims)
        {
            if (context.Matters.Any(Matter.Uncertain, claim.Span) || context.Matters.Any(Matter.Remove, claim.Span)) continue;
            if (claim.Comes) Coming(claim, span); else Missing(claim, span);
        }
    }

    /// <summary>The statements of a sentence, one for each verb, parted where a new clause begins between two verbs.</summary>
    private List<Claim> Claims(TextSpan span)
    {
        var words = context.Matters;
        var hits = new List<PhraseHit<Matter>>();
        foreach (var kind in new[] { Matter.AbsentSelf, Matter.Absent, Matter.AttendSelf, Matter.Attend })
            foreach (var hit in words.Within(kind, span.Start, span.End))
                if (!hits.Exists(other => hit.Start < other.End && other.Start < hit.End))
                    hits.Add(kind == Matter.Attend && Negated(hit.Start) ? hit with { Value = Matter.Absent } : hit);
        hits.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var claims = new List<Claim>();
        var from = span.Start;
        for (var i = 0; i < hits.Count; i++)
        {
            var next = hits[i].End;
            var cut = span.End;
            var j = i + 1;
            for (; j < hits.Count; j++)
            {
                cut = Cut(next, hits[j].Start);
                if (cut >= 0) break;
                next = hits[j].End;
            }
            if (j >= hits.Count) cut = span.End;
            var word = hits[i];
            for (var k = i + 1; k < j; k++)
                if (word.Value == Matter.Attend && hits[k].Value != Matter.Attend) word = hits[k];
            claims.Add(new Claim(word, from, cut));
            from = cut;
            i = j - 1;
        }
        return claims;
    }

    private bool Negated(int at)
    {
        var before = context.Text.AsSpan(Math.Max(0, at - 5), at - Math.Max(0, at - 5));
        return before.EndsWith("not ", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" no ", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" не ", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("لن ", StringComparison.Ordinal) || before.EndsWith("不", StringComparison.Ordinal) || before.EndsWith("未", StringComparison.Ordinal);
    }

    /// <summary>Where the second of two verbs begins its clause: at a semicolon or "but", otherwise at the first comma; -1 where both belong together.</summary>
    private int Cut(int from, int to)
    {
        if (to - from < 2) return -1;
        var between = context.Text.AsSpan(from, to - from);
        var strong = between.LastIndexOfAny(";；؛");
        if (strong >= 0) return from + strong + 1;
        if (context.Matters.Last(Matter.But, from, to) is { } but) return but.Start;
        var comma = between.IndexOfAny(",،，");
        return comma >= 0 ? from + comma + 1 : -1;
    }

    private void Coming(Claim claim, TextSpan sentence)
    {
        var names = NamesIn.Find(context, claim.Start, claim.End);
        if (names.Exists(name => name.Confidence > 0.9)) names.RemoveAll(name => name.Confidence < 0.8);
        names.RemoveAll(name => context.Marked.Within(Word.Replace, claim.Start, name.Start).Any(verb => name.Start - verb.End is >= 0 and < 22 && context.Marked.At(Word.ReplacedBy, verb.Start) is not { Length: > 1 } && context.Matters.First(Matter.Attend, verb.Start, name.Start) is null));
        if (claim.OfSelf || names.Count == 0 && context.Matters.Any(Matter.Self, claim.Span) && Meant(claim))
        {
            var own = names.Find(name => SenderPerson.Is(context, name.Value));
            var person = SenderPerson.Of(context, own.Value);
            if (person.Name is null) return;
            if (own.Value is not null && Details(own, claim, claim.End, true) is var said) person = person with { Function = person.Function ?? said.Function, Email = person.Email ?? said.Email, Phone = person.Phone ?? said.Phone };
            Add(person, claim, sentence, own.Value is null ? new TextSpan(claim.Word.Start, claim.Word.Length) : new TextSpan(own.Start, own.Length), true);
            names.Remove(own);
            names.RemoveAll(name => name.Confidence < 0.9);
        }
        else if (names.Count == 0 && Mode(claim.Span) is { } told && items is [.., Registration { Mode: null } last] && claim.Start - last.Evidence[0].Offset is > 0 and < 300)
            items[^1] = Judge(last with { Mode = told }, 0.8);
        for (var i = 0; i < names.Count; i++)
        {
            var until = i + 1 < names.Count ? names[i + 1].Start : Math.Max(claim.End, sentence.End);
            var part = TextSpan.FromBounds(names[i].Start, Math.Min(until, claim.End));
            if (SenderPerson.Is(context, names[i].Value) && context.Emails.All(email => !part.Contains(email.Start)) && SenderPerson.Of(context, names[i].Value) is { } self)
                Add(self, claim with { Start = part.Start, End = i + 1 < names.Count ? part.End : claim.End }, sentence, new TextSpan(names[i].Start, names[i].Length), true);
            else Add(Details(names[i], claim, until, names.Count == 1), names.Count == 1 ? claim : claim with { Start = part.Start, End = part.End }, sentence, new TextSpan(names[i].Start, names[i].Length), false);
        }
    }

    /// <summary>A weak word such as "participants" says nothing of the writer.</summary>
    private static bool Meant(Claim claim) => claim.Word.Length > 4;

    private Person Details(Mention<string> name, Claim claim, int until, bool alone)
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
    private string? Before(Mention<string> name, Claim claim)
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

    private void Missing(Claim claim, TextSpan sentence)
    {
        if (claim.OfSelf)
        {
            if (SenderPerson.Of(context).Name is { } own) Regret(own, new TextSpan(claim.Word.Start, claim.Word.Length), 0.85);
            return;
        }
        var names = NamesIn.Find(context, claim.Start, claim.End);
        foreach (var name in names) Regret(name.Value, new TextSpan(name.Start, name.Length), name.Confidence);
        if (names.Count > 0) return;
        var organizations = OrganizationNames.Find(context.Marked, claim.Start, claim.End);
        if (organizations.Count > 0) Regret(Whole(organizations[0].Value), new TextSpan(organizations[0].Start, organizations[0].Length), 0.7);
        else if (context.Respondent?.Organization is { } own && (sentence.Length < 200 || claim.Word.Length > 8)) body ??= (own, new TextSpan(claim.Word.Start, claim.Word.Length));
    }

    private string Whole(string name) => context.Respondent?.Organization is { } own && DraftAssembler.Same(own, name) ? own : name;

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
            Add(person, new Claim(word, paragraph.Span.Start, paragraph.Span.End), paragraph.Span, new TextSpan(word.Start, word.Length), true);
            return;
        }
    }

    private void Add(Person person, Claim claim, TextSpan sentence, TextSpan where, bool self)
    {
        var known = items.FindIndex(item => item is Registration other && other.Person.Name is { } name && DraftAssembler.Same(name, person.Name!));
        if (known >= 0)
        {
            if (Mode(claim.Span) is { } told && items[known] is Registration before) items[known] = Judge(before with { Mode = told }, self ? 0.93 : 0.8);
            return;
        }
        if (items.Exists(item => item is Regret { Name: { } gone } && DraftAssembler.Same(gone, person.Name!))) return;
        var mode = Mode(claim.Span) ?? (Present(claim) ? AttendanceMode.InPerson : (AttendanceMode?)null) ?? Mode(sentence) ?? OnlyMode();
        items.Add(Judge(new Registration(context.Answers.Meeting, mode, person, Organization(sentence, self), context.Respondent?.Country)
        {
            Evidence = [new Evidence("person.name", context.Source, where.Start, where.In(context.Text), self ? 0.9 : 0.8)],
        }, self ? 0.93 : 0.8));
    }

    private string? Organization(TextSpan sentence, bool self) =>
        context.Respondent?.Organization ?? (self ? null : OrganizationNames.Find(context.Marked, sentence.Start, sentence.End).Select(name => name.Value).FirstOrDefault());

    private void Regret(string name, TextSpan where, double confidence)
    {
        if (items.Exists(item => item is Regret known && DraftAssembler.Same(known.Name!, name))) return;
        items.RemoveAll(item => item is Registration { Person.Name: { } registered } && DraftAssembler.Same(registered, name));
        var sure = context.Answers.Meeting is not null && confidence >= 0.75;
        items.Add(new Regret(context.Answers.Meeting, name)
        {
            Confidence = sure ? confidence : confidence * 0.7,
            Decision = sure ? Decision.Accept : Decision.Review,
            Evidence = [new Evidence("name", context.Source, where.Start, where.In(context.Text), confidence)],
        });
    }

    /// <summary>Said of the person: "will take part in this meeting, in Geneva".</summary>
    private bool Present(Claim claim)
    {
        foreach (var place in context.Matters.Within(Matter.Geneva, claim.Word.End, claim.End))
        {
            if (place.Start - claim.Word.End <= 2) return true;
            var before = context.Text.AsSpan(0, place.Start).TrimEnd();
            if (before.Length > 0 && before[^1] is ',' or '،' or '，') return true;
        }
        return false;
    }

    /// <summary>How somebody takes part, where the words of a passage tell it of one way alone.</summary>
    public static AttendanceMode? ModeOf(ItemContext context, TextSpan span)
    {
        var remote = false;
        var present = false;
        foreach (var hit in context.Matters.Within(Matter.Remote, span.Start, span.End)) if (!Denied(context.Text, hit.Start)) remote = true; else present = true;
        foreach (var hit in context.Matters.Within(Matter.InPerson, span.Start, span.End)) if (!Denied(context.Text, hit.Start)) present = true; else remote = true;
        return remote == present ? null : remote ? AttendanceMode.Remote : AttendanceMode.InPerson;
    }

    private static bool Denied(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 7), at - Math.Max(0, at - 7)).TrimEnd();
        if (at < text.Length && Folding.IsHan(text[at]) && before.LastIndexOfAny("不未") is var not and >= 0 && before[not..].IndexOfAny("，。；,") < 0) return true;
        return before.EndsWith("不", StringComparison.Ordinal) || before.EndsWith("not", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" pas", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" не", StringComparison.OrdinalIgnoreCase) || before.EndsWith("ليس", StringComparison.Ordinal);
    }

    private AttendanceMode? Mode(TextSpan span) => ModeOf(context, span);

    private AttendanceMode? OnlyMode() => Mode(new TextSpan(0, context.Text.Length));

    internal static Registration Judge(Registration registration, double confidence)
    {
        var whole = registration.Meeting is not null && registration.Mode is not null && registration.Person is { Name: not null, Email: not null };
        var sure = whole && confidence >= 0.8;
        return registration with { Confidence = Math.Round(whole ? confidence : confidence * 0.75, 3), Decision = sure ? Decision.Accept : Decision.Review };
    }
}
