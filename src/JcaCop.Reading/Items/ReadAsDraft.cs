using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Makes a correction of "for X read Y": of names the old one is corrected, of a detail whoever is named beside it.</summary>
internal sealed class ReadAsDraft(ItemContext context, List<CorrectionDraft> drafts)
{
    /// <returns>The correction; null where it cannot be told what changes, or whose it is.</returns>
    public CorrectionDraft? Take(TextSpan span, ReadAs.Pair pair)
    {
        if (ReadAsValues.Differing(pair.Old.Value, pair.New.Value) is not { } told) return null;
        var sort = ReadAsValues.Of(told.Old, told.New);
        if (sort is ReadAsValues.Sort.Unknown) return null;
        if (sort is ReadAsValues.Sort.Person or ReadAsValues.Sort.Organization)
        {
            var named = Draft(told.Old, pair.Old, sort is ReadAsValues.Sort.Organization);
            if (named.IsOrganization) named.NewOrganization ??= told.New; else named.NewName ??= told.New;
            return named;
        }
        if (Whose(span, pair, told.Whose) is not { } draft) return null;
        switch (sort)
        {
            case ReadAsValues.Sort.Email: draft.Email ??= told.New; break;
            case ReadAsValues.Sort.Website: draft.Website ??= told.New; break;
            case ReadAsValues.Sort.Address: draft.Address ??= told.New; break;
            case ReadAsValues.Sort.Function when !draft.IsOrganization: draft.Function ??= told.New; break;
            case ReadAsValues.Sort.Phone when IsFax(span, pair): draft.Fax ??= told.New; break;
            case ReadAsValues.Sort.Phone: draft.Phone ??= told.New; break;
        }
        return draft.Empty ? null : draft;
    }

    private CorrectionDraft Draft(string name, Mention<string> where, bool organization)
    {
        if (drafts.Find(draft => SameName.Is(draft.Name, name)) is { } known) return known;
        var draft = new CorrectionDraft(name, new TextSpan(where.Start, where.Length), where.Confidence) { IsOrganization = organization };
        drafts.Add(draft);
        return draft;
    }

    /// <summary>The only one who is named beside the two values; a name that both texts begin with; nobody where several are named.</summary>
    private CorrectionDraft? Whose(TextSpan span, ReadAs.Pair pair, string? head)
    {
        if (head is not null) return Draft(head, pair.Old, new Lexicons.MarkedText(head).Any(Lexicons.Word.Organization, 0, head.Length));
        var names = NamesIn.Find(context, span.Start, span.End).FindAll(name => IsBeside(name, pair) && context.Matters.First(Matter.PhoneWord, name.Start, name.End) is null);
        if (PersonNames.Find(context.Marked, span.Start, span.End).FindAll(name => IsBeside(name, pair)) is [var titled]) names = [titled];
        var houses = OrganizationNames.Find(context.Marked, span.Start, span.End).FindAll(name => name.Confidence >= 0.6 && IsBeside(name, pair) && Bodies.Find(name.Value).Count == 0);
        if (names is [var person]) return Draft(person.Value, person, false);
        return names.Count == 0 && houses is [var house] ? Draft(house.Value, house, true) : null;
    }

    private static bool IsBeside(Mention<string> name, ReadAs.Pair pair) => (name.End <= pair.Old.Start || name.Start >= pair.Old.End) && (name.End <= pair.New.Start || name.Start >= pair.New.End);

    private bool IsFax(TextSpan span, ReadAs.Pair pair) => context.Matters.Last(Matter.FaxWord, span.Start, Math.Min(pair.Old.Start, pair.New.Start)) is not null;
}
