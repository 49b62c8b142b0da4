using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>Reads organizations that are put forward for the coordination activity, and the persons to contact in them.</summary>
public static class NominationReader
{
    public static IEnumerable<Item> Read(ItemContext context) => context.Readings.SelectMany(ReadOne);

    private static IEnumerable<Item> ReadOne(ItemContext context)
    {
        var drafts = Seats.Of(context);
        foreach (var organization in drafts.Nominated)
        {
            var evidence = new List<Evidence>();
            void Note(string field, Found? found) { if (found is not null) evidence.Add(found.As(field, context.Text, context.Source)); }
            organization.Country ??= Labelled(context, organization) ?? (context.Respondent?.Country is null ? Country(context, organization, contact: organization.Persons.Count > 0 ? organization.Persons[0] : organization.Nameless) : null);
            var country = organization.Country?.Value ?? context.Respondent?.Country;
            var contact = organization.Persons.Count > 0 ? organization.Persons[0] : organization.Nameless;
            if (organization.Persons.Count > 0 && organization.Nameless is { } spare) Seats.Fill(organization.Persons[0], spare);
            if (contact?.Function is { } post) contact.Function = OwnPost.Bare(context, post, organization.Name.Value);
            organization.Address = WithoutPurpose(organization.Address);
            organization.Name = EntryNames.Whole(context, organization.Name);
            Note("organization.name", organization.Name);
            Note("organization.country", organization.Country);
            Note("organization.website", organization.Website);
            Note("organization.address", organization.Address);
            if (contact is not null) Seats.Note(evidence, context, "contact", contact);
            var judged = Confidence.Judge(new Nomination(
                new Organization(NameQuotes.WithoutBareNoun(organization.Name.Value), country, organization.Website?.Value, organization.Address?.Value),
                contact is null ? null : Seats.Person(contact)) { Evidence = evidence }, organization.Origin, Math.Min(organization.Sure, contact?.Sure ?? 1));
            yield return BareForms.Told(organization) ? judged with { Signs = [.. judged.Signs, BareForms.Sign] } : judged;
        }
    }

    /// <summary>"Calle 5, Soria, para que colabore con …": what a house is put forward for is no part of its address.</summary>
    private static Found? WithoutPurpose(Found? address)
    {
        if (address is null) return null;
        foreach (var hit in Purposes.FindAll(address.Value))
        {
            var end = hit.Start;
            while (end > 0 && address.Value[end - 1] == ' ') end--;
            if (end > ShortestAddress && address.Value[end - 1] is ',' or '،' or '，') return address with { Value = address.Value[..(end - 1)].TrimEnd(), Length = address.Value[..(end - 1)].TrimEnd().Length };
        }
        return address;
    }

    private const int ShortestAddress = 6;

    private static readonly PhraseIndex<bool> Purposes = new(LexiconFile.Words("grammar", "purposeOfHouse").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>"Country: Australia": the field of the form that names the organization, up to the next organization, or the cell of its row.</summary>
    private static Found? Labelled(ItemContext context, OrganizationDraft organization)
    {
        if (organization.Origin is not (DraftOrigin.Form or DraftOrigin.Table)) return null;
        var at = organization.Name.Start;
        switch (context.Layout.BlockAt(at))
        {
            case Form form:
                foreach (var field in form.Fields)
                {
                    if (field.Value.Start <= at) continue;
                    if (field.Label is FieldLabel.Organization or FieldLabel.Contact or FieldLabel.Person) break; // what follows may be the person's
                    if (field.Label is FieldLabel.Country) return Named(context, field.Value);
                }
                return null;
            case Table table:
                foreach (var row in table.Rows)
                    if (row.Any(cell => cell.Contains(at)))
                        for (var i = 0; i < row.Count; i++) if (table.Columns[i] is FieldLabel.Country) return Named(context, row[i]);
                return null;
            default:
                return null;
        }
    }

    private static Found? Named(ItemContext context, TextSpan span)
    {
        foreach (ref readonly var country in context.CountryMentions.From(span.Start, span.End)) return country.End <= span.End ? Found.Of(country) : null;
        return null;
    }

    /// <summary>Where the mail speaks for no country: the one that the line of the organization, its address or its contact's lines name; null where several are named.</summary>
    private static Found? Country(ItemContext context, OrganizationDraft organization, PersonDraft? contact)
    {
        Found? only = null;
        var from = organization.Start == 0 ? 0 : context.Text.LastIndexOf('\n', organization.Start - 1) + 1;
        var to = new[] { organization.Name, organization.Address, contact?.Name, contact?.Email, contact?.Phone }.Max(found => found is null ? 0 : found.Start + found.Length);
        foreach (ref readonly var country in context.CountryMentions.From(from, Math.Max(from, to)))
        {
            if (country.End > to) break;
            if (only is not null && only.Value != country.Value) return null;
            only ??= Found.Of(country);
        }
        return only;
    }
}
