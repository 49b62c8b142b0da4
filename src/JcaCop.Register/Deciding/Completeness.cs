using JcaCop.Reading;
using JcaCop.Reading.Items;

namespace JcaCop.Register.Deciding;

/// <summary>Tells whether an item holds what an entry of the register cannot do without, or names an entry that is there.</summary>
public static class Completeness
{
    /// <returns>What is missing, in one sentence; null where nothing is.</returns>
    public static string? Find(Item item, MailReading reading, Known known) => Find(item, reading.Respondent, known);

    /// <summary>Why nothing of an item can be recorded even if a person accepts it, and what to say instead.</summary>
    /// <returns>One sentence; null where something can, or where the register says the same already.</returns>
    /// <param name="day">On which the mail came, UTC.</param>
    public static string? Obstacle(Item item, Respondent? respondent, Known known, DateOnly day) => item switch
    {
        Nomination { Organization.Name: null or "" } => "it names no organization; say it as 'organization: …' (--field organization=…), or reject it",
        Representative when BodyOfAnswer.IsLacking(item, respondent) => "it does not say for which body; say it as 'body: …' (--field body=…), or reject it",
        Representative designation when Predecessor.Obstacle(designation, respondent, day, known) is { } several => several,
        Representative { Person: { Name: null or "", Email: null or "", Phone: null or "", Fax: null or "" } } => "it names no person; say it as 'name: …' (--field name=…), or reject it",
        Withdrawal { Of: WithdrawalOf.Representative } withdrawal when WithdrawalPlacing.Seats(withdrawal, respondent, known).Any() => null,
        Withdrawal or Correction => Find(item, respondent, known) is { } lacking ? $"{lacking}; reject it, and enter by hand what it says" : null,
        _ => null,
    };

    private static string? Find(Item item, Respondent? respondent, Known known) => item switch
    {
        Nomination { Organization.Name: null or "" } => "it names no organization",
        Representative { Person: { Name: null or "", Email: null or "" } } => "it names no person",
        Representative when BodyOfAnswer.IsLacking(item, respondent) => "it does not say for which body",
        Withdrawal { Name: null or "" } => "it does not say what is withdrawn",
        Withdrawal { Of: WithdrawalOf.Nomination } withdrawal when known.FindOrganization(withdrawal.Name, respondent?.Country) is null =>
            $"the register holds no organization {withdrawal.Name}",
        Withdrawal { Of: WithdrawalOf.Representative } withdrawal when WithdrawalPlacing.Possible(withdrawal, respondent, known) is [_, _, ..] several =>
            $"{withdrawal.Name} may be {Predecessor.Names(several)}",
        Withdrawal { Of: WithdrawalOf.Representative } withdrawal when !WithdrawalPlacing.Seats(withdrawal, respondent, known)
            .Any(seat => seat.Until is null || withdrawal.Until is { } last && seat.Until > last.AddDays(1)) =>
            withdrawal.Body is { } body ? $"the register holds no seat of {withdrawal.Name} for {body}" : $"the register holds no seat of {withdrawal.Name}",
        Correction { Letters: true } => null,
        Correction correction when CorrectionPlacing.Target(correction, respondent, known) is null =>
            $"it is not plain which entry is to be corrected ({correction.Name})",
        _ => null,
    };
}
