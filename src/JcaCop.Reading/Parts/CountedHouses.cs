using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>"First organization", "Segunda entidad", المنظمة الأولى: the heading of an entry, which counts and names nobody.</summary>
internal static class CountedHouses
{
    private static readonly WordSet Headings = new(Made());

    public static bool Is(string name) => Headings.Contains(name);

    private static IEnumerable<string> Made()
    {
        var entries = LexiconFile.Phrases("genericNames").ToList();
        foreach (var ordinal in entries.Where(static entry => entry.Code == "ordinal"))
            foreach (var noun in entries.Where(static entry => entry.Code == "counted"))
            {
                if (Folding.IsArabic(noun.Phrase[0])) yield return noun.Phrase + " " + ordinal.Phrase;
                else yield return Folding.IsHan(noun.Phrase[0]) ? ordinal.Phrase + noun.Phrase : ordinal.Phrase + " " + noun.Phrase;
            }
    }
}
