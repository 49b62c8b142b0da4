using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Until when somebody holds a seat that is given up: "as of 1 October" it holds no more on that day, "on 30 September" and "until 30 September" name the last one.</summary>
internal static class LastDay
{
    /// <returns>Nulls where the statement tells no day, or several.</returns>
    public static (DateOnly? Last, Found? Where) Of(ItemContext context, TextSpan span)
    {
        var told = SeatTerms.Days(context, span);
        if (told is [{ } only]) return (only.First is { } begins ? begins.AddDays(-1) : only.Last, only.Where);
        if (told.Count > 0) return (null, null);
        if (Dates.Find(span.In(context.Text), context.Year, context.Language).ToList() is [{ Value: DateReading.Day { First: { } day } } date])
            return (day, new Found(context.Text.Substring(span.Start + date.Start, date.Length), span.Start + date.Start, date.Length, date.Confidence));
        return (null, null);
    }
}
