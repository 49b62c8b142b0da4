using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// What is recorded of an answer to the yearly question about a seat says that the seat is held on, as long as nobody comes in the holder's place: "Yes, but my telephone
/// has changed" asks for a new number, and not to be asked again (docs/decisions/0120). Pure.
/// </summary>
internal static class SeatAnswered
{
    /// <summary>New details of the holder, or somebody in another role of the body, confirm the seat.</summary>
    public static void Note(Item item, MailContext mail, EntryDraft entries)
    {
        if (Of(mail, entries.Known) is not { } seat || seat.Until <= entries.Day || seat.ConfirmedAt >= mail.At || mail.Items.Any(other => Leaves(other, seat))) return;
        var confirms = item switch
        {
            Correction correction => CorrectionPlacing.Target(correction, mail.Respondent, entries.Known) is PersonEntry person && person.Id == seat.PersonId || IsHolder(correction.Name, seat, entries.Known),
            Representative named => IsOfBody(named, seat) && !IsForSame(named, seat),
            _ => false,
        };
        if (!confirms) return;
        entries.Put(seat, seat with { ConfirmedAt = mail.At }, SeatDesk.Title(seat, entries.Known), new FieldChange("confirmedAt", Day(seat.ConfirmedAt), Day(mail.At)));
        SeatConfirming.Meet(seat, mail.Sender ?? "mail", entries);
    }

    /// <summary>Why a person cannot accept a designation as it is: somebody else is named for the seat of the holder, who does not say whether both hold it.</summary>
    public static string? Obstacle(Item item, MailContext mail, Known known) =>
        item is Representative { Replaces: null } named && Of(mail, known) is { Until: null } seat && IsForSame(named, seat) && !IsHolder(named.Person.Name, seat, known)
            && SeatConfirming.IsOwed(seat, known) && known.Person(seat.PersonId)?.Name is { } holder
                ? $"it does not say whether {holder} still holds the seat; say it as 'replaces: NAME' (--field replaces=NAME), or where both hold it as 'word: accept' (--field word=accept)" : null;

    /// <summary>Whether somebody is designated for the same part in the same body. Where the mail names no body, that of the seat is meant.</summary>
    public static bool IsForSame(Representative named, SeatEntry seat) => IsOfBody(named, seat) && (named.RoleSupposed || (named.Role ?? SeatRole.Representative) == seat.Role);

    private static bool IsOfBody(Representative named, SeatEntry seat) => named.Body is null || NameKey.Of(named.Body) == NameKey.Of(seat.Body);

    private static SeatEntry? Of(MailContext mail, Known known) => SeatAnswer.Asked(mail.Thread, mail.Sender) is { } id ? known.Seats.FirstOrDefault(seat => seat.Id == id) : null;

    private static bool IsHolder(string? name, SeatEntry seat, Known known) => known.Person(seat.PersonId)?.Name is { } holder && ShortName.Fits(name, holder);

    private static bool Leaves(Item item, SeatEntry seat) => item switch
    {
        Withdrawal { Of: WithdrawalOf.Representative } => true,
        Representative { Replaces: not null } => true,
        Representative named => IsForSame(named, seat),
        _ => false,
    };

    private static string? Day(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
