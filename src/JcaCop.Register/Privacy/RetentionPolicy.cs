namespace JcaCop.Register.Privacy;

/// <summary>How long what is kept. Each counts from the end of what it was kept for; null keeps it for good.</summary>
/// <param name="MachineMail">Bytes and readings of mails that no person wrote.</param>
/// <param name="PersonMail">Bytes and readings of mails of persons, once nothing of them waits.</param>
/// <param name="Letters">Texts of letters that left.</param>
/// <param name="FormerPersons">Addresses and numbers of people whose last seat ended and who are nobody's contact.</param>
/// <param name="Budgets">How often an address was answered.</param>
public sealed record RetentionPolicy(TimeSpan? MachineMail, TimeSpan? PersonMail, TimeSpan? Letters, TimeSpan? FormerPersons, TimeSpan? Budgets);

/// <summary>What a night took away.</summary>
public sealed record RetentionCount(int Mails, int Letters, int Persons, int Budgets)
{
    public bool Nothing => this is { Mails: 0, Letters: 0, Persons: 0, Budgets: 0 };
}
