using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// The function that a reply to a receipt gives somebody: behind its label, or in quotation marks beside the one that the receipt showed
/// ("the function is “Deputy Director” and not “Director”").
/// </summary>
internal static class ReplyFunction
{
    /// <param name="shown">What the receipt showed; null where it showed none.</param>
    public static Mention<string>? In(ItemContext context, TextSpan span, string? shown)
    {
        var colon = context.Text.AsSpan(span.Start, span.Length).IndexOfAny(':', '：');
        if (colon > 0 && FieldLabels.Of(context.Text.AsSpan(span.Start, colon).Trim()) == FieldLabel.Function)
        {
            var start = span.Start + colon + 1;
            while (start < span.End && char.IsWhiteSpace(context.Text[start])) start++;
            var value = MailLayout.Unwrap(context.Text[start..span.End]).Trim().TrimEnd('.', ',', ';');
            return value.Length > 1 && !Same(value, shown) ? new Mention<string>(value, start, span.End - start, 0.9) : null;
        }
        if (shown is null) return null;
        var quoted = Quotations.Find(context.Text, span.Start, span.End).ToList();
        return quoted.Exists(one => Same(one.Value, shown)) && quoted.Where(one => !Same(one.Value, shown) && !ReplyStatements.IsOld(context, one.Start - 1)).ToList() is [var only] ? only : null;
    }

    private static bool Same(string one, string? other) => other is not null && Folding.Plain(one) == Folding.Plain(other);
}
