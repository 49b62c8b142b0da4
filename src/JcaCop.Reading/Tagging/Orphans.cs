using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>A contact is somebody's: where a tag says that a person is to be contacted, the organization named directly before is put forward.</summary>
internal sealed class Orphans
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    /// <summary>So many paragraphs above its details an organization is named at most.</summary>
    private const int Far = 2;

    /// <summary>An address alone must be tagged as surely as that.</summary>
    private const double Told = 0.8;

    /// <summary>A noun of organizations heads the name; the verb that puts it forward stands at most that far before it.</summary>
    private const double SureName = 0.8;

    private const int Lead = 60;

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private Orphans(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var orphans = new Orphans(context, told);
        for (var i = 0; i < told.Count; i++)
            if (told[i].Tag == Tag.Organization
                && (orphans.Proposes(i) || orphans.IsAddressed(told[i].Piece) || IsWord(told[i].Piece.Value) || HouseNumbers.Alone(told[i].Piece.Value) && told[i].Piece.Length <= LongestNumbered))
            told[i] = told[i] with { Tag = Tag.None };
        for (var i = 1; i < told.Count; i++)
            if ((told[i].Tag == Tag.Contact
                        || told[i] is { Tag: Tag.NominationDetail, Piece.Kind: PieceKind.Email, Sure: > Told }
                        or { Tag: Tag.NominationDetail, Piece: { Kind: PieceKind.Website or PieceKind.Address, Place.Origin: DraftOrigin.Form }, Sure: > Told })
                    && orphans.House(i) is { } house)
            {
                told[house] = (told[house].Piece, Tag.Organization, Unsaid);
                // below its name on a line of its own stands its address
                for (var j = house + 1; j < i && told[j].Piece.Place.Block == told[house].Piece.Place.Block && told[i].Piece.Place.Block != told[house].Piece.Place.Block; j++)
                    if (told[j] is { Tag: Tag.None, Piece.Kind: PieceKind.Address or PieceKind.Website }) told[j] = (told[j].Piece, Tag.NominationDetail, Unsaid);
            }
        return told;
    }

    /// <summary>"办公室：" on a line of its own, above running text: whoever is written to.</summary>
    private bool IsAddressed(Piece piece)
    {
        var text = context.Text;
        if (piece.Place.Origin is DraftOrigin.Form or DraftOrigin.Table || piece.Start > 0 && text[piece.Start - 1] != '\n' || piece.End + 1 >= text.Length || text[piece.End] is not (':' or '：' or ',' or '，' or '،')) return false;
        var line = text.AsSpan(piece.End + 1);
        var end = line.IndexOf('\n');
        return end >= 0 && line[..end].IsWhiteSpace() && line[(end + 1)..].IndexOf('\n') is var next && (next < 0 ? line.Length - end : next) > Line;
    }

    /// <summary>A line of an address is shorter.</summary>
    private const int Line = 35;

    /// <summary>"please register Mr Dale": one word in small letters is no name.</summary>
    private static bool IsWord(string value) => value.All(static c => char.IsLower(c));

    /// <summary>"Organization 2", "Entity No. 1": a number of the list, no name.</summary>
    private const int LongestNumbered = 18;

    /// <summary>"The Harbour Board nominates the Heron Trust": whoever writes and stands directly before the verb puts others forward.</summary>
    private bool Proposes(int at)
    {
        var (piece, text) = (told[at].Piece, context.Text);
        if (piece.Value.Length == 0 || piece.Place.Origin is DraftOrigin.Form or DraftOrigin.Table || piece.End + 1 >= text.Length
                || !Folding.IsHan(piece.Initial) && text[piece.End] is not (' ' or '\n') || context.Respondent?.Organization is not { } own
                || !SameName.Is(own, piece.Value))
            return false;
        return (Folding.IsHan(piece.Initial) ? context.Marked.Any(Word.Nominate, piece.End, Math.Min(text.Length, piece.End + 5))
                : context.Marked.At(Word.Nominate, piece.End + 1) is not null)
            && told.Skip(at + 1)
            .Any(one => one.Tag == Tag.Organization && !SameName.Is(one.Piece.Value, piece.Value) && one.Piece.Place.Block == piece.Place.Block);
    }

    /// <summary>The organization without a tag between what belongs to the one before and the contact: in running text the nearest, on lines and in rows the first. Null where a tag tells whose contact it is.</summary>
    private int? House(int contact)
    {
        int? house = null;
        for (var i = contact - 1; i >= 0; i--)
        {
            if (!IsNear(told[i].Piece.Place, told[contact].Piece.Place))
            {
                if (house is null && told[contact].Piece.Place.Origin is DraftOrigin.Prose
                        && told[i].Piece.Place.Block == told[contact].Piece.Place.Block && told[i].Piece.Place.Unit == told[contact].Piece.Place.Unit - 1
                        && told[i].Tag == Tag.None && IsHouse(told[i].Piece) && OnlyHouse(i)
                        && context.Marked.Any(Word.Nominate, told[i].Piece.Place.Span.Start, told[i].Piece.Start))
                    return i;
                // its name alone on the first line above the labels of its contact
                if (house is null && told[contact].Piece.Place.Origin is DraftOrigin.Form && told[i].Piece.Place.Block == told[contact].Piece.Place.Block - 1 && told[i].Tag == Tag.None
                    && IsHouse(told[i].Piece) && FillsFirstLine(told[i].Piece))
                    return i;
                if (house is not null || told[i].Tag is not (Tag.None or Tag.NominationDetail) || told[contact].Piece.Place.Block - told[i].Piece.Place.Block > Far) break;
                if (Short(i) is { } above) return above;
                // "X is put forward." and, in a paragraph of its own, "Contact details: …"
                if (told[contact].Piece.Place.Origin is DraftOrigin.Prose && told[i].Piece.Place is { Origin: DraftOrigin.Prose, Span: var span } && told[i].Tag == Tag.None && IsHouse(told[i].Piece) && OnlyHouse(i)
                    && told[i].Piece.Confidence >= SureName && !char.IsLower(told[i].Piece.Initial) && !told.Exists(static one => one.Tag is Tag.Organization)
                    && context.Marked.Any(Word.Nominate, Math.Max(span.Start, told[i].Piece.Start - Lead), told[i].Piece.Start) && (Passage.Of(context.Marked, span).Moods & (Moods.Negated | Moods.Past | Moods.Conditional)) == 0 && !Utterances.IsOpen(context, span)
                    && !context.Marked.Any(Word.Withdraw, span.Start, span.End)) return i;
                continue;
            }
            var (piece, tag, _) = told[i];
            if (tag is Tag.NominationDetailAhead || tag is Tag.NominationDetail && piece.Kind is PieceKind.Address or PieceKind.Website) continue;
            if (tag is Tag.NominationDetail && piece.Place.Origin is DraftOrigin.Form && piece.Kind is PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax) continue;
            if (tag is not Tag.None) return tag is Tag.Contact or Tag.NominationDetail ? house : null;
            if (Short(i) is { } full) return full;
            if (IsHouse(piece) && (house is null || piece.Place.Origin is not DraftOrigin.Prose)) house = i;
        }
        return house;
    }

    private bool FillsFirstLine(Piece piece)
    {
        var block = context.Layout.Blocks[piece.Place.Block].Span;
        if (context.Text.AsSpan(block.Start, Math.Max(0, piece.Start - block.Start)).ContainsAnyExcept(' ', '-', '*')) return false;
        var end = piece.End;
        while (end < context.Text.Length && context.Text[end] is ' ' or ',') end++;
        return end >= context.Text.Length || context.Text[end] == '\n';
    }

    /// <summary>No other organization stands in the sentence.</summary>
    private bool OnlyHouse(int at) => !told.Exists(one => one.Piece.Place == told[at].Piece.Place && one.Piece != told[at].Piece && IsHouse(one.Piece));

    /// <summary>"Name: Heron Foundation": the noun tells that it is an organization's.</summary>
    private bool IsNamed(Piece piece) =>
        piece is { Kind: PieceKind.Person or PieceKind.Text, Place: { Label: FieldLabel.Person, Origin: DraftOrigin.Form } }
        && piece.Start == piece.Place.Span.Start && context.Marked.Any(Word.Organization, piece.Start, piece.End);

    /// <summary>"The contact of the Council is …", "FONMO": the noun alone or the short form speaks of the organization named in full before, which has no tag.</summary>
    private int? Short(int at)
    {
        var piece = told[at].Piece;
        if (piece.Kind is not (PieceKind.Organization or PieceKind.Text) || piece.Length is < 3 or > LongestWord || piece.Value.Contains(' ', StringComparison.Ordinal) || !char.IsUpper(piece.Initial)) return null;
        for (var i = at - 1; i >= 0; i--)
        {
            var whole = told[i].Piece;
            if (whole.Kind != PieceKind.Organization || whole.Length <= piece.Length + 2) continue;
            if (whole.Value.Contains($"({piece.Value})", StringComparison.Ordinal)
                    || piece.Kind == PieceKind.Organization && whole.Value.EndsWith(" " + piece.Value, StringComparison.Ordinal))
                return told[i].Tag == Tag.None && IsHouse(whole) ? i : null;
        }
        return null;
    }

    private const int LongestWord = 16;

    private static bool IsNear(Place one, Place other) => one.Block == other.Block && (one.Unit == other.Unit || other.Origin is DraftOrigin.Form);

    /// <summary>A name of its own, of nobody who writes or is written to, and none that is put forward already.</summary>
    private bool IsHouse(Piece piece)
    {
        if (piece.Kind != PieceKind.Organization
                && !(piece is { Kind: PieceKind.Text or PieceKind.Person, Place.Label: FieldLabel.Organization } && piece.Start == piece.Place.Span.Start)
                && !IsNamed(piece))
            return false;
        if (piece.Place.Label is not null and not FieldLabel.Organization and not FieldLabel.Other && !IsNamed(piece)) return false;
        var own = context.Respondent?.Organization;
        return piece.Value.Length > 5 && (piece.Value.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(piece.Initial) || CapitalWords.AreOwn(piece.Value))
            && !RespondentOrganization.IsAddressee(piece.Value) && !RespondentWords.Says(piece.Value, RespondentWord.Host)
            && !RespondentWords.Says(piece.Value, RespondentWord.Mission)
            && (own is null || !SameName.Is(own, piece.Value)) && !told.Exists(one => one.Tag == Tag.Organization && SameName.Is(one.Piece.Value, piece.Value));
    }
}
