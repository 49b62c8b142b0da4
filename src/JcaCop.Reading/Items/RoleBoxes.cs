using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>"( ) representative (X) alternate ( ) expert" on one line: of roles to choose from, the one that is ticked stays at the head of them, and the others are blanked with all boxes.</summary>
/// <remarks>As many characters stay as there were, so that offsets hold. A line in which no role or several are ticked, or points lead to the boxes, stays as it is.</remarks>
internal static class RoleBoxes
{
    private const int LongestLine = 200;

    /// <returns>The text itself where no such line is in it.</returns>
    public static string Settle(string text)
    {
        if (!CheckBoxes.MayHoldAny(text)) return text;
        char[]? settled = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (end - start <= LongestLine && text.AsSpan(start, end - start).IndexOf("...") < 0 && CheckBoxes.Find(text, start, end) is { Count: > 1 } boxes && boxes.FindAll(static box => box.Ticked) is [var chosen]
                    && Options(text, start, end, boxes) is { } options)
            {
                settled ??= text.ToCharArray();
                // the role that is meant moves to where the first of them stood: behind a wide gap it would be the value of another column
                var first = Math.Min(boxes[0].Start, options[0].Start);
                var role = options[boxes.IndexOf(chosen)] is var meant ? text[meant.Start..meant.End].Trim() : "";
                while (first < end && char.IsWhiteSpace(text[first])) first++;
                settled.AsSpan(first, end - first).Fill(' ');
                role.CopyTo(settled.AsSpan(first));
            }
            start = end + 1;
        }
        return settled is null ? text : new string(settled);
    }

    /// <summary>The words of each box: behind it, or before it where nothing stands behind the last; null where they are no roles.</summary>
    private static List<(int Start, int End)>? Options(string text, int start, int end, List<CheckBoxes.Box> boxes)
    {
        var ahead = text.AsSpan(boxes[^1].Start + boxes[^1].Length, end - boxes[^1].Start - boxes[^1].Length).IsWhiteSpace();
        var label = text.AsSpan(start, boxes[0].Start - start).LastIndexOfAny(":：\t") is >= 0 and var colon ? start + colon + 1 : start;
        var options = new List<(int Start, int End)>();
        for (var i = 0; i < boxes.Count; i++)
            options.Add(ahead ? (i == 0 ? label : boxes[i - 1].Start + boxes[i - 1].Length, boxes[i].Start) : (boxes[i].Start + boxes[i].Length, i + 1 < boxes.Count ? boxes[i + 1].Start : end));
        return options.TrueForAll(option => IsRole(text[option.Start..option.End])) ? options : null;
    }

    private static bool IsRole(string option)
    {
        var words = new MarkedText(option);
        var first = 0;
        while (first < option.Length && !char.IsLetter(option[first])) first++;
        return Array.Exists(PartFinder.Roles, role => words.At(role.Item1, first) is not null) || words.At(Word.Post, first) is not null;
    }
}
