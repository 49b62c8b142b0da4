using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// "The organization active in this field is the X Trust": whoever is named so is put forward by whoever writes, and no clause before the name belongs to it (docs/decisions/0168, <c>Lexicons/putByNoun.json</c>).
/// </summary>
internal static class NamedByNoun
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("putByNoun").Where(static entry => entry.Code is "noun" or "is" or "ours").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    private static readonly IReadOnlyList<string> Relatives = LexiconFile.Words("putByNoun", "hanRelative");

    private static readonly (string Noun, string Is)[] HanPairs =
        [.. from noun in LexiconFile.Phrases("putByNoun") where noun is { Code: "noun", Language: "zh" }
            from copula in LexiconFile.Phrases("putByNoun") where copula is { Code: "is", Language: "zh" } select (noun.Phrase, copula.Phrase)];

    /// <summary>So far before its name a clause that says what the house is may begin, and so near the verb stands.</summary>
    private const int Reach = 200, Gap = 12;

    private const int ShortestHan = 4;

    /// <summary>Chinese names without the clause that leads to them: "…工作的组织为安心上网协会".</summary>
    public static IReadOnlyList<Item> Settle(IReadOnlyList<Item> items) => !items.Any(static item => item is Nomination) ? items
        : [.. items.Select(static item => item is Nomination { Organization.Name: { } name } put && Bare(name) is { } bare && bare != name
            ? put with { Organization = put.Organization with { Name = bare } } : item)];

    /// <summary>The name without the clause; as it is where there is none.</summary>
    public static string Bare(string name)
    {
        if (name.Length < ShortestHan || !Folding.IsHan(name[0])) return name;
        var start = 0;
        foreach (var (noun, copula) in HanPairs)
            for (var at = name.IndexOf(noun + copula, StringComparison.Ordinal); at >= 0; at = name.IndexOf(noun + copula, at + 1, StringComparison.Ordinal))
                if (name.Length - at - noun.Length - copula.Length >= ShortestHan && (at == 0 || Relatives.Any(word => name.AsSpan(0, at).EndsWith(word))))
                    start = Math.Max(start, at + noun.Length + copula.Length);
        return name[start..];
    }

    /// <summary>Whether the house for which a mail seems to speak is one that it only puts forward: told so in its sentence, or its contact has another address than the sender.</summary>
    public static bool IsPutForward(ItemContext context, IReadOnlyList<Item> items, string house)
    {
        var mail = context.Mail;
        if (IsSigned(mail, house)) return false;
        if (items.OfType<Nomination>().FirstOrDefault(one => one.Organization.Name is { } name && SameName.Is(name, house)) is not { } put) return IsToldSo(context, house);
        var sender = mail.Sender?.Domain;
        if (put.Contact?.Email is { } email && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && sender is not null)
        {
            if (string.Equals(email[(at + 1)..], sender, StringComparison.OrdinalIgnoreCase)) return false;
            if (!CountryOrigin.IsFreeMail(sender) && !CountryOrigin.IsFreeMail(email[(at + 1)..]) && !AddressAgreement.House(house, mail.Sender?.Email) && !(put.Contact.Name is { } contact && IsSigned(mail, contact))) return true;
        }
        return IsToldSo(context, put.Organization.Name!);
    }

    /// <summary>The name stands under the text, or the mail comes in it: a house that does so speaks for itself, and a contact who does puts the own house forward.</summary>
    internal static bool IsSigned(ReceivedMail mail, string name) =>
        mail.Body.Signature?.Contains(name, StringComparison.OrdinalIgnoreCase) == true || mail.Sender?.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsToldSo(ItemContext context, string name)
    {
        var at = context.Text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0 || context.Utterances.Find(utterance => utterance.Span.Contains(at)) is not { Block: not null } said) return false;
        var from = Math.Max(said.Span.Start, at - Reach);
        var hits = Index.FindAll(context.Marked.Folded).Where(hit => hit.Start >= from && hit.End <= at).ToList();
        return hits.FindLast(static hit => hit.Value == "noun") is { Length: > 0 } noun && !hits.Exists(static hit => hit.Value == "ours")
            && (hits.Exists(hit => hit.Value == "is" && hit.Start >= noun.End && at - hit.End <= Gap) || Dashed(context.Text.AsSpan(noun.End, at - noun.End)));
    }

    /// <summary>«Организация, …, — Фонд X»: a dash in the place of "is".</summary>
    private static bool Dashed(ReadOnlySpan<char> between) => between.TrimEnd() is [.., '—' or '–'];
}
