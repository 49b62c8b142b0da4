using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Names and posts of Russian mails as they are to be recorded: in the nominative, whatever the sentence asked for.</summary>
internal static class Nominatives
{
    /// <summary>Titles and prepositions before a name are shorter.</summary>
    private const int LongestLead = 20;

    public static Item Of(ItemContext context, Item item)
    {
        if (context.Language != "ru") return item;
        return item switch
        {
            Representative seat => seat with
            {
                Person = Person(context, item, seat.Person, "person.name"),
                Replaces = Name(context, item, seat.Replaces, "replaces"),
                Body = House(seat.Body),
            },
            Nomination nomination => nomination with
            {
                Contact = nomination.Contact is { } contact ? Person(context, item, contact, "contact.name") : null,
                Organization = nomination.Organization with { Name = House(nomination.Organization.Name) },
            },
            Registration registration => registration with { Person = Person(context, item, registration.Person, "person.name"), Organization = House(registration.Organization) },
            Regret regret => regret with { Name = House(Name(context, item, regret.Name, "name")) },
            Withdrawal withdrawal => withdrawal with { Name = House(Name(context, item, withdrawal.Name, "name")) },
            Correction correction => correction with { Name = House(Name(context, item, correction.Name, "name")) },
            Contribution paper => paper with { Source = House(paper.Source) },
            _ => item,
        };
    }

    private static Person Person(ItemContext context, Item item, Person person, string field)
    {
        if (person.Name is not { } name) return person;
        var made = RussianNominative.Person(name, Before(context, item, field), out var form);
        return person with { Name = made, Function = form is { } shown && person.Function is { } post ? RussianNominative.Post(post, shown.Case) : person.Function };
    }

    private static string? Name(ItemContext context, Item item, string? name, string field) =>
        name is null ? null : RussianNominative.Person(name, Before(context, item, field), out _);

    private static string? House(string? name) => name is null ? null : RussianNominative.House(name);

    /// <summary>What stands directly before the passage that gave the field.</summary>
    private static ReadOnlySpan<char> Before(ItemContext context, Item item, string field)
    {
        foreach (var said in item.Evidence)
            if (said.Field == field && said.Source is null && said.Offset <= context.Text.Length) return context.Text.AsSpan(Math.Max(0, said.Offset - LongestLead), Math.Min(LongestLead, said.Offset));
        return default;
    }
}
