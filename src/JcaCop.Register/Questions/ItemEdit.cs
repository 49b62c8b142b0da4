using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;
using Phones = JcaCop.Reading.Parts.PhoneNumbers;

namespace JcaCop.Register.Questions;

/// <summary>Puts values that a person gives in the place of what was read of an item. Fields are named as forms name them, in any of the six languages.</summary>
public static class ItemEdit
{
    /// <returns>The item with the value; null where it has no such field, or where the value is none for it.</returns>
    public static Item? Apply(Item item, string field, string value)
    {
        var text = value.Trim();
        if (item is Liaison statement && IsAnswered(field)) return text.Length == 0 ? null : statement with { InReplyTo = text };
        if (text.Length == 0 || FieldLabels.Of(field) is not { } label) return null;
        return item switch
        {
            Nomination nomination when Of(nomination.Organization, label, text) is { } organization => nomination with { Organization = organization },
            Nomination nomination when Of(nomination.Contact, label, text) is { } contact => nomination with { Contact = contact },
            Representative seat when label is FieldLabel.Body or FieldLabel.Organization => seat with { Body = Bodies.Parse(text) ?? text },
            Representative seat when label is FieldLabel.Role && Role(text) is { } role => seat with { Role = role, RoleSupposed = false },
            Representative seat when label is FieldLabel.Replaces => seat with { Replaces = text },
            Representative seat when label is FieldLabel.Start or FieldLabel.From && Day(text) is { } first => seat with { From = first },
            Representative seat when label is FieldLabel.End && Day(text) is { } last => seat with { Until = last },
            Representative seat when Of(seat.Person, label, text) is { } person => seat with { Person = person },
            Withdrawal { Of: WithdrawalOf.Representative } gone when label is FieldLabel.Body or FieldLabel.Organization => gone with { Body = Bodies.Parse(text) ?? text },
            Withdrawal { Of: WithdrawalOf.Representative } gone when label is FieldLabel.End && Day(text) is { } over => gone with { Until = over },
            Correction correction when Of(correction.Person, label, text) is { } person => correction with { Person = person },
            Correction correction when Of(correction.Organization, label, text) is { } organization => correction with { Organization = organization },
            Registration registration when label is FieldLabel.Meeting && Day(text) is { } day => registration with { Meeting = day },
            Regret regret when label is FieldLabel.Person or FieldLabel.Contact => regret with { Name = text },
            Withdrawal gone when label is FieldLabel.Person or FieldLabel.Contact => gone with { Name = text },
            Regret regret when label is FieldLabel.Meeting && Day(text) is { } day => regret with { Meeting = day },
            Contribution contribution when label is FieldLabel.Meeting && Day(text) is { } day => contribution with { Meeting = day },
            Report report when label is FieldLabel.Meeting && Day(text) is { } day => report with { Meeting = day },
            Registration registration when label is FieldLabel.Organization => registration with { Organization = text },
            Registration registration when label is FieldLabel.Country && Countries.Parse(text) is { } country => registration with { Country = country },
            Registration registration when Of(registration.Person, label, text) is { } person => registration with { Person = person },
            Activity activity when label is FieldLabel.Title => activity with { Title = text },
            Activity activity when label is FieldLabel.Organization or FieldLabel.Organizer => activity with { Organization = text },
            Activity activity when label is FieldLabel.Place => activity with { Place = text },
            Activity activity when label is FieldLabel.Website => activity with { Website = text },
            Activity activity when label is FieldLabel.Country && Countries.Parse(text) is { } country => activity with { Country = country },
            Contribution contribution when label is FieldLabel.Title => contribution with { Title = text },
            Contribution contribution when label is FieldLabel.Source or FieldLabel.Organization => contribution with { Source = text },
            Report report when label is FieldLabel.Title => report with { Title = text },
            Liaison liaison when label is FieldLabel.Title => liaison with { Title = text },
            Liaison liaison when label is FieldLabel.Reference => liaison with { Reference = text },
            _ => null,
        };
    }

    /// <summary>The one full date that a value holds.</summary>
    private static DateOnly? Day(string text) => Dates.Find(text) is [{ Value.First: { } day }] ? day : null;

    /// <summary>Whether the field tells a meeting by its number or title, and not by its day.</summary>
    public static bool IsMeetingByName(string field, string value) => FieldLabels.Of(field) is FieldLabel.Meeting && value.Trim().Length > 0 && Day(value.Trim()) is null;

    /// <summary>The item with the day of the meeting that is meant; as it is, where it is about none.</summary>
    public static Item At(Item item, DateOnly day) => item switch
    {
        Registration registration => registration with { Meeting = day },
        Regret regret => regret with { Meeting = day },
        Contribution contribution => contribution with { Meeting = day },
        Report report => report with { Meeting = day },
        _ => item,
    };

    /// <summary>Whether the field tells which liaison statement is answered: <c>inReplyTo</c>, as exports name it.</summary>
    public static bool IsAnswered(string field) => field.Replace(" ", "", StringComparison.Ordinal).Equals("inReplyTo", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the field tells for which body a person is designated.</summary>
    public static bool IsBody(string field) => FieldLabels.Of(field) is FieldLabel.Body or FieldLabel.Organization;

    private static Organization? Of(Organization? organization, FieldLabel label, string text) => label switch
    {
        FieldLabel.Organization => (organization ?? new Organization(null)) with { Name = text },
        FieldLabel.Country when Countries.Parse(text) is { } country => (organization ?? new Organization(null)) with { Country = country },
        FieldLabel.Website when Websites.Parse(text) is { } website => (organization ?? new Organization(null)) with { Website = website },
        FieldLabel.Address when organization is not null => organization with { Address = text },
        _ => null,
    };

    private static Person? Of(Person? person, FieldLabel label, string text)
    {
        var told = person ?? new Person(null);
        return label switch
        {
            FieldLabel.Person or FieldLabel.Contact or FieldLabel.Representative or FieldLabel.Alternate or FieldLabel.Expert or FieldLabel.FocalPoint => told with { Name = text },
            FieldLabel.Function or FieldLabel.Title => told with { Function = text },
            FieldLabel.Email when EmailAddresses.Parse(text) is { } email => told with { Email = email },
            FieldLabel.Phone or FieldLabel.Mobile when Phones.Parse(text) is { } phone => told with { Phone = phone },
            FieldLabel.Fax when Phones.Parse(text) is { } fax => told with { Fax = fax },
            FieldLabel.PhoneAndFax when Phones.Parse(text) is { } both => told with { Phone = both, Fax = both },
            FieldLabel.Address => told with { Address = text },
            _ => null,
        };
    }

    private static SeatRole? Role(string text) => FieldLabels.Of(text) switch
    {
        FieldLabel.Representative => SeatRole.Representative,
        FieldLabel.Alternate => SeatRole.Alternate,
        FieldLabel.FocalPoint => SeatRole.FocalPoint,
        FieldLabel.Expert => SeatRole.Expert,
        _ => null,
    };
}
