using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Our representatives are: – Heron Trust: Ms Ida Holm": words above a list that give seats, and put no organizations forward, make bodies of its houses and holders of seats of their persons.</summary>
internal static class SeatLists
{
    public static Told Settle(ItemContext context, Told told)
    {
        for (var i = 0; i + 1 < told.Count; i++)
        {
            var place = told[i].Piece.Place;
            if (told[i].Tag != Tag.Organization || context.Layout.Blocks[place.Block] is not Listing || i > 0 && told[i - 1].Piece.Place.Shares(place) || place.LeadIn is not { } lead
                || !GivesSeats(context, place, lead)) continue;
            var end = i + 1;
            while (end < told.Count && told[end].Piece.Place.Shares(place)) end++;
            if (!told.GetRange(i, end - i).Exists(static one => one.Tag is Tag.Contact) || told.GetRange(i + 1, end - i - 1).Exists(static one => one.Tag is Tag.Organization)) continue;
            for (var k = i; k < end; k++) told[k] = told[k] with { Tag = Turned(told[k].Tag) };
        }
        return told;
    }

    private static Tag Turned(Tag tag) => tag switch
    {
        Tag.Organization => Tag.BodyAhead,
        Tag.Contact => Tag.Seated,
        Tag.NominationDetail => Tag.SeatDetail,
        Tag.NominationDetailAhead => Tag.SeatDetailAhead,
        _ => tag,
    };

    private static bool GivesSeats(ItemContext context, Place place, TextSpan lead) => ListLead.GivesSeats(context, place)
        && (!context.Marked.Any(Word.Organization, lead.Start, lead.End) || !context.Marked.Any(Word.Conjunction, lead.Start, lead.End) && !context.Marked.Any(Word.Nominate, lead.Start, lead.End));
}
