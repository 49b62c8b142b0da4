using JcaCop.Reading.Parts;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Items;

/// <summary>Fields of an activity that hold more than one thing: boxes to tick for its kind, place and days in one value.</summary>
internal static class ActivityBoxes
{
    private const int LongestPlace = 40;

    private static readonly char[] Around = [' ', ',', ';', '/', '-', '–', '—', '،', '，', '、', '.', '(', ')', '（', '）', ':', '：', '\n', '\t'];

    /// <summary>"( ) legal  (x) educational": of several boxes the ticked one tells the kind.</summary>
    /// <returns>Whether there are boxes, and the kind; null where none is ticked, or several are.</returns>
    public static (bool Boxes, ActivityCategory? Kind) Ticked(string value)
    {
        var boxes = CheckBoxes.Find(value, 0, value.Length);
        if (boxes.Count < 2) return (false, null);
        if (boxes.FindAll(static box => box.Ticked) is not [var only]) return (true, null);
        var at = boxes.IndexOf(only);
        var before = value.AsSpan(0, boxes[0].Start).Trim().IsEmpty;
        var words = before ? value[(only.Start + only.Length)..(at + 1 < boxes.Count ? boxes[at + 1].Start : value.Length)]
            : value[(at > 0 ? boxes[at - 1].Start + boxes[at - 1].Length : 0)..only.Start];
        return (true, ActivityWords.Named(words));
    }

    /// <summary>"Loja, del 6 al 8 de mayo de 2013": what stands before the first day, or behind the last, where it is as short as the name of a town.</summary>
    public static string? PlaceBeside(string value, DateOnly? near, string language)
    {
        if (Dates.Find(value, near, language) is not [var first, ..] dates) return null;
        var before = ActivitySmallWords.WithoutBeforeDate(value[..first.Start].Trim(Around)).Trim(Around);
        if (IsPlace(before)) return before;
        var behind = value[dates[^1].End..].Trim(Around);
        return IsPlace(behind) ? behind : null;
    }

    private static bool IsPlace(string words) =>
        words.Length is > 1 and <= LongestPlace && char.IsLetter(words[0]) && !char.IsLower(words[0]) && !words.Any(char.IsDigit) && words.Split(' ').Length <= 4 && ActivityWords.Named(words) is null;
}
