using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;

namespace JcaCop.Reading.Tagging;

/// <summary>What a piece looks like. The first values are those of <see cref="PartKind"/>.</summary>
internal enum PieceKind { Email, Phone, Mobile, Fax, PhoneAndFax, Website, Person, Function, Organization, Address, Role, Country, Nil, Label, Text, Body, Writer, Mode, Claim }

/// <summary>A name, address, number, post, body or other short run of words that may be part of an item.</summary>
/// <param name="Confidence">How sure it is that the words are what <see cref="Kind"/> says, 0 to 1.</param>
/// <param name="Place">The sentence, entry, field or cell that it stands in.</param>
internal sealed record Piece(PieceKind Kind, string Value, int Start, int Length, double Confidence, SeatRole? Seat, Place Place)
{
    public int End => Start + Length;

    /// <summary>The first character of the words; a null character where the piece has none (<see cref="PieceKind.Writer"/>, a role that is only meant).</summary>
    public char Initial => Value.Length > 0 ? Value[0] : '\0';

    public Found Found => new(Value, Start, Length, Confidence);

    public bool Overlaps(int start, int end) => Start < end && start < End;
}

/// <summary>A sentence, list entry, form field or table cell with its place in the layout.</summary>
/// <param name="Block">Number of the block in the text.</param>
/// <param name="Unit">Number of the sentence, entry, field or row in its block.</param>
/// <param name="Label">What the field's label or the column's head says; null outside forms and tables.</param>
/// <param name="LabelWords">The label or head as written; null outside forms and tables.</param>
/// <param name="LeadIn">The heading or sentence that introduces the block; null where there is none.</param>
/// <param name="Depth">Depth of a list entry; 0 elsewhere.</param>
internal sealed record Place(TextSpan Span, DraftOrigin Origin, int Block, int Unit, FieldLabel? Label, string? LabelWords, TextSpan? LeadIn, int Depth)
{
    /// <summary>The other is in the same sentence, row or field.</summary>
    public bool Shares(Place other) => Block == other.Block && Unit == other.Unit;

    /// <summary>What is true of every piece here; worked out when the first is looked at.</summary>
    public List<SignPart>? Signs { get; set; }

    /// <summary>The words here; parted when the first piece asks.</summary>
    public TextWords? Words { get; set; }

    /// <summary>What is said here of coming to a meeting and staying away; found when first asked for.</summary>
    public IReadOnlyList<AttendanceClaim>? Claims { get; set; }
}
