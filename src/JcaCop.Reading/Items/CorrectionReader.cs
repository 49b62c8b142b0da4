using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads changes to what was recorded earlier: whose they are, and the new values alone.</summary>
public sealed class CorrectionReader
{
    private readonly ItemContext context;
    private readonly List<CorrectionDraft> drafts = [];
    private CorrectionDraft? open;

    private CorrectionReader(ItemContext context) => this.context = context;

    public static IEnumerable<Item> Read(ItemContext context) => Liaisons.MayBe(context.Mail) ? [] : context.Readings.SelectMany(Both);

    /// <summary>What the rules read, and what the tagger alone does.</summary>
    private static IEnumerable<Item> Both(ItemContext context)
    {
        var ruled = new CorrectionReader(context).ReadOne();
        if (ruled.Count > 0) ruled.RemoveAll(draft => Seats.Of(context).PostsTold.Any(told => told.Contains(draft.Where.Start)));
        foreach (var draft in ruled) draft.Sure = SecondOpinion.Of(context, draft);
        var told = SecondOpinion.Corrected(context, ruled).FindAll(draft => !ReadAs.Holds(context, draft.Where.Start)
            && !Seats.Of(context).PostsTold.Any(span => span.Contains(draft.Where.Start)) && !CorrectionValues.IsInAddress(context, draft.Where));
        return ruled.Where(draft => !SecondOpinion.IsOutdone(draft, told)).Concat(told).Select(draft => draft.Finish(context));
    }

    private List<CorrectionDraft> ReadOne()
    {
        var words = context.Matters;
        var columns = CorrectionColumns.Read(context);
        if (columns is { } told) drafts.Add(told.Draft);
        var outdated = OutdatedEntries.Read(context);
        drafts.AddRange(outdated.Select(static one => one.Draft));
        var moved = MovedTo.IsIn(context);
        if (columns is null && outdated.Count == 0 && !words.Has(Matter.Change) && !words.Has(Matter.Renamed) && !moved && !context.Utterances.Exists(utterance => Contrasts(utterance.Span)
            || ReadAs.Find(context, utterance.Span) is not null || NameSpelled.Find(context, utterance.Span) is not null)) return [];
        var nominating = context.Passages.Any(passage => passage.Does(Intents.Nominate));
        Block? block = null;
        var quiet = 0;
        foreach (var (utterance, whole) in context.Utterances.SelectMany(one => CorrectionSentences.Of(context, one).Select(part => (part, one.Span))))
        {
            if (columns is { } read && read.Lines.Start < utterance.Span.End && utterance.Span.Start < read.Lines.End) continue;
            if (outdated.Exists(one => one.Lines.Start < utterance.Span.End && utterance.Span.Start < one.Lines.End)) { open = null; continue; }
            if (utterance.Block != block && ++quiet > 1 && utterance.Block is Paragraph) open = null;
            block = utterance.Block;
            if (Utterances.IsOpen(context, utterance.Span) || UnchangedComing.Says(context, utterance.Span) || context.Answers.Meeting is not null && words.Any(Matter.AttendSelf, utterance.Span)
                || words.Any(Matter.Absent, utterance.Span) || ChangesWay(utterance.Span)) continue;
            if (utterance.Span == whole && ReadAs.Find(context, whole) is { } pair && new ReadAsDraft(context, drafts).Take(whole, pair) is { } corrected)
            {
                (open, quiet) = (corrected, 0);
                CorrectionValues.Read(context, open, TextSpan.FromBounds(Math.Max(pair.Old.End, pair.New.End), whole.End));
                continue;
            }
            if (utterance.Span == whole && NameSpelled.Find(context, whole) is { } spelled)
            {
                Open(spelled.Wrong, false);
                open!.NewName = spelled.Right.Value;
                var rest = TextSpan.FromBounds(Math.Max(spelled.Right.End, spelled.Wrong.End), whole.End);
                if (NamesIn.Find(context, rest.Start, rest.End).Count == 0) CorrectionValues.Read(context, open, rest);
                open = null;
                continue;
            }
            if (CorrectionSentences.Appoints(context, utterance.Span) || Exchange.In(context, whole) is { } put && OrganizationNames.Find(context.Marked, put.End, whole.End).Count > 0) { open = null; continue; }
            if ((words.Any(Matter.Change, utterance.Span) || utterance.Span != whole && words.Any(Matter.Change, whole) && !nominating
                    || Announced(utterance))
                    && (!nominating || Near(utterance.Span) || Announced(utterance))
                || words.Any(Matter.Renamed, utterance.Span) || Contrasts(utterance.Span) || moved && !nominating && MovedTo.In(context, utterance.Span) is not null) { quiet = 0; Begin(utterance.Span); }
            else if (open is not null && NamesIn.Find(context, utterance.Span.Start, utterance.Span.End).Exists(name => !SameName.Is(name.Value, open.Name))) open = null;
            if (open is not null) CorrectionValues.Read(context, open, utterance.Span);
        }
        return drafts.FindAll(draft => !draft.Empty);
    }

    /// <summary>"魏某改为远程接入，邮箱…": what changes is the way of taking part, and the address behind it is no other than before.</summary>
    private bool ChangesWay(TextSpan span)
    {
        var ways = 0;
        foreach (var change in context.Matters.Within(Matter.Change, span.Start, span.End))
        {
            var end = Math.Min(span.End, change.End + NextWord);
            if (context.Matters.First(Matter.Remote, change.End, end) is null && context.Matters.First(Matter.InPerson, change.End, end) is null) return false;
            ways++;
        }
        return ways > 0;
    }

    /// <summary>As far as the object of a verb begins.</summary>
    private const int NextWord = 10;

    /// <summary>An entry of a list that is said to hold changes names somebody, and a value.</summary>
    private bool Announced(Utterances.Utterance utterance) =>
        utterance.Block is Listing { LeadIn: { } lead } && context.Matters.Any(Matter.Change, lead)
        && !context.Passages.Any(passage => passage.Does(Intents.Nominate) && !lead.Contains(passage.Span.Start)) && FirstValue(utterance.Span)
        && !context.Matters.Any(Matter.Remove, utterance.Span)
        && !PartFinder.Roles.Any(role => context.Marked.Any(role.Item1, lead.Start, lead.End) || context.Marked.Any(role.Item1, utterance.Span.Start, utterance.Span.End));

    /// <summary>A value stands close to the word of change: elsewhere, among organizations put forward, "new" means something else.</summary>
    private bool Near(TextSpan span)
    {
        foreach (var change in context.Matters.Within(Matter.Change, span.Start, span.End))
            if (CorrectionValues.Address(context, span) is { } place && Math.Abs(place.Start - change.End) < 70
                    || context.Emails.Any(email => Math.Abs(email.Start - change.End) < 70)
                    || context.Phones.Any(phone => Math.Abs(phone.Start - change.End) < 70)
                    || context.Websites.Any(site => Math.Abs(site.Start - change.End) < 70))
                return true;
        return false;
    }

    /// <summary>"is not A but B": two values of one kind with "not" between or before them.</summary>
    private bool Contrasts(TextSpan span) =>
        context.Matters.Any(Matter.Old, span)
            && (context.Phones.Count(phone => span.Contains(phone.Start)) > 1
                    && context.Phones.Any(phone => span.Contains(phone.Start) && CorrectionValues.IsOld(context, phone.Start))
                || context.Emails.Count(email => span.Contains(email.Start)) > 1
                    && context.Emails.Any(email => span.Contains(email.Start) && CorrectionValues.IsOld(context, email.Start)));

    /// <summary>Tells whose details the sentence changes.</summary>
    private void Begin(TextSpan span)
    {
        if (Wording.Any(context, span)) return;
        if (Renamed(span)) return;
        var first = FirstValue(span);
        var names = NamesIn.Find(context, span.Start, span.End);
        if (CorrectionValues.Address(context, span) is { } address) names.RemoveAll(name => name.Start >= address.Start && name.Start < address.Start + address.Length);
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End)) // "where it says “Av. Matta 112”": a value, and nobody's name
            if (quoted.Value.Any(char.IsDigit)) names.RemoveAll(name => name.Start >= quoted.Start && name.Start < quoted.End);
        var organizations = OrganizationNames.Find(context.Marked, span.Start, span.End).FindAll(name => name.Confidence >= 0.6 && Bodies.Find(name.Value).Count == 0);
        if (names.Count >= 2 && Spelling(names)) return;
        organizations.RemoveAll(name => Oneself.IsMine(context, name.Start, Math.Min(name.End, name.Start + ShortestHan))); // "Mi dirección de correo"
        // "my number is …, and I am now head of the Digital Unit": the unit belongs to the post
        if (Oneself.IsMine(context, span.Start, span.End) && context.Matters.First(Matter.Becomes, span.Start, span.End) is not null)
            organizations.RemoveAll(name => context.Matters.Last(Matter.Becomes, span.Start, name.Start) is not null && context.Marked.Any(Word.Post, span.Start, span.End));
        if (Moves.Find(context, span) is { Mover: var mover } && (!mover.IsEmpty && Folding.IsHan(context.Text[mover.End - 1]) || names.TrueForAll(name => name.Start >= mover.End || name.End <= mover.Start)) && Mover(mover, organizations) is { } moved) { Open(moved, true); return; }
        if (organizations.Count > 0 && (names.Count == 0 || organizations[0].Start < names[0].Start) && CorrectionValues.Address(context, span) is not null) { Open(organizations[0], true); return; }
        if (names.Count > 0 && Subject(span) is { } longer && names[0].Start == longer.Start && names[0].End < longer.End) { Open(longer, true); return; }
        if (names.Count > 0) { Open(names[0], context.Respondent?.Organization is { } writes && SameName.Is(writes, names[0].Value)); return; }
        if (Label(span) is { } labelled) { Open(labelled, context.Layout.BlockAt(span.Start) is Form form
            && form.Fields.Any(field => field.Label is FieldLabel.Organization && field.Value.Contains(labelled.Start))); return; }
        if (organizations.Count > 0) { Open(organizations[0], true); return; }
        if (Subject(span) is { } subject) { Open(subject, true); return; }
        if (context.Matters.Any(Matter.Renamed, span) && OrganizationNames.Headless(context.Marked, span.Start, span.End) is { } bare) { Open(bare, true); return; }
        if (first && CorrectionValues.Address(context, span) is null && Oneself.IsMine(context, span.Start, span.End) && SenderPerson.Of(context).Name is { } writer)
            Open(new Mention<string>(writer, span.Start, Math.Min(span.Length, 40), 0.85), false);
        else if (first && context.Respondent?.Organization is { } house && Oneself.IsOurHouse(context, span.Start, span.End)) Open(new Mention<string>(house, span.Start, Math.Min(span.Length, 40), 0.85), true);
        else if (first && context.Matters.Any(Matter.Self, span) && SenderPerson.Of(context).Name is { } own)
            Open(new Mention<string>(own, span.Start, Math.Min(span.Length, 40), 0.85), false);
        else if (open is null && first && drafts.Count == 0 && Previous(span) is { } earlier) Open(earlier, true);
    }

    /// <summary>The house that moves, where the words before the verb name one: by its noun, by capitals, or in Chinese alone in its clause.</summary>
    private Mention<string>? Mover(TextSpan clause, List<Mention<string>> organizations)
    {
        if (organizations.Exists(name => clause.Contains(name.Start))) return organizations.FindLast(name => clause.Contains(name.Start));
        var own = clause.Trim(context.Text);
        var words = own.In(context.Text);
        if (words.Length == 0 || !Folding.IsHan(words[0])) return OrganizationNames.Headless(context.Marked, clause.Start, clause.End);
        var bare = words.TrimEnd(HanBefore);
        if (FieldLabels.Whole(HanFurther.Behind(bare)) is FieldLabel.Address) return null; // 另外地址已迁至…: whose it is was told before
        return bare.Length is >= ShortestHan and <= LongestHan && bare.All(Folding.IsHan) && !Oneself.IsOurs(context, own.Start, own.End) ? new Mention<string>(bare, own.Start, bare.Length, 0.7) : null;
    }

    private static readonly char[] HanBefore = [.. LexiconFile.Words("grammar", "beforeHanMove").Select(static sign => sign[0])];

    private const int ShortestHan = 4, LongestHan = 20;

    private bool FirstValue(TextSpan span) =>
        context.Emails.AnyFrom(span.Start, span.End) || context.Phones.AnyFrom(span.Start, span.End) || context.Websites.AnyFrom(span.Start, span.End) || CorrectionValues.Address(context, span) is not null;

    /// <summary>A name behind a label in the form of the correction.</summary>
    private Mention<string>? Label(TextSpan span)
    {
        if (context.Layout.BlockAt(span.Start) is not Form form) return null;
        foreach (var field in form.Fields)
            if (field.Label is FieldLabel.Organization && !field.Value.IsEmpty && field.Value.Start <= span.End) return OrganizationNames.Whole(context.Text, field.Value.Start, field.Value.End);
        foreach (var field in form.Fields)
            if (field.Label is FieldLabel.Person or FieldLabel.Contact && !field.Value.IsEmpty && field.Value.Start <= span.End) return PersonNames.Parse(context.Marked, field.Value.Start, field.Value.End, true);
        return null;
    }

    /// <summary>The last person or organization named above.</summary>
    private Mention<string>? Previous(TextSpan span)
    {
        var from = Math.Max(0, span.Start - 300);
        var names = NamesIn.Find(context, from, span.Start);
        var houses = OrganizationNames.Find(context.Marked, from, span.Start).FindAll(name => name.Confidence >= 0.6 && Bodies.Find(name.Value).Count == 0);
        if (names.Count > 0 && (houses.Count == 0 || houses[^1].Start < names[^1].Start)) return names[^1];
        if (houses.Count > 0) return houses[^1];
        return context.Respondent?.Organization is { } own ? new Mention<string>(own, span.Start, Math.Min(span.Length, 40), 0.55) : null;
    }

    private void Open(Mention<string> name, bool organization)
    {
        var value = organization && context.Respondent?.Organization is { } own && SameName.Is(own, name.Value) ? own : name.Value;
        open = drafts.Find(draft => SameName.Is(draft.Name, value));
        if (open is null) drafts.Add(open = new CorrectionDraft(value, new TextSpan(name.Start, name.Length), name.Confidence) { IsOrganization = organization });
    }

    /// <summary>"X has been renamed Y"; where X stands in the sentence before, "It is now called Y".</summary>
    private bool Renamed(TextSpan span)
    {
        foreach (var verb in context.Matters.Within(Matter.Renamed, span.Start, span.End))
        {
            if (Named(verb.End, span.End, false) is not { } now || now.Start - verb.End > 14) continue;
            if (Named(span.Start, verb.Start, true) is { } old) Open(old, true);
            else if (open is { Empty: true }) open.IsOrganization = true; // what was taken for a person's name bears another now
            else if (open is not { IsOrganization: true } && Previous(span) is { } earlier) Open(earlier, true);
            if (open is not { IsOrganization: true } || SameName.Is(open.Name, now.Value) && open.Name.Length >= now.Value.Length) continue;
            open.NewOrganization = now.Value;
            return true;
        }
        return false;
    }

    /// <summary>"Tonga Youth Online has a new name": capital words from the beginning of the statement to the words of change.</summary>
    private Mention<string>? Subject(TextSpan span)
    {
        if (context.Matters.First(Matter.Change, span.Start, span.End) is not { } change || change.Start - span.Start is < 8 or > 70) return null;
        var words = context.Text.AsSpan(span.Start, change.Start - span.Start).Trim();
        var count = 0;
        foreach (var range in words.Split(' '))
        {
            if (words[range].IsEmpty || !char.IsUpper(words[range][0])) return null;
            count++;
        }
        return count is >= 2 and <= 6 && !FirstValue(span) ? new Mention<string>(MailLayout.Unwrap(words.ToString()), span.Start, words.Length, 0.7) : null;
    }

    private Mention<string>? Named(int start, int end, bool last)
    {
        var names = Quotations.Find(context.Text, start, end).ToList();
        if (names.Count == 0) names = OrganizationNames.Find(context.Marked, start, end);
        if (names.Count == 0 && OrganizationNames.Headless(context.Marked, start, end) is { } bare
                && (!last || NameShapes.Score(bare.Value) < 0.5
                    || context.Matters.Any(Matter.Renamed, TextSpan.FromBounds(start, end + 40 < context.Text.Length ? end + 40 : context.Text.Length))))
            return bare;
        return names.Count == 0 ? null : last ? names[^1] : names[0];
    }

    /// <summary>Two spellings of one name: the one behind "not" or "instead of" is wrong, otherwise the first.</summary>
    private bool Spelling(List<Mention<string>> names)
    {
        for (var i = 0; i + 1 < names.Count; i++)
        {
            if (!Alike(names[i].Value, names[i + 1].Value)) continue;
            var wrong = CorrectionValues.IsOld(context, names[i + 1].Start) && !CorrectionValues.IsOld(context, names[i].Start) ? 1 : 0;
            Open(names[i + wrong], false);
            open!.NewName = names[i + 1 - wrong].Value;
            return true;
        }
        return false;
    }

    private static bool Alike(string a, string b)
    {
        var x = Folding.Plain(a);
        var y = Folding.Plain(b);
        if (string.Equals(a, b, StringComparison.Ordinal)) return false;
        if (Folding.IsHan(a[0])) return x.Length == y.Length && (x[0] == y[0] || x.Length > 2) && x.Zip(y).Count(pair => pair.First != pair.Second) == 1;
        return Math.Abs(x.Length - y.Length) <= 2 && (x.Split(' ').Intersect(y.Split(' ')).Any(word => word.Length > 2) || x.Length > 5 && y.Length > 5 && x[..4] == y[..4]);
    }
}
