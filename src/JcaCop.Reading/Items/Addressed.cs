using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// "A la Secretaría de la UIT:", 秘书处：…, «Секретариату МСЭ»: to whom a mail is written is nobody's house, and nobody who comes (docs/decisions/0168, <c>Lexicons/addressed.json</c>).
/// </summary>
internal static class Addressed
{
    private enum Does { Secretariat, Lead, Filler }

    private static readonly PhraseIndex<Does> Index = new(LexiconFile.Phrases("addressed").Select(static entry => KeyValuePair.Create(entry.Phrase,
        entry.Code switch { "secretariat" => Does.Secretariat, "lead" => Does.Lead, _ => Does.Filler })));

    /// <summary>Registrations without those to whom the mail is written.</summary>
    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items) =>
        !items.Any(static item => item is Registration) ? items
        : [.. items.Where(static item => item is not Registration { Person.Name: { } name } || !IsSecretariat(name)).Select(item =>
            item is Registration { Organization: { } house } coming && Is(context.Text, house)
                ? coming with { Organization = null, Evidence = [.. coming.Evidence.Where(static proof => proof.Field != "organization")] } : item)];

    /// <summary>A house to which a text is written: the secretariat, or what stands in the salutation and nowhere else.</summary>
    public static bool Is(string text, string house) => IsSecretariat(house) || IsSaluted(text, house);

    /// <summary>Nothing in the words but a secretariat, whose it is, and how it is addressed: "Secretariat of Communications" is another house.</summary>
    private static bool IsSecretariat(string house)
    {
        var hits = Index.FindAll(house);
        if (!hits.Exists(static hit => hit.Value == Does.Secretariat)) return false;
        var bodies = Bodies.Find(house).FindAll(static body => Bodies.IsAddressee(body.Value)); // "Secretariat SG12" writes for itself
        for (var at = 0; at < house.Length; at++)
            if (char.IsLetterOrDigit(house[at]) && !hits.Exists(hit => hit.Start <= at && at < hit.End) && !bodies.Exists(body => body.Start <= at && at < body.End)) return false;
        return true;
    }

    /// <summary>The first line, short and closed as salutations are, is addressed to the house, of which the text says no more.</summary>
    private static bool IsSaluted(string text, string house)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var at = text.IndexOf(house, start, StringComparison.Ordinal);
        if (at < 0 || at - start > LongestLead || text.IndexOf(house, at + house.Length, StringComparison.Ordinal) >= 0) return false;
        var line = text.IndexOf('\n', start) is > 0 and var turn ? turn : text.Length;
        var end = text.AsSpan(at + house.Length, Math.Max(0, line - at - house.Length)).IndexOfAny(Closing);
        if (end > LongestTail || end < 0) return false;
        return Index.FindAll(text[start..Math.Min(text.Length, at + house.Length)]).Exists(static hit => hit is { Value: Does.Lead, Start: 0 });
    }

    private static readonly System.Buffers.SearchValues<char> Closing = System.Buffers.SearchValues.Create(":：,，،!！");

    private const int LongestLead = 30, LongestTail = 40;
}
