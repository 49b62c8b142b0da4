using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>An address over several lines: below the street stand the town with its postal code, and the country.</summary>
internal static class AddressLines
{
    private const int MostLines = 3, LongestLine = 48, FewestOfNumber = 7;

    private static readonly System.Buffers.SearchValues<char> NoTown = System.Buffers.SearchValues.Create("@:：;；؛!?()（）+«»\"“”。|\t");

    /// <summary>The address with the lines below it that go on with it, joined by commas.</summary>
    /// <param name="address">What was found, up to the end of its line.</param>
    public static Found Whole(ItemContext context, Found address)
    {
        var text = context.Text;
        var (end, value) = (address.Start + address.Length, address.Value);
        if (address.Value.Contains('\n', StringComparison.Ordinal) || !StartsLine(text, address.Start)) return address;
        for (var lines = 0; lines < MostLines; lines++)
        {
            var at = end;
            while (at < text.Length && text[at] is ' ' or ',' or '،' or '，') at++;
            if (at >= text.Length || text[at] != '\n') break;
            var next = at + 1;
            var stop = text.IndexOf('\n', next);
            if (stop < 0) stop = text.Length;
            var line = TextSpan.FromBounds(next, stop).Trim(text);
            if (line.IsEmpty || !IsPart(context, line)) break;
            var words = line.In(text).TrimEnd('.', ',', '،', '，');
            value = $"{value.TrimEnd(',', ' ')}, {words}";
            end = line.Start + words.Length;
            if (IsCountry(words)) break;
        }
        return end == address.Start + address.Length ? address : new Found(value, address.Start, end - address.Start, address.Confidence);
    }

    private static bool StartsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ') at--;
        return at == 0 || text[at - 1] == '\n';
    }

    /// <summary>A country, a town on the list, or capital words with a postal code; nothing that could be a person, a house, a label or a number to call.</summary>
    private static bool IsPart(ItemContext context, TextSpan line)
    {
        var words = line.In(context.Text);
        if (words.Length > LongestLine || words.AsSpan().ContainsAny(NoTown)) return false;
        if (IsCountry(words.TrimEnd('.', ',')) || Folding.IsHan(words[0]) is false
            && CountryPlaces.Cities(words, Folding.Fold(words)).Any()) return !context.Marked.Any(Word.Honorific, line.Start, line.End) || IsCountry(words);
        var figures = words.Count(char.IsDigit);
        if (figures is < 2 or >= FewestOfNumber || !words.Any(char.IsLetter) || !(char.IsUpper(words[0]) || char.IsDigit(words[0]))) return false;
        foreach (var word in words.Split(' ')) if (word.Length > 4 && char.IsLower(word[0])) return false;
        return !context.Marked.Any(Word.Organization, line.Start, line.End) && context.Phones.All(phone => !line.Contains(phone.Start))
            && !Dates.Find(words, context.Year, context.Language).Any(date => date.Value is DateReading.Day or DateReading.Period);
    }

    private static bool IsCountry(string words) => Countries.Find(words) is [{ Start: 0 } country] && country.Length >= words.Length - 1;
}
