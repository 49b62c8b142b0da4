using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>The yearly word that a seat is still held: owed by its holder, met by a confirmation or by a mail that names the holder again, dropped with the seat.</summary>
internal static class SeatConfirming
{
    public static void Meet(SeatEntry seat, string by, EntryDraft entries)
    {
        foreach (var owed in Owed(seat, entries.Known)) Obligations.Meet(owed, entries.At, by, entries);
    }

    public static void Drop(SeatEntry seat, string why, EntryDraft entries)
    {
        foreach (var owed in Owed(seat, entries.Known)) Obligations.Close(owed, ObligationState.Waived, entries.At, $"seat ended: {why}", entries);
    }

    /// <summary>Whether the holder is asked now.</summary>
    public static bool IsOwed(SeatEntry seat, Known known) => Owed(seat, known).Count > 0;

    private static List<ObligationEntry> Owed(SeatEntry seat, Known known) =>
        [.. known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Seat, seat.Id)).Where(owed => owed is { Live: true, Matter: ObligationMatter.ConfirmSeat })];
}
