using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Completes drafts where the writer speaks of "our association" or "me": from the respondent and the signature.</summary>
/// <remarks>The signature may supply the sender's own post, phone and organization only where the text makes the sender the subject (SCHEMA, rules of judgement).</remarks>
internal static class Oneself
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("oneself").Select(entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>"我的同事", "my" in a language that has one word for it and "me": whose colleague comes is not who comes.</summary>
    private static List<PhraseHit<string>> Hits(ItemContext context)
    {
        if (context.SelfWords is { } known) return known;
        var hits = Index.FindAll(context.Marked.Folded);
        hits.RemoveAll(hit => Matters.IsBehindFor(context.Text, hit.Start));
        return context.SelfWords = hits.FindAll(hit => hit.Value != "me" || !hits.Exists(longer => longer.Value == "others" && longer.Start <= hit.Start && longer.End > hit.End
            // 代替|我|担任: where the writer goes, the same words give no seat to him or her
            || longer.Value == "goes" && longer.Start < hit.Start && longer.End > hit.Start));
    }

    /// <summary>The words with which the writer speaks of himself or herself as the person meant, in order.</summary>
    public static IReadOnlyList<PhraseHit<string>> Words(ItemContext context) => context.WriterWords ??= Hits(context).FindAll(static hit => hit.Value == "me");

    /// <summary>The words of one kind between the offsets of a statement, in order.</summary>
    public static IEnumerable<PhraseHit<string>> Said(ItemContext context, string kind, TextSpan span) =>
        Hits(context).Where(hit => hit.Value == kind && hit.Start >= span.Start && hit.End <= span.End);

    /// <summary>The writer as a person to be recorded, from header and signature.</summary>
    public static PersonDraft Writer(ItemContext context, int start, int length)
    {
        var person = new PersonDraft(new Found(context.Mail.Sender?.Name ?? "", start, length, 0.8), DraftOrigin.Prose);
        FromSignature(context, person);
        return person;
    }

    public static void Complete(ItemContext context, Drafts drafts)
    {
        if (context.Source is not null) return;
        Speak(context, drafts);
        Reach(context, drafts);
    }

    private static void Speak(ItemContext context, Drafts drafts)
    {
        var hits = Hits(context);
        var me = hits.Find(hit => hit.Value == "me");
        if (drafts.Organizations.TrueForAll(organization => organization is { Persons.Count: 0, Nameless: null, Website: null })
            && Volunteers(context, hits) && SelfOffered.House(context, hits) is { } own)
            Nominate(context, drafts, own);
        var seated = me.Length > 0
            && context.Passages.Any(passage => passage.Span.Contains(me.Start) && passage.Does(Intents.Designate)
                && FocalRole(context, passage) is not null)
            && !context.Passages.Any(passage => passage.Does(Intents.Nominate));
        foreach (var organization in drafts.Organizations)
        {
            if (me.Length > 0 && organization.Persons is [{ Name: { } second }, ..] && (organization.SelfNamed || IsOneself(context, organization.Name.Value)) && IsFirst(context, hits, second))
            {
                var first = Sender(context, me);
                FromSignature(context, first);
                organization.Persons.Insert(0, first);
                continue;
            }
            var points = me.Length > 0 && organization.Persons.Count == 0 && drafts.Organizations.Count == 1 && PointsTo(context, organization, me);
            if (!points && (seated || organization.Persons.Count > 0 || me.Length == 0
                || !organization.SelfNamed && !IsOneself(context, organization.Name.Value) && !SameSentence(context, organization, me.Start))) continue;
            var person = Sender(context, me);
            if (organization.Nameless is { } spare) Seats.Fill(person, spare);
            organization.Persons.Add(person);
            FromSignature(context, person);
        }
        foreach (var hit in hits) if (hit.Value == "me" && Seat(context, drafts, hit)) return;
    }

    /// <summary>"The contact will be myself and, in my absence, Ole Brandt": the writer is told before the one who is named in the same sentence.</summary>
    private static bool IsFirst(ItemContext context, List<PhraseHit<string>> hits, Found second) =>
        !IsSender(context, second.Value) && context.Passages.Any(passage => passage.Span.Contains(second.Start)
            && hits.Exists(hit => hit.Value == "me" && hit.Start >= passage.Span.Start && hit.End <= second.Start
                && context.Marked.Any(Word.FocalRole, passage.Span.Start, hit.End) && !context.Marked.Any(Word.Replace, passage.Span.Start, second.Start)));

    private static bool IsOneself(ItemContext context, string name) => context.Respondent?.Organization is { } own && SameName.Is(own, name);

    /// <summary>"The focal point will be the undersigned", "in her place I shall represent …": the writer takes a seat.</summary>
    private static bool Seat(ItemContext context, Drafts drafts, PhraseHit<string> me)
    {
        if (context.Passages.FirstOrDefault(passage => passage.Span.Contains(me.Start)) is not { Span.Length: > 0 } said || !said.Does(Intents.Designate | Intents.Replace)) return false;
        if (Replaced(context, me.Start) || Leaves(context, said.Span.Start, said.Span.End) is not null) return false;
        var clause = said.Span.Start + 1 + context.Text.AsSpan(said.Span.Start, me.Start - said.Span.Start).LastIndexOfAny(Clauses.Ends);
        if (context.Marked.Any(Word.Remain, Math.Max(said.Span.Start, clause), Math.Min(context.Text.Length, me.End + Near)) && !said.Does(Intents.Replace)) return false;
        if (drafts.Organizations.Exists(organization => organization.Persons.Count > 0 && said.Span.Contains(organization.Start) && !IsOneself(context, organization.Name.Value))) return false;
        if (drafts.Persons.Exists(known => known.Name is { } name && (IsSender(context, name.Value) || SenderPerson.Of(context).Name is { } own && SameName.Is(own, name.Value)))) return false;
        if (drafts.Organizations.Exists(organization => organization.SelfNamed && organization.Persons.Exists(contact => contact.Name is { } name && IsSender(context, name.Value)))) return false;
        var leaves = Replacement.Find(context, said.Span) is { Comes: null } gone ? gone.Leaves : (Mention<string>?)null;
        // "X will come in my place": to the meeting
        if (leaves is not null && context.Meets is { } meets && meets.Covers(said.Span) && context.Matters.Any(Matter.Attend, said.Span) && RoleBeside(context, said, me) is null) return false;
        if ((RoleBeside(context, said, me) ?? (leaves is null ? null : SeatRole.Representative)) is not { } role) return false;
        var person = Sender(context, me);
        person.Role = role;
        person.Designated = true;
        var end = StrongEnd(context.Text, me.End, said.Span.End);
        person.Email = context.Emails.Where(email => email.Start >= me.Start && email.Start < end && NamesIn.Find(context, me.End, email.Start).Count == 0).Select(Found.Of).FirstOrDefault();
        person.Phone = context.Phones.Where(phone => phone.Start >= me.Start && phone.Start < end && phone.Value.Kind is not Parts.PhoneKind.Fax && NamesIn.Find(context, me.End, phone.Start).Count == 0)
            .Select(static phone => new Found(phone.Value.Value, phone.Start, phone.Length, phone.Confidence)).FirstOrDefault();
        if (leaves is { } old)
        {
            drafts.Persons.RemoveAll(known => known.Name is { } name && SameName.Is(name.Value, old.Value));
            foreach (var known in drafts.Persons) if (known.Replaces is { } replaced && SameName.Is(replaced.Value, old.Value)) known.Replaces = null;
            person.Replaces = Found.Of(old);
        }
        FromSignature(context, person);
        if (person.Name is null) return false;
        drafts.Persons.Add(person);
        return true;
    }

    /// <summary>"I remain the representative": who keeps a seat changes nothing.</summary>
    private const int Near = 12;

    private static readonly System.Buffers.SearchValues<char> Strong = System.Buffers.SearchValues.Create(";؛；。");

    private static int StrongEnd(string text, int start, int end)
    {
        var cut = text.AsSpan(start, Math.Max(0, end - start)).IndexOfAny(Strong);
        return cut < 0 ? end : start + cut;
    }

    /// <summary>True where the words between the offsets speak of the writer's own side, or of the coordination activity.</summary>
    public static bool IsOurs(ItemContext context, int start, int end)
    {
        end = Math.Min(end, context.Text.Length);
        foreach (var hit in Hits(context)) if (hit.Start >= start && hit.End <= end && hit.Value is "ours" or "me") return true;
        return false;
    }

    /// <summary>The writer, where the words say that somebody comes in his or her place; null otherwise.</summary>
    public static Mention<string>? Goes(ItemContext context, int start, int end)
    {
        foreach (var hit in Hits(context))
            if ((hit.Value == "goes" && hit.Start >= start && hit.End <= end
                        || hit.Value == "me" && hit.Start >= start && hit.End <= end + Near && Replaced(context, hit.Start))
                    && SenderPerson.Of(context).Name is { } name)
                return new Mention<string>(name, hit.Start, hit.Length, 0.85);
        return null;
    }

    /// <summary>"in place of the undersigned": words of replacing end directly before.</summary>
    private static bool Replaced(ItemContext context, int me)
    {
        // "lo reemplaza la suscrita", "remplacé par le soussigné": the writer comes
        foreach (var (kind, verb) in Replacement.Marks(context.Marked, Math.Max(0, me - Before), me)) if (verb.End == me - 1) return kind == Word.Replace;
        return false;
    }

    private const int Before = 40;

    /// <summary>"I am leaving …": the writer gives up what he or she does, somewhere between the offsets.</summary>
    public static Mention<string>? Leaves(ItemContext context, int start, int end)
    {
        foreach (var hit in Hits(context))
            if (hit.Value == "leaves" && hit.Start >= start && hit.End <= end && SenderPerson.Of(context).Name is { } name) return new Mention<string>(name, hit.Start, hit.Length, 0.8);
        return null;
    }

    /// <summary>True where the words between the offsets speak of the writer's house, and not of the writer alone.</summary>
    public static bool IsOurHouse(ItemContext context, int start, int end)
    {
        foreach (var hit in Hits(context)) if (hit.Start >= start && hit.End <= end && hit.Value is "ours" or "our") return true;
        return false;
    }

    /// <summary>"My new telephone number": the words between the offsets speak of the writer alone, and of no house.</summary>
    public static bool IsMine(ItemContext context, int start, int end)
    {
        var hits = Hits(context).FindAll(hit => hit.Start >= start && hit.End <= end && hit.Value is "ours" or "our" or "mine");
        return hits.Exists(static hit => hit.Value == "mine") && hits.TrueForAll(hit => hit.Value == "mine" || hits.Exists(own => own.Value == "mine" && own.Start == hit.Start && own.Length == hit.Length));
    }

    /// <summary>"The Heron Trust asks to be put forward. I shall be its contact person": the only house that is put forward stands shortly before, and the role is the contact's.</summary>
    private static bool PointsTo(ItemContext context, OrganizationDraft organization, PhraseHit<string> me) =>
        me.Start > organization.Start && me.Start - organization.Start < Shortly && context.Passages.FirstOrDefault(passage => passage.Span.Contains(me.Start)) is { Span.Length: > 0 } said
        && (context.Marked.Any(Word.FocalRole, me.Start, said.Span.End)
            || ContactNouns.FindAll(context.Marked.Folded).Exists(noun => noun.Start >= me.Start && noun.End <= said.Span.End)) && !context.Marked.Any(Word.RepresentativeRole, said.Span.Start, me.Start);

    private const int Shortly = 250;

    private static readonly PhraseIndex<bool> ContactNouns = new(LexiconFile.Words("answered", "contact").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>"… proposes the network X; contact: myself".</summary>
    private static bool SameSentence(ItemContext context, OrganizationDraft organization, int me) =>
        me > organization.Start && me - organization.Start < 200 && context.Passages.Any(passage => passage.Span.Contains(me) && passage.Span.Contains(organization.Start));

    /// <summary>A contact who is the writer is reached where the mail came from, unless the text says otherwise.</summary>
    private static void Reach(ItemContext context, Drafts drafts)
    {
        var author = MailAuthor.Of(context.Mail);
        if (author.Email.Length == 0 || author.Name.Length < 3) return;
        foreach (var person in drafts.Organizations.SelectMany(organization => organization.Persons).Concat(drafts.Persons))
            if (person is { Email: null, Name: { } name } && IsAuthor(author.Name, name.Value)) person.Email = new Found(author.Email, person.Start, 0, 0.8);
    }

    private static bool IsAuthor(string author, string name)
    {
        var words = Folding.Plain(author).Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var shared = 0;
        foreach (var word in Folding.Plain(name).Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries)) if (word.Length > 1 && words.Contains(word)) shared++;
        return shared >= 2 || shared == 1 && words.Length == 1 && Folding.IsHan(words[0][0]);
    }

    private static SeatRole? FocalRole(ItemContext context, Passage passage) =>
        context.Marked.Any(Word.FocalRole, passage.Span.Start, passage.Span.End) ? SeatRole.FocalPoint
        : context.Marked.Any(Word.AlternateRole, passage.Span.Start, passage.Span.End) ? SeatRole.Alternate
        : context.Marked.Any(Word.RepresentativeRole, passage.Span.Start, passage.Span.End) ? SeatRole.Representative : null;

    private static readonly (Word Word, SeatRole Role)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.ExpertRole, SeatRole.Expert), (Word.RepresentativeRole, SeatRole.Representative)];

    /// <summary>The role nearest to the words for oneself, in their own part of the sentence.</summary>
    private static SeatRole? RoleBeside(ItemContext context, Passage passage, PhraseHit<string> me)
    {
        SeatRole? role = null;
        var nearest = int.MaxValue;
        foreach (var (word, means) in Roles)
            foreach (var hit in context.Marked.Within(word, passage.Span.Start, passage.Span.End))
            {
                var gap = hit.Start >= me.End ? hit.Start - me.End : Math.Max(0, me.Start - hit.End);
                if (gap >= nearest || context.Text.AsSpan(Math.Min(hit.End, me.End), Math.Max(0, gap)).IndexOfAny(Strong) >= 0) continue;
                nearest = gap;
                role = means;
            }
        return role;
    }

    /// <summary>A sentence that speaks of "us" puts us forward now.</summary>
    private static bool Volunteers(ItemContext context, List<PhraseHit<string>> hits) => WantsToJoin.Says(context, hits) || SelfOffered.Says(context, hits)
        || context.Passages.Any(passage => passage.Does(Intents.Nominate) && (passage.Moods & Moods.Past) == 0 && (passage.Intents & (Intents.Withdraw | Intents.Correct)) == 0
            && WishedComing.Find(context, passage.Span) is null && !Said(context, "invites", passage.Span).Any()
            // "our network does not wish to take part" puts nobody forward
            && hits.Exists(hit => hit.Value == "our" && passage.Span.Contains(hit.Start) && context.Matters.First(Matter.Negator, hit.End, passage.Span.End) is null));

    private static void Nominate(ItemContext context, Drafts drafts, string own)
    {
        own = FullName.Of(context, own);
        var at = context.Text.IndexOf(own, StringComparison.OrdinalIgnoreCase);
        var name = new Found(own, Math.Max(at, 0), at >= 0 ? own.Length : 0, at >= 0 ? 0.8 : 0.6);
        var organization = new OrganizationDraft(name, DraftOrigin.Prose) { SelfNamed = true };
        drafts.Organizations.Add(organization);
        var free = drafts.Persons.FindAll(person => !person.Designated || person.Role is null);
        // "she is the one who represents us": of a house that offers itself the only person named is the contact
        if (free.Count == 0 && drafts.Persons is [{ Role: SeatRole.Representative or SeatRole.FocalPoint, Replaces: null, Body: null } only]) free = [only];
        foreach (var person in free) { drafts.Persons.Remove(person); organization.Persons.Add(person); }
        foreach (var site in context.Websites) { organization.Website = Found.Of(site); break; }
        foreach (var block in context.Layout.Blocks)
        {
            if (block is not Paragraph paragraph) continue;
            foreach (var sentence in paragraph.Sentences)
                foreach (var part in PartFinder.Find(context, sentence, DraftOrigin.Prose))
                {
                    if (part.Kind == PartKind.Address && part.Value.AsSpan().ContainsAny(AddressSigns)) organization.Address ??= part.Found;
                    if (part.Kind == PartKind.Person && organization.Persons.Count == 0 && !Addressed(sentence, part, context.Text) && !SameName.Is(part.Value, own))
                        organization.Persons.Add(new PersonDraft(part.Found, DraftOrigin.Prose));
                    if (part.Kind is PartKind.Email or PartKind.Phone or PartKind.Mobile && organization.Persons.Count == 0) SelfOffered.Named(context, organization, sentence, part.Start);
                    var person = organization.Persons.Count > 0 ? organization.Persons[^1] : organization.Nameless ??= new PersonDraft(null, DraftOrigin.Prose);
                    if (part.Kind == PartKind.Email) person.Email ??= part.Found;
                    if (part.Kind is PartKind.Phone or PartKind.Mobile) person.Phone ??= part.Found;
                    if (part.Kind == PartKind.Fax) person.Fax ??= part.Found;
                    if (part.Kind == PartKind.Function && person.Name is not null && part.Start > person.Start && sentence.Contains(person.Start)) person.Function ??= part.Found;
                }
        }
        foreach (var person in organization.Persons) if (person.Name is { Length: > 0 } told) person.Function ??= SelfOffered.Ahead(context, Math.Max(0, told.Start - SelfOffered.LongestPost), told.Start);
    }

    /// <summary>A house number, or the comma before a town: "we have no premises yet" is no address.</summary>
    private static readonly System.Buffers.SearchValues<char> AddressSigns = System.Buffers.SearchValues.Create("0123456789٠١٢٣٤٥٦٧٨٩,،，号");

    /// <summary>"Dear Mr X," names the reader.</summary>
    private static bool Addressed(TextSpan sentence, Part person, string text) => sentence.Length < 80 && person.Start - sentence.Start < 30 && text[sentence.End - 1] is ',' or ':' or '：' or '!' or '،';

    private static bool IsSender(ItemContext context, string name) =>
        context.Mail.Sender?.Name is { } sender && Folding.Plain(name).Split(' ').Any(word => word.Length > 3 && Folding.Plain(sender).Contains(word, StringComparison.Ordinal));

    private static PersonDraft Sender(ItemContext context, PhraseHit<string> me) => new(new Found(context.Mail.Sender?.Name ?? "", me.Start, me.Length, 0.8), DraftOrigin.Prose);

    /// <summary>Name as signed, post and phone from the lines under the text.</summary>
    private static void FromSignature(ItemContext context, PersonDraft person)
    {
        var own = SenderPerson.Of(context);
        Found? Of(string? value) => value is null ? null : new Found(value, person.Start, 0, 0.8);
        person.Name = Of(own.Name) ?? (string.IsNullOrEmpty(person.Name?.Value) ? null : person.Name);
        person.Function ??= Of(own.Function);
        person.Phone ??= Of(own.Phone);
        person.Fax ??= Of(own.Fax);
        person.Email ??= Of(own.Email);
    }
}
