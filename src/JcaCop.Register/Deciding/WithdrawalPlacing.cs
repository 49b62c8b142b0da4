using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A withdrawal takes an organization back, or ends seats of a person. The entries stay, with their end.</summary>
internal static class WithdrawalPlacing
{
    /// <summary>The seats that are given up: those for the body that the mail names, otherwise all of the person.</summary>
    public static IEnumerable<SeatEntry> Seats(Withdrawal withdrawal, Respondent? respondent, Known known) =>
        Persons(withdrawal, respondent, known).SelectMany(person => known.SeatsOf(person.Id)).Where(seat => withdrawal.Body is not { } body || NameKey.Of(seat.Body) == NameKey.Of(body));

    /// <summary>Those of whom a short name may tell, where it is not plain whom: holders of seats of the body concerned.</summary>
    public static IReadOnlyList<PersonEntry> Possible(Withdrawal withdrawal, Respondent? respondent, Known known)
    {
        if (known.PersonsNamed(withdrawal.Name).Any()) return [];
        var holders = new[] { withdrawal.Body ?? respondent?.Body, respondent?.Organization }.OfType<string>().SelectMany(known.OpenSeatsFor).Select(seat => known.Person(seat.PersonId)).OfType<PersonEntry>();
        return ShortName.Meant(withdrawal.Name, holders.DistinctBy(holder => holder.Id), holder => holder.Name);
    }

    private static IReadOnlyList<PersonEntry> Persons(Withdrawal withdrawal, Respondent? respondent, Known known) =>
        known.PersonsNamed(withdrawal.Name).ToList() is { Count: > 0 } named ? named : Possible(withdrawal, respondent, known) is [var only] ? [only] : [];

    public static void Place(Withdrawal withdrawal, Respondent? respondent, EntryDraft entries)
    {
        switch (withdrawal.Of)
        {
            case WithdrawalOf.Nomination:
                if (entries.Known.FindOrganization(withdrawal.Name, respondent?.Country) is not { } organization
                    || organization.State == OrganizationState.Withdrawn
                    || (organization.Stamps.TryGetValue("state", out var stamp) && stamp > entries.At)) return;
                entries.Put(organization, organization with { State = OrganizationState.Withdrawn }, organization.Name,
                    new FieldChange("state", organization.State.ToString(), nameof(OrganizationState.Withdrawn)));
                break;
            case WithdrawalOf.Representative:
                // The register keeps the first day on which a seat holds no more.
                var ends = withdrawal.Until?.AddDays(1) ?? entries.Day;
                foreach (var seat in Seats(withdrawal, respondent, entries.Known).Where(seat => seat.Until is null || seat.Until > ends).ToList())
                    SeatPlacing.End(seat, "withdrawn", ends, entries);
                break;
            default:
                // Registrations have their own way: RegistrationPlacing.
                break;
        }
    }
}
