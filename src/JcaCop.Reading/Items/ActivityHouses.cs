using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Whether a piece of an entry names an organization, by its words, its legal form or what is said of it. Pure.</summary>
internal static class ActivityHouses
{
    /// <summary>Marks round a title or a name.</summary>
    public static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("«»\"“”《》");

    /// <summary>"published by Heron Press", "إصدار مكتبة النيل", "ведёт АНО «…»": who makes or keeps it, told by a piece of its own.</summary>
    public static string? Maker(string piece)
    {
        if (Makers.FindLongest(piece) is not [{ Start: 0, End: var end }, ..] || end >= piece.Length - 2 || char.IsLetter(piece[end])) return null;
        var name = ActivitySmallWords.WithoutArticle(piece[end..].Trim(' ', ':', '：', '-', '–', '—'));
        if (name.Length < 4 || Editions.Contains(name.Split(' ')[0])) return null;
        if (Folding.IsArabic(name[0])) return IsOrganization(name) || name.Split(' ') is [_, ['ا', 'ل', ..], ..] ? name : null;
        // "издана фондом «Берег»": behind a passive stands the instrumental
        if (name[0] is >= '\u0400' and < '\u0500' && char.IsLower(name[0])) return RussianNouns.Post(name, RussianNominative.Oblique.Instrumental) is var whose && IsOrganization(whose) ? whose : null;
        return char.IsUpper(name[0]) || IsOrganization(name) ? name : null;
    }

    private static readonly PhraseIndex<bool> Makers = new(LexiconFile.Words("activities/small", "MadeBy").Select(static words => KeyValuePair.Create(words, true)));
    private static readonly WordSet Editions = LexiconFile.Set("activities/small", "EditionWord");

    /// <summary>资讯政策局草拟: the organizer without the verb behind it.</summary>
    public static string WithoutVerb(string piece) =>
        Folding.IsHan(piece[0]) && ActivityWords.Find(piece).Find(hit => hit.Value == ActivityWord.OrganizerBehind && hit.End == piece.Length && hit.Start > 2) is { Length: > 0 } verb ? piece[..verb.Start] : piece;

    public static bool IsOrganization(string piece) =>
        IsHouse(piece) || ActivityWords.Find(piece).Exists(hit => hit.Value == ActivityWord.Organization && (hit.Length > 1 || Folding.IsHan(piece[hit.Start]) && hit.End >= piece.TrimEnd(' ', ')', '）').Length));

    /// <summary>Names of organizations are longer than those of most towns.</summary>
    public static bool IsLong(string name) => Folding.IsHan(name[0]) ? name.Length >= 5 : name.Contains(' ', StringComparison.Ordinal);

    /// <summary>A legal form begins or ends it, or it is the name of an organization by its words.</summary>
    private static bool IsHouse(string piece)
    {
        if (piece.Length is < 4 or > 120) return false;
        // ОЮЛ «Name»: capitals before a name in quotation marks are a legal form, whichever
        var capitals = 0;
        while (capitals < piece.Length && char.IsUpper(piece[capitals])) capitals++;
        if (capitals is > 1 and < 7 && capitals + 2 < piece.Length && piece[capitals] == ' ' && Quotes.Contains(piece[capitals + 1])) return true;
        var marked = new MarkedText(piece);
        return marked.Any(Word.LegalForm, 0, piece.Length) && OrganizationNames.Find(marked, 0, piece.Length) is [{ Start: 0 } name] && name.Length * 10 >= piece.Length * 8;
    }
}
