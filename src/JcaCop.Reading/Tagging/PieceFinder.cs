using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>Takes a text apart into the pieces that items are made of, in order.</summary>
/// <remarks>A piece is only a candidate: what it does in the mail the <see cref="TagModel"/> tells. So more are found than are used, and a wrong kind does little harm.</remarks>
internal sealed class PieceFinder
{
    private const int LongestAroundMode = 25;

    /// <summary>Where a meeting takes place tells who will be there only if the tags say so.</summary>
    internal const double ByPlace = 0.5;

    private readonly ItemContext context;
    private readonly List<Piece> pieces = [];
    private readonly List<Piece> here = [];

    /// <summary>A dash in a cell: nothing is told.</summary>
    private static readonly System.Buffers.SearchValues<char> Nothing = System.Buffers.SearchValues.Create("-–—―－ \t\u00a0./*");

    /// <summary>Null where the text speaks of nobody's coming to a meeting.</summary>
    private readonly MeetingTopic? attendance;

    private PieceFinder(ItemContext context)
    {
        this.context = context;
        attendance = context.Meets;
    }

    public static List<Piece> Find(ItemContext context)
    {
        var finder = new PieceFinder(context);
        var number = 0;
        foreach (var block in context.Layout.Blocks) finder.Block(block, number++);
        return finder.pieces;
    }

    private void Block(Block block, int number)
    {
        switch (block)
        {
            case Form form:
                for (var i = 0; i < form.Fields.Count; i++)
                    if (i + 1 < form.Fields.Count && SplitNames.Of(context, form.Fields[i], form.Fields[i + 1], block.LeadIn, number, i, DraftOrigin.Form) is { } split) { pieces.Add(split); i++; }
                    else if (form.Fields[i] is { Value.IsEmpty: false } field)
                        In(new Place(FieldMeanings.WithoutNumber(context, field), DraftOrigin.Form, number, i, FieldMeanings.Of(context, field), field.LabelSpan.In(context.Text), block.LeadIn, 0),
                            FieldMeanings.NamesPerson(field.Label), field.LabelSpan);
                break;
            case Table table:
                for (var row = 0; row < table.Rows.Count; row++)
                    for (var i = 0; i < table.Rows[row].Count; i++)
                        if (i + 1 < table.Rows[row].Count && SplitNames.Of(context, FieldMeanings.Cell(table, row, i), FieldMeanings.Cell(table, row, i + 1), block.LeadIn, number, row, DraftOrigin.Table) is { } split) { pieces.Add(split); i++; }
                        else if (table.Rows[row][i] is { IsEmpty: false } cell)
                            In(new Place(cell, DraftOrigin.Table, number, row, FieldMeanings.OfColumn(context, table, i), table.Heads[i].In(context.Text), block.LeadIn, 0),
                                FieldMeanings.NamesPerson(table.Columns[i]));
                break;
            case Listing listing:
                for (var i = 0; i < listing.Entries.Count; i++)
                    In(new Place(listing.Entries[i].Text, LineShape.IsProse(listing.Entries[i].Text.Of(context.Text)) ? DraftOrigin.Prose : DraftOrigin.List, number, i, null, null, block.LeadIn, listing.Entries[i].Depth));
                break;
            case Paragraph paragraph when LineShape.IsLines(paragraph.Span.Of(context.Text)):
                In(new Place(paragraph.Span, DraftOrigin.Lines, number, 0, null, null, block.LeadIn, 0));
                break;
            case Paragraph paragraph:
                for (var i = 0; i < paragraph.Sentences.Count; i++) In(new Place(paragraph.Sentences[i], DraftOrigin.Prose, number, i, null, null, block.LeadIn, 0));
                break;
        }
    }

    /// <param name="label">What stands before the place and is part of no other; null where nothing does.</param>
    private void In(Place place, bool personFirst = false, TextSpan? label = null)
    {
        here.Clear();
        if (place.Label is { } says && PartFinder.RoleOf(says) is { } seat) here.Add(new Piece(PieceKind.Role, place.LabelWords ?? "", label?.Start ?? place.Span.Start, label?.Length ?? 0, 0.95, seat, place));
        if (label is { } words && context.BodyIn(words.Start, words.End) is { } named && !Bodies.IsAddressee(named.Value))
            here.Add(new Piece(PieceKind.Body, named.Value, named.Start, named.Length, named.Confidence, null, place));
        var (start, end) = (place.Span.Start, place.Span.End);
        if (personFirst && SplitNames.Inverted(context, place) is { } inverted) { pieces.AddRange(here); pieces.Add(inverted); return; }
        foreach (var part in PartFinder.Find(context, place.Span, place.Origin, personFirst)) here.Add(Piece(part, place));
        // "Apartado 0816-00218"
        if (place.Label == FieldLabel.Address && !context.Matters.Any(Matter.PhoneWord, place.Span) && !context.Matters.Any(Matter.FaxWord, place.Span))
            here.RemoveAll(piece => piece.Kind is PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax);
        // 传真 above the column: no word before the number tells; "Телефон, факс" leaves it open
        if (place.Label == FieldLabel.Fax && FieldLabels.Whole(place.LabelWords) is FieldLabel.Fax) for (var i = 0; i < here.Count; i++) if (here[i].Kind == PieceKind.Phone) here[i] = here[i] with { Kind = PieceKind.Fax };
        TwoNumbers.Settle(context.Text, place, here);
        if (Labelled(place) is { } whole && (whole != PieceKind.Address || place.Span.Of(context.Text).ContainsAnyExcept(Nothing)))
        {
            here.RemoveAll(piece => piece.Kind is PieceKind.Text or PieceKind.Function or PieceKind.Organization or PieceKind.Person or PieceKind.Address or PieceKind.Country && piece.Start >= start);
            here.Add(new Piece(whole, MailLayout.Unwrap(place.Span.In(context.Text)), start, place.Span.Length, 0.95, null, place));
        }
        // "Nature: non-governmental, registered charity": of what kind a house is names none
        if (place is { Label: FieldLabel.Category, Origin: DraftOrigin.Form or DraftOrigin.Table }) here.RemoveAll(static piece => piece.Kind == PieceKind.Organization && char.IsLower(piece.Initial));
        HouseByLabel.Settle(context, place, here);
        foreach (ref readonly var mention in context.BodyMentions.From(start, end))
        {
            var body = mention;
            if (body.End > end || body.Value is "ITU-T JCA-COP" or "TSB" or "ITU" or "ITU-T") continue;
            if (PostReference.IsQuestion(context.Text, body) && here.Exists(piece => piece.Kind == PieceKind.Function && piece.Start <= body.Start && piece.End >= body.End)) continue;
            here.RemoveAll(piece => piece.Kind is PieceKind.Organization or PieceKind.Text or PieceKind.Person or PieceKind.Function && piece.Overlaps(body.Start, body.End) && piece.Length <= body.Length * 1.6);
            here.Add(new Piece(PieceKind.Body, body.Value, body.Start, body.Length, body.Confidence, null, place));
        }
        Posted();
        here.RemoveAll(IsGiving);
        if (place.Origin is not (DraftOrigin.Form or DraftOrigin.Table)) Cut();
        foreach (var name in OrganizationNames.Find(context.Marked, start, end)) Hidden(PieceKind.Organization, name, place);
        if (place.Origin == DraftOrigin.Prose) Announced.Add(context, here, place);
        ContactHouses.Add(context, here, place);
        foreach (var name in place.Origin == DraftOrigin.Prose || place.Origin == DraftOrigin.List && PutsForward(place)
                ? NamesIn.Find(context, start, end) : PersonNames.Find(context.Marked, start, end))
            Hidden(PieceKind.Person, name, place);
        WithoutVerb();
        for (var i = 0; i < here.Count; i++) if (here[i].Kind == PieceKind.Organization) here[i] = ActivityInShort.Without(here[i]);
        here.RemoveAll(piece => piece.Kind == PieceKind.Person && LabelledNames.BeginsWithLabel(piece) || piece.Kind == PieceKind.Organization && (CountedHouses.Is(piece.Value) || ActivityInShort.Is(piece.Value)));
        for (var i = 0; i < here.Count; i++) // "Executive Secretary" is a post
            if (here[i] is { Kind: PieceKind.Person, Confidence: <= Shapeless } post && post.Value.Contains(' ', StringComparison.Ordinal)
                    && context.Marked.At(Word.Post, post.Start) is { } office && office.End >= post.End)
                here[i] = post with { Kind = PieceKind.Function };
        for (var i = 0; i < here.Count; i++) if (here[i] is { Kind: PieceKind.Person } led && NamesIn.WithoutLead(led.Value, led.Start > 0 && context.Text[led.Start - 1] is ')' or '）') is { } own)
            here[i] = led with { Value = own, Start = led.Start + led.Length - own.Length, Length = own.Length };
        Spelled(place);
        Roles(place);
        HolderNames.Settle(context, here);
        if (attendance is not null) Attendance(place);
        if (context.Source is null)
            foreach (var writer in Oneself.Words(context))
                if (writer.Start >= start && writer.End <= end) here.Add(new Piece(PieceKind.Writer, "", writer.Start, writer.Length, 0.9, null, place));
        here.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length == 0 || b.Length == 0 ? a.Length.CompareTo(b.Length)
            : a.Kind == PieceKind.Claim ? -1 : b.Kind == PieceKind.Claim ? 1 : b.End.CompareTo(a.End));
        pieces.AddRange(here);
    }

    /// <summary>A post goes on with the Question that it is for; the words that say that an address follows are no part of it.</summary>
    private Piece Piece(Part part, Place place)
    {
        var (start, end) = (part.Start, part.End);
        if (part.Kind == PartKind.Function) end = PostReference.End(context, end, place.Span.End);
        if (part.Kind == PartKind.Function && end > start + 2 && context.Text[end - 1] == '.' && char.IsDigit(context.Text[end - 2])) end--; // "for Question 3." ends its sentence
        if (part.Kind == PartKind.Address) start = AddressLead.Behind(context, start, end);
        if (start == end || start == part.Start && end == part.End) return new Piece((PieceKind)part.Kind, part.Value, part.Start, part.Length, part.Confidence, part.Role, place);
        return new Piece((PieceKind)part.Kind, MailLayout.Unwrap(context.Text[start..end]), start, end - start, part.Confidence, part.Role, place);
    }

    /// <summary>"est désignée experte de la": the verb that gives a role, and no post.</summary>
    private bool IsGiving(Piece piece) =>
        piece.Kind == PieceKind.Function && context.Marked.At(Word.Designate, piece.Start) is { } verb && context.Marked.At(Word.Post, piece.Start) is null && verb.End < piece.End && context.Text[verb.End] == ' '
            && Array.Exists(PartFinder.Roles, role => context.Marked.At(role.Item1, verb.End + 1) is not null);

    /// <summary>A field or column of addresses or posts holds one, whatever its words; null where it may hold more, such as numbers.</summary>
    private PieceKind? Labelled(Place place)
    {
        PieceKind? says = place.Label switch { FieldLabel.Address => PieceKind.Address, FieldLabel.Function => PieceKind.Function, _ when IsPost(place) => PieceKind.Function, _ => null };
        return says is null || here.Exists(piece => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Fax or PieceKind.Website or PieceKind.Role or PieceKind.Nil) ? null : says;
    }

    /// <summary>"Head, Trust Services" in a column that nobody knows: the cell begins with a post and names nobody.</summary>
    private bool IsPost(Place place) =>
        place is { Origin: DraftOrigin.Table, Label: FieldLabel.Other, Span.Length: < LongestPost } && here.Count > 1
            && here[0] is { Kind: PieceKind.Function } post && post.Start == place.Span.Start
            && here.TrueForAll(static piece => piece.Kind is PieceKind.Function or PieceKind.Organization or PieceKind.Text);

    private const int LongestPost = 60;

    /// <summary>Every word for a role, the more particular where two share a place.</summary>
    private void Roles(Place place)
    {
        foreach (var (kind, role) in PartFinder.Roles)
            foreach (var hit in context.Marked.Within(kind, place.Span.Start, place.Span.End))
                if (!PartRoles.IsOfPost(context.Marked, hit, place.Span.End) && !here.Exists(piece => piece.Kind is not PieceKind.Text && piece.Overlaps(hit.Start, hit.End)))
                    here.Add(new Piece(PieceKind.Role, context.Text.Substring(hit.Start, hit.Length), hit.Start, hit.Length, 0.7, role, place));
    }

    /// <summary>A verb that ran into a name ends it: "X sends regrets" without a sign between.</summary>
    private void Cut()
    {
        for (var i = 0; i < here.Count; i++)
            if (here[i].Kind == PieceKind.Person && NamesIn.Cut(context, new Mention<string>(here[i].Value, here[i].Start, here[i].Length, here[i].Confidence)) is var name && name.Length < here[i].Length)
                here[i] = here[i] with { Value = name.Value, Length = name.Length };
    }

    /// <summary>Parts a post from the name that stands with it: "Name, post" in an entry, 首席工程师某某 in running text.</summary>
    private void Posted()
    {
        for (var i = here.Count - 1; i >= 0; i--)
        {
            if (here[i] is not { Kind: PieceKind.Function } piece) continue;
            var han = Folding.IsHan(context.Text[piece.Start]);
            var comma = context.Text.AsSpan(piece.Start, piece.Length).IndexOfAny(",،，");
            if (!han && comma < 0) continue;
            foreach (var name in NamesIn.Find(context, piece.Start, han ? piece.End : piece.Start + comma))
            {
                if (context.Marked.Any(Word.Post, name.Start, name.End)) continue; // 顾问: a family name begins many words
                var before = name.Start - piece.Start >= 2 ? Posts.Phrase(context.Marked, piece.Start, name.Start) : null;
                var behind = Posts.Phrase(context.Marked, name.End, piece.End);
                if (before is null && (behind is not { } next || han && (next.Start > name.End || name.Length < 3) || name.Start > piece.Start)
                        || before is { } post && post.End < name.Start || han && name.Length < 3 && name.End < piece.End)
                    continue;
                here.RemoveAt(i);
                here.Add(new Piece(PieceKind.Person, name.Value, name.Start, name.Length, name.Confidence, null, piece.Place));
                foreach (var part in new[] { before, behind }) if (part is { } told) here.Add(new Piece(PieceKind.Function, told.Value, told.Start, told.Length, told.Confidence, null, piece.Place));
                break;
            }
        }
    }

    /// <summary>"Назначаем Ингу Лосеву": a verb that begins the sentence is no part of the name.</summary>
    private void WithoutVerb()
    {
        for (var i = 0; i < here.Count; i++)
            if (here[i] is { Kind: PieceKind.Person } led && context.Marked.At(Word.Designate, led.Start) is { } verb && verb.End + 1 < led.End && context.Text[verb.End] == ' '
                    && led.Length == led.Value.Length && led.Value.AsSpan(verb.Length + 1).Contains(' '))
                here[i] = led with { Value = led.Value[(verb.Length + 1)..], Start = verb.End + 1, Length = led.End - verb.End - 1 };
    }

    /// <summary>The ways of taking part, and in running text what is said of coming or staying away.</summary>
    private void Attendance(Place place)
    {
        foreach (var (mode, word) in AttendanceModes.Told(context, place.Span))
        {
            here.RemoveAll(piece => piece.Kind is PieceKind.Text or PieceKind.Function && piece.Overlaps(word.Start, word.End) && piece.Length < word.Length + LongestAroundMode);
            here.Add(new Piece(PieceKind.Mode, mode.ToString(), word.Start, word.Length, word.Value == Matter.GenevaName ? ByPlace : 0.9, null, place));
        }
        if (place.Origin is DraftOrigin.Form or DraftOrigin.Table) return;
        foreach (var claim in place.Claims ??= AttendanceClaim.Find(context, place.Span)) here.Add(new Piece(PieceKind.Claim, "", claim.Word.Start, claim.Word.Length, 0.9, null, place));
    }

    /// <summary>A name inside a longer piece, or one that no sign sets apart.</summary>
    private void Hidden(PieceKind kind, Mention<string> name, Place place)
    {
        if (here.Exists(piece => piece.Overlaps(name.Start, name.End) && piece.Kind is not (PieceKind.Text or PieceKind.Role))) return;
        here.RemoveAll(piece => piece.Kind == PieceKind.Text && piece.Overlaps(name.Start, name.End) && piece.Length < name.Length + 8);
        here.Add(new Piece(kind, name.Value, name.Start, name.Length, name.Confidence, null, place));
    }

    /// <summary>A name without a title that the address behind it spells is a person's.</summary>
    private void Spelled(Place place)
    {
        foreach (var email in here.FindAll(piece => piece.Kind == PieceKind.Email))
        {
            if (here.Exists(piece => piece.Kind == PieceKind.Person && AddressAgreement.Spells(piece.Value, email.Value))) continue;
            if (here.FindIndex(piece => piece is { Kind: PieceKind.Organization, Confidence: <= Shapeless } && piece.End <= email.Start
                        && AddressAgreement.Spells(piece.Value, email.Value)) is >= 0 and var taken)
                here[taken] = here[taken] with { Kind = PieceKind.Person };
            else if (place.Origin is DraftOrigin.List or DraftOrigin.Prose && Name(Math.Max(place.Span.Start, email.Start - LongestWay), email) is { } name)
            {
                here.RemoveAll(piece => piece.Kind == PieceKind.Person && piece.Confidence <= Shapeless && piece.Overlaps(name.Start, name.End));
                Hidden(PieceKind.Person, name, place);
            }
        }
    }

    /// <summary>The capital words nearest before the address that it spells.</summary>
    private Mention<string>? Name(int start, Piece email)
    {
        for (var at = email.Start - 1; at >= start; at--)
            if (char.IsUpper(context.Text[at]) && (at == start || char.IsWhiteSpace(context.Text[at - 1]) || context.Text[at - 1] is '(' or '"')
                    && PersonNames.Bare(context.Marked, at, email.Start) is { } name && name.Start == at && name.Value.Contains(' ', StringComparison.Ordinal)
                    && AddressAgreement.Spells(name.Value, email.Value))
                return name;
        return null;
    }

    /// <summary>So far before its address a name may stand.</summary>
    private const int LongestWay = 140;

    /// <summary>No surer than that is a name of an organization that only its capitals tell.</summary>
    private const double Shapeless = 0.75;

    /// <summary>"2) enter, for the Harbour Board, Ida Holm (…)": an entry with a verb is a sentence, short as it is.</summary>
    private bool PutsForward(Place place) =>
        context.Marked.Any(Word.Register, place.Span.Start, place.Span.End) || context.Marked.Any(Word.Designate, place.Span.Start, place.Span.End)
            || context.Marked.Any(Word.Replace, place.Span.Start, place.Span.End);
}
