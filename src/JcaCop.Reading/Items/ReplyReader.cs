using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads what a reply changes or adds to items that the sender has been shown: "the second person is the alternate", a number alone. Pure.</summary>
/// <remarks>Only what the reply itself says counts; of whom it says it, the items tell. Where that is not plain, the change asks for a person.</remarks>
public static class ReplyReader
{
    /// <summary>The reply as it reads beside the items that it answers.</summary>
    /// <param name="earlier">In the order in which a receipt showed them; with a word on whether each stands in the register by now.</param>
    /// <returns>
    /// The reading as it was, where the reply says by itself what it means, or changes nothing. Beside it which earlier items, of those
    /// that do not stand in the register, it says anew and whole.
    /// </returns>
    public static (MailReading Reading, IReadOnlyList<int> Replaced) Read(MailReading reply, IReadOnlyList<(Item Item, bool Recorded)> earlier)
    {
        if (reply.Sort is not { Kind: MailKind.AutoReply, ByTextAlone: true, SaysOutright: false }) return Read(reply, earlier, later: false);
        // "The number is no longer in use": nobody who has just written is gone, and no header says that a machine answers. What is not read of it a person reads.
        var (said, replaced) = Read(MailReader.OfPerson(reply) with { Items = [] }, earlier, later: false);
        return (said.Items.Count > 0 || said.NeedsAttention ? said : said with { NeedsAttention = true, AttentionReasons = [Attention.Beside(reply.Mail.Body.ReplyText.Trim())] }, replaced);
    }

    /// <summary>The same for a mail that answers nothing of ours: its sender has written before, and it completes that. Whoever is meant must be named in it; what waits of the earlier mail goes on waiting.</summary>
    public static (MailReading Reading, IReadOnlyList<int> Replaced) ReadLater(MailReading mail, IReadOnlyList<(Item Item, bool Recorded)> earlier)
    {
        if (!Repeats(mail)) return Read(mail, earlier, later: true);
        // "In addition to our reply: the telephone of Ms Lind (Lark Society) is …" looks like a nomination and cannot stand alone: beside the first mail it completes what that one told.
        var subjects = earlier.SelectMany((one, index) => Subjects(one.Item, index)).ToList();
        var bare = mail with { Items = [] };
        if (!mail.Items.All(item => IsToldOf(item, subjects)) || Read(bare, earlier, later: true) is not ({ Items.Count: > 0 } whole, var replaced)) return (mail, []);
        return (whole, replaced);
    }

    private static readonly PhraseIndex<bool> Completing = new(LexiconFile.Words("completes", "completes").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>A mail that says it adds to an earlier one, and of which nothing was read but those put forward, none of them surely.</summary>
    public static bool Repeats(MailReading mail) => mail.Items.Count > 0 && mail.Items.All(static item => item is Nomination or Representative { Replaces: null } && item.Decision == Decision.Review)
        && (Completing.FindAll(mail.Mail.Body.Readable.Length > Opening ? mail.Mail.Body.Readable[..Opening] : mail.Mail.Body.Readable).Count > 0 || Completing.FindAll(mail.Mail.Subject).Count > 0);

    private const int Opening = 400;

    /// <summary>It names nobody but those of whom the earlier mail told.</summary>
    private static bool IsToldOf(Item item, List<ReplySubject> subjects) => item switch
    {
        Nomination nomination => subjects.Exists(subject => ReplyStatements.Names(nomination.Organization.Name, subject)) && (nomination.Contact?.Name is not { } contact || subjects.Exists(subject => ReplyStatements.IsCalled(contact, subject))),
        Representative { Person.Name: { } name } => subjects.Exists(subject => ReplyStatements.IsCalled(name, subject)),
        _ => false,
    };

    private static (MailReading Reading, IReadOnlyList<int> Replaced) Read(MailReading reply, IReadOnlyList<(Item Item, bool Recorded)> earlier, bool later)
    {
        var subjects = earlier.SelectMany((one, index) => Subjects(one.Item, index)).ToList();
        if (reply.Sort.Kind != MailKind.Human || subjects.Count == 0) return (reply, []);
        if (!later && PutRight(reply, earlier) is { } plain) return plain;
        if (Named(reply, subjects, earlier, later) is { } named) return named;
        if (later && reply.Items.Count > 0) return (reply, []);
        // A reply that nominates or designates by itself is a mail like any other; so is a correction that names whom it corrects.
        if (reply.Items.Any(item => !IsOfThese(item, subjects))) return (reply, []);
        var context = ContextOf(reply);
        // Who leaves, or takes another's place, has no details to be completed.
        if (later && context.Utterances.Exists(utterance => context.Matters.Any(Matter.Remove, utterance.Span) || context.Matters.Any(Matter.Absent, utterance.Span)
            || context.Marked.Any(Word.Replace, utterance.Span.Start, utterance.Span.End))) return (reply, []);
        var all = ReplyStatements.Collect(context, subjects, later);
        IReadOnlyList<Item> items = [.. all.SelectMany(said => Items(said, earlier[said.Subject.Index].Recorded).Select(item => later && !SaysBoth(context, said) ? AsBefore(item, earlier) : item))];
        if (items.Count == 0) return (reply, []);
        var reasons = Attention.Reasons(context, items);
        if (CorrectionRest.Find(context, items, reply: true) is { } rest && Attention.LeftOf(context, rest) is var left && !reasons.Contains(left)) reasons = [.. reasons, left];
        return (reply with { Items = items, NeedsAttention = reasons.Count > 0, AttentionReasons = reasons },
            [.. all.Where(said => !earlier[said.Subject.Index].Recorded && said.Subject.Item is Nomination or Representative).Select(said => said.Subject.Index).Distinct()]);
    }

    private static ItemContext ContextOf(MailReading reply) =>
        new(reply.Mail, reply.Language, reply.Respondent, reply.Answers, reply.Mail.Body.Readable.Length > LongestText ? reply.Mail.Body.Readable[..LongestText] : reply.Mail.Body.Readable, null);

    private const int LongestText = 100_000;

    /// <summary>Names, functions and addresses that the receipt showed wrong, where all that the reply says of them is plain (<see cref="ShownCorrections"/>).</summary>
    private static (MailReading Reading, IReadOnlyList<int> Replaced)? PutRight(MailReading reply, IReadOnlyList<(Item Item, bool Recorded)> earlier)
    {
        var subjects = earlier.SelectMany((one, index) => one.Item is Registration coming && one.Recorded ? [new ReplySubject(index, coming, coming.Person, null)] : Subjects(one.Item, index)).ToList();
        var context = ContextOf(reply);
        List<TextSpan> others = [];
        var changes = ShownCorrections.Read(context,
            [.. subjects.Select(static one => (one.Person?.Name, one.Person?.Function, one.Person?.Address, one.Organization, (one.Item as Nomination)?.Organization.Address))],
            span => ReplyStatements.Target(context, span, subjects, null) is (var subject, true) && (subjects.Count == 1 || subject is not null) ? subjects.IndexOf(subject!) : null,
            span => { others.Add(span); return true; });
        if (changes.Count == 0) return null;
        var all = ReplyStatements.Collect(context, subjects, later: false, others);
        if (all.Exists(static said => !said.Sure) || !others.TrueForAll(span => all.Exists(said => said.Evidence.Exists(proof => span.Contains(proof.Offset))))) return null;
        foreach (var (value, text, start) in changes)
        {
            var said = all.Find(one => one.Subject == subjects[value.Subject]);
            if (said is null) all.Add(said = new ReplySaid(subjects[value.Subject], true));
            switch (value.Field)
            {
                case ShownField.PersonName: said.NewName = text; break;
                case ShownField.Function: said.Function = text; break;
                case ShownField.PersonAddress: said.Address = text; break;
                case ShownField.HouseName: said.NewHouse = text; break;
                default: said.HouseAddress = text; break;
            }
            ReplyStatements.Note(said, context, value.Field is ShownField.PersonName or ShownField.Function or ShownField.PersonAddress ? "person" : "organization", start, text);
        }
        IReadOnlyList<Item> items = [.. all.SelectMany(said => Items(said, earlier[said.Subject.Index].Recorded))];
        return (reply with { Items = items, NeedsAttention = false, AttentionReasons = [] },
            [.. all.Where(said => !earlier[said.Subject.Index].Recorded && said.Subject.Item is Nomination or Representative).Select(said => said.Subject.Index).Distinct()]);
    }

    private static IEnumerable<ReplySubject> Subjects(Item item, int index) => item switch
    {
        Nomination nomination => [new ReplySubject(index, item, nomination.Contact, nomination.Organization.Name)],
        Representative seat => [new ReplySubject(index, item, seat.Person, null)],
        Correction correction when correction.Person is not null => [new ReplySubject(index, item, correction.Person with { Name = correction.Person.Name ?? correction.Name }, null)],
        _ => [],
    };

    /// <summary>The item adds to somebody whom the letter showed, and could not stand alone: a role for a name, a value for nobody in particular.</summary>
    private static bool IsOfThese(Item item, List<ReplySubject> subjects) => item switch
    {
        Correction correction => !subjects.Any(subject => ReplyStatements.Names(correction.Name, subject)),
        Representative { Person: { Name: { } name, Email: null, Phone: null } } seat => seat.Replaces is null && subjects.Any(subject => subject.Item is Representative && Called(name, subject)),
        _ => false,
    };

    private static bool Called(string name, ReplySubject subject) =>
        subject.Person?.Name is { } person && (SameName.Is(person, name) || Folding.Fold(person).Text.Split(' ').Contains(Folding.Fold(name).Text.Trim()));

    /// <summary>Corrections that name, whole or shortly, whom the earlier mail told of: what waits is said anew with them, and whoever stands in the register is called by the whole name.</summary>
    /// <returns>Null where one of them names nobody of these, or several.</returns>
    private static (MailReading Reading, IReadOnlyList<int> Replaced)? Named(MailReading reply, List<ReplySubject> subjects, IReadOnlyList<(Item Item, bool Recorded)> earlier, bool later)
    {
        if (reply.Items.Count == 0 || !reply.Items.All(static item => item is Correction { Letters: false })) return null;
        var standing = new List<Item>();
        var anew = new SortedDictionary<int, Item>();
        foreach (var correction in reply.Items.Cast<Correction>())
        {
            var meant = subjects.FindAll(subject => ReplyStatements.Names(correction.Name, subject));
            if (meant.Count == 0) meant = subjects.FindAll(subject => correction.Name is { } name && subject.Person?.Name is { } full && ShortNames.IsPartOf(name, full));
            if (meant.Select(subject => subject.Index).Distinct().Count() != 1) return null;
            var (index, item) = (meant[0].Index, earlier[meant[0].Index].Item);
            if (earlier[index].Recorded || item is not (Nomination or Representative)) standing.Add(ReplyStatements.Names(correction.Name, meant[0]) ? correction : correction with { Name = meant[0].Person?.Name });
            else
            {
                var changed = Anew(anew.GetValueOrDefault(index, item), correction);
                anew[index] = changed with
                {
                    Confidence = later ? Math.Min(changed.Confidence, correction.Confidence) : correction.Confidence,
                    Decision = later && changed.Decision != Decision.Accept ? changed.Decision : correction.Decision,
                };
            }
        }
        IReadOnlyList<Item> items = [.. standing, .. anew.Values];
        return items.SequenceEqual(reply.Items) ? null : (reply with { Items = items }, [.. anew.Keys]);
    }

    /// <summary>What waits, with what a correction changes of it.</summary>
    private static Item Anew(Item waiting, Correction told) => waiting switch
    {
        Nomination nomination => nomination with
        {
            Organization = nomination.Organization with
            {
                Name = told.Organization?.Name ?? nomination.Organization.Name, Country = told.Organization?.Country ?? nomination.Organization.Country,
                Website = told.Organization?.Website ?? nomination.Organization.Website, Address = told.Organization?.Address ?? nomination.Organization.Address,
            },
            Contact = told.Person is null ? nomination.Contact : Renamed(Filled(nomination.Contact ?? new Person(null), told.Person), told.Person),
        },
        Representative seat => seat with { Person = Renamed(Filled(seat.Person, told.Person), told.Person) },
        _ => waiting,
    };

    private static Person Renamed(Person person, Person? told) => told?.Name is { } name ? person with { Name = name } : person;

    /// <summary>A later mail confirms nothing of what its sender wrote before: what waited was not shown as right.</summary>
    private static Item AsBefore(Item item, IReadOnlyList<(Item Item, bool Recorded)> earlier) => item is Nomination or Representative
        ? item with { Confidence = Math.Min(item.Confidence, earlier.Min(one => one.Item.Confidence)), Decision = earlier.All(one => one.Item.Decision == Decision.Accept) ? item.Decision : Decision.Review } : item;

    /// <summary>
    /// "The telephone of Ms Lind (Lark Society) is …": the sentence that brings what was missing names the organization and its contact as the first mail did. Then both were read right, and nothing is left that kept it waiting.
    /// </summary>
    private static bool SaysBoth(ItemContext context, ReplySaid said)
    {
        if (said is not { Sure: true, Subject: { Item: Nomination { Organization.Name: { Length: > 3 } house, Contact: { Name: not null, Email: null, Phone: null } }, Person: not null } subject } || said.Email is null && said.Phone is null) return false;
        foreach (var utterance in context.Utterances)
        {
            if (!said.Evidence.Exists(proof => proof.Source is null && utterance.Span.Contains(proof.Offset))) continue;
            var text = utterance.Span.In(context.Text);
            if (!Folding.Fold(text).Text.Contains(Folding.Fold(house).Text.Trim(), StringComparison.Ordinal)) return false;
            if (!NamesIn.Find(context, utterance.Span.Start, utterance.Span.End).Exists(name => ReplyStatements.IsCalled(name.Value, subject)) && !text.Contains(subject.Person.Name!, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }

    private static IEnumerable<Item> Items(ReplySaid said, bool recorded)
    {
        var (item, person) = (said.Subject.Item, said.Subject.Person);
        var told = said is { Email: null, Phone: null, Fax: null, Function: null, NewName: null, Address: null } ? null : new Person(said.NewName, said.Function, said.Email, said.Phone, said.Fax, said.Address);
        var house = said is { Website: null, NewHouse: null, HouseAddress: null } ? null : new Organization(said.NewHouse, null, said.Website, said.HouseAddress);
        if (item is Representative seat && (said.Role is not null || (told is not null && !recorded)))
            yield return With(seat with { Role = said.Role ?? seat.Role, Person = Renamed(Filled(seat.Person, told), told) }, said);
        else if (item is Nomination nomination && !recorded)
            // What waits for a person waits whole: with what the reply adds.
            yield return With(Anew(nomination, new Correction(null, told, house)), said);
        else if (item is Nomination known && told is not null && person?.Name is null)
            yield return With(new Nomination(new Organization(known.Organization.Name, known.Organization.Country, said.Website), told), said);
        else if (told is not null || house is not null)
        {
            if (told is not null) yield return With(new Correction(person?.Name ?? said.Subject.Organization, told, null), said);
            if (house is not null) yield return With(new Correction(said.Subject.Organization, null, house), said);
        }
    }

    private static Person Filled(Person person, Person? told) => told is null ? person : person with
    {
        Function = told.Function ?? person.Function, Email = told.Email ?? person.Email, Phone = told.Phone ?? person.Phone, Fax = told.Fax ?? person.Fax,
        Address = told.Address ?? person.Address,
    };

    private static T With<T>(T item, ReplySaid said) where T : Item => item with
    {
        Confidence = said.Sure ? 0.9 : 0.6, Decision = said.Sure ? Decision.Accept : Decision.Review, Evidence = said.Evidence,
    };
}
