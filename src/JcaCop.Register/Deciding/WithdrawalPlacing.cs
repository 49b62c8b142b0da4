using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A withdrawal takes an organization back, or ends seats of a person. The entries stay, with their end.</summary>
internal static class WithdrawalPlacing
{
    /// <summary>The seats that are given up: those for the body that the mail names, otherwise all of the person.</summary>
    public static IEnumerable<SeatEntry> Seats(Withdrawal withdrawal, Known known) =>
        known.PersonsNamed(withdrawal.Name).SelectMany(person => known.SeatsOf(person.Id)).Where(seat => withdrawal.Body is not { } body || NameKey.Of(seat.Body) == NameKey.Of(body));

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
                foreach (var seat in Seats(withdrawal, entries.Known).Where(seat => seat.Until is null || seat.Until > ends).ToList())
                    SeatPlacing.End(seat, "withdrawn", ends, entries);
                break;
            default:
                // Registrations have their own way: RegistrationPlacing.
                break;
        }
    }
}
