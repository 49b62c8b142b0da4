using System.Globalization;
using Microsoft.Data.Sqlite;
using JcaCop.Worker.Tests.Servers;

namespace JcaCop.Bench.Intake;

/// <summary>What register and mailbox say after the intake.</summary>
/// <param name="Twice">Message-IDs with more than one message.</param>
/// <param name="Receipts">Letters in the outbox.</param>
/// <param name="ReceiptsTwice">Messages with more than one receipt.</param>
internal sealed record Counts(
    long Messages, long Taken, long Processed, long Held, long SetAside, long Twice, long Receipts, long ReceiptsTwice, long Unmoved, int InInbox, int InFolders)
{
    public static async Task<Counts> OfAsync(string file, Maildir maildir)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        async Task<long> Count(string what)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts of this file.
            command.CommandText = "SELECT COUNT(*) FROM " + what;
#pragma warning restore CA2100
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }
        return new Counts(
            await Count("Message"), await Count("Message WHERE State = 'Taken'"), await Count("Message WHERE State = 'Processed'"),
            await Count("Message WHERE State = 'Held'"), await Count("Message WHERE State = 'SetAside'"),
            await Count("(SELECT InternetId FROM Message GROUP BY InternetId HAVING COUNT(*) > 1)"),
            await Count("Outbox"), await Count("(SELECT CauseMessageId FROM Outbox GROUP BY CauseMessageId HAVING COUNT(*) > 1)"),
            await Count("Location WHERE MovedAt IS NULL"),
            maildir.Mails().Count, ((string[])["Processed", "Held", "Set aside"]).Sum(folder => maildir.Mails(folder).Count));
    }

    /// <summary>Each of the mails in exactly one state and one folder, none lost, none twice, no receipt twice.</summary>
    public bool AreRight(long mails) =>
        Messages == mails && Taken == 0 && Processed + Held + SetAside == mails && Twice == 0 && ReceiptsTwice == 0 && Unmoved == 0 && InInbox == 0 && InFolders == mails;
}
