using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>Field changes of orders: an order says what is to be, whatever was before.</summary>
public static class FieldText
{
    /// <returns>Null where nothing changes.</returns>
    public static FieldChange? Change(string field, string? before, string? after) => before == after ? null : new FieldChange(field, before, after);

    /// <summary>The new value of a field that an order may leave alone, take away (an empty text) or set.</summary>
    /// <param name="told">Null: not named in the order.</param>
    public static string? Of(string? told, string? before) => told is null ? before : string.IsNullOrWhiteSpace(told) ? null : told.Trim();
}
