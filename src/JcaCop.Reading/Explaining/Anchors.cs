using JcaCop.Reading.Items;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Explaining;

/// <summary>
/// What was read in a row of a drawn table stands elsewhere in the mail than in the text that was searched (<see cref="MailBody.Readable"/>): its passage is
/// looked for in the mail itself, nearest to where it was read. Of a value that fills several lines of its cell, what stands on the first is shown.
/// </summary>
internal static class Anchors
{
    public static Item In(MailBody body, Item item) =>
        item.Evidence.Any(one => !Holds(body, one)) ? item with { Evidence = [.. item.Evidence.Select(one => Holds(body, one) ? one : Found(body, one))] } : item;

    private static bool Holds(MailBody body, Evidence one) =>
        one.Source is not null || one.Offset < 0 || one.Offset + one.Text.Length > body.Text.Length || string.CompareOrdinal(body.Text, one.Offset, one.Text, 0, one.Text.Length) == 0
        || string.CompareOrdinal(body.Readable, one.Offset, one.Text, 0, one.Text.Length) != 0;

    private static Evidence Found(MailBody body, Evidence one)
    {
        for (var length = one.Text.Length; length > 0; length--)
            if (Nearest(body.Text, one.Text[..length], one.Offset) is >= 0 and var at) return one with { Offset = at, Text = one.Text[..length].TrimEnd() };
        return one;
    }

    private static int Nearest(string text, string words, int near)
    {
        var before = near == 0 ? -1 : text.LastIndexOf(words, Math.Min(near + words.Length, text.Length) - 1, StringComparison.Ordinal);
        var after = text.IndexOf(words, near, StringComparison.Ordinal);
        return before < 0 ? after : after < 0 || near - before < after - near ? before : after;
    }
}
