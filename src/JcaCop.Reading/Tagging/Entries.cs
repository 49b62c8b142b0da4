using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>In a list of organizations that are put forward, every entry puts one forward.</summary>
internal static class Entries
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.45;

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            var place = told[i].Piece.Place;
            if (told[i] is not { Tag: Tag.None, Piece.Kind: PieceKind.Organization } || place.Origin is DraftOrigin.Form || !Leads(told, i)
                    || place.Origin is DraftOrigin.Prose && !IsHeaded(context, told[i].Piece))
                continue;
            var (named, others) = (0, 0);
            for (var k = 0; k < told.Count; k++)
            {
                if (!Leads(told, k) || k == i || told[k].Piece.Place.Origin != place.Origin
                        || (place.Origin is DraftOrigin.Lines or DraftOrigin.Prose ? Math.Abs(told[k].Piece.Place.Block - place.Block) > 2
                            : told[k].Piece.Place.Block != place.Block))
                    continue;
                if (told[k].Tag == Tag.Organization && (place.Origin is not DraftOrigin.Prose || IsHeaded(context, told[k].Piece))) named++; else others++;
            }
            if (named < 2 || others > 0 || !Alone(told, i)) continue;
            told[i] = (told[i].Piece, Tag.Organization, Unsaid);
            for (var k = i + 1; k < told.Count && IsSameEntry(told, i, k); k++)
                told[k] = told[k] with { Tag = told[k].Tag switch { Tag.SeatDetail => Tag.NominationDetail, Tag.Seated => Tag.Contact, var tag => tag } };
        }
        return told;
    }

    /// <summary>"HARBOUR LTD - …": a stroke parts the name from what is told of it.</summary>
    private static bool IsHeaded(ItemContext context, Piece name) => context.Text.AsSpan(name.End, Math.Min(3, context.Text.Length - name.End)) is " - " or " – " or " — ";

    /// <summary>Nothing stands before the piece in its entry.</summary>
    private static bool Leads(List<(Piece Piece, Tag Tag, double Sure)> told, int at) =>
        told[at].Piece.Start - told[at].Piece.Place.Span.Start <= Mark && (at == 0 || told[at - 1].Piece.Place.Block != told[at].Piece.Place.Block || told[at - 1].Piece.Place.Unit != told[at].Piece.Place.Unit);

    /// <summary>A number or article before the name.</summary>
    private const int Mark = 5;

    /// <summary>No tag makes anything else of the entry.</summary>
    private static bool Alone(List<(Piece Piece, Tag Tag, double Sure)> told, int at)
    {
        for (var i = at + 1; i < told.Count && IsSameEntry(told, at, i); i++)
            if (told[i].Tag is not (Tag.None or Tag.Contact or Tag.NominationDetail or Tag.SeatDetail or Tag.Seated)) return false;
        return true;
    }

    private static bool IsSameEntry(List<(Piece Piece, Tag Tag, double Sure)> told, int one, int other) =>
        told[one].Piece.Place.Block == told[other].Piece.Place.Block && told[one].Piece.Place.Unit == told[other].Piece.Place.Unit;
}
