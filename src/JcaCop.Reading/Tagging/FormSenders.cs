using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Tagging;

/// <summary>
/// "Responding entity: …" above "Organization: …": of two houses in one form, the one whose label says that it fills in the form is not put forward. Nor is what a
/// house is ("Legal status: registered association").
/// </summary>
internal static class FormSenders
{
    private static readonly PhraseIndex<string> Sends = new(LexiconFile.Phrases("formSenders").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.Organization, Piece: { Place: { Origin: DraftOrigin.Form, LabelWords: { } label } } sender }
                    && Sends.FindLongest(Folding.Fold(label)).Count > 0
                    && told.Exists(one => one.Tag == Tag.Organization && one.Piece.Place.Block == sender.Place.Block && one.Piece.Start != sender.Start && one.Piece.Place.LabelWords is { } other && Sends.FindLongest(Folding.Fold(other)).Count == 0))
                told[i] = told[i] with { Tag = Tag.None };
        return told;
    }
}
