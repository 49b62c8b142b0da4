using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"2. KindClicks – contact person: …": in a list of organizations, what begins the entry of a contact is the name of one, though no noun tells.</summary>
internal sealed class EntryHeads
{
    /// <summary>The list and the contact tell, not the words.</summary>
    private const double Untold = 0.75;

    /// <summary>Before a person with a seat may also stand what he or she does: a person is asked.</summary>
    private const double Unsure = 0.5;

    /// <summary>Words, and Chinese characters, of the longest name that is taken so.</summary>
    private const int MostWords = 7, MostCharacters = 18;

    private readonly ItemContext context;
    private readonly Told told;

    private EntryHeads(ItemContext context, Told told)
    {
        this.context = context;
        this.told = told;
    }

    public static Told Settle(ItemContext context, Told told)
    {
        var rule = new EntryHeads(context, told);
        for (var i = 1; i < told.Count; i++)
        {
            if (told[i].Tag == Tag.Seated && rule.Begin(i) is { } seat && rule.IsName(told[seat].Piece) && CapitalWords.AreOwn(told[seat].Piece.Value) && rule.IsSeatList(seat))
                told[seat] = (told[seat].Piece with { Kind = PieceKind.Organization }, Tag.BodyAhead, Unsure);
            rule.Labelled(i);
            if (told[i].Tag != Tag.Contact || rule.Begin(i) is not { } head || !rule.IsAnnounced(head)) continue;
            if (rule.Parted(told[head].Piece) is var (name, rest))
            {
                if (!rule.IsName(name)) continue;
                told[head] = (rest, Tag.NominationDetail, Untold);
                told.Insert(head, (name with { Kind = PieceKind.Organization }, Tag.Organization, Untold));
                i++;
                continue;
            }
            var piece = rule.FromBegin(told[head].Piece);
            if (!rule.IsName(piece)) continue;
            told[head] = (piece with { Kind = PieceKind.Organization }, Tag.Organization, Untold);
            for (var k = head + 1; k < i; k++)
                if (rule.IsPlace(told[k].Piece)) told[k] = (rule.WithTown(k), Tag.NominationDetail, Untold);
                else if (told[k] is { Tag: Tag.None, Piece.Kind: PieceKind.Address or PieceKind.Website or PieceKind.Email or PieceKind.Phone }) told[k] = (told[k].Piece, Tag.NominationDetail, Untold);
        }
        return told;
    }

    /// <summary>"Contact: …" below the name that follows an organization of the same list: whose contact it is the list tells, whatever the tags.</summary>
    private void Labelled(int at)
    {
        if (told[at] is not { Tag: Tag.None or Tag.NominationDetail, Piece: { Kind: PieceKind.Person, Place:
            { Origin: DraftOrigin.Form, Unit: 0, Label: FieldLabel.Contact or FieldLabel.FocalPoint } place } }
            || Begin(at) is not { } head || !ListLead.IsHeadedAbove(context, told, told[head].Piece.Place, Tag.Organization)) return;
        told[at] = (told[at].Piece, Tag.Contact, Untold);
        for (var i = at + 1; i < told.Count && told[i].Piece.Place.Block == place.Block; i++)
            if (told[i] is { Tag: Tag.None, Piece.Kind: PieceKind.Function or PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax
                    or PieceKind.Website
                    or PieceKind.Address })
                told[i] = (told[i].Piece, Tag.NominationDetail, Untold);
    }

    /// <summary>The piece that begins the contact's entry, where nothing in it is tagged a house; the contact may stand in a field of its own below the entry's first line.</summary>
    private int? Begin(int contact)
    {
        var at = contact;
        var place = told[contact].Piece.Place;
        while (at > 0 && told[at - 1].Piece.Place.Shares(place)) at--;
        if (at == contact && place is { Origin: DraftOrigin.Form, Unit: 0 } && at > 0 && told[at - 1].Piece.Place is { Origin: DraftOrigin.List or DraftOrigin.Lines } above && above.Block == place.Block - 1)
            while (at > 0 && told[at - 1].Piece.Place.Shares(above)) at--;
        for (var i = at; i < contact; i++)
            if (told[i].Tag is not (Tag.None or Tag.NominationDetail or Tag.NominationDetailAhead or Tag.SeatDetail or Tag.RoleAhead)
                && !(i == at && told[i] is { Tag: Tag.Replaced or Tag.Contact or Tag.Seated, Piece.Kind: PieceKind.Person }) && !(i > at && IsPlace(told[i].Piece))) return null;
        return at < contact && told[at].Tag is Tag.None or Tag.Replaced or Tag.Contact or Tag.Seated && FromBegin(told[at].Piece).Start - told[at].Piece.Place.Span.Start <= 1 && IsListed(told[at].Piece) ? at : null;
    }

    /// <summary>"Jr. Unión 45": a number ends or begins what looks like a name.</summary>
    private bool IsPlace(Piece piece) =>
        piece.Kind is PieceKind.Organization or PieceKind.Text && (HouseNumbers.Named(piece.Value) || HouseNumbers.Begins(context.Text, piece.Start, piece.End));

    /// <summary>"Point Écoute Net": a first word that no person's name holds belongs to the name of a house.</summary>
    private Piece FromBegin(Piece piece)
    {
        var start = piece.Place.Span.Start;
        return piece is { Kind: PieceKind.Person, Confidence: <= Shapeless } && piece.Start - start is > 1 and <= LongestFirst && CapitalWords.Are(context.Text[start..piece.End])
            ? piece with { Value = MailLayout.Unwrap(context.Text[start..piece.End]), Start = start, Length = piece.End - start } : piece;
    }

    private const int LongestFirst = 20;

    /// <summary>"Jr. Unión 45, Piura": the town behind it belongs to it.</summary>
    private Piece WithTown(int at)
    {
        var place = told[at].Piece with { Kind = PieceKind.Address };
        if (told[at + 1].Piece is not { Kind: PieceKind.Text } town || context.Text.AsSpan(place.End, Math.Max(0, town.Start - place.End)) is not ", " || !CapitalWords.Are(town.Value)) return place;
        return place with { Value = MailLayout.Unwrap(context.Text[place.Start..town.End]), Length = town.End - place.Start };
    }

    /// <summary>"Киберняня, г. Казань": words without a number before the first comma of what was taken for an address.</summary>
    private (Piece Name, Piece Behind)? Parted(Piece head)
    {
        if (head.Kind != PieceKind.Address) return null;
        var comma = head.Value.AsSpan().IndexOfAny(",،，");
        if (comma < 2 || context.Text.AsSpan(head.Start, head.Length).IndexOfAny(",،，") != comma) return null;
        var from = head.Start + comma + 1;
        while (from < head.End && char.IsWhiteSpace(context.Text[from])) from++;
        if (from >= head.End || context.Text.AsSpan(head.Start, comma).IndexOfAnyInRange('0', '9') >= 0 || context.Marked.Any(Word.Street, head.Start, head.Start + comma)) return null;
        return (head with { Value = MailLayout.Unwrap(context.Text.Substring(head.Start, comma)), Length = comma },
            head with { Value = MailLayout.Unwrap(context.Text[from..head.End]), Start = from, Length = head.End - from });
    }

    private bool IsListed(Piece piece) => context.Layout.Blocks[piece.Place.Block] is Listing;

    /// <summary>Words that may be a name and are nothing else, and a sign behind them.</summary>
    private bool IsName(Piece piece)
    {
        var text = context.Text;
        if (piece.Kind is not (PieceKind.Text or PieceKind.Organization or PieceKind.Address) && !(piece is { Kind: PieceKind.Person, Confidence: <= Shapeless } && !OwnsAddress(piece))) return false;
        var behind = text.AsSpan(piece.End, Math.Min(4, text.Length - piece.End)).TrimStart(" »\"”");
        if (behind.IsEmpty || behind[0] is not ('-' or '–' or '—' or ':' or '：' or ',' or '，' or '、' or '،' or ';' or '；' or '(' or '（' or '.' or '\n')) return false;
        if (Folding.IsHan(piece.Initial)) { if (piece.Length > MostCharacters) return false; }
        else if (char.IsLower(piece.Initial) || piece.Value.Count(' ') >= MostWords || OrganizationNames.HasStop(text, piece.Start, piece.End)) return false;
        foreach (var word in piece.Value.Split(' ')) if (word.All(char.IsDigit)) return false;
        return FieldLabels.Whole(piece.Value) is null && !Countries.Find(piece.Value).Exists(state => state.Start == 0 || piece.Value[state.Start - 1] != '-') && !CountryPlaces.Cities(piece.Value, Folding.Fold(piece.Value)).Any()
            && !Array.Exists(Other, kind => context.Marked.Any(kind, piece.Start, piece.End))
            && !told.Exists(one => one.Tag == Tag.Organization && SameName.Is(one.Piece.Value, piece.Value));
    }

    /// <summary>As sure as words without a title are of being a person's name.</summary>
    private const double Shapeless = 0.92;

    /// <summary>An address of the entry spells the name: it is a person's.</summary>
    private bool OwnsAddress(Piece head) =>
        told.Exists(one => one.Piece.Kind == PieceKind.Email && one.Piece.Place.Shares(head.Place) && AddressAgreement.Spells(head.Value, one.Piece.Value));

    /// <summary>What a name of a house does not hold.</summary>
    private static readonly Word[] Other = [Word.Honorific, Word.Post, Word.Nominate, Word.Designate, Word.Withdraw, Word.Replace, Word.Register, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole];

    /// <summary>Another entry of the list is put forward, or the words above the list put its entries forward.</summary>
    private bool IsAnnounced(int head) =>
        IsTold(head, Tag.Organization) || ListLead.IsHeadedAbove(context, told, told[head].Piece.Place, Tag.Organization) || ListLead.Says(context, told[head].Piece.Place, Word.Nominate);

    /// <summary>Another entry of the list begins with a body, or the words above the list give seats.</summary>
    private bool IsSeatList(int head) => IsTold(head, Tag.BodyAhead) || ListLead.GivesSeats(context, told[head].Piece.Place);

    private bool IsTold(int head, Tag tag) => ListLead.IsHeadedBy(told, told[head].Piece.Place, tag);
}
