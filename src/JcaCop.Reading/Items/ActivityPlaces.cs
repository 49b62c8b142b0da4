using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The town or venue in a piece of an entry: behind a preposition, between a verb and whoever holds it, or by its shape. Pure.</summary>
internal static class ActivityPlaces
{
    /// <summary>The place may stand before the name.</summary>
    public const int LeadingPlace = 0;

    private const int ShortestHouse = 4;

    /// <summary>"se imparte en Ávila por la Asociación …", "проводится в Калуге Союзом …": a town stands between the verb and whoever holds it.</summary>
    public static void Behind(ref string name, ref string? place)
    {
        if (!char.IsLower(name[0])) return;
        var gap = name.IndexOf(' ', StringComparison.Ordinal);
        var next = gap < 0 ? -1 : name.IndexOf(' ', gap + 1);
        if (name[0] >= '\u0400' && next > 0 && ActivitySmallWords.BeforeTown.Contains(name[..gap]) && char.IsUpper(name[gap + 1]) && ActivityHouses.IsOrganization(name[(next + 1)..]))
        {
            place ??= RussianTowns.Nominative(name[(gap + 1)..next]);
            name = RussianNouns.Post(name[(next + 1)..], RussianNominative.Oblique.Instrumental);
        }
        else if (ActivitySmallWords.IsHouse(ref name, out var where)) SplitPlace(ref where, ref place, LeadingPlace);
    }

    /// <summary>"Fundación Red Tica en Liberia": the place behind the organizer.</summary>
    /// <param name="least">So long is at least what stands before the preposition.</param>
    public static void SplitPlace(ref string name, ref string? place, int least = ShortestHouse)
    {
        if (least == LeadingPlace) name = " " + name;
        foreach (var preposition in ActivitySmallWords.PlacePrepositions)
        {
            var at = name.LastIndexOf(preposition, StringComparison.Ordinal);
            if (at < least || at + preposition.Length >= name.Length) continue;
            var behind = name[(at + preposition.Length)..];
            if (!StartsName(behind, 0) || behind.Split(' ').Length > 5 || ActivityHouses.IsOrganization(behind)) continue;
            place ??= ActivityEntry.Clean(behind);
            name = name[..at];
            return;
        }
    }

    public static bool StartsName(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && (char.IsUpper(text[at]) || Folding.IsArabic(text[at]) || Folding.IsHan(text[at]));
    }

    /// <summary>"Les Cayes", "El Alto", "La Nouvelle-Orléans": an article with a capital before one word belongs to the name of a town.</summary>
    public static bool IsTown(string name) =>
        char.IsUpper(name[0]) && ActivitySmallWords.WithoutArticle(name) is { Length: > 2 } bare && bare.Length < name.Length && char.IsUpper(bare[0]) && !bare.Contains(' ', StringComparison.Ordinal)
            && !bare.AsSpan().ContainsAny('\'', '’') && ActivityWords.Find(bare).Count == 0 && !new MarkedText(bare).Any(Word.Organization, 0, bare.Length);

    public static bool LooksLikePlace(string piece)
    {
        if (piece.Length is < 2 or > 45 || piece.Any(char.IsDigit) || piece.AsSpan().IndexOfAny(":：") >= 0 || piece.AsSpan().ContainsAny(ActivityHouses.Quotes)) return false;
        // 属法律类
        if (Folding.IsHan(piece[0]))
            return !ActivitySmallWords.BeginsNoPlace(piece) && piece.Length <= 16 && piece[0] is not ('的' or '定' or '将' or '將' or '起' or '请' or '請' or '供' or '详' or '詳' or '见' or '見')
            && !ActivityWords.Find(piece)
            .Exists(hit => ActivityWords.IsCategory(hit.Value) && (hit.Start == 0 || hit.Start <= 2 && hit.End >= piece.Length - 1));
        if (ActivitySmallWords.BeginsNoPlace(piece)) return false;
        if (Folding.IsArabic(piece[0])) return piece.Split(' ').Length <= 3;
        var words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.TrueForAll(words, static word => char.IsLower(word[0]) || DateWords.Month(Folding.Plain(word)) > 0)) return false; // "February to June"
        return words.Length <= 5 && char.IsUpper(words[0][0]) && words.Count(word => char.IsLower(word[0])) <= 2 && words[^1] is not [var last, ..] == false && !char.IsLower(words[^1][0]);
    }
}
