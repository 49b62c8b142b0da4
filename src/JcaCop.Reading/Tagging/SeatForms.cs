using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>"Part A. Designated representative" over a form that names an organization and a person: the heading says what the form is for.</summary>
/// <remarks>The person takes a seat for the organization, and nobody is put forward.</remarks>
internal static class SeatForms
{
    /// <summary>No surer than this: the heading tells, not the form.</summary>
    private const double Headed = 0.8;

    /// <summary>A heading is short.</summary>
    private const int LongestHeading = 80;

    private static readonly System.Buffers.SearchValues<char> Numbered = System.Buffers.SearchValues.Create(".:：–—-");

    /// <summary>第一部分, 附件二: so many characters number a heading.</summary>
    private const int HanNumber = 6;

    private static readonly (Word Word, SeatRole Role)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.ExpertRole, SeatRole.Expert), (Word.RepresentativeRole, SeatRole.Representative)];

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (context.Meets is not null || Parts.Liaisons.MayBe(context.Mail)) return told;
        for (var block = 0; block < context.Layout.Blocks.Count; block++)
            if (context.Layout.Blocks[block] is Form { Fields.Count: > 2 } form)
                foreach (var section in Sections(context, form)) Section(context, told, section, block);
        return told;
    }

    /// <summary>The parts of a form between lines that are no field.</summary>
    private static IEnumerable<TextSpan> Sections(ItemContext context, Form form)
    {
        var start = form.Fields[0].LabelSpan.Start;
        for (var i = 1; i < form.Fields.Count; i++)
        {
            var (before, next) = (Math.Max(form.Fields[i - 1].Value.End, form.Fields[i - 1].LabelSpan.End), form.Fields[i].LabelSpan.Start);
            if (next <= before || !context.Text.AsSpan(before, next - before).ToString().Split('\n')[1..].SkipLast(1).Any(static line => line.Any(char.IsLetter))) continue;
            yield return TextSpan.FromBounds(start, before);
            start = next;
        }
        yield return TextSpan.FromBounds(start, form.Span.End);
    }

    private static void Section(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told, TextSpan section, int block)
    {
        bool Here(Piece piece) => piece.Place.Block == block && section.Contains(piece.Start);
        var house = told.FindIndex(one => one.Piece is { Kind: PieceKind.Organization, Place.Label: FieldLabel.Organization } && Here(one.Piece));
        if (house < 0) return;
        var person = told.FindIndex(house, one => one.Piece is { Kind: PieceKind.Person, Place.Label: FieldLabel.Person or FieldLabel.Contact or FieldLabel.Surname } && Here(one.Piece));
        if (person < 0 || told.Exists(one => Here(one.Piece) && (one.Tag is Tag.Attending or Tag.Absent or Tag.Corrected or Tag.Withdrawn || one.Tag == Tag.Seated && one.Piece != told[person].Piece))) return;
        if (told.Count(one => one.Piece is { Kind: PieceKind.Organization, Place.Label: FieldLabel.Organization } && Here(one.Piece)) != 1) return;
        if (Heading(context, section.Start) is not { } role) return;
        var (said, seat) = role;
        told[house] = (told[house].Piece, Tag.BodyAhead, Math.Min(Sure(told[house]), Headed));
        told[person] = (told[person].Piece, Tag.Seated, Math.Min(Sure(told[person]), Headed));
        for (var i = house + 1; i < told.Count; i++)
            if (i == person || !Here(told[i].Piece)) continue;
            else if (told[i].Piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function)
                told[i] = told[i] with { Tag = i > person ? Tag.SeatDetail : Tag.SeatDetailAhead };
            else if (told[i].Tag is Tag.NominationDetail or Tag.NominationDetailAhead) told[i] = told[i] with { Tag = Tag.None };
        told.Insert(house, (new Piece(PieceKind.Role, said.In(context.Text), said.Start, said.Length, Headed, seat, told[house].Piece.Place), Tag.RoleAhead, Headed));
    }

    /// <summary>A piece that no tag was given is as sure as the heading.</summary>
    private static double Sure((Piece Piece, Tag Tag, double Sure) one) => one.Tag == Tag.None ? Headed : one.Sure;

    /// <summary>The role of the line directly above a form, where that line is a heading: it puts no organization forward, takes nothing back and changes nothing.</summary>
    private static (TextSpan Said, SeatRole Role)? Heading(ItemContext context, int form)
    {
        var text = context.Text;
        var end = form;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
        // "We nominate the following organization": the person of the form below is its contact, whatever role heads it
        if (context.Passages.Any(passage => passage.Does(Intents.Nominate) && passage.Span.Start < form && !passage.Does(Intents.Designate))) return null;
        if (end - start is < 3 or > LongestHeading || text[end - 1] is '.' or '。' || text.AsSpan(start, end - start).Contains('@')) return null;
        var line = TextSpan.FromBounds(start, end);
        // "Part A.", "Section 1 –", 第一部分: what numbers the heading is no part of what it says
        var words = start + text.AsSpan(start, end - start).LastIndexOfAny(Numbered) + 1;
        if (words > start && context.Marked.Any(Word.RepresentativeRole, start, words)) words = start;
        if (Folding.IsHan(text[start]) && text.AsSpan(start, end - start).IndexOf(' ') is > 0 and < HanNumber and var blank) words = start + blank;
        if (context.Marked.Any(Word.Organization, words, end) || context.Marked.Any(Word.Honorific, words, end) || context.Marked.Any(Word.Withdraw, start, end)
                || context.Matters.Any(Matter.Remove, line) || context.Matters.Any(Matter.Change, line)
                || context.Matters.Any(Matter.Former, line) || context.Matters.Any(Matter.AttendNoun, line)) return null;
        foreach (var (word, role) in Roles)
            foreach (var hit in context.Marked.Within(word, start, end)) return (TextSpan.FromBounds(hit.Start, hit.End), role);
        return null;
    }
}
