namespace JcaCop.Register.Stores;

/// <summary>Who of several workers empties a mailbox. A mail is recorded once however many read it, but two that move it at once leave two copies on the server.</summary>
/// <param name="worker">Name of this worker; the same after a restart, so that it goes on with what it held.</param>
public sealed class MailboxLeases(Database database, TimeProvider time, string worker)
{
    /// <summary>How long a mailbox stays with a worker that says no more: longer than one portion takes, and than the clocks of two machines differ. Default 5 minutes.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Takes the mailbox, or keeps it for another <see cref="Length"/>.</summary>
    /// <returns>False while another worker has it.</returns>
    public async Task<bool> HoldAsync(string mailbox, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var lease = new Lease(mailbox, worker, now + Length, now);
        if (await database.WriteAsync(session => session.ForEachAsync(Take, [lease]), stop).ConfigureAwait(false) > 0) return true;
        try
        {
            return await database.WriteAsync(session => session.ForEachAsync(Insert, [lease]), stop).ConfigureAwait(false) > 0;
        }
        catch (Exception failure) when (database.IsDuplicate(failure))
        {
            return false;
        }
    }

    /// <summary>The next worker need not wait.</summary>
    public Task GiveUpAsync(string mailbox, CancellationToken stop) =>
        database.WriteAsync(session => session.ForEachAsync(Delete, [new Lease(mailbox, worker, default, default)]), stop);

    private sealed record Lease(string Mailbox, string Worker, DateTimeOffset Until, DateTimeOffset Now);

    private static readonly RowValue<Lease> Mailbox = new("Mailbox", "text", lease => lease.Mailbox);
    private static readonly RowValue<Lease> Worker = new("Worker", "text", lease => lease.Worker);
    private static readonly RowValue<Lease> Until = new("Until", "instant", lease => lease.Until);
    private static readonly RowValue<Lease> Now = new("Now", "instant", lease => lease.Now);

    private static readonly RowStatement<Lease> Take = RowStatement<Lease>.Of(
        "UPDATE MailboxLease SET Worker = @Worker, Until = @Until WHERE Mailbox = @Mailbox AND (Worker = @Worker OR Until <= @Now)", Mailbox, Worker, Until, Now);

    private static readonly RowStatement<Lease> Insert = RowStatement<Lease>.Insert("MailboxLease", Mailbox, Worker, Until);

    private static readonly RowStatement<Lease> Delete = RowStatement<Lease>.Of("DELETE FROM MailboxLease WHERE Mailbox = @Mailbox AND Worker = @Worker", Mailbox, Worker);
}
