using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Quoted names that are part of an address.</summary>
internal static class QuotedPlaces
{
    /// <summary>"where it says “12 Dock Road”": a street and a figure.</summary>
    public static bool IsAddress(ItemContext context, int open, int close) =>
        context.Text.AsSpan(open, close - open).ContainsAnyInRange('0', '9') && context.Marked.Within(Word.Street, open, close).Any(street => street.Length > 1 || Folding.IsHan(context.Text[street.Start]));

    /// <summary>…, “Seaview”, Bay Street: between two commas, and before a street, stands the name of a house.</summary>
    public static bool NamesHouse(ItemContext context, int open, int close)
    {
        var text = context.Text;
        if (close + 2 >= text.Length || text[close + 1] is not (',' or '،' or '，') || text.AsSpan(0, open).TrimEnd() is not [.., ',' or '،' or '，' or '(' or '（']) return false;
        var end = Clauses.End(text, close + 2, Math.Min(text.Length, close + LongestStreet));
        var first = close + 2;
        while (first < end && text[first] == ' ') first++;
        if (first == end || char.IsLower(text[first]) && context.Marked.At(Word.Street, first) is null) return false; // "…, which took place"
        return context.Marked.Within(Word.Street, first, end).Any(street => street.Length > 2 || Folding.IsHan(text[street.Start]));
    }

    private const int LongestStreet = 50;
}
