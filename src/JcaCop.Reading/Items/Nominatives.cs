using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Names and posts of Russian mails as they are to be recorded: in the nominative, whatever the sentence asked for.</summary>
internal static class Nominatives
{
    /// <summary>Titles and prepositions before a name are shorter.</summary>
    private const int LongestLead = 110;

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
        if (made == name && RussianNominative.Spelled(name, person.Email) is { } spelled) (made, form) = (spelled, new RussianNominative.Form(false, RussianNominative.Oblique.Genitive));
        if (made == name && AsSigned(context, name) is { } signed) (made, form) = (signed, new RussianNominative.Form(null, RussianNominative.Oblique.Accusative));
        return person with { Name = made, Function = form is { } shown && person.Function is { } post ? RussianNouns.Post(post, shown.Case) : person.Function };
    }

    /// <summary>"Айгуль Серикову", signed "Айгуль Серикова": the writer's own name as he or she writes it; null where it is another's, or the same.</summary>
    private static string? AsSigned(ItemContext context, string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal) || SenderPerson.Of(context).Name is not { } signed || signed == name) return null;
        var (told, own) = (name.Split(' '), signed.Split(' ').ToList());
        if (told.Length != own.Count) return null;
        var made = new string[told.Length];
        for (var i = 0; i < told.Length; i++)
        {
            var word = told[i];
            var at = own.FindIndex(other => SameStem(word, other));
            if (at < 0) return null;
            made[i] = own[at];
            own.RemoveAt(at);
        }
        return string.Join(' ', made);
    }

    private const int ShortestStem = 3, LongestEnding = 3;

    /// <summary>Two forms of one name: they part in the ending alone.</summary>
    private static bool SameStem(string one, string other)
    {
        var same = 0;
        while (same < one.Length && same < other.Length && char.ToLowerInvariant(one[same]) == char.ToLowerInvariant(other[same])) same++;
        return same >= ShortestStem && one.Length - same <= LongestEnding && other.Length - same <= LongestEnding;
    }

    private static string? Name(ItemContext context, Item item, string? name, string field) =>
        name is null ? null : RussianNominative.Person(name, Before(context, item, field), out _);

    private static string? House(string? name) => name is null ? null : RussianNouns.House(name);

    /// <summary>What stands directly before the passage that gave the field.</summary>
    private static ReadOnlySpan<char> Before(ItemContext context, Item item, string field)
    {
        foreach (var said in item.Evidence)
            if (said.Field == field && said.Source is null && said.Offset <= context.Text.Length) return context.Text.AsSpan(Math.Max(0, said.Offset - LongestLead), Math.Min(LongestLead, said.Offset));
        return default;
    }
}
