namespace JcaCop.Reading.Tagging;

/// <summary>What a piece of a mail does there: which item it begins, or to which one it belongs.</summary>
/// <remarks>"Ahead" belongs to what follows it, everything else to what stands before. The names are those of the weights (<c>weights-first.txt</c>).</remarks>
internal enum Tag
{
    /// <summary>Nothing that is read here.</summary>
    None,

    /// <summary>Name of an organization that is put forward.</summary>
    Organization,
    Contact, ContactAhead, NominationDetail, NominationDetailAhead,

    /// <summary>A person designated for a body.</summary>
    Seated,
    SeatDetail, SeatDetailAhead, Body, BodyAhead, Role, RoleAhead, Replaced,

    /// <summary>Goes on with the name or post directly before it.</summary>
    Continued,

    /// <summary>A person who will come to a meeting; of a statement (<see cref="PieceKind.Claim"/>) its writer.</summary>
    Attending,

    /// <summary>How somebody will take part.</summary>
    Mode, ModeAhead,

    /// <summary>A person or body that will not come.</summary>
    Absent,

    // what other readers read; told apart here so that it is not taken for a nomination or seat
    Withdrawn, Corrected, CorrectedDetail, CorrectedTo, Activity, Organizer,
}
