using System.Buffers;
using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"The Otter League has closed. Please take it off and enter the Heron Trust instead (contact: …)": what is put in is put forward, with the details behind it, and what was named before goes.</summary>
internal sealed class InItsPlace
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    /// <summary>How far above the statement what goes may have been named.</summary>
    private const int Above = 320;

    /// <summary>Articles, prepositions and "in its place" between the verb and the name.</summary>
    private const int LongestGap = 40;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".;:؛；。");

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private InItsPlace(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        if (!context.Matters.Has(Matter.Remove)) return told;
        var rule = new InItsPlace(context, told);
        foreach (var (span, block) in context.Utterances)
            if (block is not (Form or Table) && Exchange.In(context, span) is { } put) rule.Take(span, put);
        return told;
    }

    private void Take(TextSpan span, TextSpan put)
    {
        var heir = told.FindIndex(one => one.Piece.Kind == PieceKind.Organization && one.Piece.Start >= put.End && one.Piece.End <= span.End);
        if (heir < 0 || told[heir].Piece.Start - put.End > LongestGap || context.Text.AsSpan(put.End, told[heir].Piece.Start - put.End).IndexOfAny(Ends) >= 0) return;
        var gone = told.FindLastIndex(one => one.Piece.Kind == PieceKind.Organization && one.Piece.End <= put.Start && one.Piece.Start >= span.Start - Above && !IsOwn(one.Piece)
            && !RespondentOrganization.IsAddressee(one.Piece.Value));
        if (gone >= 0 && !SameName.Is(told[gone].Piece.Value, told[heir].Piece.Value) && told[gone].Tag is not Tag.Withdrawn) told[gone] = (told[gone].Piece, Tag.Withdrawn, Unsaid);
        if (told[heir].Tag is not Tag.Organization) told[heir] = (told[heir].Piece, Tag.Organization, Unsaid);
        var named = false;
        for (var i = heir + 1; i < told.Count && told[i].Piece.End <= span.End; i++)
        {
            var (piece, tag, _) = told[i];
            if (piece.Kind == PieceKind.Organization || tag is Tag.Continued) continue;
            var meant = piece.Kind switch
            {
                PieceKind.Person => Tag.Contact,
                PieceKind.Address or PieceKind.Website => Tag.NominationDetail,
                PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax => Tag.NominationDetail,
                PieceKind.Function => named ? Tag.NominationDetail : Tag.NominationDetailAhead,
                _ => Tag.None,
            };
            named |= meant == Tag.Contact;
            if (meant != Tag.None && tag is not (Tag.Contact or Tag.ContactAhead or Tag.NominationDetail or Tag.NominationDetailAhead)) told[i] = (piece, meant, Unsaid);
        }
    }

    private bool IsOwn(Piece piece) => context.Respondent?.Organization is { } own && SameName.Is(own, piece.Value);
}
