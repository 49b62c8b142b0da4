using System.Globalization;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Closes what is owed.</summary>
public static class Obligations
{
    /// <summary>How an obligation names the mail that met it.</summary>
    public static string By(long messageId) => string.Create(CultureInfo.InvariantCulture, $"message {messageId}");

    /// <summary>What was owed is done: in time or after it.</summary>
    /// <param name="at">When it was done, UTC.</param>
    internal static void Meet(ObligationEntry owed, DateTimeOffset at, string by, EntryDraft entries) =>
        Close(owed, owed.IsInTime(at) ? ObligationState.Met : ObligationState.MetLate, at, by, entries);

    /// <summary>Nothing more is asked of the debtor. What is closed already stays as it was.</summary>
    internal static void Close(ObligationEntry owed, ObligationState state, DateTimeOffset at, string by, EntryDraft entries)
    {
        if (!owed.Live) return;
        entries.Put(owed, owed with { State = state, ClosedAt = at, ClosedBy = by }, $"{owed.Title}: {owed.Debtor.Name}",
            new FieldChange("state", owed.State.ToString(), state.ToString()));
    }
}
