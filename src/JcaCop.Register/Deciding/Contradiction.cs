using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Finds what in an item speaks against the register, so that a person compares the two.</summary>
public static class Contradiction
{
    /// <param name="day">On which the mail came, UTC.</param>
    /// <returns>One sentence; null where nothing does.</returns>
    public static string? Find(Item item, MailReading reading, Known known, DateOnly day) => item switch
    {
        Nomination nomination => OfNomination(nomination, reading, known),
        Representative representative => Predecessor.Doubt(representative, reading.Respondent, day, known) ?? OfSeat(representative, reading, known, day),
        _ => null,
    };

    /// <summary>Somebody else's nomination may be completed, but not overwritten.</summary>
    private static string? OfNomination(Nomination nomination, MailReading reading, Known known)
    {
        if (known.FindOrganization(nomination.Organization.Name, nomination.Organization.Country) is not { NominatedBy: { } first } organization
            || reading.Mail.Sender is not { } sender || SpeakAlike(first, sender.Email, known, organization)) return null;
        var contact = known.Person(organization.ContactId);
        if (contact is not null && nomination.Contact is { } other && PersonMatch.Differ(contact.Name, other.Name))
            return $"{organization.Name} already has the contact {contact.Name ?? contact.Email}, given by {first}";
        if (Differ(organization.Website, nomination.Organization.Website) && Domains.HostOf(organization.Website) != Domains.HostOf(nomination.Organization.Website))
            return $"{organization.Name} already has the website {organization.Website}, given by {first}";
        if (organization.Address is { } standing && nomination.Organization.Address is { } told && NameKey.Of(standing) != NameKey.Of(told))
            return $"{organization.Name} already has the address {standing}, given by {first}";
        return null;
    }

    /// <summary>Two representatives of one body from one member, and no word on whether the second replaces the first.</summary>
    private static string? OfSeat(Representative representative, MailReading reading, Known known, DateOnly day)
    {
        if (representative.Replaces is not null || reading.Mail.Sender is not { } sender
            || (representative.Role ?? SeatRole.Representative) is not (SeatRole.Representative or SeatRole.FocalPoint)) return null;
        foreach (var seat in known.OpenSeatsFor(representative.Body).Where(seat => seat.Role == (representative.Role ?? SeatRole.Representative)))
            // Who has replaced somebody since then leaves no doubt: the older designation ended at the latest where that seat began.
            if (!(seat is { Replaced: not null } && seat.From >= day) && seat.NominatedBy is { } first && new MailAddress(null, first).Domain == sender.Domain
                && known.Person(seat.PersonId) is { Name: { } holder } && PersonMatch.Differ(holder, representative.Person.Name))
                return $"{holder} already holds this seat for {seat.Body}; the mail does not say whether the new name replaces it";
        return null;
    }

    private static bool SpeakAlike(string first, string second, Known known, OrganizationEntry organization) =>
        first.Equals(second, StringComparison.OrdinalIgnoreCase)
        || (Domains.Owner(new MailAddress(null, first).Domain) == Domains.Owner(new MailAddress(null, second).Domain) && !Domains.IsFreeMail(new MailAddress(null, first).Domain))
        || known.PersonsWithEmail(second).Any(person => person.Id == organization.ContactId || person.OrganizationId == organization.Id);

    private static bool Differ(string? one, string? other) =>
        one is not null && other is not null && !one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}
