using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>Joins tagged pieces to those who will come to a meeting, and those who will not.</summary>
internal sealed class TaggedAttendance
{
    /// <summary>How sure a person is, and an address, that only the fields of a form tell.</summary>
    private const double ByForm = 0.95;

    private readonly ItemContext context;
    private readonly List<AttendeeDraft> drafts = [];
    private readonly List<Piece> waiting = [];

    /// <summary>Whom details belong to; null where an item of another sort began.</summary>
    private AttendeeDraft? current;
    private Piece? mode, organization;
    private Action<int>? extend;

    private TaggedAttendance(ItemContext context) => this.context = context;

    public static List<AttendeeDraft> Of(ItemContext context)
    {
        var joined = new TaggedAttendance(context);
        foreach (var (piece, tag, sure) in context.Told) joined.Take(piece, tag, sure);
        joined.drafts.RemoveAll(joined.StaysOut);
        joined.Complete();
        if (joined.drafts.Count > 1) OwnBrackets.Settle(context, joined.drafts);
        SharedDetails.Settle(context, joined.drafts.FindAll(one => one.Comes).ConvertAll(one => one.Person), []);
        return joined.drafts;
    }

    private void Take(Piece piece, Tag tag, double sure)
    {
        // a name or post is no way of taking part, whatever its tag
        if (tag is Tag.Mode or Tag.ModeAhead && piece.Kind is not PieceKind.Mode) return;
        switch (tag)
        {
            case Tag.None when IsParticipant(piece):
                Begin(piece, true, ByForm);
                break;
            case Tag.Attending or Tag.Absent:
                Begin(piece, tag == Tag.Attending, sure);
                break;
            case Tag.SeatDetail or Tag.NominationDetail or Tag.CorrectedDetail:
                if (current is { Comes: true }) extend = PersonDetails.Add(context, current.Person, piece, sure) ?? extend;
                break;
            case Tag.SeatDetailAhead or Tag.NominationDetailAhead:
                waiting.Add(piece);
                break;
            case Tag.Mode when LeadsLine(piece):
            case Tag.ModeAhead when !EndsRow(piece):
                mode = piece;
                break;
            case Tag.ModeAhead:
            case Tag.Mode:
                Mode(piece);
                break;
            case Tag.BodyAhead:
                organization = piece;
                break;
            case Tag.Body:
                foreach (var one in drafts) if (one.Comes && (one == current && (piece.Place.Origin != DraftOrigin.Prose || piece.Place.Block == one.Head.Place.Block) || one.Organization is null && one.IsBeside(piece))) one.Organization = piece.Found;
                break;
            case Tag.Continued:
                extend?.Invoke(piece.End);
                break;
            case Tag.Organization or Tag.Contact or Tag.ContactAhead or Tag.Seated or Tag.Corrected or Tag.Withdrawn or Tag.Activity:
                current = null;
                waiting.Clear();
                break;
        }
        if (tag == Tag.None) extend = null;
    }

    /// <summary>A way of taking part that stands behind somebody in a row or on a line, and before nobody, is that person's, whatever the next line says.</summary>
    private bool EndsRow(Piece way)
    {
        if (current is not { Comes: true } one || way.Place.Origin is DraftOrigin.Form || !one.IsBeside(way) || one.Head.Start > way.Start) return false;
        if (way.Place.Origin is DraftOrigin.Prose) return false;
        if (way.Place.Origin is not DraftOrigin.Table && context.Text.AsSpan(one.Head.Start, way.Start - one.Head.Start).Contains('\n')) return false;
        var end = way.Place.Origin is DraftOrigin.Table ? -1 : context.Text.IndexOf('\n', way.End);
        foreach (var (piece, tag, _) in context.Told)
            if (tag == Tag.Attending && piece.Start > way.Start && (way.Place.Origin is DraftOrigin.Table ? one.IsBeside(piece) : end < 0 || piece.Start < end)) return false;
        return true;
    }

    /// <summary>"- from afar: Ida Holm": at the head of its line, before a colon, the way is that of those whom the line names.</summary>
    private bool LeadsLine(Piece way)
    {
        if (way.Place.Origin is DraftOrigin.Form or DraftOrigin.Table) return false;
        var line = way.Start == 0 ? 0 : context.Text.LastIndexOf('\n', way.Start - 1) + 1;
        if (context.Text.AsSpan(line, way.Start - line).ContainsAnyInRange('A', '\u1fff')) return false;
        var end = context.Text.IndexOf('\n', way.End);
        return context.Text.AsSpan(way.End, Math.Min(LongestTail, context.Text.Length - way.End)).TrimStart() is [':' or '：' or '-' or '–' or '—', ..]
            && context.Told.Any(one => one is { Tag: Tag.Attending, Piece.Kind: PieceKind.Person } && one.Piece.Start > way.End && (end < 0 || one.Piece.Start < end));
    }

    private const int LongestTail = 3;

    /// <summary>The person of a form or row that has a field for the way of taking part comes, even where no tag says so.</summary>
    private bool IsParticipant(Piece piece)
    {
        if (piece is not { Kind: PieceKind.Person, Place: { Origin: DraftOrigin.Form or DraftOrigin.Table, Label: FieldLabel.Person or FieldLabel.PersonAndFunction } place }) return false;
        foreach (var (other, tag, _) in context.Told)
        {
            if (other.Place.Block != place.Block || place.Origin == DraftOrigin.Table && other.Place.Unit != place.Unit || other.Start <= piece.Start && place.Origin == DraftOrigin.Form) continue;
            if (other.Kind == PieceKind.Person && other.Place.Label == place.Label && other != piece || tag is Tag.Role or Tag.RoleAhead) return false;
            if (other is { Kind: PieceKind.Mode, Place.Label: FieldLabel.Mode }) return true;
        }
        return false;
    }

    private static readonly Lexicons.PhraseIndex<string> Out =
        new(Lexicons.LexiconFile.Phrases("shared").Where(static entry => entry.Code == "staysOut").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Language)));

    private List<Lexicons.PhraseHit<string>>? outs;

    /// <summary>An interpreter or driver whose row says "does not attend" where the others' tell how they come.</summary>
    private bool StaysOut(AttendeeDraft one)
    {
        if (!one.Comes || one.Head.Place.Origin is not DraftOrigin.Table || one.Person.Name is not { } name) return false;
        foreach (var block in context.Layout.Blocks)
        {
            if (block is not Table table || !table.Span.Contains(name.Start)) continue;
            foreach (var row in table.Rows)
            {
                if (!row.Any(cell => cell.Start <= name.Start && cell.End > name.Start)) continue;
                for (var column = 0; column < row.Count && column < table.Columns.Count; column++)
                    if (table.Columns[column] is FieldLabel.Mode && (outs ??= Out.FindAll(context.Marked.Folded)).Exists(hit => row[column].Start <= hit.Start && row[column].End >= hit.End)) return true;
            }
        }
        return false;
    }

    /// <summary>A post stands at the name with nothing but a sign between them.</summary>
    private bool Touches(Piece name, Piece post)
    {
        if (name.Kind != PieceKind.Person) return false;
        var (from, to) = post.Start >= name.End ? (name.End, post.Start) : (post.End, name.Start);
        return to >= from && to - from <= 4 && context.Text.AsSpan(from, to - from).IndexOfAnyExcept(Joints) < 0 && (post.Start >= name.End || to - from <= 1);
    }

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create(" ,，،(（-–—:：、\n\u3000");

    /// <summary>"Ida Holm, engineer (holm@harbour.example)": an address in the first brackets behind the name, with no other name between.</summary>
    private bool IsBracketed(Piece name, Piece email)
    {
        if (name.Kind != PieceKind.Person || email.Start <= name.End || email.Start - name.End > LongestPost) return false;
        var gap = context.Text.AsSpan(name.End, email.Start - name.End);
        var open = gap.IndexOfAny("(（");
        if (open < 0 || gap[..open].IndexOfAny(SentenceEnds) >= 0 || gap.IndexOfAny(")）") >= 0 || gap[(open + 1)..].IndexOfAnyExcept(" \n") >= 0) return false;
        foreach (var (piece, _, _) in context.Told) if (piece.Kind == PieceKind.Person && piece.Start > name.Start && piece.Start < email.Start) return false;
        return true;
    }

    private const int LongestPost = 90;

    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create(";；؛。:：");

    /// <summary>The entry or row names nobody else.</summary>
    private bool Alone(AttendeeDraft one)
    {
        if (one.Head.Place.Origin is not (DraftOrigin.List or DraftOrigin.Table)) return false;
        foreach (var (piece, _, _) in context.Told)
            if (piece.Kind == PieceKind.Person && piece != one.Head && one.IsBeside(piece)) return false;
        return true;
    }

    private void Begin(Piece piece, bool comes, double sure)
    {
        // "please register me …; I will connect from home": both are said of the writer
        if (comes && piece.Kind is PieceKind.Claim or PieceKind.Writer && drafts.Find(one => one is { Comes: true, Person.Name: null }) is { } writer)
        {
            current = writer;
            return;
        }
        var person = new PersonDraft(piece.Kind is PieceKind.Claim or PieceKind.Writer ? null : piece.Found, piece.Place.Origin) { Sure = sure };
        current = new AttendeeDraft(piece, person, comes) { Mode = mode?.Found, Organization = organization?.Found };
        drafts.Add(current);
        if (comes) foreach (var detail in waiting) PersonDetails.Add(context, person, detail, 1);
        waiting.Clear();
        extend = person.Name is null ? null : end => person.Name = person.Name.Until(context, end);
    }

    /// <summary>The way of those before it in the same place who have none of their own; of the one before, where nobody is named here ("she will connect from home").</summary>
    private void Mode(Piece piece)
    {
        foreach (var one in drafts)
            if (one.Comes && (one == current || one.IsBeside(piece) && !OwnWay.IsAnothers(context, one.Head, piece.Start)) && (one.Mode is null || one == current && one.Mode == mode?.Found)) one.Mode = piece.Found;
    }

    /// <summary>The house was named outside the form that tells of the person: "I shall attend the meeting of the Working Group …" above "Organization: …".</summary>
    private bool IsElsewhere(AttendeeDraft one) =>
        context.Told.Any(told => told.Piece.Start == one.Organization!.Start && told.Piece.Place.Block != one.Head.Place.Block);

    /// <summary>What no tag gave, and the place gives: a way of taking part that is the only one in the entry, row or sentence; address and number in the form or row of one person.</summary>
    private void Complete()
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Comes: true } one) continue;
            var end = i + 1 < drafts.Count ? drafts[i + 1].Head.Start : int.MaxValue;
            var form = one.Head.Place.Origin is DraftOrigin.Form;
            var ways = new List<Piece>();
            foreach (var (piece, tag, _) in context.Told)
            {
                if (piece.Place.Block != one.Head.Place.Block || !form && piece.Place.Unit != one.Head.Place.Unit || form && (piece.Start < one.Head.Start || piece.Start >= end)) continue;
                if (piece.Kind == PieceKind.Mode && piece.Confidence > PieceFinder.ByPlace && !OwnWay.IsAnothers(context, one.Head, piece.Start)) ways.Add(piece);
                if (piece is { Kind: PieceKind.Organization, Place.Label: FieldLabel.Organization } && (one.Organization is null || form && IsElsewhere(one))) one.Organization = piece.Found;
                if (tag == Tag.None && piece.Kind == PieceKind.Function && one.Person.Function is null && Touches(one.Head, piece)) one.Person.Function = piece.Found;
                if (tag == Tag.None && form && piece is { Kind: PieceKind.Function, Place.Label: FieldLabel.Function }) one.Person.Function ??= piece.Found;
                if (tag == Tag.None && piece.Kind == PieceKind.Email && one.Person.Email is null && IsBracketed(one.Head, piece)) PersonDetails.Add(context, one.Person, piece, ByForm);
                if (tag == Tag.None && (form || Alone(one))
                        && piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax)
                    PersonDetails.Add(context, one.Person, piece, ByForm);
            }
            if (one.Mode is not null) continue;
            var own = ways.FindAll(way => way.Start >= one.Head.Start && way.Start < end);
            if (own.Count > 0) ways = own;
            if (ways.Count > 0 && ways.TrueForAll(way => way.Value == ways[0].Value)) one.Mode = ways[0].Found;
        }
    }
}
