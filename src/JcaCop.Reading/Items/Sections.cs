using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>Tells by its heading what a part of a mail is about.</summary>
internal static class Sections
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("sections").Select(entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static bool IsActivities(MarkedText marked, TextSpan heading) => Has(marked, heading, "activities");

    public static bool IsOrganizations(MarkedText marked, TextSpan heading) => Has(marked, heading, "organizations");

    private static bool Has(MarkedText marked, TextSpan heading, string code)
    {
        foreach (var hit in Index.FindAll(heading.In(marked.Text))) if (hit.Value == code) return true;
        return false;
    }
}
