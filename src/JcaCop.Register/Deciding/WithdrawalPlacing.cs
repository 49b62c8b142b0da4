using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>A withdrawal takes an organization back, or ends all seats of a person. The entries stay, with their end.</summary>
internal static class WithdrawalPlacing
{
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
                foreach (var seat in entries.Known.PersonsNamed(withdrawal.Name).SelectMany(person => entries.Known.SeatsOf(person.Id)).Where(seat => seat.Until is null || seat.Until > entries.Day).ToList())
                    SeatPlacing.End(seat, "withdrawn", entries.Day, entries);
                break;
            default:
                // Registrations have their own way: RegistrationPlacing.
                break;
        }
    }
}
