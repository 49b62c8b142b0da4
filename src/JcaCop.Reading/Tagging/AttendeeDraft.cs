using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

/// <summary>Somebody who will come to a meeting, or who will not, as the pieces of a text tell it.</summary>
/// <param name="Person">Name null: the writer of the mail, or the body that he or she speaks for.</param>
/// <param name="Comes">False where he, she or it will stay away.</param>
internal sealed record AttendeeDraft(Piece Head, PersonDraft Person, bool Comes)
{
    /// <summary>How the person will take part; null where nothing tells.</summary>
    public Found? Mode { get; set; }

    /// <summary>Whom the person comes for, as named beside him or her; null where nothing is.</summary>
    public Found? Organization { get; set; }

    /// <summary>Whether it is open that the sentence means him or her: a person is asked.</summary>
    public bool Unsure { get; init; }

    /// <summary>The statement alone tells that its writer means himself or herself.</summary>
    public bool IsWriter => Head.Kind == PieceKind.Writer || Head.Kind == PieceKind.Claim && Head.Place.Claims!.Any(claim => claim.Word.Start == Head.Start && claim.OfSelf);

    public bool IsBeside(Piece piece) => Head.Place.Block == piece.Place.Block && Head.Place.Unit == piece.Place.Unit;
}
