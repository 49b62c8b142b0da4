using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>"X is the first name and Y the surname": a name that a receipt showed in the other order.</summary>
internal static class ShownNameOrder
{
    public static ShownSentence.Change? Find(ItemContext context, TextSpan span, IReadOnlyList<ShownValue> values)
    {
        var labels = ShownWords.Find(context.Marked.Folded, span.Start, span.End).FindAll(static word => word.Value is ShownWord.Given or ShownWord.Surname or ShownWord.Name);
        if (labels.Count != 2 || labels.Count(static label => label.Value == ShownWord.Given) != 1) return null;
        foreach (var value in values)
        {
            if (value.Field is not ShownField.PersonName || value.Text is null || ShownValue.Words(value.Text) is not [var first, var second]) continue;
            var (x, y) = (value.Text[first.Start..first.End], value.Text[second.Start..second.End]);
            if (Place(context.Text, span, x) is not { } atX || Place(context.Text, span, y) is not { } atY) continue;
            // each name before its noun, or each noun before its name
            var (early, late) = atX < atY ? (x, y) : (y, x);
            var (low, high) = (Math.Min(atX, atY), Math.Max(atX, atY));
            var paired = low < labels[0].Start && labels[0].Start < high && high < labels[1].Start || labels[0].Start < low && low < labels[1].Start && labels[1].Start < high;
            if (!paired) continue;
            var (given, family) = labels[0].Value == ShownWord.Given ? (early, late) : (late, early);
            return $"{given} {family}" is var name && name != value.Text ? new ShownSentence.Change(value, name, low) : null;
        }
        return null;
    }

    private static int? Place(string text, TextSpan span, string word)
    {
        var at = text.IndexOf(word, span.Start, span.Length, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == span.Start || !char.IsLetter(text[at - 1])) && (at + word.Length >= span.End || !char.IsLetter(text[at + word.Length])) ? at : null;
    }
}
