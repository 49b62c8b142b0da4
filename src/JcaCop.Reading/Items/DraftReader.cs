using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads organizations and persons out of a mail, block by block, with the passage that governs each of them.</summary>
/// <remarks>Forms, tables, lists, lines and prose all become the same run of parts; <see cref="DraftAssembler"/> joins the parts to drafts.</remarks>
internal sealed class DraftReader
{
    private static readonly System.Buffers.SearchValues<char> HeadEnds = System.Buffers.SearchValues.Create("\n:：,;.(");

    private readonly ItemContext context;
    private readonly DraftAssembler assembler;
    private readonly MarkedText marked;
    private readonly string text;
    private bool activities;
    private bool nominating;

    /// <summary>The paragraph before ended in a colon and puts forward what stands below.</summary>
    private bool announced;
    private Passage lead;

    /// <summary>Whom the sentence before said to have left.</summary>
    private Mention<string>? gone;

    private DraftReader(ItemContext context)
    {
        this.context = context;
        marked = context.Marked;
        text = context.Text;
        assembler = new DraftAssembler(context);
    }

    public static DraftAssembler Read(ItemContext context)
    {
        var reader = new DraftReader(context);
        foreach (var block in context.Layout.Blocks)
        {
            switch (block)
            {
                case Listing when reader.IntroducedAsActivities(block): break;
                case Form form: reader.Read(form); break;
                case Table table: reader.Read(table); break;
                case Listing listing: reader.Read(listing); break;
                case Paragraph paragraph: reader.Read(paragraph); break;
            }
        }
        reader.assembler.Finish();
        return reader.assembler;
    }

    /// <summary>"The work under way is as follows:" and what stands under it without an address.</summary>
    private bool IntroducedAsActivities(Block block)
    {
        if (block.LeadIn is not { } leadIn || leadIn.Length > 300) return false;
        var passage = Passage.Of(marked, leadIn);
        return (passage.Intents & (Intents.Nominate | Intents.Designate)) == 0 && Sections.IsActivities(marked, leadIn) && !Sections.IsOrganizations(marked, leadIn) && !HasEmail(block.Span);
    }

    private void Read(Form form)
    {
        if (activities && !form.Fields.Any(field => field.Label is FieldLabel.Organization) || IsLiaison(form.Fields.Select(field => field.Label))) return;
        var inActivity = false;
        assembler.Forget();
        var seats = form.Fields.Any(field => field.Label is FieldLabel.Role or FieldLabel.Function && !field.Value.IsEmpty && RoleOf(field.Value, DraftOrigin.Form) is not null);
        for (var i = 0; i < form.Fields.Count; i++)
        {
            var field = form.Fields[i];
            if (seats && field.Label == FieldLabel.Organization && assembler.Belongs(new Found(OrganizationNames.Whole(text, field.Value.Start, field.Value.End).Value, field.Value.Start, field.Value.Length, 0.9))) continue;
            inActivity = !(field.Label == FieldLabel.Title && assembler.HasPerson) && InActivity(form.Fields, i, inActivity);
            if (inActivity) { assembler.Close(); continue; }
            Field(field.Label, field.LabelSpan, field.Value, DraftOrigin.Form);
        }
    }

    /// <summary>A title, kind, place or period opens the record of an activity; an organization with a contact behind it ends it.</summary>
    private static bool InActivity(IReadOnlyList<FormField> fields, int at, bool before)
    {
        var label = fields[at].Label;
        if (label is FieldLabel.Category or FieldLabel.Start or FieldLabel.End or FieldLabel.Place or FieldLabel.Organizer) return true;
        if (label is FieldLabel.Title) return !fields.Skip(Math.Max(0, at - 2)).Take(2).Any(field => field.Label is FieldLabel.Person or FieldLabel.Contact);
        if (!before) return false;
        return !(label == FieldLabel.Organization && fields.Skip(at + 1).Take(5).Any(field => field.Label is FieldLabel.Contact or FieldLabel.Person or FieldLabel.Email or FieldLabel.Phone)
            || label is FieldLabel.Contact or FieldLabel.Representative or FieldLabel.Alternate);
    }

    private static bool IsLiaison(IEnumerable<FieldLabel> labels) =>
        labels.Count(label => label is FieldLabel.ForAction or FieldLabel.ForComment or FieldLabel.ForInformation or FieldLabel.InReplyTo or FieldLabel.Purpose) >= 2;

    private void Read(Table table)
    {
        var known = table.Columns.Count(column => column is FieldLabel.Organization or FieldLabel.Person or FieldLabel.Contact or FieldLabel.Email or FieldLabel.Phone
            or FieldLabel.Mobile or FieldLabel.PersonAndFunction or FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.Role);
        if (table.Columns.Any(column => column is FieldLabel.Title or FieldLabel.Start or FieldLabel.Organizer or FieldLabel.Question or FieldLabel.Answer or FieldLabel.Mode)
            && !table.Columns.Any(column => column is FieldLabel.Contact)) return;
        if (known > 0 && table.Columns.Any(column => column == FieldLabel.Organization) && table.Columns.Any(column => column is FieldLabel.Contact or FieldLabel.Person or FieldLabel.PersonAndFunction)) activities = false;
        if (activities || known == 0 && !table.Rows.Any(row => row.Any(cell => HasEmail(cell)))) return;
        var contacts = lead.Does(Intents.Nominate) && table.Columns.Contains(FieldLabel.Organization) && !table.Columns.Any(column => column is FieldLabel.Alternate or FieldLabel.Contact or FieldLabel.Person or FieldLabel.Body or FieldLabel.Role);
        foreach (var row in table.Rows)
        {
            assembler.Record();
            if (known == 0)
            {
                foreach (var cell in row) assembler.Take(PartFinder.Find(context, cell, DraftOrigin.Table), DraftOrigin.Table, lead);
                continue;
            }
            foreach (var column in Order(table.Columns)) if (!row[column].IsEmpty && !(table.Columns[column] == FieldLabel.Other && table.Heads[column].IsEmpty)) Field(contacts && table.Columns[column] == FieldLabel.Representative ? FieldLabel.Contact : table.Columns[column], table.Heads[column], row[column], DraftOrigin.Table);
        }
        assembler.Record();
    }

    /// <summary>The organization and the person of a row come before what describes them, wherever their columns stand.</summary>
    private static IEnumerable<int> Order(IReadOnlyList<FieldLabel> columns) =>
        Enumerable.Range(0, columns.Count).OrderBy(i => columns[i] is FieldLabel.Organization ? 0 : columns[i] is FieldLabel.Body ? 1 : columns[i] is FieldLabel.Person or FieldLabel.Surname or FieldLabel.Contact or FieldLabel.PersonAndFunction ? 2 : 3);

    private bool HasEmail(TextSpan cell)
    {
        foreach (var email in context.Emails) if (cell.Contains(email.Start)) return true;
        return false;
    }

    private void Field(FieldLabel label, TextSpan labelSpan, TextSpan value, DraftOrigin origin)
    {
        if (PartFinder.RoleOf(label) is { } role)
        {
            BodyIn(labelSpan);
            assembler.Role(role, new Found(labelSpan.In(text), labelSpan.Start, labelSpan.Length, 0.95));
            if (!value.IsEmpty) assembler.Take(PartFinder.Find(context, value, origin, true), origin, lead);
            return;
        }
        if (marked.Any(Word.Negation, labelSpan.Start, labelSpan.End)) return;
        if (label == FieldLabel.Person && !assembler.HasRole && marked.At(Word.Honorific, value.Start) is null && value.Length > 0 && value.Length < 140 && Posts.Head(marked, value.Start, value.End) == PostHead.Organization
            && OrganizationNames.Find(marked, value.Start, value.End) is [{ Confidence: > 0.5 } headed, ..] && headed.Start - value.Start < 5) label = FieldLabel.Organization;
        foreach (var verb in marked.Within(Word.Replace, value.Start, value.End))
            if ((PersonNames.Find(marked, verb.Start, value.End) is [var titled, ..] ? titled : PersonNames.Bare(marked, verb.End, value.End)) is { } gone && gone.Start - verb.End < 25) { assembler.Replaces(Found.Of(gone)); value = TextSpan.FromBounds(value.Start, verb.Start).Trim(text); break; }
        if (value.IsEmpty) { if (label is FieldLabel.Other) BodyIn(labelSpan); return; }
        if (label is FieldLabel.Role or FieldLabel.Function or FieldLabel.Title && Ticked(value) is { } choice) (value, label) = (choice, FieldLabel.Role);
        if (marked.At(Word.Nil, value.Start) is { } nil && nil.End >= value.End - 1) return;
        var whole = MailLayout.Unwrap(value.In(text)).TrimEnd(',', ';', '،', '，', '；');
        var found = new Found(whole, value.Start, value.Length, 0.95);
        if (label is FieldLabel.Function or FieldLabel.Title or FieldLabel.Role) label = RoleOf(value, origin) is not null ? FieldLabel.Role : label == FieldLabel.Role && Posts.Head(marked, value.Start, value.End) == PostHead.Post ? FieldLabel.Function : label;
        switch (label)
        {
            case FieldLabel.Organization:
                Organization(value, origin);
                break;
            case FieldLabel.Country:
                if (Countries.Parse(whole) is { } country) assembler.Country(found with { Value = country });
                break;
            case FieldLabel.Address:
                assembler.Address(found);
                break;
            case FieldLabel.Function or FieldLabel.Title:
                assembler.Function(found);
                break;
            case FieldLabel.Surname or FieldLabel.GivenName:
                assembler.NamePart(found);
                break;
            case FieldLabel.Body:
                if (Bodies.Find(whole) is [var body, ..] && !DraftAssembler.IsAddressee(body.Value)) assembler.Body(found with { Value = body.Value });
                break;
            case FieldLabel.Role:
                foreach (var part in PartFinder.Find(context, value, origin)) if (part.Role is { } named) assembler.RoleField(named, part.Found);
                break;
            case FieldLabel.Replaces:
                if (PersonNames.Parse(marked, value.Start, value.End, true) is { } replaced) assembler.Replaces(Found.Of(replaced));
                break;
            case FieldLabel.Person or FieldLabel.Contact or FieldLabel.PersonAndFunction:
                assembler.PersonNext = true;
                assembler.Take(PartFinder.Find(context, value, origin, true), origin, lead);
                break;
            case FieldLabel.Phone or FieldLabel.Fax or FieldLabel.Mobile or FieldLabel.PhoneAndFax:
                Phone(label, value, origin);
                break;
            case FieldLabel.Email or FieldLabel.Website:
                assembler.Take(PartFinder.Find(context, value, origin).FindAll(part => part.Kind is PartKind.Email or PartKind.Website or PartKind.Phone or PartKind.Fax or PartKind.Mobile), origin, lead);
                break;
            case FieldLabel.Other:
                BodyIn(labelSpan);
                if (Countries.Parse(labelSpan.In(text)) is { } heading) assembler.CountryHeading(heading);
                assembler.Take(PartFinder.Find(context, value, origin, assembler.HasBody), origin, lead);
                break;
        }
    }

    /// <summary>"[X] alternate  [ ] expert": the words behind the box that is ticked, to the next box; null where there are no boxes.</summary>
    private TextSpan? Ticked(TextSpan value)
    {
        var words = value.Of(text);
        foreach (var mark in Ticks)
        {
            var at = words.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var start = at + mark.Length;
            var next = words[start..].IndexOfAny("[☐☒☑");
            return new TextSpan(value.Start + start, next < 0 ? words.Length - start : next).Trim(text);
        }
        return null;
    }

    private static readonly string[] Ticks = ["[x]", "[х]", "[✓]", "[✔]", "[*]", "☒", "☑"];

    /// <summary>The role where the value is nothing but one; a column of posts may be headed by the word for "capacity", and the other way round.</summary>
    private SeatRole? RoleOf(TextSpan value, DraftOrigin origin) =>
        PartFinder.Find(context, value, origin) is [{ Kind: PartKind.Role, Role: { } role } only] && only.Start <= value.Start + 1 && only.End >= value.End - 1 ? role : null;

    private void Organization(TextSpan value, DraftOrigin origin)
    {
        var parts = PartFinder.Find(context, value, origin);
        var end = value.End;
        var newline = text.AsSpan(value.Start, value.Length).IndexOf('\n');
        foreach (var part in parts)
            if (part.Start > value.Start && part.Kind is PartKind.Email or PartKind.Phone or PartKind.Website or PartKind.Address or PartKind.Fax) { end = Math.Min(end, part.Start); break; }
        if (newline > 0 && value.Start + newline < end && parts.Count > 1) end = value.Start + newline;
        end = WithoutAddress(value.Start, WithoutTranslation(value.Start, FirstLine(value.Start, end)));
        var name = OrganizationNames.Whole(text, value.Start, end);
        if (name.Length < 2) return;
        assembler.Organization(new Found(name.Value, name.Start, name.Length, OrganizationNames.HasStop(text, name.Start, name.End) ? 0.4 : 0.95), origin, lead);
        assembler.Take(parts.FindAll(part => part.Start >= end && part.Kind is not (PartKind.Organization or PartKind.Text)), origin, lead);
    }

    /// <summary>A line break inside a cell became two blanks: what follows is the name no more where it holds a number or a street. A house number behind a comma ends it too.</summary>
    private int FirstLine(int start, int end)
    {
        var blanks = text.AsSpan(start, end - start).IndexOf("  ");
        if (blanks >= 4 && (text.AsSpan(start + blanks, end - start - blanks).ContainsAnyInRange('0', '9') || marked.Any(Word.Street, start + blanks, end))) return start + blanks;
        var comma = text.AsSpan(start, end - start).IndexOfAny(",،，");
        if (comma < 4) return end;
        var next = start + comma + 1;
        while (next < end && text[next] == ' ') next++;
        return next < end && char.IsDigit(text[next]) ? start + comma : end;
    }

    /// <summary>"… (Himaya Online Network)": a second script in brackets repeats the name.</summary>
    private int WithoutTranslation(int start, int end)
    {
        if (end <= start || text[end - 1] is not (')' or '）')) return end;
        var open = text.AsSpan(start, end - start).LastIndexOfAny("(（");
        if (open <= 0) return end;
        var first = Script(text.AsSpan(start, open));
        var second = Script(text.AsSpan(start + open, end - start - open));
        return first != second && second != 0 && text.AsSpan(start + open, end - start - open).IndexOf(' ') > 0 ? start + open : end;
    }

    /// <summary>A Chinese name ends at the blank before the street; the cell's line break was lost.</summary>
    private int WithoutAddress(int start, int end)
    {
        if (end - start < 6 || !Folding.IsHan(text[start])) return end;
        var blank = text.AsSpan(start, end - start).IndexOfAny(" \u3000");
        if (blank < 4 || start + blank + 2 >= end || !marked.Any(Word.Street, start + blank, end) || !Folding.IsHan(text[start + blank + 1])) return end;
        return start + blank;
    }

    private static int Script(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            if (char.IsLetter(c)) return Folding.IsHan(c) ? 1 : Folding.IsArabic(c) ? 2 : c >= '\u0400' ? 3 : 4;
        return 0;
    }

    /// <summary>One number, or several of which each says by a word or letter what it is; two in a cell for phone and fax come in that order.</summary>
    private void Phone(FieldLabel label, TextSpan value, DraftOrigin origin)
    {
        var parts = PartFinder.Find(context, value, origin);
        var numbers = parts.FindAll(part => part.Kind is PartKind.Phone or PartKind.Mobile or PartKind.Fax);
        var told = context.Phones.Any(phone => value.Contains(phone.Start) && phone.Start > value.Start + 1 && phone.Value.Labelled && char.IsLetter(text[value.Start]));
        if (label == FieldLabel.PhoneAndFax && (numbers.Count > 1 || told))
        {
            for (var i = 0; i < numbers.Count; i++)
                assembler.Phone(told ? numbers[i].Kind == PartKind.Fax ? PhoneKind.Fax : PhoneKind.Phone : i == 1 ? PhoneKind.Fax : PhoneKind.Phone, numbers[i].Found);
        }
        else if (Parts.PhoneNumbers.Parse(value.In(text)) is { } number)
        {
            var at = value.Start + text.AsSpan(value.Start, value.Length).IndexOf(number, StringComparison.Ordinal);
            assembler.Phone(Parts.PhoneNumbers.Kind(label)!.Value, new Found(number, at, number.Length, 0.97));
        }
        assembler.Take(parts.FindAll(part => part.Kind is PartKind.Email or PartKind.Website || part.Kind == PartKind.Fax && label != FieldLabel.PhoneAndFax), origin, lead);
    }

    private void BodyIn(TextSpan span)
    {
        if (context.BodyIn(span.Start, span.End) is { } body && !DraftAssembler.IsAddressee(body.Value))
            assembler.BodyHeading(new Found(body.Value, span.Start, span.Length, 0.9));
    }

    private void Read(Listing listing)
    {
        if (listing.LeadIn is { Length: < 400 } leadIn && Dropped(Passage.Of(marked, LastSentence(leadIn)))) return;
        SeatRole? common = listing.LeadIn is { Length: < 400 } over ? CommonRole(LastSentence(over)) : null;
        foreach (var entry in listing.Entries)
        {
            if (Heading(entry.Text)) continue;
            if (activities) continue;
            var passage = Passage.Of(marked, entry.Text);
            if (Dropped(passage)) continue;
            if (entry.Depth == 0) assembler.Entry();
            var prose = IsProse(entry.Text);
            var origin = prose ? DraftOrigin.Prose : DraftOrigin.List;
            LeadingBody(entry.Text);
            var governing = Governing(passage);
            var before = assembler.Persons.Count;
            assembler.Take(PartFinder.Find(context, entry.Text, origin, !prose && assembler.ExpectsPerson), origin, governing);
            if (common is not null) foreach (var person in assembler.Persons.Skip(before)) person.Role ??= common;
            if ((passage.Intents & Intents.Replace) != 0) Replacement.Read(context, entry.Text, assembler, passage);
        }
    }

    /// <summary>"西部教育技术学院" over its contacts: the line is a name, whatever its words.</summary>
    private bool IsOrganization(TextSpan span) =>
        Folding.IsHan(text[span.Start]) && OrganizationNames.Find(marked, span.Start, span.End) is [var name, ..] && name.Length * 10 >= span.Length * 8;

    private TextSpan LastSentence(TextSpan leadIn) => SentenceSplitter.Split(text, leadIn) is [.., var last] ? last : leadIn;

    /// <summary>"… names two experts:" the role of all who are listed below; null where the sentence names none or several.</summary>
    private SeatRole? CommonRole(TextSpan leadIn)
    {
        SeatRole? only = null;
        foreach (var (kind, role) in PartFinder.Roles)
        {
            if (!marked.Any(kind, leadIn.Start, leadIn.End)) continue;
            if (only is not null) return null;
            only = role;
        }
        return only;
    }

    private Passage Governing(Passage own) => own.Intents == Intents.None ? lead with { Moods = lead.Moods & ~Moods.Past } : own with { Intents = own.Intents | lead.Intents };

    private bool Dropped(Passage passage) =>
        (passage.Intents & Intents.Correct) != 0 && (passage.Moods & Moods.Past) != 0 && context.Matters.Any(Matter.Renamed, passage.Span) || (passage.Intents & Intents.Withdraw) != 0 && (passage.Intents & (Intents.Replace | Intents.Nominate)) == 0
        || (passage.Intents & Intents.Correct) != 0 && (passage.Moods & Moods.Past) != 0 && (passage.Intents & (Intents.Replace | Intents.Designate)) == 0
        || (passage.Intents & Intents.Correct) != 0 && (passage.Intents & (Intents.Replace | Intents.Nominate | Intents.Designate)) == 0;

    /// <summary>"Study Group 17" at the beginning of an entry or line says for whom the persons behind it stand.</summary>
    private void LeadingBody(TextSpan span)
    {
        var head = text.AsSpan(span.Start, Math.Min(span.Length, 60));
        var cut = head.IndexOfAny(HeadEnds);
        var first = new TextSpan(span.Start, cut > 2 ? cut : head.Length);
        if (context.BodyIn(first.Start, first.End) is { } body && body.Start - span.Start <= 25 && !DraftAssembler.IsAddressee(body.Value)) assembler.BodyHeading(Found.Of(body));
    }

    private bool IsProse(TextSpan span)
    {
        if (span.Length < 90) return false;
        var first = text.AsSpan(span.Start, span.Length).IndexOf('\n');
        return first < 0 && span.Length > 260 || first > 55;
    }

    private void Read(Paragraph paragraph)
    {
        if (Heading(paragraph.Span))
        {
            OwnBelow(paragraph, Passage.Of(marked, paragraph.Span));
            return;
        }
        var lines = text.AsSpan(paragraph.Span.Start, paragraph.Span.Length).Count('\n') + 1;
        if (IsLines(paragraph, lines) || FormFollows(paragraph))
        {
            Lines(paragraph);
            return;
        }
        var introduced = announced;
        announced = false;
        var reachable = introduced || HasEmail(paragraph.Span) || context.Phones.Any(phone => paragraph.Span.Contains(phone.Start));
        foreach (var sentence in paragraph.Sentences)
        {
            var listing = assembler.Listing;
            assembler.Listing |= nominating && reachable;
            var passage = Passage.Of(marked, sentence);
            var introduces = text[sentence.End - 1] is ':' or '：' || sentence.End == paragraph.Span.End && passage.Intents != Intents.None;
            if (!activities) Sentence(sentence, passage);
            if (introduces) OwnBelow(paragraph, passage);
            assembler.Listing = listing;
            nominating = passage.Does(Intents.Nominate) && (passage.Intents & Intents.Withdraw) == 0 || nominating && (passage.Intents & ~Intents.Correct) == 0;
            announced = sentence.End == paragraph.Span.End && text[sentence.End - 1] is ':' or '：' && passage.Does(Intents.Nominate);
            if (passage.Intents != Intents.None) lead = introduces || lead.Intents == Intents.None ? passage : lead;
        }
    }

    private void Sentence(TextSpan sentence, Passage passage)
    {
        assembler.Sentence(passage);
        if ((passage.Moods & (Moods.Question | Moods.Example | Moods.Conditional)) != 0 || Dropped(passage)) return;
        if ((passage.Intents & Intents.Regret) != 0 || (passage.Intents & (Intents.Register | Intents.Nominate | Intents.Designate | Intents.Replace)) == Intents.Register) return;
        LeadingBody(sentence);
        var before = assembler.Persons.Count;
        assembler.Take(PartFinder.Find(context, sentence, DraftOrigin.Prose), DraftOrigin.Prose, passage);
        if ((passage.Intents & Intents.Replace) != 0) Replacement.Read(context, sentence, assembler, passage);
        if (gone is { } leaves && sentence.Start - leaves.End < 120 && passage.Does(Intents.Designate) && assembler.Persons.Count == before + 1 && assembler.Persons[^1] is { Replaces: null, Name: { } comes } heir && !DraftAssembler.Same(comes.Value, leaves.Value)) heir.Replaces = Found.Of(leaves);
        if (Departing(sentence) is { } departs && passage.Does(Intents.Designate) && assembler.Persons.Count == before + 1 && assembler.Persons[^1] is { Replaces: null, Name: { } next } successor && !DraftAssembler.Same(next.Value, departs.Value)) successor.Replaces = Found.Of(departs);
        gone = Leaving(sentence, passage);
    }

    /// <summary>"Following the departure of X …": a name directly behind a word of leaving.</summary>
    private Mention<string>? Departing(TextSpan sentence)
    {
        if (context.Matters.First(Matter.Leaves, sentence.Start, sentence.End) is not { } leaves) return null;
        foreach (var name in NamesIn.Find(context, leaves.End, sentence.End)) return name.Start - leaves.End <= 12 && !Clauses.Part(text, leaves.End, name.Start) ? name : null;
        return null;
    }

    /// <summary>"X has retired.": the one person whom a sentence names and says to have left; null where it asks for anything.</summary>
    private Mention<string>? Leaving(TextSpan sentence, Passage passage)
    {
        if (context.Matters.First(Matter.Leaves, sentence.Start, sentence.End) is null || (passage.Intents & (Intents.Withdraw | Intents.Designate | Intents.Nominate)) != 0 || context.Matters.Any(Matter.Remove, sentence)) return null;
        return NamesIn.Find(context, sentence.Start, sentence.End) is [var only] ? only : null;
    }

    /// <summary>Short lines that end where their author ended them, with something in them that contacts are made of.</summary>
    private bool IsLines(Paragraph paragraph, int lines)
    {
        if (lines < 2) return false;
        var span = paragraph.Span;
        if (span.Length / lines > 62) return false;
        var longest = 0;
        foreach (var line in text.AsSpan(span.Start, span.Length).EnumerateLines()) longest = Math.Max(longest, line.Trim().Length);
        if (longest > 75 && span.Length / lines > 50) return false;
        if (IsWrapped(span)) return false;
        return HasEmail(span) || context.Phones.Any(phone => span.Contains(phone.Start)) || context.BodyIn(span.Start, Math.Min(span.End, span.Start + 60)) is not null;
    }

    /// <summary>"Please enter our association:" over a form that describes it.</summary>
    private void OwnBelow(Paragraph paragraph, Passage passage)
    {
        if (passage.Does(Intents.Nominate) && (passage.Moods & Moods.Past) == 0 && DescribedBelow(paragraph) && Oneself.PutsForward(context, passage.Span) && context.Respondent?.Organization is { } own)
            assembler.Own(new Found(own, passage.Span.Start, 0, 0.8));
    }

    /// <summary>All lines but the last are long, and most go on with a small letter or a bracket: a mail program broke them.</summary>
    private bool IsWrapped(TextSpan span)
    {
        int lines = 0, runOn = 0, shortest = int.MaxValue, length = 0;
        foreach (var line in text.AsSpan(span.Start, span.Length).EnumerateLines())
        {
            if (lines > 0) shortest = Math.Min(shortest, length);
            var words = line.Trim();
            length = words.Length;
            if (lines++ > 0 && words.Length > 0 && (char.IsLower(words[0]) || words[0] == '(')) runOn++;
        }
        return lines >= 3 && shortest >= ShortestWrapped && runOn * 2 >= lines - 1;
    }

    private const int ShortestWrapped = 45;

    /// <summary>A form without an organization of its own stands below.</summary>
    private bool DescribedBelow(Paragraph paragraph)
    {
        var after = paragraph.Span.End;
        while (after < text.Length && char.IsWhiteSpace(text[after])) after++;
        return after < text.Length && context.Layout.BlockAt(after) is Form form && !form.Fields.Any(field => field.Label is FieldLabel.Organization or FieldLabel.Other)
            && form.Fields.Any(field => field.Label is FieldLabel.Address or FieldLabel.Contact or FieldLabel.Person or FieldLabel.Email or FieldLabel.Phone);
    }

    /// <summary>Lines directly above labelled contact details begin their record.</summary>
    private bool FormFollows(Paragraph paragraph)
    {
        if (paragraph.Span.Length > 300) return false;
        var after = paragraph.Span.End;
        while (after < text.Length && text[after] is ' ' or '\t' or '\r') after++;
        if (after >= text.Length || text[after] != '\n') return false;
        after++;
        while (after < text.Length && text[after] is ' ' or '\t') after++;
        return context.Layout.BlockAt(after) is Form form && form.Fields[0].Label is FieldLabel.Contact or FieldLabel.Person or FieldLabel.Phone or FieldLabel.Email or FieldLabel.Mobile or FieldLabel.Function or FieldLabel.Address or FieldLabel.Fax;
    }

    private void Lines(Paragraph paragraph)
    {
        if (activities) return;
        var passage = Passage.Of(marked, paragraph.Span);
        if ((passage.Moods & (Moods.Question | Moods.Example)) != 0 || Dropped(passage)) return;
        assembler.Entry();
        LeadingBody(paragraph.Span);
        var parts = PartFinder.Find(context, paragraph.Span, DraftOrigin.Lines);
        assembler.Take(parts, DraftOrigin.Lines, Governing(passage));
        if (FormFollows(paragraph)) OwnBelow(paragraph, passage);
        else assembler.Entry();
    }

    /// <summary>A heading says whether organizations or activities follow.</summary>
    private bool Heading(TextSpan span)
    {
        if (span.IsEmpty || span.Length > 90 || text.AsSpan(span.Start, span.Length).IndexOfAny("@") >= 0) return false;
        var words = span.Of(text);
        if (words[^1] is '.' or '。' && words.Length > 60) return false;
        var label = FieldLabels.Whole(words.TrimEnd(":：."));
        var activity = Sections.IsActivities(marked, span) && !IsOrganization(span);
        var organization = Sections.IsOrganizations(marked, span);
        if (activity == organization) { if (label is null) return false; activity = label is FieldLabel.Title or FieldLabel.Category; organization = label is FieldLabel.Organization or FieldLabel.Contact; }
        if (activity && !organization) { activities = true; assembler.Listing = false; assembler.Close(); return true; }
        if (organization && !activity) { activities = false; assembler.Listing = words.Length < 50; return words.Length < 50; }
        return false;
    }
}
