using JcaCop.Reading;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Deciding;

/// <summary>Tells whether an item holds what an entry of the register cannot do without, or names an entry that is there.</summary>
public static class Completeness
{
    /// <returns>What is missing, in one sentence; null where nothing is.</returns>
    public static string? Find(Item item, MailReading reading, Known known) => item switch
    {
        Nomination { Organization.Name: null or "" } => "it names no organization",
        Representative { Person: { Name: null or "", Email: null or "" } } => "it names no person",
        Representative { Body: null or "" } when reading.Respondent is not ({ Body: not null } or { Organization: not null }) => "it does not say for which body",
        Withdrawal { Name: null or "" } => "it does not say what is withdrawn",
        Withdrawal { Of: WithdrawalOf.Nomination } withdrawal when known.FindOrganization(withdrawal.Name, reading.Respondent?.Country) is null =>
            $"the register holds no organization {withdrawal.Name}",
        Withdrawal { Of: WithdrawalOf.Representative } withdrawal when !known.OpenSeatsOf(withdrawal.Name).Any() =>
            $"the register holds no seat of {withdrawal.Name}",
        Correction correction when CorrectionPlacing.Target(correction, reading.Respondent, known) is null =>
            $"it is not plain which entry is to be corrected ({correction.Name})",
        _ => null,
    };
}
