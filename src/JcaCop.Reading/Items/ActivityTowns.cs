using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The town in which an activity takes place, by its preposition beside a date, or in Chinese before the verb.</summary>
internal static class ActivityTowns
{
    /// <summary>"à Conakry, du 4 au 8 février": the place named with a preposition directly before the date.</summary>
    public static string? BesideDate(ItemContext context, string sentence)
    {
        foreach (var date in Dates.Find(sentence, context.Year, context.Language))
        {
            if (date.Value is DateReading.Unclear) continue;
            var before = MailLayout.Unwrap(sentence[Math.Max(0, date.Start - 50)..date.Start]).TrimEnd();
            foreach (var opener in ActivitySmallWords.DateOpeners)
                if (before.EndsWith(opener, StringComparison.Ordinal)) { before = before[..^opener.Length]; break; }
            before = before.TrimEnd(' ', ',');
            var words = before.Split(' ');
            var first = words.Length;
            while (first > 0 && words[first - 1] is [var letter, ..] && char.IsUpper(letter) && !words[first - 1].EndsWith(',')) first--;
            if (first == words.Length || first == 0 || words.Length - first > 3)
            {
                if (BehindDate(sentence, date.Start + date.Length) is { } behind) return behind;
                continue;
            }
            var end = first + 1; // "в Павлодаре Центр …": the noun of an organization begins its name
            while (end < words.Length && !ActivityWords.Find(words[end]).Exists(static hit => hit.Value == ActivityWord.Organization)) end++;
            if (ActivitySmallWords.BeforeTown.Contains(words[first - 1].ToLowerInvariant())) return string.Join(' ', words[first..end]);
        }
        return null;
    }

    /// <summary>"с 4 по 8 февраля в Гродно Фонд …": one capital word with its preposition directly behind the date, and no noun of an organization.</summary>
    private static string? BehindDate(string sentence, int at)
    {
        while (at < sentence.Length && (sentence[at] is ' ' or '\n' or '.' || sentence[at] is 'г' && at + 1 < sentence.Length && sentence[at + 1] == '.')) at++;
        if (ActivitySmallWords.TownBehindDate.FirstOrDefault(word => string.CompareOrdinal(sentence, at, word, 0, word.Length) == 0) is not { } preposition) return null;
        var start = at + preposition.Length;
        var end = start;
        while (end < sentence.Length && (char.IsLetter(sentence[end]) || sentence[end] == '-')) end++;
        if (end - start < 3 || !char.IsUpper(sentence[start])) return null;
        var place = sentence[start..end];
        return ActivityWords.Find(place).Count == 0 ? place : null;
    }

    /// <summary>在昆明举行: what stands in Chinese between the preposition and the verb.</summary>
    public static string? BeforeVerb(string sentence)
    {
        if (sentence.IndexOf('在', StringComparison.Ordinal) < 0) return null;
        foreach (var verb in ActivityWords.Find(sentence))
        {
            if (verb.Value != ActivityWord.OrganizerBehind) continue;
            var at = sentence.LastIndexOf('在', verb.Start);
            if (at < 0 || verb.Start - at is < 3 or > 22) continue;
            var place = sentence[(at + 1)..verb.Start].Trim();
            if (place.Length >= 2 && place.All(c => Folding.IsHan(c) || c == '·') && !place.Contains('的', StringComparison.Ordinal)) return place;
        }
        return null;
    }

    /// <summary>In Arabic nothing but its preposition tells a town from any other word of a sentence.</summary>
    public static string? Told(string sentence, string? place) =>
        place is null || !Folding.IsArabic(place[0]) || sentence.Contains("في " + place, StringComparison.Ordinal) || sentence.Contains("بمدينة " + place, StringComparison.Ordinal) || place[0] == 'ب' ? place : null;

    /// <summary>"بالحمامات", "بوهران": the preposition is written with the town.</summary>
    public static string WithoutPreposition(string place)
    {
        if (place.Length < 5 || place[0] != 'ب') return place;
        return !IsCity(place) && (place.StartsWith("بال", StringComparison.Ordinal) || IsCity(place[1..])) ? place[1..] : place;
    }

    private static bool IsCity(string name) => CountryPlaces.Cities(name, Folding.Fold(name)).Any();

    /// <summary>"the Centre in Aswan", where Aswan is the place: no part of the name.</summary>
    public static string? Without(string? house, string? place)
    {
        if (house is null || place is null) return house;
        foreach (var preposition in ActivitySmallWords.PlacePrepositions)
            if (house.Length > preposition.Length + place.Length + 4 && house.EndsWith(preposition + place, StringComparison.Ordinal)) return house[..^(preposition.Length + place.Length)];
        return house;
    }

    /// <summary>"В Алматы фонд «Лучик» провел …": a town behind its preposition begins no name whose noun follows.</summary>
    public static string WithoutTownBefore(ItemContext context, Mention<string> house)
    {
        var gap = house.Value.IndexOf(' ', StringComparison.Ordinal);
        if (gap < 3 || gap + 1 >= house.Value.Length || !char.IsUpper(house.Value[0])) return house.Value;
        var before = context.Text.AsSpan(0, house.Start).TrimEnd();
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..].ToString();
        if (before.Length == house.Start || !ActivitySmallWords.BeforeTown.Contains(word.ToLowerInvariant())) return house.Value;
        return ActivityWords.Find(house.Value).Exists(hit => hit.Value == ActivityWord.Organization && hit.Start == gap + 1) ? house.Value[(gap + 1)..] : house.Value;
    }
}
